import asyncio

import pytest

from bot.people import staff
from bot.people.staff import LastOwnerError, Member, NotStaffError, Right, Role
from storage.database import Database
from tests.factories import AT

CONTRACT = """
             owner editor announcer mentor-desk agent viewer
staff          x     -       -          -         -     -
knowledge      x     x       -          -         -     -
announcements  x     -       x          -         -     -
mentoring      x     -       -          x         -     -
cases          x     x       -          -         x     -
read           x     x       x          x         x     x
"""


def member(telegram_id: int, role: Role = Role.OWNER, name: str | None = None) -> Member:
    return Member(telegram_id, role, name, AT)


async def roles(database: Database) -> dict[int, Role]:
    return {one.telegram_id: one.role for one in await staff.team(database)}


def test_roles_may_what_the_contract_says() -> None:
    heads, *rows = (line.split() for line in CONTRACT.strip().splitlines())
    assert heads == list(Role)
    assert [row[0] for row in rows] == list(Right)
    for right, *marks in rows:
        assert [staff.may(Role(role), Right(right)) for role in heads] == [mark == "x" for mark in marks]
    assert staff.rights_of(Role.EDITOR) == [Right.KNOWLEDGE, Right.CASES, Right.READ]


async def test_team_is_listed_by_role(database: Database) -> None:
    given = [member(3, Role.VIEWER), member(2, Role.OWNER, "沈敏"), member(1, Role.EDITOR), member(4, Role.OWNER)]
    for one in given:
        await staff.put(database, one)
    assert await staff.team(database) == [given[1], given[3], given[2], given[0]]
    assert await staff.find(database, 2) == given[1]
    assert await staff.find(database, 5) is None


@pytest.mark.parametrize(
    ("name", "kept"),
    [("  沈 \n敏\t", "沈 敏"), ("\u202eevil\u200b", "evil"), ("\0\n", None), ("", None), ("长" * 100, "长" * 64)],
)
async def test_name_stays_in_its_line(database: Database, name: str, kept: str | None) -> None:
    await staff.put(database, member(1, name=name))
    assert [one.name for one in await staff.team(database)] == [kept]


async def test_last_owner_stays_owner(database: Database) -> None:
    await staff.put(database, member(1))
    await staff.put(database, member(2, Role.EDITOR))
    with pytest.raises(LastOwnerError, match="make somebody else an owner first"):
        await staff.remove(database, 1)
    with pytest.raises(LastOwnerError):
        await staff.change_role(database, 1, Role.EDITOR)
    with pytest.raises(LastOwnerError):
        await staff.put(database, member(1, Role.VIEWER))
    await staff.change_role(database, 1, Role.OWNER)
    await staff.change_role(database, 2, Role.OWNER)
    await staff.remove(database, 1)
    assert await roles(database) == {2: Role.OWNER}


async def test_owners_who_remove_each_other_at_once_leave_one(database: Database) -> None:
    for telegram_id in (1, 2):
        await staff.put(database, member(telegram_id))
    done = await asyncio.gather(*(staff.remove(database, one) for one in (1, 2)), return_exceptions=True)
    (refused,) = [one for one in done if one]
    assert isinstance(refused, LastOwnerError)
    assert list((await roles(database)).values()) == [Role.OWNER]


async def test_somebody_unknown_is_said_to_be_so(database: Database) -> None:
    with pytest.raises(NotStaffError, match=r"^7 is not in the staff\.$"):
        await staff.remove(database, 7)
    with pytest.raises(NotStaffError):
        await staff.change_role(database, 7, Role.OWNER)
    assert await roles(database) == {}
