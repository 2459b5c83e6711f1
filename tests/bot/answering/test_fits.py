"""What was fitted, as bytes and back, and whether it is of the knowledge in force."""

import io
import pickle
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering import fits as fitted
from bot.answering.confidence import DEFAULT, Acceptance
from bot.answering.fits import Fits, dump, fingerprint, load
from bot.answering.index import Phrasing, phrasings
from bot.answering.matching import Matcher
from bot.answering.postings import Postings, numbered
from bot.answering.text import Segmenter
from bot.knowledge.kinds import Record
from tests.bot.answering.weights import OTHERS, SURE, WEIGHTS, told
from tests.bot.records import facility
from tests.bot.small_park import CANTEEN, GYM, RECORDS, small_park

WHOLE = dump(Fits("0" * 64, WEIGHTS, OTHERS, SURE))


@pytest.mark.parametrize(
    "fits",
    [
        Fits("a", WEIGHTS, OTHERS, SURE),
        Fits("b", WEIGHTS, None),
        Fits("c", None, OTHERS),
        Fits("d", None, None, SURE),
    ],
)
def test_fits_come_back_as_they_went(fits: Fits) -> None:
    back = load(dump(fits))
    assert (back.fingerprint, back.acceptance) == (fits.fingerprint, fits.acceptance)
    assert (told(back.records), told(back.facts)) == (told(fits.records), told(fits.facts))


def test_fits_without_a_word_come_back() -> None:
    nothing = Postings.of(numbered([]), np.zeros(0, dtype=np.uint16), np.zeros(0, dtype=np.float32))
    fits = Fits("a", replace(WEIGHTS, postings=nothing, rarity=np.zeros(0, dtype=np.float32)))
    assert told(load(dump(fits)).records) == told(fits.records)


def readable(data: bytes) -> bool:
    """Whether fits are in the data; anything but a ValueError is a fault."""
    try:
        load(data)
    except ValueError:
        return False
    return True


def npy(array: object) -> bytes:
    file = io.BytesIO()
    np.save(file, np.asarray(array), allow_pickle=True)
    return file.getvalue()


def npz(**arrays: object) -> bytes:
    file = io.BytesIO()
    np.savez(file, allow_pickle=True, **arrays)  # type: ignore[arg-type]
    return file.getvalue()


class Trap:
    """Raises when it is unpickled, so that a test sees it."""

    def __reduce__(self) -> tuple[object, ...]:
        return eval, ("1/0",)


TRAP = np.array([Trap()], dtype=object)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        "看不懂".encode(),
        pickle.dumps({"meta": 1}),
        pickle.dumps(Trap()),
        npy([1, 2]),
        npy(TRAP),
        npz(meta=TRAP),
        npz(other=[1]),
        npz(meta=np.frombuffer(b"[]", dtype=np.uint8)),
        npz(meta=np.frombuffer(b'{"keys": []}', dtype=np.uint8)),
        npz(meta=np.frombuffer(b'{"keys": {"records": [["a", "b"]]}}', dtype=np.uint8)),
        npz(meta=np.frombuffer(b'{"keys": {"colours": []}}', dtype=np.uint8)),
        npz(meta=np.frombuffer(b"\xff\xfe", dtype=np.uint8)),
    ],
)
def test_what_is_no_file_of_fits_is_refused(data: bytes) -> None:
    assert not readable(data)


@pytest.mark.parametrize("length", range(0, len(WHOLE), 7))
def test_file_that_was_cut_is_refused(length: int) -> None:
    assert not readable(WHOLE[:length])


@given(st.integers(0, len(WHOLE) - 1), st.integers(1, 255))
def test_damaged_file_is_refused_or_says_the_same(at: int, flipped: int) -> None:
    damaged = bytearray(WHOLE)
    damaged[at] ^= flipped
    try:
        back = load(bytes(damaged))
    except ValueError:
        return
    assert (back.fingerprint, told(back.records), told(back.facts)) == ("0" * 64, told(WEIGHTS), told(OTHERS))


def test_fits_that_weigh_other_evidence_are_refused() -> None:
    with pytest.raises(ValueError, match="other evidence"):
        load(dump(Fits("a", acceptance=Acceptance(DEFAULT.weights[:-1]))))


def known(*records: Record) -> list[Phrasing]:
    return phrasings(records, Segmenter())


def test_fingerprint_is_that_of_the_phrasings_in_their_order() -> None:
    own = fingerprint(known(*RECORDS))
    assert (len(own), own) == (64, fingerprint(known(*RECORDS)))
    first, *rest = known(*RECORDS)
    others = [
        rest,
        [*rest, first],
        [first, first, *rest],
        [replace(first, text=f"{first.text}呢"), *rest],
        [replace(first, key=("facility", "gym2")), *rest],
        [replace(first, key=("event", "gym")), *rest],
    ]
    assert own not in {fingerprint(one) for one in others}
    assert len({fingerprint(one) for one in others}) == len(others)


def test_fingerprint_tells_where_a_key_ends() -> None:
    phrasing = Phrasing(("faq", "ab"), "c", ())
    assert fingerprint([phrasing]) != fingerprint([replace(phrasing, key=("faq", "a"), text="bc")])


def test_fingerprint_is_another_in_another_version(monkeypatch: pytest.MonkeyPatch) -> None:
    own = fingerprint(known(*RECORDS))
    monkeypatch.setattr(fitted, "VERSION", fitted.VERSION + 1)
    assert fingerprint(known(*RECORDS)) != own


def test_fingerprint_stays_when_hours_change_and_not_when_a_question_does() -> None:
    own = Matcher(small_park()).fingerprint
    longer = GYM.model_copy(update={"hours": facility(hours="Mon-Fri 06:00-23:00").hours})
    asked = CANTEEN.model_copy(update={"questions": [*CANTEEN.questions, "有夜宵吗"]})
    assert Matcher(small_park(longer)).fingerprint == own
    assert Matcher(small_park(asked)).fingerprint != own
    assert Matcher(small_park(facility())).fingerprint != own
