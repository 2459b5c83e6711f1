"""What a kind of reminder is, and when one of it is due."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from bot.languages import Language
from bot.mentoring.days import Day
from bot.mentoring.notices import Words
from bot.mentoring.reminders.guests import Guest
from bot.messages.message import Message
from bot.quiet_hours import after_quiet, before_quiet

DAY = timedelta(days=1)
LATE = timedelta(minutes=5)
"""What comes later than so after its time says so."""
ENOUGH = timedelta(hours=1)
"""So long before it is of no use any more a late one is still early enough."""


NOBODY = Guest(0)


class To(StrEnum):
    """Whom a kind is for."""

    SUBSCRIBERS = "subscribers"  # who takes the topic, was here before, and can be reached
    DRAFTS = "drafts"  # who began to apply and did not finish
    APPLIED = "applied"  # who applied or was admitted
    SEATED = "seated"  # who was admitted and knows of slots
    TEAM = "team"  # staff who look after mentoring days, and experts at whose tables somebody sits
    CAME = "came"  # who came; where nobody was checked in, who had slots


@dataclass(frozen=True)
class Kind:
    """A kind of reminder: `name` is that of its keys, its texts and its row of reminder_times.

    It is due so many `minutes` (negative: before) after the moment that it `counts_from`, which staff may change to
    one of `presets`, or to never; at its `earliest` then. It is worth it `until` then. One that is `of_the_day_before`
    goes, in quiet hours, half an hour before they begin; any other one waits for their end.
    """

    name: str
    counts_from: "Moment"
    minutes: int
    presets: tuple[int, ...]
    to: To
    says: "Says"
    until: "Moment"
    of_the_day_before: bool = True
    earliest: "Moment | None" = None


@dataclass(frozen=True)
class Reminder:
    """One of a kind about a day, to a guest; without one, to whomever it concerns first."""

    kind: Kind
    minutes: int
    words: Words
    guest: Guest = NOBODY

    @property
    def key(self) -> str:
        """That of the outbox, without the chat."""
        return f"{prefix(self.words.day)}{self.kind.name}"

    @property
    def key_of_guest(self) -> str:
        return f"{self.key}:{self.guest.chat_id}"

    @property
    def due_at(self) -> datetime:
        """UTC; by the park's clock where the moment that it counts from is, so a day before is at the same hour."""
        at = self.kind.counts_from(self) + timedelta(minutes=self.minutes)
        if self.kind.earliest:
            at = max(at, self.kind.earliest(self))
        if self.kind.of_the_day_before:
            at = before_quiet(at, self.words.day.zone, self.guest.quiet)
        return at.astimezone(UTC)

    @property
    def until(self) -> datetime:
        return self.kind.until(self).astimezone(UTC)

    @property
    def is_due(self) -> bool:
        """Whether it is time, and the guest did not hear of it later than that anyway."""
        due_at, since = self.due_at, self.guest.since
        return due_at <= self.words.now < self.until and (since is None or since <= due_at)

    @property
    def is_late(self) -> bool:
        return self.words.now - self.due_at > LATE

    @property
    def waits_for_quiet(self) -> bool:
        """Whether it waits for the end of the guest's quiet hours: late ones do if it is early enough then."""
        words, quiet = self.words, self.guest.quiet
        if not self.kind.of_the_day_before:
            return True
        return self.is_late and after_quiet(words.now, words.day.zone, quiet) + ENOUGH <= self.until


def prefix(day: Day) -> str:
    """Of the keys of what is told once of a day, as it now is."""
    return f"mentoring:{day.id}:{day.occurrence.revision}:"


Moment = Callable[[Reminder], datetime]
Says = Callable[[Reminder, Language], Message]
