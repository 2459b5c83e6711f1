"""Programs and their tokens, on both engines."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.people import tokens
from bot.people.secret_links import hash_of
from bot.people.staff import Right, Role
from bot.people.tokens import MalformedNameError, NameTakenError, NoTokenError, Program
from storage.database import Database
from tests.factories import AT

LATER = AT + timedelta(hours=1)


async def test_program_is_known_by_its_secret_with_its_role(database: Database) -> None:
    secret = await tokens.make(database, "门禁系统", Role.ANNOUNCER, AT)
    program = await tokens.find(database, hash_of(secret))
    assert program == Program("门禁系统", Role.ANNOUNCER, AT)
    assert program.actor == "token:门禁系统"
    assert [right for right in Right if program.may(right)] == [Right.ANNOUNCEMENTS, Right.READ]
    assert await tokens.programs(database) == [program]


@pytest.mark.parametrize("secret", ["", "parkbot_", "\udcff", "门"])
async def test_other_secret_is_nobodys(database: Database, secret: str) -> None:
    await tokens.make(database, "gate", Role.ANNOUNCER, AT)
    assert await tokens.find(database, hash_of(secret)) is None


async def test_secret_is_long_and_kept_nowhere(database: Database) -> None:
    first, second = [await tokens.make(database, name, Role.VIEWER, AT) for name in ("one", "two")]
    assert first != second
    assert len(first.removeprefix("parkbot_")) == 43  # 256 bits, 6 a character
    async with database.read() as session:
        rows = (await (await session.connection()).execute(text("SELECT * FROM api_tokens"))).all()
    assert not [value for row in rows for value in row if str(value) in {first, second}]


async def test_revoked_token_is_good_no_more_and_its_name_is_free(database: Database) -> None:
    old = await tokens.make(database, "gate", Role.ANNOUNCER, AT)
    with pytest.raises(NameTakenError):
        await tokens.make(database, "gate", Role.VIEWER, AT)
    await tokens.revoke(database, "gate", LATER)
    assert await tokens.find(database, hash_of(old)) is None
    with pytest.raises(NoTokenError):
        await tokens.revoke(database, "gate", LATER)
    new = await tokens.make(database, "gate", Role.VIEWER, LATER)
    assert await tokens.find(database, hash_of(new)) == Program("gate", Role.VIEWER, LATER)
    assert await tokens.find(database, hash_of(old)) is None


@pytest.mark.parametrize("name", ["", " gate", "a\nb", "x" * 65, "\u202egate"])
async def test_name_must_stand_in_a_line(database: Database, name: str) -> None:
    with pytest.raises(MalformedNameError):
        await tokens.make(database, name, Role.VIEWER, AT)
