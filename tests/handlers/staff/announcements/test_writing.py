"""A draft is written: texts with their formatting, files, albums, links, templates; nothing is lost or done twice."""

import pytest

from bot.announcements.contents import contents_of
from bot.app import Assistant, assistant
from bot.languages import Language
from bot.messages.content import ContentButton
from bot.people import staff
from bot.people.staff import Member, Role
from bot.sandbox.client import Attachment, SandboxClient
from bot.sandbox.pictures import landscape
from bot.settings import Settings
from handlers.application import ParkApplication
from storage import descriptions
from tests.factories import AT
from tests.fakes import FakeClock
from tests.handlers.conftest import EN, ZH
from tests.handlers.staff.announcements.drafts import DRILL, begin, press, typed
from tests.handlers.staff.announcements.officer import Officer, arrived, only
from tests.handlers.staff.conftest import SHEN
from tests.waiting import until

BOLD = {"type": "bold", "offset": 0, "length": 2}
LINK = {"type": "text_link", "offset": 3, "length": 2, "url": "https://park.example/"}


def picture(mark: str) -> Attachment:
    return Attachment("photo", f"{mark}.png", landscape().data + mark.encode())


async def album(officer: Officer, count: int, caption: str) -> None:
    """Sent as an album; waits until all of it is in the draft, and the screen tells so."""
    sent = await officer.telegram.send_files(
        officer.id, [picture(f"{number}") for number in range(count)], caption=caption
    )
    await officer.answered(sent[0])
    await officer.sees(ZH("announce-files", count=count))


async def text_in(park: Assistant, language: Language) -> str:
    return contents_of(await only(park))[language].text


async def test_formatting_is_kept_and_what_telegram_finds_itself_is_left_to_it(
    park: Assistant, officer: Officer
) -> None:
    await officer.says("/announce")
    await officer.presses("new")
    await officer.says("停电 详情 https://a.cn", entities=[BOLD, LINK])
    content = contents_of(await only(park))[Language.ZH]
    assert content.text == "停电 详情 https://a.cn"
    assert content.entities == (BOLD, LINK)


async def test_both_languages_are_written(park: Assistant, officer: Officer) -> None:
    await begin(officer)
    await officer.presses("英文")
    card = await officer.says("Fire drill on Monday")
    assert "英文：Fire drill on Monday" in card.text
    assert set((await only(park)).contents) == {"zh", "en"}
    assert card.text.startswith(ZH("announce-state-draft"))


async def test_text_is_written_anew_from_what_it_was(park: Assistant, officer: Officer) -> None:
    await begin(officer)
    prompt = await officer.presses("✓ 中文")
    assert DRILL in prompt.text
    await officer.says("改到 10 点")
    assert await text_in(park, Language.ZH) == "改到 10 点"


async def test_any_text_but_a_command_is_the_text(park: Assistant, officer: Officer) -> None:
    await officer.says("/announce")
    await officer.presses("new")
    assert (await officer.says("/help")).text.startswith(ZH("help-title"))
    await officer.says("食堂几点开门？")
    assert await text_in(park, Language.ZH) == "食堂几点开门？"


async def test_never_mind_ends_it(park: Assistant, officer: Officer) -> None:
    await officer.says("/announce")
    await officer.presses("new", "never-mind")
    assert "食堂" in (await officer.says("食堂几点开门？")).text
    assert (await only(park)).contents == {}


async def test_edited_message_corrects_the_draft(park: Assistant, officer: Officer) -> None:
    await officer.says("/announce")
    await officer.presses("new")
    message = await officer.telegram.send_text(SHEN, "周一听电")
    await officer.answered(message)
    edited = await officer.telegram.edit_text(SHEN, message.id, "周一停电")
    assert "周一停电" in (await officer.answered(edited)).text
    assert await text_in(park, Language.ZH) == "周一停电"


