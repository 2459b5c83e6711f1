"""What a party reads about what came of a meeting."""

from bot.answering import wording
from bot.knowledge.kinds import Facility, Subsidy
from bot.knowledge.snapshot import Snapshot
from bot.knowledge.values import Text
from bot.languages import Language
from bot.mentoring.notices import Words
from bot.messages.callbacks import SHOW, pack
from bot.messages.message import Button, Message, Rows
from bot.messages.texts import Texts, texts_in
from storage.models import MeetingResult


def result(words: Words, found: MeetingResult, first: bool, language: Language) -> Message:  # noqa: FBT001 - bound beforehand
    texts = texts_in(language)
    heading = texts("result-first" if first else "result-again", name=words.name(language))
    return Message(wording.lines(lines(words, texts, found)), heading=heading, buttons=ways_on(words, texts, [found]))


def lines(words: Words, texts: Texts, found: MeetingResult) -> list[str]:
    """The expert, the verdict, the advice, what was promised and where to go next, as far as they are recorded."""
    verdict = None if found.passed is None else texts("result-passed" if found.passed else "result-not-passed")
    step = target(words.snapshot, found.next_step)
    parts = [
        texts("mentoring-table", name=words.expert(found.member_id, texts.language)),
        verdict,
        texts("result-advice", advice=found.advice) if found.advice else None,
        promise(words, texts, found) if found.promise else None,
        texts("result-next", name=step.to(texts.language)) if step else None,
    ]
    return [one for one in parts if one]


def promise(words: Words, texts: Texts, found: MeetingResult) -> str:
    now = words.now.astimezone(words.day.zone)
    day = wording.day(texts, found.promised_on, now) if found.promised_on else ""
    return texts("mentoring-promised", promise=found.promise, day=day, dated="yes" if day else "no")


def ways_on(words: Words, texts: Texts, results: list[MeetingResult]) -> Rows:
    """To the labs that come next, and to the subsidy that is open to who passed."""
    labs = dict.fromkeys(one.next_step for one in results if words.snapshot.get(Facility, one.next_step))
    rows: list[tuple[Button, ...]] = []
    for lab in labs:
        name = target(words.snapshot, lab)
        if name:
            rows.append((Button(name.to(texts.language), pack(SHOW, Facility.kind, lab)),))
    subsidy = words.snapshot.get(Subsidy, words.day.programme.then_apply)
    if subsidy and any(one.passed for one in results):
        label = texts("result-button-subsidy", name=subsidy.name.to(texts.language))
        rows.append((Button(label, pack(SHOW, Subsidy.kind, subsidy.id)),))
    return tuple(rows)


def target(snapshot: Snapshot, target_id: str | None) -> Text | None:
    """What a factory or a lab is called."""
    found = snapshot.get(Facility, target_id) or snapshot.members.get(target_id or "")
    return found.name if found else None
