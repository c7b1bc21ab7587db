"""Cancelling on the site: what it costs is shown first, and never more than was shown is due."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from bookings.booking.links import booking_token, enquiry_token
from bookings.booking.models import Booking
from bookings.booking.states import BookingState
from bookings.notices.models import Notice
from tests import factories
from tests.factories import NOW, START, Bookable
from tests.walking import Walker

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_now")]

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
def bookable() -> Bookable:
    """Half the price in the last 48 hours, the whole of it in the last 12."""
    bookable = factories.bookable_studio()
    bookable.studio.fee_tiers.create(hours_before=12, percent=100)
    return bookable


@pytest.fixture
def booked(bookable: Bookable) -> Booking:
    return factories.confirmed_booking(bookable, start=START + 7 * DAY)


@pytest.fixture
def late(bookable: Bookable) -> Booking:
    return factories.confirmed_booking(bookable, start=START - 2 * HOUR, now=NOW - 7 * DAY)


def address(booking: Booking, name: str = "cancel") -> str:
    return reverse(f"front:{name}", args=[booking_token(booking)])


def words(response: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def state(booking: Booking) -> tuple[str, int]:
    booking.refresh_from_db()
    return booking.state, booking.fee_minor


def test_what_it_costs_stands_there_by_real_dates(client: Client, booked: Booking) -> None:
    said = words(client.get(address(booked)))
    assert "Cancelling now is free of charge" in said
    assert (
        "Until Monday 30 November 2026, 11:00 Free of charge "
        "Then until Tuesday 1 December 2026, 23:00 €47.50 "
        "After that, or if you don’t come €95" in said
    )
    assert state(booked) == (BookingState.CONFIRMED, 0)


@pytest.mark.parametrize(
    ("used", "said"),
    [
        ({}, "Move it to another time instead"),
        ({"moves": 2}, "Move it instead"),
        ({"moves": 2, "is_care_move_used": True}, ""),
    ],
)
def test_a_move_is_offered_while_it_may_be_had(
    client: Client, booked: Booking, used: dict[str, Any], said: str
) -> None:
    Booking.objects.filter(pk=booked.pk).update(**used)
    offers = re.findall(r"Move it[^<]*instead", client.get(address(booked)).content.decode())
    assert offers == ([said] if said else [])


def test_afterwards_its_page_says_nothing_of_a_time_that_others_may_have(
    client: Client, booked: Booking
) -> None:
    client.post(address(booked), {"fee": 0, "seen": booked.sequence})
    said = words(client.get(address(booked, "booking")))
    assert "Nothing is charged. Your answers are kept:" in said
    assert "free again" not in said


def test_cancelled_in_time_it_costs_nothing_and_leads_back(booked: Booking) -> None:
    walker = Walker()
    walker.go(address(booked))
    walker.send(walker.forms[0], {"reason": "A new job in another town"})
    assert walker.path == address(booked)
    assert "Your session is cancelled" in walker.html
    assert "Nothing is charged" in walker.html
    assert state(booked) == (BookingState.CANCELLED, 0)
    event = booked.events.latest("pk")
    assert (event.by, event.note) == ("client", "A new job in another town")
    walker.go(reverse("front:times", args=[enquiry_token(booked.enquiry)]))
    start = next(form for form in walker.forms if form.buttons)
    walker.send(start)
    assert booked.enquiry.bookings.filter(state=BookingState.HELD).count() == 1


def test_cancelled_late_it_costs_what_was_shown(client: Client, late: Booking) -> None:
    page = client.get(address(late))
    assert "Cancelling now costs €47.50" in words(page)
    assert "Cancel it for €47.50" in words(page)
    assert reverse("front:move", args=[booking_token(late)]) in page.content.decode()
    said = words(
        client.post(address(late), {"fee": "4750", "seen": "0", "reason": ""}, follow=True)
    )
    assert "€47.50 is due" in said
    assert state(late) == (BookingState.CANCELLED, 4750)
    own_page = words(client.get(address(late, "booking")))
    assert "It was cancelled later than our terms allow free of charge: €47.50 is due." in own_page


def test_a_fee_that_rose_meanwhile_is_shown_and_not_charged(
    client: Client, late: Booking, time_machine: Any
) -> None:
    time_machine.move_to(late.start - 11 * HOUR, tick=False)
    response = client.post(address(late), {"fee": "4750", "seen": "0", "reason": "Fog"})
    assert response.status_code == 409
    assert "Cancelling costs €95 by now" in words(response)
    assert response.context["form"]["reason"].value() == "Fog"
    assert state(late) == (BookingState.CONFIRMED, 0)
    fee = str(response.context["form"]["fee"].value())
    client.post(address(late), {"fee": fee, "seen": "0", "reason": "Fog"})
    assert state(late) == (BookingState.CANCELLED, 9500)


@pytest.mark.parametrize("fee", ["", "-1", "free", "1\0"])
def test_a_fee_that_can_not_be_read_cancels_nothing(
    client: Client, late: Booking, fee: str
) -> None:
    response = client.post(address(late), {"fee": fee, "seen": "0", "reason": "Fog"})
    assert response.status_code == 400
    assert response.context["form"]["fee"].value() == 4750
    assert state(late) == (BookingState.CONFIRMED, 0)


def test_a_promise_to_pay_more_is_not_taken_up(client: Client, late: Booking) -> None:
    client.post(address(late), {"fee": "999999", "seen": "0"})
    assert state(late) == (BookingState.CANCELLED, 4750)


def test_a_reason_that_is_too_long_is_kept_and_named(client: Client, booked: Booking) -> None:
    response = client.post(address(booked), {"fee": "0", "seen": "0", "reason": "x" * 501})
    assert response.status_code == 400
    assert "Keep it to 500 characters; this has 501." in words(response)
    assert response.context["form"]["reason"].value() == "x" * 501
    assert state(booked) == (BookingState.CONFIRMED, 0)


def test_a_second_click_cancels_once(client: Client, booked: Booking) -> None:
    answers = [
        client.post(address(booked), {"fee": "0", "seen": "0"}).status_code for _ in range(2)
    ]
    assert answers == [302, 200]
    assert Notice.objects.filter(booking=booked, kind="cancelled").count() == 1
    assert booked.events.filter(kind="cancelled").count() == 1


def test_what_has_begun_is_not_cancelled_here(
    client: Client, booked: Booking, time_machine: Any
) -> None:
    time_machine.move_to(booked.start, tick=False)
    for response in (
        client.get(address(booked)),
        client.post(address(booked), {"fee": "9500", "seen": "0"}),
    ):
        assert (response.status_code, response["Location"]) == (302, address(booked, "booking"))
    assert state(booked) == (BookingState.CONFIRMED, 0)


def test_a_time_only_held_is_let_go_and_not_cancelled(client: Client, bookable: Bookable) -> None:
    held = factories.held_booking(bookable)
    response = client.post(address(held), {"fee": "0", "seen": "0"})
    assert (response.status_code, response["Location"]) == (302, address(held, "booking"))
    assert state(held) == (BookingState.HELD, 0)


def test_looking_cancels_nothing(client: Client, booked: Booking) -> None:
    client.get(address(booked), {"fee": "0", "seen": "0", "reason": "x"})
    assert state(booked) == (BookingState.CONFIRMED, 0)


def test_strangers_and_forms_from_elsewhere_cancel_nothing(client: Client, booked: Booking) -> None:
    forged = reverse("front:cancel", args=[booking_token(booked)[:-1] + "-"])
    assert client.post(forged, {"fee": "0", "seen": "0"}).status_code == 404
    outside = Client(enforce_csrf_checks=True)
    assert outside.post(address(booked), {"fee": "0", "seen": "0"}).status_code == 403
    assert state(booked) == (BookingState.CONFIRMED, 0)


def test_a_session_that_was_moved_meanwhile_is_shown_and_not_cancelled(
    client: Client, booked: Booking
) -> None:
    response = client.post(address(booked), {"fee": "0", "seen": "7", "reason": "Fog"})

    booked.refresh_from_db()
    assert (response.status_code, booked.state) == (409, "confirmed")
    said = words(response)
    assert "The session has another time by now" in said
    assert response.context["form"]["reason"].value() == "Fog"
    assert response.context["form"]["seen"].value() == 0
