"""What programs may say, to whom and when."""

from datetime import timedelta
from typing import Any

import pytest
from aiohttp import ClientSession

from bot.announcements.service import Announcements
from bot.app import Assistant, assistant
from bot.messages.content import Content
from bot.people.staff import Role
from bot.sandbox.client import SandboxClient
from bot.settings import Settings
from storage import chats, memberships
from storage.errors import StoreUnavailableError
from storage.models import AnnouncementState, OutgoingState
from tests.factories import AT
from tests.fakes import FakeClock
from tests.handlers.web.api.conftest import BODY, PEOPLE, TEXT, Caller, caller_with, problem_in, written
from tests.waiting import until

HOUR = timedelta(hours=1)
COUNTS = {"sent": 0, "failed": 0, "blocked": 0, "pending": 0, "cancelled": 0, "unconfirmed": 0}


async def test_announcement_is_accepted_and_goes_to_everybody(park: Assistant, caller: Caller) -> None:
    reply = await caller.post()
    assert (reply.status, reply.body) == (202, {"id": 1, "recipients": 3, "state": "sending"})
    assert reply.headers["Location"] == "/api/v1/announcements/1"
    (announcement,), outgoing = await written(park)
    assert (announcement.author, announcement.contents) == ("token:门禁系统", {"zh": {"text": TEXT}})
    assert {(one.chat_id, one.state) for one in outgoing} == {(person, OutgoingState.PENDING) for person in PEOPLE}
    history = await park.services.announcements.history(1)
    assert [(one.actor, one.action) for one in history] == [
        ("token:门禁系统", "drafted"),
        ("token:门禁系统", "released"),
        ("clock", "started"),
    ]


async def test_status_counts_what_became_of_it(park: Assistant, caller: Caller, telegram: SandboxClient) -> None:
    await telegram.set_latency(0.5)  # who blocks the bot later than it is written to them is still a recipient
    await caller.post(BODY | {"urgent": True, "acknowledged": True})
    await telegram.block(11)
    await telegram.set_latency(0)
    await until(lambda: state_of(caller), is_="sent")
    assert await park.services.announcements.acknowledge(1, 12)
    assert (await caller.get(1)).body == COUNTS | {
        "id": 1,
        "state": "sent",
        "recipients": 3,
        "sent": 2,
        "blocked": 1,
        "acknowledgements": 1,
        "urgent": True,
        "acknowledged": True,
        "late": False,
        "send_at": "2026-11-23T02:00:00Z",
        "started_at": "2026-11-23T02:00:00Z",
        "ended_at": "2026-11-23T02:00:00Z",
        "recalled_at": None,
    }


async def test_what_is_cancelled_counts_so(park: Assistant, caller: Caller, telegram: SandboxClient) -> None:
    await telegram.set_latency(1)  # nothing arrives meanwhile
    await caller.post(BODY)
    await park.services.announcements.cancel(1, "staff:1", None)
    over = (await caller.get(1)).body
    assert over["state"] == "cancelled"
    assert over["recipients"] == sum(over[one] for one in ("sent", "failed", "blocked", "pending", "cancelled")) == 3


async def state_of(caller: Caller) -> str:
    return str((await caller.get(1)).body["state"])


async def test_scheduled_one_waits_for_its_time(park: Assistant, caller: Caller, clock: FakeClock) -> None:
    reply = await caller.post(BODY | {"send_at": "2026-11-23T11:00:00+08:00"})
    assert reply.body == {"id": 1, "recipients": 3, "state": "scheduled"}
    assert (await caller.get(1)).body["pending"] == 3
    assert (await written(park))[1] == []
    clock.set(AT + HOUR)
    await until(lambda: _outgoing(park), is_=3)


async def _outgoing(park: Assistant) -> int:
    return len((await written(park))[1])


async def test_audience_without_anybody_is_accepted(park: Assistant, caller: Caller) -> None:
    reply = await caller.post(BODY | {"audience": {"companies": ["demo-router"], "sectors": ["retail"]}})
    assert (reply.status, reply.body["recipients"]) == (202, 0)

    async def state() -> str:
        return str((await caller.get(1)).body["state"])

    await until(state, is_="sent")


@pytest.mark.parametrize(
    ("audience", "recipients"),
    [
        ({"all": True, "topics": []}, 3),
        ({"topics": ["safety", "policy"]}, 3),
        ({"companies": ["demo-router"]}, 1),
        ({"companies": ["demo-router"], "topics": ["safety"]}, 1),
        ({"sectors": ["smart-hardware", "retail"]}, 1),
        ({"buildings": ["building-3"], "companies": ["demo-router"]}, 0),
        ({"events": ["policy-briefing"]}, 0),
    ],
)
async def test_audience_is_any_within_a_list_and_all_across_lists(
    park: Assistant, caller: Caller, audience: dict[str, Any], recipients: int
) -> None:
    async with park.services.database.transaction() as session:
        await memberships.add(session, 11, "demo-router", AT)
    reply = await caller.post(BODY | {"audience": audience})
    assert (reply.status, reply.body.get("recipients"), reply.body.get("unknown")) == (202, recipients, None)


