"""Who takes a session when anyone may: the one with the least to do."""

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from bookings import moments
from bookings.schedule.assignment import least_busy
from bookings.schedule.models import Photographer
from tests import factories
from tests.factories import NOW, START, Bookable

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
def bookable() -> Bookable:
    bookable = factories.bookable_studio()
    factories.room(bookable.place, name="South room")
    return bookable


@pytest.fixture
def second(bookable: Bookable) -> Photographer:
    second = factories.photographer([bookable.package], name="Ben Aster", position=1)
    factories.weekday_hours(second, bookable.place)
    return second


def chosen(bookable: Bookable, *people: Photographer) -> Photographer:
    return least_busy(people, bookable.place, START, NOW)


def test_the_only_one_takes_it_without_asking_the_database(
    bookable: Bookable, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        assert chosen(bookable, bookable.photographer) == bookable.photographer


def test_the_first_in_the_studio_s_order_when_nobody_has_anything_to_do(
    bookable: Bookable, second: Photographer
) -> None:
    assert chosen(bookable, bookable.photographer, second) == bookable.photographer
    assert chosen(bookable, second, bookable.photographer) == second


def test_the_one_with_fewer_sessions_that_day(bookable: Bookable, second: Photographer) -> None:
    first = bookable.photographer
    factories.held_booking(bookable, start=START + HOUR, photographer=first)
    for days in (1, 2):
        factories.held_booking(bookable, start=START + days * DAY, photographer=second)
    assert chosen(bookable, first, second) == second


def test_then_the_one_with_fewer_sessions_that_week(
    bookable: Bookable, second: Photographer
) -> None:
    first = bookable.photographer
    factories.held_booking(bookable, start=START + DAY, photographer=first)
    assert chosen(bookable, first, second) == second


def test_another_week_does_not_count(bookable: Bookable, second: Photographer) -> None:
    first = bookable.photographer
    factories.held_booking(bookable, start=START + 7 * DAY, photographer=first)
    assert chosen(bookable, first, second) == first


def test_a_hold_that_has_run_out_does_not_count(bookable: Bookable, second: Photographer) -> None:
    first = bookable.photographer
    factories.held_booking(bookable, start=START + HOUR, photographer=first, now=NOW - HOUR)
    assert chosen(bookable, first, second) == first


def test_holds_at_one_time_go_to_different_people(bookable: Bookable, second: Photographer) -> None:
    held = [factories.held_booking(bookable) for _ in range(2)]
    assert [booking.photographer for booking in held] == [bookable.photographer, second]


def test_the_one_asked_for_takes_it_however_busy(bookable: Bookable, second: Photographer) -> None:
    for hours in (1, 2):
        factories.held_booking(bookable, start=START + hours * HOUR, photographer=second)
    asked = factories.enquiry(package=bookable.package)
    held = moments.hold(asked, bookable.place, START, second, NOW)
    assert held.photographer == second
