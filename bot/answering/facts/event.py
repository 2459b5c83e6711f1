"""What can be told of an event, one function a fact."""

from bot.answering import wording
from bot.answering.facts.dates import left, place, when, whereabouts
from bot.answering.view import View
from bot.knowledge.kinds import Event


def quantity(event: Event, view: View) -> str | None:
    return view.texts("seats", count=event.seats) if event.seats else None


def deadline(event: Event, view: View) -> str | None:
    texts = view.texts
    parts = []
    if event.register_until:
        day = wording.day(texts, event.register_until, view.now)
        until = event.register_until.replace(tzinfo=view.zone)
        days = (until.date() - view.now.date()).days
        key = "register-closed" if until < view.now else "register-until" if days else "register-today"
        parts.append(texts(key, day=day, time=wording.time_of(event.register_until), left=days))
    return wording.lines([*parts, _early_bird(event, view)]) or None


def early_bird(event: Event, view: View) -> str | None:
    until = event.early_bird_until
    return wording.lines([_early_bird(event, view), left(until, view)]) if until else None


def _early_bird(event: Event, view: View) -> str | None:
    if event.early_bird_until is None:
        return None
    key = "early-bird" if view.now.date() <= event.early_bird_until else "early-bird-over"
    return view.texts(key, day=wording.day(view.texts, event.early_bird_until, view.now))


def apply(event: Event, view: View) -> str | None:
    hall = view.name_of_facility(view.snapshot.park.service_hall) if view.snapshot.park else None
    return wording.lines(
        [
            deadline(event, view),
            quantity(event, view),
            view.texts("apply-help", place=hall) if hall else None,
        ]
    )


def host(event: Event, view: View) -> str | None:
    member = view.snapshot.members.get(event.host or "")
    return view.texts("host", name=member.name.to(view.language)) if member else None


def online(event: Event, view: View) -> str | None:
    if not event.online:
        return None
    on_site = view.name_of_facility(event.place)
    return view.texts("online-also", place=on_site) if on_site else view.texts("online-only")


def benefits(event: Event, view: View) -> str | None:
    if not event.benefits:
        return None
    return view.texts("benefits-tenants", items=wording.items(view.texts, event.benefits))


def price(event: Event, view: View) -> str | None:
    if event.free:
        return view.texts("price-free-stop")
    return wording.money(view.texts, event.price) + view.texts("word-stop") if event.price is not None else None


def overview(event: Event, view: View) -> str:
    summary = event.summary.to(view.language) if event.summary else None
    where = whereabouts(event, view)
    return wording.lines(
        [
            when(event, view),
            view.texts("card-place", place=where) if where else None,
            summary,
            deadline(event, view),
        ]
    )


# in the order in which they count when the cues of a question fit several
FACTS = {
    "early_bird": early_bird,
    "online": online,
    "host": host,
    "benefits": benefits,
    "deadline": deadline,
    "quantity": quantity,
    "price": price,
    "place": place,
    "when": when,
    "apply": apply,
    "hours": when,
    "members": host,
    "overview": overview,
}
