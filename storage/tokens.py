"""Tokens of programs that use the HTTP API."""

from datetime import datetime

from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from storage.models import ApiToken
from storage.upsert import insert_new


async def add(session: AsyncSession, token: ApiToken) -> bool:
    """In place of a revoked one of that name; False if there is one in force."""
    if await insert_new(session, token):
        return True
    revoked = (col(ApiToken.name) == token.name, col(ApiToken.revoked_at).is_not(None))
    replaced = update(ApiToken).where(*revoked).values(token.model_dump(exclude={"name"}))
    return (await session.exec(replaced)).rowcount == 1


async def by_hash(session: AsyncSession, secret_hash: str) -> ApiToken | None:
    """The token in force whose secret has this hash."""
    known = (col(ApiToken.secret_hash) == secret_hash, col(ApiToken.revoked_at).is_(None))
    return (await session.exec(select(ApiToken).where(*known))).one_or_none()


async def in_force(session: AsyncSession) -> list[ApiToken]:
    """In the order in which they were made."""
    alive = select(ApiToken).where(col(ApiToken.revoked_at).is_(None))
    return list((await session.exec(alive.order_by(col(ApiToken.created_at), col(ApiToken.name)))).all())


async def revoke(session: AsyncSession, name: str, now: datetime) -> bool:
    """False if there is none of that name in force."""
    alive = (col(ApiToken.name) == name, col(ApiToken.revoked_at).is_(None))
    return (await session.exec(update(ApiToken).where(*alive).values(revoked_at=now))).rowcount == 1
