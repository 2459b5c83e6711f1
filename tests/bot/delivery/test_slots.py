"""Slots: the limit holds at the server, whatever the way there takes; live answers go first."""

import asyncio
import math
import random

import pytest

from bot.delivery.slots import Line, Window
from tests.waiting import until


def test_window_frees_what_was_answered_a_second_ago() -> None:
    window = Window(2, 1.0)
    window.take(2)
    assert window.wait(0.0, 1) == math.inf
    window.answered(0.3, 1)
    window.answered(0.5, 1)
    assert window.wait(0.5, 1) == pytest.approx(0.8)
    assert window.wait(0.5, 2) == pytest.approx(1.0)
    assert window.wait(1.3, 1) == 0
    assert window.wait(1.3, 1, kept=1) == pytest.approx(0.2)


def test_what_counts_for_more_than_the_window_goes_alone() -> None:
    window = Window(2, 1.0)
    assert window.wait(0.0, 5) == 0
    window.take(5)
    window.answered(0.0, 5)
    assert window.wait(0.5, 1) == pytest.approx(0.5)
    assert window.wait(1.0, 5) == 0


def test_what_was_not_sent_is_free_at_once() -> None:
    window = Window(1, 1.0)
    window.take(1)
    window.give_back(1)
    assert window.wait(0.0, 1) == 0


@pytest.mark.parametrize("seed", range(5))
def test_no_second_at_the_server_has_more_than_there_are_slots(seed: int) -> None:
    dice, window, now = random.Random(seed), Window(30, 1.0), 0.0
    answers: list[float] = []
    arrived: list[float] = []
    while len(arrived) < 1000:
        for at in sorted(answer for answer in answers if answer <= now):
            window.answered(at, 1)
            answers.remove(at)
        wait = window.wait(now, 1)
        if wait == 0:
            window.take(1)
            there, back = dice.expovariate(10), dice.expovariate(10)
            arrived.append(now + there)
            answers.append(now + there + back)
        else:
            now = min([now + wait, *answers])
    arrived.sort()
    for first, later in zip(arrived, arrived[30:], strict=False):
        assert later - first > 1 - 1e-9


class Seconds:
    now = 100.0

    def __call__(self) -> float:
        return self.now


async def enter(line: Line, entered: list[str], name: str, *, live: bool = False, count: int = 1) -> None:
    async with line.slots(count, live=live):
        entered.append(name)
        await asyncio.Event().wait()


async def test_live_answer_goes_before_those_that_wait() -> None:
    line, entered = Line(1000), list[str]()
    async with asyncio.TaskGroup() as group:
        full = group.create_task(enter(line, entered, "full", count=1000))
        await until(lambda: entered == ["full"])
        waiting = [
            group.create_task(enter(line, entered, "other", live=False)),
            group.create_task(enter(line, entered, "live", live=True)),
        ]
        await asyncio.sleep(0)
        full.cancel()
        await until(lambda: len(entered) == 3)
        for task in waiting:
            task.cancel()
    assert entered == ["full", "live", "other"]


async def test_others_are_spread_and_live_answers_are_not() -> None:
    time, entered = Seconds(), list[str]()
    line = Line(10, time)
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(enter(line, entered, name, live=name == "live")) for name in ("a", "b", "c", "live")]
        await until(lambda: "live" in entered)
        for task in tasks:
            task.cancel()
    assert entered == ["a", "live"]


async def test_slot_is_kept_for_the_next_live_answer() -> None:
    time, entered = Seconds(), list[str]()
    line = Line(20, time)
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(enter(line, entered, "live", live=True, count=19))]
        await until(lambda: entered == ["live"])
        tasks += [group.create_task(enter(line, entered, "other"))]
        tasks += [group.create_task(enter(line, entered, "next", live=True))]
        await until(lambda: "next" in entered)
        for task in tasks:
            task.cancel()
    assert entered == ["live", "next"]


async def test_whoever_stops_waiting_leaves_the_line() -> None:
    line, entered = Line(1), list[str]()
    async with asyncio.TaskGroup() as group:
        first = group.create_task(enter(line, entered, "first"))
        await until(lambda: entered == ["first"])
        second = group.create_task(enter(line, entered, "second"))
        await asyncio.sleep(0)
        second.cancel()
        third = group.create_task(enter(line, entered, "third"))
        await asyncio.sleep(0)
        first.cancel()
        await until(lambda: entered == ["first", "third"])
        third.cancel()
