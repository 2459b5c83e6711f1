"""What came of a mentoring day, as staff and experts record and read it."""

from collections.abc import Sequence

from dateutil.relativedelta import relativedelta

from bot.answering import wording
from bot.mentoring import result_notices
from bot.mentoring.afterwards import PARTY
from bot.mentoring.notices import Words
from bot.mentoring.reminders.says import STARS
from bot.mentoring.results import Reviewed, is_news, is_recorded
from bot.mentoring.reviewers import Reviewer
from bot.messages.callbacks import MENTORING_DAY, RESULT, pack
from bot.messages.message import Button, Message, Rows
from bot.messages.texts import Texts
from storage.models import Application, FollowUp, MeetingFeedback, MeetingResult

LISTED = 80
"""Meetings with a button each; Telegram takes 100 buttons."""
ROOM = 2000
"""Letters of a message; each may be two of Telegram's units, of which it takes 4096."""
NOWHERE = "-"
"""In the place of an id: none of them."""
SOON = {"week": relativedelta(weeks=1), "fortnight": relativedelta(weeks=2), "month": relativedelta(months=1)}
"""After how long a promise is to be kept, without typing."""


def day(texts: Texts, words: Words, seen: Sequence[Reviewed], reviewer: Reviewer) -> Message:
    """The meetings that the reviewer sees, with a mark at those that are recorded."""
    rows: list[tuple[Button, ...]] = [
        (Button(_row(texts, words, one), pack(RESULT, "open", one.meeting.slot.id)),) for one in seen[:LISTED]
    ]
    if reviewer.member_id is None:
        rows.append((_button(texts, "said", words.day.id),))
        rows.append((Button(texts("mentoring-button-back"), pack(MENTORING_DAY, "open", words.day.id)),))
    text = wording.lines([words.when(texts), texts("results-pick" if seen else "results-none")])
    return Message(text, heading=texts("results-title", name=words.name(texts.language)), buttons=tuple(rows))


def meeting(texts: Texts, words: Words, one: Reviewed, reviewer: Reviewer) -> Message:
    """What is recorded of a meeting, and what can be."""
    found, given = one.result, one.feedback
    lines = [
        texts("mentoring-makes", product=one.meeting.application.product),
        *(result_notices.lines(words, texts, found) if found else []),
        texts("results-nothing") if found is None or not is_recorded(found) else None,
        texts("results-rated", count=given.stars, sentence=given.sentence) if given else None,
        _told(texts, words, found),
    ]
    rows = _record_rows(texts, one) if reviewer.writes else ()
    back = (_button(texts, "back", words.day.id, step="day"),)
    heading = f"{words.time(one.meeting.slot.begins_at)} {one.meeting.party(texts)}"
    return Message("\n".join(filter(None, lines)), heading=heading, buttons=(*rows, back))


def asking(texts: Texts, one: Reviewed, question: str) -> Message:
    """Asks for something typed; a promise's day may be pressed too."""
    slot = one.meeting.slot.id
    soon = tuple(Button(texts(f"results-by-{key}"), pack(RESULT, "by", slot, key)) for key in SOON)
    back = (_button(texts, "back", slot, step="open"),)
    rows = (soon, back) if question == "day" else (back,)
    return Message(texts(f"results-ask-{question}"), heading=one.meeting.party(texts), buttons=rows)


def next_steps(texts: Texts, words: Words, one: Reviewed) -> Message:
    """Which factory or lab?"""
    slot, programme = one.meeting.slot.id, words.day.programme
    named = [
        (target, result_notices.target(words.snapshot, target)) for target in (*programme.factories, *programme.labs)
    ]
    rows = [
        (Button(name.to(texts.language), pack(RESULT, "to", slot, target)),)
        for target, name in named
        if name is not None
    ]
    nowhere = Button(texts("results-button-nowhere"), pack(RESULT, "to", slot, NOWHERE))
    rows += [(nowhere,), (_button(texts, "back", slot, step="open"),)]
    return Message(texts("results-ask-next"), heading=one.meeting.party(texts), buttons=tuple(rows))


