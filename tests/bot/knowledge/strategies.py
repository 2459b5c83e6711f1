"""Any record of any kind, for hypothesis, read off the models as the sheets are."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter

from bot.knowledge.criteria import CRITERIA, Measure
from bot.knowledge.hours import MIDNIGHT, OpeningHours
from bot.knowledge.kinds import KINDS, Record
from bot.knowledge.scalars import LOST_CHARACTER, Words
from bot.knowledge.shapes import Shape, shapes
from bot.knowledge.subsidy_values import Benefit, Clause
from bot.knowledge.terms import terms
from bot.knowledge.values import Booking, Charge, MonthDay, Text

wording = TypeAdapter(Words).validate_python
IDS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,39}", fullmatch=True)
# what means something to a spreadsheet, to the lines of a cell or to YAML, among any other characters
MEANINGFUL = [
    *"=+-@'\";:；：\\\n\t,#|>{}[]&*!%~ 0　",
    "_x0041_",
    "\r\n",
    "''",
    '""',
    "null",
    "yes",
    "1e3",
    "12:30",
    "zh: ",
]
PIECES = st.sampled_from(MEANINGFUL) | st.characters(codec="utf-8", exclude_characters=LOST_CHARACTER)
WORDING = st.lists(PIECES, min_size=1, max_size=8).map("".join).map(wording).filter(bool)
TEXTS = st.dictionaries(st.sampled_from(["zh", "en"]), WORDING, min_size=1)
EARLY = 90
LAST_DAY = date(9999, 12, 1)


@st.composite
def opening_hours(draw: st.DrawFn) -> OpeningHours:
    """Up to two spans a day, some past midnight, or the whole day."""
    if draw(st.booleans()):
        return OpeningHours((((0, MIDNIGHT),),) * 7)
    edges = st.lists(st.integers(EARLY, MIDNIGHT + EARLY), max_size=4, unique=True).map(sorted)
    week = [draw(edges) for _ in range(7)]
    # no text tells a whole day that begins after midnight
    spans = (
        [(start, end) for start, end in zip(day[::2], day[1::2], strict=False) if max(start, end - start) < MIDNIGHT]
        for day in week
    )
    return OpeningHours(tuple(tuple(day) for day in spans))


SCALARS: dict[type, st.SearchStrategy[Any]] = {
    str: WORDING,
    bool: st.booleans(),
    int: st.integers(0, 10**9),
    Decimal: st.decimals(0, 10**9, places=3),
    date: st.dates(max_value=LAST_DAY),
    datetime: st.datetimes().filter(lambda moment: moment.date() < LAST_DAY),
    time: st.times(),
    Text: TEXTS,
    MonthDay: st.dates(date(2001, 1, 1), date(2001, 12, 31)).map(lambda day: f"{day:%m-%d}"),
    OpeningHours: opening_hours(),
}
FIELDS = {"id": IDS, "rrule": st.sampled_from(["", "FREQ=WEEKLY;BYDAY=TU,TH", "FREQ=MONTHLY;BYDAY=-1FR"])}


def records(model: type[Record]) -> st.SearchStrategy[Record]:
    """Records of a kind; what they refer to need not be there."""
    return _data(model).map(model.model_validate)


def any_record() -> st.SearchStrategy[Record]:
    return st.one_of([records(model) for model in KINDS.values()])


@st.composite
def _data(draw: st.DrawFn, model: type[BaseModel]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for field, shape in shapes(model).items():
        if model.model_fields[field].is_required() or draw(st.booleans()):
            one = _value(field, shape)
            data[field] = draw(st.lists(one, max_size=3) if shape.many else one)
    return _mended(model, data)


def _value(field: str, shape: Shape) -> st.SearchStrategy[Any]:
    if shape.model:
        return _data(shape.model)
    if shape.among:
        return st.sampled_from(list(terms(shape.among.of)))
    return IDS if shape.refers else FIELDS.get(field, SCALARS[shape.holds])


def _mended(model: type[BaseModel], data: dict[str, Any]) -> dict[str, Any]:
    """The data with what the fields of a model demand of each other."""
    if model is Booking and not data:
        return {"lead_days": 0}
    if model is Charge and data["per"] not in terms("unit to count"):
        data.pop("free_units", None)
    if model is Clause:
        return _condition(data)
    if model is Benefit:
        data.pop("amount", None) if "percent" in data else data.setdefault("amount", 1)
        return {"of": "interest"} | data
    for first, last in (("starts", "ends"), ("valid_from", "valid_until")):
        if first in data and last in data:
            data[last] = data[first] + timedelta(days=1)
    return data


def _condition(data: dict[str, Any]) -> dict[str, Any]:
    """One condition of the sort that the fact has."""
    kept = {key: value for key, value in data.items() if key not in {"equals", "at_least", "at_most"}}
    if CRITERIA[data["fact"]] is Measure.YES_NO:
        return kept | {"equals": data.get("equals", False)}
    bound = "at_most" if "at_most" in data else "at_least"
    fact = data["fact"] if CRITERIA[data["fact"]].is_number else "revenue"
    return kept | {"fact": fact, bound: data.get(bound, 1)}
