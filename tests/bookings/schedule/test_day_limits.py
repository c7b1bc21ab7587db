"""A photographer takes so many sessions a day and no more, whoever asks."""

from datetime import timedelta

import pytest

from bookings import moments
from bookings.booking.errors import SlotTaken
from bookings.moments import Call, NewTime
from tests.factories import (
    ANSWERS,
    CONTACT,
    NOW,
    START,
    Bookable,
    bookable_studio,
    confirmed_booking,
    held_booking,
    photographer,
    staff,
    weekday_hours,
)

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def limited(sessions: int) -> Bookable:
    studio = bookable_studio()
    studio.photographer.most_sessions_a_day = sessions
    studio.photographer.save()
    return studio


def test_after_the_last_session_of_the_day_none_is_offered_that_day() -> None:
    studio = limited(2)
    for hours in (0, 2):
        confirmed_booking(studio, start=START + hours * HOUR)

    with pytest.raises(SlotTaken) as refusal:
        held_booking(studio, start=START + 4 * HOUR)
    nearest = {opening.start.date() for opening in refusal.value.alternatives}
    assert nearest == {START.date() + DAY}
    assert held_booking(studio, start=START + DAY).start == START + DAY


def test_holds_count_until_they_run_out() -> None:
    studio = limited(1)
    held_booking(studio)

    with pytest.raises(SlotTaken):
        held_booking(studio, start=START + 2 * HOUR)
    later = NOW + timedelta(minutes=15)
    assert held_booking(studio, start=START + 2 * HOUR, now=later)


def test_a_session_moves_within_its_own_full_day() -> None:
    studio = limited(1)
    booking = confirmed_booking(studio)

    moved = moments.move(booking, NewTime(studio.place, START + 2 * HOUR), NOW)
    assert moved.start == START + 2 * HOUR


def test_a_colleague_without_a_limit_takes_it() -> None:
    studio = limited(1)
    second = photographer([studio.package], name="Second")
    weekday_hours(second, studio.place)
    confirmed_booking(studio, photographer=studio.photographer)

    assert held_booking(studio, start=START + 2 * HOUR).photographer == second


def test_the_desk_may_go_beyond_it_with_a_reason() -> None:
    studio = limited(1)
    confirmed_booking(studio)
    call = Call(
        package=studio.package,
        place=studio.place,
        start=START + 2 * HOUR,
        answers=ANSWERS,
        photographer=studio.photographer,
        override_reason="Agreed with Mara",
    )

    booking = moments.book_by_telephone(call, CONTACT, NOW, actor=staff("desk"))
    assert booking.start == START + 2 * HOUR
