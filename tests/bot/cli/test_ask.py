"""parkbot ask in its three forms, as people and scripts run it."""

import asyncio
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from storage import registrations
from storage.database import opened
from storage.models import StoredOccurrence
from tests.commands import run

ROOT = Path(__file__).parents[3]
NOW = "2026-11-25T10:00:00+08:00"
LAB = "硬功馆\n开放，全天 24 小时，周末和夜里也一样。\n"


def asked(*arguments: str, store: Path, typed: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """A run of `parkbot ask` as a process of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PARKBOT_")}
    return subprocess.run(
        [sys.executable, "-m", "bot", "ask", "--database", f"sqlite:///{store}", *arguments],
        cwd=ROOT,
        env=kept | {"PYTHONIOENCODING": "utf-8"},
        input=typed,
        capture_output=True,
        timeout=240,
        check=False,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("ask")


LINES: dict[str, tuple[bytes | dict[str, Any], dict[str, Any]]] = {
    "question": (
        {"id": "1", "text": "硬功馆晚上开门吗", "chat": "a", "now": NOW},
        {"id": "1", "outcome": "answer", "records": ["makers-lab"], "text": LAB.strip()},
    ),
    "next turn of the chat": (
        {"id": "2", "text": "在哪里", "chat": "a", "now": NOW},
        {"id": "2", "outcome": "answer", "records": ["makers-lab"], "text": "硬功馆\n硬功馆在创客之家一、二层。"},
    ),
    "chat of its own": (
        {"id": "3", "text": "Where is the museum?", "chat": None, "now": None, "company": None, "more": [1]},
        {"id": "3", "outcome": "answer", "records": ["bowu-museum"]},
    ),
    "company": (
        {"id": "4", "text": "我们能申请展位优惠吗", "now": NOW, "company": "demo-router"},
        {"id": "4", "outcome": "answer", "records": ["booth-discount"]},
    ),
    "small talk": ({"id": "5", "text": "😀"}, {"id": "5", "outcome": "smalltalk", "records": [], "confidence": 0.0}),
    "byte order mark": (b'\xef\xbb\xbf{"id": "6", "text": "\\u786c\\u529f\\u9986\\u5728\\u54ea"}', {"id": "6"}),
    "half of a pair": (
        b'{"id": "\\ud83d", "text": "\\ud83d\\u98df\\u5802\\u5728\\u54ea"}',
        {"id": "\ud83d", "records": ["canteen"]},
    ),
    "no JSON": (b"not json", {"id": None, "error": "not a JSON object: Expecting value: line 1 column 1 (char 0)"}),
    "no object": (b'["id", "text"]', {"id": None, "error": "Input should be a valid dictionary or instance of Line"}),
    "no text": ({"id": "7"}, {"id": None, "error": "text: Field required"}),
    "number for an id": ({"id": 8, "text": "x"}, {"id": None, "error": "id: Input should be a valid string"}),
    "time without an offset": (
        {"id": "9", "text": "x", "now": "2026-11-25T10:00:00"},
        {"id": None, "error": "now: '2026-11-25T10:00:00' lacks its offset, like +08:00"},
    ),
    "time of no calendar": (
        {"id": "10", "text": "x", "now": "9999-12-31T10:00:00+08:00"},
        {"id": None, "error": "now: '9999-12-31T10:00:00+08:00' is not in the years 2000 to 2099"},
    ),
    "another encoding": ('{"id": "11", "text": "食堂"}'.encode("gbk"), {"id": None}),
    "deep nesting": (b"[" * 100_000, {"id": None}),
    "question after faults": (
        {"id": "12", "text": "食堂在哪"},
        {"id": "12", "outcome": "answer", "records": ["canteen"]},
    ),
}


@pytest.fixture(scope="module")
def stream(folder: Path, park_file: Path) -> subprocess.CompletedProcess[bytes]:
    """All lines in one stream, with empty lines between them."""
    written = [line if isinstance(line, bytes) else json.dumps(line).encode() for line, _ in LINES.values()]
    return asked(
        "--jsonl", store=Path(shutil.copy(park_file, folder / "stream.sqlite3")), typed=b"\n\n".join(written) + b"\n"
    )


@pytest.mark.parametrize("number", range(len(LINES)), ids=list(LINES))
def test_line_of_the_stream_has_its_answer_in_order(stream: subprocess.CompletedProcess[bytes], number: int) -> None:
    rows = [json.loads(line) for line in stream.stdout.splitlines()]
    assert len(rows) == len(LINES)
    expected = list(LINES.values())[number][1]
    assert {key: rows[number].get(key) for key in expected} == expected
    keys = {"id", "error"} if expected["id"] is None else {"id", "outcome", "records", "text", "ms", "confidence"}
    assert rows[number].keys() == keys


def test_stream_with_a_fault_exits_with_1_at_its_end(stream: subprocess.CompletedProcess[bytes]) -> None:
    assert (stream.returncode, stream.stderr) == (1, b"")


def test_stream_times_and_scores_its_answers(stream: subprocess.CompletedProcess[bytes]) -> None:
    first = json.loads(stream.stdout.splitlines()[0])
    assert 0 < first["ms"] < 5000
    assert 0.5 <= first["confidence"] <= 1


def test_store_without_records_is_answered_for_and_stays_empty(folder: Path) -> None:
    done = asked("硬功馆晚上开门吗", "--now", NOW, store=folder / "empty.sqlite3")
    assert done.stdout.decode().startswith(LAB)
    with sqlite3.connect(folder / "empty.sqlite3") as store:
        assert store.execute("select count(*) from records").fetchone() == (0,)
        assert store.execute("select count(*) from companies").fetchone() == (0,)


def test_one_question_is_answered_and_explained(folder: Path, park_file: Path) -> None:
    done = asked(
        "硬功馆晚上开门吗", "--now", NOW, "--explain", store=Path(shutil.copy(park_file, folder / "one.sqlite3"))
    )
    assert (done.returncode, done.stderr) == (0, b"")
    told = done.stdout.decode()
    assert told.startswith(LAB)
    explained = told.removeprefix(LAB).splitlines()
    assert explained[0] == "读作：硬功馆晚上开门吗"
    assert re.fullmatch(r"结果：回答（够有把握），把握 [01]\.\d\d", explained[1])
    assert explained[2:5] == ["问的是：开放时间", "时间：'晚上' 18:00–24:00", "候选："]
    assert re.search(r" facility makers-lab：把握 [01]\.", explained[5])


def test_chat_in_the_terminal_goes_on_until_its_end(folder: Path, park_file: Path) -> None:
    typed = "硬功馆晚上开门吗\n\n在哪里\n".encode()
    done = asked("--now", NOW, store=Path(shutil.copy(park_file, folder / "chat.sqlite3")), typed=typed)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == f"> {LAB}> > 硬功馆\n硬功馆在创客之家一、二层。\n> "


def test_store_with_records_is_answered_from(park_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ask", "我们能申请展位优惠吗", "--now", NOW, "--company", "demo-router", "--database", park_url) == 0
    assert capsys.readouterr().out.splitlines()[:2] == ["云栖大会展位优惠", "暂不符合，1 条没达到："]


def test_store_says_which_day_staff_moved(park_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    original, starts = (datetime(2026, 11, day, 5, 30, tzinfo=UTC) for day in (27, 30))
    moved = StoredOccurrence(
        kind="programme",
        record_id="taofu",
        original_at=original,
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
        by_hand=True,
    )

    async def move() -> None:
        async with opened(park_url) as database, database.transaction() as session:
            await registrations.occurrence(session, moved)

    asyncio.run(move())
    assert run("ask", "下次导师日是几号", "--now", NOW, "--database", park_url) == 0
    assert "11月30日（周一） 13:30–14:30" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("now", "fault"),
    [
        ("2026-11-25T10:00:00", "'2026-11-25T10:00:00' lacks its offset, like +08:00"),
        ("tomorrow", "'tomorrow' is no ISO 8601 time, like 2026-11-23T10:00:00+08:00"),
        ("1999-12-31T10:00:00+08:00", "'1999-12-31T10:00:00+08:00' is not in the years 2000 to 2099"),
    ],
)
def test_moment_that_is_none_is_one_line_and_status_1(
    now: str, fault: str, own_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("ask", "食堂几点开", "--now", now) == 1
    assert capsys.readouterr() == ("", f"parkbot: --now: {fault}\n")
    assert list(own_folder.iterdir()) == []


def test_company_that_is_none_is_one_line_and_status_1(park_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("ask", "食堂几点开", "--company", "nobody", "--database", park_url) == 1
    assert capsys.readouterr() == ("", "parkbot: there is no company 'nobody'\n")