async def test_edited_message_of_one_that_is_sent_changes_nothing(park: Assistant, officer: Officer) -> None:
    await officer.says("/announce")
    await officer.presses("new")
    message = await officer.telegram.send_text(SHEN, DRILL)
    await officer.answered(message)
    await officer.presses("audience", ZH("announce-everybody"), "done", "send", "发给 3 人")
    await arrived(officer.telegram, SHEN, DRILL)
    edited = await officer.telegram.edit_text(SHEN, message.id, "别的")
    assert (await officer.answered(edited)).text == ZH("announce-too-late")
    assert await text_in(park, Language.ZH) == DRILL


async def test_picture_with_a_caption_is_in_both_languages(park: Assistant, officer: Officer) -> None:
    await begin(officer, "文字")
    await officer.presses("✓ 中文")
    (sent,) = await officer.telegram.send_files(SHEN, [picture("a")], caption="海报")
    await officer.answered(sent)
    await officer.presses("英文")
    await officer.says("Poster")
    contents = contents_of(await only(park))
    assert [contents[language].text for language in Language] == ["海报", "Poster"]
    assert len(contents[Language.ZH].media) == 1
    assert contents[Language.EN].media == contents[Language.ZH].media
    await officer.presses("bare")
    assert [one.media for one in contents_of(await only(park)).values()] == [(), ()]


async def test_picture_alone_keeps_the_text(park: Assistant, officer: Officer) -> None:
    await begin(officer)
    await officer.presses("✓ 中文")
    await officer.answered(await officer.telegram.send_media(SHEN, "photo"))
    assert await text_in(park, Language.ZH) == DRILL


async def test_album_is_collected_on_one_screen(park: Assistant, officer: Officer, telegram: SandboxClient) -> None:
    await officer.says("/announce")
    await officer.presses("new")
    await album(officer, 3, "相册")
    content = contents_of(await only(park))[Language.ZH]
    assert (content.text, [one.kind for one in content.media]) == ("相册", ["photo"] * 3)
    screens = [one for one in await telegram.messages(SHEN) if one.text.startswith(ZH("announce-state-draft"))]
    assert len(screens) == 1


async def test_what_cannot_be_passed_on_is_said(park: Assistant, officer: Officer) -> None:
    await officer.says("/announce")
    await officer.presses("new")
    told = await officer.answered(await officer.telegram.send_media(SHEN, "sticker"))
    assert told.text == ZH("announce-unsupported")
    await officer.says(DRILL)
    assert await text_in(park, Language.ZH) == DRILL


async def test_caption_that_is_too_long_is_refused_and_the_draft_stays(park: Assistant, officer: Officer) -> None:
    await begin(officer, "字" * 1025)
    await officer.presses("✓ 中文")
    told = await officer.answered(await officer.telegram.send_media(SHEN, "photo"))
    assert told.text == ZH("announce-error-too-long")
    assert contents_of(await only(park))[Language.ZH].media == ()


async def test_links_are_buttons_in_both_languages(park: Assistant, officer: Officer) -> None:
    await begin(officer)
    prompt = await officer.presses("links")
    assert prompt.text == ZH("announce-ask-links")
    assert (await officer.says("报名")).text == ZH("announce-unclear-links")
    card = await officer.says("报名 | Sign up https://a.cn/x\n地图 https://b.cn")
    assert "按钮：报名 https://a.cn/x" in card.text.splitlines()
    buttons = contents_of(await only(park))[Language.ZH].buttons
    assert buttons == (
        (ContentButton(text="报名", url="https://a.cn/x"),),
        (ContentButton(text="地图", url="https://b.cn"),),
    )
    await officer.presses("links", "no-links")
    assert contents_of(await only(park))[Language.ZH].buttons == ()


@pytest.mark.parametrize("template", ["power", "drill", "policy", "event"])
async def test_template_begins_in_both_languages(park: Assistant, officer: Officer, template: str) -> None:
    await officer.says("/announce")
    card = await officer.presses("templates", ZH(f"announce-template-{template}-name"))
    assert card.text.splitlines()[1] == ZH("announce-template-begun")
    contents = contents_of(await only(park))
    assert contents[Language.ZH].text == ZH(f"announce-template-{template}")
    assert contents[Language.EN].text == EN(f"announce-template-{template}")
    await officer.presses("audience", ZH("announce-everybody"), "done")
    assert ZH("announce-warn-blanks") in (await officer.presses("send")).text


