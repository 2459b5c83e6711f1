"""How Telegram says what is wrong with a formatted text."""

from bot.sandbox.errors import ApiError, bad_request


def cannot_parse(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")


def byte_offset(source: str, position: int) -> int:
    """Where a character is, as Telegram counts in its complaints: in bytes of UTF-8."""
    return len(source[:position].encode())
