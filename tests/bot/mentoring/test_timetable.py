"""Timetables: nobody in two places, nobody off the table's times, and never worse than greed."""

from collections import Counter
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.mentoring.timetable import MOST, WALK, Party, Placing, Score, Table, Tables, greedy, propose
from tests.thoroughness import examples

EXPERTS = ("a", "b", "c", "d", "e")

# with breaks, for the times are any, and limits
tables = st.dictionaries(
    st.sampled_from(EXPERTS),
    st.builds(
        Table,
        st.lists(st.integers(0, 15), unique=True, max_size=16).map(sorted),
        st.none() | st.sampled_from([0, 2, 4, 6, 8]),
    ),
    max_size=5,
)
wishes = st.lists(st.sampled_from(EXPERTS), unique=True, max_size=5).map(tuple)
parties = st.lists(st.tuples(wishes, st.booleans()), max_size=40).map(
    lambda drawn: [Party(number, wished, empty) for number, (wished, empty) in enumerate(drawn)]
)


@settings(max_examples=examples(150), deadline=None)
@given(tables, parties)
def test_everybody_is_at_one_table_at_a_time_and_walks_between(tables: Tables, parties: list[Party]) -> None:
    placings, wished = propose(tables, parties), {party.id: party.wishes for party in parties}
    assert max(Counter((one.expert, one.time) for one in placings).values(), default=1) == 1
    assert max(Counter((one.expert, one.party) for one in placings).values(), default=1) == 1
    for one in placings:
        assert one.time in tables[one.expert].times
        assert wished[one.party][one.rank] == one.expert
    for expert, table in tables.items():
        assert table.most is None or sum(one.expert == expert for one in placings) <= table.most
    for party in parties:
        times = sorted(one.time for one in placings if one.party == party.id)
        assert len(times) <= MOST
        assert all(later - earlier > WALK for earlier, later in pairwise(times))


@settings(max_examples=examples(150), deadline=None)
@given(tables, parties)
def test_wishes_are_never_worse_than_greed_has_them(tables: Tables, parties: list[Party]) -> None:
    ours, plain = Score.of(propose(tables, parties), parties), Score.of(greedy(tables, parties), parties)
    assert ours.without <= plain.without
    assert ours.first >= plain.first
    assert ours.top_two >= plain.top_two


@settings(max_examples=examples(50), deadline=None)
@given(tables, parties)
def test_it_is_the_same_every_time(tables: Tables, parties: list[Party]) -> None:
    assert propose(tables, parties) == propose(tables, list(parties))


def test_everybody_gets_one_table_before_anybody_a_second() -> None:
    crowd = [Party(number, ("a",)) for number in range(3)]
    placings = propose({"a": Table([0, 1, 2, 3])}, [Party(9, ("a", "b")), *crowd])
    assert {one.party for one in placings} == {0, 1, 2, 9}


def test_who_went_away_empty_comes_first() -> None:
    placings = propose({"a": Table([0])}, [Party(1, ("a",)), Party(2, ("a",), went_empty=True)])
    assert placings == [Placing("a", 0, 2, 0)]


def test_who_sits_there_moves_over_for_who_has_no_other_time() -> None:
    """Greed gives the only time of b to nobody: the second party sits at a then."""
    tables = {"a": Table([0, 5]), "b": Table([0, 9])}
    placings = propose(tables, [Party(1, ("a", "b")), Party(2, ("b",)), Party(3, ("b",))])
    assert {(one.party, one.expert) for one in placings} >= {(1, "a"), (2, "b"), (3, "b")}


def test_third_wishes_give_way_to_first_ones() -> None:
    tables = {"a": Table([0]), "b": Table([5]), "c": Table([10])}
    first, second = Party(1, ("a", "b", "c"), went_empty=True), Party(2, ("c",))
    placings = propose(tables, [first, second])
    assert Placing("c", 10, 2, 0) in placings
    assert Score.of(placings, [first, second]).without == 0


def test_nobody_is_seated_beyond_an_experts_limit() -> None:
    crowd = [Party(number, ("a", "b")) for number in range(4)]
    placings = propose({"a": Table([0, 1, 2, 3], most=2), "b": Table([6, 7])}, crowd)
    assert [(one.expert, one.party) for one in placings] == [("a", 0), ("a", 1), ("b", 2), ("b", 3)]
