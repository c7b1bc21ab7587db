"""One place, one time, one booking: the second is refused with other times; neighbours both fit.

Threads at one start are in `tests/bookings/races`, the raw INSERT in
`tests/bookings/schedule/test_no_overlap.py`.
"""

from datetime import datetime, timedelta
from typing import Any

from django.test import Client
from django.urls import reverse

from bookings.booking.links import enquiry_token
from bookings.booking.models import Booking
from tests import factories
from tests.factories import START, Bookable

APART = timedelta(minutes=60)
"""Half an hour with its buffers, on a raster of half an hour."""


def pick(studio: Bookable, start: datetime) -> tuple[Client, Any, str]:
    """Somebody new picks `start`: their browser, the answer, and their token."""
    browser = Client()
    token = enquiry_token(factories.enquiry(package=studio.package))
    answer = browser.post(
        reverse("front:hold", args=[token]), {"start": f"{start:%Y-%m-%dT%H:%MZ}"}
    )
    return browser, answer, token


def test_the_second_is_refused_keeps_their_answers_and_sees_the_nearest_times(
    studio: Bookable,
) -> None:
    pick(studio, START)
    browser, refused, token = pick(studio, START)
    assert refused.status_code == 409
    assert b"Someone has just taken that time" in refused.content
    nearest = [slot.start for slot in refused.context["timetable"].first]
    assert nearest == [START - 1.5 * APART, START - APART, START + APART]
    taken = browser.post(reverse("front:hold", args=[token]), {"start": nearest[-1].isoformat()})
    assert taken["Location"] == reverse("front:details", args=[token])


def test_neighbours_both_fit(studio: Bookable) -> None:
    answers = [pick(studio, START + n * APART)[1].status_code for n in (0, 1, -1)]
    assert answers == [302, 302, 302]
    assert Booking.objects.count() == 3
