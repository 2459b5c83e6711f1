from bot.knowledge.kinds import Facility, Faq, Park
from bot.knowledge.snapshot import Snapshot
from bot.knowledge.values import Text

PARK = Park(id="a", name=Text(en="Park"))
LAB = Facility(id="a", name=Text(zh="硬功馆"))
HALL = Facility(id="hall", name=Text(zh="大厅"))


def test_snapshot_finds_records_by_kind_and_id() -> None:
    snapshot = Snapshot.of([LAB, PARK, HALL], revision=3)

    assert (snapshot.revision, len(snapshot), list(snapshot)) == (3, 3, [LAB, PARK, HALL])
    assert snapshot.get(Facility, "a") == LAB
    assert snapshot.get(Park, "hall") is None
    assert snapshot.get(Facility, None) is None
    assert snapshot.of_kind(Facility) == [LAB, HALL]
    assert snapshot.of_kind(Faq) == []
    assert snapshot.park == PARK


def test_snapshot_of_nothing_has_no_park() -> None:
    assert Snapshot.of([]).park is None
