"""How a list looks: its head, a row a record, and a button for all of the kind."""

from collections.abc import Sequence

from bot.answering import wording
from bot.answering.types import Message
from bot.answering.view import View
from bot.knowledge.kinds import Record
from bot.messages import callbacks
from bot.messages.message import Button

Listed = tuple[Message, list[Record]]
MAX_ROWS = 12


def row(record: Record, fact: str | None, view: View) -> str:
    name = record.name.to(view.language)
    if not fact:
        return view.texts("answer-list-row-plain", name=name)
    return view.texts("answer-list-row", name=name, fact=fact.replace("\n", " "))


def message(  # noqa: PLR0913, PLR0917 - a list's head, body and foot
    first: str, rows: Sequence[str], kind: str, view: View, records: Sequence[Record], note: str | None = None
) -> Message:
    more = len(rows) - MAX_ROWS
    sample = view.texts("answer-sample") if any(record.sample for record in records) else None
    text = wording.lines(
        [
            first,
            *rows[:MAX_ROWS],
            view.texts("answer-list-more", count=more) if more > 0 else None,
            note,
            sample,
        ]
    )
    button = Button(view.texts(f"button-all-{kind}"), callbacks.pack(callbacks.LIST, kind, 0))
    return Message(text, buttons=((button,),))
