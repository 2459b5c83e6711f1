"""How many wishes the timetable of a mentoring day meets, beside a plain greedy placing and what is possible at all."""

import random
import statistics
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from bot.mentoring.timetable import Party, Placing, Score, Table, Tables, greedy, propose
from tests.bench.outside import Outside
from tests.bench.table import Table as Printed

DRAWS = 20
COMPANIES = 60
TIMES = 16
EXPERTS = ("factory", "capital", "market", "design", "cloud")
POPULARITY = (5, 4, 3, 2, 1)
WISHES = 3

MOST = 8
DAYS: dict[str, Tables] = {
    "whole days": {expert: Table(range(TIMES)) for expert in EXPERTS},
    "arranged days": {
        "factory": Table([*range(7), *range(9, TIMES)]),
        "capital": Table(range(TIMES), most=MOST),
        "market": Table(range(TIMES)),
        "design": Table(range(TIMES), most=MOST),
        "cloud": Table(range(4, 12)),
    },
}

Proposing = Callable[[Tables, Sequence[Party]], list[Placing]]


def table(_outside: Outside) -> Printed:
    drawn = [_parties(seed) for seed in range(DRAWS)]
    rows = [
        row
        for days, tables in DAYS.items()
        for row in (
            _row(f"ours, {days}", propose, tables, drawn),
            _row(f"greedy, {days}", greedy, tables, drawn),
            _limit(f"limit, {days}", tables, drawn),
        )
    ]
    header = ("", "first wishes met %", "first or second %", "without a table %", "ms")
    notes = (
        f"Means of {DRAWS} days with {COMPANIES} companies, {len(EXPERTS)} experts and {TIMES} times each; "
        f"{WISHES} wishes, some experts five times as wanted as others. On arranged days two experts see {MOST} "
        "companies at most, and two have breaks. The limits are taken one by one, and no timetable need reach all of "
        "them: as many first wishes as the tables hold, and as many companies as can be matched with a time of an "
        "expert whom they wish to see, walking aside."
    )
    return Printed("Timetable of a mentoring day", header, tuple(rows), notes)


def _parties(seed: int) -> list[Party]:
    draw = random.Random(seed)
    return [Party(number, _wishes(draw)) for number in range(COMPANIES)]


def _wishes(draw: random.Random) -> tuple[str, ...]:
    """Different experts, the popular ones oftener and earlier."""
    order = sorted(EXPERTS, key=lambda one: draw.random() ** (1 / POPULARITY[EXPERTS.index(one)]), reverse=True)
    return tuple(order[:WISHES])


def _row(name: str, proposing: Proposing, tables: Tables, drawn: Sequence[list[Party]]) -> tuple[str, ...]:
    scores, took = [], []
    for parties in drawn:
        began = time.perf_counter()
        placings = proposing(tables, parties)
        took.append(time.perf_counter() - began)
        scores.append(Score.of(placings, parties))
    shares = [[100 * value / COMPANIES for value in (one.first, one.top_two, one.without)] for one in scores]
    # a company has two such wishes: halved, it is the share of them that is met
    first, top_two, without = (statistics.fmean(column) for column in zip(*shares, strict=True))
    return name, f"{first:.1f}", f"{top_two / 2:.1f}", f"{without:.1f}", f"{1000 * statistics.median(took):.1f}"


def _limit(name: str, tables: Tables, drawn: Sequence[list[Party]]) -> tuple[str, ...]:
    seats = {expert: min(len(table.times), table.most or TIMES) for expert, table in tables.items()}
    first = statistics.fmean(_held(seats, [one.wishes[0] for one in parties]) for parties in drawn)
    top_two = statistics.fmean(_held(seats, [wish for one in parties for wish in one.wishes[:2]]) for parties in drawn)
    without = statistics.fmean(COMPANIES - _matched(seats, parties) for parties in drawn)
    return (
        name,
        f"{100 * first / COMPANIES:.1f}",
        f"{100 * top_two / COMPANIES / 2:.1f}",
        f"{100 * without / COMPANIES:.1f}",
        "–",
    )


def _held(seats: Mapping[str, int], wishes: Sequence[str]) -> int:
    """How many of the wishes the tables hold."""
    return sum(min(count, seats[expert]) for expert, count in Counter(wishes).items())


def _matched(seats: Mapping[str, int], parties: Sequence[Party]) -> int:
    """How many companies can have a time with somebody they wish to see."""
    each = [expert for expert, count in seats.items() for _ in range(count)]
    wanted = np.array([[expert in one.wishes for expert in each] for one in parties], dtype=float)
    chosen = linear_sum_assignment(wanted, maximize=True)
    return int(wanted[chosen].sum())
