"""What is made of the knowledge before its first question: as bytes and back, and of which knowledge it is."""

import io
from dataclasses import replace

import numpy as np
import pytest

from bot.answering import arrayed, groundwork
from bot.answering.groundwork import Groundwork, dump, fingerprint, load
from bot.answering.matching import Matcher
from bot.knowledge.snapshot import Snapshot
from tests.bot.answering.times import NOW
from tests.bot.records import facility
from tests.bot.small_park import CANTEEN, GYM, RECORDS, small_park

ASKED = ("健身房在哪栋楼", "shitang jidian kaimen", "where is the gymm", "租金补贴怎么申请", "会意室", "zebra")
MADE = Matcher(small_park()).groundwork
WHOLE = dump(MADE)


def test_what_was_kept_matches_as_what_was_made() -> None:
    made, kept = Matcher(small_park()), Matcher(small_park(), load(WHOLE))
    assert kept.fingerprint == made.fingerprint
    for text in ASKED:
        ours, theirs = kept.match(text, NOW), made.match(text, NOW)
        assert ours == theirs


def test_everything_comes_back_as_it_went() -> None:
    back = load(WHOLE)
    assert (back.fingerprint, back.phrasings, back.words, back.english) == (
        MADE.fingerprint,
        MADE.phrasings,
        MADE.words,
        MADE.english,
    )
    assert back.index.keys == MADE.index.keys
    assert dump(back) == WHOLE


def test_nothing_is_as_good_as_something() -> None:
    empty = Matcher(Snapshot.of([])).groundwork
    assert dump(load(dump(empty))) == dump(empty)


def test_fingerprint_is_of_everything_that_records_hold_and_of_their_order() -> None:
    own = fingerprint(RECORDS)
    longer = GYM.model_copy(update={"source": "elsewhere"})
    others = (
        RECORDS[1:],
        [*RECORDS, facility(id="pool")],
        [RECORDS[1], RECORDS[0], *RECORDS[2:]],
        [longer if one is GYM else one for one in RECORDS],
        [CANTEEN.model_copy(update={"id": "mensa"}) if one is CANTEEN else one for one in RECORDS],
    )
    assert fingerprint(list(RECORDS)) == own
    assert own not in {fingerprint(one) for one in others}
    assert len({fingerprint(one) for one in others}) == len(others)


def test_fingerprint_is_of_what_made_it(monkeypatch: pytest.MonkeyPatch) -> None:
    own = fingerprint(RECORDS)
    groundwork._makers.cache_clear()
    monkeypatch.setattr(groundwork, "version", lambda _name: "9.9")
    assert fingerprint(RECORDS) != own
    monkeypatch.undo()
    groundwork._makers.cache_clear()
    assert fingerprint(RECORDS) == own


@pytest.mark.parametrize("data", [b"", b"garbage", WHOLE[:-9], WHOLE[: len(WHOLE) // 2], arrayed.pack({}, {})])
def test_what_is_no_groundwork_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"no groundwork|pickle"):
        load(data)


def test_every_changed_byte_of_its_numbers_is_noticed() -> None:
    values = MADE.index.postings.values.tobytes()
    at = WHOLE.index(values)
    for place in range(at, at + len(values), 97):
        with pytest.raises(ValueError, match="no groundwork"):
            load(WHOLE[:place] + bytes([WHOLE[place] ^ 1]) + WHOLE[place + 1 :])


class Trap:
    def __reduce__(self) -> tuple[object, ...]:
        return pytest.fail, ("it was unpickled",)


def test_pickles_are_never_opened() -> None:
    file = io.BytesIO()
    np.savez(file, allow_pickle=True, meta=np.array(Trap(), dtype=object))
    with pytest.raises(ValueError, match="pickle"):
        load(file.getvalue())


def with_postings(**given: object) -> Groundwork:
    index = MADE.index
    changed = replace(index.postings, **given)  # type: ignore[arg-type]
    return replace(MADE, index=type(index)(index.keys, index.owners, changed, index.rarity))


@pytest.mark.parametrize(
    "broken",
    [
        with_postings(places=MADE.index.postings.places + len(MADE.index.owners)),
        with_postings(places=MADE.index.postings.places - 10_000),
        with_postings(starts=MADE.index.postings.starts[::-1]),
        with_postings(starts=MADE.index.postings.starts[:-1]),
        with_postings(values=MADE.index.postings.values[:-1]),
        with_postings(tokens=MADE.index.postings.tokens[:-1]),
        replace(
            MADE, index=type(MADE.index)([("faq", "x")], MADE.index.owners, MADE.index.postings, MADE.index.rarity)
        ),
        replace(
            MADE,
            index=type(MADE.index)(
                MADE.index.keys, MADE.index.owners[::-1].copy(), MADE.index.postings, MADE.index.rarity
            ),
        ),
        replace(MADE, words=replace(MADE.words, of_record={})),
    ],
)
def test_parts_that_do_not_fit_are_refused(broken: Groundwork) -> None:
    with pytest.raises(ValueError, match="no groundwork"):
        load(dump(broken))
