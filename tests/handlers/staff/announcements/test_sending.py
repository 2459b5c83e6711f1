"""From /announce to tenants' chats: written, looked at, sent, watched."""

from bot.app import Assistant
from bot.sandbox.client import SandboxClient
from storage.models import AnnouncementState
from tests.fakes import FakeClock
from tests.handlers.conftest import EMMA, LIN, ZH
from tests.handlers.staff.announcements.officer import Officer, arrived, only
from tests.handlers.staff.conftest import SHEN

DRILL = "周一 9 点 4 号楼消防演练"


async def write(officer: Officer, text: str = DRILL) -> None:
    """A draft for everybody, with its card on the screen."""
    await officer.says("/announce")
    await officer.presses("new")
    await officer.says(text)
    await officer.presses("audience", ZH("announce-everybody"), "done")


async def test_text_audience_preview_send_and_progress(
    park: Assistant, officer: Officer, telegram: SandboxClient, clock: FakeClock
) -> None:
    home = await officer.says("/announce")
    assert home.text == f"{ZH('announce-list-title')}\n{ZH('announce-list-empty')}"
    await officer.presses("new")
    card = await officer.says(DRILL)
    assert card.text.splitlines() == [
        "草稿",
        f"中文：{DRILL}",
        "English：没写，看English的人会收到中文版",
        "发给：还没选",
        "时间：点发送后马上",
    ]
    assert not officer.offers("send")
    chosen = await officer.presses("audience", ZH("announce-everybody"))
    assert chosen.text.splitlines()[1] == "发给：所有人，3 人（林工等）"
    await officer.presses("done")
    assert (await officer.taps("preview")).text == ZH("announce-previewed-one")
    await arrived(telegram, SHEN, DRILL)
    question = await officer.presses("send")
    assert "发给 3 人" in [one.text for one in question.buttons]
    assert (await only(park)).state is AnnouncementState.DRAFT
    await officer.presses("发给 3 人")
    for person in (LIN, EMMA, SHEN):
        await arrived(telegram, person, DRILL)
    clock.advance(seconds=3)
    done = await officer.sees(ZH("announce-state-sent"))
    assert "送达 3 / 3 人" in done.text.splitlines()
    announcement = await only(park)
    assert (announcement.state, announcement.author) == (AnnouncementState.SENT, f"staff:{SHEN}")
