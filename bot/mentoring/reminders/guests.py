"""Whom reminders of a mentoring day are for: its parties, the staff who look after it, and the experts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.mentoring.days import Day
from bot.mentoring.meetings import Meeting
from bot.people.staff import RIGHTS, Right
from bot.quiet_hours import Quiet
from storage import meetings, mentors, preferences, staff
from storage import mentoring as stored
from storage.models import Application, ApplicationState, MeetingResult, Slot


@dataclass(frozen=True)
class Guest:
    """Somebody who is reminded, with their quiet hours.

    Of a party its application, with its `slots` in order once they are published and the `results` of its meetings;
    it has known `since` then what it is reminded of. Staff and experts have the `tables` (ids of members) that they
    look after, and the `meetings` at them once these are read.
    """

    chat_id: int
    quiet: Quiet = (0, 0)
    application: Application | None = None
    slots: tuple[Slot, ...] = ()
    results: tuple[MeetingResult, ...] = ()
    since: datetime | None = None
    tables: frozenset[str] = frozenset()
    of_staff: bool = False
    meetings: tuple[Meeting, ...] = ()

    def seeing(self, meetings: Iterable[Meeting]) -> "Guest":
        """With those of the meetings that are at its tables."""
        return replace(self, meetings=tuple(one for one in meetings if one.slot.member_id in self.tables))


@dataclass(frozen=True)
class Crowd:
    """The parties of a day: who did not finish, who applied, and of them who has slots and knows of them.

    `slots` are all that are taken.
    """

    drafts: tuple[Guest, ...]
    applied: tuple[Guest, ...]
    seated: tuple[Guest, ...]
    slots: tuple[Slot, ...]

    @property
    def came(self) -> tuple[Guest, ...]:
        """Who was checked in; where nobody was, all who had slots."""
        arrived = tuple(one for one in self.seated if one.application and one.application.arrived_at)
        return arrived or self.seated


async def crowd(session: AsyncSession, day: Day) -> Crowd:
    """In as many queries for many parties as for one."""
    states = (ApplicationState.DRAFT, ApplicationState.APPLIED, ApplicationState.ADMITTED)
    applications = await stored.applications(session, day.id, states, spoken_for=True)
    slots = tuple(await stored.slots(session, day.id))
    results = await meetings.results(session, [one.id or 0 for one in applications])
    guests = [
        Guest(
            one.chat_id,
            application=one,
            slots=tuple(slot for slot in slots if slot.application_id == one.id and day.is_published),
            results=tuple(result for result in results if result.application_id == one.id),
            since=one.changed_at,
        )
        for one in applications
    ]
    told = await _with_quiet_hours(session, guests)
    return Crowd(
        drafts=tuple(one for one in told if _state(one) is ApplicationState.DRAFT),
        applied=tuple(one for one in told if _state(one) is not ApplicationState.DRAFT),
        seated=tuple(one for one in told if _state(one) is ApplicationState.ADMITTED and one.slots),
        slots=slots,
    )


async def team(session: AsyncSession, day: Day, slots: Sequence[Slot]) -> tuple[Guest, ...]:
    """Staff who look after the day, and the experts at whose tables somebody sits; who is both is of the staff."""
    taken = frozenset(one.member_id for one in slots)
    roles = RIGHTS[Right.MENTORING]
    desk = [one.telegram_id for one in await staff.everybody(session) if one.role in roles]
    experts = [one for one in await mentors.everybody(session) if day.is_published and one.telegram_id not in desk]
    guests = [
        *(Guest(chat_id, tables=taken, of_staff=True) for chat_id in desk),
        *(Guest(one.telegram_id, tables=taken & {one.member_id}) for one in experts),
    ]
    return await _with_quiet_hours(session, [one for one in guests if one.tables])


async def _with_quiet_hours(session: AsyncSession, guests: Iterable[Guest]) -> tuple[Guest, ...]:
    listed = list(guests)
    hours = await preferences.quiet_hours(session, [one.chat_id for one in listed])
    return tuple(replace(one, quiet=hours[one.chat_id]) for one in listed)


def _state(guest: Guest) -> ApplicationState | None:
    return guest.application.state if guest.application else None
