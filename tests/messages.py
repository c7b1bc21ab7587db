"""The catalogues of `locale/`: `python -m tests.messages` (`make messages`) brings them up to
the code, and `split` and `join` hand them to several translators.

Messages are read from Python and from templates, merged into each language's `django.po`, and
compiled to the `django.mo` that the site reads. Babel does it, so nobody needs GNU gettext.
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "locale"
CODE = ("guidance", "bookings", "studio")
TEMPLATES = ROOT / "templates"
TEMPLATE_ENDINGS = {".html", ".txt"}

PLAIN = ("_", "gettext", "gettext_lazy", "gettext_noop")
KEYWORDS: dict[str, Any] = {
    **dict.fromkeys(PLAIN),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
    **dict.fromkeys(("npgettext", "npgettext_lazy"), ((1, "c"), 2, 3)),
}
HEADER = "# Catchlight. How to translate is told in docs/translating.md."


class House(Catalog):
    """A catalogue whose head says nothing that changes with the run: same messages, same bytes."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        return [
            ("Project-Id-Version", "Catchlight"),
            ("Language", str(self.locale_identifier)),
            ("Plural-Forms", self.plural_forms),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit\n"),
        ]


def messages_of_the_code() -> Catalog:
    """Every message of the code, with the files it stands in, in the order of the house."""
    found = Catalog(charset="utf-8")
    for path in _sources():
        name = path.relative_to(ROOT).as_posix()
        for _line, message, comments, context in _messages_in(path):
            found.add(message, locations=[(name, 0)], auto_comments=comments, context=context)
    return found


def catalogue(language: str) -> House:
    """The catalogue of `language` as it stands; empty where there is none yet."""
    house = _empty(language)
    if po_path(language).exists():
        with po_path(language).open("rb") as file:
            for message in messages(read_po(file, locale=language, charset="utf-8")):
                house[message.id] = message
    return house


def merged(language: str, code: Catalog) -> House:
    """The catalogue of `language` with exactly the messages of `code`.

    A new message takes the translation of one that reads nearly the same, marked as fuzzy.
    """
    known = catalogue(language)
    known.update(code)
    known.obsolete.clear()
    flags = {(one.context, one.id): one.flags for one in messages(code)}
    for message in messages(known):
        # Near to a message that had no words itself is no doubt but a gap.
        doubt = {"fuzzy"} if message.fuzzy and is_translated(message) else set()
        message.flags = flags[message.context, message.id] | doubt
        if not is_translated(message):
            message.string = ("",) * known.num_plurals if message.pluralizable else ""
    return known


def messages(catalogue: Catalog) -> list[Message]:
    """The messages of a catalogue, without its head."""
    return [message for message in catalogue if message.id]


def as_po(catalogue: House) -> bytes:
    """The catalogue as people edit it."""
    file = io.BytesIO()
    write_po(file, catalogue, width=100, include_lineno=False)
    return file.getvalue()


def as_mo(catalogue: House) -> bytes:
    """The catalogue as the site reads it, without what is not or only fuzzily translated."""
    file = io.BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def po_path(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def mo_path(language: str) -> Path:
    return po_path(language).with_suffix(".mo")


def languages() -> list[str]:
    """The languages that have a catalogue."""
    return sorted(path.parent.parent.name for path in LOCALE.glob("*/LC_MESSAGES/django.po"))


def _sources() -> Iterator[Path]:
    for folder in CODE:
        yield from sorted((ROOT / folder).rglob("*.py"))
    yield from sorted(one for one in TEMPLATES.rglob("*") if one.suffix in TEMPLATE_ENDINGS)


def _messages_in(path: Path) -> Iterator[Any]:
    source = path.read_text()
    if path.suffix in TEMPLATE_ENDINGS:
        # Django gives the template as Python with everything else crossed out; in brackets the
        # indentation of the page means nothing.
        source = f"(\n{templatize(source, origin=str(path))}\n)"
    yield from extract(
        "python", io.BytesIO(source.encode()), KEYWORDS, ["Translators:"],
        options={"encoding": "utf-8"}, strip_comment_tags=True,
    )  # fmt: skip


def main(arguments: list[str]) -> None:
    """No arguments: bring every catalogue up to the code.

    `begin de`: begin a language. `split de 4 FOLDER`: what has no words yet, or doubtful ones, in
    four files of even length. `join de FILE…`: take the words of such files over.
    """
    match arguments:
        case []:
            update(languages())
        case ["begin", language]:
            update([language])
        case ["split", language, parts, folder]:
            split(language, int(parts), Path(folder))
        case ["join", language, *files]:
            join(language, [Path(file) for file in files])
        case _:
            sys.exit(main.__doc__)


def update(names: list[str]) -> None:
    code = messages_of_the_code()
    for language in names:
        _write(merged(language, code))


def split(language: str, parts: int, folder: Path) -> None:
    """Files `de-1.po` … in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, part in enumerate(parts_of(catalogue(language), parts), 1):
        path = folder / f"{language}-{number}.po"
        path.write_bytes(as_po(part))
        print(f"{path}: {len(messages(part))} messages, {sum(map(_words, messages(part)))} words")


def join(language: str, files: list[Path]) -> None:
    """Take over the words of `files`, and write the catalogue."""
    house = catalogue(language)
    for file in files:
        with file.open("rb") as opened:
            take_over(house, read_po(opened, locale=language, charset="utf-8"))
    _write(house)


def parts_of(house: House, parts: int) -> list[House]:
    """What is not settled, in so many catalogues of even length; neighbours stay neighbours."""
    wanting = [one for one in messages(house) if not is_settled(one)]
    whole, passed = sum(map(_words, wanting)), 0
    found = [_empty(str(house.locale_identifier)) for _number in range(parts)]
    for message in wanting:
        found[min(passed * parts // whole, parts - 1)][message.id] = message
        passed += _words(message)
    return found


def take_over(house: House, part: Catalog) -> None:
    """The settled messages of `part`; what the code no longer says is left out."""
    for message in messages(part):
        known = house.get(message.id, context=message.context)
        if known is not None and is_settled(message):
            known.string = message.string
            known.flags.discard("fuzzy")


def is_translated(message: Message) -> bool:
    """Whether every form of a message has words."""
    forms = message.string if isinstance(message.string, tuple) else (message.string,)
    return all(forms)


def is_settled(message: Message) -> bool:
    """Whether a message has words, and none in doubt."""
    return is_translated(message) and not message.fuzzy


def _empty(language: str) -> House:
    return House(locale=language, charset="utf-8", header_comment=HEADER, fuzzy=False)


def _words(message: Message) -> int:
    forms = (message.id,) if isinstance(message.id, str) else message.id
    return len(" ".join(forms).split())


def _write(house: House) -> None:
    language = str(house.locale_identifier)
    po_path(language).parent.mkdir(parents=True, exist_ok=True)
    po_path(language).write_bytes(as_po(house))
    mo_path(language).write_bytes(as_mo(house))
    every = messages(house)
    wanting = sum(not is_translated(message) for message in every)
    fuzzy = sum(message.fuzzy for message in every)
    print(f"{language}: {len(every)} messages, {wanting} without words, {fuzzy} fuzzy")


if __name__ == "__main__":
    main(sys.argv[1:])