async def test_many_recipients_wait_for_a_person(
    settings: Settings, clock: FakeClock, telegram: SandboxClient, http: ClientSession
) -> None:
    async with assistant(settings.model_copy(update={"confirm_above": 1}), clock) as park:
        async with park.services.database.transaction() as session:
            for person in (11, 12):
                await chats.upsert(session, person, "private", AT)
        caller = await caller_with(park, http, Role.OWNER)
        reply = await caller.post()
        assert reply.body == {"id": 1, "recipients": 2, "state": "awaiting-confirmation"}
        assert (await caller.get(1)).body["pending"] == 2
        confirmed = await park.services.announcements.confirm(1, "staff:21", None)
        assert confirmed.state is AnnouncementState.SENDING


@pytest.mark.parametrize(
    ("given", "contents"),
    [
        ({"text": "Fire drill on Monday"}, {"en": {"text": "Fire drill on Monday"}}),
        ({"text": {"zh": "演练", "en": "Drill"}}, {"zh": {"text": "演练"}, "en": {"text": "Drill"}}),
        ({"text": {"en": "Drill", "zh": None}}, {"en": {"text": "Drill"}}),
        ({"text": "<b>演练</b> &lt;3"}, {"zh": {"text": "<b>演练</b> &lt;3"}}),
        (
            {"text": "<b>演练</b> &lt;3", "format": "html"},
            {"zh": {"text": "演练 <3", "entities": [{"type": "bold", "offset": 0, "length": 2}]}},
        ),
        (
            {"text": {"en": "**Drill** a\\*b"}, "format": "markdown"},
            {"en": {"text": "Drill a*b", "entities": [{"type": "bold", "offset": 0, "length": 5}]}},
        ),
        ({"text": "演练\r\n\t集合"}, {"zh": {"text": "演练\n\t集合"}}),
        ({"text": "字" * 4096}, {"zh": {"text": "字" * 4096}}),
    ],
)
async def test_text_is_kept_as_it_is_meant(
    park: Assistant, caller: Caller, given: dict[str, Any], contents: dict[str, Any]
) -> None:
    assert (await caller.post(BODY | given)).status == 202
    (announcement,), _ = await written(park)
    assert announcement.contents == contents
    assert all(Content.from_json(one) for one in announcement.contents.values())


@pytest.mark.parametrize(
    ("given", "problem", "faults"),
    [
        ({"text": ""}, "empty", None),
        ({"text": " \n"}, "empty", None),
        ({"text": "<b></b>", "format": "html"}, "empty", None),
        ({"text": "字" * 4097}, "too-long", None),
        ({"text": "<i>a", "format": "html"}, "format", None),
        ({"text": {"zh": "好", "en": "**a"}, "format": "markdown"}, "format", None),
        ({"audience": {}}, "no-audience", None),
        ({"audience": {"all": False, "topics": []}}, "no-audience", None),
        ({"send_at": "2026-11-23T09:00:00+08:00"}, "past", None),
        ({"send_at": "0001-01-01T00:00:00+14:00"}, "past", None),
        ({"send_at": "2028-01-01T00:00:00Z"}, "too-far", None),
        ({"send_at": "9999-12-31T23:59:59-12:00"}, "too-far", None),
        ({"send_at": "2026-11-24T09:00:00"}, "malformed", ["send_at"]),
        ({"send_at": "1900000000"}, "malformed", ["send_at"]),
        ({"send_at": 1900000000}, "malformed", ["send_at"]),
        ({"send_at": "tomorrow"}, "malformed", ["send_at"]),
        ({"text": 5}, "malformed", ["text"]),
        ({"text": None}, "malformed", ["text"]),
        ({"text": {}}, "malformed", ["text"]),
        ({"text": {"fr": "a", "zh": 1}}, "malformed", ["text.fr", "text.zh"]),
        ({"text": "a\u0000b"}, "malformed", ["text"]),
        ({"text": "\ud800"}, "malformed", [""]),
        ({"format": "bbcode"}, "malformed", ["format"]),
        ({"urgent": "yes"}, "malformed", ["urgent"]),
        ({"acknowledged": 1}, "malformed", ["acknowledged"]),
        ({"state": "sent"}, "malformed", ["state"]),
        ({"audience": []}, "malformed", ["audience"]),
        ({"audience": {"all": True, "topics": ["policy"]}}, "malformed", ["audience"]),
        ({"audience": {"topics": "policy"}}, "malformed", ["audience.topics"]),
        ({"audience": {"topics": [1]}}, "malformed", ["audience.topics.0"]),
        ({"audience": {"tenants": ["11"]}}, "malformed", ["audience.tenants"]),
    ],
)
async def test_what_cannot_be_is_refused_and_leaves_nothing(
    park: Assistant, caller: Caller, given: dict[str, Any], problem: str, faults: list[str] | None
) -> None:
    reply = await caller.post(BODY | given)
    assert (reply.status, problem_in(reply)) == (422, problem)
    assert [fault["at"] for fault in sorted(reply.body.get("errors", []), key=str)] == sorted(faults or [])
    assert await written(park) == ([], [])


