"""deleteMessage and deleteMessages; groups that become supergroups."""

import pytest

from bot.sandbox.client import ControlError, SandboxClient
from bot.sandbox.views import MessageView
from tests.bot.sandbox.bot_side import BotSide
from tests.bot.sandbox.conftest import EMMA, GROUP, LIN
from tests.fakes import FakeClock

CANNOT = (400, "Bad Request: message can't be deleted")


async def test_deleted_message_is_gone(bot: BotSide, client: SandboxClient, started: MessageView) -> None:
    sent = await bot.say(LIN, "通知")
    where = {"chat_id": LIN, "message_id": sent["message_id"]}
    assert await bot.ok("deleteMessage", **where) is True
    assert [message.id for message in await client.messages(LIN)] == [started.id]
    assert await bot.refused("deleteMessage", **where) == (400, "Bad Request: message to delete not found")
    assert await bot.refused("editMessageText", **where, text="x") == (400, "Bad Request: message to edit not found")


async def test_message_of_a_person_goes_in_a_private_chat_only(
    bot: BotSide, client: SandboxClient, started: MessageView
) -> None:
    said = await client.send_text(EMMA, "@parkbot hi", chat=GROUP)
    assert await bot.refused("deleteMessage", chat_id=GROUP, message_id=said.id) == CANNOT
    assert await bot.ok("deleteMessage", chat_id=LIN, message_id=started.id)


async def test_message_cannot_be_deleted_after_two_days(bot: BotSide, clock: FakeClock, started: MessageView) -> None:
    sent = await bot.say(LIN, "通知")
    clock.advance(hours=48, seconds=1)
    assert await bot.refused("deleteMessage", chat_id=LIN, message_id=sent["message_id"]) == CANNOT


async def test_many_are_deleted_at_once_and_missing_ones_passed_over(
    bot: BotSide, client: SandboxClient, started: MessageView
) -> None:
    ids = [(await bot.say(LIN, text))["message_id"] for text in "一二三"]
    assert await bot.ok("deleteMessages", chat_id=LIN, message_ids=[*ids[:2], 1]) is True
    assert [message.id for message in await client.messages(LIN)] == [started.id, ids[2]]
    assert (await client.accepted_summary())["deleted"] == 2
    too_many = await bot.refused("deleteMessages", chat_id=LIN, message_ids=[*range(101)])
    assert too_many == (400, "Bad Request: too many message identifiers specified")


@pytest.mark.usefixtures("started")
async def test_who_blocked_the_bot_keeps_the_message(bot: BotSide, client: SandboxClient) -> None:
    sent = await bot.say(LIN, "通知")
    await client.block(LIN)
    code, _ = await bot.refused("deleteMessage", chat_id=LIN, message_id=sent["message_id"])
    assert (code, len(await client.messages(LIN))) == (403, 2)


async def test_group_that_became_a_supergroup_says_where_it_is(bot: BotSide, client: SandboxClient) -> None:
    group = await client.create_group("三号楼", [LIN, EMMA], basic=True)
    assert (await bot.say(group, "一"))["chat"]["type"] == "group"
    new = await client.migrate_group(group)

    answer = await bot.call("sendMessage", chat_id=group, text="二")
    assert (answer["error_code"], answer["description"], answer["parameters"]) == (
        400,
        "Bad Request: group chat was upgraded to a supergroup chat",
        {"migrate_to_chat_id": new},
    )
    assert (await bot.say(new, "二"))["chat"]["type"] == "supergroup"
    told = [update["message"] for update in await bot.updates() if "message" in update]
    assert [(one["chat"]["id"], one.get("migrate_to_chat_id"), one.get("migrate_from_chat_id")) for one in told] == [
        (group, new, None),
        (new, None, group),
    ]
    with pytest.raises(ControlError, match="no group"):
        await client.migrate_group(group)
