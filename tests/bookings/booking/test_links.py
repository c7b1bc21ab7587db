"""Private links lead to their own row, until they are revoked; anything else leads nowhere."""

import pytest
from django.core import signing
from django.db.models import F

from bookings.booking.links import (
    NoSuchLink,
    booking_behind,
    booking_token,
    enquiry_behind,
    enquiry_token,
)
from tests.factories import enquiry, held_booking

pytestmark = pytest.mark.django_db


def test_a_link_leads_to_its_own_row() -> None:
    booking = held_booking()
    assert booking_behind(booking_token(booking)) == booking
    assert enquiry_behind(enquiry_token(booking.enquiry)) == booking.enquiry


def test_raising_the_counter_revokes_every_earlier_link() -> None:
    asked = enquiry()
    earlier = enquiry_token(asked)
    type(asked).objects.update(link_counter=F("link_counter") + 1)
    with pytest.raises(NoSuchLink):
        enquiry_behind(earlier)
    asked.refresh_from_db()
    assert enquiry_behind(enquiry_token(asked)) == asked


def test_a_link_of_one_kind_opens_nothing_of_the_other() -> None:
    booking = held_booking()
    with pytest.raises(NoSuchLink):
        booking_behind(enquiry_token(booking.enquiry))
    with pytest.raises(NoSuchLink):
        enquiry_behind(booking_token(booking))


@pytest.mark.parametrize("tampered", ["", "1-0", "1-0~", "~", "1-0~abc", "x" * 5000, "1~2~3"])
def test_nothing_else_is_a_link(tampered: str) -> None:
    held_booking()
    with pytest.raises(NoSuchLink):
        booking_behind(tampered)


def test_a_signature_covers_the_number() -> None:
    booking = held_booking()
    signature = booking_token(booking).split("~")[1]
    with pytest.raises(NoSuchLink):
        booking_behind(f"{booking.pk + 1}-0~{signature}")


def test_another_key_builds_no_link() -> None:
    booking = held_booking()
    forged = signing.Signer(key="another key", salt="bookings.booking", sep="~")
    with pytest.raises(NoSuchLink):
        booking_behind(forged.sign(f"{booking.pk}-{booking.link_counter}"))


def test_a_signed_number_beyond_the_database_leads_nowhere() -> None:
    signer = signing.Signer(salt="bookings.booking", sep="~")
    with pytest.raises(NoSuchLink):
        booking_behind(signer.sign(f"{10**30}-0"))