@pytest.mark.parametrize(
    "body", [b"", b"{", b"\xff\xfe{}", "{}".encode("utf-16"), b"[" * 100_000, b'{"text": NaN}', b"\xef\xbb\xbf{}"]
)
async def test_what_is_no_json_is_refused(caller: Caller, body: bytes) -> None:
    reply = await caller.post(body)
    assert (reply.status, problem_in(reply)) == (400, "not-json")


async def test_deep_document_is_refused(caller: Caller) -> None:
    reply = await caller.post(b'{"text":' + b"[" * 900 + b"]" * 900 + b"}")
    assert (reply.status, problem_in(reply)) == (400, "not-json")


@pytest.mark.parametrize("body", [[], "text", 7, None, {}])
async def test_json_that_is_no_announcement_is_refused(caller: Caller, body: Any) -> None:
    reply = await caller.post(body)
    assert (reply.status, problem_in(reply)) == (422, "malformed")


async def test_unknown_ids_are_named(park: Assistant, caller: Caller) -> None:
    audience = {"topics": ["policy", "polity"], "buildings": ["9"], "companies": ["acme"], "events": ["x"]}
    reply = await caller.post(BODY | {"audience": audience})
    assert (reply.status, problem_in(reply)) == (422, "unknown-audience")
    assert reply.body["unknown"] == {"topics": ["polity"], "companies": ["acme"], "buildings": ["9"], "events": ["x"]}
    assert "topics polity, companies acme, buildings 9, events x." in reply.body["detail"]
    assert await written(park) == ([], [])


async def test_what_is_too_large_is_refused(caller: Caller) -> None:
    reply = await caller.post(b" " * (1024**2 + 1))
    assert (reply.status, problem_in(reply)) == (413, "too-large")


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "application/xml", ""])
async def test_other_media_type_is_refused(caller: Caller, kind: str) -> None:
    reply = await caller.post(**{"Content-Type": kind})
    assert (reply.status, problem_in(reply)) == (415, "media-type")


async def test_charset_is_no_other_media_type(caller: Caller) -> None:
    assert (await caller.post(**{"Content-Type": "application/json; charset=utf-8"})).status == 202


async def test_body_that_is_not_what_its_encoding_says_is_refused(caller: Caller) -> None:
    reply = await caller.post(b"no gzip", **{"Content-Encoding": "gzip"})
    assert (reply.status, problem_in(reply)) == (400, "refused")


@pytest.mark.parametrize("announcement_id", [0, 2, -1, "1x", "٣", "9" * 30, "%00", "1.0"])
async def test_what_is_not_there_is_not_found(caller: Caller, announcement_id: object) -> None:
    await caller.post()
    reply = await caller.get(announcement_id)
    assert (reply.status, problem_in(reply)) == (404, "not-found")


async def test_drafts_of_staff_are_not_shown(park: Assistant, caller: Caller) -> None:
    drafted = await park.services.announcements.draft("staff:1")
    assert (await caller.get(drafted.id)).status == 404


async def test_other_addresses_and_methods_are_problems_too(caller: Caller) -> None:
    nothing = await caller.call("GET", "/v2/announcements")
    assert (nothing.status, problem_in(nothing)) == (404, "no-such-address")
    wrong = await caller.call("DELETE", "/v1/announcements/1")
    assert (wrong.status, problem_in(wrong), wrong.headers["Allow"]) == (405, "wrong-method", "GET, HEAD")


async def test_problems_are_told_in_the_language_that_is_asked_for(caller: Caller) -> None:
    chinese = await caller.post(BODY | {"text": 5}, **{"Accept-Language": "zh-CN,zh;q=0.9,en;q=0.8"})
    assert (chinese.headers["Content-Language"], chinese.body["title"]) == ("zh", "格式不对")
    assert chinese.body["errors"] == [{"at": "text", "detail": "必须是文本"}]
    english = await caller.post(BODY | {"text": 5}, **{"Accept-Language": "fr"})
    assert english.body["errors"] == [{"at": "text", "detail": "must be a text"}]


async def test_store_that_does_not_answer_and_faults_of_ours_are_problems(
    park: Assistant, caller: Caller, monkeypatch: pytest.MonkeyPatch, faults: Any
) -> None:
    async def fail(error: Exception) -> None:
        raise error

    monkeypatch.setattr(Announcements, "publish", lambda *_: fail(StoreUnavailableError("locked")))
    locked = await caller.post()
    assert (locked.status, problem_in(locked), locked.headers["Retry-After"]) == (503, "unavailable", "5")
    assert faults() == []
    monkeypatch.setattr(Announcements, "publish", lambda *_: fail(ZeroDivisionError("secret")))
    failed = await caller.post()
    assert (failed.status, problem_in(failed)) == (500, "failed")
    assert "secret" not in str(failed.body)
    (fault,) = faults()
    assert fault["event"] == "api.failed"
