"""An uploaded list as text, however a spreadsheet wrote it; whatever is no text is refused."""

import codecs
import unicodedata

MOST_BYTES = 200_000

ENDINGS = (".csv", ".txt", ".tsv")

LINE_MARKS = frozenset("\t\n\r\f\v\ufeff")

# Control characters, code points without a character, private ones, halves of a pair.
UNREADABLE = frozenset({"Cc", "Cn", "Co", "Cs"})


class NotText(ValueError):
    """The file holds something else than text."""


def text_of(content: bytes) -> str:
    """`content` as text: UTF-8, UTF-16 or Latin-1, with or without a byte order mark.

    Raises NotText for pictures, spreadsheets and whatever else is no plain text.
    """
    try:
        text = content.decode(_encoding(content)).lstrip("\ufeff")
    except UnicodeDecodeError as unreadable:
        raise NotText from unreadable
    if any(unicodedata.category(sign) in UNREADABLE for sign in set(text) - LINE_MARKS):
        raise NotText
    return text


def _encoding(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if 0 in content:
        # Commas, line ends and addresses are ASCII: in UTF-16 each has an empty byte beside it.
        return "utf-16-le" if content[1::2].count(0) >= content[::2].count(0) else "utf-16-be"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        # What spreadsheets call Latin-1 has quotes and the euro where Latin-1 has controls.
        return "cp1252" if not set(content) & set(b"\x81\x8d\x8f\x90\x9d") else "latin-1"
    return "utf-8"
