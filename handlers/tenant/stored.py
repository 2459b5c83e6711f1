"""What is stored about whoever asks: shown in short, and handed out whole."""

from datetime import datetime, tzinfo
from operator import itemgetter

from bot.delivery.telegram import LIMIT, pages
from bot.messages.callbacks import FORGET, SETTINGS, pack
from bot.messages.message import Button, Message
from bot.messages.texts import Texts
from bot.people.staff import Member
from bot.profile.overview import facts_of
from bot.profile.sheet import Sheet
from bot.tenants import Held
from handlers.context import Tenant
from handlers.tenant import notices
from storage.models import Exchange

PART = "stored"
EXPORT = "export"
ROOM = LIMIT - 400  # for what was written; the rest is for what stands around it


def summary(
    tenant: Tenant, held: Held | None, timezone: tzinfo | None, member: Member | None, expert: str | None
) -> Message:
    """What is stored, in a few lines; `member` if the tenant is of the staff, `expert` for whom they speak."""
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
        *_membership(tenant, timezone),
        texts(
            "stored-questions", count=len(held.exchanges), rated=sum(one.rating is not None for one in held.exchanges)
        ),
        texts("stored-cases", count=len(held.cases)),
        texts("stored-notices", wishes=notices.in_words(texts, held.wishes)),
        *_announced(texts, held),
        *_signed_up(texts, held),
        *_as_expert(texts, held, expert, timezone),
        *_in_calendar(texts, held, timezone),
        *as_staff,
        texts("stored-also"),
        *([] if member else [texts("stored-not")]),
    ]
    export = Button(texts("stored-button-export"), pack(SETTINGS, EXPORT, 0))
    forget = Button(texts("settings-button-forget"), FORGET)
    return Message("\n".join(lines), heading=texts("stored-title"), buttons=((export,), (forget, back)))


def export(sheet: Sheet, tenant: Tenant, held: Held | None, page: int) -> Message:
    """A page of the company's facts and of everything that was written here, newest first.

    Pages outside are the nearest there is.
    """
    timezone = sheet.now.tzinfo
    if held is None:
        return summary(tenant, held, timezone, None, None)
    texts = tenant.texts
    company = [texts("stored-facts", company=_company(tenant)), *facts_of(sheet)] if sheet.standing.facts else []
    lines = [*company, *_written(texts, held, timezone)] or [texts("stored-no-questions")]
    parts = pages("\n".join(lines), ROOM)
    page = min(page, len(parts) - 1)
    turn = [
        Button(texts(f"button-{way}"), pack(SETTINGS, EXPORT, there))
        for way, there in (("previous", page - 1), ("next", page + 1))
        if 0 <= there < len(parts)
    ]
    back = Button(texts("stored-button-back"), pack(SETTINGS, PART))
    text = f"{parts[page]}\n{texts('stored-page', page=page + 1, pages=len(parts))}" if turn else parts[page]
    return Message(text, heading=texts("stored-export-title"), buttons=tuple(filter(None, (tuple(turn), (back,)))))


def _announced(texts: Texts, held: Held) -> list[str]:
    if not held.announcements:
        return []
    return [texts("stored-announcements", count=held.announcements, read=held.acknowledged)]


def _signed_up(texts: Texts, held: Held) -> list[str]:
    counted = {
        "registrations": held.registrations,
        "applications": len(held.applications),
        "results": len(held.results),
        "feedback": len(held.feedback),
        "follow-ups": held.follow_ups,
        "recorded": held.recorded,
    }
    return [texts(f"stored-{what}", count=count) for what, count in counted.items() if count]


def _in_calendar(texts: Texts, held: Held, timezone: tzinfo | None) -> list[str]:
    feed, count = held.calendar_feed, held.calendar_entries
    lines = [texts("stored-calendar-entries", count=count)] if count else []
    return lines + ([texts("stored-calendar-feed", date=_date(feed.made_at, timezone))] if feed else [])


def _written(texts: Texts, held: Held, timezone: tzinfo | None) -> list[str]:
    """Questions with their ratings, what was handed to staff, what was told of products, and what experts said."""
    told = [(one.at, f"{one.question} {_rating(texts, one)}".strip()) for one in held.exchanges]
    told += [(one.created_at, texts("stored-case", question=one.question)) for one in held.cases]
    told += [
        (one.changed_at, texts("stored-application", product=one.product)) for one in held.applications if one.product
    ]
    for one in held.applications:
        moments = (("confirmed", one.confirmed_at), ("arrived", one.arrived_at), ("passed", one.passed_over_at))
        told += [(at, texts(f"stored-{what}")) for what, at in moments if at]
    told += [(one.given_at, texts("stored-said", count=one.stars, sentence=one.sentence)) for one in held.feedback]
    told += [
        (one.changed_at, texts("stored-result", advice=one.advice, promise=one.promise))
        for one in held.results
        if one.advice or one.promise
    ]
    told.sort(key=itemgetter(0))
    return [f"{_date(at, timezone)} {line}" for at, line in reversed(told)]


def _rating(texts: Texts, exchange: Exchange) -> str:
    return texts(f"feedback-{exchange.rating}") if exchange.rating else ""


def _as_staff(texts: Texts, member: Member) -> list[str]:
    return [texts("stored-staff", role=texts(f"role-{member.role}"), name=member.name or f"{member.telegram_id}")]


def _as_expert(texts: Texts, held: Held, expert: str | None, timezone: tzinfo | None) -> list[str]:
    if held.mentor is None or expert is None:
        return []
    name = held.mentor.name or f"{held.mentor.telegram_id}"
    return [texts("stored-mentor", member=expert, name=name, date=_date(held.mentor.added_at, timezone))]


def _membership(tenant: Tenant, timezone: tzinfo | None) -> list[str]:
    """How one is seen as a member, or how much one told for oneself."""
    texts, member = tenant.texts, tenant.standing.membership
    if member is not None:
        seen = member.shown_as or texts("company-unnamed")
        return [texts("stored-member", name=seen, date=_date(member.joined_at, timezone))]
    told = len(tenant.standing.facts)
    return [texts("stored-told", count=told)] if told else []


def _company(tenant: Tenant) -> str:
    return tenant.company.name.to(tenant.language) if tenant.company else tenant.texts("stored-no-company")


def _date(moment: datetime, timezone: tzinfo | None) -> str:
    return f"{moment.astimezone(timezone):%Y-%m-%d %H:%M}"
