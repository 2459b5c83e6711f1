"""Migrations that move what people have stored."""

from alembic import command
from sqlalchemy import Connection, text

from storage import memberships
from storage.database import Database
from storage.migrations.runner import configuration
from tests.factories import AT

BEFORE_MEMBERSHIPS = "0002"
CHATS: tuple[tuple[int, str, str | None, int], ...] = (
    # id, type, company, days before AT
    (5, "private", "acme", 1),
    (6, "private", "acme", 3),
    (7, "private", None, 2),
    (8, "private", "other", 9),
    (-9, "group", "acme", 9),
)
INSERT = text(
    "INSERT INTO chats (id, type, company_id, reachable, created_at, seen_at) "
    "VALUES (:id, :type, :company, true, :at, :at)"
)


async def _to(database: Database, revision: str) -> None:
    def run(connection: Connection) -> None:
        command.downgrade(configuration(connection), revision)

    async with database.transaction() as session:
        await (await session.connection()).run_sync(run)


async def test_companies_of_chats_become_memberships_the_longest_first(database: Database) -> None:
    await _to(database, BEFORE_MEMBERSHIPS)
    async with database.transaction() as session:
        connection = await session.connection()
        for company_id in ("acme", "other"):
            await connection.execute(
                text("INSERT INTO companies (id, data, updated_at) VALUES (:id, '{}', :at)"),
                {"id": company_id, "at": AT},
            )
        for chat_id, chat_type, company, days in CHATS:
            at = AT.replace(day=AT.day - days)
            await connection.execute(INSERT, {"id": chat_id, "type": chat_type, "company": company, "at": at})

    await database.migrate()

    async with database.read() as session:
        members = {
            company: [one.chat_id for one in await memberships.of_company(session, company)]
            for company in ("acme", "other")
        }
        companies = (await (await session.connection()).execute(text("SELECT id, by_staff FROM companies"))).all()
        [kept] = (await (await session.connection()).execute(text("SELECT count(*) FROM chats"))).scalars()
    assert members == {"acme": [6, 5], "other": [8]}
    assert [bool(by_staff) for _, by_staff in companies] == [True, True]
    assert kept == len(CHATS)
