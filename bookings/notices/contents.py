"""What one letter says, before it is written out: its words, its private page, its files."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bookings.notices.particulars import one_line

# A name that reads like an address is not repeated in a greeting: nobody sends strangers to a
# page of theirs by typing it where a name belongs.
LIKE_AN_ADDRESS = re.compile(r"[/:@]|www\.|\.\w{2,}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a letter."""

    name: str
    content: bytes
    mimetype: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What one letter says: the words of its templates, and the path of its private page if any.

    `further_paths` are private too, each by the word under which the templates link to it.
    `template` is the name of its three templates where it is not that of the notice's kind.
    """

    words: Mapping[str, Any]
    private_path: str = ""
    attachments: tuple[Attachment, ...] = ()
    reply_to: str = ""
    template: str = ""
    further_paths: Mapping[str, str] = field(default_factory=dict)


def name_to_print(name: str) -> str:
    """`name` on one line as a letter may print it; empty where it reads like an address."""
    name = one_line(name)
    return "" if LIKE_AN_ADDRESS.search(name) else name
