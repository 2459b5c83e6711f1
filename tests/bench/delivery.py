"""How near to Telegram's limit an announcement goes out, and who is asked for patience on the way."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.delivery.pacing import UNPAID
from tests.bench import telegram
from tests.bench.outside import Outside
from tests.bench.senders import SENDERS
from tests.bench.table import Table
from tests.e2e.processes import Process, parkbot

CHATS = 3_000
FEW = 600  # for a plain loop, which is slow
MANY = 10_000
PAID = 1_000
PATIENCE = 180  # seconds for one sender, who is stopped then; for a paid one a third of it
HEADER = ("limit", "round trip", "sender", "messages/s", "of the limit", "most in a second", "answers 429", "sent")
NOTES = (
    f"{CHATS:,} chats at 30/s ({FEW} for the plain loop), {MANY:,} at 1,000/s (a paid broadcast), against the sandbox "
    "in a process of its own, which refuses more than the limit in any one second and bans whoever goes on. The six at "
    "30/s run beside each other, each with a sandbox of its own; those at 1,000/s one after the other. By the times at "
    "which the sandbox took the messages, from the first to the last. AIORateLimiter is python-telegram-bot's, with as "
    "many in flight as ours and all retries that it takes; a plain loop waits as long as it is asked to, and a "
    f"thirtieth of a second in between. Whoever is not done after {PATIENCE} seconds (a paid one: a third of it) is "
    "stopped."
)


@dataclass(frozen=True)
class Run:
    sender: str
    rate: int
    latency: float

    @property
    def chats(self) -> int:
        if self.rate > UNPAID:
            return MANY
        return FEW if self.sender == "plain loop" else CHATS


def table(_outside: Outside) -> Table:
    return asyncio.run(_table())


async def _table() -> Table:
    paced = [Run(name, UNPAID, latency) for latency in (0.03, 0.1) for name in SENDERS]
    paid = [Run(name, PAID, latency) for latency in (0.03, 0.1) for name in list(SENDERS)[:2]]
    with TemporaryDirectory() as folder:
        rows = [*await asyncio.gather(*(_row(run, Path(folder)) for run in paced))]
        rows += [await _row(run, Path(folder)) for run in paid]
    return Table("Delivery", HEADER, tuple(rows), NOTES)


async def _row(run: Run, folder: Path) -> tuple[str, ...]:
    title = (f"{run.rate:,}/s", f"{1000 * run.latency:.0f} ms", run.sender)
    async with telegram.running(folder, run.chats, run.latency) as (address, client):
        arguments = (run.sender, address, str(run.chats), str(run.rate))
        async with parkbot(*arguments, folder=folder, module="tests.bench.senders") as process:
            with suppress(TimeoutError):
                if await process.status(within=PATIENCE if run.rate == UNPAID else PATIENCE / 3):
                    return *title, _why(process), *["–"] * 4
        taken = sorted(row.at for row in await client.accepted())
        summary, limits = await client.accepted_summary(), await client.limits()
    pace = (len(taken) - 1) / (taken[-1] - taken[0])
    figures = f"{pace:.1f}", f"{pace / run.rate:.3f}", f"{most_in_a_second(taken)}"
    return *title, *figures, f"{limits['refused']:,}", f"{summary['chats']:,} of {run.chats:,}"


def _why(process: Process) -> str:
    """It failed."""
    said = "".join(process.lines)
    if "rate-limiter" in said:  # the extra of the library that AIORateLimiter asks for
        return "not installed"
    raise RuntimeError(said)


def most_in_a_second(times: Sequence[float]) -> int:
    """Of ascending times, in seconds."""
    first = most = 0
    for last, at in enumerate(times):
        while at - times[first] >= 1:
            first += 1
        most = max(most, last - first + 1)
    return most
