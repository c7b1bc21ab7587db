"""How the tests of letters have one written, and read what it says."""

from collections.abc import Mapping
from datetime import timedelta
from html.parser import HTMLParser
from textwrap import dedent
from typing import Any

from bookings import moments
from bookings.booking.models import Booking, Enquiry
from bookings.moments import Contact
from bookings.notices.letters import Letter, letter_for
from tests import factories
from tests.factories import ANSWERS, CONTACT, NOW, START

SITE = "http://127.0.0.1:8000"
FOOT = "--\nStudio Halden\n+49 761 5550100\nhello@studio-halden.example\n"
CARE = {
    "head_covering": True,
    "minors": 1,
    "access": ["seated", "interpreter"],
    "access_note": "zebra crossing",
}


def letter(kind: str, about: Booking | Enquiry, **changes: str) -> Letter:
    """The one letter `kind` that the moments wrote about `about`."""
    [notice] = about.notices.filter(kind=kind)
    for name, value in changes.items():
        setattr(notice, name, value)
    return letter_for(notice)


def session(booking: Booking) -> str:
    """The block that every letter about a booking has."""
    return dedent(f"""\
        Wednesday 25 November 2026
        11:00 to 11:30 (CET, Europe/Berlin)

        What
          Professional headshot
          30 minutes, 1 look, 2 retouched pictures

        Where
          Old town
          Gerberweg 8
          79098 Freiburg
          North room
          Through the arch, first floor, the bell says Halden.

        With
          Mara Lindqvist

        Reference
          {booking.reference}
        """)


class Links(HTMLParser):
    """The targets of a page's links, in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.targets: list[str | None] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.targets.append(dict(attrs).get("href"))


def links(page: str) -> list[str | None]:
    """Where the letter's own links lead; those of its foot are left out."""
    return Links(page).targets[:-2]


def message(
    contact: Contact = CONTACT, text: str = "", answers: Mapping[str, Any] = ANSWERS
) -> Enquiry:
    """An enquiry that was sent to the studio."""
    factories.studio()
    asked = factories.enquiry(answers)
    return moments.write_to_studio(asked, contact, text, NOW)


def moved_booking(**to: Any) -> Booking:
    """A booking two hours later than it was."""
    booking = factories.confirmed_booking()
    later = moments.NewTime(booking.place, START + timedelta(hours=2), **to)
    return moments.move(booking, later, NOW)
