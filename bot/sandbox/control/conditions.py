"""The control API, the part that sets how well the bot is served, and tells what was taken from it."""

from typing import Any

from aiohttp import web

from bot.sandbox.control.bodies import Body, Latency, NewFault, NewLimits
from bot.sandbox.control.exchange import answering, number, read_body
from bot.sandbox.faults import Fault
from bot.sandbox.limits import NONE, Limits
from bot.sandbox.world import World

ROOT = "/sandbox/control"


class ConditionsApi:
    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        return [
            web.post(f"{ROOT}/latency", answering(self.set_latency)),
            web.get(f"{ROOT}/limits", answering(self.limits)),
            web.post(f"{ROOT}/limits", answering(self.set_limits)),
            web.get(f"{ROOT}/faults", answering(self.faults)),
            web.post(f"{ROOT}/faults", answering(self.plan_fault)),
            web.post(f"{ROOT}/faults/clear", answering(self.clear_faults)),
            web.get(f"{ROOT}/accepted", answering(self.accepted)),
            web.get(f"{ROOT}/accepted/summary", answering(self.summary)),
            web.post(f"{ROOT}/accepted/clear", answering(self.clear_accepted)),
        ]

    async def set_latency(self, request: web.Request) -> Any:
        self._world.latency = (await read_body(request, Latency)).seconds
        return {}

    async def limits(self, _request: web.Request) -> Any:
        return self._world.limiter.as_json()

    async def set_limits(self, request: web.Request) -> Any:
        """Those of Telegram but for what is given, or with `enforced` false none."""
        given = await read_body(request, NewLimits)
        values = given.model_dump(exclude_none=True, exclude={"enforced"})
        self._world.limiter.set(Limits(**values) if given.enforced else NONE)
        return self._world.limiter.as_json()

    async def faults(self, _request: web.Request) -> Any:
        return [fault.as_json() for fault in self._world.faults.planned]

    async def plan_fault(self, request: web.Request) -> Any:
        given = await read_body(request, NewFault)
        fault = Fault(**given.model_dump())
        self._world.faults.planned.append(fault)
        return fault.as_json()

    async def clear_faults(self, request: web.Request) -> Any:
        await read_body(request, Body)
        self._world.faults.planned.clear()
        return {}

    async def accepted(self, request: web.Request) -> Any:
        """Messages with a number above `after`, at most `limit`; with `chat`, `method` or `marker` only such."""
        query, limit = request.query, int(number(request, "limit"))
        rows = self._world.ledger.rows(after=int(number(request, "after")), limit=limit or None)
        wanted = {name: query[name] for name in ("chat", "method", "marker") if name in query}
        return [row.as_json() for row in rows if all(str(getattr(row, name)) == wanted[name] for name in wanted)]

    async def summary(self, _request: web.Request) -> Any:
        return self._world.ledger.summary()

    async def clear_accepted(self, request: web.Request) -> Any:
        await read_body(request, Body)
        self._world.ledger.clear()
        return {}
