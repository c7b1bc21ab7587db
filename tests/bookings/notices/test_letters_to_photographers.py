"""What a photographer reads: who comes when and where, and what changed."""

from datetime import timedelta

import pytest

from bookings import moments
from tests import factories
from tests.bookings.notices.writing import FOOT, SITE, letter, links, moved_booking, session
from tests.factories import NOW, START

pytestmark = pytest.mark.django_db


def test_the_photographer_is_told_who_when_and_where_and_led_to_the_brief() -> None:
    booking = factories.confirmed_booking(note="I have a scar on the left")
    link = f"{SITE}/admin/bookings/booking/{booking.pk}/change/"

    sent = letter("assignment", booking)

    assert sent.subject == (
        "New session: Professional headshot, Wednesday 25 November 2026, 11:00 to 11:30"
    )
    assert sent.text == (
        "Hello Mara Lindqvist,\n\n"
        "A new session for you.\n\n"
        f"{session(booking)}\n"
        "Who is coming\n"
        "  Ines Okafor\n"
        "  ines@example.com\n"
        "  +49 761 5550143\n\n"
        "The brief is drafted from the client's answers, your kit and the room.\n"
        "What is personal is there and not in this letter.\n\n"
        f"{link}\n\n"
        f"{FOOT}"
    )
    assert links(sent.html) == ["mailto:ines@example.com", link]


def test_the_photographer_reads_the_new_time_too() -> None:
    booking = moved_booking()

    sent = letter("rescheduled", booking)

    assert sent.text.startswith(
        "Hello Mara Lindqvist,\n\n"
        "A session of yours has a new time. The attached file moves it in your\n"
        "calendar.\n\n"
    )
    assert links(sent.html)[0] == "mailto:ines@example.com"


def test_who_no_longer_takes_it_gets_it_out_of_the_calendar() -> None:
    studio = factories.bookable_studio()
    second = factories.photographer([studio.package], name="Second")
    factories.weekday_hours(second, studio.place)
    booking = factories.confirmed_booking(studio, photographer=studio.photographer)
    later = moments.NewTime(booking.place, START + timedelta(hours=2), second)
    booking = moments.move(booking, later, NOW)

    sent = letter("handed_over", booking)

    assert sent.text.startswith("Hello Mara Lindqvist,\n\nA session of yours was moved")
    [file] = sent.attachments
    assert file.mimetype == "text/calendar; method=CANCEL"
    assert b"STATUS:CANCELLED\r\n" in file.content


def test_the_photographer_is_told_that_a_session_is_off() -> None:
    booking = factories.cancelled_booking()

    sent = letter("unassigned", booking)

    assert sent.subject == (
        "Off: Professional headshot, Wednesday 25 November 2026, 11:00 to 11:30"
    )
    assert sent.text.startswith(
        "Hello Mara Lindqvist,\n\n"
        "A session of yours was cancelled, and your time is free again. The\n"
        "attached file takes it out of your calendar.\n\n"
        f"{session(booking)}\n"
        "Who would have come\n"
        "  Ines Okafor\n"
    )
    assert [file.mimetype for file in sent.attachments] == ["text/calendar; method=CANCEL"]
