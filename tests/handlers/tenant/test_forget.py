import pytest
from sqlalchemy import text as sql

from bot.app import Assistant
from bot.messages.texts import Texts
from bot.people import staff
from bot.people.staff import Member, Role
from bot.sandbox.client import SandboxClient
from tests.factories import AT
from tests.handlers.conftest import EMMA, EN, LIN, ZH, data_of
from tests.waiting import until

SECRET = "我们公司代号蓝鲸"


async def told_of(park: Assistant) -> str:
    """Everything in the store that came from people."""
    async with park.services.database.read() as session:
        tables = ("chats", "exchanges", "cases", "updates", "descriptions", "memberships", "companies")
        return str([(await session.exec(sql(f"SELECT * FROM {table}"))).all() for table in tables])  # type: ignore[call-overload]  # noqa: S608


async def names_somebody(park: Assistant) -> bool:
    """The press itself is in the inbox until it is worked off."""
    return str(LIN) in await told_of(park)


async def test_forgetme_asks_first(park: Assistant, telegram: SandboxClient) -> None:
    await telegram.ask(LIN, SECRET)
    question = await telegram.ask(LIN, "/forgetme")
    assert question.text == f"{ZH('forget-title')}\n{ZH('forget-text')}"
    await telegram.press(LIN, question.id, "forget:no")
    (kept,) = await telegram.wait_messages(LIN, after=question.change)
    assert (kept.id, kept.text, kept.buttons) == (question.id, ZH("forget-kept"), ())
    assert SECRET in await told_of(park)


async def test_forgetme_erases_everything(park: Assistant, telegram: SandboxClient) -> None:
    answer = await telegram.ask(LIN, "硬功馆晚上开门吗")
    await telegram.press(LIN, answer.id, data_of(answer, "rate:")[0])
    await telegram.ask(LIN, f"/human {SECRET}")
    await telegram.ask(LIN, SECRET)
    for text in ("/profile", "智能硬件", "停"):
        await telegram.ask(LIN, text)
    question = await telegram.ask(LIN, "/forgetme")
    await telegram.press(LIN, question.id, "forget:yes")
    (done,) = await telegram.wait_messages(LIN, after=question.change)
    assert done.text == ZH("forget-done")
    await until(lambda: names_somebody(park), is_=False)
    assert SECRET not in await told_of(park)


async def test_forgetme_can_be_reached_from_settings(park: Assistant, telegram: SandboxClient) -> None:
    settings = await telegram.ask(LIN, "/settings")
    await telegram.press(LIN, settings.id, "forget")
    (question,) = await telegram.wait_messages(LIN, after=settings.change)
    assert question.text.startswith(ZH("forget-title"))


@pytest.mark.parametrize(("person", "texts"), [(LIN, ZH), (EMMA, EN)])
async def test_forgetme_of_staff_erases_what_they_asked_and_says_that_the_role_stays(
    park: Assistant, telegram: SandboxClient, person: int, texts: Texts
) -> None:
    await staff.put(park.services.database, Member(person, Role.EDITOR, "林工", AT))
    await telegram.ask(person, SECRET)
    stays = texts("forget-staff", role=texts("role-editor"))
    question = await telegram.ask(person, "/forgetme")
    assert question.text == f"{texts('forget-title')}\n{texts('forget-text')}\n{stays}"
    await telegram.press(person, question.id, "forget:yes")
    (done,) = await telegram.wait_messages(person, after=question.change)
    assert done.text == f"{texts('forget-done')}\n{stays}"
    assert SECRET not in await told_of(park)
    assert await staff.find(park.services.database, person) == Member(person, Role.EDITOR, "林工", AT)


async def test_somebody_forgotten_is_welcome_again(park: Assistant, telegram: SandboxClient) -> None:
    question = await telegram.ask(LIN, "/forgetme")
    await telegram.press(LIN, question.id, "forget:yes")
    assert "24" in (await telegram.ask(LIN, "硬功馆晚上开门吗")).text
