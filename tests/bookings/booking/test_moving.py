"""A moved booking has its new time as firmly as it had the old one."""

from datetime import timedelta

import pytest

from bookings import moments
from bookings.booking.errors import SlotTaken
from bookings.moments import NewTime
from bookings.schedule import availability
from tests.factories import NOW, START, bookable_studio, confirmed_booking, held_booking

pytestmark = pytest.mark.django_db

LATER = START + timedelta(hours=2)


def test_the_time_of_the_hold_has_no_meaning_after_a_move() -> None:
    studio = bookable_studio()
    moved = moments.move(confirmed_booking(studio), NewTime(studio.place, LATER), NOW)

    long_after = NOW + timedelta(hours=3)
    wanted = moments.wanted_for(moved.enquiry, studio.place)
    assert availability.opening_at(wanted, LATER, long_after) is None
    with pytest.raises(SlotTaken):
        held_booking(studio, start=LATER, now=long_after)
    assert set(moved.allocations.values_list("expires_at", flat=True)) == {None}
