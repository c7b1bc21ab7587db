"""A private link is renewed: the one before leads nowhere, the new one to the same page."""

import pytest

from bookings import moments
from bookings.booking.links import (
    NoSuchLink,
    booking_behind,
    booking_token,
    enquiry_behind,
    enquiry_token,
)
from tests.factories import NOW, confirmed_booking, enquiry, staff

pytestmark = pytest.mark.django_db


def test_a_booking_s_link_is_renewed_with_an_event() -> None:
    booking = confirmed_booking()
    before, desk = booking_token(booking), staff("desk")

    renewed = moments.renew_link(booking, NOW, actor=desk)

    with pytest.raises(NoSuchLink):
        booking_behind(before)
    assert booking_behind(booking_token(renewed)) == booking
    event = booking.events.latest("pk")
    assert (event.kind, event.by, event.actor, event.at) == ("link", "staff", desk, NOW)


def test_an_enquiry_s_link_is_renewed() -> None:
    asked = enquiry()
    before = enquiry_token(asked)

    renewed = moments.renew_enquiry_link(asked)

    with pytest.raises(NoSuchLink):
        enquiry_behind(before)
    assert enquiry_behind(enquiry_token(renewed)) == asked
