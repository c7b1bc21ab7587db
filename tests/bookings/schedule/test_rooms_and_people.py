"""Who and where can be offered: skills, places, and rooms that are long and large enough."""

from datetime import time
from decimal import Decimal

import pytest

from bookings.schedule.availability import (
    roster,
)
from bookings.schedule.models import Closure, Place
from bookings.schedule.rosters import rosters
from tests import factories
from tests.bookings.schedule.wednesday import (
    HALF_HOURS,
    half_hours,
    offered,
    on_wednesday,
    take,
    walls,
    wanted,
)
from tests.factories import NOW, Bookable

pytestmark = pytest.mark.django_db


@pytest.fixture
def bookable() -> Bookable:
    return half_hours()


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
