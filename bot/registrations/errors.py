"""Why somebody cannot sign up; `key` names the text that they are told."""

from bot.errors import RefusalError


class RegistrationError(RefusalError):
    """`key` is signup-error-<key> of the message files."""

    texts = "signup-error"


class NoDateError(RegistrationError):
    """There is no such date, or it is over."""


class ClosedError(RegistrationError):
    """Registration is closed."""

    key = "closed"


class CancelledError(RegistrationError):
    """That date is cancelled."""

    key = "cancelled"


class NotOwnError(RegistrationError):
    """The registration is another chat's, or was withdrawn."""

    key = "not-own"


class OfferOverError(RegistrationError):
    """The seat went to somebody else."""

    key = "offer-over"
