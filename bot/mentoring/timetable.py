"""The timetable of a mentoring day: who sits at whose table when.

Times are numbered from 0. Nobody is in two places at once, and between two tables there is time to walk. Everybody gets
one table before anybody gets a second; those who went away empty the last time come first, then who applied first.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

MOST = 3
"""Tables that one party sees in a day."""
WALK = 1
"""Times between two tables of one party."""
DISPENSABLE = 2
"""From this rank on a wish gives way to somebody's better one."""

Tables = Mapping[str, Sequence[int]]
"""The times at which each expert can be seen."""


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

    def put(self, party: Party, expert: str, time: int) -> None:
        self.at[expert, time] = party
        self.times[party.id][expert] = time

    def take(self, party: Party, expert: str) -> None:
        del self.at[expert, self.times[party.id].pop(expert)]

    def seat(self, party: Party, expert: str) -> bool:
        """At the first free time, or at one that whoever sits there can change for a free one."""
        if expert in self.times[party.id]:
            return False
        for time in self.tables.get(expert, ()):
            if (expert, time) not in self.at and self.can_sit(party, time):
                self.put(party, expert, time)
                return True
        return any(self._swap(party, other, expert) for other in self._sitting(party, expert))

    def _swap(self, party: Party, other: Party, expert: str) -> bool:
        freed = self.times[other.id][expert]
        for time in self.tables[expert]:
            if (expert, time) not in self.at and self.can_sit(other, time, leaving=expert):
                self.take(other, expert)
                self.put(other, expert, time)
                self.put(party, expert, freed)
                return True
        return False

    def _sitting(self, party: Party, expert: str) -> Iterator[Party]:
        """Who sits there at a time that the party has."""
        for time in self.tables.get(expert, ()):
            if (other := self.at.get((expert, time))) and self.can_sit(party, time):
                yield other

    def displace(self, party: Party, expert: str, least: int) -> bool:
        """In the place of somebody with other tables, whose wish is of the rank `least` or beyond."""
        if expert in self.times[party.id]:
            return False
        for other in list(self._sitting(party, expert)):
            if len(self.times[other.id]) > 1 and other.rank(expert) >= least:
                time = self.times[other.id][expert]
                self.take(other, expert)
                self.put(party, expert, time)
                return True
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
    for time in board.tables.get(expert, ()):
        if (expert, time) not in board.at and board.can_sit(party, time):
            board.put(party, expert, time)
            return


def _seat_somewhere(board: _Board, party: Party) -> None:
    """Somebody without a table comes before a second table of others, unless that would cost a better wish."""
    for rank, expert in enumerate(party.wishes):
        if board.seat(party, expert) or board.displace(party, expert, max(rank, 1)):
            return


def _fulfil(board: _Board, party: Party, expert: str) -> None:
    if not board.seat(party, expert):
        board.displace(party, expert, DISPENSABLE)
