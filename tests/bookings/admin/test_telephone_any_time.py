"""A caller wants a time that is not on offer: what a reason opens, and what nothing opens."""

from datetime import timedelta

import pytest

from bookings.admin.permissions import FRONT_DESK, OWNER
from bookings.booking.models import Booking
from tests import factories
from tests.bookings.admin.calls import PAGE, REASON, at_night, book, said
from tests.bookings.admin.people import member, signed_in
from tests.factories import START

pytestmark = pytest.mark.django_db


def test_a_time_outside_hours_is_booked_after_a_warning_and_with_a_reason() -> None:
    bookable = factories.bookable_studio()
    start = START - timedelta(hours=4, minutes=30)

    with signed_in(member(FRONT_DESK)) as browser:
        first = book(browser, at_night(bookable, reason=REASON))
        assert first.context["sheet"].warning.startswith("Wed 25 November 2026, 06:30 CET is not")
        assert first.context["sheet"].warning.endswith(
            "Press the button once more, and it is booked with the reason given."
        )
        warned = {"warned_of": first.context["sheet"].warned_of}
        without = book(browser, at_night(bookable, **warned))
        assert said(without) == {"reason": ["Say why, then book again."]}
        assert without.context["sheet"].warning.endswith("It is booked only with a reason.")
        for other in ({}, {"warned_of": START.isoformat()}):
            book(browser, at_night(bookable, reason=REASON, **other))
        assert not Booking.objects.exists()
        answer = book(browser, at_night(bookable, reason=REASON, **warned))
        page = browser.get(answer.headers["Location"])

    booking = Booking.objects.get()
    assert (booking.start, booking.override_reason) == (start, REASON)
    assert ("Outside hours or notice, because", REASON) in page.context["remarks"]
    assert f"Booked outside hours or notice: {REASON}" in page.content.decode()


def test_another_time_that_is_on_offer_needs_no_reason() -> None:
    bookable = factories.bookable_studio()

    with signed_in(member(FRONT_DESK)) as browser:
        book(browser, at_night(bookable, other_time="12:30", photographer=""))

    booking = Booking.objects.get()
    assert (booking.start, booking.override_reason) == (START + timedelta(minutes=90), "")


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"photographer": ""}, {"photographer": ["Name who takes it: nobody is on duty then."]}),
        ({"other_time": ""}, {"other_time": ["Type the time."]}),
        ({"day": "2026-11-22"}, {"other_time": ["This time is over."]}),
        ({"day": "9999-12-31"}, {"day": ["That is too far away."]}),
    ],
)
def test_another_time_that_can_not_be_is_said_beside_its_field(
    changes: dict[str, str], fault: dict[str, list[str]]
) -> None:
    bookable = factories.bookable_studio()

    with signed_in(member(FRONT_DESK)) as browser:
        answer = book(browser, at_night(bookable, reason=REASON, **changes))

    assert said(answer) == fault


@pytest.mark.parametrize("minutes", [-20, 0, 25])
def test_no_reason_books_over_another_session(minutes: int) -> None:
    bookable = factories.bookable_studio()
    stands = factories.confirmed_booking(bookable)
    start = START + timedelta(minutes=minutes)
    forced = at_night(
        bookable,
        other_time=f"{start.hour + 1:02}:{start.minute:02}",
        reason=REASON,
        warned_of=start.isoformat(),
    )

    with signed_in(member(OWNER)) as browser:
        answer = book(browser, forced)

    taken = (
        "Mara Lindqvist is taken then, setting up and clearing up included. "
        "No reason books over that."
    )
    assert said(answer) == {"other_time": [taken]}
    assert list(Booking.objects.all()) == [stands]


def test_who_does_not_take_the_package_is_said_beside_the_name() -> None:
    bookable = factories.bookable_studio()
    other = factories.photographer(name="Tove Berg")
    why = {"photographer": ["Tove Berg doesn’t take this package. Choose somebody who does."]}

    with signed_in(member(FRONT_DESK)) as browser:
        call = at_night(bookable, photographer=other.pk, reason=REASON)
        assert said(book(browser, call)) == why
        assert said(browser.post(PAGE, call | {"times": ""})) == why

    assert not Booking.objects.exists()


def test_a_room_that_is_taken_is_named() -> None:
    bookable = factories.bookable_studio()
    factories.confirmed_booking(bookable)
    tove = factories.photographer([bookable.package], name="Tove Berg")
    call = at_night(bookable, photographer=tove.pk, other_time="11:00", reason=REASON)

    with signed_in(member(FRONT_DESK)) as browser:
        any_room = said(book(browser, call))
        that_room = said(book(browser, call | {"room": bookable.room.pk}))

    assert any_room == {"other_time": ["Every room that suits is taken then. Name another."]}
    taken = (
        f"{bookable.room} is taken then, setting up and clearing up included. "
        "No reason books over that."
    )
    assert that_room == {"other_time": [taken]}


def test_where_no_room_suits_it_is_said_beside_the_room() -> None:
    bookable = factories.bookable_studio()
    bookable.package.min_room_length_m = 40
    bookable.package.save()

    with signed_in(member(FRONT_DESK)) as browser:
        answer = book(browser, at_night(bookable, reason=REASON))

    assert said(answer) == {"room": ["No room here suits this session. Name the one to take."]}
