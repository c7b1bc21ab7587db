"""What is left to offer beside what is taken, within notice and horizon; it can be booked."""

from datetime import date, datetime, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from bookings import moments
from bookings.booking.errors import SlotTaken
from bookings.booking.holding import wanted_for
from bookings.booking.models import Enquiry
from bookings.schedule.availability import (
    Opening,
    opening_at,
    openings,
    roster,
)
from tests import factories
from tests.bookings.schedule.wednesday import (
    HALF_HOURS,
    WEDNESDAY,
    half_hours,
    offered,
    on_wednesday,
    take,
    walls,
    wanted,
)
from tests.factories import NOW, START, Bookable

pytestmark = pytest.mark.django_db


@pytest.fixture
def bookable() -> Bookable:
    return half_hours()


def test_what_is_taken_is_not_offered_and_its_neighbours_are(bookable: Bookable) -> None:
    take(bookable, on_wednesday(11))
    left = [wall for wall in HALF_HOURS if wall != time(11)]
    assert walls(offered(wanted(bookable)), bookable) == left


def test_buffers_of_both_sessions_are_kept_clear() -> None:
    package = factories.package(buffer_before_minutes=20, buffer_after_minutes=10)
    bookable = factories.bookable_studio(package=package)
    take(bookable, on_wednesday(12))
    # Taken from 11:40 to 12:40. Before it a session must have cleared up, after it be set up.
    left = [w for w in HALF_HOURS if w <= time(11) or w >= time(13)]
    assert walls(offered(wanted(bookable)), bookable) == left


def test_buffers_that_just_fit_are_offered() -> None:
    package = factories.package(buffer_before_minutes=10, buffer_after_minutes=20)
    bookable = factories.bookable_studio(package=package)
    take(bookable, on_wednesday(12))
    # Taken from 11:50 to 12:50: 11:00-11:30 is cleared up at 11:50, 13:00 is set up from 12:50.
    left = [w for w in HALF_HOURS if w <= time(11) or w >= time(13)]
    assert walls(offered(wanted(bookable)), bookable) == left


def test_buffers_may_lie_outside_the_hours() -> None:
    package = factories.package(buffer_before_minutes=60, buffer_after_minutes=60)
    bookable = factories.bookable_studio(package=package)
    assert walls(offered(wanted(bookable)), bookable) == HALF_HOURS


def test_notice_is_kept_to_the_minute(bookable: Bookable) -> None:
    to_eleven = on_wednesday(11) - NOW
    found = walls(offered(wanted(bookable, notice=to_eleven)), bookable)
    just_missed = wanted(bookable, notice=to_eleven + timedelta(minutes=1))
    assert (found[0], walls(offered(just_missed), bookable)[0]) == (time(11), time(11, 30))


def test_the_horizon_is_its_last_day_whole(bookable: Bookable) -> None:
    two_days = wanted(bookable, horizon_days=2)
    found = offered(two_days, date(2026, 11, 1), date(2027, 1, 31))
    days = {opening.start.astimezone(bookable.place.zone).date() for opening in found}
    assert days == {date(2026, 11, 24), WEDNESDAY}
    assert walls(offered(two_days), bookable) == HALF_HOURS


def test_a_notice_longer_than_the_horizon_offers_nothing(bookable: Bookable) -> None:
    impatient = wanted(bookable, horizon_days=1, notice=timedelta(days=9))
    assert offered(impatient, date(2026, 11, 1), date(2027, 1, 31)) == []


def test_a_session_longer_than_a_day_with_its_buffers_is_never_offered(bookable: Bookable) -> None:
    assert offered(wanted(bookable, minutes=24 * 60 + 1)) == []


def test_the_own_hold_counts_as_free(bookable: Bookable) -> None:
    held = take(bookable, on_wednesday(11))
    assert walls(offered(wanted(bookable, own_booking=held.pk)), bookable) == HALF_HOURS


def test_a_hold_that_has_run_out_counts_as_free(bookable: Bookable) -> None:
    held = take(bookable, on_wednesday(11))
    assert held.hold_expires_at is not None
    until = held.hold_expires_at
    before = openings(wanted(bookable), WEDNESDAY, WEDNESDAY, until - timedelta(seconds=1))
    after = openings(wanted(bookable), WEDNESDAY, WEDNESDAY, until)
    assert (len(before), len(after)) == (len(HALF_HOURS) - 1, len(HALF_HOURS))


