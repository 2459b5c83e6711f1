"""Recording what came of the meetings of a mentoring day: for staff, and for experts at their own table."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from telegram import Update

from bot.awaited import Awaited, Dialogue
from bot.mentoring.errors import MentoringError
from bot.mentoring.notices import Words
from bot.mentoring.promised import promised_day
from bot.mentoring.reminders.says import STARS
from bot.mentoring.results import Results
from bot.mentoring.reviewers import Reviewer
from bot.messages.message import Message
from handlers.access import reviewer_of
from handlers.callbacks import StalePressError, number, press, step_of
from handlers.context import ParkContext, Tenant, expect, message_of
from handlers.replies import acknowledge, reply, show
from handlers.staff import result_pages as pages

PREFIX = "result-"
ADVICE, PROMISE, DAY, REMARK = "advice", "promise", "day", "remark"
"""What is typed; the dialogue asks for it under this name with the prefix, about a slot."""


@dataclass(frozen=True)
class Desk:
    """Who records, and from which update."""

    update: Update
    context: ParkContext
    tenant: Tenant
    reviewer: Reviewer

    @property
    def results(self) -> Results:
        return self.context.services.mentoring.results

    async def words(self, occurrence_id: int) -> Words:
        days = self.context.services.mentoring.days
        return await days.words(await days.find(occurrence_id))

    async def card(self, slot_id: int) -> Message:
        day, seen = await self.results.of_meeting(slot_id, self.reviewer)
        return pages.meeting(self.tenant.texts, await self.words(day.id), seen, self.reviewer)

    async def question(self, slot_id: int, what: str) -> Message:
        """Asks for what is typed next."""
        _, seen = await self.results.of_meeting(slot_id, self.reviewer)
        asked = Awaited(
            self.context.now, self.tenant.language, f"{PREFIX}{what}", mark=slot_id, dialogue=Dialogue.MENTORING
        )
        await self.wait(asked)
        return pages.asking(self.tenant.texts, seen, what)

    async def wait(self, awaited: Awaited) -> None:
        await expect(self.context, self.tenant, awaited)

    async def show(self, message: Message, toast: str = "") -> None:
        await acknowledge(self.update, self.tenant.texts(toast) if toast else "")
        await show(self.update, self.context, message)


Step = Callable[[Desk, list[str]], Awaitable[None]]


@press
async def record(update: Update, context: ParkContext) -> None:
    """A press on result:<step>:<occurrence or slot>[:<argument>]; those of CHANGES are for who may change it."""
    step, take_step, arguments = step_of(update, STEPS)
    reviewer = await reviewer_of(update, context)
    if reviewer is None:
        raise StalePressError("access-staff-only")
    if (step in CHANGES or len(arguments) > 1) and not reviewer.writes:
        raise StalePressError("mentoring-error-no-right")
    await take_step(Desk(update, context, await Tenant.of(update, context), reviewer), arguments)


async def take(update: Update, context: ParkContext, tenant: Tenant) -> bool:
    """Whether the message is what was asked about a meeting, and is taken; anything else is left to others."""
    awaited, message = tenant.applying, message_of(update)
    if awaited is None or not message.text:
        return False
    before = awaited.took(message.message_id) or ""
    asked = awaited.question if awaited.waits(awaited.mark, context.now, awaited.at) else None
    what = before or ("" if update.edited_message else asked or "")
    if not what.startswith(PREFIX):
        return False
    reviewer = await reviewer_of(update, context)
    if reviewer is None or not reviewer.writes:
        return await _refused(update, context, tenant, awaited, "mentoring-error-no-right")
    desk = Desk(update, context, tenant, reviewer)
    try:
        await reply(update, context, await _typed(desk, awaited, what.removeprefix(PREFIX), message.text))
    except MentoringError as error:
        return await _refused(update, context, tenant, awaited, error.text)
    return True


async def _refused(update: Update, context: ParkContext, tenant: Tenant, awaited: Awaited, text: str) -> bool:
    """What cannot be recorded is not asked for any more; `text` is the key of the reason."""
    await expect(context, tenant, awaited.ended())
    await reply(update, context, Message(tenant.texts(text)))
    return True


async def _typed(desk: Desk, awaited: Awaited, what: str, text: str) -> Message:
    """Record it; what is said next. A day that is not understood is asked for again."""
    slot_id, results = awaited.mark, desk.results
    if what == ADVICE:
        await results.advise(slot_id, desk.reviewer, text)
    elif what == PROMISE:
        await results.promise(slot_id, desk.reviewer, text)
    elif what == REMARK:
        await results.remark(slot_id, desk.reviewer, text)
    else:
        zone = desk.context.services.settings.timezone
        day = promised_day(text, desk.context.now.astimezone(zone))
        if day is None:
            return Message(desk.tenant.texts("results-day-unclear"))
        await results.promise_by(slot_id, desk.reviewer, day)
    message_id = message_of(desk.update).message_id
    is_new = awaited.took(message_id) is None
    taken = replace(awaited, at=desk.context.now, question=None if is_new else awaited.question)
    if is_new and what == PROMISE:
        taken = replace(taken, question=f"{PREFIX}{DAY}")
    await desk.wait(taken.taking(message_id, f"{PREFIX}{what}"))
    if is_new and what == PROMISE:
        _, seen = await results.of_meeting(slot_id, desk.reviewer)
        return pages.asking(desk.tenant.texts, seen, DAY)
    return await desk.card(slot_id)


async def _day(desk: Desk, arguments: list[str]) -> None:
    occurrence_id = number(arguments[0])
    day, seen = await desk.results.of_day(occurrence_id, desk.reviewer)
    await desk.show(pages.day(desk.tenant.texts, await desk.words(day.id), seen, desk.reviewer))


async def _open(desk: Desk, arguments: list[str]) -> None:
    await desk.show(await desk.card(number(arguments[0])))


async def _said(desk: Desk, arguments: list[str]) -> None:
    """Feedback and follow-ups, which are for staff alone."""
    if desk.reviewer.member_id is not None:
        raise StalePressError("access-staff-only")
    occurrence_id = number(arguments[0])
    _, seen = await desk.results.of_day(occurrence_id, desk.reviewer)
    feedback, follow_ups = await desk.context.services.mentoring.afterwards.of_day(occurrence_id)
    await desk.show(pages.said(desk.tenant.texts, await desk.words(occurrence_id), seen, feedback, follow_ups))


async def _passed(desk: Desk, arguments: list[str]) -> None:
    slot_id, passed = number(arguments[0]), number(arguments[1])
    if passed > 1:
        raise StalePressError
    await desk.results.judge(slot_id, desk.reviewer, passed=bool(passed))
    await desk.show(await desk.card(slot_id))


async def _ask(desk: Desk, arguments: list[str]) -> None:
    if arguments[1] not in (ADVICE, PROMISE, REMARK):
        raise StalePressError
    await desk.show(await desk.question(number(arguments[0]), arguments[1]))


async def _by(desk: Desk, arguments: list[str]) -> None:
    """By when a promise is to be kept."""
    slot_id, soon = number(arguments[0]), pages.SOON.get(arguments[1])
    if soon is None:
        raise StalePressError
    today = desk.context.now.astimezone(desk.context.services.settings.timezone).date()
    await desk.results.promise_by(slot_id, desk.reviewer, today + soon)
    await desk.show(await desk.card(slot_id))


async def _choose(desk: Desk, arguments: list[str]) -> None:
    day, seen = await desk.results.of_meeting(number(arguments[0]), desk.reviewer)
    await desk.show(pages.next_steps(desk.tenant.texts, await desk.words(day.id), seen))


async def _to(desk: Desk, arguments: list[str]) -> None:
    slot_id, target = number(arguments[0]), arguments[1]
    await desk.results.point_to(slot_id, desk.reviewer, None if target == pages.NOWHERE else target)
    await desk.show(await desk.card(slot_id))


async def _stars(desk: Desk, arguments: list[str]) -> None:
    slot_id, stars = number(arguments[0]), number(arguments[1])
    if stars not in STARS:
        raise StalePressError
    await desk.results.rate(slot_id, desk.reviewer, stars)
    await desk.show(await desk.question(slot_id, REMARK))


async def _tell(desk: Desk, arguments: list[str]) -> None:
    slot_id = number(arguments[0])
    await desk.results.tell(slot_id, desk.reviewer)
    await desk.show(await desk.card(slot_id), "mentoring-told")


STEPS: dict[tuple[str, int], Step] = {
    ("day", 1): _day,
    ("open", 1): _open,
    ("said", 1): _said,
    ("passed", 2): _passed,
    ("ask", 2): _ask,
    ("by", 2): _by,
    ("to", 1): _choose,
    ("to", 2): _to,
    ("stars", 2): _stars,
    ("tell", 1): _tell,
}
"""By the step's name and how many arguments it has."""

CHANGES = frozenset({"tell", "to"})
"""Besides those with an argument."""
