"""The old time that a letter about a new one names: the one that its reader was told last."""

from datetime import datetime, timedelta

import pytest

from bookings import moments
from bookings.booking.models import Booking
from bookings.notices.delivery import deliver_due
from bookings.notices.letters import letter_for
from bookings.notices.models import Notice
from bookings.notices.told import start_told
from tests import factories
from tests.factories import NOW, START

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
AHEAD = START + 7 * DAY


@pytest.fixture
def booked() -> Booking:
    return factories.confirmed_booking(start=AHEAD)


def move(booking: Booking, start: datetime, at: datetime) -> Booking:
    return moments.move(booking, moments.NewTime(booking.place, start), at, by="staff")


def waiting(booking: Booking, kind: str = "moved") -> Notice:
    """The one letter `kind` that waits to be sent."""
    return Notice.objects.waiting().get(booking_id=booking.pk, kind=kind)


@pytest.mark.parametrize("kind", ["moved", "rescheduled"])
def test_it_is_the_time_of_the_letter_that_came_before(booked: Booking, kind: str) -> None:
    deliver_due(NOW)
    move(booked, AHEAD + HOUR, NOW + MINUTE)

    assert start_told(waiting(booked, kind)) == AHEAD


@pytest.mark.parametrize("kind", ["moved", "rescheduled"])
def test_a_second_move_before_the_first_was_told_names_the_time_before_both(
    booked: Booking, kind: str
) -> None:
    deliver_due(NOW)
    move(booked, AHEAD + HOUR, NOW + MINUTE)
    move(booked, AHEAD + 2 * HOUR, NOW + 2 * MINUTE)

    assert start_told(waiting(booked, kind)) == AHEAD


@pytest.mark.parametrize("kind", ["moved", "rescheduled"])
def test_a_second_move_after_the_first_was_told_names_the_time_between(
    booked: Booking, kind: str
) -> None:
    deliver_due(NOW)
    move(booked, AHEAD + HOUR, NOW + MINUTE)
    deliver_due(NOW + 2 * MINUTE)
    move(booked, AHEAD + 2 * HOUR, NOW + 3 * MINUTE)

    assert start_told(waiting(booked, kind)) == AHEAD + HOUR


def test_there_and_back_again_is_no_other_time(booked: Booking) -> None:
    deliver_due(NOW)
    move(booked, AHEAD + HOUR, NOW + MINUTE)
    move(booked, AHEAD, NOW + 2 * MINUTE)

    assert start_told(waiting(booked)) is None
    assert "It was on" not in letter_for(waiting(booked)).text


def test_who_was_sent_nothing_yet_knew_the_time_before_the_move(booked: Booking) -> None:
    move(booked, AHEAD + HOUR, NOW + MINUTE)

    assert start_told(waiting(booked)) == AHEAD


def test_a_confirmation_that_went_out_after_the_move_told_the_new_time(booked: Booking) -> None:
    move(booked, AHEAD + HOUR, NOW + MINUTE)
    moved = waiting(booked)
    Notice.objects.exclude(kind="confirmation").update(due_at=NOW + DAY)
    deliver_due(NOW + 2 * MINUTE)

    assert start_told(moved) is None


def test_what_others_were_sent_tells_nobody_else(booked: Booking) -> None:
    deliver_due(NOW)
    move(booked, AHEAD + HOUR, NOW + MINUTE)
    Notice.objects.filter(kind="moved").update(due_at=NOW + DAY)
    deliver_due(NOW + 2 * MINUTE)
    move(booked, AHEAD + 2 * HOUR, NOW + 3 * MINUTE)

    assert start_told(waiting(booked, "moved")) == AHEAD
    assert start_told(waiting(booked, "rescheduled")) == AHEAD + HOUR


def test_the_old_time_of_a_colleague_s_session_is_the_one_that_is_free() -> None:
    studio = factories.bookable_studio()
    second = factories.photographer([studio.package], name="Second")
    factories.weekday_hours(second, studio.place)
    booking = factories.confirmed_booking(studio, photographer=studio.photographer, start=AHEAD)
    deliver_due(NOW)
    moments.move(booking, moments.NewTime(booking.place, AHEAD + HOUR, second), NOW + MINUTE)

    assert start_told(waiting(booking, "handed_over")) == AHEAD
    assert start_told(waiting(booking, "assignment")) == AHEAD


def test_letters_about_what_never_moved_name_no_other_time(booked: Booking) -> None:
    assert start_told(waiting(booked, "confirmation")) is None
