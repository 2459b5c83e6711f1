from bot.app import Assistant
from bot.sandbox.client import SandboxClient
from storage import exchanges
from storage.models import Rating
from tests.handlers.conftest import EMMA, EN, LIN, ZH, data_of


async def rating_of(park: Assistant, chat: int) -> Rating | None:
    async with park.services.database.read() as session:
        exchange = await exchanges.latest(session, chat)
    assert exchange is not None
    return exchange.rating


async def test_thumb_is_kept_thanked_for_and_marked(park: Assistant, telegram: SandboxClient) -> None:
    answer = await telegram.ask(LIN, "硬功馆晚上开门吗")
    up, down = data_of(answer, "rate:")
    assert (await telegram.press(LIN, answer.id, up)).text == ZH("feedback-thanks-up")
    (marked,) = await telegram.wait_messages(LIN, after=answer.change)
    assert [button.text for button in marked.buttons if button.data in {up, down}] == ["👍 ✓", "👎"]
    assert [button.data for button in marked.buttons] == [button.data for button in answer.buttons]
    assert marked.text == answer.text
    assert await rating_of(park, LIN) is Rating.UP


async def test_thumb_can_be_changed(park: Assistant, telegram: SandboxClient) -> None:
    answer = await telegram.ask(EMMA, "Is the hardware lab open at night?")
    up, down = data_of(answer, "rate:")
    await telegram.press(EMMA, answer.id, up)
    assert (await telegram.press(EMMA, answer.id, down)).text == EN("feedback-thanks-down")
    await telegram.ask(EMMA, "/help")
    assert await rating_of(park, EMMA) is Rating.DOWN
    shown = next(message for message in await telegram.messages(EMMA) if message.id == answer.id)
    assert [button.text for button in shown.buttons if button.data in {up, down}] == ["👍", "👎 ✓"]


async def test_same_thumb_twice_does_no_harm(park: Assistant, telegram: SandboxClient) -> None:
    answer = await telegram.ask(LIN, "硬功馆晚上开门吗")
    up, _ = data_of(answer, "rate:")
    for _ in range(2):
        assert (await telegram.press(LIN, answer.id, up)).text == ZH("feedback-thanks-up")


async def test_thumbs_stay_under_an_answer_that_shows_another_fact(park: Assistant, telegram: SandboxClient) -> None:
    answer = await telegram.ask(LIN, "三年租金补贴能补多少？")
    await telegram.press(LIN, answer.id, data_of(answer, "fact:")[0])
    (fact,) = await telegram.wait_messages(LIN, after=answer.change)
    assert data_of(fact, "rate:") == data_of(answer, "rate:")
    assert not data_of(fact, "list:")


async def test_thumb_after_forgetme_is_stale(park: Assistant, telegram: SandboxClient) -> None:
    answer = await telegram.ask(LIN, "硬功馆晚上开门吗")
    question = await telegram.ask(LIN, "/forgetme")
    await telegram.press(LIN, question.id, "forget:yes")
    stale = await telegram.press(LIN, answer.id, data_of(answer, "rate:")[0])
    assert (stale.text, stale.alert) == (ZH("press-stale"), True)
