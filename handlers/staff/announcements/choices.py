"""What an audience may be chosen from, by the names that people know."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from bot.announcements.audience import Audience
from bot.knowledge.kinds import Event
from bot.messages.callbacks import mark_of
from bot.people import companies
from bot.people.topics import topic_name
from handlers.staff.announcements.view import View

LISTS = ("topics", "sectors", "buildings", "companies", "events")
NAMED = 3
"""Names that are told of a list; the rest is counted."""

Named = tuple[str, str]


@dataclass(frozen=True)
class Choices:
    """For each of LISTS the ids that may be chosen with their names."""

    lists: Mapping[str, Sequence[Named]]

    @classmethod
    async def of(cls, view: View) -> Self:
        language = view.texts.language
        knowledge = await view.services.answering.knowledge(view.now)
        park = knowledge.park
        listed = await companies.every(view.services.database)
        lists: dict[str, Sequence[Named]] = {
            "topics": [(topic, topic_name(view.texts, topic)) for topic in park.topics] if park else [],
            "sectors": [(one.id, one.name.to(language)) for one in park.sectors] if park else [],
            "buildings": [(one.id, one.name.to(language)) for one in park.buildings] if park else [],
            "companies": [(one.company.id, one.company.name.to(language)) for one in listed],
            "events": [(one.id, one.name.to(language)) for one in knowledge.of_kind(Event)],
        }
        return cls(lists)

    def name(self, listed: str, one_id: str) -> str:
        return dict(self.lists[listed]).get(one_id, one_id)

    def marked(self, listed: str, mark: str) -> str | None:
        """The id that a button's mark stands for."""
        return next((one_id for one_id, _ in self.lists[listed] if mark_of(one_id) == mark), None)


def audience_in_words(view: View, choices: Choices, audience: Audience) -> str:
    if audience.all:
        return view.text("everybody")
    parts = [
        view.text("audience-part", name=view.text(f"list-{listed}"), names=_names(view, choices, listed, ids))
        for listed in LISTS
        if (ids := getattr(audience, listed))
    ]
    if audience.moved_in_from or audience.moved_in_before:
        parts.append(moved_in(view, audience))
    return view.text("audience-and").join(parts) or view.text("nobody")


def moved_in(view: View, audience: Audience) -> str:
    since, before = audience.moved_in_from, audience.moved_in_before
    if since and before:
        return view.text("moved-between", since=f"{since}", before=f"{before}")
    return view.text("moved-since", since=f"{since}") if since else view.text("moved-before", before=f"{before}")


def _names(view: View, choices: Choices, listed: str, ids: Sequence[str]) -> str:
    names = view.texts("word-list-comma").join(choices.name(listed, one) for one in ids[:NAMED])
    more = len(ids) - NAMED
    return view.text("and-more", names=names, count=more) if more > 0 else names
