"""A mentoring day as staff see it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.mentoring.arranging import ADMISSIBLE, DECLINABLE
from bot.mentoring.notices import Words
from bot.mentoring.telling import REASONS
from bot.messages.callbacks import ATTEND, DAY_CHANGE, DAY_EXPERT, MENTORING_DAY, ON_DAY, REMINDER_TIMES, RESULT, pack
from bot.messages.message import Button, Message, Rows
from bot.messages.texts import Texts
from storage.models import Application, ApplicationState, Slot

MARKS = {ApplicationState.APPLIED: "？", ApplicationState.ADMITTED: "✓", ApplicationState.DECLINED: "✗"}
LISTED = 60
"""Applications with a button each; Telegram takes 100 buttons."""
SHORT = 20


@dataclass(frozen=True)
class Seen:
    """A day in the words of who looks; `companies` are names by id."""

    texts: Texts
    words: Words
    companies: Mapping[str, str]

    @property
    def id(self) -> int:
        return self.words.day.id

    @property
    def name(self) -> str:
        return self.words.name(self.texts.language)

    def party(self, application: Application) -> str:
        return self.companies.get(application.party) or self.texts("mentoring-founder", number=application.id or 0)

    def button(self, key: str, *data: object) -> Button:
        return Button(self.texts(f"mentoring-button-{key}"), pack(MENTORING_DAY, *data))


def day(seen: Seen, applications: Sequence[Application], *, writes: bool) -> Message:
    """Who applied, the undecided first."""
    texts, words = seen.texts, seen.words
    order = list(MARKS)
    listed = sorted(applications, key=lambda one: order.index(one.state))[:LISTED]
    counted = {state: sum(one.state is state for one in applications) for state in MARKS}
    lines = [
        words.facts(texts),
        texts("signup-is-cancelled") if words.day.occurrence.cancelled else None,
        texts(
            "mentoring-counted",
            applied=counted[ApplicationState.APPLIED],
            admitted=counted[ApplicationState.ADMITTED],
            declined=counted[ApplicationState.DECLINED],
        ),
        texts("mentoring-until", until=words.moment(texts, words.day.closes_at)),
    ]
    rows: list[tuple[Button, ...]] = [(Button(_row(seen, one), pack(MENTORING_DAY, "who", one.id)),) for one in listed]
    if words.day.timetable:
        rows.append((seen.button("timetable", "table", seen.id),))
    if writes and not words.day.occurrence.cancelled and words.now < words.day.occurrence.starts_at:
        rows.append((seen.button("cancel", "cancel", seen.id),))
    if writes and words.now < words.day.occurrence.starts_at:
        rows.append(_changes(seen))
    rows.append((Button(texts("onday-button-open"), pack(ON_DAY, "open", seen.id)),))
    times = Button(texts("mentoring-button-reminder-times"), pack(REMINDER_TIMES, "all", seen.id))
    rows.append((times, Button(texts("mentoring-button-results"), pack(RESULT, "day", seen.id))))
    rows.append((Button(texts("attend-button-back"), ATTEND),))
    return Message("\n".join(filter(None, lines)), heading=seen.name, buttons=tuple(rows))


def application(seen: Seen, one: Application, *, writes: bool, missed: bool) -> Message:
    """One application, and what can be said to it; `missed` if the party did not come the last time."""
    texts = seen.texts
    experts = texts("word-list-comma").join(seen.words.expert(wish, texts.language) for wish in one.wishes)
    lines = [
        texts("mentoring-makes", product=one.product),
        texts("mentoring-wishes", experts=experts),
        texts(f"mentoring-state-{one.state}"),
        texts(f"mentoring-reason-{one.reason}") if one.reason else None,
        texts("onday-missed") if missed else None,
    ]
    rows: list[tuple[Button, ...]] = []
    decides = writes and not seen.words.day.occurrence.cancelled and not seen.words.day.is_over(seen.words.now)
    if decides and one.state in ADMISSIBLE:
        rows.append((seen.button("admit", "admit", one.id),))
    if decides and one.state in DECLINABLE:
        rows += [(seen.button(f"decline-{reason}", "decline", one.id, place),) for place, reason in enumerate(REASONS)]
    rows.append((seen.button("back", "open", seen.id),))
    return Message("\n".join(filter(None, lines)), heading=seen.party(one), buttons=tuple(rows))


def timetable(seen: Seen, slots: Sequence[Slot], applications: Sequence[Application], *, writes: bool) -> Message:
    """By table and time; who has none is told apart."""
    texts, words = seen.texts, seen.words
    parties = {one.id: seen.party(one) for one in applications}
    lines = [words.when(texts), texts("mentoring-is-published" if words.day.is_published else "mentoring-is-proposed")]
    for member_id in words.tables(slots):
        at_table = [one for one in slots if one.member_id == member_id]
        if at_table:
            lines.append(texts("mentoring-table", name=words.expert(member_id, texts.language)))
            lines += [_slot_line(seen, one, parties) for one in at_table]
    seated = {one.application_id for one in slots}
    admitted = [one for one in applications if one.state is ApplicationState.ADMITTED]
    without = [seen.party(one) for one in admitted if one.id not in seated]
    if without:
        lines.append(texts("mentoring-without", names=texts("word-list-comma").join(without)))
    return Message("\n".join(lines), heading=seen.name, buttons=_table_rows(seen, slots, parties, writes=writes))


def tables(seen: Seen, slot: Slot, applications: Sequence[Application]) -> Message:
    """To whose table?"""
    parties = {one.id: seen.party(one) for one in applications}
    rows = [
        (Button(member.name.to(seen.texts.language), pack(MENTORING_DAY, "slot", seen.id, slot.id, place)),)
        for place, member in enumerate(seen.words.day.experts)
        if seen.words.day.is_present(member.id)
    ]
    rows += [(seen.button("free", "free", slot.id),), (seen.button("back", "table", seen.id),)]
    return Message(seen.texts("mentoring-move"), heading=_slot_line(seen, slot, parties), buttons=tuple(rows))


def times(seen: Seen, slot: Slot, table: int) -> Message:
    """At which time? `table` is the number of an expert."""
    day_, expert = seen.words.day, seen.words.day.experts[table]
    buttons = [
        Button(seen.words.time(at), pack(MENTORING_DAY, "move", seen.id, slot.id, table, place))
        for place, at in enumerate(day_.times)
        if at in day_.open_times(expert.id)
    ]
    rows = tuple(tuple(buttons[at : at + 4]) for at in range(0, len(buttons), 4))
    back = (seen.button("back", "slot", seen.id, slot.id),)
    return Message(
        seen.texts("mentoring-move-when"), heading=expert.name.to(seen.texts.language), buttons=(*rows, back)
    )


def cancelling(seen: Seen) -> Message:
    no, yes = seen.button("keep", "open", seen.id), seen.button("cancel-yes", "cancelled", seen.id)
    text = seen.texts("mentoring-cancel-text", when=seen.words.when(seen.texts))
    return Message(text, heading=seen.texts("mentoring-cancel-title", name=seen.name), buttons=((no, yes),))


def _changes(seen: Seen) -> tuple[Button, ...]:
    texts = seen.texts
    if seen.words.day.occurrence.cancelled:
        return (Button(texts("mentoring-change-resume"), pack(DAY_CHANGE, "resume", seen.id)),)
    return (
        Button(texts("mentoring-change-when"), pack(DAY_CHANGE, "when", seen.id)),
        Button(texts("mentoring-change-where"), pack(DAY_CHANGE, "places", seen.id, 0)),
        Button(texts("mentoring-change-experts"), pack(DAY_EXPERT, "list", seen.id)),
    )


def _row(seen: Seen, one: Application) -> str:
    product = one.product if len(one.product) <= SHORT else f"{one.product[:SHORT]}…"
    return seen.texts("mentoring-row", mark=MARKS[one.state], name=seen.party(one), product=product)


def _slot_line(seen: Seen, slot: Slot, parties: Mapping[int | None, str]) -> str:
    kind = "offered" if slot.offered_until else "by-hand" if slot.rank is None else "wish"
    line = seen.texts(
        f"mentoring-line-{kind}",
        time=seen.words.time(slot.begins_at),
        until=seen.words.moment(seen.texts, slot.offered_until) if slot.offered_until else "",
        name=parties.get(slot.application_id, ""),
        rank=(slot.rank or 0) + 1,
    )
    return seen.texts("onday-line-late", line=line, minutes=slot.delay) if slot.delay else line


def _table_rows(seen: Seen, slots: Sequence[Slot], parties: Mapping[int | None, str], *, writes: bool) -> Rows:
    rows: list[tuple[Button, ...]] = []
    if writes and seen.words.now < seen.words.day.occurrence.ends_at:
        buttons = [
            Button(
                seen.texts(
                    "mentoring-slot", time=seen.words.time(one.begins_at), name=parties.get(one.application_id, "")
                ),
                pack(MENTORING_DAY, "slot", seen.id, one.id),
            )
            for one in slots[:LISTED]
        ]
        rows += [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
        if not seen.words.day.is_published:
            rows.insert(0, (seen.button("publish", "publish", seen.id),))
    rows.append((seen.button("back", "open", seen.id),))
    return tuple(rows)
