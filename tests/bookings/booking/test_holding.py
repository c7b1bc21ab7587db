"""A hold is written under a reference of its own, and never beside another live booking."""

import secrets
from datetime import timedelta

import pytest
from django.db import transaction

from bookings.booking.errors import IllegalMove
from bookings.booking.holding import take, wanted_for
from bookings.booking.models import Booking
from bookings.booking.references import ALPHABET
from bookings.schedule.availability import opening_at
from tests.factories import NOW, START, bookable_studio, held_booking

pytestmark = pytest.mark.django_db


def test_a_reference_that_is_in_use_is_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn, choice = iter("AAAAAAAAAAAACCCCCC"), secrets.choice
    monkeypatch.setattr(
        secrets, "choice", lambda signs: next(drawn) if signs == ALPHABET else choice(signs)
    )
    studio = bookable_studio()

    held_booking(studio)
    held_booking(studio, start=START + timedelta(hours=2))

    assert set(Booking.objects.values_list("reference", flat=True)) == {"CL-AAAAAA", "CL-CCCCCC"}


def test_a_hold_beside_a_live_booking_of_the_same_enquiry_is_refused_in_words() -> None:
    studio = bookable_studio()
    enquiry = held_booking(studio).enquiry
    wanted = wanted_for(enquiry, studio.place)
    opening = opening_at(wanted, START + timedelta(hours=2), NOW)
    assert opening is not None

    with pytest.raises(IllegalMove), transaction.atomic():
        take(enquiry, wanted, opening, NOW)

    assert Booking.objects.count() == 1
