"""A content in a chat: as it was written, changed in place, taken back."""

import pytest
from telegram.error import BadRequest
from telegram.ext import ExtBot

from bot.delivery import contents
from bot.delivery.contents import ABOVE_BUTTONS, messages_of
from bot.messages.content import Content, ContentButton, Media
from bot.sandbox.client import Attachment, SandboxClient
from bot.sandbox.views import MessageView
from tests.bot.delivery.conftest import LIN
from tests.pictures import png

ROWS = ((ContentButton(text="报名", url="https://example.org/"), ContentButton(text="已读", data="ack:1")),)
BOLD = ({"type": "bold", "offset": 0, "length": 2},)


async def shown(telegram: SandboxClient) -> list[MessageView]:
    return [one for one in await telegram.messages(LIN) if one.from_bot]


async def kept(telegram: SandboxClient, kind: str, count: int = 1) -> tuple[Media, ...]:
    """Files that Telegram has, as somebody sent them."""
    photo = kind == "photo"
    files = [
        Attachment("photo", f"{n}.png", png(8, 8 + n)) if photo else Attachment("document", f"{n}.pdf", b"%PDF")
        for n in range(count)
    ]
    sent = await telegram.send_files(LIN, files)
    ids = [one.raw["photo"][-1]["file_id"] if photo else one.raw["document"]["file_id"] for one in sent]
    return tuple(Media.model_validate({"kind": kind, "file_id": file_id}) for file_id in ids)


async def test_text_keeps_its_formatting_and_is_no_markup(telegram: SandboxClient, paced: ExtBot[bool]) -> None:
    content = Content(text="停电 <b>5 < 6</b>", entities=BOLD, buttons=ROWS)
    ids = await contents.send(paced, LIN, content)
    (message,) = await shown(telegram)
    assert (ids, message.text) == ([message.id], content.text)
    assert message.raw["entities"] == list(BOLD)
    assert [(one.text, one.url, one.data) for one in message.buttons] == [
        ("报名", "https://example.org/", ""),
        ("已读", "", "ack:1"),
    ]


@pytest.mark.parametrize("kind", ["photo", "document"])
async def test_file_has_the_text_below_it(telegram: SandboxClient, paced: ExtBot[bool], kind: str) -> None:
    content = Content(text="停电通知", entities=BOLD, media=await kept(telegram, kind), buttons=ROWS)
    await contents.send(paced, LIN, content)
    (message,) = await shown(telegram)
    assert (message.text, message.raw["caption_entities"], len(message.buttons)) == ("停电通知", list(BOLD), 2)
    assert kind in message.raw


async def test_album_has_its_text_once_and_its_buttons_below(telegram: SandboxClient, paced: ExtBot[bool]) -> None:
    content = Content(text="停电通知", media=await kept(telegram, "photo", 3), buttons=ROWS)
    ids = await contents.send(paced, LIN, content)
    messages = await shown(telegram)
    assert [one.id for one in messages] == ids
    assert [one.text for one in messages] == ["停电通知", "", "", ABOVE_BUTTONS]
    assert [len(one.buttons) for one in messages] == [0, 0, 0, 2]
    assert messages_of(content) == 4


async def test_buttons_alone_follow_an_album_that_has_arrived(telegram: SandboxClient, paced: ExtBot[bool]) -> None:
    content = Content(media=await kept(telegram, "document", 2), buttons=ROWS)
    first = await contents.send(paced, LIN, Content(media=content.media))
    ids = await contents.send(paced, LIN, content, list(first))
    assert (len(ids), ids[:2]) == (3, first)
    assert len(await shown(telegram)) == 3


async def test_text_is_edited_with_its_buttons(telegram: SandboxClient, paced: ExtBot[bool]) -> None:
    ids = await contents.send(paced, LIN, Content(text="周一停电"))
    corrected = Content(text="周二停电", entities=BOLD, buttons=ROWS)
    for _ in range(2):  # a change that changes nothing is no error
        await contents.edit(paced, LIN, ids, corrected)
    (message,) = await shown(telegram)
    assert (message.text, message.raw["entities"], len(message.buttons)) == ("周二停电", list(BOLD), 2)


async def test_caption_is_edited_below_a_file(telegram: SandboxClient, paced: ExtBot[bool]) -> None:
    content = Content(text="周一停电", media=await kept(telegram, "photo"))
    ids = await contents.send(paced, LIN, content)
    await contents.edit(paced, LIN, ids, content.model_copy(update={"text": "周二停电", "buttons": ROWS}))
    (message,) = await shown(telegram)
    assert (message.text, len(message.buttons)) == ("周二停电", 2)


async def test_caption_and_buttons_of_an_album_are_edited(telegram: SandboxClient, paced: ExtBot[bool]) -> None:
    content = Content(text="周一停电", media=await kept(telegram, "photo", 2), buttons=ROWS)
    ids = await contents.send(paced, LIN, content)
    await contents.edit(paced, LIN, ids, content.model_copy(update={"text": "周二停电", "buttons": (ROWS[0][:1],)}))
    messages = await shown(telegram)
    assert [one.text for one in messages] == ["周二停电", "", ABOVE_BUTTONS]
    assert [len(one.buttons) for one in messages] == [0, 0, 1]


async def test_all_messages_of_an_album_are_deleted(telegram: SandboxClient, paced: ExtBot[bool]) -> None:
    ids = await contents.send(paced, LIN, Content(media=await kept(telegram, "photo", 2), buttons=ROWS))
    await contents.delete(paced, LIN, ids, again=False)
    assert await shown(telegram) == []


async def test_deleting_what_is_gone_is_an_error_but_the_second_time(
    telegram: SandboxClient, paced: ExtBot[bool]
) -> None:
    ids = await contents.send(paced, LIN, Content(text="停电"))
    with pytest.raises(BadRequest, match="not found"):
        await contents.delete(paced, LIN, [ids[0] + 1, *ids], again=False)
    assert await shown(telegram) == []
    await contents.delete(paced, LIN, ids, again=True)
