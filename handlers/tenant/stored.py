"""What is stored about whoever asks: shown in short, and handed out whole."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.delivery.telegram import LIMIT, units
from bot.messages.callbacks import FORGET, SETTINGS, pack
from bot.messages.message import Button, Message
from bot.messages.texts import Texts
from bot.tenants import Held
from handlers.context import Tenant
from storage.models import Exchange

PART = "stored"
EXPORT = "export"
ROOM = LIMIT - 400  # for questions; the rest is for what stands around them


def summary(tenant: Tenant, held: Held | None, timezone: ZoneInfo) -> Message:
    """What is stored, in a few lines."""
    texts = tenant.texts
    back = Button(texts("stored-button-back"), SETTINGS)
    if held is None:
        return Message(texts("stored-nothing"), heading=texts("stored-title"), buttons=((back,),))
    lines = [
        texts("stored-since", date=_date(held.chat.created_at, timezone)),
        texts("stored-seen", date=_date(held.chat.seen_at, timezone)),
        texts("stored-language", language=texts(f"settings-{tenant.chosen or 'auto'}")),
        texts("stored-company", company=_company(tenant)),
        texts(
            "stored-questions", count=len(held.exchanges), rated=sum(one.rating is not None for one in held.exchanges)
        ),
        texts("stored-cases", count=len(held.cases)),
        texts("stored-not"),
    ]
    export = Button(texts("stored-button-export"), pack(SETTINGS, EXPORT))
    forget = Button(texts("settings-button-forget"), FORGET)
    return Message("\n".join(lines), heading=texts("stored-title"), buttons=((export,), (forget, back)))


def export(tenant: Tenant, held: Held | None, timezone: ZoneInfo) -> Message:
    """The questions themselves, newest first, as many as one message holds."""
    if held is None:
        return summary(tenant, held, timezone)
    texts = tenant.texts
    lines: list[str] = []
    left = ROOM
    for exchange in reversed(held.exchanges):
        line = _line(texts, exchange, timezone)
        left -= units(line) + 1
        if left < 0:
            lines.append(texts("stored-earlier", count=len(held.exchanges) - len(lines)))
            break
        lines.append(line)
    back = Button(texts("stored-button-back"), pack(SETTINGS, PART))
    text = "\n".join(lines) or texts("stored-no-questions")
    return Message(text, heading=texts("stored-export-title"), buttons=((back,),))


def _line(texts: Texts, exchange: Exchange, timezone: ZoneInfo) -> str:
    rating = texts(f"feedback-{exchange.rating}") if exchange.rating else ""
    return f"{_date(exchange.at, timezone)} {exchange.question} {rating}".strip()


def _company(tenant: Tenant) -> str:
    return tenant.company.name.to(tenant.language) if tenant.company else tenant.texts("stored-no-company")


def _date(moment: datetime, timezone: ZoneInfo) -> str:
    return f"{moment.astimezone(timezone):%Y-%m-%d %H:%M}"
