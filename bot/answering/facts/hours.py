"""When a facility is open: now, on a day, in a part of the day, over a holiday, in general."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from bot.answering import wording
from bot.answering.moment import DAY, Grain, Moment
from bot.answering.view import View
from bot.calendars import Schedule, at_minute
from bot.knowledge.hours import MIDNIGHT, Span
from bot.knowledge.kinds import Facility
from bot.workdays import holiday_days, is_arranged, is_public_holiday

MOST_DAYS = 2
"""Days that are told one by one; more are told by the usual week."""


def hours(facility: Facility, view: View) -> str | None:
    """The opening hours for the moment that was asked about."""
    schedule, moment = view.schedule(facility), view.moment
    if schedule is None:
        return None
    if schedule.hours.always and not (schedule.closed_on_holidays and _is_holiday(moment, view)):
        return wording.lines([view.texts("hours-always-yes"), _holiday_note(schedule, view)])
    return _in_general(schedule, view) if moment is None else _at_moment(schedule, view, moment)


def opens(facility: Facility, view: View) -> bool:
    """Whether it is open at some time of the moment that was asked about."""
    schedule, moment = view.schedule(facility), view.moment
    if schedule is None or moment is None:
        return False
    if moment.grain is Grain.NOW:
        return schedule.span_at(view.now) is not None
    if moment.first is not None:
        return any(_spans(schedule, moment, day) for day in _days(moment))
    if moment.part is None:
        return not schedule.closed_on_holidays
    return any(schedule.usual_spans_in(weekday, moment.part) for weekday in range(7))


def brief(facility: Facility, view: View) -> str | None:
    """The hours of the day that was asked about, else of the week, in a few words for a list."""
    schedule, moment = view.schedule(facility), view.moment
    if schedule is None:
        return None
    if schedule.hours.always or moment is None:
        return wording.week(view.texts, schedule.hours)
    if moment.grain is Grain.NOW:
        return wording.spans(view.texts, schedule.spans_in(view.now.date(), (0, MIDNIGHT)))
    if moment.single_day and moment.first:
        return wording.spans(view.texts, _spans(schedule, moment, moment.first))
    return wording.week(view.texts, schedule.hours)


def _is_holiday(moment: Moment | None, view: View) -> bool:
    if moment is None:
        return False
    days = [view.now.date()] if moment.grain is Grain.NOW else _days(moment)
    return moment.grain is Grain.HOLIDAY or any(is_public_holiday(day) for day in days)


def _days(moment: Moment) -> list[date]:
    if moment.first is None or moment.end is None:
        return []
    return [moment.first + number * DAY for number in range((moment.end - moment.first).days)]


def _window(moment: Moment) -> Span | None:
    """The minutes of the day that were asked about, None for the whole day."""
    return moment.part if moment.at is None else (moment.at, moment.at + 1)


def _spans(schedule: Schedule, moment: Moment, day: date) -> tuple[Span, ...]:
    window = _window(moment)
    return schedule.spans_in(day, window) if window else schedule.spans(day)


def _at_moment(schedule: Schedule, view: View, moment: Moment) -> str:
    if moment.grain is Grain.NOW:
        return _now(schedule, view)
    if moment.grain is Grain.HOLIDAY:
        return _on_holiday(schedule, view, moment)
    if moment.first is None:
        return _part_of_days(schedule, view, moment, range(7))
    if moment.single_day:
        return _on_day(schedule, view, moment, moment.first)
    return _over_days(schedule, view, moment)


def _in_general(schedule: Schedule, view: View) -> str:
    return wording.lines([wording.week(view.texts, schedule.hours), _holiday_note(schedule, view)])


def _holiday_note(schedule: Schedule, view: View) -> str | None:
    return view.texts("hours-closed-on-holidays") if schedule.closed_on_holidays else None


def _now(schedule: Schedule, view: View) -> str:
    """Whether it is open, until when, and when it opens next."""
    texts, now = view.texts, view.now
    span = schedule.span_at(now)
    if span is None:
        return wording.lines([texts("hours-now-closed"), _next_opening(schedule, view, now)])
    day, time = _end(span[1])
    reopens = schedule.next_opening(span[1] - timedelta(minutes=1))
    if day != now.date():
        key = "hours-until-tomorrow" if day == now.date() + DAY else "hours-until-day"
        return texts("hours-now-open", until=texts(key, day=wording.day(texts, day, now), time=time))
    again = _next_opening(schedule, view, span[1] - timedelta(minutes=1)) if reopens and reopens.date() == day else None
    return wording.lines([texts("hours-now-open", until=texts("hours-until-today", time=time)), again])


def _then(schedule: Schedule, view: View, moment: datetime) -> str:
    """Whether it is open at another moment, and until or from when."""
    texts = view.texts
    when = f"{wording.day(texts, moment, view.now)} {wording.time_of(moment)}"
    span = schedule.span_at(moment)
    if span is None:
        return wording.lines([texts("hours-then-closed", when=when), _next_opening(schedule, view, moment)])
    day, time = _end(span[1])
    if day == span[0].date() == moment.date():
        return texts("hours-then-open-span", when=when, start=wording.time_of(span[0]), end=time)
    until = time if day == moment.date() else texts("hours-until-day", day=wording.day(texts, day, view.now), time=time)
    return texts("hours-then-open", when=when, until=until)


def _end(end: datetime) -> tuple[date, str]:
    """The day and the time of a closing; midnight is the end of the day before."""
    if wording.time_of(end) == "00:00":
        return end.date() - DAY, "24:00"
    return end.date(), wording.time_of(end)


def _next_opening(schedule: Schedule, view: View, moment: datetime) -> str | None:
    opens_at = schedule.next_opening(moment)
    if opens_at is None:
        return None
    if opens_at.date() == view.now.date():
        return view.texts("hours-next-today", time=wording.time_of(opens_at))
    if opens_at.date() == moment.date():
        return view.texts("hours-next-same-day", time=wording.time_of(opens_at))
    return view.texts("hours-next", day=wording.day(view.texts, opens_at, view.now), time=wording.time_of(opens_at))


def _on_day(schedule: Schedule, view: View, moment: Moment, day: date) -> str:
    texts = view.texts
    if moment.at is not None:
        return _then(schedule, view, at_minute(day, moment.at, view.now))
    asked, whole = _spans(schedule, moment, day), schedule.spans(day)
    shown = wording.day(texts, day, view.now)
    if asked:
        return texts("hours-day-open", day=shown, spans=wording.spans(texts, asked))
    if whole:
        return texts("hours-part-closed", day=shown, spans=wording.spans(texts, whole), part=moment.part_text)
    key = "hours-day-holiday" if schedule.closed_on_holidays and is_public_holiday(day) else "hours-day-closed"
    return wording.lines([texts(key, day=shown), wording.week(texts, schedule.hours)])


def _part_of_days(schedule: Schedule, view: View, moment: Moment, weekdays: Iterable[int]) -> str:
    """A part of the day without a date: the spans of the usual week that lie in it."""
    texts = view.texts
    found = {number: schedule.usual_spans_in(number, _window(moment) or (0, MIDNIGHT)) for number in weekdays}
    general = wording.week(texts, schedule.hours)
    distinct = {spans for spans in found.values() if spans}
    if not distinct:
        return wording.lines([texts("hours-part-never", part=moment.text), general])
    if len(distinct) > 1:
        return wording.lines([texts("hours-part-some", part=moment.text), general])
    closed = wording.listed(texts, (wording.weekday(texts, number) for number, spans in found.items() if not spans))
    key = "hours-part-open-but" if closed else "hours-part-open"
    return texts(key, part=moment.text, spans=wording.spans(texts, distinct.pop()), days=closed)


def _on_holiday(schedule: Schedule, view: View, moment: Moment) -> str:
    texts = view.texts
    days = holiday_days(moment.holiday, view.now.date()) if moment.holiday != "any" else []
    if len(days) == 1:
        return _on_day(schedule, view, moment, days[0])
    first = texts("hours-holiday-closed" if schedule.closed_on_holidays else "hours-holiday-open")
    dates = ""
    if days:
        dates = texts(
            "hours-holiday-dates",
            first=wording.day(texts, days[0], view.now),
            last=wording.day(texts, days[-1], view.now),
            count=len(days),
        )
    if days and not is_arranged(days[0].year):
        dates = wording.lines([dates, texts("hours-holiday-not-arranged", year=str(days[0].year))])
    return wording.lines([first, dates, wording.week(texts, schedule.hours)])


def _over_days(schedule: Schedule, view: View, moment: Moment) -> str:
    """A weekend day by day; longer times by the usual week."""
    texts, days = view.texts, _days(moment)
    if len(days) > MOST_DAYS:
        weekdays = sorted({day.weekday() for day in days})
        return _part_of_days(schedule, view, moment, weekdays) if _window(moment) else _in_general(schedule, view)
    spans = {day: _spans(schedule, moment, day) for day in days}
    if not any(spans.values()):
        return wording.lines([texts("hours-days-closed", part=moment.text), wording.week(texts, schedule.hours)])
    shown = [
        f"{wording.day(texts, day, view.now)} {wording.spans(texts, asked) if asked else texts('hours-closed')}"
        for day, asked in spans.items()
    ]
    return wording.lines([texts("hours-days-open"), *shown])
