"""Which words each record and the park as a whole know: what a question says beyond them is a matter of its own."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from bot.answering.index import Phrasing
from bot.answering.lexicon import lexicon
from bot.answering.reading import Span, covers
from bot.answering.text import Segmenter, Word, fold
from bot.answering.types import RecordKey
from bot.knowledge.kinds import Record

GENERAL, EACH = 4, 14
"""A word in so many records is common talk in the park; in more, where records have more than EACH phrasings for it."""
LEFT_OVER, LEFT_OF_ANOTHER = 0.3, 0.5
"""How strange a single character is that is no word, but stands in a record's phrasings, or in some of the park's."""

_NOUN = {"n", "ns", "nr", "nt", "nz", "vn", "eng", "j", "l", "i", "s", "an"}


@dataclass(frozen=True)
class Strange:
    """Words that a record does not know: their weight as a share of all that is said, in total, and themselves."""

    share: float
    total: float
    words: tuple[str, ...]


class Matter(NamedTuple):
    """Words of content that a record is to explain, and the weight of all that were said, explained or not."""

    words: list[Word]
    weight: float


@dataclass(frozen=True)
class Known:
    """The words of a record between spaces, and its phrasings, a line each."""

    words: str
    texts: str

    def has_word(self, word: str) -> bool:
        return f" {word} " in self.words


@dataclass(frozen=True)
class Words:
    """What each record knows, the words of all phrasings, and those of them that are common talk."""

    of_record: dict[RecordKey, Known]
    asked: frozenset[str]
    common: frozenset[str]

    @classmethod
    def of(cls, records: Iterable[Record], known: Sequence[Phrasing], segmenter: Segmenter) -> "Words":
        of_record: dict[RecordKey, Known] = {}
        spread: Counter[str] = Counter()
        by_record: dict[RecordKey, list[Phrasing]] = defaultdict(list)
        for phrasing in known:
            by_record[phrasing.key].append(phrasing)
        for record in records:
            own = by_record[record.kind, record.id]
            asked = {word.stem for phrasing in own for word in phrasing.words}
            fields = record.model_dump(exclude={"questions", "aliases", "id", "source"})
            told = {word.stem for text in _texts(fields) for word in segmenter.words(fold(text))}
            of_record[record.kind, record.id] = Known(
                f" {' '.join(asked | told)} ", "\n".join(phrasing.text for phrasing in own)
            )
            spread.update(asked)
        general = max(GENERAL, len(known) / max(len(of_record), 1) / EACH)
        common = frozenset(word for word, number in spread.items() if number >= general)
        return cls(of_record, frozenset(spread), common)


class Vocabulary:
    """The words of every record, and those that are common."""

    def __init__(self, words: Words, segmenter: Segmenter) -> None:
        self._of = words.of_record
        self._segmenter = segmenter
        self.common = words.common
        self.known = words.asked
        self._characters = frozenset("".join(words.asked))

    def __contains__(self, key: RecordKey) -> bool:
        return key in self._of

    def knows(self, key: RecordKey, word: str) -> bool:
        """Whether the record knows the word, or a longer or shorter form of it."""
        own = self._of[key]
        return own.has_word(word) or _is_part(word, own.words) or any(map(own.has_word, _parts_of(word)))

    def mentions(self, key: RecordKey, word: str) -> bool:
        """Whether the record says anything of it: the word, a form of it, or its only character."""
        return word in self.common or self.knows(key, word) or (len(word) == 1 and self.has_phrase(key, word))

    def is_left_over(self, word: str) -> bool:
        """Whether a single character is no word that the park knows, but a piece of one."""
        return len(word) == 1 and word not in self.known and word in self._characters

    def texts(self, key: RecordKey) -> list[str]:
        """The record's phrasings, folded."""
        return self._of[key].texts.split("\n")

    def has_phrase(self, key: RecordKey, phrase: str) -> bool:
        """Whether one of the record's phrasings holds the words as they stand."""
        return phrase in self._of[key].texts

    def unexplained(self, key: RecordKey, matter: Matter, covered: Sequence[Span] = ()) -> Strange:
        """What of the matter is beyond the record; words in the `covered` spans are not."""
        strange = 0.0
        beyond: list[str] = []
        for word in matter.words:
            if word.stem in self.common or any(covers(span, word) for span in covered) or self.knows(key, word.stem):
                continue
            share = self._strange_share(key, word)
            if share == 0:
                continue
            strange += weight_of(word) * share * (0.7 if word.stem in self.known else 1.0)
            beyond.append(word.stem)
        return Strange(strange / max(matter.weight, 2.0), strange, tuple(beyond))

    def _strange_share(self, key: RecordKey, word: Word) -> float:
        """How much of a word is strange: of a cut that is no word of the language, only its strange characters.

        A single character that stands in the record's phrasings is probably what is left of a word of them.
        """
        own = self._of[key].texts
        if len(word.stem) == 1 and word.is_han and word.stem in own:
            return LEFT_OVER
        if word.is_han and self.is_left_over(word.stem):
            return LEFT_OF_ANOTHER
        if not word.is_han or self._segmenter.is_word(word.stem):
            return 1.0
        functions = lexicon().function_words
        left = [one for one in word.stem if one not in functions]
        return sum(one not in own for one in left) / len(left) if left else 0.0


def _is_part(word: str, words: str) -> bool:
    """Whether a Chinese word of two characters or more is a shorter form of one of the words."""
    return len(word) > 1 and not word.isascii() and word in words


def _parts_of(word: str) -> set[str]:
    """The shorter forms of a Chinese word, of two characters or more."""
    if word.isascii():
        return set()
    return {word[start:end] for start in range(len(word)) for end in range(start + 2, len(word) + 1)} - {word}


def matter_of(words: Iterable[Word], covered: Sequence[Span] = ()) -> Matter:
    """The words that are neither function words nor numbers, but for those in the covered spans."""
    functions = lexicon().function_words
    said = [word for word in words if word.stem not in functions and word.tag != "m"]
    matter = [word for word in said if not any(covers(span, word) for span in covered)]
    return Matter(matter, sum(map(weight_of, said)))


def weight_of(word: Word) -> float:
    """How much matter a word carries: nouns and names most."""
    if word.tag in _NOUN or word.tag.startswith("n"):
        return 1.0
    if word.tag in {"v", "a", "ad", "vd", "x", "z", "b"}:
        return 0.6 if len(word.stem) > 1 else 0.25
    return 0.3


def _texts(data: Any) -> Iterable[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, (list, tuple)):
        for value in data:
            yield from _texts(value)
