"""Which records a question names: by their names and aliases, typed rightly or nearly so."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from rapidfuzz.distance import OSA

from bot.answering import dictionary
from bot.answering.pinyin import sounds
from bot.answering.text import fold
from bot.answering.types import RecordKey
from bot.knowledge.kinds import Record

EXACT, SAME_SOUND, NEARLY = 1.0, 0.9, 0.8
LONG = 4
"""Characters of a name that can be told without its first or its last; a shorter one if no other name is like it."""
_HAN_RUN = re.compile(r"[\u4e00-\u9fff]+")


@dataclass(frozen=True)
class Mention:
    """A name found in a folded text at [start, end); `quality` is 1 when it is typed rightly."""

    key: RecordKey
    name: str
    start: int
    end: int
    quality: float

    @property
    def length(self) -> int:
        return self.end - self.start


class Names:
    """All names of all records. A name that several records share points to each of them."""

    def __init__(self, records: Iterable[Record], shared: Mapping[str, list[RecordKey]]) -> None:
        self._keys: dict[str, list[RecordKey]] = defaultdict(list)
        self._keys.update(shared)
        for record in records:
            for name in names_of(record):
                if (key := (record.kind, record.id)) not in self._keys[name]:
                    self._keys[name].append(key)
        ordered = sorted(self._keys, key=len, reverse=True)
        self._named = {_bare(name): name for name in ordered}
        self._by_start: dict[str, list[str]] = defaultdict(list)
        for name in ordered:
            self._by_start[name[0]].append(name)
        self._starting = cache(self._starting_anew)

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    @cached_property
    def _sounds(self) -> dict[str, tuple[str, ...]]:
        """Those of the Chinese names, the longest first."""
        names = (name for name in self._named.values() if len(name) >= 2 and _HAN_RUN.fullmatch(name))
        return {name: sounds(name) for name in names}

    @cached_property
    def _by_pair(self) -> dict[tuple[str, str], list[str]]:
        """The Chinese names by the sounds of two neighbours in them, or of two with one between."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        for name, heard in self._sounds.items():
            for pair in {*_pairs(heard), *_gaps(heard)}:
                found[pair].append(name)
        return found

    def find(self, folded: str) -> list[Mention]:
        """The names in the text, the longest first where they overlap."""
        found = [
            mention for match in self._matches(folded) for mention in self._mentions(match.span(), match[0], EXACT)
        ]
        covered = list(found)
        for run in _HAN_RUN.finditer(folded):
            found += self._nearly(run, covered)
        return found

    def _matches(self, folded: str) -> Iterator[re.Match[str]]:
        at = 0
        while at < len(folded):
            match = self._starting(folded[at]).match(folded, at) if folded[at] in self._by_start else None
            if match:
                yield match
            at = match.end() if match else at + 1

    def _starting_anew(self, character: str) -> re.Pattern[str]:
        """The names that start with a character, as a pattern: one of all names would take a start much longer."""
        return re.compile("|".join(map(_bounded, self._by_start[character])))

    def _mentions(self, span: tuple[int, int], typed: str, quality: float) -> list[Mention]:
        bare = _bare(typed)
        name = next((self._named[form] for form in (bare, bare[:-1], bare[:-2]) if form in self._named), typed)
        return [Mention(key, name, *span, quality) for key in self._keys.get(name, ())]

    def _nearly(self, run: re.Match[str], covered: list[Mention]) -> list[Mention]:
        """Names typed with another character of the same sound, or one character off."""
        heard = sounds(run[0])
        names = {name for pair in (*_pairs(heard), *_gaps(heard)) for name in self._by_pair.get(pair, ())}
        best: dict[str, list[Mention]] = {}
        for name in names:
            for quality, start, end in self._windows(name, run[0], heard):
                at = run.start()
                if any(one.start < at + end and at + start < one.end and one.length >= end - start for one in covered):
                    continue
                if name not in best or best[name][0].quality < quality:
                    best[name] = self._mentions((at + start, at + end), name, quality)
        return [mention for mentions in best.values() for mention in mentions]

    def _windows(self, name: str, text: str, heard: tuple[str, ...]) -> Iterable[tuple[float, int, int]]:
        wanted = self._sounds[name]
        size = len(wanted)
        for start in range(len(heard)):
            if heard[start : start + size] == wanted and text[start : start + size] != name:
                same = sum(a == b for a, b in zip(text[start : start + size], name, strict=True))
                if same or size > 2:
                    yield SAME_SOUND, start, start + size
            if size < 3:
                continue
            for length in (size - 1, size, size + 1):
                end = start + length
                if end > len(heard) or OSA.distance(heard[start:end], wanted) != 1:
                    continue
                if self._slip(text[start:end], name) and (size > LONG or not _cuts_a_word(text, start, end)):
                    yield NEARLY, start, end

    def _slip(self, typed: str, name: str) -> bool:
        """Whether it is a slip of typing: characters swapped, one doubled, or one dropped where the rest tells it."""
        if sorted(typed) == sorted(name):
            return not is_another_word(typed, name)
        if typed in (name[1:], name[:-1]):
            return not dictionary.has_word(typed) and (len(name) >= LONG or self._tells(typed, name))
        if typed[0] != name[0] or typed[-1] != name[-1]:
            return False
        if len(typed) > len(name):
            return any(one == after for one, after in pairwise(typed))
        return len(typed) < len(name) and (len(name) >= LONG or not dictionary.has_word(typed))

    def _tells(self, pair: str, name: str) -> bool:
        """Whether no record that is not called by the name has a name with these two characters or sounds."""
        heard = sounds(pair)
        alike = self._by_pair.get((heard[0], heard[1]), ())
        return all(self._keys[one] == self._keys[name] for one in alike)


def names_of(record: Record) -> list[str]:
    """The folded names and aliases of a record."""
    candidates = [record.name.zh, record.name.en, *record.aliases] if record.kind != "faq" else record.aliases
    folded = (re.sub(r"[《》“”\"()（）]", "", fold(name)).strip() for name in candidates)
    return list(dict.fromkeys(name for name in folded if len(name) >= 2))


def _bounded(name: str) -> str:
    """A name as a pattern; Latin letters at its ends must end a word, a plural is the same name."""
    start = r"(?<![a-z0-9])" if name[0].isascii() else ""
    end = r"(?:e?s)?(?![a-z0-9])" if name[-1].isascii() else ""
    return start + re.escape(name).replace(r"\ ", r"[ -]?") + end


def is_another_word(typed: str, name: str) -> bool:
    """Whether the swapped characters make a word of their own, as in 房租 for 租房."""
    swapped = [at for at in range(len(typed)) if typed[at] != name[at]]
    return dictionary.has_word(typed[swapped[0] : swapped[-1] + 1]) if swapped else False


def _bare(name: str) -> str:
    """A name without the gaps that people leave out or put in."""
    return name.replace(" ", "").replace("-", "")


def _cuts_a_word(text: str, start: int, end: int) -> bool:
    """Whether the span begins or ends in the middle of a word, as 租补贴 in 房租补贴."""
    before, after = text[max(start - 1, 0) : start + 1], text[end - 1 : end + 1]
    return (start > 0 and dictionary.has_word(before)) or (end < len(text) and dictionary.has_word(after))


def _pairs(heard: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(heard[at], heard[at + 1]) for at in range(len(heard) - 1)]


def _gaps(heard: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(heard[at], heard[at + 2]) for at in range(len(heard) - 2)]
