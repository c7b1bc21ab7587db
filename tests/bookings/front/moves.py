"""How the tests of moving look at the page, send its forms and read what came of it."""

import re
from datetime import datetime, timedelta
from typing import Any

from django.test import Client
from django.urls import reverse

from bookings.booking.links import booking_token
from bookings.booking.models import Booking
from tests.factories import START

AHEAD = START + timedelta(days=7)
"""The session of most tests: the Wednesday after, far from the cut-off of 48 hours."""


def address(booking: Booking, name: str = "move") -> str:
    """A page of `booking` behind its private link."""
    return reverse(f"front:{name}", args=[booking_token(booking)])


def look(client: Client, booking: Booking, **query: str) -> Any:
    """The page of times to move to, or of old and new side by side."""
    return client.get(address(booking), query)


def send(client: Client, booking: Booking, to: datetime, **changes: str) -> Any:
    """Confirm the move to the start `to`, as the page that compares old and new would send it."""
    fields = {"place": "old-town", "start": to.isoformat(), "was": booking.start.isoformat()}
    return client.post(address(booking), fields | changes)


def starts_shown(response: Any) -> list[datetime]:
    """The starts of the day that is shown."""
    parts = response.context["timetable"].parts_of_day
    return [slot.start for part in parts for slot in part.slots]


def words(response: Any) -> str:
    """What a page says, without its marks."""
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def seat(booking: Booking) -> tuple[datetime, int]:
    """When the session is now, and how often its client has moved it."""
    booking.refresh_from_db()
    return booking.start, booking.moves
