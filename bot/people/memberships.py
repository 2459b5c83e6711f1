"""Joining a company and leaving it. All take a session, so that other changes go along in one transaction."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.knowledge.values import Text
from bot.people import invitations
from bot.people.company import Company
from bot.people.invitations import Validity
from bot.people.standing import belonging, stored
from storage import companies, descriptions, memberships, mentoring
from storage.models import Membership


class Entry(StrEnum):
    """What became of an attempt to join; else the validity of the link."""

    JOINED = "joined"
    MEMBER = "member"


@dataclass(frozen=True)
class Colleagues:
    """The members of a company, the longest first, who may invite; `lasts` is one that stays without any."""

    members: tuple[Membership, ...]
    lasts: bool

    @classmethod
    async def of(cls, session: AsyncSession, company_id: str) -> "Colleagues":
        company = await companies.get(session, company_id)
        return cls(tuple(await memberships.of_company(session, company_id)), bool(company and company.by_staff))

    def leads(self, membership: Membership | None) -> bool:
        """Whether this is the first member."""
        return membership is not None and bool(self.members) and self.members[0].id == membership.id

    @property
    def hang_on_one(self) -> bool:
        """Whether the company goes when its only member leaves."""
        return not self.lasts and len(self.members) == 1


async def join(
    session: AsyncSession, chat_id: int, secret: str, now: datetime, *, share: bool = False
) -> Entry | Validity:
    """Make the chat, which must be stored and locked, a member by an invitation, and of no other company.

    What it had told for itself alone is erased; with `share` it fills the gaps in what the company has told. What it
    applied for alone is the company's from now on, but for mentoring days for which the company has applied itself.
    """
    found = await invitations.find(session, secret, now)
    if found.validity is not Validity.VALID or found.company is None:
        return found.validity
    company_id, before = found.company.id, await memberships.of_chat(session, chat_id)
    if before and before.company_id == company_id:
        return Entry.MEMBER
    held = await companies.locked(session, [company_id, *([before.company_id] if before else [])])
    if company_id not in held:
        return Validity.UNKNOWN
    await leave(session, chat_id)
    told = await descriptions.get(session, chat_id)
    await memberships.add(session, chat_id, company_id, now)
    await mentoring.carry(session, mentoring.alone(chat_id), company_id, now)
    await mentoring.hand_on(session, company_id, chat_id)
    if told and share:
        await companies.save(session, company_id, {**told.data, **held[company_id].data}, now)
    await descriptions.remove(session, chat_id)
    return Entry.JOINED


async def found(session: AsyncSession, chat_id: int, name: str, now: datetime) -> None:
    """A new company of that name with the chat, stored and locked, as its first member, and all that it had told.

    What it applied for alone is the company's from now on.

    Raises LeftError if it belongs to a company already.
    """
    await belonging(session, chat_id, 0)
    told = await descriptions.get(session, chat_id)
    company = Company.model_validate(
        {"id": f"c-{secrets.token_hex(8)}", "name": Text.model_validate(name), **(told.data if told else {})}
    )
    await companies.add(session, company.id, stored(company), now, by_staff=False)
    await memberships.add(session, chat_id, company.id, now)
    await mentoring.carry(session, mentoring.alone(chat_id), company.id, now)
    await descriptions.remove(session, chat_id)


async def leave(session: AsyncSession, chat_id: int) -> None:
    """Take the chat out of its company, if it has one; one that its members made goes with the last of them.

    What it applied for on the company's behalf is the longest member's from now on; where the company goes, it stays
    with the last of its members.
    """
    member = await memberships.of_chat(session, chat_id)
    if member is None:
        return
    held = await companies.locked(session, [member.company_id])
    await memberships.remove(session, chat_id)
    company, left = held.get(member.company_id), await memberships.of_company(session, member.company_id)
    if left:
        await mentoring.hand_on(session, member.company_id, left[0].chat_id)
    elif company and not company.by_staff:
        await mentoring.carry(session, company.id, mentoring.alone(chat_id))
        await companies.remove(session, company.id)