async def test_what_is_ticked_is_kept_and_taken_back(park: Assistant, officer: Officer) -> None:
    await begin(officer)
    card = await officer.presses("urgent", "receipt")
    assert {ZH("announce-line-urgent"), ZH("announce-line-receipt")} < set(card.text.splitlines())
    announcement = await only(park)
    assert (announcement.urgent, announcement.acknowledged) == (True, True)
    await officer.presses("✓ 加急", "✓ 要回执")
    announcement = await only(park)
    assert (announcement.urgent, announcement.acknowledged) == (False, False)


async def test_draft_is_deleted_after_a_second_word(park: Assistant, officer: Officer) -> None:
    await begin(officer)
    await officer.presses("delete", "back")
    gone = await officer.presses("delete", "delete-yes")
    assert gone.text == ZH("announce-deleted")
    home = await officer.presses("list")
    assert home.text.endswith(ZH("announce-list-empty"))


async def test_press_from_before_a_change_is_told_and_shows_what_is_now(park: Assistant, officer: Officer) -> None:
    await begin(officer)
    await park.services.announcements.edit((await only(park)).id or 0, "staff:1", None, urgent=True)
    card = await officer.presses("receipt")
    assert officer.toast
    assert (officer.toast.text, officer.toast.alert) == (ZH("announce-error-stale"), True)
    assert ZH("announce-line-urgent") in card.text
    assert not (await only(park)).acknowledged


async def test_new_draft_is_one_however_often_the_press_is_worked_off(
    park: Assistant, officer: Officer, application: ParkApplication
) -> None:
    for _ in range(2):
        await application.work(press(SHEN, "announce:new:0"))
    assert (await only(park)).contents == {}


async def test_text_that_is_worked_off_again_changes_nothing_more(
    park: Assistant, officer: Officer, application: ParkApplication
) -> None:
    await officer.says("/announce")
    await officer.presses("new")
    await application.work(typed(SHEN, DRILL))
    first = await only(park)
    await application.work(typed(SHEN, DRILL))
    again = await only(park)
    assert (again.revision, again.contents) == (first.revision, first.contents)


async def test_dialogue_goes_on_after_a_restart(settings: Settings, clock: FakeClock, telegram: SandboxClient) -> None:
    await telegram.create_person("沈敏", language_code="zh-hans", person_id=SHEN)
    officer = Officer(telegram, SHEN)
    async with assistant(settings, clock) as park:
        await staff.put(park.services.database, Member(SHEN, Role.OWNER, "沈敏", AT))
        await officer.says("/announce")
        await officer.presses("new")
    clock.advance(hours=2)
    async with assistant(settings, clock) as park:
        await officer.says(DRILL)
        await officer.presses("audience", ZH("announce-everybody"))
        assert await text_in(park, Language.ZH) == DRILL


async def test_profile_and_draft_do_not_take_each_others_answers(park: Assistant, officer: Officer) -> None:
    await officer.says("/profile")
    await officer.says("/announce")
    await officer.presses("new")
    await officer.says(DRILL)
    await officer.says("/profile")
    await officer.says("智能硬件")
    assert await text_in(park, Language.ZH) == DRILL
    async with park.services.database.read() as session:
        described = await descriptions.get(session, SHEN)
    assert described
    assert described.data == {"sector": "smart-hardware"}


async def test_screens_speak_the_officers_language(park: Assistant, telegram: SandboxClient, officer: Officer) -> None:
    await telegram.create_person("Emma", language_code="en", person_id=1010)
    await staff.put(park.services.database, Member(1010, Role.ANNOUNCER, "Emma", AT))
    emma = Officer(telegram, 1010, EN)
    await emma.says("/announce")
    prompt = await emma.presses("new")
    assert prompt.text == EN("announce-ask-text", language="English")
    card = await emma.says("周一停电")
    assert card.text.startswith(EN("announce-state-draft"))
    await until(lambda: text_in(park, Language.EN), is_="周一停电")
