"""An announcement that has not started: all that is decided about it, and the buttons to change that."""

from bot.announcements.audience import Audience
from bot.languages import Language
from bot.messages.message import Button, Message, Rows
from handlers.staff.announcements.choices import Choices, audience_in_words
from handlers.staff.announcements.view import View, data_of
from handlers.staff.announcements.words import links_of, person, texts_of, when_of
from storage.models import Announcement, AnnouncementState

SHOWN_OF_DRAFT, SHOWN_TO_CONFIRM = 160, 1500
"""Characters that are shown of the text in each language."""


async def draft(view: View, announcement: Announcement, note: str = "") -> Message:
    """What is being written; `note` stands above it."""
    parts = [note, *texts_of(view, announcement, SHOWN_OF_DRAFT), "\n".join(await _decided(view, announcement))]
    rows = _writing(view, announcement) if view.writes else ()
    return Message("\n\n".join(filter(None, parts)), heading=view.text("state-draft"), buttons=(*rows, _back(view)))


async def waiting(view: View, announcement: Announcement, actor: str) -> Message:
    """What is released, until it starts; `actor` looks at it."""
    awaits = announcement.state is AnnouncementState.AWAITING_CONFIRMATION
    decided = [*await _decided(view, announcement), view.text("by", name=await person(view, announcement.author))]
    if awaits:
        decided.append(view.text("awaits-others" if actor == announcement.author else "awaits-you"))
    parts = [*texts_of(view, announcement, SHOWN_TO_CONFIRM), "\n".join(decided)]
    rows = _released(view, announcement, confirms=awaits and actor != announcement.author) if view.writes else ()
    heading = view.text(f"state-{announcement.state}")
    return Message("\n\n".join(parts), heading=heading, buttons=(*rows, _back(view)))


async def reached(view: View, audience: Audience, choices: Choices, *, urgent: bool) -> str:
    """Whom it would reach: in words, how many, and some by name."""
    said = audience_in_words(view, choices, audience)
    if audience.empty:
        return view.text("line-to-nobody")
    reach = await view.announcements.reach(audience, urgent=urgent)
    names = [name or choices.name("companies", company) for name, company in reach.sample]
    if not names:
        return view.text("line-to", audience=said, count=reach.count)
    sample = view.texts("word-list-comma").join(dict.fromkeys(names))
    if len(names) < reach.count:
        sample = view.text("names-some", names=sample)
    return view.text("line-to-named", audience=said, count=reach.count, names=sample)


async def _decided(view: View, announcement: Announcement) -> list[str]:
    audience = Audience.model_validate(announcement.audience)
    return [
        *links_of(view, announcement),
        await reached(view, audience, await Choices.of(view), urgent=announcement.urgent),
        view.text("line-when", when=when_of(view, announcement)),
        *([view.text("line-urgent")] if announcement.urgent else []),
        *([view.text("line-receipt")] if announcement.acknowledged else []),
    ]


def _writing(view: View, announcement: Announcement) -> Rows:
    def button(key: str, step: str, value: str = "") -> Button:
        return view.button(key, step, announcement, value)

    languages = tuple(
        Button(
            view.ticked(view.text(f"language-{language}"), on=language in announcement.contents),
            data_of("text", announcement, language),
        )
        for language in Language
    )
    written = bool(announcement.contents)
    with_files = any(content.get("media") for content in announcement.contents.values())
    options = tuple(
        Button(view.ticked(view.text(f"button-{name}"), on=on), data_of(name, announcement))
        for name, on in (("urgent", announcement.urgent), ("receipt", announcement.acknowledged))
    )
    rows = (
        (*languages, button("links", "links")) if written else languages,
        (button("bare", "bare"),) if with_files else (),
        (button("audience", "audience"), button("when", "when")),
        options,
        (button("preview", "preview"), button("test", "test")) if written else (),
        (button("send", "send"),) if written and announcement.audience else (),
        (button("delete", "delete"),),
    )
    return tuple(filter(None, rows))


def _released(view: View, announcement: Announcement, *, confirms: bool) -> Rows:
    confirm = (view.button("confirm", "confirm", announcement),) if confirms else ()
    looks = (view.button("preview", "preview", announcement), view.button("withdraw", "withdraw", announcement))
    return tuple(filter(None, (confirm, looks, (view.button("cancel", "stop", announcement),))))


def _back(view: View) -> tuple[Button, ...]:
    return (view.button("list", "list"),)
