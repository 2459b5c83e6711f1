"""Knowledge of any size: FAQ entries whose phrasings are put together from halves of real ones, in both languages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil, sqrt
from random import Random

from bot.knowledge.kinds import Faq
from tests.bench.noise import HAN, dropping, letter_places, sounding_alike

SPARE = 1.3
"""How many more phrasings an entry could have than it gets: the others are asked as questions."""
TYPED_WRONG = sounding_alike(0.15), dropping(0.1, letter_places)


@dataclass(frozen=True)
class Shape:
    """How many entries, with how many phrasings each."""

    entries: int
    each: int

    def __str__(self) -> str:
        return f"{self.entries:,} × {self.each}"


@dataclass(frozen=True)
class Entry:
    """An entry's phrasings, and as good ones that the store does not have."""

    known: tuple[str, ...]
    spare: tuple[str, ...]


class Synthetic:
    """Entries of a shape; the same sources and seed make the same."""

    def __init__(self, shape: Shape, sources: Iterable[str], seed: int = 1) -> None:
        self._random = Random(seed)
        texts = list(dict.fromkeys(text for text in sources if len(_parts(text)) > 1))
        self._chinese = [text for text in texts if HAN.search(text)]
        self._english = [text for text in texts if not HAN.search(text)]
        self._entries = [self._entry(shape.each) for _ in range(shape.entries)]

    @property
    def records(self) -> list[Faq]:
        return [
            Faq.model_validate(
                {
                    "id": f"entry-{number}",
                    "name": entry.known[0],
                    "questions": entry.known[1:],
                    "answer": f"Answer {number}.",
                }
            )
            for number, entry in enumerate(self._entries)
        ]

    def questions(self, count: int) -> list[str]:
        """Three of five are phrasings that an entry lacks, one is such a one typed wrong, one belongs to no entry."""
        return [self._question(number) for number in range(count)]

    def _question(self, number: int) -> str:
        if number % 5 == 0:
            return self._stranger()
        text = self._random.choice(self._random.choice(self._entries).spare)
        if number % 5 == 1:
            for noise in TYPED_WRONG:
                text = noise(text, self._random)
        return text

    def _stranger(self) -> str:
        language = self._random.choice((self._chinese, self._english))
        head, tail = self._random.sample(language, 2)
        return _joined(_halves(head)[0], _halves(tail)[1])

    def _entry(self, each: int) -> Entry:
        """Phrasings in both languages, of the halves of so few sources that they have much in common."""
        sources = ceil(sqrt(each * SPARE / 2))
        made: list[str] = []
        for language in (self._chinese, self._english):
            chosen = [_halves(text) for text in self._random.sample(language, sources)]
            made += [_joined(head, tail) for (head, _), (_, tail) in product(chosen, chosen)]
        made = list(dict.fromkeys(made))
        self._random.shuffle(made)
        return Entry(tuple(made[:each]), tuple(made[each:]))


def _parts(text: str) -> Sequence[str]:
    """What a text can be parted between: characters where it has Chinese ones, words where not."""
    return text if HAN.search(text) else text.split()


def _halves(text: str) -> tuple[str, str]:
    parts = _parts(text)
    middle = len(parts) // 2
    gap = "" if isinstance(parts, str) else " "
    return gap.join(parts[:middle]), gap.join(parts[middle:])


def _joined(head: str, tail: str) -> str:
    return head + tail if HAN.search(head + tail) else f"{head} {tail}"
