"""What people do in the month, each as they would: founders and the desk in the chat."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.app import Assistant
from bot.languages import Language
from bot.messages.texts import texts_in
from bot.sandbox.client import SandboxClient
from storage.models import Application
from tests.fakes import FakeClock
from tests.handlers.month.chronicle import Chronicle
from tests.handlers.month.expected import Expected, local
from tests.handlers.month.people import DESK, Founder, founder, language_of
from tests.handlers.tenant.profile.talking import Person

NOW_AND_THEN = timedelta(hours=25)
"""Every day at another hour."""
PRODUCT = {Language.ZH: "一台会飞的路由器", Language.EN: "a router that flies"}


class Month:
    """`day_id` is the day that the desk looks after now."""

    def __init__(self, park: Assistant, telegram: SandboxClient, clock: FakeClock, expected: Expected) -> None:
        self.desk = park.services.mentoring
        self.clock = clock
        self.expected = expected
        self.chronicle = Chronicle(park, telegram, clock)
        self.day_id = 0
        self._telegram = telegram

    async def until(self, moment: str) -> None:
        """Time passes; it is looked what came just before whatever is expected, at its moment, and now and then."""
        now, end = self.clock.now(), local(moment)
        pauses = [now + number * NOW_AND_THEN for number in range(1 + (end - now) // NOW_AND_THEN)]
        awaited = {one.at for one in self.expected.notices if now < one.at <= end}
        just_before = {one - timedelta(seconds=1) for one in awaited}
        await self.chronicle.pass_through([*pauses, *awaited, *just_before, end])

    async def apply(self, who: Founder, *, finish: bool = True) -> None:
        """By a tap for each wish, and a sentence."""
        person = self._person(who.id)
        await person.says("/mentoring")
        page = await person.presses("mentor:open:taofu")
        (day,) = {one.data.split(":")[2] for one in page.buttons if one.data.startswith("mentor:wish")}
        self.day_id = int(day)
        for wish in who.wishes:
            await person.presses(f"mentor:wish:{day}:{wish}")
        if finish:
            await person.presses(f"mentor:product:{day}")
            await person.says(PRODUCT[who.language])

    async def withdraw(self, who: Founder) -> None:
        person = self._person(who.id)
        await person.says("/mentoring")
        await person.presses("mentor:open:taofu")
        await person.presses(f"mentor:leave:{self.day_id}")

    async def take_offer(self, person: int) -> None:
        """By the button of their page."""
        taker = self._person(person)
        await taker.says("/mentoring")
        page = await taker.presses("mentor:open:taofu")
        (take,) = [one.data for one in page.buttons if one.data.startswith("meeting:take")]
        await taker.presses(take)

    async def decide(self, who: Founder, reason: int | None = None) -> None:
        """The desk admits, or declines for the reason of that number."""
        application = await self.application(who)
        person = self._person(DESK)
        await person.says("/mentoring_admin")
        await person.presses(f"day:open:{self.day_id}")
        await person.presses(f"day:who:{application.id}")
        said = f"day:admit:{application.id}" if reason is None else f"day:decline:{application.id}:{reason}"
        await person.presses(said)

    async def application(self, who: Founder) -> Application:
        listed = await self.desk.arranging.applications(self.day_id)
        (application,) = [one for one in listed if one.party == who.company]
        return application

    async def firsts(self) -> dict[int, datetime]:
        """When everybody who has a time has the first, by chat."""
        chats = {one.id: one.chat_id for one in await self.desk.arranging.applications(self.day_id)}
        slots = await self.desk.arranging.timetable(self.day_id)
        found: dict[int, datetime] = {}
        for slot in sorted(slots, key=lambda one: one.begins_at):
            found.setdefault(chats[slot.application_id], slot.begins_at)
        return found

    def _person(self, person: int) -> Person:
        return Person(self._telegram, person, texts_in(language_of(person)))


def ids(numbers: Iterable[int]) -> list[int]:
    return [founder(number).id for number in numbers]
