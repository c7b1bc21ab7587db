"""Holding a time: the pick is held, refused with other times, or answered in plain words."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from bookings import moments
from bookings.booking.links import enquiry_token
from bookings.booking.models import Booking, Enquiry
from bookings.booking.states import BookingState
from tests import factories
from tests.factories import NOW, START, Bookable

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_at_now")]


@pytest.fixture
def _at_now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def bookable() -> Bookable:
    return factories.bookable_studio()


@pytest.fixture
def asked(bookable: Bookable) -> Enquiry:
    return factories.enquiry(package=bookable.package)


def address(name: str, enquiry: Enquiry) -> str:
    return reverse(f"front:{name}", args=[enquiry_token(enquiry)])


def pick(client: Client, enquiry: Enquiry, **changes: str):
    fields = {"place": "old-town", "with": "", "start": START.isoformat()} | changes
    return client.post(address("hold", enquiry), fields)


def test_a_pick_is_held_and_leads_to_the_details(client: Client, asked: Enquiry) -> None:
    response = pick(client, asked)
    assert (response.status_code, response.url) == (302, address("details", asked))
    held = asked.bookings.get()
    assert (held.start, held.state) == (START, BookingState.HELD)
