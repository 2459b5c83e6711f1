"""What was probably meant by Chinese that is typed wrong: the likeliest text by how people put things.

A noisy channel: another character of the same sound, two neighbours swapped, or one left out, each at a cost, where
what stands there was hardly ever seen. Words of the dictionary may stand where the park never says them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from bot.answering import dictionary
from bot.answering.pinyin import loose, sound
from bot.answering.speech import BEGIN, END, OTHER, Speech
from bot.patterns import later

ALIKE, NEARLY_ALIKE, SWAPPED, LEFT_OUT = 4.0, 5.5, 5.0, 3.0
"""What a slip costs, in logarithms of a probability."""
CAUTION = 3.0
"""What each slip costs besides where the correction is to be taken for what was typed."""
WORD, WORD_EACH, LONGEST_WORD = 8.0, 1.5, 4
"""What a word of the dictionary costs, and each of its characters, whatever stands around it."""
BEAM, WIDTH = 3, 12.0
"""So many beginnings are gone on with, none by so much less likely than the best."""
RARE = 1
"""A pair that was seen no more often is doubted."""
KEPT = 16
"""So many texts are kept as they were taken apart."""
NAMING = frozenset("甲乙丙丁")
"""Characters that stand for somebody's name: whoever types one means it."""
_PIECE = later(r"[\u4e00-\u9fff]|[^\u4e00-\u9fff]+")
_HAN = later(r"[\u4e00-\u9fff]")


@dataclass(frozen=True)
class Correction:
    """What was probably meant: `gain` is how much likelier it is than what was typed."""

    text: str
    gain: float = 0.0


@dataclass(slots=True)
class _Way:
    """A beginning of a text: how likely, what it says, its last two marks. Thousands are made for a question."""

    likely: float
    said: str
    last: str


@dataclass(frozen=True)
class _Typed:
    """A text piece by piece and its end: what stands there, its mark, whether it is doubtful, the words that begin."""

    pieces: tuple[str, ...]
    marks: tuple[str, ...]
    doubtful: tuple[bool, ...]
    words: tuple[tuple[str, ...], ...]

    def undoubted(self) -> "_Typed":
        return replace(self, doubtful=(False,) * len(self.doubtful))


