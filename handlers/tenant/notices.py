"""/settings, the page about announcements: all or the urgent ones alone, topics, quiet hours."""

from bot.messages.callbacks import SETTINGS, mark_of, pack
from bot.messages.message import Button, Message
from bot.messages.texts import Texts
from bot.people import preferences
from bot.people.preferences import HOURS, Wishes
from bot.people.topics import topic_name
from handlers.callbacks import StalePressError, number
from handlers.context import ParkContext, Tenant

PART = "notices"
MUTE, TOPIC, QUIET = "mute", "topic", "quiet"
ON, OFF = "on", "off"


async def page(context: ParkContext, tenant: Tenant, change: list[str]) -> Message:
    """As it is after the change: nothing, mute:<on|off>, topic:<mark>:<on|off> or quiet:<number of HOURS>.

    Raises StalePressError for what is none of these.
    """
    topics = await _topics(context)
    await _change(context, tenant, topics, change)
    wishes = await preferences.of_chat(context.services.database, tenant.chat_id)
    texts = tenant.texts
    muted = Button(_marked(texts, texts("notices-muted"), on=wishes.muted), _data(MUTE, OFF if wishes.muted else ON))
    chosen = [
        Button(
            _marked(texts, topic_name(texts, topic), on=topic not in wishes.topics_off),
            _data(TOPIC, mark_of(topic), ON if topic in wishes.topics_off else OFF),
        )
        for topic in topics
    ]
    hours = [
        Button(_marked(texts, _hours(texts, one), on=one == wishes.hours), _data(QUIET, place))
        for place, one in enumerate(HOURS)
    ]
    rows = (
        (muted,),
        *_rows(chosen, 3),
        *_rows(hours, 2),
        (Button(texts("stored-button-back"), SETTINGS),),
    )
    return Message(texts("notices-text"), heading=texts("notices-title"), buttons=rows)


def in_words(texts: Texts, wishes: Wishes) -> str:
    """What was chosen, in a line."""
    parts = [
        texts("notices-urgent-alone" if wishes.muted else "notices-all"),
        _hours(texts, wishes.hours),
    ]
    if wishes.topics_off:
        names = texts("word-list-comma").join(topic_name(texts, topic) for topic in sorted(wishes.topics_off))
        parts.append(texts("notices-off", topics=names))
    return texts("word-list-semicolon").join(parts)


async def _change(context: ParkContext, tenant: Tenant, topics: list[str], change: list[str]) -> None:
    place = (context.services.database, tenant.chat_id, context.now)
    match change:
        case []:
            return
        case ["mute", "on" | "off" as state]:
            await preferences.mute(*place, muted=state == ON)
        case ["topic", mark, "on" | "off" as state] if mark in (marked := {mark_of(topic): topic for topic in topics}):
            await preferences.want(*place, marked[mark], wanted=state == ON)
        case ["quiet", index] if number(index) < len(HOURS):
            await preferences.be_quiet(*place, HOURS[number(index)])
        case _:
            raise StalePressError


async def _topics(context: ParkContext) -> list[str]:
    park = await context.services.answering.park(context.now)
    return park.topics if park else []


def _data(*change: object) -> str:
    return pack(SETTINGS, PART, *change)


def _hours(texts: Texts, hours: tuple[int, int]) -> str:
    if hours[0] == hours[1]:
        return texts("notices-no-hours")
    return texts("notices-hours", start=_clock(hours[0]), end=_clock(hours[1]))


def _clock(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02}"


def _marked(texts: Texts, name: str, *, on: bool) -> str:
    return texts("notices-chosen", name=name) if on else name


def _rows(buttons: list[Button], width: int) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(buttons[place : place + width]) for place in range(0, len(buttons), width))
