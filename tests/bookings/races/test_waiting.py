"""A freed time is offered without harm to the moment that freed it, nor to whoever else takes."""

import threading
from datetime import date, time, timedelta

import pytest
from django.db import connection, transaction

from bookings import moments
from bookings.booking import lifecycle
from bookings.booking.models import Booking, Enquiry
from bookings.booking.states import BookingState
from bookings.moments import Contact, NewTime
from bookings.schedule.models import OpeningHours, Photographer
from bookings.waiting import fitting
from bookings.waiting.models import WaitingEntry
from tests.bookings.races.threads import PATIENCE_SECONDS, at_once
from tests.factories import (
    NOW,
    START,
    Bookable,
    bookable_studio,
    confirmed_booking,
    enquiry,
    held_booking,
    package,
    photographer,
    room,
    weekday_hours,
)

pytestmark = pytest.mark.django_db(transaction=True)

DAY = date(2026, 11, 25)
HALF_AN_HOUR = timedelta(minutes=30)
HOLDS_ARE_OVER = NOW + timedelta(minutes=15)


@pytest.fixture
def studio() -> Bookable:
    """A studio whose Wednesday has two sessions, at eleven and at half past."""
    made = bookable_studio(package=package(buffer_before_minutes=0, buffer_after_minutes=0))
    OpeningHours.objects.filter(weekday=2).update(opens="11:00", closes="12:00")
    return made


def waits(asked: Enquiry, studio: Bookable) -> WaitingEntry:
    name = f"Waiting {asked.pk}"
    contact = Contact(name, f"waiting{asked.pk}@example.com")
    return moments.wait(asked, studio.place, DAY, None, contact, NOW)


def offers() -> list[Booking]:
    return list(Booking.objects.filter(source="waiting").order_by("start"))


def test_holds_that_ran_out_together_are_let_go_and_one_is_offered(studio: Bookable) -> None:
    lapsing = [held_booking(studio, start=start) for start in (START, START + HALF_AN_HOUR)]
    entry = waits(enquiry(package=studio.package), studio)

    moments.expire_holds(HOLDS_ARE_OVER)

    states = [Booking.objects.get(pk=held.pk).state for held in lapsing]
    entry.refresh_from_db()
    assert states == [BookingState.EXPIRED] * 2
    assert offers() == [entry.offer]


def test_a_cancellation_stands_where_a_hold_that_ran_out_is_in_the_way_of_the_offer(
    studio: Bookable,
) -> None:
    held_booking(studio)
    booked = confirmed_booking(studio, start=START + HALF_AN_HOUR)
    entry = waits(enquiry(package=studio.package), studio)

    cancelled = moments.cancel(booked, HOLDS_ARE_OVER, by="client")

    entry.refresh_from_db()
    assert cancelled.state == BookingState.CANCELLED
    assert offers() == [entry.offer]


def test_a_cancellation_stands_where_that_hold_is_being_decided(studio: Bookable) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("On SQLite writers take turns: nobody decides meanwhile.")
    held = held_booking(studio)
    booked = confirmed_booking(studio, start=START + HALF_AN_HOUR)
    waits(enquiry(package=studio.package), studio)
    locked, done = threading.Event(), threading.Event()

    def decide() -> bool:
        with transaction.atomic():
            list(Booking.objects.filter(pk=held.pk).select_for_update(no_key=True))
            locked.set()
            return done.wait(timeout=PATIENCE_SECONDS / 2)

    def cancel() -> Booking:
        locked.wait(timeout=PATIENCE_SECONDS)
        try:
            return moments.cancel(booked, HOLDS_ARE_OVER, by="client")
        finally:
            done.set()

    was_let_through, cancelled = at_once([decide, cancel])

    assert (was_let_through, cancelled.state) == (True, BookingState.CANCELLED)
    assert offers() == []


