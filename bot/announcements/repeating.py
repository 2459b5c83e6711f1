"""Announcements that come again by a rule, in the park's time."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from pydantic import BaseModel, ConfigDict

from bot.knowledge.recurrence import Rule
from storage.models import Announcement


class Repeat(BaseModel):
    """`rrule` as RFC 5545 has it, without a start: that is `first`, the park's time without a zone."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rrule: Rule
    first: datetime

    def after(self, moment: datetime, zone: ZoneInfo) -> Iterator[datetime]:
        """When it comes after the moment, zone-aware, in order; endless for a rule without an end.

        A time that the clocks skip is the one an hour later.
        """
        local = moment.astimezone(zone).replace(tzinfo=None)
        for start in rrulestr(self.rrule, dtstart=self.first).xafter(local, inc=True):
            at = start.replace(tzinfo=zone)
            if at > moment:
                yield at

    def next(self, moment: datetime, zone: ZoneInfo, count: int = 5) -> list[datetime]:
        return list(islice(self.after(moment, zone), count))

    def latest(self, since: datetime, until: datetime, zone: ZoneInfo) -> datetime:
        """The last time in [since, until], where `since` is one of its times."""
        found = since
        for at in self.after(since, zone):
            if at > until:
                break
            found = at
        return found


def repeat_of(announcement: Announcement) -> Repeat | None:
    return Repeat.model_validate(announcement.rule) if announcement.rule else None
