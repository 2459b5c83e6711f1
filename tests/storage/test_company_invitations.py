"""Links by which tenants join a company, on both engines."""

from datetime import timedelta

from storage import companies, company_invitations
from storage.company_invitations import REMEMBERED
from storage.database import Database
from tests.factories import AT

DAY = timedelta(days=1)


async def test_invitation_is_revoked_with_all_of_its_company(database: Database) -> None:
    async with database.transaction() as session:
        for company in ("acme", "other"):
            await companies.save(session, company, {}, AT)
        for secret_hash, company in (("a", "acme"), ("b", "acme"), ("c", "other")):
            await company_invitations.add(session, secret_hash, company, AT + DAY, AT)
        await company_invitations.revoke(session, "acme", AT)
        await company_invitations.add(session, "d", "acme", AT + DAY, AT)
        await company_invitations.revoke(session, "other", AT + DAY)
    async with database.read() as session:
        found = [await company_invitations.get(session, one) for one in "abcd"]
    assert [one and one.revoked_at for one in found] == [AT, AT, AT + DAY, None]


async def test_invitation_that_expired_long_ago_is_dropped_by_the_next(database: Database) -> None:
    async with database.transaction() as session:
        await companies.save(session, "acme", {}, AT)
        await company_invitations.add(session, "old", "acme", AT, AT)
        await company_invitations.add(session, "new", "acme", AT + DAY, AT + REMEMBERED)
        assert await company_invitations.get(session, "old") is not None
    async with database.transaction() as session:
        await company_invitations.add(session, "newest", "acme", AT + DAY, AT + REMEMBERED + DAY)
    async with database.read() as session:
        assert [bool(await company_invitations.get(session, one)) for one in ("old", "new")] == [False, True]


async def test_invitations_go_with_their_company(database: Database) -> None:
    async with database.transaction() as session:
        await companies.save(session, "acme", {}, AT)
        await company_invitations.add(session, "a", "acme", AT + DAY, AT)
    async with database.transaction() as session:
        await companies.remove(session, "acme")
    async with database.read() as session:
        assert await company_invitations.get(session, "a") is None
