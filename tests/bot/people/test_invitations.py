from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.people import companies, invitations
from bot.people.invitations import LASTS, Found, Validity
from storage.database import Database
from tests.bot.people.conftest import ACME, Invite
from tests.fakes import FakeClock


async def looked_up(park: Database, secret: str, clock: FakeClock) -> Found:
    async with park.read() as session:
        return await invitations.find(session, secret, clock.now())


async def test_invitation_names_its_company_for_two_weeks(park: Database, invite: Invite, clock: FakeClock) -> None:
    secret = await invite()
    assert await looked_up(park, secret, clock) == Found(Validity.VALID, ACME)
    clock.set(clock.now() + LASTS - timedelta(seconds=1))
    assert await looked_up(park, secret, clock) == Found(Validity.VALID, ACME)
    clock.advance(seconds=1)
    assert await looked_up(park, secret, clock) == Found(Validity.EXPIRED)


async def test_revoking_ends_all_that_were_made_before(park: Database, invite: Invite, clock: FakeClock) -> None:
    before = [await invite(), await invite()]
    await companies.revoke(park, ACME.id, clock.now())
    after = await invite()
    assert [(await looked_up(park, one, clock)).validity for one in (*before, after)] == [
        Validity.REVOKED,
        Validity.REVOKED,
        Validity.VALID,
    ]


@pytest.mark.parametrize(
    "secret", ["", "A" * 22, "A" * 23, "acme", "'; DROP TABLE companies; --", "\0" * 22, "密" * 22]
)
async def test_guess_is_unknown(park: Database, invite: Invite, clock: FakeClock, secret: str) -> None:
    await invite()
    assert await looked_up(park, secret, clock) == Found(Validity.UNKNOWN)


async def test_secrets_are_long_and_differ(invite: Invite) -> None:
    made = {await invite() for _ in range(20)}
    assert len(made) == 20
    assert {len(one) for one in made} == {22}  # 128 bits, six a character


async def test_store_does_not_hold_the_secret(park: Database, invite: Invite) -> None:
    secret = await invite()
    async with park.read() as session:
        rows = (await (await session.connection()).execute(text("SELECT * FROM company_invitations"))).all()
    assert len(rows) == 1
    assert secret not in str(rows)


async def test_unknown_company_cannot_be_joined(park: Database, clock: FakeClock) -> None:
    assert await companies.invite(park, "nobody", clock.now()) is None


async def test_invitation_to_a_company_that_is_gone_is_unknown(
    park: Database, invite: Invite, clock: FakeClock
) -> None:
    secret = await invite()
    assert await companies.remove(park, ACME.id)
    assert await looked_up(park, secret, clock) == Found(Validity.UNKNOWN)


def test_link_is_one_that_telegram_hands_on() -> None:
    link = invitations.link("park_bot", "s" * 22)
    assert link == f"https://t.me/park_bot?start=join_{'s' * 22}"
    assert len(link.partition("=")[2]) <= 64
