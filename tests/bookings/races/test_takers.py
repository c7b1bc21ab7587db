"""Real threads at one start: one wins, the others are refused politely and change nothing."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

import pytest

from bookings import moments
from bookings.booking.errors import SlotTaken
from bookings.booking.models import Booking, BookingEvent, Enquiry
from bookings.booking.states import BookingState
from bookings.notices.models import Notice
from bookings.schedule.models import Allocation
from guidance.questionnaire import in_words, parse
from tests.bookings.races.crowds import clients_who_want
from tests.bookings.races.threads import at_once
from tests.factories import (
    CONTACT,
    NOW,
    START,
    Bookable,
    bookable_studio,
    enquiry,
    held_booking,
    package,
    photographer,
    room,
    weekday_hours,
)

pytestmark = pytest.mark.django_db(transaction=True)

TAKERS = 50


def taking(enquiry: Enquiry, studio: Bookable, start: datetime = START) -> Callable[[], Booking]:
    """Hold `start`, say who is coming, confirm: the whole of a client's last steps."""

    def take() -> Booking:
        held = moments.hold(enquiry, studio.place, start, None, NOW)
        moments.give_details(held, CONTACT, "", NOW)
        return moments.confirm(held, NOW)

    return take


def test_of_fifty_takers_of_one_start_one_wins() -> None:
    studio = bookable_studio()
    enquiries = clients_who_want(studio.package, TAKERS)

    results = at_once([taking(asked, studio) for asked in enquiries])

    outcomes = Counter(type(result) for result in results)
    assert outcomes == {Booking: 1, SlotTaken: TAKERS - 1}
    refusals = [result for result in results if isinstance(result, SlotTaken)]
    assert {len(refusal.alternatives) for refusal in refusals} == {3}
    assert Booking.objects.count() == 1
    assert Allocation.objects.count() == 2
    assert BookingEvent.objects.filter(kind=BookingEvent.Kind.CONFIRMED).count() == 1
    assert Notice.objects.count() == 2


def test_as_many_win_as_there_are_photographers_and_rooms() -> None:
    studio = bookable_studio()
    second = photographer([studio.package], name="Second photographer")
    third = photographer([studio.package], name="Third photographer")
    for person in (second, third):
        weekday_hours(person, studio.place)
    room(studio.place, name="Second room")
    enquiries = clients_who_want(studio.package, TAKERS)

    results = at_once([taking(asked, studio) for asked in enquiries])

    outcomes = Counter(type(result) for result in results)
    assert outcomes == {Booking: 2, SlotTaken: TAKERS - 2}
    assert Booking.objects.values("room").distinct().count() == 2
    assert Booking.objects.values("photographer").distinct().count() == 2


def test_two_packages_that_share_a_room_are_never_in_it_together() -> None:
    studio = bookable_studio()
    longer = package(name="Long session", duration_minutes=90)
    second = photographer([longer, studio.package], name="Second photographer")
    weekday_hours(second, studio.place)
    earlier = START - timedelta(minutes=30)
    short = clients_who_want(studio.package, TAKERS // 2)
    long = clients_who_want(longer, TAKERS // 2)

    results = at_once(
        [taking(asked, studio) for asked in short]
        + [taking(asked, studio, earlier) for asked in long]
    )

    outcomes = Counter(type(result) for result in results)
    assert outcomes == {Booking: 1, SlotTaken: TAKERS - 1}
    assert Allocation.objects.filter(room=studio.room).count() == 1


def test_confirming_twice_at_once_makes_one_booking_and_one_letter() -> None:
    held = held_booking()
    moments.give_details(held, CONTACT, "", NOW)

    results = at_once([lambda: moments.confirm(held, NOW)] * 8)

    assert {result.pk for result in results} == {held.pk}
    assert held.events.filter(kind=BookingEvent.Kind.CONFIRMED).count() == 1
    assert Notice.objects.filter(kind=Notice.Kind.CONFIRMATION).count() == 1
    assert held.briefs.count() == 1


def test_two_tabs_of_one_client_end_in_one_hold() -> None:
    studio = bookable_studio()
    asked = enquiry(package=studio.package)
    times = [START, START + timedelta(hours=2)] * 4

    at_once([partial(moments.hold, asked, studio.place, start, None, NOW) for start in times])

    assert Booking.objects.filter(state=BookingState.HELD).count() == 1
    assert Allocation.objects.values("booking").distinct().count() == 1


def test_a_hold_that_runs_out_is_confirmed_or_taken_but_never_both() -> None:
    studio = bookable_studio()
    held = held_booking(studio)
    moments.give_details(held, CONTACT, "", NOW)
    asked = enquiry(package=studio.package)
    at_the_end = NOW + timedelta(minutes=15)

    at_once(
        [
            lambda: moments.confirm(held, at_the_end - timedelta(seconds=1)),
            lambda: moments.hold(asked, studio.place, START, None, at_the_end),
            lambda: moments.expire_holds(at_the_end),
        ]
    )

    held.refresh_from_db()
    standing = set(Allocation.objects.values_list("booking", flat=True))
    other = Booking.objects.exclude(pk=held.pk).values_list("pk", flat=True)
    if held.state == BookingState.CONFIRMED:
        assert standing == {held.pk}
    else:
        assert held.state == BookingState.EXPIRED
        assert standing == set(other)
    assert len(standing) == 1


def test_an_answer_comes_before_a_confirmation_or_is_refused() -> None:
    held = held_booking()
    moments.give_details(held, CONTACT, "", NOW)

    at_once(
        [
            partial(moments.confirm, held, NOW),
            partial(moments.answer, held.enquiry, "setting", {"background": "blurred_place"}, NOW),
        ]
    )

    held.refresh_from_db()
    frozen = [
        tuple(answer["message"] for answer in said["answers"]) for said in held.answers_as_given
    ]
    now_said = [
        tuple(answer.message for answer in answers)
        for _, answers in in_words(parse(held.enquiry.answers))
    ]
    assert frozen == now_said
