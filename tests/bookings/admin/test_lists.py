"""Every list costs as much at three rows as at one, and no more than twelve queries."""

from collections.abc import Callable
from datetime import time
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bookings import moments
from bookings.admin.permissions import OWNER
from bookings.booking.models import Booking
from bookings.moments import Contact
from tests import factories
from tests.bookings.admin.people import another_session, member, signed_in
from tests.factories import NOW, START, Bookable

pytestmark = pytest.mark.django_db

MOST = 12


def house(bookable: Bookable, number: int) -> None:
    """One more of everything that the owner keeps."""
    place = factories.place(name=f"Place {number}")
    factories.room(place)
    package = factories.package(name=f"Package {number}")
    factories.add_on([package], name=f"Add-on {number}")
    photographer = factories.photographer([package], name=f"Photographer {number}")
    factories.weekday_hours(photographer, place)
    factories.closure(place=place)
    Group.objects.create(name=f"Group {number}")


def booked(bookable: Bookable, number: int) -> Booking:
    return another_session(bookable, number)


def completed(bookable: Bookable, number: int) -> None:
    booking = booked(bookable, number)
    moments.complete(booking, booking.end)


def waited_for(bookable: Bookable, number: int) -> None:
    """Somebody waits for a day on which the place is closed; then a time of it is offered."""
    away = factories.closure(place=bookable.place)
    contact = Contact(f"Client {number}", f"client{number}@example.com")
    enquiry = factories.enquiry(package=bookable.package)
    moments.wait(enquiry, bookable.place, START.date(), bookable.photographer, contact, NOW)
    away.delete()
    moments.sweep_waiting(NOW)


LISTS: dict[str, Callable[[Bookable, int], Any]] = {
    "auth/group": house,
    "auth/user": house,
    "bookings/addon": house,
    "bookings/booking": booked,
    "bookings/client": booked,
    "bookings/closure": house,
    "bookings/enquiry": booked,
    "bookings/notice": booked,
    "bookings/package": house,
    "bookings/photographer": house,
    "bookings/place": house,
    "bookings/sessionrecord": completed,
    "bookings/shootbrief": booked,
    "bookings/waitingentry": waited_for,
}


def cost(browser: Client, page: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert browser.get(page).status_code == 200
    return len(queries)


@pytest.mark.parametrize("name", LISTS)
def test_a_list_costs_the_same_however_long_it_is(name: str) -> None:
    bookable, page = factories.bookable_studio(), f"/admin/{name}/"

    with signed_in(member(OWNER)) as browser:
        LISTS[name](bookable, 0)
        at_one_row = cost(browser, page)
        LISTS[name](bookable, 1)
        LISTS[name](bookable, 2)
        at_three_rows = cost(browser, page)

    assert at_three_rows == at_one_row
    assert at_three_rows <= MOST


def test_the_first_page_costs_the_same_however_full_the_day_is() -> None:
    bookable = factories.bookable_studio()

    with signed_in(member(OWNER), START) as browser:
        another_session(bookable, 0)
        at_one_row = cost(browser, "/admin/")
        another_session(bookable, 1)
        another_session(bookable, 2)
        at_three_rows = cost(browser, "/admin/")

    assert at_three_rows == at_one_row
    assert at_three_rows <= MOST + 1  # the first page also asks for calendars that fail


def test_a_week_of_hours_asks_for_the_places_once() -> None:
    photographer = factories.bookable_studio().photographer
    page = f"/admin/bookings/photographer/{photographer.pk}/change/"

    with signed_in(member(OWNER)) as browser:
        browser.get(page)  # what is read once for all pages
        at_a_week = cost(browser, page)
        factories.weekday_hours(photographer, factories.place(), opens=time(18), closes=time(20))
        at_twice_that = cost(browser, page)

    assert at_a_week == at_twice_that <= 14


def test_clients_are_offered_by_name_where_one_is_looked_for() -> None:
    for name in ("Wes", "Ada", "Mo"):
        factories.client(name=name)
    about = {"app_label": "bookings", "model_name": "enquiry", "field_name": "client"}

    with signed_in(member(OWNER)) as browser:
        found = browser.get("/admin/autocomplete/", about).json()["results"]

    assert [client["text"] for client in found] == ["Ada", "Mo", "Wes"]
