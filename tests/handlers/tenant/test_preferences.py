from bot.app import Assistant
from bot.people import companies, staff
from bot.people.staff import Member, Role
from bot.sandbox.client import SandboxClient
from storage import chats, memberships
from tests.factories import AT
from tests.fakes import FakeClock
from tests.handlers.conftest import EMMA, EN, LIN, ZH, data_of


async def shown(telegram: SandboxClient, person: int, message_id: int, button: str) -> str:
    """What a press makes of the message."""
    before = next(message for message in await telegram.messages(person) if message.id == message_id)
    await telegram.press(person, message_id, button)
    changed = await telegram.wait_messages(person, after=before.change)
    return next(message.text for message in changed if message.id == message_id)


async def test_settings_show_the_language(park: Assistant, telegram: SandboxClient) -> None:
    answer = await telegram.ask(LIN, "/settings")
    assert answer.text == f"{ZH('settings-title')}\n{ZH('settings-text', language='自动')}"
    assert [button.text for button in answer.keyboard[0]] == ["中文", "English", "✓ 自动"]


async def test_language_is_changed_and_kept(park: Assistant, telegram: SandboxClient) -> None:
    answer = await telegram.ask(LIN, "/settings")
    assert await shown(telegram, LIN, answer.id, "lang:en") == (
        f"{EN('settings-title')}\n{EN('settings-text', language='English')}"
    )
    assert (await telegram.ask(LIN, "/help")).text.startswith(EN("help-title"))
    assert await shown(telegram, LIN, answer.id, "lang:auto") == (
        f"{ZH('settings-title')}\n{ZH('settings-text', language='自动')}"
    )


async def test_same_language_twice_does_no_harm(park: Assistant, telegram: SandboxClient) -> None:
    answer = await telegram.ask(LIN, "/settings")
    await shown(telegram, LIN, answer.id, "lang:zh")
    assert (await telegram.press(LIN, answer.id, "lang:zh")).text == ZH("settings-saved")
    assert (await telegram.ask(LIN, "/help")).text.startswith(ZH("help-title"))
    assert len(await telegram.calls(method="editMessageText", chat=LIN)) == 1


async def test_settings_of_a_newcomer_store_nothing(park: Assistant, telegram: SandboxClient) -> None:
    answer = await telegram.ask(LIN, "/settings")
    assert ZH("stored-nothing") in await shown(telegram, LIN, answer.id, "settings:stored")
    async with park.services.database.read() as session:
        assert await chats.get(session, LIN) is None


async def test_stored_data_is_listed(park: Assistant, telegram: SandboxClient) -> None:
    answer = await telegram.ask(LIN, "硬功馆晚上开门吗")
    await telegram.press(LIN, answer.id, data_of(answer, "rate:")[0])
    await telegram.ask(LIN, "帮我订一张去北京的机票")
    (company, *_) = companies.demonstration()
    async with park.services.database.transaction() as session:
        await memberships.add(session, LIN, company.id, park.services.clock.now(), shown_as="小林")
    settings = await telegram.ask(LIN, "/settings")
    text = await shown(telegram, LIN, settings.id, "settings:stored")
    for line in (
        ZH("stored-since", date="2026-11-23 10:00"),
        ZH("stored-seen", date="2026-11-23 10:00"),
        ZH("stored-company", company=company.name.zh),
        ZH("stored-member", name="小林", date="2026-11-23 10:00"),
        ZH("stored-questions", count=2, rated=1),
        ZH("stored-cases", count=1),
    ):
        assert line in text.splitlines()


async def test_staff_read_what_the_list_of_staff_has_of_them(park: Assistant, telegram: SandboxClient) -> None:
    await staff.put(park.services.database, Member(LIN, Role.AGENT, "林工", AT))
    line = ZH("stored-staff", role=ZH("role-agent"), name="林工")
    settings = await telegram.ask(LIN, "/settings")
    first = await shown(telegram, LIN, settings.id, "settings:stored")
    assert first == f"{ZH('stored-title')}\n{line}"
    await telegram.ask(LIN, "硬功馆晚上开门吗")
    await shown(telegram, LIN, settings.id, "settings")
    second = (await shown(telegram, LIN, settings.id, "settings:stored")).splitlines()
    assert line in second
    assert ZH("stored-not") not in second


async def test_everything_that_was_written_is_handed_out(park: Assistant, telegram: SandboxClient) -> None:
    answer = await telegram.ask(EMMA, "Is the hardware lab open at night?")
    await telegram.press(EMMA, answer.id, data_of(answer, "rate:")[0])
    await telegram.ask(EMMA, "Can I keep a <cat>?")
    await telegram.ask(EMMA, "/human the lift { $is } broken")
    settings = await telegram.ask(EMMA, "/settings")
    await shown(telegram, EMMA, settings.id, "settings:stored")
    told = (await shown(telegram, EMMA, settings.id, "settings:export:0")).splitlines()
    assert told[0] == EN("stored-export-title")
    assert sorted(told[1:]) == [
        "2026-11-23 10:00 Can I keep a <cat>?",
        "2026-11-23 10:00 Handed to staff: the lift { $is } broken",
        "2026-11-23 10:00 Is the hardware lab open at night? 👍",
    ]


async def test_what_was_told_of_a_company_is_handed_out(park: Assistant, telegram: SandboxClient) -> None:
    for text in ("/profile", "智能硬件", "4号楼"):
        await telegram.ask(LIN, text)
    settings = await telegram.ask(LIN, "/settings")
    stored = await shown(telegram, LIN, settings.id, "settings:stored")
    assert ZH("stored-told", count=2) in stored.splitlines()
    told = (await shown(telegram, LIN, settings.id, "settings:export:0")).splitlines()
    assert told == [
        ZH("stored-export-title"),
        ZH("stored-facts", company=ZH("profile-own-name")),
        ZH("profile-line", name="行业", value="智能硬件"),
        ZH("profile-line", name="楼栋", value="4号楼"),
    ]


async def test_newest_is_handed_out_first(park: Assistant, telegram: SandboxClient, clock: FakeClock) -> None:
    await telegram.ask(LIN, "/human 电梯坏了")
    clock.advance(minutes=1)
    for question in ("硬功馆开门吗", "食堂几点开门"):
        await telegram.ask(LIN, question)
    settings = await telegram.ask(LIN, "/settings")
    await shown(telegram, LIN, settings.id, "settings:stored")
    told = (await shown(telegram, LIN, settings.id, "settings:export:0")).splitlines()
    assert [line.split()[-1] for line in told[1:]] == ["食堂几点开门", "硬功馆开门吗", "交给工作人员：电梯坏了"]


async def test_what_fills_more_than_a_message_is_handed_out_page_by_page(
    park: Assistant, telegram: SandboxClient
) -> None:
    for letter in "abc":
        await telegram.ask(LIN, "😀硬功馆开门吗" * 400 + letter)
    settings = await telegram.ask(LIN, "/settings")
    await shown(telegram, LIN, settings.id, "settings:stored")
    told = [await shown(telegram, LIN, settings.id, f"settings:export:{page}") for page in range(3)]
    written = "".join(page.partition("\n")[2].rpartition("\n")[0] for page in told)
    assert [written.count(f"开门吗{letter}") for letter in "abc"] == [1, 1, 1]
    assert written.count("😀") == 3 * 400
    assert [page.splitlines()[-1] for page in told] == [ZH("stored-page", page=page, pages=3) for page in (1, 2, 3)]
    last = next(message for message in await telegram.messages(LIN) if message.id == settings.id)
    assert data_of(last, "settings:") == ["settings:export:1", "settings:stored"]
