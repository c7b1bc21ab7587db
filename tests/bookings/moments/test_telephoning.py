"""The desk books for a caller: at once confirmed, where it must be outside hours, never twice."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import User

from bookings import moments
from bookings.booking.errors import BookedAlready, NotOffered, PackageUnavailable, SlotTaken
from bookings.booking.models import Booking, Client
from bookings.moments import Call, Contact
from bookings.notices.models import Notice
from guidance.questionnaire import AnswerError
from tests.factories import (
    CONTACT,
    NOW,
    START,
    Bookable,
    bookable_studio,
    client,
    confirmed_booking,
    held_booking,
    package,
    photographer,
    room,
    staff,
    weekday_hours,
)

pytestmark = pytest.mark.django_db

NIGHT = START.replace(hour=3)
ANSWERS = {"uses": ["online_profile"], "occasion": "work", "glasses": "always"}


def call(bookable: Bookable, **agreed: Any) -> Call:
    return Call(
        **{
            "package": bookable.package,
            "place": bookable.place,
            "start": START,
            "answers": ANSWERS,
            "note": "Rang twice",
            **agreed,
        }
    )


def book(agreed: Call, caller: Any = CONTACT) -> Booking:
    desk = User.objects.filter(username="desk").first() or staff("desk")
    return moments.book_by_telephone(agreed, caller, NOW, actor=desk)


def test_a_caller_is_booked_with_brief_and_letters() -> None:
    booking = book(call(bookable_studio()))

    assert (booking.state, booking.source, booking.note) == ("confirmed", "telephone", "Rang twice")
    assert booking.client is not None
    assert (booking.client.name, booking.enquiry.answers["glasses"]) == (CONTACT.name, "always")
    assert booking.briefs.count() == 1
    kinds = set(Notice.objects.values_list("kind", flat=True))
    assert {"confirmation", "assignment"} <= kinds
    events = booking.events.order_by("pk").values_list("kind", "by", "actor__username")
    assert list(events) == [("held", "staff", "desk"), ("confirmed", "staff", "desk")]


def test_a_second_click_books_no_second_photographer() -> None:
    bookable = bookable_studio()
    room(bookable.place, name="South room")
    colleague = photographer([bookable.package], name="Tove Berg")
    weekday_hours(colleague, bookable.place)
    booking = book(call(bookable))

    with pytest.raises(BookedAlready):
        book(call(bookable))
    assert list(Booking.objects.all()) == [booking]

    other = book(call(bookable), Contact("Somebody Else", "else@example.com"))
    assert {booking.photographer.name, other.photographer.name} == {
        bookable.photographer.name,
        "Tove Berg",
    }


def test_a_client_who_is_known_stays_one() -> None:
    known = client(name="Known", email="known@example.com")

    booking = book(call(bookable_studio()), known)

    assert (booking.client, Client.objects.count()) == (known, 1)


def test_few_answers_are_enough() -> None:
    booking = book(call(bookable_studio(), answers={}))

    assert booking.briefs.get().content["kind"] == "headshot"


def test_a_time_outside_hours_needs_a_reason_and_somebody_to_come() -> None:
    bookable = bookable_studio()
    with pytest.raises(NotOffered):
        book(call(bookable, start=NIGHT))
    with pytest.raises(SlotTaken):
        book(call(bookable, start=NIGHT, override_reason="Flies out at six"))
    assert not Booking.objects.exists()

    booking = book(
        call(
            bookable,
            start=NIGHT,
            photographer=bookable.photographer,
            override_reason="Flies out at six",
        )
    )
    assert (booking.start, booking.override_reason) == (NIGHT, "Flies out at six")
    assert booking.room == bookable.room


def test_no_reason_books_over_another_session() -> None:
    bookable = bookable_studio()
    stands = confirmed_booking(bookable)
    forced = call(
        bookable,
        start=START + timedelta(minutes=15),
        photographer=bookable.photographer,
        override_reason="It is urgent",
    )

    with pytest.raises(SlotTaken):
        book(forced)
    assert list(Booking.objects.all()) == [stands]


def test_a_hold_is_not_overridden_either_until_it_runs_out() -> None:
    bookable = bookable_studio()
    held_booking(bookable)

    with pytest.raises(SlotTaken):
        book(call(bookable))


def test_nothing_is_kept_of_a_call_that_can_not_be_booked() -> None:
    bookable = bookable_studio()
    other = package(name="Archived", is_active=False)

    with pytest.raises(PackageUnavailable):
        book(call(bookable, package=other))
    with pytest.raises(AnswerError):
        book(call(bookable, answers={"uses": ["social media"]}))
    assert (Booking.objects.count(), Client.objects.count()) == (0, 0)


def test_the_past_is_not_booked_whatever_the_reason() -> None:
    bookable = bookable_studio()
    past = call(
        bookable,
        start=NOW - timedelta(hours=1),
        photographer=bookable.photographer,
        override_reason="Noted late",
    )

    with pytest.raises(SlotTaken):
        book(past)
