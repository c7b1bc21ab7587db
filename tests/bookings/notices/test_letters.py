"""What holds of every letter: its language, its lines, and what none ever says."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest

from bookings import moments
from bookings.booking.links import booking_path
from bookings.booking.models import Enquiry
from bookings.notices import outbox
from bookings.notices.letters import letter_for
from bookings.notices.models import Notice
from bookings.series.models import Attendee
from bookings.waiting.models import WaitingEntry
from tests import factories
from tests.bookings.notices.writing import CARE, SITE, letter, links, message
from tests.factories import ANSWERS, NOW

pytestmark = pytest.mark.django_db

BETWEEN = (
    Notice.Kind.PREPARATION,
    Notice.Kind.REMINDER,
    Notice.Kind.MOVED,
    Notice.Kind.RESCHEDULED,
    Notice.Kind.HANDED_OVER,
    Notice.Kind.WAITING_OFFER,
    Notice.Kind.THANK_YOU,
)
"""Letters that are neither of the beginning nor of the end of a booking."""


def test_care_answers_change_no_letter() -> None:
    booking = factories.confirmed_booking(answers={**ANSWERS, **CARE, "people_total": 1})
    for kind in BETWEEN:
        outbox.write_to_client(booking, kind, NOW)
    attendee = Attendee.objects.create(
        booking=booking, name="Ada", email="ada@example.com", invited_at=NOW, care=CARE
    )
    for kind in (Notice.Kind.INVITATION, Notice.Kind.SLOT_CHOSEN, Notice.Kind.UNINVITED):
        outbox.write_to_attendee(attendee, kind, NOW)
    moments.cancel(booking, NOW, by="client")
    asked = message(answers={**ANSWERS, **CARE})
    outbox.write_about_waiting(
        WaitingEntry.objects.create(
            enquiry=asked, place=booking.place, day=date(2026, 11, 27), created_at=NOW
        ),
        NOW,
    )
    written = Notice.objects.order_by("pk")
    with_care = [letter_for(notice) for notice in written]
    assert set(Enquiry.objects.values_list("care__access_note", flat=True)) == {"zebra crossing"}

    Enquiry.objects.update(care={})
    Attendee.objects.update(care={})

    assert [letter_for(notice) for notice in written.all()] == with_care
    assert {notice.kind for notice in written} == set(Notice.Kind.values)
    assert asked.message_sent_at == NOW


def test_the_copy_without_its_link_differs_in_that_line_alone() -> None:
    booking = factories.confirmed_booking()
    [notice] = booking.notices.filter(kind="confirmation")
    link = f"{SITE}{booking_path(booking)}"
    invitation = (
        "See your booking there at any time, or add it to your calendar. The link\n"
        "is yours alone: whoever has it can see the page.\n\n"
    )

    sent, kept = letter_for(notice), letter_for(notice, private_link=False)

    line = "(The client's private link stood here. It is not kept.)"
    assert kept.text == sent.text.replace(invitation + link, line)
    assert links(kept.html) == []
    assert replace(kept, text="", html="") == replace(sent, text="", html="")


@pytest.mark.parametrize(
    ("name", "greeting"),
    [
        ("Ines Okafor", "Hello Ines Okafor,"),
        ("Dr. J.R. O'Neill-Ångström", "Hello Dr. J.R. O'Neill-Ångström,"),
        ("  Ines \n Okafor ", "Hello Ines Okafor,"),
        ("Win now at https://evil.example", "Hello,"),
        ("WWW.evil", "Hello,"),
        ("evil.example", "Hello,"),
        ("me@evil", "Hello,"),
        ("", "Hello,"),
    ],
)
def test_a_greeting_repeats_a_name_but_no_address(name: str, greeting: str) -> None:
    sent = letter("enquiry_receipt", message(), recipient_name=name)

    assert sent.text.splitlines()[0] == greeting


def test_times_are_those_of_the_place() -> None:
    place = factories.place(name="Harbour loft", time_zone="America/New_York")
    booking = factories.confirmed_booking(
        factories.bookable_studio(place=place), start=datetime(2026, 11, 26, 15, tzinfo=UTC)
    )

    sent = letter("confirmation", booking)

    assert "\nThursday 26 November 2026\n10:00 to 10:30 (EST, America/New York)\n" in sent.text


def test_a_letter_is_written_in_its_own_language() -> None:
    booking = factories.confirmed_booking()

    sent = letter("confirmation", booking, language="de")

    assert sent.subject.endswith("Mittwoch, 25. November 2026, 11:00 bis 11:30")
    assert re.search(r": 47,50\s€\n", sent.text)
    assert '<html lang="de">' in sent.html


def test_lines_of_the_text_are_short_and_blank_lines_single() -> None:
    booking = factories.confirmed_booking()
    booking.place.directions = "Through the arch and on " * 20
    booking.place.save()

    lines = letter("confirmation", booking).text.splitlines()

    assert [line for line in lines if len(line) > 72 and " " in line.strip()] == []
    assert [after for before, after in pairwise(lines) if not before + after] == []
