import pytest

from bot.knowledge.formats import csv_file
from bot.knowledge.formats.sheets import by_kind
from bot.knowledge.kinds import KINDS, Facility, Faq, Subsidy
from tests.bot.knowledge.formats.reading import faults, records

FAQ = 'id,question,similar_questions,answer\nwifi,怎么连无线网,"wifi 密码\nHow do I get online",问服务大厅\n'


@pytest.mark.parametrize("name", ["faq.csv", "faqs.csv", "FAQ 2026.csv", "frequent.csv"])
def test_faq_in_one_language_is_read(name: str) -> None:
    (entry,) = records(csv_file.read(name, FAQ.encode()))

    assert isinstance(entry, Faq)
    assert (entry.id, entry.name.zh, entry.answer.zh) == ("wifi", "怎么连无线网", "问服务大厅")
    assert entry.questions == ["wifi 密码", "How do I get online"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16"])
def test_csv_in_other_encodings_is_read(encoding: str) -> None:
    assert records(csv_file.read("faq.csv", FAQ.encode(encoding))) == records(csv_file.read("faq.csv", FAQ.encode()))


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_csv_with_other_delimiters_is_read(delimiter: str) -> None:
    (entry,) = records(csv_file.read("faq.csv", FAQ.replace(",", delimiter).encode()))

    assert entry.id == "wifi"


def test_csv_header_may_be_in_capitals_and_words() -> None:
    (entry,) = records(csv_file.read("faq.csv", b"ID,Question EN,Similar-Questions,Answer_EN\r\na,Why?,,Because.\r\n"))

    assert entry.name.en == "Why?"


@pytest.mark.parametrize("name", ["subsidy.csv", "subsidies.csv", "my subsidies.csv"])
def test_kind_is_that_of_the_file_name(name: str) -> None:
    (subsidy,) = records(csv_file.read(name, b"id,name\nx,X\n"))

    assert isinstance(subsidy, Subsidy)


def test_kind_column_goes_before_the_file_name() -> None:
    content = "kind,id,name_zh,seats,question_zh,answer_zh\nfacility,a,甲,,,\nfaqs,b,,,问,答\n"

    assert [type(record) for record in records(csv_file.read("park.csv", content.encode()))] == [Facility, Faq]


def test_kind_column_rows_are_checked_each_for_its_kind() -> None:
    content = b"kind,id,name,starts\nfacility,a,A,2026-12-03\nshop,b,B,\n"

    assert faults(csv_file.read("all.csv", content)) == [
        f"all.csv, row 3, column kind: 'shop' is no kind of record; there are {', '.join(KINDS)}",
        "all.csv, row 2, column starts: 'facility' has no such column",
    ]


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        (
            "things.csv",
            b"id,name\nx,X\n",
            f"things.csv, row 1: name the file after a kind of record ({', '.join(KINDS)}) or add a column 'kind'",
        ),
        ("faq.csv", b"question,answer\na,b\n", "faq.csv, row 1: there is no column 'id'"),
        (
            "facility.csv",
            b"id,name,ours\nx,X,24h\n",
            "facility.csv, row 1, column ours: there is no such column, did you mean 'hours'?",
        ),
        ("faq.csv", b"id,question,answer,name\n", "faq.csv, row 1, column name: the column stands twice"),
        (
            "faq.csv",
            b"id,question,answer\na,b,c,d\n",
            "faq.csv, row 2, column 4: 'd' stands in a column without a name",
        ),
        (
            "faq.csv",
            b"id,question,answer\na,b,caf\xe9\n",
            "faq.csv, row 2: the encoding is neither UTF-8 nor GB18030: save the file as UTF-8",
        ),
        (
            "faq.csv",
            b'id,question,answer\na,b,c\nb,"c,d\n',
            "faq.csv, row 3: the row cannot be read (unexpected end of data): is a quotation mark missing?",
        ),
        (
            "facility.csv",
            b"id,name,charges\nx,X,amuont: 3\n",
            "facility.csv, row 2, column charges: item 1 has no key 'amuont', did you mean 'amount'?",
        ),
        (
            "facility.csv",
            b"id,name,charges\nx,X,5 yuan\n",
            "facility.csv, row 2, column charges: item 1: '5 yuan' is no 'key: value; key: value'",
        ),
        (
            "facility.csv",
            b"id,name,name_en\nx,X,Y\n",
            "facility.csv, row 2, column name: fill either name or its languages in columns of their own, not both",
        ),
    ],
)
def test_csv_fault_is_named_with_its_place(name: str, content: bytes, found: str) -> None:
    assert faults(csv_file.read(name, content)) == [found]


def test_csv_with_a_fault_in_the_header_is_read_on() -> None:
    found = list(csv_file.read("facility.csv", b"id,name,ours,charges\nx,X,24h,oops\n"))

    assert [fault.partition(":")[0] for fault in faults(found)] == [
        "facility.csv, row 1, column ours",
        "facility.csv, row 2, column charges",
    ]


def test_csv_empty_rows_and_columns_are_passed_over() -> None:
    (entry,) = records(csv_file.read("faq.csv", b"\n,,,\nid,question,answer,\n,,,\na,b,c,\n , ,,\n"))

    assert entry.id == "a"


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf"])
def test_csv_without_anything_holds_no_records(content: bytes) -> None:
    assert list(csv_file.read("faq.csv", content)) == []


def test_csv_is_written_for_excel() -> None:
    entry = Faq.model_validate({"id": "a", "name": "=1+1", "answer": "是，的"})
    (sheet,) = [sheet for sheet in by_kind([entry]) if sheet.rows]

    content = csv_file.write(sheet)

    assert content.startswith(b"\xef\xbb\xbf")
    assert content.decode("utf-8-sig").splitlines()[1].startswith("a,,'=1+1,")


def test_faq_fifteen_thousand_similar_questions_in_one_cell_are_read() -> None:
    similar = "\n".join(f"第{number}种问法" for number in range(15_000))

    (entry,) = records(csv_file.read("faq.csv", f'id,question,similar_questions,answer\na,b,"{similar}",c\n'.encode()))

    assert len(entry.questions) == 15_000
