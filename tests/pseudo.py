"""A language in which every message stands between ⟦ and ⟧, and who reads what stands outside.

What a reader sees and no bracket holds did not come through gettext.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from typing import Any

from django.apps import apps
from django.conf import settings
from django.db.models import CharField, JSONField, TextField
from django.test import override_settings
from django.utils import translation
from django.utils.translation import trans_real

LANGUAGE = "eo"
"""Any language that Django has formats for and this site has no words in."""

CONTEXT = "\x04"
READ_ALOUD = ("alt", "aria-label", "title", "placeholder", "content", "data-local")
UNREAD = {"script", "style", "code"}


class Pseudo(trans_real.DjangoTranslation):
    """Every message as it stands in the code, between brackets."""

    def gettext(self, message: str) -> str:
        return f"⟦{message.rpartition(CONTEXT)[2]}⟧"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@contextmanager
def spoken() -> Iterator[None]:
    """The whole site, letters included, in the language of brackets."""
    languages = [(LANGUAGE, "⟦Brackets⟧"), ("de", "⟦German⟧")]
    with override_settings(LANGUAGES=languages, LANGUAGE_CODE=LANGUAGE):
        _loaded()[LANGUAGE] = Pseudo(LANGUAGE)
        try:
            with translation.override(LANGUAGE):
                yield
        finally:
            _loaded().clear()


def _loaded() -> dict[str, trans_real.DjangoTranslation]:
    """Django's catalogues in this process, by language."""
    loaded: dict[str, trans_real.DjangoTranslation] = vars(trans_real)["_translations"]
    return loaded


class Visible(HTMLParser):
    """Collects what a page says, to the eye or read aloud, outside all brackets."""

    def __init__(self) -> None:
        super().__init__()
        self.outside: list[str] = []
        self._depth = 0
        self._unread: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        # What names its own language is meant for readers of that one.
        if tag in UNREAD or (tag != "html" and "lang" in named):
            self._unread.append(tag)
        if tag == "meta" and named.get("name") != "description":
            return
        for name in READ_ALOUD:
            self.outside += outside(named.get(name) or "")[0]

    def handle_endtag(self, tag: str) -> None:
        if self._unread and tag == self._unread[-1]:
            self._unread.pop()

    def handle_data(self, data: str) -> None:
        if not self._unread:
            found, self._depth = outside(data, self._depth)
            self.outside += found


def outside(text: str, depth: int = 0) -> tuple[list[str], int]:
    """The pieces of `text` that have letters and stand in no bracket, and how deep it ends."""
    pieces = [""]
    for character in text:
        if character == "⟦":
            depth += 1
            pieces.append("")
        elif character == "⟧":
            depth -= 1
        elif depth == 0:
            pieces[-1] += character
    return [" ".join(one.split()) for one in pieces if re.search(r"[^\W\d_]{2}", one)], depth


def outside_of_page(html: str) -> list[str]:
    """What a page says outside all brackets."""
    reader = Visible()
    reader.feed(html)
    reader.close()
    return reader.outside


def data_of_the_studio() -> set[str]:
    """Every text that the studio or its clients wrote, line by line: it is shown as it is."""
    found = set[str]()
    for model in apps.get_app_config("bookings").get_models():
        fields = [
            one.name
            for one in model._meta.concrete_fields
            if isinstance(one, (CharField, TextField, JSONField))
        ]
        for row in model._base_manager.values_list(*fields):
            for value in row:
                found |= set(_texts(value))
    return found | {settings.SITE_URL}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from (" ".join(line.split()) for line in value.splitlines())
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from _texts(one)
