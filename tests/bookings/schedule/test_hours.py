"""When can be offered: weekly hours, breaks, closures, extra openings."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time

import pytest

from bookings.schedule.availability import (
    Opening,
    openings,
)
from bookings.schedule.models import Closure
from tests import factories
from tests.bookings.schedule.wednesday import (
    HALF_HOURS,
    half_hours,
    offered,
    on_wednesday,
    walls,
    wanted,
)
from tests.factories import Bookable

pytestmark = pytest.mark.django_db


@pytest.fixture
def bookable() -> Bookable:
    return half_hours()


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
