"""What people read about a time that is offered to them."""

from bot.answering import wording
from bot.languages import Language
from bot.mentoring.notices import Words
from bot.messages.callbacks import MEETING, pack
from bot.messages.message import Button, Message
from bot.messages.texts import Texts, texts_in
from storage.models import Slot


def offer(words: Words, slot: Slot, language: Language) -> Message:
    texts = texts_in(language)
    text = wording.lines([words.facts(texts), *lines(words, texts, slot)])
    heading = texts("mentoring-offer", name=words.name(language))
    return Message(text, heading=heading, buttons=(answers(texts, slot),))


def expired(words: Words, language: Language) -> Message:
    texts = texts_in(language)
    text = texts("mentoring-offer-expired-text", when=words.when(texts))
    return Message(text, heading=texts("mentoring-offer-expired", name=words.name(language)))


def lines(words: Words, texts: Texts, slot: Slot) -> list[str]:
    """Whom it would be when, and until when it is kept for them."""
    until = texts("mentoring-offer-until", until=words.moment(texts, slot.offered_until or words.now))
    return [*words.slots(texts, [slot]), until]


def answers(texts: Texts, slot: Slot) -> tuple[Button, ...]:
    return (
        Button(texts("signup-button-take"), pack(MEETING, "take", slot.occurrence_id, slot.id)),
        Button(texts("signup-button-leave-it"), pack(MEETING, "pass", slot.occurrence_id, slot.id)),
    )
