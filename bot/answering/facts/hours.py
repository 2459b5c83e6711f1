"""When a facility is open: now, on a day, in a part of the day, over a holiday, in general."""

from datetime import date, datetime, timedelta

from bot.answering import wording
from bot.answering.view import View
from bot.answering.when import Grain, Moment
from bot.calendars import Schedule, at_minute, holiday_days, is_public_holiday, part_of_span
from bot.knowledge.kinds import Facility

DAY = timedelta(days=1)


def hours(facility: Facility, view: View) -> str | None:
    """The opening hours for the moment that was asked about."""
    schedule = view.schedule(facility)
    if schedule is None:
        return None
    moment = view.moment
    if moment is None:
        return _in_general(schedule, view)
    if schedule.hours.always and not schedule.closed_on_holidays:
        return view.texts("hours-always-yes")
    return _at_moment(schedule, view, moment)


def _at_moment(schedule: Schedule, view: View, moment: Moment) -> str:
    if moment.grain is Grain.NOW:
        return _at(schedule, view, view.now, asked_now=True)
    if moment.grain is Grain.HOLIDAY:
        return _on_holiday(schedule, view, moment)
    if moment.grain is Grain.PART or moment.first is None:
        return _part_of_any_day(schedule, view, moment)
    if moment.single_day:
        return _on_day(schedule, view, moment, moment.first)
    return _over_days(schedule, view, moment)


def _in_general(schedule: Schedule, view: View) -> str:
    if schedule.hours.always and not schedule.closed_on_holidays:
        return view.texts("hours-always-yes")
    return wording.lines([wording.week(view.texts, schedule.hours), _holiday_note(schedule, view)])


def _holiday_note(schedule: Schedule, view: View) -> str | None:
    return view.texts("hours-closed-on-holidays") if schedule.closed_on_holidays else None


def _at(schedule: Schedule, view: View, moment: datetime, *, asked_now: bool = False) -> str:
    """Whether it is open at one moment, and until or from when."""
    texts = view.texts
    when = "" if asked_now else f"{wording.day(texts, moment, view.now)} {wording.time_of(moment)}"
    key = "hours-now" if asked_now else "hours-then"
    if span := schedule.span_at(moment):
        return texts(f"{key}-open", when=when, until=_end_of(span[1], moment))
    return wording.lines(
        [
            texts(f"{key}-closed", when=when),
            _next_opening(schedule, view, moment),
        ]
    )


def _end_of(end: datetime, moment: datetime) -> str:
    midnight = end.date() > moment.date() and wording.time_of(end) == "00:00"
    return "24:00" if midnight else wording.time_of(end)


def _next_opening(schedule: Schedule, view: View, moment: datetime) -> str | None:
    opens = schedule.next_opening(moment)
    if opens is None:
        return None
    if opens.date() == moment.date():
        return view.texts("hours-next-same-day", time=wording.time_of(opens))
    return view.texts("hours-next", day=wording.day(view.texts, opens, view.now), time=wording.time_of(opens))


def _on_day(schedule: Schedule, view: View, moment: Moment, day: date) -> str:
    texts = view.texts
    if moment.at is not None:
        return _at(schedule, view, at_minute(day, moment.at, view.now))
    spans = schedule.spans(day)
    shown = wording.day(texts, day, view.now)
    if not spans:
        key = "hours-day-holiday" if schedule.closed_on_holidays and is_public_holiday(day) else "hours-day-closed"
        return wording.lines([texts(key, day=shown), wording.week(texts, schedule.hours)])
    if moment.part is not None:
        within = part_of_span(spans, moment.part)
        key = "hours-day-open" if within else "hours-part-closed"
        return texts(key, day=f"{shown}", spans=wording.spans(texts, within or spans), part=moment.text)
    return texts("hours-day-open", day=shown, spans=wording.spans(texts, spans))


def _part_of_any_day(schedule: Schedule, view: View, moment: Moment) -> str:
    """A part of the day without a date: the spans of the usual week that lie in it."""
    texts = view.texts
    part = moment.part or (0, 0)
    general = wording.week(texts, schedule.hours)
    found = [part_of_span(spans, part) for spans in schedule.hours.week]
    distinct = {spans for spans in found if spans}
    if not distinct:
        return wording.lines([texts("hours-part-never", part=moment.text), general])
    if len(distinct) == 1:
        spans = wording.spans(texts, distinct.pop())
        closed = [number for number, value in enumerate(found) if not value]
        days = wording.listed(texts, (wording.weekday(texts, number) for number in closed))
        key = "hours-part-open-but" if closed else "hours-part-open"
        return texts(key, part=moment.text, spans=spans, days=days)
    return wording.lines([texts("hours-part-some", part=moment.text), general])


def _on_holiday(schedule: Schedule, view: View, moment: Moment) -> str:
    texts = view.texts
    days = holiday_days(moment.holiday, view.now.date())
    if len(days) == 1 and moment.holiday != "any":
        return _on_day(schedule, view, moment, days[0])
    first = texts("hours-holiday-closed" if schedule.closed_on_holidays else "hours-holiday-open")
    dates = ""
    if days and moment.holiday != "any":
        dates = texts(
            "hours-holiday-dates",
            first=wording.day(texts, days[0], view.now),
            last=wording.day(texts, days[-1], view.now),
            count=len(days),
        )
    return wording.lines([first, dates, wording.week(texts, schedule.hours)])


def _over_days(schedule: Schedule, view: View, moment: Moment) -> str:
    """A weekend day by day; longer times by the usual week."""
    texts = view.texts
    if moment.first is None or moment.end is None or (moment.end - moment.first).days > 2:
        return _in_general(schedule, view)
    days = [moment.first + number * DAY for number in range((moment.end - moment.first).days)]
    if not any(schedule.spans(day) for day in days):
        return wording.lines([texts("hours-days-closed", part=moment.text), wording.week(texts, schedule.hours)])
    shown = []
    for day in days:
        spans = schedule.spans(day)
        name = wording.day(texts, day, view.now)
        shown.append(f"{name} {wording.spans(texts, spans) if spans else texts('hours-closed')}")
    return wording.lines([texts("hours-days-open"), *shown])
