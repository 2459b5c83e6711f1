"""`parkbot staff`: who looks after the assistant."""

import asyncio

import pytest

from bot.people import staff, tokens
from bot.people.secret_links import hash_of
from bot.people.staff import Member, Role
from storage.database import opened
from tests.commands import run

OWNER = "7000000001"


@pytest.fixture(autouse=True)
def _park_in_utc(own_folder: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARKBOT_TIMEZONE", "UTC")


def team(url: str) -> list[Member]:
    async def read() -> list[Member]:
        async with opened(url) as database:
            return await staff.team(database)

    return asyncio.run(read())


def found(url: str, secret: str) -> Role | None:
    """The role of the program with this secret."""

    async def read() -> Role | None:
        async with opened(url) as database:
            program = await tokens.find(database, hash_of(secret))
            return program.role if program else None

    return asyncio.run(read())


def test_staff_is_added_listed_and_removed(database_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    here = ("--database", database_url)
    assert run("staff", "list", *here) == 0
    assert capsys.readouterr() == ("", "Nobody yet: `parkbot staff add` adds the first owner.\n")
    assert run("staff", "add", "--telegram-id", "5", "--role", "mentor-desk", *here) == 0
    assert run("staff", "add", "--telegram-id", OWNER, "--role", "owner", "--name", "沈敏", *here) == 0
    assert run("staff", "add", "--telegram-id", "5", "--role", "agent", *here) == 0
    assert run("staff", "list", *here) == 0
    today, _ = (f"{one.added_at:%Y-%m-%d}" for one in team(database_url))
    assert capsys.readouterr().out.splitlines() == [
        "Added 5 as mentor-desk.",
        f"Added {OWNER} as owner.",
        "5 is agent now, and was mentor-desk.",
        f"owner       {OWNER}        {today}  沈敏",
        f"agent       5                 {today}",
    ]
    assert run("staff", "remove", "--telegram-id", "5", *here) == 0
    assert capsys.readouterr().out == "Removed 5.\n"
    assert [one.telegram_id for one in team(database_url)] == [int(OWNER)]


def test_token_is_printed_alone_listed_and_revoked(database_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    here = ("--database", database_url)
    assert run("staff", "add", "--telegram-id", OWNER, "--role", "owner", *here) == 0
    capsys.readouterr()
    assert run("staff", "token", "--role", "announcer", "--name", "门禁", *here) == 0
    told = capsys.readouterr()
    secret, end = told.out.split("\n")
    assert (secret.startswith("parkbot_"), end, told.err) == (True, "", "")
    assert found(database_url, secret) == Role.ANNOUNCER
    assert run("staff", "token", "--role", "viewer", "--name", "门禁", *here) == 1
    taken = "parkbot: There is a token of the name 门禁 already: revoke it first, or take another name.\n"
    assert capsys.readouterr() == ("", taken)
    assert run("staff", "list", *here) == 0
    owner, token = capsys.readouterr().out.splitlines()
    today = f"{team(database_url)[0].added_at:%Y-%m-%d}"
    assert (owner, token) == (f"owner       {OWNER}        {today}", f"announcer   token             {today}  门禁")
    assert run("staff", "token", "--revoke", "门禁", *here) == 0
    assert capsys.readouterr() == ("Revoked 门禁.\n", "")
    assert found(database_url, secret) is None


def test_store_is_made_by_the_first_command(empty_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    done = run("staff", "add", "--telegram-id", OWNER, "--role", "owner", "--database", empty_url)
    if empty_url.startswith("sqlite"):
        assert (done, [one.role for one in team(empty_url)]) == (0, ["owner"])
    else:
        assert (done, capsys.readouterr().err.count("run `parkbot migrate`")) == (1, 1)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("remove", "--telegram-id", OWNER), "The last owner keeps the role: make somebody else an owner first."),
        (
            ("add", "--telegram-id", OWNER, "--role", "viewer"),
            "The last owner keeps the role: make somebody else an owner first.",
        ),
        (("remove", "--telegram-id", "5"), "5 is not in the staff."),
        (
            ("token", "--revoke", "gate"),
            "There is no token of the name gate: `parkbot staff list` shows those in force.",
        ),
        (
            ("token", "--role", "viewer", "--name", ""),
            "A token needs a name of 1 to 64 letters, digits and signs, in one line.",
        ),
    ],
)
def test_what_cannot_be_done_is_one_line_and_status_1(
    arguments: tuple[str, ...], sentence: str, sqlite_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("staff", "add", "--telegram-id", OWNER, "--role", "owner", "--database", sqlite_url) == 0
    before = team(sqlite_url)
    capsys.readouterr()
    assert run("staff", *arguments, "--database", sqlite_url) == 1
    assert capsys.readouterr() == ("", f"parkbot: {sentence}\n")
    assert team(sqlite_url) == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "Missing command"),
        (("add", "--role", "owner"), "Missing option '--telegram-id'"),
        (("add", "--telegram-id", OWNER), "Missing option '--role'"),
        (("add", "--telegram-id", OWNER, "--role", "boss"), "'boss' is not one of 'owner', 'editor', 'announcer'"),
        (("add", "--telegram-id", "-1001234", "--role", "owner"), "a person's number is positive"),
        (("add", "--telegram-id", str(2**52), "--role", "owner"), "a person's number is positive"),
        (("add", "--telegram-id", "@shen", "--role", "owner"), "--telegram-id"),
        (("token", "--role", "announcer"), "give --role and --name for a new token, or --revoke"),
        (("token", "--name", "gate"), "give --role and --name"),
        (("token", "--revoke", "gate", "--role", "viewer"), "give --role and --name"),
        (("token", "--role", "boss", "--name", "gate"), "'boss' is not one of"),
        (("remove",), "Missing option '--telegram-id'"),
    ],
)
def test_bad_usage_is_one_line_and_status_2(
    arguments: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("staff", *arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert words in told.err
    assert told.err.count("\n") == 1
