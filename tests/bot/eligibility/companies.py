"""Companies as they might be, with what a test cares about given."""

from typing import Any

from bot.people.company import Company


def company(**given: Any) -> Company:
    return Company.model_validate({"id": "acme", "name": {"en": "Acme"}} | given)
