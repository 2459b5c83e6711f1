"""Links by which tenants join a company: secrets that only those know who were given them."""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.people.company import Company
from bot.people.secret_links import hash_of
from storage import companies, company_invitations

LASTS = timedelta(days=14)
SECRET_BYTES = 16
PREFIX = "join"
"""A link's payload is join_<secret>, of characters that Telegram lets through."""
_SECRET = re.compile(r"[A-Za-z0-9_-]{22}")


class Validity(StrEnum):
    VALID = "valid"
    UNKNOWN = "unknown"
    EXPIRED = "expired"
    REVOKED = "revoked"


@dataclass(frozen=True)
class Found:
    """What a secret is good for; the company of a valid one."""

    validity: Validity
    company: Company | None = None


def link(username: str, secret: str) -> str:
    """The address that opens the chat with the bot and hands it the secret."""
    return f"https://t.me/{username}?start={PREFIX}_{secret}"


async def make(session: AsyncSession, company_id: str, now: datetime) -> str:
    """A new secret for the company, which must be stored; it is told this once and can be used until now + LASTS."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    await company_invitations.add(session, hash_of(secret), company_id, now + LASTS, now)
    return secret


async def find(session: AsyncSession, secret: str, now: datetime) -> Found:
    invitation = await company_invitations.get(session, hash_of(secret)) if _SECRET.fullmatch(secret) else None
    row = await companies.get(session, invitation.company_id) if invitation else None
    if invitation is None or row is None:
        return Found(Validity.UNKNOWN)
    if invitation.revoked_at is not None:
        return Found(Validity.REVOKED)
    if invitation.expires_at <= now:
        return Found(Validity.EXPIRED)
    return Found(Validity.VALID, Company.model_validate(row.data))


async def revoke(session: AsyncSession, company_id: str, now: datetime) -> None:
    """Make every link of the company useless that was made before."""
    await company_invitations.revoke(session, company_id, now)
