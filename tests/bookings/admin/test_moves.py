"""What staff do to a booking: each move asks first, runs one moment, and says what it refuses."""

from datetime import datetime, timedelta

import pytest
from django.test import Client

from bookings import moments
from bookings.admin.permissions import FRONT_DESK
from bookings.booking.models import Booking
from tests import factories
from tests.bookings.admin.people import member, photographer_account, signed_in
from tests.factories import CONTACT, NOW

pytestmark = pytest.mark.django_db

SOON = NOW + timedelta(minutes=1)
DAY = timedelta(days=1)
LATER = factories.START + timedelta(hours=1)


def page_of(booking: Booking) -> str:
    return f"/admin/bookings/booking/{booking.pk}/change/"


def move_of(booking: Booking, slug: str) -> str:
    return f"/admin/bookings/booking/{booking.pk}/move/{slug}/"


def state_of(booking: Booking) -> str:
    return Booking.objects.get(pk=booking.pk).state


def moves_on(browser: Client, booking: Booking) -> list[str]:
    return [move.slug for move in browser.get(page_of(booking)).context["moves"]]


def held_with_details() -> Booking:
    booking = factories.held_booking()
    moments.give_details(booking, CONTACT, "", NOW)
    return booking


def expired() -> Booking:
    booking = factories.held_booking()
    moments.expire_holds(NOW + timedelta(hours=1))
    return booking


def missed() -> Booking:
    booking = factories.confirmed_booking()
    return moments.miss(booking, booking.end)


def delivered() -> Booking:
    booking = factories.completed_booking()
    return moments.deliver(booking, booking.end)


@pytest.mark.parametrize(
    ("make", "at", "expected"),
    [
        (factories.held_booking, SOON, ["release"]),
        (held_with_details, SOON, ["confirm", "release"]),
        (held_with_details, NOW + timedelta(hours=1), ["release"]),
        (factories.confirmed_booking, SOON, ["cancel"]),
        (factories.confirmed_booking, factories.START, ["complete", "miss", "cancel"]),
        (factories.completed_booking, LATER, ["deliver", "undo"]),
        (factories.completed_booking, LATER + DAY, ["deliver"]),
        (missed, LATER, ["undo"]),
        (missed, LATER + DAY, []),
        (delivered, factories.START, []),
        (factories.cancelled_booking, SOON, []),
        (expired, SOON, []),
    ],
)
def test_only_legal_moves_are_offered(make: object, at: datetime, expected: list[str]) -> None:
    assert callable(make)
    booking = make()

    with signed_in(member(FRONT_DESK), at) as browser:
        assert moves_on(browser, booking) == expected


def test_a_photographer_moves_only_what_belongs_to_their_session() -> None:
    booking = factories.confirmed_booking()

    with signed_in(photographer_account(booking.photographer), booking.start) as browser:
        assert moves_on(browser, booking) == ["complete", "miss"]
        assert (
            browser.post(move_of(booking, "cancel"), {"by": "staff", "reason": "x"}).status_code
            == 403
        )
        assert browser.post(move_of(booking, "complete")).status_code == 302

    assert state_of(booking) == "completed"


@pytest.mark.parametrize(
    ("slug", "make", "at", "state", "message"),
    [
        ("confirm", held_with_details, SOON, "confirmed", "The booking is confirmed."),
        (
            "release",
            factories.held_booking,
            SOON,
            "released",
            "The hold is let go; its time is free again.",
        ),
        (
            "complete",
            factories.confirmed_booking,
            factories.START,
            "completed",
            "The session is completed, and its record is started.",
        ),
        (
            "miss",
            factories.confirmed_booking,
            factories.START,
            "no_show",
            "Noted that the client did not come.",
        ),
        (
            "deliver",
            factories.completed_booking,
            LATER,
            "delivered",
            "The pictures are delivered.",
        ),
        (
            "cancel",
            factories.confirmed_booking,
            SOON,
            "cancelled",
            "The booking is cancelled; its time is free again.",
        ),
    ],
)
def test_a_move_asks_first_and_is_then_made(
    slug: str, make: object, at: datetime, state: str, message: str
) -> None:
    assert callable(make)
    booking = make()
    before, account = state_of(booking), member(FRONT_DESK)

    with signed_in(account, at) as browser:
        asking = browser.get(move_of(booking, slug))
        assert (asking.status_code, state_of(booking)) == (200, before)
        answer = browser.post(move_of(booking, slug), {"by": "staff", "reason": "Ill"}, follow=True)

    assert [str(said) for said in answer.context["messages"]] == [message]
    assert state_of(booking) == state
    event = booking.events.last()
    assert event is not None
    assert (event.to_state, event.by, event.actor, event.at) == (state, "staff", account, at)


def test_a_move_that_came_too_late_says_so_and_changes_nothing() -> None:
    booking = factories.cancelled_booking()
    events = booking.events.count()

    with signed_in(member(FRONT_DESK)) as browser:
        asking = browser.get(move_of(booking, "cancel"))
        answer = browser.post(move_of(booking, "cancel"), {"by": "staff"}, follow=True)

    assert "can’t be done with the booking as it stands now" in asking.content.decode()
    assert [str(said) for said in answer.context["messages"]] == [
        "This booking has moved on since you opened the page. Look at it again."
    ]
    assert booking.events.count() == events


def test_a_session_is_not_completed_before_it_begins() -> None:
    booking = factories.confirmed_booking()

    with signed_in(member(FRONT_DESK)) as browser:
        answer = browser.post(move_of(booking, "complete"), follow=True)

    assert [str(said) for said in answer.context["messages"]] == ["This session hasn't begun yet."]
    assert state_of(booking) == "confirmed"


def test_clicking_twice_confirms_once() -> None:
    booking = held_with_details()

    with signed_in(member(FRONT_DESK), SOON) as browser:
        for _click in range(2):
            assert browser.post(move_of(booking, "confirm")).status_code == 302

    assert booking.events.filter(kind="confirmed").count() == 1
    assert booking.notices.count() == 2


@pytest.mark.parametrize("slug", ["expire", "delete", "confirm%0a"])
def test_an_unknown_move_is_no_page(slug: str) -> None:
    booking = factories.confirmed_booking()

    with signed_in(member(FRONT_DESK)) as browser:
        assert browser.post(f"/admin/bookings/booking/{booking.pk}/move/{slug}/").status_code == 404
