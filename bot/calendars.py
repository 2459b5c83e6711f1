"""When places are open: opening hours, week by week and on public holidays."""

from dataclasses import dataclass
from datetime import date, datetime, time

from bot.knowledge.hours import MIDNIGHT, OpeningHours, Span
from bot.workdays import DAY, is_public_holiday


@dataclass(frozen=True)
class Schedule:
    """Opening hours together with whether the place closes on public holidays."""

    hours: OpeningHours
    closed_on_holidays: bool = False

    def spans(self, day: date) -> tuple[Span, ...]:
        """The spans of that day, in minutes after its midnight."""
        if self.closed_on_holidays and is_public_holiday(day):
            return ()
        return self.hours.week[day.weekday()]

    def spans_in(self, day: date, part: Span) -> tuple[Span, ...]:
        """The spans that share some minutes with a part of the day; one from the night before starts below 0."""
        return part_of_span((*_over_midnight(self.spans(day - DAY)), *self.spans(day)), part)

    def usual_spans_in(self, weekday: int, part: Span) -> tuple[Span, ...]:
        """The same for a weekday (Monday is 0) that is no holiday."""
        week = self.hours.week
        return part_of_span((*_over_midnight(week[weekday - 1]), *week[weekday]), part)

    def span_at(self, moment: datetime) -> tuple[datetime, datetime] | None:
        """The opening that holds the moment, as zone-aware [start, end), or None when closed."""
        for day in (moment.date() - DAY, moment.date()):
            for opened, closed in self._openings(day, moment):
                if opened <= moment < closed:
                    return opened, self._prolonged(closed)
        return None

    def _openings(self, day: date, zone_of: datetime) -> list[tuple[datetime, datetime]]:
        return [(at_minute(day, start, zone_of), at_minute(day, end, zone_of)) for start, end in self.spans(day)]

    def _prolonged(self, closed: datetime) -> datetime:
        """When it closes if a span that begins where another ends goes on with it; a week is looked ahead."""
        for _ in range(7):
            going_on = [end for start, end in self._openings(closed.date(), closed) if start == closed]
            if not going_on:
                break
            closed = going_on[0]
        return closed

    def next_opening(self, moment: datetime, within_days: int = 15) -> datetime | None:
        """When it opens next after the moment; None when not within so many days."""
        for ahead in range(within_days + 1):
            for opens, _ in self._openings(moment.date() + ahead * DAY, moment):
                if opens > moment:
                    return opens
        return None


def at_minute(day: date, minute: int, zone_of: datetime) -> datetime:
    """The moment so many minutes (up to 2880) into a day, in the zone of another moment."""
    days, rest = divmod(minute, MIDNIGHT)
    return datetime.combine(day + days * DAY, time(rest // 60, rest % 60), tzinfo=zone_of.tzinfo)


def _over_midnight(spans: tuple[Span, ...]) -> list[Span]:
    """The spans that run into the next day, as that day counts minutes."""
    return [(start - MIDNIGHT, end - MIDNIGHT) for start, end in spans if end > MIDNIGHT]


def part_of_span(spans: tuple[Span, ...], part: tuple[int, int]) -> tuple[Span, ...]:
    """The spans that share some minutes with a part of the day, whole."""
    return tuple(span for span in spans if span[0] < part[1] and part[0] < span[1])