class Corrector:
    """Corrects folded texts."""

    def __init__(self, speech: Speech) -> None:
        self._speech = speech
        # a question is corrected with caution first, then mostly the same text without
        self._typed = lru_cache(KEPT)(self._typed_anew)
        self._as_typed = lru_cache(KEPT)(self._as_typed_anew)

    def prepare(self) -> None:
        """Make what the first text that is typed wrong would wait for."""
        self._speech.prepare()
        _ = self._alike

    @cached_property
    def _alike(self) -> dict[str, list[str]]:
        """The characters of a sound."""
        alike: dict[str, list[str]] = defaultdict(list)
        for one in self._speech.characters:
            alike[loose(sound(one))].append(one)
        return alike

    def corrected(self, folded: str, caution: float = 0.0) -> Correction:
        """The likeliest text, each of its slips by `caution`; the one that was typed where nothing is doubtful."""
        begin, core, end = _framed(folded)
        if not core:
            return Correction(folded)
        typed = self._typed(core)
        if not any(typed.doubtful):
            return Correction(folded)
        best = self._likeliest(typed, caution)
        if best.said == core:
            return Correction(folded)
        gain = best.likely - self._as_typed(core)
        return Correction(begin + best.said + end, gain) if gain > 0 else Correction(folded)

    def _typed_anew(self, core: str) -> _Typed:
        pieces = _PIECE.findall(core)
        marks = [piece if _HAN.match(piece) else OTHER for piece in pieces]
        return _Typed((*pieces, ""), (*marks, END), tuple(self._doubtful(marks)), tuple(_words(marks)))

    def _as_typed_anew(self, core: str) -> float:
        """How likely the text is as it stands."""
        return self._likeliest(self._typed(core).undoubted(), 0.0).likely

    def _doubtful(self, marks: Sequence[str]) -> list[bool]:
        """For each place and the end, whether what stands there was hardly ever seen beside its neighbours."""
        often = self._speech.often
        framed = [BEGIN, BEGIN, *marks, END]
        found = []
        for at in range(len(marks) + 1):
            before, last, here, *after = framed[at : at + 4]
            torn = often(before + last + here) == 0 == sum(often(last + here + one) for one in after)
            found.append(torn or often(last + here) <= RARE)
        return found

    def _likeliest(self, typed: _Typed, caution: float) -> _Way:
        ways: list[dict[str, _Way]] = [{} for _ in range(len(typed.pieces) + 1)]
        ways[0] = {BEGIN + BEGIN: _Way(0.0, "", BEGIN + BEGIN)}
        for at in range(len(typed.pieces)):
            best = sorted(ways[at].values(), key=lambda way: -way.likely)[:BEAM]
            for way in best:
                if way.likely < best[0].likely - WIDTH:
                    break
                for length, after in self._steps(way, at, typed, caution):
                    old = ways[at + length].get(after.last)
                    if old is None or old.likely < after.likely:
                        ways[at + length][after.last] = after
        return max(ways[-1].values(), key=lambda way: way.likely)

    def _steps(self, way: _Way, at: int, typed: _Typed, caution: float) -> Iterable[tuple[int, _Way]]:
        """How a way goes on from a place, each slip by `caution` as well: how many pieces it takes, what it is then."""
        mark, piece, after = typed.marks[at], typed.pieces[at], "".join(typed.marks[at + 1 : at + 2])
        yield 1, self._on(way, piece, mark)
        if typed.doubtful[at] and (_HAN.match(mark) or _HAN.match(way.last[1])):
            for one in self._speech.missed(way.last, mark + (after or END)):
                yield 1, self._on(way, one + piece, one + mark, LEFT_OUT + caution)
        if mark in (OTHER, END):
            return
        for word in typed.words[at]:
            likely = way.likely - WORD - WORD_EACH * len(word)
            yield len(word), _Way(likely, way.said + word, word[-2:])
        if typed.doubtful[at] or typed.doubtful[at + 1]:
            yield from self._mended(way, mark, after, caution)

    def _mended(self, way: _Way, mark: str, after: str, caution: float) -> Iterable[tuple[int, _Way]]:
        """The ways on which another character of the sound was meant, or the two in the other order.

        Only what was ever seen beside one of its neighbours is thought of; what is often seen is in no wrong order.
        """
        if mark in NAMING:
            return
        heard, seen, last = sound(mark), self._speech.seen, way.last[1]
        for one in self._alike.get(loose(heard), ()):
            if (last + one in seen or one + after in seen) and one != mark:
                yield 1, self._on(way, one, one, caution + (ALIKE if sound(one) == heard else NEARLY_ALIKE))
        turned = after not in (OTHER, END, mark) and self._speech.often(mark + after) <= RARE
        if turned and (last + after in seen or after + mark in seen):
            yield 2, self._on(way, after + mark, after + mark, caution + SWAPPED)

    def _on(self, way: _Way, said: str, marks: str, cost: float = 0.0) -> _Way:
        likely, last = way.likely - cost, way.last
        for one in marks:
            likely += self._speech.likelihood(last, one)
            last = last[1] + one
        return _Way(likely, way.said + said, last)


def _framed(folded: str) -> tuple[str, str, str]:
    """What stands before the first Chinese character, all up to the last one, and what stands after it."""
    places = [match.start() for match in _HAN.finditer(folded)]
    first, last = (places[0], places[-1] + 1) if places else (0, 0)
    return folded[:first], folded[first:last], folded[last:]


def _words(marks: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """For each place, the words of the dictionary that begin there."""
    for at in range(len(marks)):
        runs = ("".join(marks[at : at + size]) for size in range(2, min(LONGEST_WORD, len(marks) - at) + 1))
        yield tuple(run for run in runs if OTHER not in run and dictionary.has_word(run))
