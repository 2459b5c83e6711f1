"""parkbot evaluate on small stores, as a park officer runs it."""

import asyncio
import re
from datetime import timedelta
from pathlib import Path

import pytest

from bot.answering.fitting import background
from bot.clock import SystemClock
from bot.knowledge.kinds import Record
from bot.knowledge.store import publish
from storage import chats, exchanges
from storage.database import opened
from tests.bot.records import facility, faq
from tests.bot.small_park import RECORDS
from tests.commands import run
from tests.factories import exchange

NOW = SystemClock().now()
COUNT = re.compile(r" {2}(.+?) {2,}(\d+) of +(\d+) +([\d.]+)%")


@pytest.fixture(autouse=True)
def _quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of what no record answers, a few questions do."""
    monkeypatch.setattr(background, "_texts", lambda: ("园区里有游泳池吗", "where is the swimming pool", "能洗澡吗"))


@pytest.fixture
def url(own_folder: Path, sqlite_url: str) -> str:
    """A migrated store, where no setting is made."""
    return sqlite_url


def fill(url: str, *records: Record) -> None:
    async def filled() -> None:
        async with opened(url) as database:
            await publish(database, list(records), replace=True, clock=SystemClock())

    asyncio.run(filled())


def ask(url: str, *questions: tuple[str, str, int]) -> None:
    """Questions as they were asked: text, outcome, how many days ago."""

    async def asked() -> None:
        async with opened(url) as database, database.transaction() as session:
            await chats.upsert(session, 5, "private", NOW)
            for number, (text, outcome, days) in enumerate(questions):
                at = NOW - timedelta(days=days)
                await exchanges.put(session, exchange(message_id=number, question=text, outcome=outcome, at=at))

    asyncio.run(asked())


def told(url: str, capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    capsys.readouterr()
    assert run("evaluate", "--database", url, *options) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out.splitlines()


def below(title: str, lines: list[str]) -> list[str]:
    """The rows of a list, with the count beside its title first."""
    (at,) = [number for number, line in enumerate(lines) if line.startswith(title)]
    rest = lines[at + 1 :]
    return [lines[at].rpartition(": ")[2], *rest[: rest.index("") if "" in rest else len(rest)]]


def test_small_park_is_told_how_good_its_knowledge_is(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    fill(url, *RECORDS)
    lines = told(url, capsys)
    assert re.fullmatch(r"5 records with 30 sample questions; \d\d asked\.", lines[0])
    assert lines[1:3] == ["", "Questions held out of their record, asked of the rest"]
    counts = {
        match[1]: (int(match[2]), int(match[3]), float(match[4])) for line in lines if (match := COUNT.fullmatch(line))
    }
    assert list(counts) == [
        "their record comes first",
        "it is among the first three",
        "sure enough, and right",
        "sure enough, and wrong",
        "handed to people",
    ]
    first, three, right, wrong, refused = counts.values()
    assert right[0] <= first[0] <= three[0] <= three[1]
    assert right[0] + wrong[0] <= three[1]
    assert refused[1] == 30
    assert int(lines[0].split()[-2]) == three[1] + refused[1]
    for count, of, share in counts.values():
        assert share == round(100 * count / of, 1)
    assert below("Records with fewer than 5 sample questions", lines) == ["none"]
    assert below("Refused in the last 30 days", lines) == ["none"]


def test_same_store_is_told_the_same(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    fill(url, *RECORDS)
    assert told(url, capsys) == told(url, capsys)


def test_records_that_are_asked_alike_collide(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    alike = ["哪里能录播客", "录播客的地方怎么走", "想录一期播客", "录播客要预约吗", "播客在哪里录", "能录播客吗"]
    rooms = [
        facility(id=name, name={"zh": text, "en": name}, questions=[f"{one}{end}" for one in alike])
        for name, text, end in (("maple", "枫叶间", "呀"), ("ginkgo", "银杏间", "呢"), ("bamboo", "竹林间", "吧"))
    ]
    fill(url, *RECORDS, *rooms)
    lines, names = told(url, capsys), "(maple|ginkgo|bamboo)"
    collisions = below("Records that collide", lines)
    assert int(collisions[0]) == len(collisions) - 1 > 0
    assert re.fullmatch(rf"  facility {names} taken for facility {names}: \d times, as in “.*播客.*”", collisions[1])
    unfound = below("Records that nothing would find", lines)
    assert re.fullmatch(rf"  facility {names}: [012] of \d questions found it", unfound[1])


def test_records_with_few_questions_are_named(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    fill(url, *RECORDS, facility(), faq(answer={"zh": "能"}, questions=["养猫行不行", "猫能带来吗"]))
    lines = told(url, capsys)
    assert below("Records with fewer than 5 sample questions", lines) == [
        "2",
        "  facility library: 0 sample questions",
        "  faq cats: 2 sample questions",
    ]


def test_questions_that_were_refused_lately_are_told_the_most_frequent_first(
    url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(url, *RECORDS)
    ask(
        url,
        ("能养猫吗", "handover", 1),
        ("有泳池吗", "handover", 2),
        ("有泳池吗", "choose", 29),
        ("有泳池吗", "answer", 3),
        ("去年的事", "handover", 31),
        ("你好", "smalltalk", 1),
    )
    assert below("Refused in the last 30 days", told(url, capsys)) == ["2", "  2× “有泳池吗”", "  1× “能养猫吗”"]


def test_long_lists_are_cut_and_say_so(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    fill(url, *RECORDS, *(facility(id=f"room-{number}", name={"zh": f"{number}室"}) for number in range(1, 5)))
    thin = below("Records with fewer than 5 sample questions", told(url, capsys, "--rows", "3"))
    assert thin[0] == "4"
    assert thin[1:] == [
        *(f"  facility room-{number}: 0 sample questions" for number in (1, 2, 3)),
        "  … and 1 more (--rows shows more)",
    ]


def test_records_that_are_not_in_force_are_not_asked_about(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    past = facility(id="tent", questions=[f"帐篷{number}" for number in range(6)], valid_until="2020-01-01")
    fill(url, *RECORDS, past)
    lines = told(url, capsys)
    assert lines[0].startswith("5 records with 30 sample questions;")
    assert not any("tent" in line for line in lines)


def test_park_of_few_records_leaves_none_out(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    fill(url, *RECORDS[:2])
    lines = told(url, capsys)
    assert lines[0] == "2 records with 12 sample questions; 12 asked."
    assert "  handed to people                 none asked" in lines


@pytest.mark.parametrize("records", [(), (facility(),)])
def test_store_without_questions_is_refused_in_one_line(
    records: tuple[Record, ...], url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(url, *records)
    capsys.readouterr()
    assert run("evaluate", "--database", url) == 1
    fault = "The knowledge holds no sample questions to evaluate it by: add some to its records."
    assert capsys.readouterr() == ("", f"parkbot: {fault}\n")


def test_no_rows_are_refused(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("evaluate", "--database", url, "--rows", "0") == 2
    assert "Invalid value for '--rows'" in capsys.readouterr().err
