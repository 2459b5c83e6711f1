"""What is stored about whoever asks: shown in short, and handed out whole."""

from datetime import datetime
from operator import itemgetter
from zoneinfo import ZoneInfo

from bot.delivery.telegram import LIMIT, pages
from bot.messages.callbacks import FORGET, SETTINGS, pack
from bot.messages.message import Button, Message
from bot.messages.texts import Texts
from bot.people.staff import Member
from bot.tenants import Held
from handlers.context import Tenant
from storage.models import Exchange

PART = "stored"
EXPORT = "export"
ROOM = LIMIT - 400  # for what was written; the rest is for what stands around it


def summary(tenant: Tenant, held: Held | None, timezone: ZoneInfo, member: Member | None) -> Message:
    """What is stored, in a few lines; `member` if the tenant is of the staff."""
    texts = tenant.texts
    back = Button(texts("stored-button-back"), SETTINGS)
    as_staff = _as_staff(texts, member) if member else []
    if held is None:
        text = "\n".join(as_staff) or texts("stored-nothing")
        return Message(text, heading=texts("stored-title"), buttons=((back,),))
    lines = [
        texts("stored-since", date=_date(held.chat.created_at, timezone)),
        texts("stored-seen", date=_date(held.chat.seen_at, timezone)),
        texts("stored-language", language=texts(f"settings-{tenant.chosen or 'auto'}")),
        texts("stored-company", company=_company(tenant)),
        texts(
            "stored-questions", count=len(held.exchanges), rated=sum(one.rating is not None for one in held.exchanges)
        ),
        texts("stored-cases", count=len(held.cases)),
        *as_staff,
        texts("stored-also"),
        *([] if member else [texts("stored-not")]),
    ]
    export = Button(texts("stored-button-export"), pack(SETTINGS, EXPORT, 0))
    forget = Button(texts("settings-button-forget"), FORGET)
    return Message("\n".join(lines), heading=texts("stored-title"), buttons=((export,), (forget, back)))


def export(tenant: Tenant, held: Held | None, timezone: ZoneInfo, page: int) -> Message:
    """A page of everything that was written here, newest first; pages outside are the nearest there is."""
    if held is None:
        return summary(tenant, held, timezone, None)
    texts = tenant.texts
    parts = pages("\n".join(_written(texts, held, timezone)) or texts("stored-no-questions"), ROOM)
    page = min(page, len(parts) - 1)
    turn = [
        Button(texts(f"button-{way}"), pack(SETTINGS, EXPORT, there))
        for way, there in (("previous", page - 1), ("next", page + 1))
        if 0 <= there < len(parts)
    ]
    back = Button(texts("stored-button-back"), pack(SETTINGS, PART))
    text = f"{parts[page]}\n{texts('stored-page', page=page + 1, pages=len(parts))}" if turn else parts[page]
    return Message(text, heading=texts("stored-export-title"), buttons=tuple(filter(None, (tuple(turn), (back,)))))


def _written(texts: Texts, held: Held, timezone: ZoneInfo) -> list[str]:
    """Questions with their ratings, and what was handed to staff."""
    told = [(one.at, f"{one.question} {_rating(texts, one)}".strip()) for one in held.exchanges]
    told += [(one.created_at, texts("stored-case", question=one.question)) for one in held.cases]
    told.sort(key=itemgetter(0))
    return [f"{_date(at, timezone)} {line}" for at, line in reversed(told)]


def _rating(texts: Texts, exchange: Exchange) -> str:
    return texts(f"feedback-{exchange.rating}") if exchange.rating else ""


def _as_staff(texts: Texts, member: Member) -> list[str]:
    return [texts("stored-staff", role=texts(f"role-{member.role}"), name=member.name or f"{member.telegram_id}")]


def _company(tenant: Tenant) -> str:
    return tenant.company.name.to(tenant.language) if tenant.company else tenant.texts("stored-no-company")


def _date(moment: datetime, timezone: ZoneInfo) -> str:
    return f"{moment.astimezone(timezone):%Y-%m-%d %H:%M}"
