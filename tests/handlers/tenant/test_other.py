import pytest

from bot.app import Assistant
from bot.sandbox.client import Media, SandboxClient
from tests.handlers.conftest import EMMA, EN, LIN, ZH


@pytest.mark.parametrize("media", ["sticker", "voice", "photo"])
async def test_media_is_answered_kindly(park: Assistant, telegram: SandboxClient, media: Media) -> None:
    sent = await telegram.send_media(LIN, media)
    (answer,) = await telegram.wait_messages(LIN, after=sent.change)
    assert answer.text == ZH("other-media")


async def test_media_is_answered_in_english(park: Assistant, telegram: SandboxClient) -> None:
    sent = await telegram.send_media(EMMA, "sticker")
    (answer,) = await telegram.wait_messages(EMMA, after=sent.change)
    assert answer.text == EN("other-media")


async def test_unknown_command_is_answered_with_the_menus(park: Assistant, telegram: SandboxClient) -> None:
    answer = await telegram.ask(LIN, "/nosuchcommand")
    assert answer.text == f"{ZH('other-command-title')}\n{ZH('other-command-text')}"
    assert answer.buttons
