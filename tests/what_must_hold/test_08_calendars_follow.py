"""Calendars follow: one UID through a booking's life, a rising SEQUENCE, and CANCEL at the end."""

from datetime import timedelta

import icalendar
from django.core import mail
from django.test import Client
from django.urls import reverse

from bookings.booking.links import booking_token
from bookings.booking.models import Booking
from bookings.notices.delivery import deliver_due
from tests import factories
from tests.factories import NOW, START, Bookable

AHEAD = START + timedelta(days=7)
LATER = AHEAD + timedelta(hours=2)


def test_the_letters_of_a_booking_that_is_moved_and_cancelled_on_the_site(
    studio: Bookable, client: Client
) -> None:
    booking = factories.confirmed_booking(studio, start=AHEAD)
    deliver_due(NOW)
    move = {"place": studio.place.slug, "start": LATER.isoformat(), "was": AHEAD.isoformat()}
    client.post(reverse("front:move", args=[booking_token(booking)]), move)
    deliver_due(NOW)
    cancel_page = reverse("front:cancel", args=[booking_token(booking)])
    client.post(cancel_page, {"fee": "0", "seen": "1"})
    deliver_due(NOW)

    booking = Booking.objects.get()
    letters = [one for one in mail.outbox if "ines@example.com" in one.to[0]]
    calendars = [icalendar.Calendar.from_ical(calendar_of(letter)) for letter in letters]
    events = [calendar.walk("VEVENT")[0] for calendar in calendars]
    assert booking.state == "cancelled"
    assert {str(event["UID"]) for event in events} == {str(events[0]["UID"])}
    assert [event.decoded("SEQUENCE") for event in events] == [0, 1, 2]
    assert [event.decoded("DTSTART") for event in events] == [AHEAD, LATER, LATER]
    assert [str(calendar["METHOD"]) for calendar in calendars][-1] == "CANCEL"


def calendar_of(letter: mail.EmailMessage) -> bytes:
    """The calendar file of a letter."""
    for part in letter.message().walk():
        if part.get_content_type() == "text/calendar":
            content = part.get_payload(decode=True)
            return content if isinstance(content, bytes) else b""
    raise LookupError(letter.subject)
