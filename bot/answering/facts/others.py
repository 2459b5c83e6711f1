"""What can be told of the park itself, of the alliance, and of an FAQ entry."""

from bot.answering import wording
from bot.answering.facts.picking import mentioned
from bot.answering.facts.programme import help_of
from bot.answering.view import View
from bot.knowledge.kinds import Alliance, Faq, Park
from bot.knowledge.values import Member


def park_overview(park: Park, view: View) -> str:
    summary = park.summary.to(view.language) if park.summary else None
    return wording.lines([summary, service_idea(park, view)])


def service_idea(park: Park, view: View) -> str | None:
    return (
        view.texts("park-idea", idea=park.service_idea.to(view.language).rstrip("。.")) if park.service_idea else None
    )


def origin(park: Park, view: View) -> str | None:
    former = view.texts("park-former-name", name=park.former_name.to(view.language)) if park.former_name else None
    return wording.lines([former, park.origin.to(view.language) if park.origin else None]) or None


def contact(park: Park, view: View) -> str | None:
    hall = view.name_of_facility(park.service_hall)
    if not park.phone:
        return None
    return view.texts("park-phone" if hall else "park-phone-only", phone=park.phone, place=hall or "")


def park_members(park: Park, view: View) -> str | None:
    return view.texts("park-layers", items=wording.items(view.texts, park.layers)) if park.layers else None


def members(alliance: Alliance, view: View) -> str | None:
    """What the member that was asked about helps with, else all of them."""
    asked = [member for member in alliance.members if _named(member, view.folded)]
    return "\n".join(help_of(member, view) for member in asked or alliance.members) or None


def _named(member: Member, folded: str) -> bool:
    return mentioned(member.name, folded) or any(alias.lower() in folded for alias in member.aliases)


def chair(alliance: Alliance, view: View) -> str | None:
    leader = next((member for member in alliance.members if member.chairs), None)
    return view.texts("alliance-chair", name=leader.name.to(view.language)) if leader else None


def alliance_overview(alliance: Alliance, view: View) -> str:
    summary = alliance.summary.to(view.language) if alliance.summary else None
    asked = any(_named(member, view.folded) for member in alliance.members)
    return wording.lines([None if asked else summary, members(alliance, view)])


def answer(faq: Faq, view: View) -> str:
    return faq.answer.to(view.language)


PARK = {
    "contact": contact,
    "history": origin,
    "members": park_members,
    "service": service_idea,
    "overview": park_overview,
}
ALLIANCE = {"chair": chair, "members": members, "overview": alliance_overview, "host": chair}
FAQ = {"overview": answer}
