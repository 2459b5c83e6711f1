"""What menus show: the records of a kind page by page, a record's card, one fact of it."""

from bot.answering import replies
from bot.answering.facts.table import FACTS, tell
from bot.answering.types import Answer, Context, Explanation, Message, Outcome
from bot.answering.view import View
from bot.knowledge.kinds import Event, Record
from bot.messages import callbacks
from bot.messages.message import Button

PAGE = 6


def menu(view: View, kind: str, page: int) -> Message:
    """A page of a kind's records; pages outside are the nearest there is."""
    records = _listed(view, kind)
    if len(records) == 1:
        return replies.card(records[0], view)
    heading = view.texts(f"menu-{kind}") if view.texts.has(f"menu-{kind}") else kind
    if not records:
        return Message(view.texts("menu-empty"), heading=heading)
    pages = (len(records) - 1) // PAGE + 1
    page = min(max(page, 0), pages - 1)
    rows = [
        (Button(one.name.to(view.language), callbacks.pack(callbacks.SHOW, one.kind, one.id)),)
        for one in records[page * PAGE : (page + 1) * PAGE]
    ]
    turn = _turn(view, kind, page, pages)
    own = (Button(view.texts("button-signed-up"), callbacks.pack(callbacks.SIGN_UP, "mine")),)
    text = view.texts("menu-pick", page=page + 1, pages=pages)
    below = [row for row in (turn, own if kind == Event.kind else ()) if row]
    return Message(text, heading=heading, buttons=(*rows, *below))


def _turn(view: View, kind: str, page: int, pages: int) -> tuple[Button, ...]:
    buttons = []
    if page > 0:
        buttons.append(Button(view.texts("button-previous"), callbacks.pack(callbacks.LIST, kind, page - 1)))
    if page < pages - 1:
        buttons.append(Button(view.texts("button-next"), callbacks.pack(callbacks.LIST, kind, page + 1)))
    return tuple(buttons)


def _listed(view: View, kind: str) -> list[Record]:
    """The records of a kind; of events those still to come, the next one first."""
    records = [record for record in view.snapshot if record.kind == kind]
    if kind != Event.kind:
        return records
    coming = [
        (occurrence.starts, record)
        for record in records
        if isinstance(record, Event) and (occurrence := view.agenda.coming(record, view.now))
    ]
    return [record for _, record in sorted(coming, key=lambda pair: pair[0])]


def card(view: View, kind: str, record_id: str) -> Answer | None:
    """A record's card as an answer, so that the chat can go on about it."""
    record = view.snapshot.records.get((kind, record_id))
    return _answer(view, record, replies.card(record, view, _page_of(view, record)), None) if record else None


def _page_of(view: View, record: Record) -> int:
    listed = _listed(view, record.kind)
    return listed.index(record) // PAGE if record in listed else 0


def fact(view: View, kind: str, record_id: str, aspect: str) -> Answer | None:
    """One fact of a record as an answer."""
    record = view.snapshot.records.get((kind, record_id))
    if record is None or aspect not in FACTS[kind] or not tell(record, aspect, view):
        return None
    return _answer(view, record, replies.record([record], [aspect], view), aspect)


def handover(view: View) -> Message:
    return replies.asked_for_people(view)


def _answer(view: View, record: Record, message: Message, aspect: str | None) -> Answer:
    key = (record.kind, record.id)
    context = Context(view.now, (key,), aspect, None, "")
    return Answer(Outcome.ANSWER, message, view.language, (key,), 1.0, Explanation(reason="by a button"), context)
