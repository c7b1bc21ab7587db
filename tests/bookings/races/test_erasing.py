"""A client is forgotten while they book: one comes first, and the other finds it so."""

from functools import partial

import pytest

from bookings import moments
from bookings.booking.errors import HoldExpired, IllegalMove, StillToCome
from bookings.booking.models import Booking, Client
from bookings.moments import Contact
from tests.bookings.races.agreement import disagreements
from tests.bookings.races.threads import at_once
from tests.factories import NOW, Bookable, bookable_studio, enquiry, held_booking

pytestmark = pytest.mark.django_db(transaction=True)

ROUNDS = 6


def contact(number: int) -> Contact:
    return Contact(f"Client {number}", f"client{number}@example.com")


def held(studio: Bookable, number: int) -> tuple[Booking, Client]:
    booking = held_booking(studio)
    moments.give_details(booking, contact(number), "", NOW)
    booking.refresh_from_db()
    assert booking.client is not None
    return booking, booking.client


def test_who_confirms_is_not_erased_and_who_is_erased_confirms_nothing() -> None:
    studio = bookable_studio()
    for number in range(ROUNDS):
        booking, client = held(studio, number)

        erased, confirmed = at_once(
            [
                partial(moments.erase_client, client, NOW),
                partial(moments.confirm, booking, NOW),
            ]
        )

        client.refresh_from_db()
        booking.refresh_from_db()
        if isinstance(confirmed, Booking):
            assert isinstance(erased, StillToCome)
            assert (client.name, booking.state) == (f"Client {number}", "confirmed")
            moments.cancel(booking, NOW, by="staff")
        else:
            assert isinstance(confirmed, IllegalMove | HoldExpired)
            assert (client.name, booking.state) == ("–", "released")
        assert disagreements() == []


def test_who_writes_while_they_are_erased_is_somebody_new() -> None:
    studio = bookable_studio()
    for number in range(ROUNDS):
        _booking, client = held(studio, number)
        another = enquiry(package=studio.package)

        erased, written = at_once(
            [
                partial(moments.erase_client, client, NOW),
                partial(moments.write_to_studio, another, contact(number), "Hello", NOW),
            ]
        )

        another.refresh_from_db()
        client.refresh_from_db()
        assert not isinstance(written, Exception)
        if isinstance(erased, IllegalMove):  # their message came first; they are asked again
            moments.erase_client(client, NOW)
        elif another.client == client:
            assert another.message == ""  # it came first, and was forgotten with the rest
        else:
            assert another.client is not None
            assert (another.client.name, another.message) == (f"Client {number}", "Hello")
        client.refresh_from_db()
        assert (client.name, client.email) == ("–", "")
        moments.expire_holds(NOW)