def test_an_offer_never_waits_for_somebody_who_is_being_taken(studio: Bookable) -> None:
    """Who holds one photographer and waits for another could wait for ever."""
    if connection.vendor == "sqlite":
        pytest.skip("On SQLite writers take turns: nobody holds a row while another waits.")
    second = photographer(name="Second photographer")
    weekday_hours(second, studio.place, weekdays=[2], opens=time(11), closes=time(11, 30))
    room(studio.place, name="Second room")
    theirs = package(name="Theirs", offered_by=[second], buffer_before_minutes=0)
    first_lost = confirmed_booking(studio)
    confirmed_booking(studio, start=START + HALF_AN_HOUR)
    OpeningHours.objects.filter(photographer=second).update(closes="11:30")
    asked = enquiry(package=theirs)
    taken = moments.hold(asked, studio.place, START, None, NOW)
    waiting = waits(enquiry(package=theirs), studio), waits(enquiry(package=studio.package), studio)
    moments.release(taken, NOW)
    locked, done = threading.Event(), threading.Event()

    def take_a_turn() -> bool:
        with transaction.atomic():
            list(
                Photographer.objects.filter(pk=studio.photographer.pk).select_for_update(
                    no_key=True
                )
            )
            locked.set()
            return done.wait(timeout=PATIENCE_SECONDS / 2)

    def cancel() -> Booking:
        locked.wait(timeout=PATIENCE_SECONDS)
        try:
            return moments.cancel(first_lost, NOW, by="client")
        finally:
            done.set()

    was_let_through, cancelled = at_once([take_a_turn, cancel])

    assert (was_let_through, cancelled.state) == (True, BookingState.CANCELLED)
    moments.sweep_waiting(NOW)
    offered = [WaitingEntry.objects.get(pk=entry.pk).offer for entry in waiting]
    assert [offer.package if offer else None for offer in offered] == [theirs, studio.package]


def test_who_stops_waiting_does_not_stand_in_the_way_of_whoever_decides_the_offer(
    studio: Bookable,
) -> None:
    """Who holds the entry and waits for the booking could wait for ever."""
    if connection.vendor == "sqlite":
        pytest.skip("On SQLite writers take turns: nobody holds a row while another waits.")
    confirmed_booking(studio)
    booked = confirmed_booking(studio, start=START + HALF_AN_HOUR)
    entry = waits(enquiry(package=studio.package), studio)
    moments.cancel(booked, NOW, by="client")
    (offer,) = offers()
    locked, done = threading.Event(), threading.Event()

    def decide() -> None:
        with transaction.atomic():
            lifecycle.locked(offer.pk)
            locked.set()
            done.wait(timeout=1)
            fitting.close(offer, WaitingEntry.Outcome.BOOKED)

    def stop() -> None:
        locked.wait(timeout=PATIENCE_SECONDS)
        try:
            moments.stop_waiting(entry, NOW)
        finally:
            done.set()

    assert at_once([decide, stop]) == [None, None]
    entry.refresh_from_db()
    assert entry.outcome == WaitingEntry.Outcome.BOOKED


def test_of_many_who_wait_one_gets_a_time_that_several_would_give(studio: Bookable) -> None:
    """A cancellation, a move and an expiry free time at once, and the sweep looks too."""
    first = confirmed_booking(studio)
    second = confirmed_booking(studio, start=START + HALF_AN_HOUR)
    entries = [waits(enquiry(package=studio.package), studio) for _ in range(4)]
    other_day = NewTime(studio.place, START + timedelta(days=1))

    results = at_once(
        [
            lambda: moments.cancel(first, NOW, by="client"),
            lambda: moments.move(second, other_day, NOW),
            lambda: moments.sweep_waiting(NOW),
            lambda: moments.sweep_waiting(NOW),
        ]
    )
    moments.sweep_waiting(NOW)

    assert [result for result in results if isinstance(result, Exception)] == []
    assert [offer.start for offer in offers()] == [START, START + HALF_AN_HOUR]
    offered = [WaitingEntry.objects.get(pk=entry.pk).offer for entry in entries]
    assert {offer.pk for offer in offered if offer} == {offer.pk for offer in offers()}
