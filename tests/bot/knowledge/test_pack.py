from pathlib import Path

import pytest

from bot.knowledge import pack
from bot.knowledge.faults import ImportRejected
from bot.knowledge.kinds import KINDS, Facility, Record


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the current one."""
    monkeypatch.chdir(tmp_path)
    return Path()


def rejected(*paths: Path, beside: list[Record] | None = None) -> list[str]:
    with pytest.raises(ImportRejected) as rejection:
        pack.read(paths, beside or [])
    return [str(fault) for fault in rejection.value.faults]


def facility(record_id: str, **given: str) -> Record:
    return Facility.model_validate({"id": record_id, "name": record_id.upper(), **given})


def test_read_folder_with_every_kind_of_file(folder: Path) -> None:
    (folder / "faq.csv").write_text("id,question,answer\nwhy,为什么,因为\n", encoding="gb18030")
    (folder / "facility.yaml").write_text("facility: [{id: a, name: A}, {id: b, name: B, part_of: a}]")
    (folder / "~$faq.csv").write_bytes(b"locked by Excel")
    (folder / "README.md").write_text("not knowledge")

    assert [(record.kind, record.id) for record in pack.read([folder])] == [
        ("facility", "a"),
        ("facility", "b"),
        ("faq", "why"),
    ]


def test_read_faults_of_all_files_are_told_together(folder: Path) -> None:
    (folder / "a.yaml").write_text("facility: [{id: a, name: A, hours: late}]")
    (folder / "faq.csv").write_text("id,question,answer\nx,,b\nx,a,b\n")
    (folder / "notes.txt").write_text("")

    assert rejected(folder / "a.yaml", folder / "faq.csv", folder / "notes.txt", folder / "no.csv") == [
        "a.yaml, line 1, hours: 'late' is no opening time: write it like Mon-Fri 09:00-17:30",
        "faq.csv, row 2, column question_zh: is missing",
        "faq.csv, row 3, column id: faq 'x' stands already in faq.csv, row 2",
        "no.csv: the file cannot be read: No such file or directory",
        "notes.txt: knowledge is read from files that end in .yaml, .yml, .csv, .xlsx",
    ]


def test_read_fault_between_columns_is_named_with_its_row(folder: Path) -> None:
    (folder / "events.csv").write_text("id,name,starts,ends\na,A,2026-12-03 14:00,2026-12-03 13:00\n")

    assert rejected(folder) == ["events.csv, row 2: ends must be after starts"]


def test_read_empty_folder_is_a_fault(folder: Path) -> None:
    (folder / "park").mkdir()

    assert rejected(folder / "park") == ["park: the folder holds no file that ends in .yaml, .yml, .csv, .xlsx"]


def test_read_references_that_lead_nowhere_are_faults(folder: Path) -> None:
    (folder / "all.yaml").write_text(
        """
park: {id: park, name: P, service_hall: hall, buildings: [{id: b1, name: B}], closed_on_holidays: [a, c]}
alliance: {id: al, name: A, members: [{id: foxconn, name: F}]}
subsidy: {id: s, name: S, deadline_before: {days: 60, event: fair}}
facility: {id: a, name: A, building: b2, part_of: x, booking: {lead_days: 1, through: desk}}
event: {id: e, name: E, starts: 2026-12-03, ends: 2026-12-04, place: aa, host: foxcon}
faq: {id: f, name: F, answer: F, about: [a, b1, e]}
programme: {id: p, name: P, first_day: 2026-11-27, starts_at: 13:30, ends_at: 17:30, slot_minutes: 15,
  closes_days_before: 3, closes_at: 18:00, mentors: [foxconn, taobao]}
""".lstrip()
    )

    assert rejected(folder) == [
        "all.yaml, line 1, closed_on_holidays: there is no facility 'c'",
        "all.yaml, line 1, service_hall: there is no facility 'hall'",
        "all.yaml, line 3, deadline_before.event: there is no event 'fair'",
        "all.yaml, line 4, booking.through: there is no facility 'desk'",
        "all.yaml, line 4, building: there is no building 'b2'",
        "all.yaml, line 4, part_of: there is no facility 'x'",
        "all.yaml, line 5, host: there is no member 'foxcon', did you mean 'foxconn'?",
        "all.yaml, line 5, place: there is no facility 'aa', did you mean 'a'?",
        "all.yaml, line 6, about: there is no record 'b1'",
        "all.yaml, line 8, mentors: there is no member 'taobao'",
    ]


def test_read_references_to_records_that_stay_are_right(folder: Path) -> None:
    (folder / "facility.csv").write_text("id,name,part_of\nb,B,a\n")

    assert [record.id for record in pack.read([folder], beside=[facility("a")])] == ["b"]


def test_read_references_to_records_with_other_faults_are_no_faults(folder: Path) -> None:
    (folder / "facility.csv").write_text("id,name,part_of,hours\na,A,,late\nb,B,a,\n")

    (fault,) = rejected(folder)

    assert fault.startswith("facility.csv, row 2, column hours: ")


def test_read_records_that_stay_must_not_lose_what_they_speak_of(folder: Path) -> None:
    (folder / "alliance.yaml").write_text("alliance: {id: al, name: A, members: [{id: taobao, name: T}]}")
    members = [{"id": "foxconn", "name": "F"}]
    alliance = KINDS["alliance"].model_validate({"id": "al", "name": "A", "members": members})
    times = {"starts": "2026-12-03", "ends": "2026-12-04"}
    hosted = KINDS["event"].model_validate({"id": "e", "name": "E", "host": "foxconn", "place": "lost", **times})

    assert rejected(folder, beside=[alliance, hosted]) == ["event 'e' in the store, host: there is no member 'foxconn'"]


def test_demonstration_is_read_once_and_its_list_is_the_callers_own() -> None:
    first = pack.demonstration()
    count = len(first)
    first.clear()

    assert len(pack.demonstration()) == count > 50
