"""A pasted list or a CSV file of people, read line by line; every fault is told at once."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

NAME_LENGTH = 120
MOST_LINES = 500
LINE_LENGTH = 500
HEADINGS = frozenset({"name", "e-mail", "email", "mail"})


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the list; the address may be missing."""

    name: str
    email: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What two lines about the same person have in common, however they are written."""
        return self.name.casefold(), self.email.casefold()


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with one line, counted from one, and the line itself."""

    number: int
    line: str
    message: str


def read(listed: str) -> tuple[list[Person], list[Fault]]:
    """The people of `listed` and the faults; `Name, address` or `Name <address>` on each line.

    Commas, semicolons and tabs separate, and a space does before an address; a heading, blank
    lines and a byte order mark are left out. A person who stands there twice is a fault of the
    later line.
    """
    people: list[Person] = []
    faults: list[Fault] = []
    first: dict[tuple[str, str], int] = {}
    for number, line in _lines(listed):
        if number > MOST_LINES:
            faults.append(Fault(number, line, _("The list stops here: 500 lines at most.")))
            break
        if len(line) > LINE_LENGTH:
            faults.append(Fault(number, f"{line[:NAME_LENGTH]}…", _("This line is too long.")))
            continue
        person = _person(line)
        message = _fault(person, line) or _twice(person, first)
        if message:
            faults.append(Fault(number, line, message))
            continue
        first[person.key] = number
        people.append(person)
    return people, faults


def _lines(listed: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(listed.lstrip("\ufeff").splitlines(), start=1):
        if line.strip(" ,;\t") and not (number == 1 and _is_heading(line)):
            yield number, line.strip()


def _is_heading(line: str) -> bool:
    cells = {cell.strip(' "').lower() for cell in re.split(r"[,;\t]", line)}
    return bool(cells & HEADINGS)


def _person(line: str) -> Person:
    if bracketed := re.fullmatch(r"(.*?)\s*<([^<>]*)>", line):
        return Person(bracketed[1].strip(' "'), bracketed[2].strip())
    if spaced := re.fullmatch(r"([^@\t;,]*[^@\s\t;,])\s+([^@\s;,]+@[^\s;,]+)", line):
        return Person(spaced[1].strip(' "'), spaced[2])
    separator = next((mark for mark in "\t;," if mark in line), ",")
    cells = [cell.strip() for cell in next(csv.reader([line], delimiter=separator))]
    name, *rest = cells or [""]
    return Person(name, next((cell for cell in rest if cell), ""))


def _fault(person: Person, line: str) -> str:
    if not person.name:
        return _("The name is missing.")
    if "@" in person.name:
        return _("Write the name first, then the e-mail.")
    if len(person.name) > NAME_LENGTH:
        return _("The name is longer than 120 characters.")
    if person.email and "@" not in person.email and "@" in line:
        # Which of the two is the family name, nobody can tell.
        return _("Write the whole name without a comma, as in “Ida Oak, ida@example.com”.")
    if person.email:
        try:
            validate_email(person.email)
        except ValidationError:
            return _("“%(email)s” is no e-mail address.") % {"email": person.email}
    return ""


def _twice(person: Person, first: dict[tuple[str, str], int]) -> str:
    if number := first.get(person.key):
        return _("The same person stands in line %(number)d.") % {"number": number}
    return ""
