"""Pages as PDF files: written whole, and without asking for anything."""

import pytest

from bookings.briefs import pdf

pytestmark = pytest.mark.skipif(
    not pdf.is_available(), reason="PDF files need WeasyPrint and Pango, which are not here."
)


def test_a_page_becomes_a_file() -> None:
    written = pdf.write("<h1>Call sheet</h1>", "h1 { color: black }")

    assert written.startswith(b"%PDF-")


@pytest.mark.parametrize(
    "asking",
    [
        '<img src="http://127.0.0.1:9/picture.png">',
        '<img src="file:///etc/hostname">',
        '<link rel="stylesheet" href="http://127.0.0.1:9/style.css">',
    ],
)
def test_a_page_that_asks_for_a_file_is_refused(asking: str) -> None:
    with pytest.raises(pdf.AskedForFile):
        pdf.write(asking, "")


def test_styles_that_ask_for_a_file_are_refused() -> None:
    with pytest.raises(pdf.AskedForFile):
        pdf.write("<p>Words</p>", "p { background: url('file:///etc/hostname') }")
