"""What is made of the knowledge before its first question: kept as bytes, found again by what it was made of."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.answering import arrayed, fits
from bot.answering.index import Index, phrasings
from bot.answering.postings import Postings
from bot.answering.speech import Speech
from bot.answering.speech_english import English
from bot.answering.text import Segmenter
from bot.answering.types import RecordKey
from bot.answering.vocabulary import Known, Words
from bot.knowledge.kinds import Record
from bot.knowledge.snapshot import Snapshot

_FOLDER = Path(__file__).parent
_LIBRARIES = ("opencc", "pypinyin", "PyStemmer", "rjieba")
_POSTINGS = ("tokens", "starts", "places", "values")


@dataclass(frozen=True)
class Groundwork:
    """`fingerprint` is of the records and of what makes this of them, `phrasings` that which fits go by.

    `shared` are the parts of names that a few records share.
    """

    fingerprint: str
    phrasings: str
    shared: Mapping[str, list[RecordKey]]
    index: Index
    words: Words
    english: English
    speech: Speech

    @classmethod
    def of(cls, snapshot: Snapshot, shared: Mapping[str, list[RecordKey]], segmenter: Segmenter) -> "Groundwork":
        """The segmenter knows the names of the records."""
        known = phrasings(snapshot, segmenter)
        words = Words.of(snapshot, known, segmenter)
        english = English.of(phrasing.text for phrasing in known)
        speech = Speech.of(phrasing.text for phrasing in known)
        return cls(fingerprint(snapshot), fits.fingerprint(known), shared, Index.of(known), words, english, speech)


@cache
def _makers() -> bytes:
    """Whatever may change the result: what an earlier version made of the same records is of no use."""
    digest = hashlib.sha256()
    for file in sorted((*_FOLDER.glob("*.py"), *_FOLDER.glob("*.yaml"))):
        digest.update(file.read_bytes())
    for name in _LIBRARIES:
        digest.update(f"{name} {version(name)}".encode())
    return digest.digest()


def fingerprint(records: Iterable[Record]) -> str:
    """Tells whether a groundwork is of these records, as they are and in this order."""
    digest = hashlib.sha256(_makers())
    for record in records:
        digest.update(f"{record.kind} {record.model_dump_json()}\n".encode())
    return digest.hexdigest()


def dump(groundwork: Groundwork) -> bytes:
    """As a file of arrays."""
    index, words, seen, english = groundwork.index, groundwork.words, groundwork.speech.seen, groundwork.english
    meta = {
        "fingerprint": groundwork.fingerprint,
        "phrasings": groundwork.phrasings,
        "shared": groundwork.shared,
        "keys": index.keys,
        "records": [(*key, known.words, known.texts) for key, known in words.of_record.items()],
        "asked": sorted(words.asked),
        "common": sorted(words.common),
        "english": "\n".join(english.seen),
        "stems": sorted(english.stems),
        "seen": "\n".join(seen),
    }
    arrays = {name: getattr(index.postings, name) for name in _POSTINGS}
    counts = {"often": _counts(seen), "english_often": _counts(english.seen)}
    return arrayed.pack(meta, {**arrays, **counts, "owners": index.owners, "rarity": index.rarity})


def load(data: bytes) -> Groundwork:
    """Raises ValueError for what is no such file, or does not hang together."""
    with arrayed.unpacking(data, "groundwork") as (meta, file):
        postings = Postings(**{name: file[name] for name in _POSTINGS})
        keys = [_key(*key) for key in meta["keys"]]
        index = Index(keys, file["owners"], postings, file["rarity"])
        of_record = {_key(kind, one): Known(words, texts) for kind, one, words, texts in meta["records"]}
        words = Words(of_record, frozenset(meta["asked"]), frozenset(meta["common"]))
        english = English(_seen(meta["english"], file["english_often"])(), frozenset(meta["stems"]))
        speech = Speech(_seen(meta["seen"], file["often"]))
        shared = {part: [_key(*key) for key in keys] for part, keys in meta["shared"].items()}
        groundwork = Groundwork(meta["fingerprint"], meta["phrasings"], shared, index, words, english, speech)
    if not _hangs_together(groundwork):
        raise ValueError("no groundwork: its parts do not fit")
    return groundwork


def _counts(seen: Mapping[str, int]) -> NDArray[np.int32]:
    return np.fromiter(seen.values(), dtype=np.int32)


def _seen(tokens: str, often: NDArray[np.int32]) -> Callable[[], dict[str, int]]:
    """How often each was seen, once it is asked for: ten thousands of strings take a while."""
    if tokens.count("\n") + 1 != len(often):
        raise ValueError("no groundwork: its parts do not fit")
    return lambda: dict(zip(tokens.split("\n"), often.tolist(), strict=True))


def _key(kind: str, record_id: str) -> RecordKey:
    return kind, record_id


def _hangs_together(groundwork: Groundwork) -> bool:
    """Whether nothing points where nothing is, and the phrasings of each record stand together."""
    index, postings = groundwork.index, groundwork.index.postings
    return (
        len(postings.starts) == len(postings.tokens) + 1 == len(index.rarity) + 1
        and len(postings.places) == len(postings.values) == postings.starts[-1]
        and bool((postings.starts[1:] >= postings.starts[:-1]).all())
        and all(not len(at) or 0 <= at.min() <= at.max() < size for at, size in _pointers(index))
        and bool((index.owners[1:] >= index.owners[:-1]).all())
        and len(np.unique(index.owners)) == len(index.keys)
        and groundwork.words.of_record.keys() >= set(index.keys)
    )


def _pointers(index: Index) -> Iterable[tuple[NDArray[Any], int]]:
    return (index.owners, len(index.keys)), (index.postings.places, len(index.owners))
