"""`python -m storage.migrations "add mentors"` writes the next revision: what the models have and the tables lack."""

import asyncio
import sys
import tempfile

from storage.database import opened
from storage.migrations.runner import write
from storage.schema import HEAD


async def main(message: str) -> None:
    number = f"{int(HEAD) + 1:04}"
    with tempfile.TemporaryDirectory() as folder:
        async with opened(f"sqlite:///{folder}/store.sqlite3") as database, database.transaction() as session:
            await (await session.connection()).run_sync(write, message, number)


asyncio.run(main(" ".join(sys.argv[1:])))
