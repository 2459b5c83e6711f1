"""What cannot be done with an announcement; `key` names the text that staff are told."""

from bot.errors import RefusalError


class AnnouncementError(RefusalError):
    """`key` is announce-error-<key> of the message files."""

    texts = "announce-error"
    key = "other"


class GoneError(AnnouncementError):
    """There is no such announcement."""

    key = "gone"


class StaleError(AnnouncementError):
    """It was changed since: look at it again."""

    key = "stale"


class StateError(AnnouncementError):
    """That cannot be done with an announcement in its state."""

    key = "state"


class EmptyError(AnnouncementError):
    """An announcement needs a text, a picture or a document."""

    key = "empty"


class TooLongError(AnnouncementError):
    """The text is longer than Telegram takes: 4096 characters, or 1024 under pictures and documents."""

    key = "too-long"


class NoAudienceError(AnnouncementError):
    """It does not say to whom the announcement goes."""

    key = "no-audience"


class PastError(AnnouncementError):
    """That time is over."""

    key = "past"


class OwnWordError(AnnouncementError):
    """Whoever wrote or last changed an announcement cannot confirm it: a second person does."""

    key = "own-word"


class OtherMediaError(AnnouncementError):
    """What was sent keeps its pictures and documents: only the text can be corrected."""

    key = "other-media"
