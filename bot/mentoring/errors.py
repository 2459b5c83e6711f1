"""Why something cannot be done about a mentoring day; `key` names the text that people are told."""

from bot.errors import RefusalError


class MentoringError(RefusalError):
    """`key` is mentoring-error-<key> of the message files."""

    texts = "mentoring-error"


class NoDayError(MentoringError):
    """There is no such day, or it is over."""


class NotOpenError(MentoringError):
    """Registration has not begun."""

    key = "not-open"


class ClosedError(MentoringError):
    """Registration is closed."""

    key = "closed"


class CancelledError(MentoringError):
    """That day is cancelled."""

    key = "cancelled"


class NoWishError(MentoringError):
    """Nobody is chosen whom to see."""

    key = "no-wish"


class DecidedError(MentoringError):
    """The application was withdrawn, or is decided."""

    key = "decided"


class TakenError(MentoringError):
    """Somebody sits there at that time, or the party does not have it."""

    key = "taken"


class BegunError(MentoringError):
    """Their first meeting has begun."""

    key = "begun"


class NotOfferedError(MentoringError):
    """No time is offered to them."""

    key = "not-offered"


class OfferOverError(MentoringError):
    """What was offered to them went to the next."""

    key = "offer-over"


class NoSlotError(MentoringError):
    """They have no time on that day."""

    key = "no-slot"


class EarlyError(MentoringError):
    """It is too early to say to be there."""

    key = "early"


class DoorError(MentoringError):
    """The code at the door is not that of a day that is today."""

    key = "door"


class NotTodayError(MentoringError):
    """That is for the day itself."""

    key = "not-today"


class ChangedError(MentoringError):
    """Somebody changed it since it was shown."""

    key = "changed"


class PublishedError(MentoringError):
    """The timetable is published already, or not yet proposed."""

    key = "published"


class NotYetError(MentoringError):
    """It has not begun, so there is nothing to say of it."""

    key = "not-yet"


class TooLateError(MentoringError):
    """It is too long ago."""

    key = "too-late"


class NotOwnError(MentoringError):
    """The party had no meeting on that day."""

    key = "not-own"


class NotYourTableError(MentoringError):
    """Results of that table are for others to record."""

    key = "not-your-table"


class NoResultError(MentoringError):
    """Nothing is recorded that the party could be told."""

    key = "no-result"


class ToldError(MentoringError):
    """The party was told, and nothing has changed since."""

    key = "told"


class AwayError(MentoringError):
    """The expert does not come, or is not to be seen at that time."""

    key = "away"


class FullError(MentoringError):
    """The expert sees as many as they want to."""

    key = "full"


class SeatedError(MentoringError):
    """Somebody has a slot there."""

    key = "seated"


class StartedError(MentoringError):
    """The day has begun."""

    key = "started"


class PastError(MentoringError):
    """That time has passed."""

    key = "past"


class SpanError(MentoringError):
    """It would end before it starts, before a slot is over, or more than a day later."""

    key = "span"


class FarError(MentoringError):
    """It is more than a year ahead."""

    key = "far"


class OtherDayError(MentoringError):
    """The programme has another day on that date."""

    key = "other-day"


class NoPlaceError(MentoringError):
    """There is no such facility."""

    key = "no-place"
