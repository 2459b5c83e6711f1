from bot import support, tenants
from bot.answering.types import Context
from bot.languages import Language
from bot.support import Note
from storage.database import Database
from tests.fakes import FakeClock


async def test_chosen_language_is_kept_and_taken_back(database: Database, clock: FakeClock) -> None:
    for language in (Language.EN, None):
        await tenants.choose_language(database, 5, "private", language, clock.now())
        chat = await tenants.find(database, 5)
        assert chat is not None
        assert chat.user_language == language


async def test_context_is_kept_of_stored_chats_alone(database: Database, clock: FakeClock) -> None:
    context = Context(clock.now(), (("facility", "makers-lab"),))
    await tenants.keep_context(database, 5, context)
    assert await tenants.find(database, 5) is None
    await tenants.meet(database, 5, "private", clock.now(), Language.ZH)
    await tenants.keep_context(database, 5, context)
    chat = await tenants.find(database, 5)
    assert chat is not None
    assert chat.context == context.as_json()
    await tenants.keep_context(database, 5, None)
    chat = await tenants.find(database, 5)
    assert chat is not None
    assert chat.context is None


async def test_group_keeps_its_settings_when_it_moves(database: Database, clock: FakeClock) -> None:
    await tenants.choose_language(database, -5, "group", Language.EN, clock.now())
    await tenants.move(database, -5, -1005, clock.now())
    moved = await tenants.find(database, -1005)
    assert moved is not None
    assert (moved.type, moved.user_language) == ("supergroup", "en")
    assert await tenants.find(database, -5) is None


async def test_everything_held_is_erased(database: Database, clock: FakeClock) -> None:
    await support.hand_over_text(database, Note(5, 8, "电梯坏了", Language.ZH), clock.now())
    held = await tenants.held(database, 5)
    assert held is not None
    assert [case.question for case in held.cases] == ["电梯坏了"]
    assert await tenants.forget(database, 5)
    assert await tenants.held(database, 5) is None
    assert not await tenants.forget(database, 5)
