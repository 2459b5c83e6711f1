import pytest

from bot.knowledge.formats.encoding import EncodingError, decode

TEXT = "id,question,answer\nwifi,无线网怎么连？,连 Yunqi-Tenant，用园区卡号登录。\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
def test_encoding_is_recognised(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize(
    "content",
    [
        b"id,question\n1,caf\xe9 au lait\n",
        b"id,question\n1,na\xefve d\xe9j\xe0\n",
        "id,question\n1,无线网怎么连\n".encode()[:-2] + b"\n",
        "id,question\n1,無線網路怎麼連\n".encode("big5"),
        b"id,question\n\xff\xff\xff\xff",
    ],
)
def test_encoding_of_another_kind_is_named_with_its_row(content: bytes) -> None:
    with pytest.raises(EncodingError, match="neither UTF-8 nor GB18030") as fault:
        decode(content)

    assert fault.value.row == 2
