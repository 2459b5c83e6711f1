from pathlib import Path

import pytest

from bot.cli import main
from bot.knowledge import pack

FACILITIES = "id,name_zh,part_of\nhall,大厅,\ndesk,柜台,hall\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path()


def run(*arguments: str | Path, store: str = "sqlite:///store.sqlite3") -> int:
    with pytest.raises(SystemExit) as end:
        main([*map(str, arguments), "--database", store])
    return int(end.value.code or 0)


def test_import_reports_every_row(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "facility.csv").write_text(FACILITIES)
    assert run("import", "facility.csv") == 0
    (folder / "facility.csv").write_text("id,name_zh\nhall,服务大厅\nroom,会议室\n")
    capsys.readouterr()

    assert run("import", "facility.csv", "--replace") == 0

    assert capsys.readouterr().out.splitlines() == [
        "added      facility   room",
        "updated    facility   hall",
        "retired    facility   desk",
        "1 added, 1 updated, 0 unchanged, 1 retired; the knowledge is at revision 2.",
    ]


def test_import_with_faults_tells_all_and_changes_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "facility.csv").write_text(FACILITIES)
    run("import", "facility.csv")
    (folder / "bad.yaml").write_text("facility: [{id: room, name: Room, hours: late, part_of: attic}]")
    capsys.readouterr()

    assert run("import", "bad.yaml") == 1

    assert capsys.readouterr().err.splitlines() == [
        "bad.yaml, line 1, hours: 'late' is no opening time: write it like Mon-Fri 09:00-17:30",
        "bad.yaml, line 1, part_of: there is no facility 'attic'",
        "parkbot: Nothing was imported; faults found: 2.",
    ]
    run("export", "after.yaml")
    assert [record.id for record in pack.read([folder / "after.yaml"])] == ["hall", "desk"]


def test_import_of_many_faults_stops_telling(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "faq.csv").write_text("id,question,answer\n" + "".join(f"q{row},a,\n" for row in range(150)))

    assert run("import", "faq.csv") == 1

    told = capsys.readouterr().err.splitlines()
    assert told[-2:] == ["... and 50 more", "parkbot: Nothing was imported; faults found: 150."]
    assert len(told) == 102


def test_import_to_replace_all_by_nothing_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "faq.csv").write_text("id,question,answer\n")

    assert run("import", "faq.csv", "--replace") == 1

    assert "The files hold no records" in capsys.readouterr().err


def test_export_of_an_empty_store_is_refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export", "out.xlsx") == 1

    assert "The store holds no records yet" in capsys.readouterr().err
    assert not (folder / "out.xlsx").exists()


def test_export_template_needs_no_records(folder: Path) -> None:
    assert run("export", "--template", "empty.xlsx") == 0

    assert pack.read([folder / "empty.xlsx"]) == []


def test_import_of_fifteen_thousand_questions(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    similar = ["\n".join(f"第{entry}件事的第{way}种问法" for way in range(100)) for entry in range(150)]
    rows = "".join(f'q{entry},问{entry},"{questions}",答{entry}\n' for entry, questions in enumerate(similar))
    (folder / "faq.csv").write_text(f"id,question,similar_questions,answer\n{rows}")

    assert run("import", "faq.csv") == 0

    assert capsys.readouterr().out.endswith(
        "150 added, 0 updated, 0 unchanged, 0 retired; the knowledge is at revision 1.\n"
    )
    assert sum(len(record.questions) for record in pack.read([folder / "faq.csv"])) == 15_000
