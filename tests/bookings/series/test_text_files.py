"""Whatever a spreadsheet saves as text is read; whatever is no text is refused."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bookings.series.text_files import NotText, text_of

LIST = "Name;E-Mail\r\nZoë Müller;zoe@example.com\r\nÅsa Ö;asa@example.com\r\n"


@pytest.mark.parametrize(
    "content",
    [
        LIST.encode(),
        LIST.encode("utf-8-sig"),
        LIST.encode("utf-16"),
        codecs.BOM_UTF16_BE + LIST.encode("utf-16-be"),
        LIST.encode("utf-16-le"),
        LIST.encode("utf-16-be"),
        LIST.encode("latin-1"),
    ],
    ids=["utf-8", "utf-8 bom", "utf-16", "utf-16be bom", "utf-16le", "utf-16be", "latin-1"],
)
def test_each_way_to_save_a_list_is_read_alike(content: bytes) -> None:
    assert text_of(content) == LIST


def test_typographic_quotes_of_old_spreadsheets_are_read() -> None:
    assert text_of("Siân O’Neill; €".encode("cp1252")) == "Siân O’Neill; €"


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x04\x00",
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00A7\x82\xcf",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nstream\n\x01\x02\n",
        b"\xff\xfeA",
        bytes(range(256)),
    ],
    ids=["picture", "spreadsheet", "pdf", "half a character", "every byte"],
)
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(NotText):
        text_of(content)


@given(st.binary(max_size=400))
def test_whatever_is_uploaded_is_text_or_refused(content: bytes) -> None:
    try:
        text = text_of(content)
    except NotText:
        return
    assert not {sign for sign in text if ord(sign) < 9}


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=80))
def test_what_was_typed_comes_back(text: str) -> None:
    assert text_of(text.encode("utf-8-sig")) == text.lstrip("\ufeff")
    assert text_of(text.encode("utf-16")) == text.lstrip("\ufeff")
