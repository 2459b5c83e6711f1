"""What reminders of a mentoring day say."""

from bot.answering import wording
from bot.languages import Language
from bot.mentoring import attending, result_notices
from bot.mentoring.notices import has_place, keepsakes, leave
from bot.mentoring.reminders.kinds import Reminder
from bot.messages.callbacks import AFTERWARDS, MENTOR, pack
from bot.messages.message import Button, Message, Rows
from bot.messages.texts import Texts, texts_in
from storage.models import ApplicationState

HELP = "help"
ANSWERS = ("done", "working", HELP)
"""How it goes with what was promised."""
STARS = range(1, 6)


def opening(one: Reminder, language: Language) -> Message:
    texts, words = texts_in(language), one.words
    until = texts("mentoring-until", until=words.moment(texts, words.day.closes_at))
    text = wording.lines([words.facts(texts), until])
    return Message(text, heading=texts("mentoring-opens", name=words.name(language)), buttons=_apply(one, texts))


def last_call(one: Reminder, language: Language) -> Message:
    texts, words = texts_in(language), one.words
    until = texts("mentoring-until", until=words.moment(texts, words.day.closes_at))
    return Message(until, heading=texts("mentoring-closes", name=words.name(language)), buttons=_apply(one, texts))


def days_before(one: Reminder, language: Language) -> Message:
    """Where and when, and what happens next."""
    texts = texts_in(language)
    return _before(one, texts, _heading(one, texts), [_next(one, texts)], ((leave(one.words, texts),),))


def day_before(one: Reminder, language: Language) -> Message:
    """With what to bring."""
    texts = texts_in(language)
    lines = [*one.words.slots(texts, one.guest.slots), one.words.bring(texts)]
    return _before(one, texts, _heading(one, texts), lines, attending.rows("day", one.words.day, texts))


def hours_before(one: Reminder, language: Language) -> Message:
    texts = texts_in(language)
    heading = texts("signup-reminder-hours", name=one.words.name(language))
    answers = attending.rows("hours", one.words.day, texts)
    return _before(one, texts, heading, one.words.slots(texts, one.guest.slots), answers)


def feedback(one: Reminder, language: Language) -> Message:
    """How was it? One to five stars."""
    texts = texts_in(language)
    stars = tuple(
        Button(texts("mentoring-button-stars", count=count), pack(AFTERWARDS, "stars", one.words.day.id, count))
        for count in STARS
    )
    heading = texts("mentoring-feedback", name=one.words.name(language))
    return Message(texts("mentoring-feedback-text"), heading=heading, buttons=(stars,))


def follow_up(one: Reminder, language: Language) -> Message:
    """How does it go, with what was promised?"""
    texts, day = texts_in(language), one.words.day
    days = one.minutes // (24 * 60)
    answers = tuple(
        (Button(texts(f"mentoring-button-{answer}"), pack(AFTERWARDS, answer, day.id, days)),) for answer in ANSWERS
    )
    promises = [result_notices.promise(one.words, texts, result) for result in one.guest.results if result.promise]
    text = wording.lines([*promises, texts("mentoring-follow-up-text")])
    heading = texts("mentoring-follow-up", name=one.words.name(language), weeks=days // 7)
    return Message(text, heading=heading, buttons=answers)


def _before(one: Reminder, texts: Texts, heading: str, lines: list[str], answers: Rows) -> Message:
    text = wording.lines([one.words.facts(texts), *lines])
    placed = has_place(one.words.day, one.guest.application, one.guest.slots)
    return Message(text, heading=heading, buttons=(*answers, *keepsakes(one.words, texts, placed=placed)))


def _heading(one: Reminder, texts: Texts) -> str:
    day = one.words.day
    days = (day.starts.date() - one.words.now.astimezone(day.zone).date()).days
    return texts("mentoring-in-days", days=days, name=one.words.name(texts.language))


def _next(one: Reminder, texts: Texts) -> str:
    """What the party is to expect."""
    guest, words = one.guest, one.words
    if guest.application and guest.application.state is ApplicationState.APPLIED:
        return texts("mentoring-next-applied")
    if guest.slots:
        return wording.lines(words.slots(texts, guest.slots))
    return texts("mentoring-no-slot-text" if words.day.is_published else "mentoring-admitted-text")


def _apply(one: Reminder, texts: Texts) -> Rows:
    return ((Button(texts("button-signup"), pack(MENTOR, "open", one.words.day.programme.id)),),)
