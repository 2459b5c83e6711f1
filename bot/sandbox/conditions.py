"""The client's part that sets how well the bot is served, and asks what was taken from it."""

from collections.abc import Mapping
from typing import Any

from bot.sandbox.connection import Connection
from bot.sandbox.ledger import Acceptance


class Conditions(Connection):
    async def set_latency(self, seconds: float) -> None:
        """How long the Bot API takes over each answer from now on."""
        await self._post("latency", {"seconds": seconds})

    async def set_limits(self, *, enforced: bool = True, **limits: float) -> None:
        """Telegram's limits but for those given, see bot.sandbox.limits; with `enforced` false none."""
        await self._post("limits", {"enforced": enforced, **limits})

    async def limits(self) -> Mapping[str, Any]:
        """The limits, and how many calls were `refused` since they were set."""
        found: Mapping[str, Any] = await self._get("limits")
        return found

    async def plan_fault(self, kind: str, **fault: Any) -> None:
        """What befalls some of the calls from now on: see bot.sandbox.faults."""
        await self._post("faults", {"kind": kind, **fault})

    async def faults(self) -> list[Mapping[str, Any]]:
        """As planned, with what is `left` and how many calls are `befallen`."""
        found: list[Mapping[str, Any]] = await self._get("faults")
        return found

    async def clear_faults(self) -> None:
        await self._post("faults/clear", {})

    async def accepted(self, **query: Any) -> list[Acceptance]:
        """The messages that were taken: number above `after`, at most `limit`, of a `chat`, `method` or `marker`."""
        return [Acceptance(**row) for row in await self._get("accepted", **query)]

    async def accepted_summary(self) -> Mapping[str, Any]:
        """How many messages were `accepted`, in how many `chats`, `repeated`; how many `edited` and `deleted`."""
        found: Mapping[str, Any] = await self._get("accepted/summary")
        return found

    async def clear_accepted(self) -> None:
        await self._post("accepted/clear", {})
