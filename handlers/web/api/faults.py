"""What is wrong with a body, field by field, in the language of whoever sent it."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.languages import Language
from bot.messages.texts import texts_in
from handlers.web.api.problems import ProblemError

KEYS = {
    "missing": "missing",
    "extra_forbidden": "unknown-field",
    "string_type": "text",
    "bool_type": "yes-no",
    "tuple_type": "list",
    "model_type": "object",
    "enum": "choice",
    "datetime_type": "time",
    "datetime_parsing": "time",
    "datetime_from_date_parsing": "time",
    "timezone_aware": "time",
    "date_type": "date",
    "date_parsing": "date",
    "date_from_datetime_parsing": "date",
    "date_from_datetime_inexact": "date",
}
"""api-fault-<key> of the message files, by the type that pydantic gives a fault."""
OUR_OWN = {"characters": "characters", "wording": "wording", "time": "time", "all takes no other criteria": "alone"}
"""The same, by what our own validators say."""
ALTERNATIVES = {"text": "text", "wording": "text"}
"""Names of what may stand in a field, which pydantic puts behind the field's own."""


def problem_of(error: ValidationError) -> ProblemError:
    faults = error.errors(include_url=False, include_input=False)
    return ProblemError("malformed", more=lambda language: {"errors": [_told(fault, language) for fault in faults]})


def _told(fault: ErrorDetails, language: Language) -> Mapping[str, Any]:
    return {"at": _place(fault["loc"]), "detail": texts_in(language)(f"api-fault-{_key(fault)}")}


def _key(fault: ErrorDetails) -> str:
    if fault["type"] == "value_error":
        return OUR_OWN[str(fault["ctx"]["error"])]
    return KEYS.get(fault["type"], "malformed")


def _place(location: tuple[int | str, ...]) -> str:
    parts = [str(part) for part in location]
    if len(parts) > 1 and ALTERNATIVES.get(parts[1]) == parts[0]:
        del parts[1]
    return ".".join(parts)
