import pytest

from bot.knowledge.formats import yaml_file
from bot.knowledge.kinds import KINDS, Facility, Faq, Park, Programme
from tests.bot.knowledge.formats.reading import faults, records

KINDS_LISTED = ", ".join(KINDS)


def test_yaml_mapping_of_kinds_is_read() -> None:
    content = """
park: {id: park, name: Yunqi Town}
facilities:
  - {id: lab, name: {zh: 硬功馆}, free: yes, hours: 24h}
faq: []
"""

    park, lab = records(yaml_file.read("all.yaml", content.encode()))

    assert isinstance(park, Park)
    assert lab == Facility.model_validate({"id": "lab", "name": {"zh": "硬功馆"}, "free": True, "hours": "24h"})


def test_yaml_list_is_of_the_kind_of_the_file_name() -> None:
    (entry,) = records(yaml_file.read("folder/faqs.yml", "- {id: a, name: 问, answer: 答}".encode("gb18030")))

    assert isinstance(entry, Faq)


def test_yaml_values_mean_what_the_fields_say() -> None:
    content = b"""
- id: 2027
  name: no
  summary:
  source: ~
  first_day: 2026-11-27
  starts_at: 13:30
  ends_at: 17:30
  slot_minutes: 15
  closes_days_before: 3
  closes_at: 18:00
  questions: [12:30, 0571, null word]
"""

    (programme,) = records(yaml_file.read("programmes.yaml", content))

    assert isinstance(programme, Programme)
    assert (programme.id, programme.name.en, programme.summary, programme.source) == ("2027", "no", None, "")
    assert (programme.first_day.isoformat(), programme.starts_at.isoformat("minutes")) == ("2026-11-27", "13:30")
    assert programme.questions == ["12:30", "0571", "null word"]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("faq: [\n- a", "a.yaml, line 2: this is no YAML: did not find expected node content"),
        ("park: {}\n---\nfaq: []", "a.yaml, line 2: this is no YAML: but found another document"),
        (
            "faq: \x01",
            "a.yaml: this is no YAML: control characters are not allowed (5 characters from its start)",
        ),
        ("nothing", f"a.yaml, line 1: there should be kinds of record here ({KINDS_LISTED}), each with a list"),
        (
            "park: []\nfacilty: []",
            f"a.yaml, line 2: 'facilty' is no kind of record; there are {KINDS_LISTED}, did you mean 'facility'?",
        ),
        ("faq:\n  - a", "a.yaml, line 2: a record of kind 'faq' should stand here, with its fields"),
        ("faq:\n  - {id: a, name: b, answer: c, id: d}", "a.yaml, line 2: 'id' stands twice"),
        (
            "park: {id: a, name: &n {zh: 甲}, former_name: *n}",
            "a.yaml, line 1: repeating a part by & and * is not understood here: write it out",
        ),
    ],
)
def test_yaml_fault_is_named_with_its_line(content: str, found: str) -> None:
    assert faults(yaml_file.read("a.yaml", content.encode())) == [found]


def test_yaml_in_another_encoding_is_a_fault() -> None:
    assert faults(yaml_file.read("a.yaml", b"park:\n  id: caf\xe9\n")) == [
        "a.yaml, line 2: the encoding is neither UTF-8 nor GB18030: save the file as UTF-8"
    ]


@pytest.mark.parametrize("content", [b"", b"# nothing yet\n", b"faq:\n"])
def test_yaml_without_anything_holds_no_records(content: bytes) -> None:
    assert list(yaml_file.read("a.yaml", content)) == []
