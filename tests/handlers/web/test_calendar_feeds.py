"""A calendar over HTTP, as phones fetch it."""

import logging
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
import structlog
from aiohttp import ClientSession

from bot import calendar_feeds
from bot.app import Assistant
from bot.languages import Language
from bot.sandbox.client import SandboxClient
from storage import chats
from storage.errors import StoreUnavailableError
from tests.calendars import event, events, parsed
from tests.fakes import FakeClock
from tests.handlers.conftest import EMMA, LIN

DAY = timedelta(days=1)


@dataclass(frozen=True)
class Reply:
    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class Phone:
    http: ClientSession
    address: str

    async def get(self, path: str, method: str = "GET", **headers: str) -> Reply:
        async with self.http.request(method, f"{self.address}{path}", headers=headers) as response:
            return Reply(response.status, response.headers, await response.read())


@pytest.fixture
async def phone(park: Assistant) -> AsyncIterator[Phone]:
    async with ClientSession() as http:
        yield Phone(http, park.address)


async def subscribed(park: Assistant, person: int = LIN, language: Language = Language.ZH) -> str:
    """The path of a new address."""
    now = park.services.clock.now()
    return calendar_feeds.path(await calendar_feeds.make(park.services.database, person, now, language))


async def registered(park: Assistant, person: int = LIN) -> int:
    (date, *_) = await park.services.registrations.dates("policy-briefing", person)
    date = await park.services.registrations.sign_up("policy-briefing", date.occurrence.original_at, person)
    return date.occurrence.id or 0


async def test_feed_is_named_after_the_park_and_read_in_the_chats_language(park: Assistant, phone: Phone) -> None:
    for person, language, name, summary in (
        (LIN, Language.ZH, "云栖小镇", "高企认定与研发补助政策宣讲会"),
        (EMMA, Language.EN, "Yunqi Town", "Policy briefing on high-tech recognition and R&D grants"),
    ):
        path = await subscribed(park, person, language)
        await registered(park, person)
        reply = await phone.get(path)
        assert (reply.status, reply.headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
        assert str(parsed(reply.body)["X-WR-CALNAME"]) == name
        assert str(event(reply.body)["SUMMARY"]) == summary
        assert reply.headers["Cache-Control"].startswith("private")


async def test_unchanged_feed_is_not_sent_again(park: Assistant, phone: Phone, clock: FakeClock) -> None:
    path = await subscribed(park)
    occurrence_id = await registered(park)
    first = await phone.get(path)
    etag, modified = first.headers["ETag"], first.headers["Last-Modified"]
    clock.advance(hours=1)
    for asked in ({"If-None-Match": etag}, {"If-None-Match": f'"x", W/{etag}'}, {"If-Modified-Since": modified}):
        reply = await phone.get(path, **asked)
        assert (reply.status, reply.body, reply.headers["ETag"]) == (304, b"", etag)
    await park.services.registrations.leave(occurrence_id, LIN)
    for asked in ({"If-None-Match": etag}, {"If-Modified-Since": modified}):
        assert (await phone.get(path, **asked)).status == 200
    changed = await phone.get(path)
    assert changed.headers["ETag"] != etag
    assert event(changed.body)["STATUS"] == "CANCELLED"
    # what it says of the ETag goes before the time
    assert (await phone.get(path, **{"If-None-Match": etag, "If-Modified-Since": modified})).status == 200


async def test_head_has_no_body(park: Assistant, phone: Phone) -> None:
    path = await subscribed(park)
    reply = await phone.get(path, "HEAD")
    assert (reply.status, reply.body) == (200, b"")
    assert reply.headers["ETag"] == (await phone.get(path)).headers["ETag"]


async def test_what_is_cancelled_stays_for_a_month_and_counts_up(
    park: Assistant, phone: Phone, clock: FakeClock
) -> None:
    path = await subscribed(park)
    occurrence_id = await registered(park)
    assert event((await phone.get(path)).body)["SEQUENCE"] == 0
    await park.services.registrations.leave(occurrence_id, LIN)
    assert (event((await phone.get(path)).body)["STATUS"], event((await phone.get(path)).body)["SEQUENCE"]) == (
        "CANCELLED",
        1,
    )
    clock.advance(days=29)
    assert len(events((await phone.get(path)).body)) == 1
    clock.advance(days=1)
    assert events((await phone.get(path)).body) == []


async def test_what_is_over_stays_for_a_month(park: Assistant, phone: Phone, clock: FakeClock) -> None:
    path = await subscribed(park)
    await registered(park)
    clock.set(datetime(2026, 12, 3, 8, 0, tzinfo=UTC) + 30 * DAY - timedelta(minutes=1))
    assert event((await phone.get(path)).body)["STATUS"] == "CONFIRMED"
    clock.advance(minutes=1)
    assert events((await phone.get(path)).body) == []
    async with park.services.database.read() as session:
        assert await chats.get(session, LIN)


WRONG = ["x" * 32, "x" * 31, "..%2f..%2fetc%2fpasswd", "云栖", "%00" * 32, "a" * 4000]


@pytest.mark.parametrize("secret", WRONG)
async def test_wrong_secret_is_an_address_that_is_none(park: Assistant, phone: Phone, secret: str) -> None:
    await subscribed(park)
    nowhere, reply = await phone.get("/nowhere"), await phone.get(f"/calendar/{secret}.ics")
    assert (reply.status, reply.body) == (nowhere.status, nowhere.body)
    assert {**reply.headers, "Date": ""} == {**nowhere.headers, "Date": ""}


async def test_stale_phones_lock_out_no_new_one_and_fill_no_log(
    park: Assistant, phone: Phone, clock: FakeClock
) -> None:
    with structlog.testing.capture_logs() as logs:
        stale = [await phone.get(f"/calendar/{number:032}.ics") for number in range(8)]
        path = await subscribed(park)
        assert (await phone.get(path)).status == 200
        assert [one.status for one in stale] == [404] * 8
        clock.advance(minutes=1)
        assert (await phone.get(f"/calendar/{9:032}.ics")).status == 404
    assert [one["event"] for one in logs].count("calendar.address_refused") == 5 + 1


async def test_store_that_does_not_answer_is_told_so_and_no_secret_is_logged(
    park: Assistant,
    phone: Phone,
    telegram: SandboxClient,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    path = await subscribed(park)
    secret = path.removeprefix("/calendar/").removesuffix(".ics")
    wrong = f"{path[:-5]}{'y' if secret.endswith('z') else 'z'}.ics"

    async def fail(*_: object) -> None:
        raise StoreUnavailableError("locked")

    async def break_down(*_: object) -> None:
        raise RuntimeError("broken")

    with structlog.testing.capture_logs() as ours:
        statuses = [(await phone.get(path)).status, (await phone.get(wrong)).status]
        monkeypatch.setattr(calendar_feeds, "find", fail)
        statuses.append((await phone.get(path)).status)
        monkeypatch.setattr(calendar_feeds, "find", break_down)
        statuses.append((await phone.get(path)).status)
    assert statuses == [200, 404, 503, 500]
    told = f"{ours}{[(one.getMessage(), one.exc_text) for one in caplog.records if one.name != 'aiohttp.client']}"
    assert "calendar.address_refused" in told
    assert secret not in told
    assert secret[:-1] not in told
