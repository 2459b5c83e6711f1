"""What can be told of a mentoring programme, one function a fact."""

from datetime import datetime, timedelta

from bot.agenda import Occurrence
from bot.answering import wording
from bot.answering.facts.dates import meant, place, when, whereabouts
from bot.answering.view import View
from bot.knowledge.kinds import Programme
from bot.knowledge.values import Member


def closes(programme: Programme, occurrence: Occurrence) -> datetime:
    """When registration for the occurrence closes."""
    day = occurrence.starts - timedelta(days=programme.closes_days_before)
    return day.replace(hour=programme.closes_at.hour, minute=programme.closes_at.minute)


def deadline(programme: Programme, view: View) -> str | None:
    """Until when one can register for the next day, or the day asked about."""
    found, notes = meant(programme, view)
    return wording.lines([*notes, _registration(programme, found, view)]) or None


def _registration(programme: Programme, found: list[Occurrence], view: View) -> str | None:
    texts = view.texts
    days = found or view.agenda.occurrences(programme, view.now)
    if still_open := next((one for one in days if closes(programme, one) >= view.now), None):
        return _until(programme, still_open, view)
    if not found:
        return None
    until = closes(programme, found[0])
    note = texts("register-closed", day=wording.day(texts, until, view.now), time=wording.time_of(until), left=0)
    later = view.agenda.coming(programme, found[0].ends)
    if later is None or (view.moment and view.moment.first):
        return note
    return wording.lines([note, _until(programme, later, view)])


def _until(programme: Programme, occurrence: Occurrence, view: View) -> str:
    texts, until = view.texts, closes(programme, occurrence)
    return texts(
        "register-until-for",
        day=wording.day(texts, until, view.now),
        time=wording.time_of(until),
        occurrence=wording.day(texts, occurrence.starts, view.now),
        days=programme.closes_days_before,
    )


def slot(programme: Programme, view: View) -> str:
    return view.texts("slot", minutes=programme.slot_minutes)


def mentors(programme: Programme, view: View) -> str | None:
    found = [member for member in view.snapshot.members.values() if member.id in programme.mentors]
    return "\n".join(help_of(member, view) for member in found) or None


def help_of(member: Member, view: View) -> str:
    return view.texts(
        "member-helps", name=member.name.to(view.language), items=wording.items(view.texts, member.helps_with)
    )


def who(programme: Programme, view: View) -> str | None:
    return programme.admits.to(view.language) if programme.admits else None


def bring(programme: Programme, view: View) -> str | None:
    return view.texts("bring", items=wording.items(view.texts, programme.bring)) if programme.bring else None


def afterwards(programme: Programme, view: View) -> str | None:
    return programme.afterwards.to(view.language) if programme.afterwards else None


def price(programme: Programme, view: View) -> str | None:
    return view.texts("price-free-stop") if programme.free else None


def apply(programme: Programme, view: View) -> str | None:
    hall = view.name_of_facility(view.snapshot.park.service_hall) if view.snapshot.park else None
    return wording.lines([deadline(programme, view), view.texts("apply-help", place=hall) if hall else None])


def overview(programme: Programme, view: View) -> str:
    summary = programme.summary.to(view.language) if programme.summary else None
    where = whereabouts(programme, view)
    return wording.lines(
        [
            summary,
            when(programme, view),
            view.texts("card-place", place=where) if where else None,
            slot(programme, view),
        ]
    )


# in the order in which they count when the cues of a question fit several
FACTS = {
    "slot": slot,
    "deadline": deadline,
    "documents": bring,
    "afterwards": afterwards,
    "members": mentors,
    "who": who,
    "price": price,
    "place": place,
    "when": when,
    "apply": apply,
    "host": mentors,
    "hours": when,
    "duration": slot,
    "rules": who,
    "overview": overview,
}
