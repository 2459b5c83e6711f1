"""How many wishes the timetable of a mentoring day meets, beside a plain greedy placing and what is possible at all."""

import random
import statistics
import time
from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from bot.mentoring.timetable import Party, Placing, Score, Tables, greedy, propose
from tests.bench.outside import Outside
from tests.bench.table import Table

DRAWS = 20
COMPANIES = 60
TIMES = 16
EXPERTS = ("factory", "capital", "market", "design", "cloud")
POPULARITY = (5, 4, 3, 2, 1)
WISHES = 3

Proposing = Callable[[Tables, Sequence[Party]], list[Placing]]


def table(_outside: Outside) -> Table:
    drawn = [_parties(seed) for seed in range(DRAWS)]
    rows = (_row("ours", propose, drawn), _row("greedy", greedy, drawn), _limit(drawn))
    header = ("", "first wishes met %", "first or second %", "without a table %", "ms")
    notes = (
        f"Means of {DRAWS} days with {COMPANIES} companies, {len(EXPERTS)} experts and {TIMES} times each; "
        f"{WISHES} wishes, some experts five times as wanted as others. The limits are taken one by one, and no "
        "timetable need reach all of them: as many first wishes as the tables hold, and as many companies as can be "
        "matched with a time of an expert whom they wish to see, walking aside."
    )
    return Table("Timetable of a mentoring day", header, rows, notes)


def _parties(seed: int) -> list[Party]:
    draw = random.Random(seed)
    return [Party(number, _wishes(draw)) for number in range(COMPANIES)]


def _wishes(draw: random.Random) -> tuple[str, ...]:
    """Different experts, the popular ones oftener and earlier."""
    order = sorted(EXPERTS, key=lambda one: draw.random() ** (1 / POPULARITY[EXPERTS.index(one)]), reverse=True)
    return tuple(order[:WISHES])


def _row(name: str, proposing: Proposing, drawn: Sequence[list[Party]]) -> tuple[str, ...]:
    tables, scores, took = {expert: range(TIMES) for expert in EXPERTS}, [], []
    for parties in drawn:
        began = time.perf_counter()
        placings = proposing(tables, parties)
        took.append(time.perf_counter() - began)
        scores.append(Score.of(placings, parties))
    shares = [[100 * value / COMPANIES for value in (one.first, one.top_two, one.without)] for one in scores]
    # a company has two such wishes: halved, it is the share of them that is met
    first, top_two, without = (statistics.fmean(column) for column in zip(*shares, strict=True))
    return name, f"{first:.1f}", f"{top_two / 2:.1f}", f"{without:.1f}", f"{1000 * statistics.median(took):.1f}"


def _limit(drawn: Sequence[list[Party]]) -> tuple[str, ...]:
    first = statistics.fmean(
        sum(min(count, TIMES) for count in Counter(one.wishes[0] for one in parties).values()) for parties in drawn
    )
    top_two = statistics.fmean(
        sum(min(count, TIMES) for count in Counter(wish for one in parties for wish in one.wishes[:2]).values())
        for parties in drawn
    )
    without = statistics.fmean(COMPANIES - _matched(parties) for parties in drawn)
    return (
        "limit",
        f"{100 * first / COMPANIES:.1f}",
        f"{100 * top_two / COMPANIES / 2:.1f}",
        f"{100 * without / COMPANIES:.1f}",
        "–",
    )


def _matched(parties: Sequence[Party]) -> int:
    """How many companies can have a time with somebody they wish to see."""
    seats = [expert for expert in EXPERTS for _ in range(TIMES)]
    wanted = np.array([[expert in one.wishes for expert in seats] for one in parties], dtype=float)
    chosen = linear_sum_assignment(wanted, maximize=True)
    return int(wanted[chosen].sum())
