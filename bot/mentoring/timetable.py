"""The timetable of a mentoring day: who sits at whose table when.

Times are numbered from 0. Nobody is in two places at once, and between two tables there is time to walk; no expert sees
more parties than they want to. Everybody gets one table before anybody gets a second; those who went away empty the
last time come first, then who applied first.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

MOST = 3
"""Tables that one party sees in a day."""
WALK = 1
"""Times between two tables of one party."""
DISPENSABLE = 2
"""From this rank on a wish gives way to somebody's better one."""


@dataclass(frozen=True)
class Table:
    """The times at which an expert can be seen, by how many parties at `most`; None does not limit them."""

    times: Sequence[int]
    most: int | None = None


Tables = Mapping[str, Table]


@dataclass(frozen=True)
class Party:
    """Whom it wishes to see, the most wanted first; `went_empty` the last time."""

    id: int
    wishes: tuple[str, ...]
    went_empty: bool = False

    def rank(self, expert: str) -> int:
        return self.wishes.index(expert)


@dataclass(frozen=True, order=True)
class Placing:
    """`rank` is which of the wishes it meets, 0 for the first."""

    expert: str
    time: int
    party: int
    rank: int


@dataclass(frozen=True)
class Score:
    """Of a timetable: more are better, but for those `without` any table."""

    without: int
    first: int
    top_two: int
    met: int

    @classmethod
    def of(cls, placings: Sequence[Placing], parties: Sequence[Party]) -> "Score":
        seen = {placing.party for placing in placings}
        ranks = [placing.rank for placing in placings]
        return cls(
            without=sum(party.id not in seen for party in parties if party.wishes),
            first=ranks.count(0),
            top_two=ranks.count(0) + ranks.count(1),
            met=len(ranks),
        )


def propose(tables: Tables, parties: Sequence[Party]) -> list[Placing]:
    """As good for the wishes as a plain greedy placing at least, in the order of tables and times."""
    board = _greedy(tables, parties)
    for party in board.queue:
        if not board.times[party.id]:
            _seat_somewhere(board, party)
    for rank in range(DISPENSABLE):
        for party in board.queue:
            if rank < len(party.wishes) and len(board.times[party.id]) < MOST:
                _fulfil(board, party, party.wishes[rank])
    return board.placings()


def greedy(tables: Tables, parties: Sequence[Party]) -> list[Placing]:
    """In rounds, each party takes the first time that it can at the next expert that it wishes to see."""
    return _greedy(tables, parties).placings()


@dataclass
class _Board:
    """`at` is who sits where and when, `times` when each party is at whose table."""

    tables: Tables
    queue: list[Party]
    at: dict[tuple[str, int], Party] = field(default_factory=dict)
    times: dict[int, dict[str, int]] = field(default_factory=dict)

    def can_sit(self, party: Party, time: int, leaving: str | None = None) -> bool:
        """Whether it has that time, and time to walk; `leaving` is a table that it gives up."""
        others = (at for expert, at in self.times[party.id].items() if expert != leaving)
        return all(abs(at - time) > WALK for at in others)

    def has_room(self, expert: str) -> bool:
        """Whether one party more may sit at the table, if it has a time."""
        table = self.tables.get(expert)
        return table is not None and (table.most is None or len(list(self._seated(expert))) < table.most)

    def put(self, party: Party, expert: str, time: int) -> None:
        self.at[expert, time] = party
        self.times[party.id][expert] = time

    def take(self, party: Party, expert: str) -> None:
        del self.at[expert, self.times[party.id].pop(expert)]

    def seat(self, party: Party, expert: str) -> bool:
        """At the first free time, or at one that whoever sits there can change for a free one."""
        if expert in self.times[party.id] or not self.has_room(expert):
            return False
        if (time := self.free_time(party, expert)) is not None:
            self.put(party, expert, time)
            return True
        sitting = [one for one in self._seated(expert) if self.can_sit(party, self.times[one.id][expert])]
        return any(self._swap(party, other, expert) for other in sitting)

    def free_time(self, party: Party, expert: str, leaving: str | None = None) -> int | None:
        """The first one at the table that the party has as well."""
        free = (time for time in self.tables[expert].times if (expert, time) not in self.at)
        return next((time for time in free if self.can_sit(party, time, leaving)), None)

    def _swap(self, party: Party, other: Party, expert: str) -> bool:
        freed, time = self.times[other.id][expert], self.free_time(other, expert, leaving=expert)
        if time is None:
            return False
        self.take(other, expert)
        self.put(other, expert, time)
        self.put(party, expert, freed)
        return True

    def _seated(self, expert: str) -> Iterator[Party]:
        """Who sits at the table, by time."""
        return (self.at[expert, time] for time in self.tables[expert].times if (expert, time) in self.at)

    def displace(self, party: Party, expert: str, least: int) -> bool:
        """In the place of somebody with other tables, whose wish is of the rank `least` or beyond."""
        if expert in self.times[party.id] or expert not in self.tables:
            return False
        for other in list(self._seated(expert)):
            if len(self.times[other.id]) > 1 and other.rank(expert) >= least:
                time = self.times[other.id][expert]
                self.take(other, expert)
                if self.seat(party, expert):
                    return True
                self.put(other, expert, time)
        return False

    def placings(self) -> list[Placing]:
        return sorted(Placing(expert, time, one.id, one.rank(expert)) for (expert, time), one in self.at.items())


def _greedy(tables: Tables, parties: Sequence[Party]) -> _Board:
    queue = sorted(parties, key=lambda party: not party.went_empty)
    board = _Board(tables, queue, times={party.id: {} for party in queue})
    for turn in range(1, MOST + 1):
        for party in queue:
            for expert in party.wishes:
                if len(board.times[party.id]) < turn and expert not in board.times[party.id]:
                    _sit_down(board, party, expert)
    return board


def _sit_down(board: _Board, party: Party, expert: str) -> None:
    if board.has_room(expert) and (time := board.free_time(party, expert)) is not None:
        board.put(party, expert, time)


def _seat_somewhere(board: _Board, party: Party) -> None:
    """Somebody without a table comes before a second table of others, unless that would cost a better wish."""
    for rank, expert in enumerate(party.wishes):
        if board.seat(party, expert) or board.displace(party, expert, max(rank, 1)):
            return


def _fulfil(board: _Board, party: Party, expert: str) -> None:
    if not board.seat(party, expert):
        board.displace(party, expert, DISPENSABLE)
