"""Topics of announcements, as a park's record lists them."""

from bot.messages.texts import Texts


def topic_name(texts: Texts, topic: str) -> str:
    """A topic by its text, where it has one; parks name their own."""
    key = f"topic-{topic}"
    return texts(key) if texts.has(key) else topic
