"""Nobody announces without the right: by no command, no button however forged, nothing that is typed."""

from collections.abc import Sequence

import pytest
from structlog.testing import capture_logs

from bot import tenants
from bot.app import Assistant
from bot.awaited import Awaited, Dialogue
from bot.languages import Language
from bot.people import staff
from bot.people.staff import Member, Right, Role
from bot.sandbox.client import SandboxClient
from handlers.application import ParkApplication
from handlers.staff.announcements.presses import CHANGING, LOOKING
from handlers.staff.announcements.typed import TAKERS
from storage.models import Announcement
from tests.factories import AT
from tests.handlers.conftest import LIN, ZH
from tests.handlers.staff.announcements.drafts import DRILL, begin_for_everybody, press, typed
from tests.handlers.staff.announcements.officer import Officer, only
from tests.handlers.staff.conftest import SHEN

VALUES = ("", "yes", "zh", "en", "now", "daily", "topics.0", "recent", "drill")
QUESTIONS = ("text:zh", "links", "time", "moved", "correct:zh")


def forged(announcement: Announcement, steps: list[str], values: Sequence[str] = VALUES) -> list[str]:
    """The data of buttons for these steps, with whatever they take."""
    about = f"{announcement.id}:{announcement.revision}"
    return [f"announce:{step}:{about}:{value}".rstrip(":") for step in steps for value in values]


async def state_of(park: Assistant) -> dict[str, object]:
    return (await only(park)).model_dump()


async def messages_to(telegram: SandboxClient, person: int) -> list[str]:
    return [one.text for one in await telegram.messages(person) if one.from_bot]


@pytest.mark.parametrize("role", [None, *(role for role in Role if not staff.may(role, Right.ANNOUNCEMENTS))])
async def test_no_forged_button_changes_anything(
    park: Assistant, officer: Officer, application: ParkApplication, telegram: SandboxClient, role: Role | None
) -> None:
    await begin_for_everybody(officer)
    if role:
        await staff.put(park.services.database, Member(LIN, role, None, AT))
    before, told = await state_of(park), await messages_to(telegram, LIN)
    # rights are looked at before values: who has no role at all tries them all
    presses = forged(await only(park), [*CHANGING, *([] if role else LOOKING)], VALUES[:2] if role else VALUES)
    with capture_logs() as lines:
        for number, data in enumerate(presses):
            await application.work(press(LIN, data, 10**9 + number))
    assert len([line for line in lines if line["event"] == "access.refused"]) == len(presses)
    assert await state_of(park) == before
    assert await messages_to(telegram, LIN) == told


async def test_tenant_is_told_that_it_is_for_staff(officer: Officer, telegram: SandboxClient) -> None:
    refused = await telegram.ask(LIN, "/announce")
    assert (refused.text, refused.buttons) == (ZH("access-staff-only"), ())


async def test_viewer_looks_and_is_offered_nothing_else(
    park: Assistant, officer: Officer, telegram: SandboxClient
) -> None:
    await begin_for_everybody(officer)
    await staff.put(park.services.database, Member(LIN, Role.VIEWER, "林工", AT))
    viewer = Officer(telegram, LIN)
    home = await viewer.says("/announce")
    (opens,) = [one.data for one in home.buttons]
    card = await viewer.presses(opens)
    assert DRILL in card.text
    assert [one.data for one in card.buttons] == ["announce:list:0"]


@pytest.mark.parametrize("question", QUESTIONS)
async def test_what_is_typed_after_the_role_was_taken_away_is_a_question_as_any(
    park: Assistant, officer: Officer, question: str
) -> None:
    """Also with a state of the dialogue that somebody forged into the store."""
    await begin_for_everybody(officer)
    announcement = await only(park)
    awaited = Awaited(
        AT, Language.ZH, question, mark=announcement.id or 0, dialogue=Dialogue.ANNOUNCEMENT, kept={"album": "1"}
    )
    before = await state_of(park)
    for person in (SHEN, LIN):
        await tenants.await_answer(park.services.database, person, awaited, AT)
    await staff.put(park.services.database, Member(1009, Role.OWNER, None, AT))
    await staff.change_role(park.services.database, SHEN, Role.EDITOR)
    for person in (SHEN, LIN):
        answer = await officer.telegram.ask(person, "食堂几点开门")
        assert "食堂" in answer.text
    assert await state_of(park) == before


def test_every_question_of_the_dialogue_is_tried() -> None:
    assert {question.partition(":")[0] for question in QUESTIONS} == set(TAKERS)


@pytest.mark.parametrize(
    "data",
    [
        *("announce", "announce:", "announce:fly:1:1", "announce:open:x", "announce:open:-1", "announce:open:99"),
        *("announce:go:1", "announce:toggle:1:1:topics.0.x", "announce:pick:1:1:nothing.0", "announce:when:1:1:never"),
        *("announce:repeat:1:1:daily", "announce:text:1:1:fr", "announce:new:0:0:x", "announce:corrected:1:1:zh"),
    ],
)
async def test_button_that_makes_no_sense_does_nothing(
    park: Assistant, officer: Officer, application: ParkApplication, data: str
) -> None:
    await begin_for_everybody(officer)
    before = await state_of(park)
    await application.work(press(SHEN, data))
    assert await state_of(park) == before


async def test_text_of_a_tenant_is_no_announcement(
    park: Assistant, officer: Officer, application: ParkApplication
) -> None:
    await officer.says("/announce")
    await officer.presses("new")
    await application.work(typed(LIN, DRILL))
    assert (await only(park)).contents == {}
