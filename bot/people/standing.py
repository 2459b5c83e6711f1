"""Whom a chat speaks for: the company that it belongs to, one that it described for itself alone, or none."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.knowledge.values import Text
from bot.languages import Language
from bot.messages.texts import texts_in
from bot.people.company import SELF, Company
from storage import companies, descriptions, memberships
from storage.models import Membership

IDENTITY = {"id", "name", "sample"}
"""What of a company is no fact about it."""


@dataclass(frozen=True)
class Standing:
    """`updated_at` is when something was last told of the company."""

    company: Company | None = None
    membership: Membership | None = None
    updated_at: datetime | None = None

    @property
    def mark(self) -> int:
        """What buttons carry, so that one from before a change of company is known: the membership, 0 for none."""
        return self.membership.id or 0 if self.membership else 0

    @property
    def facts(self) -> dict[str, Any]:
        """What is known of the company, by the names of its fields."""
        return self.company.model_dump(exclude=IDENTITY, exclude_none=True) if self.company else {}


NOBODY = Standing()


class LeftError(Exception):
    """The chat does not belong any more to what somebody wanted to change there."""


async def load(session: AsyncSession, chat_id: int) -> Standing:
    if member := await memberships.of_chat(session, chat_id):
        row = await companies.get(session, member.company_id)
        return Standing(Company.model_validate(row.data), member, row.updated_at) if row else NOBODY
    described = await descriptions.get(session, chat_id)
    return Standing(_described(described.data), None, described.updated_at) if described else NOBODY


async def belonging(session: AsyncSession, chat_id: int, mark: int) -> Membership | None:
    """The membership that `mark` stands for, None for 0; raises LeftError when that is not the chat's any more."""
    member = await memberships.of_chat(session, chat_id)
    if (member.id if member else 0) != mark:
        raise LeftError
    return member


async def tell(session: AsyncSession, chat_id: int, mark: int, facts: Mapping[str, Any], now: datetime) -> None:
    """Keep facts about the company that `mark` stands for, None erases one; raises LeftError.

    The chat must be stored and locked.
    """
    member = await belonging(session, chat_id, mark)
    if member is None:
        await _describe(session, chat_id, facts, now)
        return
    row = (await companies.locked(session, [member.company_id])).get(member.company_id)
    if row is None:
        raise LeftError
    await companies.save(session, row.id, stored(Company.model_validate({**row.data, **facts})), now)


async def _describe(session: AsyncSession, chat_id: int, facts: Mapping[str, Any], now: datetime) -> None:
    before = await descriptions.get(session, chat_id)
    data = stored(_described({**(before.data if before else {}), **facts}), identity=False)
    if data:
        await descriptions.save(session, chat_id, data, now)
    else:
        await descriptions.remove(session, chat_id)


def _described(data: Mapping[str, Any]) -> Company:
    names = {language.value: texts_in(language)("profile-own-name") for language in Language}
    return Company.model_validate({"id": SELF, "name": Text(**names), **data})


def stored(company: Company, *, identity: bool = True) -> dict[str, Any]:
    """As the store keeps it, with its identity or the facts alone."""
    return company.model_dump(mode="json", exclude_defaults=True, exclude=None if identity else IDENTITY)