def test_a_cancelled_booking_is_free_again(bookable: Bookable) -> None:
    factories.cancelled_booking(bookable, start=on_wednesday(11))
    assert walls(offered(wanted(bookable)), bookable) == HALF_HOURS


@pytest.mark.parametrize("bookings", [0, 1, 30])
def test_a_month_costs_five_queries_however_many_bookings(
    bookable: Bookable, bookings: int
) -> None:
    starts = [o.start for o in offered(wanted(bookable), WEDNESDAY, date(2026, 11, 27))]
    for start in starts[:bookings]:
        take(bookable, start)
    with CaptureQueriesContext(connection) as month:
        found = offered(wanted(bookable), date(2026, 11, 1), date(2026, 11, 30))
    assert len(month) == 5
    # From Tuesday 10:00, when the notice ends, to Monday, less what is taken.
    assert len(found) == 5 * len(HALF_HOURS) - 2 - bookings


def test_a_further_span_of_the_same_roster_costs_one_query(bookable: Bookable) -> None:
    what = wanted(bookable)
    known = roster(what, NOW)
    with CaptureQueriesContext(connection) as further:
        openings(what, date(2026, 12, 1), date(2026, 12, 31), NOW, known)
    assert len(further) == 1


def test_each_start_of_a_morning_is_offered_or_refused() -> None:
    photographer, place = factories.photographer(), factories.place()
    factories.weekday_hours(photographer, place, opens=time(10), closes=time(12))
    bookable = factories.bookable_studio(place=place, photographer=photographer)
    take(bookable, on_wednesday(10, 30))
    asked = factories.enquiry(package=bookable.package)
    on_offer = {opening.start for opening in offered(wanted_for(asked, place))}
    starts = [on_wednesday(9, 30) + timedelta(minutes=5 * step) for step in range(36)]
    assert on_offer == {on_wednesday(11, 30)}
    assert {start for start in starts if can_be_had(asked, bookable, start)} == on_offer


class TestOfferedIsBookable(TestCase):
    """Whatever the package, the place and what is taken: a start can be held if it is offered."""

    @given(
        minutes=st.sampled_from([20, 30, 45, 60]),
        buffers=st.tuples(st.sampled_from([0, 5, 10, 25]), st.sampled_from([0, 5, 15])),
        raster_minutes=st.sampled_from([10, 15, 30, 60]),
        taken=st.lists(st.integers(0, 30), max_size=3),
        steps=st.lists(st.integers(0, 287), min_size=3, max_size=3),
    )
    @settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    def test_offered_is_bookable(
        self,
        minutes: int,
        buffers: tuple[int, int],
        raster_minutes: int,
        taken: list[int],
        steps: list[int],
    ) -> None:
        package = factories.package(
            duration_minutes=minutes,
            buffer_before_minutes=buffers[0],
            buffer_after_minutes=buffers[1],
        )
        place = factories.place(raster_minutes=raster_minutes)
        bookable = factories.bookable_studio(place=place, package=package)
        for nth in taken:
            take_nth(bookable, nth)
        asked = factories.enquiry(package=package)
        on_offer = [opening.start for opening in offered(wanted_for(asked, place))]
        five_minutes = [on_wednesday(1) + timedelta(minutes=5 * step - 60) for step in steps]
        for start in {*five_minutes, *on_offer[:2], *on_offer[-2:]}:
            assert can_be_had(asked, bookable, start) is (start in on_offer)


def take_nth(bookable: Bookable, nth: int) -> None:
    """Someone holds one of the starts on offer on the Wednesday."""
    asked = factories.enquiry(package=bookable.package)
    day = offered(wanted_for(asked, bookable.place))
    moments.hold(asked, bookable.place, day[nth % len(day)].start, None, NOW)


def can_be_had(asked: Enquiry, bookable: Bookable, start: datetime) -> bool:
    """Whether `start` can be held; a hold that was got is given back."""
    try:
        held = moments.hold(asked, bookable.place, start, None, NOW)
    except SlotTaken:
        return False
    moments.release(held, NOW)
    return True


def test_what_is_offered_at_an_instant_is_what_its_day_offers(bookable: Bookable) -> None:
    what = wanted(bookable)
    assert opening_at(what, START, NOW) == Opening(
        START, START + timedelta(minutes=30), (bookable.photographer,), (bookable.room,)
    )
    assert opening_at(what, START + timedelta(minutes=5), NOW) is None
