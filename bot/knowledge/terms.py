"""Names of a fixed list that fields may hold: units, costs, parts of the day, holiday rules, facts of companies."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

from bot.knowledge.criteria import CRITERIA, Measure
from bot.knowledge.references import Plain
from bot.knowledge.shapes import Location, shapes, walk
from bot.knowledge.subsidy_values import Clause
from bot.knowledge.suggestions import did_you_mean
from bot.knowledge.values import Charge
from bot.languages import Language
from bot.messages.texts import MissingTextError, texts_in

WORDED = {
    "unit": "per-",
    "unit to count": "unit-",
    "cost": "cost-",
    "part of the day": "frequency-",
    "holiday rule": "holiday-",
}
"""Lists whose names have words in the message files, by how those begin."""
ANY = "other"
"""How a message ends that words whatever has no words of its own."""


@cache
def terms(of: str) -> Mapping[str, tuple[str, ...]]:
    """The names of a list, each with the words for it in both languages."""
    if of in {"fact", "day"}:
        facts = [name for name, measure in CRITERIA.items() if (measure is Measure.DAY) is (of == "day")]
        return {name: _words(f"fact-{name.replace('_', '-')}") for name in facts}
    begins = WORDED[of]
    names = [key.removeprefix(begins) for key in texts_in(Language.EN).keys_with(begins)]
    return {name: _words(f"{begins}{name}") for name in names if name != ANY}


def _words(key: str) -> tuple[str, ...]:
    """What a message says in both languages; nothing where it speaks of values."""
    try:
        return tuple(texts_in(language)(key) for language in Language)
    except MissingTextError:
        return ()


def unknown(record: Plain) -> Iterator[tuple[Location, str]]:
    """Where the record holds a name that is on no list, or one that does not fit the rest, with a sentence."""
    yield from _off_the_list(*record, ())
    for location, shape, value in walk(*record):
        if shape.model and isinstance(value, Mapping):
            yield from _off_the_list(shape.model, value, location)
            if shape.holds is Clause:
                yield from _unfit(value, location)
            if shape.holds is Charge and _filled(value, "free_units"):
                yield from _named(value, "per", "unit to count", location)


def _off_the_list(model: type[BaseModel], data: Mapping[str, Any], above: Location) -> Iterator[tuple[Location, str]]:
    for field, shape in shapes(model).items():
        if shape.among and not (shape.among.unless and _filled(data, shape.among.unless)):
            yield from _named(data, field, shape.among.of, above, unless=shape.among.unless)


def _named(
    data: Mapping[str, Any], field: str, of: str, above: Location, unless: str = ""
) -> Iterator[tuple[Location, str]]:
    written = str(data[field]).strip() if _filled(data, field) else ""
    if written and written not in terms(of):
        near = did_you_mean(written, terms(of), terms(of)) or "."
        other = f"; another one is put into words in '{unless}'" if unless else ""
        yield (*above, field), f"there is no {of} '{written}'{near} Known: {', '.join(terms(of))}{other}"


def _unfit(clause: Mapping[str, Any], above: Location) -> Iterator[tuple[Location, str]]:
    """A condition of a sort that its fact does not have."""
    fact = str(clause.get("fact", "")).strip()
    measure = CRITERIA.get(fact)
    if measure is Measure.YES_NO and not _filled(clause, "equals"):
        yield (*above, "fact"), f"'{fact}' is a yes or no: fill equals"
    elif measure and measure.is_number and _filled(clause, "equals"):
        yield (*above, "equals"), f"'{fact}' is a number: fill at_least or at_most"


def _filled(data: Mapping[str, Any], field: str) -> bool:
    return data.get(field) not in {None, ""} if not isinstance(data.get(field), (dict, list)) else bool(data[field])
