"""Rows that are locked to be changed."""

from datetime import timedelta
from uuid import uuid4

from sqlalchemy import text

from storage import chats, registrations
from storage.database import opened
from storage.models import Registration, RegistrationState, StoredOccurrence
from tests.factories import AT
from tests.postgres import Postgres
from tests.stores import TEMPLATE

LIN = 11


async def test_others_may_refer_to_a_locked_chat_and_a_locked_date(postgres: Postgres) -> None:
    """Else two that each lock one of them and refer to the other would wait for each other."""
    date = StoredOccurrence(
        kind="event", record_id="talk", original_at=AT, starts_at=AT, ends_at=AT + timedelta(hours=1)
    )
    with postgres.database(f"locks_{uuid4().hex}", TEMPLATE) as url:
        async with opened(url) as database:
            async with database.transaction() as session:
                await chats.upsert(session, LIN, "private", AT)
                occurrence_id = (await registrations.occurrence(session, date)).id or 0
            async with database.transaction() as holding:
                assert await chats.locked(holding, LIN)
                assert await registrations.locked(holding, occurrence_id)
                async with database.transaction() as session:
                    await (await session.connection()).execute(text("SET LOCAL lock_timeout = '2s'"))
                    seat = Registration(
                        occurrence_id=occurrence_id,
                        chat_id=LIN,
                        state=RegistrationState.REGISTERED,
                        queued_at=AT,
                        changed_at=AT,
                    )
                    await registrations.save(session, seat)
            async with database.read() as session:
                assert await registrations.of_chat(session, occurrence_id, LIN)
