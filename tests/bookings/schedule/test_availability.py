"""What can be offered: hours, closures, buffers, rooms and people; and that it can be booked."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from bookings import moments
from bookings.booking.errors import SlotTaken
from bookings.booking.holding import wanted_for
from bookings.booking.models import Booking, Enquiry
from bookings.schedule.availability import (
    Opening,
    Wanted,
    opening_at,
    openings,
    roster,
)
from bookings.schedule.models import Closure, Place
from bookings.schedule.rosters import rosters
from tests import factories
from tests.factories import NOW, START, Bookable

pytestmark = pytest.mark.django_db

WEDNESDAY = date(2026, 11, 25)
HALF_HOURS = [time(hour, minute) for hour in range(9, 17) for minute in (0, 30)]


@pytest.fixture
def bookable() -> Bookable:
    """A place open on weekdays from 9 to 17, a start every half hour; sessions without buffers."""
    package = factories.package(buffer_before_minutes=0, buffer_after_minutes=0)
    return factories.bookable_studio(package=package)


def wanted(bookable: Bookable, **changes: object) -> Wanted:
    terms: dict[str, object] = {
        "package": bookable.package,
        "place": bookable.place,
        "people": 1,
        "minutes": bookable.package.duration_minutes,
        "notice": timedelta(hours=24),
        "horizon_days": 120,
    }
    return Wanted(**terms | changes)  # type: ignore[arg-type]


def offered(what: Wanted, first: date = WEDNESDAY, last: date | None = None) -> list[Opening]:
    return openings(what, first, last or first, NOW)


def walls(found: list[Opening], bookable: Bookable) -> list[time]:
    return [opening.start.astimezone(bookable.place.zone).time() for opening in found]


def on_wednesday(hour: int, minute: int = 0) -> datetime:
    """That time on the Wednesday at the place, one hour ahead of UTC."""
    return datetime(2026, 11, 25, hour - 1, minute, tzinfo=UTC)


def take(bookable: Bookable, start: datetime, now: datetime = NOW) -> Booking:
    return factories.held_booking(bookable, start=start, now=now)


def test_a_day_is_offered_from_opening_to_the_last_start_that_ends_in_time(
    bookable: Bookable,
) -> None:
    assert walls(offered(wanted(bookable)), bookable) == HALF_HOURS


def test_an_opening_tells_who_and_where(bookable: Bookable) -> None:
    assert offered(wanted(bookable))[0] == Opening(
        on_wednesday(9), on_wednesday(9, 30), (bookable.photographer,), (bookable.room,)
    )


def test_days_without_hours_are_not_offered(bookable: Bookable) -> None:
    assert offered(wanted(bookable), date(2026, 11, 28), date(2026, 11, 29)) == []


def test_a_session_may_not_run_past_closing_time(bookable: Bookable) -> None:
    assert walls(offered(wanted(bookable, minutes=45)), bookable)[-1] == time(16)


def test_a_session_may_not_run_over_a_break() -> None:
    photographer = factories.photographer()
    place = factories.place()
    for opens, closes in ((time(9), time(11)), (time(12), time(14))):
        factories.weekday_hours(photographer, place, opens=opens, closes=closes)
    package = factories.package(duration_minutes=60)
    bookable = factories.bookable_studio(place=place, photographer=photographer, package=package)
    found = walls(offered(wanted(bookable)), bookable)
    assert found == [time(9), time(9, 30), time(10), time(12), time(12, 30), time(13)]


def test_hours_may_end_at_midnight_and_go_on_the_next_day() -> None:
    photographer, place = factories.photographer(), factories.place()
    factories.weekday_hours(photographer, place, opens=time(22), closes=time(0), weekdays=[2])
    factories.weekday_hours(photographer, place, opens=time(0), closes=time(1), weekdays=[3])
    package = factories.package(duration_minutes=60)
    bookable = factories.bookable_studio(place=place, photographer=photographer, package=package)
    found = walls(offered(wanted(bookable)), bookable)
    assert found == [time(22), time(22, 30), time(23), time(23, 30)]


@pytest.mark.parametrize(
    "closed",
    [
        lambda b: {"place": b.place},
        lambda b: {"room": b.room},
        lambda b: {"photographer": b.photographer},
    ],
    ids=["place", "room", "photographer"],
)
def test_a_closure_takes_its_hours(
    bookable: Bookable, closed: Callable[[Bookable], dict[str, object]]
) -> None:
    factories.closure(start=on_wednesday(10), end=on_wednesday(16), **closed(bookable))
    left = [time(9), time(9, 30), time(16), time(16, 30)]
    assert walls(offered(wanted(bookable)), bookable) == left


def test_a_closure_elsewhere_takes_nothing(bookable: Bookable) -> None:
    other = factories.place(name="Harbour")
    factories.closure(place=other)
    factories.closure(room=factories.room(other))
    factories.closure(photographer=factories.photographer(name="Ben Aster"))
    assert walls(offered(wanted(bookable)), bookable) == HALF_HOURS


def test_an_extra_opening_adds_hours_at_its_place_only(bookable: Bookable) -> None:
    saturday = date(2026, 11, 28)
    other = factories.place(name="Harbour")
    factories.room(other)
    factories.closure(
        kind=Closure.Kind.EXTRA,
        place=bookable.place,
        photographer=bookable.photographer,
        start=datetime(2026, 11, 28, 9, tzinfo=UTC),
        end=datetime(2026, 11, 28, 10, tzinfo=UTC),
    )
    here = walls(offered(wanted(bookable), saturday), bookable)
    there = offered(wanted(bookable, place=other), saturday)
    assert (here, there) == ([time(10), time(10, 30)], [])


def test_an_extra_opening_during_a_closure_stays_closed(bookable: Bookable) -> None:
    span = {"start": on_wednesday(8), "end": on_wednesday(18)}
    factories.closure(
        kind=Closure.Kind.EXTRA,
        place=bookable.place,
        photographer=bookable.photographer,
        **span,
    )
    factories.closure(place=bookable.place, **span)
    assert offered(wanted(bookable)) == []


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


def test_only_rooms_long_enough_are_offered_the_shortest_first(bookable: Bookable) -> None:
    hall = factories.room(bookable.place, name="Hall", length_m=Decimal("9.50"))
    factories.room(bookable.place, name="Cabinet", length_m=Decimal("3.00"))
    bookable.package.min_room_length_m = Decimal("4.00")
    assert offered(wanted(bookable))[0].rooms == (bookable.room, hall)
    bookable.package.min_room_length_m = Decimal("7.21")
    assert offered(wanted(bookable))[0].rooms == (hall,)
    bookable.package.min_room_length_m = Decimal("9.51")
    assert offered(wanted(bookable)) == []


def test_a_group_needs_a_room_for_all_of_it_a_series_does_not() -> None:
    group, series = factories.group_package(max_people=20), factories.series_package()
    bookable = factories.bookable_studio(package=group)
    bookable.photographer.packages.add(series)
    assert offered(wanted(bookable, people=6))
    assert offered(wanted(bookable, people=7)) == []
    assert offered(wanted(bookable, package=series, people=7))


def test_only_photographers_who_offer_the_package_and_take_bookings(bookable: Bookable) -> None:
    unskilled = factories.photographer(name="Ben Aster")
    on_leave = factories.photographer([bookable.package], name="Cleo Marr", is_active=False)
    skilled = factories.photographer([bookable.package], name="Dan Ode", position=2)
    for person in (unskilled, on_leave, skilled):
        factories.weekday_hours(person, bookable.place)
    assert offered(wanted(bookable))[0].photographers == (bookable.photographer, skilled)


def test_asking_for_one_photographer_narrows_to_their_hours(bookable: Bookable) -> None:
    early = factories.photographer([bookable.package], name="Ben Aster")
    factories.weekday_hours(early, bookable.place, opens=time(7), closes=time(8))
    found = offered(wanted(bookable).with_photographer(early))
    assert walls(found, bookable) == [time(7), time(7, 30)]


def test_two_photographers_and_one_room_are_one_session_at_a_time(bookable: Bookable) -> None:
    second = factories.photographer([bookable.package], name="Ben Aster")
    factories.weekday_hours(second, bookable.place)
    take(bookable, on_wednesday(11))
    assert time(11) not in walls(offered(wanted(bookable)), bookable)
    factories.room(bookable.place, name="South room")
    assert time(11) in walls(offered(wanted(bookable)), bookable)


def test_on_location_needs_no_room(bookable: Bookable) -> None:
    outside = factories.package(name="On location", on_location=True)
    bookable.photographer.packages.add(outside)
    bookable.room.delete()
    found = offered(wanted(bookable, package=outside))
    assert (walls(found, bookable), found[0].rooms) == (HALF_HOURS, ())
    assert offered(wanted(bookable)) == []


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


def test_the_clock_change_loses_and_doubles_no_start() -> None:
    place, photographer = factories.place(raster_minutes=60), factories.photographer()
    factories.weekday_hours(photographer, place, opens=time(0), closes=time(0), weekdays=[6])
    bookable = factories.bookable_studio(place=place, photographer=photographer)
    found = openings(
        wanted(bookable),
        date(2026, 10, 25),
        date(2026, 10, 25),
        datetime(2026, 10, 1, tzinfo=UTC),
    )
    hours = [opening.start.astimezone(place.zone).hour for opening in found]
    assert hours == [0, 1, 2, 2, *range(3, 24)]


def test_places_where_the_package_can_be_had(bookable: Bookable) -> None:
    roomless = factories.place(name="Roomless", position=1)
    unstaffed = factories.place(name="Unstaffed", position=2)
    closed = factories.place(name="Closed", position=3, is_active=False)
    pop_up = factories.place(name="Pop-up", position=4)
    for place in (unstaffed, closed, pop_up):
        factories.room(place)
    for place in (roomless, closed):
        factories.weekday_hours(bookable.photographer, place)
    factories.closure(kind=Closure.Kind.EXTRA, place=pop_up, photographer=bookable.photographer)
    found = list(rosters(bookable.package, 1, Place.objects.filter(is_active=True), NOW))
    outside = factories.package(name="On location", on_location=True)
    bookable.photographer.packages.add(outside)
    assert found == [bookable.place, pop_up]
    assert list(rosters(outside, 1, [bookable.place, roomless, unstaffed, pop_up], NOW)) == [
        bookable.place,
        roomless,
        pop_up,
    ]


def test_the_roster_names_those_who_work_at_the_place(bookable: Bookable) -> None:
    elsewhere = factories.photographer([bookable.package], name="Ben Aster")
    factories.weekday_hours(elsewhere, factories.place(name="Harbour"))
    assert roster(wanted(bookable), NOW).photographers == (bookable.photographer,)


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