def said(
    texts: Texts,
    words: Words,
    seen: Sequence[Reviewed],
    feedback: Sequence[tuple[MeetingFeedback, Application]],
    follow_ups: Sequence[tuple[FollowUp, Application]],
) -> Message:
    """For staff alone: how both sides found the day, and how it goes on."""
    parties = {one.meeting.application.id: one.meeting.party(texts) for one in seen}
    ours = [one for one, _ in feedback if one.given_by == PARTY]
    theirs = [one for one, _ in feedback if one.given_by != PARTY]
    lines = [
        _average(texts, "parties", ours),
        *(_sentence(texts, one, parties, "") for one in ours if one.sentence),
        _average(texts, "experts", theirs),
        *(_sentence(texts, one, parties, words.expert(one.given_by, texts.language)) for one in theirs if one.sentence),
        texts("results-follow-ups") if follow_ups else "",
        *(_followed(texts, one, parties) for one, _ in follow_ups),
    ]
    back = (_button(texts, "back", words.day.id, step="day"),)
    heading = texts("results-said", name=words.name(texts.language))
    return Message(_fitting(list(filter(None, lines))), heading=heading, buttons=(back,))


def _record_rows(texts: Texts, one: Reviewed) -> Rows:
    slot, found, given = one.meeting.slot.id, one.result, one.feedback
    verdicts = tuple(
        Button(
            _marked(texts(f"result-{key}"), found is not None and found.passed is passed),
            pack(RESULT, "passed", slot, data),
        )
        for key, passed, data in (("passed", True, 1), ("not-passed", False, 0))
    )
    asks = tuple(
        Button(
            _marked(texts(f"results-button-{what}"), bool(found and getattr(found, what))),
            pack(RESULT, "ask", slot, what),
        )
        for what in ("advice", "promise")
    )
    to = Button(_marked(texts("results-button-next"), bool(found and found.next_step)), pack(RESULT, "to", slot))
    stars = tuple(
        Button(
            _marked(texts("mentoring-button-stars", count=count), given is not None and given.stars == count),
            pack(RESULT, "stars", slot, count),
        )
        for count in STARS
    )
    tell: Rows = ()
    if found and is_recorded(found) and is_news(found):
        key = "tell-again" if found.told_at else "tell"
        tell = ((_button(texts, key, slot, step="tell"),),)
    return (verdicts, asks, (to,), stars, *tell)


def _told(texts: Texts, words: Words, found: MeetingResult | None) -> str | None:
    if found is None or found.told_at is None:
        return None
    return texts("results-changed" if is_news(found) else "results-told", at=words.moment(texts, found.told_at))


def _row(texts: Texts, words: Words, one: Reviewed) -> str:
    found = one.result
    mark = "·" if found is None or not is_recorded(found) else {True: "✓", False: "✗", None: "✎"}[found.passed]
    slot = one.meeting.slot
    return texts(
        "results-row",
        mark=mark,
        time=words.time(slot.begins_at),
        name=one.meeting.party(texts),
        expert=words.expert(slot.member_id, texts.language),
    )


def _average(texts: Texts, side: str, given: Sequence[MeetingFeedback]) -> str:
    if not given:
        return texts(f"results-no-stars-{side}")
    average = f"{sum(one.stars for one in given) / len(given):.1f}"
    return texts(f"results-stars-{side}", average=average, count=len(given))


def _sentence(texts: Texts, one: MeetingFeedback, parties: dict[int | None, str], expert: str) -> str:
    name = parties.get(one.application_id, "")
    about = texts("results-by-expert", expert=expert, name=name) if expert else name
    return texts("results-sentence", name=about, count=one.stars, sentence=one.sentence)


def _followed(texts: Texts, one: FollowUp, parties: dict[int | None, str]) -> str:
    answer = texts(f"mentoring-button-{one.answer}")
    return texts("results-followed", name=parties.get(one.application_id, ""), days=one.days, answer=answer)


def _fitting(lines: list[str]) -> str:
    text = "\n".join(lines)
    return text if len(text) <= ROOM else f"{text[:ROOM]}…"


def _marked(label: str, is_so: object) -> str:
    return f"✓ {label}" if is_so else label


def _button(texts: Texts, key: str, argument: object, *, step: str = "") -> Button:
    name = "mentoring-button-back" if key == "back" else f"results-button-{key}"
    return Button(texts(name), pack(RESULT, step or key, argument))
