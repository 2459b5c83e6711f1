"""By when a subsidy must be applied for: the next of its yearly days, or the window that something opens."""

from datetime import timedelta

from bot.answering import wording
from bot.answering.facts.standing import is_about, judged, opening
from bot.answering.view import View
from bot.eligibility.windows import next_deadline
from bot.knowledge.kinds import Event, Subsidy

DAY = timedelta(days=1)


def deadline(subsidy: Subsidy, view: View) -> str | None:
    """The next day to apply by, with the days that are left; or the window that something opens."""
    if subsidy.deadlines:
        return _yearly(subsidy, view)
    if subsidy.apply_within:
        return _window(subsidy, view)
    return _before_event(subsidy, view) if subsidy.deadline_before else None


def _window(subsidy: Subsidy, view: View) -> str | None:
    texts, within = view.texts, subsidy.apply_within
    if within is None:
        return None
    told = texts("deadline-within", months=within.months, after=within.after.to(view.language))
    judgement = judged(subsidy, view)
    if judgement.last_day is None:
        return told
    key = "deadline-own-window-over" if judgement.is_over else "deadline-own-window"
    key += "-about" if is_about(subsidy, view) else ""
    return wording.lines([texts(key, day=wording.day(texts, judgement.last_day, view.now)), told])


def _yearly(subsidy: Subsidy, view: View) -> str:
    texts = view.texts
    coming = next_deadline(subsidy, view.now.date())
    if view.moment and view.moment.first and view.moment.end and view.moment.first > view.now.date():
        later = next_deadline(subsidy, view.moment.first)
        coming = later if later and later < view.moment.end else coming
    if coming is None:
        return ""
    key = "deadline-today" if coming == view.now.date() else "deadline-next"
    first = texts(key, day=wording.day(texts, coming, view.now), left=(coming - view.now.date()).days)
    if len(subsidy.deadlines) == 1:
        return first
    every = wording.listed(texts, (wording.month_day(texts, one.month, one.day) for one in subsidy.deadlines))
    return wording.lines([first, texts("deadline-every-year", days=every)])


def _before_event(subsidy: Subsidy, view: View) -> str | None:
    before = subsidy.deadline_before
    event = view.snapshot.get(Event, before.event) if before else None
    if before is None or event is None:
        return None
    texts = view.texts
    told = texts("deadline-before-event", days=before.days, event=event.name.to(view.language))
    opens = opening(subsidy, view)
    if opens is None:
        return told
    last = opens - before.days * DAY
    key = "deadline-that-is" if view.now.date() <= last else "deadline-that-was"
    return wording.lines([told, texts(key, day=wording.day(texts, last, view.now))])
