"""`parkbot company`: staff add companies and invite their people."""

import asyncio
import re
from pathlib import Path

import pytest
from aiohttp.test_utils import unused_port

from bot.clock import SystemClock
from bot.people import invitations, memberships
from storage import chats
from storage import memberships as stored
from storage.database import opened
from tests.commands import run

STORE = "sqlite:///store.sqlite3"
LINK = re.compile(r"https://t\.me/park_bot\?start=join_([\w-]{22})\n")


@pytest.fixture(autouse=True)
def folder(own_folder: Path) -> Path:
    return own_folder


def company(*arguments: str) -> int:
    return run("company", *arguments, "--database", STORE)


def invited(capsys: pytest.CaptureFixture[str]) -> str:
    """The secret of a new link to Acme."""
    capsys.readouterr()
    assert company("invite", "acme", "--bot", "@park_bot") == 0
    link = LINK.fullmatch(capsys.readouterr().out)
    assert link
    return link[1]


def validity(secret: str) -> str:
    async def look() -> str:
        async with opened(STORE) as database, database.read() as session:
            return (await invitations.find(session, secret, SystemClock().now())).validity

    return asyncio.run(look())


def join(secret: str, chat_id: int, name: str | None) -> None:
    async def joined() -> None:
        now = SystemClock().now()
        async with opened(STORE) as database, database.transaction() as session:
            await chats.upsert(session, chat_id, "private", now)
            await memberships.join(session, chat_id, secret, now)
            member = await stored.of_chat(session, chat_id)
            assert member
            await stored.show_as(session, member.id or 0, chat_id, name)

    asyncio.run(joined())


def test_company_is_added_once(capsys: pytest.CaptureFixture[str]) -> None:
    assert company("add", "acme", "甲公司", "--english", "Acme") == 0
    assert company("add", "acme", "乙公司") == 1
    assert "The id 'acme' is taken." in capsys.readouterr().err
    assert company("list") == 0
    assert capsys.readouterr().out.split() == ["acme", "0", "staff", "甲公司"]


@pytest.mark.parametrize("company_id", ["self", "两个字", "a b", "x" * 41, ""])
def test_id_that_cannot_be_is_one_sentence(capsys: pytest.CaptureFixture[str], company_id: str) -> None:
    assert company("add", company_id, "甲公司") == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_invitation_is_printed_alone_and_can_be_revoked(capsys: pytest.CaptureFixture[str]) -> None:
    company("add", "acme", "甲公司")
    secret = invited(capsys)
    assert validity(secret) == "valid"
    assert company("revoke", "acme") == 0
    assert validity(secret) == "revoked"
    assert validity(invited(capsys)) == "valid"


def test_members_are_listed_as_they_chose_to_be_seen(capsys: pytest.CaptureFixture[str]) -> None:
    company("add", "acme", "甲公司")
    secret = invited(capsys)
    join(secret, 7, "小林")
    join(secret, 5, None)
    assert company("members", "acme") == 0
    assert [line.split(maxsplit=1)[1] for line in capsys.readouterr().out.splitlines()] == ["小林", "(no name)"]
    company("list")
    assert capsys.readouterr().out.split()[1] == "2"


def test_removed_company_takes_its_links_along(capsys: pytest.CaptureFixture[str]) -> None:
    company("add", "acme", "甲公司")
    secret = invited(capsys)
    assert company("remove", "acme") == 0
    assert validity(secret) == "unknown"


@pytest.mark.parametrize("command", ["invite", "revoke", "members", "remove"])
def test_unknown_company_is_one_sentence(capsys: pytest.CaptureFixture[str], command: str) -> None:
    given = ["--bot", "park_bot"] if command == "invite" else []
    assert company(command, "nobody", *given) == 1
    captured = capsys.readouterr()
    assert captured.err == "parkbot: There is no company 'nobody'; `parkbot company list` shows them.\n"
    assert captured.out == ""


def test_bot_of_an_invitation_must_be_known(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    company("add", "acme", "甲公司")
    capsys.readouterr()
    assert company("invite", "acme") == 1
    assert "PARKBOT_TELEGRAM_TOKEN is missing" in capsys.readouterr().err
    assert company("invite", "acme", "--bot", "no bot&x=") == 1
    assert "no bot's username" in capsys.readouterr().err
    monkeypatch.setenv("PARKBOT_TELEGRAM_TOKEN", "1:secret")
    monkeypatch.setenv("PARKBOT_TELEGRAM_API_URL", f"http://127.0.0.1:{unused_port()}")
    assert company("invite", "acme") == 1
    captured = capsys.readouterr()
    assert "does not answer" in captured.err
    assert "1:secret" not in captured.err
    assert captured.out == ""
