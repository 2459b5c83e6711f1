"""The pages of applying for a mentoring day."""

from bot.knowledge.kinds import Programme
from bot.mentoring import attending, offer_notices
from bot.mentoring.notices import Words, has_place, keepsakes
from bot.messages.callbacks import AFTERWARDS, MENTOR, SHOW, pack
from bot.messages.message import Button, Message, Rows
from bot.messages.texts import Texts
from storage.models import Application, ApplicationState

RANKS = "①②③④⑤⑥⑦⑧⑨"


def day(texts: Texts, words: Words) -> Message:
    """How the day stands for the party: what it chooses, what it told, what was decided."""
    own = words.day.own
    state = own.state if own else None
    if state in (ApplicationState.DRAFT, ApplicationState.WITHDRAWN) and words.day.is_open(words.now):
        return choice(texts, words)
    lines = [words.facts(texts), _standing(texts, words), _presence(texts, words), *_told(texts, words)]
    text = "\n".join(line for line in lines if line)
    return Message(text, heading=words.name(texts.language), buttons=(*_acts(texts, words), _back(texts, words)))


def choice(texts: Texts, words: Words) -> Message:
    """Whom they want to see, in the order of the taps."""
    now, day_ = words.now, words.day
    wishes = [one for one in (day_.own.wishes if day_.own else []) if day_.is_present(one)]
    lines = [
        words.facts(texts),
        texts("mentoring-until", until=words.moment(texts, day_.closes_at)),
        day_.programme.admits.to(texts.language) if day_.programme.admits else None,
        texts("mentoring-choose"),
    ]
    experts = tuple(
        (Button(_expert(texts, words, place, wishes), pack(MENTOR, "wish", day_.id, place)),)
        for place, member in enumerate(day_.experts)
        if day_.is_present(member.id)
    )
    onward = (Button(texts("mentoring-button-next"), pack(MENTOR, "product", day_.id)),) if wishes else ()
    rows = (*experts, onward) if day_.is_open(now) else ()
    text = "\n".join(filter(None, lines))
    return Message(text, heading=words.name(texts.language), buttons=tuple(filter(None, (*rows, _back(texts, words)))))


def product(texts: Texts, words: Words) -> Message:
    """What do they make? What they said before can be kept."""
    own = words.day.own
    lines, rows = [texts("mentoring-product")], [_button(texts, words, "experts", "change")]
    if own and own.product:
        lines.append(texts("mentoring-product-now", product=own.product))
        rows.insert(0, _button(texts, words, "keep-product", "keep"))
    return Message("\n".join(lines), heading=words.name(texts.language), buttons=tuple((row,) for row in rows))


def _button(texts: Texts, words: Words, key: str, step: str) -> Button:
    return Button(texts(f"mentoring-button-{key}"), pack(MENTOR, step, words.day.id))


def _expert(texts: Texts, words: Words, place: int, wishes: list[str]) -> str:
    member = words.day.experts[place]
    name = member.name.to(texts.language)
    helps = member.helps_with[0].to(texts.language) if member.helps_with else ""
    label = texts("mentoring-expert", name=name, helps=helps) if helps else name
    return f"{RANKS[wishes.index(member.id)]} {label}" if member.id in wishes else label


def _standing(texts: Texts, words: Words) -> str:
    day_, own = words.day, words.day.own
    if day_.occurrence.cancelled:
        return texts("signup-is-cancelled")
    if own and own.state not in (ApplicationState.DRAFT, ApplicationState.WITHDRAWN):
        return _decided(texts, words, own)
    if own and own.state is ApplicationState.WITHDRAWN:
        return texts("mentoring-left-text")
    if words.now < day_.opens_at:
        return texts("mentoring-opens-at", opens=words.moment(texts, day_.opens_at))
    return texts("signup-is-closed", until=words.moment(texts, day_.closes_at))


def _presence(texts: Texts, words: Words) -> str:
    """Whether it said to come, or came."""
    own = words.day.own
    if own is None or not words.day.slots or not words.day.takes_part:
        return ""
    if own.arrived_at:
        return texts("mentoring-arrived", time=words.time(own.arrived_at))
    return texts("mentoring-confirmed") if own.confirmed_at else ""


def _decided(texts: Texts, words: Words, own: Application) -> str:
    if own.state is ApplicationState.DECLINED:
        return texts(f"mentoring-reason-{own.reason}")
    if own.state is ApplicationState.APPLIED:
        return texts("mentoring-applied")
    if words.day.offer:
        return "\n".join(offer_notices.lines(words, texts, words.day.offer))
    if words.day.slots and words.day.is_published:
        return "\n".join(words.slots(texts, words.day.slots))
    if own.passed_over_at:
        return texts("mentoring-passed-text")
    return texts("mentoring-no-slot-text" if words.day.is_published else "mentoring-admitted-text")


def _told(texts: Texts, words: Words) -> list[str]:
    """What the party wrote."""
    own = words.day.own
    if own is None or not words.day.takes_part:
        return []
    experts = texts("word-list-comma").join(words.expert(one, texts.language) for one in own.wishes)
    lines = [texts("mentoring-wishes", experts=experts), texts("mentoring-makes", product=own.product)]
    return lines + ([words.bring(texts)] if own.state is ApplicationState.ADMITTED else [])


def _acts(texts: Texts, words: Words) -> Rows:
    day_, own = words.day, words.day.own
    if own is None or not day_.takes_part or day_.occurrence.cancelled:
        return ()
    if day_.offer:
        return (offer_notices.answers(texts, day_.offer),)
    return (*_arrival(texts, words), *_changes(texts, words, own))


def _arrival(texts: Texts, words: Words) -> Rows:
    day_ = words.day
    waited_for = day_.slots and day_.is_published and day_.own and not day_.own.arrived_at
    return ((attending.here(day_, texts),),) if waited_for and attending.doors_open(day_, words.now) else ()


def _changes(texts: Texts, words: Words, own: Application) -> Rows:
    day_ = words.day
    if day_.first_at <= words.now:
        return ()
    changeable = own.state is ApplicationState.APPLIED and day_.is_open(words.now)
    leave = Button(texts("signup-button-leave"), pack(MENTOR, "leave", day_.id))
    if changeable:
        return ((Button(texts("mentoring-button-change"), pack(MENTOR, "change", day_.id)), leave),)
    return (*keepsakes(words, texts, placed=has_place(day_, own, day_.slots)), (leave,))


def _back(texts: Texts, words: Words) -> tuple[Button, ...]:
    programme = words.day.programme.id
    past = Button(texts("results-button-past"), pack(AFTERWARDS, "past", programme))
    return (Button(texts("button-back"), pack(SHOW, Programme.kind, programme)), past)
