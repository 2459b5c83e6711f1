"""After an announcement arrived: acknowledged, reminded of, corrected, recalled, told of in a spreadsheet."""

import io

from openpyxl import load_workbook

from bot.app import Assistant
from bot.sandbox.client import SandboxClient
from storage.models import AnnouncementState
from tests.fakes import FakeClock
from tests.handlers.conftest import EMMA, EN, LIN, ZH
from tests.handlers.staff.announcements.drafts import DRILL, EVERYBODY, begin, send
from tests.handlers.staff.announcements.officer import Officer, arrived, has, only
from tests.handlers.staff.conftest import SHEN
from tests.handlers.tenant.test_preferences import shown


async def ask_for_receipts(officer: Officer, clock: FakeClock) -> None:
    """Sent to everybody with the button to confirm, and arrived."""
    await begin(officer)
    await officer.presses("receipt", "audience", EVERYBODY, "done", "send", "发给 3 人")
    await arrived(officer.telegram, SHEN, DRILL)
    await officer.sees(ZH("announce-state-sent"), clock)


async def acknowledge(telegram: SandboxClient, person: int) -> str:
    """The toast of the press."""
    message = await arrived(telegram, person, DRILL)
    toast = await telegram.press(person, message.id, message.buttons[-1].data)
    return toast.text


async def test_reading_is_acknowledged_and_those_who_did_not_are_reminded(
    park: Assistant, officer: Officer, telegram: SandboxClient, clock: FakeClock
) -> None:
    await ask_for_receipts(officer, clock)
    for _ in range(2):
        assert await acknowledge(telegram, LIN) == ZH("receipt-thanks")
    marked = await arrived(telegram, LIN, DRILL)
    assert [one.text for one in marked.buttons] == [ZH("receipt-done")]
    report = await officer.presses("refresh")
    assert ZH("announce-acknowledged", count=1, total=3) in report.text.splitlines()
    await officer.presses("remind")
    assert officer.toast
    assert officer.toast.text == ZH("announce-reminded", count=2)
    reminder = await arrived(telegram, EMMA, EN("announce-reminder", text=DRILL))
    assert not await has(telegram, LIN, ZH("announce-reminder", text=DRILL))
    await telegram.press(EMMA, reminder.id, reminder.buttons[0].data)
    assert await acknowledge(telegram, SHEN) == ZH("receipt-thanks")
    all_read = await officer.presses("refresh")
    assert ZH("announce-acknowledged", count=3, total=3) in all_read.text.splitlines()
    assert not officer.offers("remind")


async def test_acknowledgement_of_one_that_was_never_sent_is_none(
    park: Assistant, officer: Officer, telegram: SandboxClient, clock: FakeClock
) -> None:
    await ask_for_receipts(officer, clock)
    await park.services.announcements.draft(f"staff:{SHEN}")
    announcement = await park.services.announcements.find(1)
    assert announcement
    assert not await park.services.announcements.acknowledge(2, LIN)
    assert not await park.services.announcements.acknowledge(1, 424242)


async def test_stored_data_tells_what_was_sent_and_read(
    officer: Officer, telegram: SandboxClient, clock: FakeClock
) -> None:
    await ask_for_receipts(officer, clock)
    await acknowledge(telegram, LIN)
    settings = await telegram.ask(LIN, "/settings")
    told = await shown(telegram, LIN, settings.id, "settings:stored")
    assert ZH("stored-announcements", count=1, read=1) in told.splitlines()


async def test_correction_is_shown_first_and_then_changes_every_chat(
    officer: Officer, telegram: SandboxClient, clock: FakeClock
) -> None:
    await send(officer)
    await arrived(telegram, EMMA, DRILL)
    prompt = await officer.presses("correct", ZH("announce-language-zh"))
    assert DRILL in prompt.text
    proposed = await officer.says("改到 10 点")
    assert proposed.text == f"{ZH('announce-correct-title')}\n改到 10 点"
    assert await has(telegram, LIN, DRILL)
    await officer.presses("corrected")
    await officer.sees(ZH("announce-corrections", count=3, total=3), clock)
    for person in (LIN, EMMA, SHEN):
        assert await has(telegram, person, "改到 10 点")


async def test_picture_is_no_correction(officer: Officer, telegram: SandboxClient) -> None:
    await send(officer)
    await officer.presses("correct", ZH("announce-language-zh"))
    told = await officer.answered(await telegram.send_media(SHEN, "photo"))
    assert told.text == ZH("announce-error-other-media")


async def test_recall_asks_once_more_and_deletes_it_everywhere(
    park: Assistant, officer: Officer, telegram: SandboxClient, clock: FakeClock
) -> None:
    await send(officer)
    for person in (LIN, EMMA, SHEN):
        await arrived(telegram, person, DRILL)
    asked = await officer.presses("recall")
    assert ZH("announce-recall-text", count=3) in asked.text
    assert await has(telegram, LIN, DRILL)
    await officer.presses("recall-yes")
    done = await officer.sees(ZH("announce-recalls", count=3, total=3), clock)
    for person in (LIN, EMMA, SHEN):
        assert not await has(telegram, person, DRILL)
    assert done.text.startswith(ZH("announce-state-recalled"))
    assert (await only(park)).state in {AnnouncementState.SENT, AnnouncementState.CANCELLED}


async def test_spreadsheet_tells_who_got_it(
    park: Assistant, officer: Officer, telegram: SandboxClient, clock: FakeClock
) -> None:
    await telegram.block(EMMA)
    await begin(officer)
    await officer.presses("receipt", "audience", EVERYBODY, "done", "send")
    await officer.presses(next(one.data for one in (await officer.looks()).buttons if "announce:go" in one.data))
    await arrived(telegram, LIN, DRILL)
    await acknowledge(telegram, LIN)
    report = await officer.sees(ZH("announce-state-sent"), clock)
    await officer.taps("sheet")
    (document,) = await telegram.wait_messages(SHEN, after=report.change)
    assert document.raw["document"]["file_name"] == "通知1.xlsx"
    sheet = load_workbook(io.BytesIO(await telegram.document(document))).active
    assert sheet
    header, *rows = list(sheet.iter_rows(values_only=True))
    assert header == tuple(
        ZH(f"announce-sheet-{name}")
        for name in ("number", "company", "name", "state", "reason", "sent", "unconfirmed", "read")
    )
    assert rows[0][:4] == (1, "演示公司甲", "林工", ZH("announce-outgoing-sent"))
    assert rows[0][7] == "2026-11-23 10:00:00"
    assert {row[3] for row in rows[1:]} <= {ZH("announce-outgoing-sent"), ZH("announce-outgoing-blocked")}


async def test_correction_is_gone_once_something_else_is_asked(officer: Officer, telegram: SandboxClient) -> None:
    await send(officer)
    await officer.presses("correct", ZH("announce-language-zh"))
    await officer.says("改到 10 点")
    proposed = officer.screen
    await officer.says("/profile")
    officer.screen = proposed
    stale = await officer.taps("corrected")
    assert (stale.text, stale.alert) == (ZH("press-stale"), True)


async def test_history_tells_who_did_what(officer: Officer, telegram: SandboxClient, clock: FakeClock) -> None:
    await send(officer)
    await arrived(telegram, SHEN, DRILL)
    await officer.sees(ZH("announce-state-sent"), clock)
    told = await officer.presses("history")
    assert [line.partition("10:00 ")[2] for line in told.text.splitlines()[1:]] == [
        "沈敏：起草",
        "沈敏：修改",
        "沈敏：发送",
        "小助手：开始发",
    ]
    assert (await officer.presses("back")).text.startswith(ZH("announce-state-sent"))
