"""Bookings that change at once: a time goes to one of all who want it, the others keep theirs."""

from collections import Counter
from datetime import timedelta
from functools import partial

import pytest

from bookings import moments
from bookings.booking.errors import BookingError, IllegalMove, MovedMeanwhile, SlotTaken
from bookings.booking.models import Booking, BookingEvent
from bookings.booking.states import BookingState
from bookings.moments import Call, Contact, NewTime
from bookings.notices.models import Notice
from tests.bookings.races.agreement import disagreements
from tests.bookings.races.crowds import clients_who_want
from tests.bookings.races.threads import at_once
from tests.factories import (
    ANSWERS,
    CONTACT,
    NOW,
    START,
    bookable_studio,
    confirmed_booking,
    held_booking,
    staff,
)

pytestmark = pytest.mark.django_db(transaction=True)

HOUR = timedelta(hours=1)
WANTED = START + 4 * HOUR


def test_holds_moves_and_the_telephone_want_one_time() -> None:
    studio = bookable_studio()
    booked = [confirmed_booking(studio, start=START + hours * HOUR) for hours in (0, 1, 2)]
    call = Call(package=studio.package, place=studio.place, start=WANTED, answers=ANSWERS)
    # Somebody of their own: whoever has moved there already would be told so, not that it is taken.
    caller = Contact(name="Theo Lindqvist", email="theo@example.com", phone="+49 761 5550144")
    desk = staff("desk")
    to = NewTime(studio.place, WANTED)

    results = at_once(
        [
            *(partial(moments.move, booking, to, NOW) for booking in booked),
            *(
                partial(moments.hold, asked, studio.place, WANTED, None, NOW)
                for asked in clients_who_want(studio.package, 6)
            ),
            partial(moments.book_by_telephone, call, caller, NOW, actor=desk),
        ]
    )

    assert Counter(type(result) for result in results) == {Booking: 1, SlotTaken: 9}
    assert Booking.objects.live().filter(start=WANTED).count() == 1
    assert disagreements() == []


def test_two_who_want_each_other_s_time_keep_their_own() -> None:
    studio = bookable_studio()
    first, second = (confirmed_booking(studio, start=start) for start in (START, WANTED))

    results = at_once(
        [
            partial(moments.move, first, NewTime(studio.place, WANTED), NOW),
            partial(moments.move, second, NewTime(studio.place, START), NOW),
        ]
    )

    assert [type(result) for result in results] == [SlotTaken, SlotTaken]
    assert list(Booking.objects.order_by("pk").values_list("start", flat=True)) == [START, WANTED]
    assert disagreements() == []


def test_many_clicks_move_once() -> None:
    studio = bookable_studio()
    booking = confirmed_booking(studio)

    results = at_once([partial(moments.move, booking, NewTime(studio.place, WANTED), NOW)] * 8)

    assert {result.start for result in results} == {WANTED}
    booking.refresh_from_db()
    assert (booking.moves, booking.sequence) == (1, 1)
    assert booking.events.filter(kind=BookingEvent.Kind.MOVED).count() == 1
    assert booking.notices.filter(kind=Notice.Kind.MOVED).count() == 1


def test_of_many_who_move_it_from_one_page_each_elsewhere_one_does() -> None:
    studio = bookable_studio()
    booking = confirmed_booking(studio)
    elsewhere = [NewTime(studio.place, START + hours * HOUR) for hours in (1, 2, 3, 4)]

    results = at_once(
        [partial(moments.move, booking, to, NOW, by="staff", seen=0) for to in elsewhere]
    )

    assert Counter(type(result) for result in results) == {Booking: 1, MovedMeanwhile: 3}
    booking.refresh_from_db()
    assert booking.sequence == 1
    assert disagreements() == []


def test_a_booking_that_is_moved_and_cancelled_at_once_is_cancelled_in_the_end() -> None:
    studio = bookable_studio()
    booking = confirmed_booking(studio)

    moved, cancelled = at_once(
        [
            partial(moments.move, booking, NewTime(studio.place, WANTED), NOW),
            partial(moments.cancel, booking, NOW, by="client"),
        ]
    )

    assert isinstance(moved, Booking | IllegalMove)
    assert cancelled.state == BookingState.CANCELLED
    assert disagreements() == []


def test_a_hold_is_confirmed_or_released_or_extended_first_and_the_others_find_it_so() -> None:
    held = held_booking()
    moments.give_details(held, CONTACT, "", NOW)

    results = at_once(
        [
            partial(moments.confirm, held, NOW),
            partial(moments.release, held, NOW),
            partial(moments.extend, held, NOW),
            partial(moments.expire_holds, NOW + timedelta(minutes=20)),
        ]
    )

    faults = [one for one in results if isinstance(one, Exception)]
    assert [fault for fault in faults if not isinstance(fault, BookingError)] == []
    held.refresh_from_db()
    endings = (BookingState.CONFIRMED, BookingState.RELEASED, BookingState.EXPIRED)
    assert held.state in endings
    assert disagreements() == []
