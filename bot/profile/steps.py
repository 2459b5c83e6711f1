"""The steps of the profile's dialogue in the store: each is one transaction, with what is awaited next."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.awaited import Awaited
from bot.people import invitations, memberships, standing
from bot.people.invitations import Found, Validity
from bot.people.memberships import Colleagues, Entry
from bot.people.standing import LeftError
from storage import chats
from storage import memberships as stored
from storage.database import Database

NAME = "name"
SHOWN_AS = "shown_as"
"""Questions about no fact: what the company is called, how colleagues see the member."""


@dataclass(frozen=True)
class Place:
    """A private chat at a moment."""

    database: Database
    chat_id: int
    now: datetime


async def keep(place: Place, awaited: Awaited) -> None:
    """What the next typed message may answer."""
    async with place.database.transaction() as session:
        await _keep(session, place, awaited)


async def tell(place: Place, facts: Mapping[str, Any], awaited: Awaited) -> None:
    """Keep facts (None erases one) of the company that `awaited.mark` stands for; raises LeftError."""
    async with place.database.transaction() as session:
        await _keep(session, place, awaited)
        await standing.tell(session, place.chat_id, awaited.mark, facts, place.now)


async def found(place: Place, name: str, awaited: Awaited) -> None:
    """A new company, whose first member is asked next how to be seen; raises LeftError for somebody who has one."""
    async with place.database.transaction() as session:
        await _keep(session, place, awaited)
        await memberships.found(session, place.chat_id, name, place.now)
        await _ask_how_to_be_seen(session, place, awaited)


async def show_as(place: Place, name: str | None, awaited: Awaited) -> None:
    """How colleagues see the member that `awaited.mark` stands for; raises LeftError."""
    async with place.database.transaction() as session:
        await _keep(session, place, awaited)
        if not await stored.show_as(session, awaited.mark, place.chat_id, name):
            raise LeftError


async def look_at(place: Place, secret: str) -> Found:
    """What the secret of a link is good for; nothing changes."""
    async with place.database.read() as session:
        return await invitations.find(session, secret, place.now)


async def join(place: Place, secret: str, awaited: Awaited, *, share: bool) -> Entry | Validity:
    """Join by an invitation; a new member is asked next how to be seen."""
    async with place.database.transaction() as session:
        await chats.upsert(session, place.chat_id, "private", place.now)
        entry = await memberships.join(session, place.chat_id, secret, place.now, share=share)
        if entry is Entry.JOINED:
            await _ask_how_to_be_seen(session, place, awaited)
        return entry


async def leave(place: Place, awaited: Awaited) -> None:
    """Leave the company that `awaited.mark` stands for; raises LeftError."""
    async with place.database.transaction() as session:
        await standing.belonging(session, place.chat_id, awaited.mark)
        await memberships.leave(session, place.chat_id)
        await _keep(session, place, replace(awaited, mark=0))


async def colleagues(place: Place, company_id: str) -> Colleagues:
    async with place.database.read() as session:
        return await Colleagues.of(session, company_id)


async def invite(place: Place, mark: int) -> str | None:
    """The secret of a new link; None for a member who may not invite; raises LeftError."""
    async with place.database.transaction() as session:
        company_id = await _led(session, place, mark)
        return await invitations.make(session, company_id, place.now) if company_id else None


async def revoke(place: Place, mark: int) -> bool:
    """Make the links of the company useless; False for a member who may not; raises LeftError."""
    async with place.database.transaction() as session:
        company_id = await _led(session, place, mark)
        if company_id:
            await invitations.revoke(session, company_id, place.now)
        return company_id is not None


async def _led(session: AsyncSession, place: Place, mark: int) -> str | None:
    """The company whose first member this is."""
    member = await standing.belonging(session, place.chat_id, mark)
    if member is None:
        raise LeftError
    group = await Colleagues.of(session, member.company_id)
    return member.company_id if group.leads(member) else None


async def _keep(session: AsyncSession, place: Place, awaited: Awaited) -> None:
    said = {"awaited": awaited.as_json(), "spoken": awaited.language.value}
    await chats.upsert(session, place.chat_id, "private", place.now, **said)


async def _ask_how_to_be_seen(session: AsyncSession, place: Place, awaited: Awaited) -> None:
    member = await stored.of_chat(session, place.chat_id)
    mark = member.id or 0 if member else 0
    await _keep(session, place, replace(awaited, question=SHOWN_AS, mark=mark, round=False))
