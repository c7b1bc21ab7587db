"""When a session can't be moved on the site: too late, too often, over, off, or nowhere to go."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from bookings.booking.links import booking_token
from bookings.booking.models import Booking
from bookings.front.searching import ANYONE
from tests import factories
from tests.bookings.front.moves import AHEAD, address, look, seat, send, words
from tests.factories import NOW, START, Bookable
from tests.walking import Walker

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_now")]

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
def booked(bookable: Bookable) -> Booking:
    return factories.confirmed_booking(bookable, start=AHEAD)


@pytest.fixture
def late(bookable: Bookable) -> Booking:
    """The cut-off has passed: the session is in 47 hours."""
    return factories.confirmed_booking(bookable, start=START - 2 * HOUR, now=NOW - 7 * DAY)


def test_after_the_cut_off_the_page_says_so_before_any_time_is_picked(
    client: Client, late: Booking
) -> None:
    response = look(client, late)
    assert "timetable" not in response.context
    assert "Moving was possible until Monday 23 November 2026, 09:00." in words(response)
    assert "I am ill, or something about access changed" in words(response)
    assert "Call +49 761 5550100" in words(response)


def test_illness_or_access_moves_it_once_all_the_same(client: Client, late: Booking) -> None:
    walker = Walker()
    walker.go(address(late))
    assert walker.forms[0].method == "get"
    walker.go(f"{address(late)}?free=on")
    assert "This is your one free move for illness or access." in walker.html
    walker.go(f"{address(late)}?free=on&start={AHEAD.isoformat().replace('+', '%2B')}")
    walker.send(walker.forms[0])
    late.refresh_from_db()
    assert (late.start, late.moves, late.is_care_move_used) == (AHEAD, 0, True)
    assert late.events.latest("pk").note == "2026-11-25T08:00Z > 2026-12-02T10:00Z"


def test_the_free_move_is_had_once(client: Client, late: Booking) -> None:
    Booking.objects.filter(pk=late.pk).update(is_care_move_used=True)
    said = words(look(client, late, free="on"))
    assert "The one free move for illness or access is used, too." in said
    assert "I am ill" not in said
    assert send(client, late, AHEAD, free="on").status_code == 409
    assert seat(late) == (late.start, 0)


def test_a_second_click_on_the_free_move_leads_on(client: Client, late: Booking) -> None:
    start = NOW + 26 * HOUR
    answers = [send(client, late, start, free="on")["Location"] for _ in range(2)]
    assert answers == [address(late, "booking")] * 2


def test_who_may_move_anyway_does_not_use_the_free_move(client: Client, booked: Booking) -> None:
    send(client, booked, AHEAD + DAY, free="on")
    booked.refresh_from_db()
    assert (booked.moves, booked.is_care_move_used) == (1, False)


def test_who_moved_too_often_is_told_how_often(client: Client, booked: Booking) -> None:
    Booking.objects.filter(pk=booked.pk).update(moves=2)
    said = words(look(client, booked))
    assert "You have moved this session 2 times, as often as our terms allow." in said
    assert "I am ill, or something about access changed" in said


def test_the_cut_off_passed_while_the_page_stood_open(
    client: Client, booked: Booking, time_machine: Any
) -> None:
    time_machine.move_to(AHEAD - 47 * HOUR, tick=False)
    response = send(client, booked, AHEAD + DAY)
    assert response.status_code == 409
    assert "Moving was possible until Monday 30 November 2026, 11:00." in words(response)
    assert seat(booked) == (AHEAD, 0)


@pytest.mark.parametrize("method", ["get", "post"])
def test_what_is_over_or_off_is_not_moved(
    client: Client, bookable: Bookable, method: str, time_machine: Any
) -> None:
    off = factories.cancelled_booking(bookable, start=AHEAD)
    begun = factories.confirmed_booking(bookable, start=AHEAD)
    time_machine.move_to(AHEAD, tick=False)
    for booking in (off, begun):
        response = (
            send(client, booking, AHEAD + 7 * DAY) if method == "post" else look(client, booking)
        )
        assert (response.status_code, response["Location"]) == (302, address(booking, "booking"))
        assert seat(booking) == (AHEAD, 0)


def test_without_any_times_there_is_somebody_to_call(
    client: Client, bookable: Bookable, booked: Booking
) -> None:
    factories.closure(place=bookable.place, start=NOW, end=NOW + 400 * DAY)
    said = words(look(client, booked, **{"with": ANYONE}))
    assert "Your session stays where it is. Call or write to us" in said
    bookable.photographer.packages.clear()
    assert "Call +49 761 5550100" in words(look(client, booked))


def test_a_stranger_s_link_moves_nothing(client: Client, booked: Booking) -> None:
    forged = reverse("front:move", args=[booking_token(booked)[:-1] + "-"])
    assert client.get(forged).status_code == 404
    assert client.post(forged, {"start": (AHEAD + DAY).isoformat()}).status_code == 404


def test_a_form_from_elsewhere_moves_nothing(booked: Booking) -> None:
    assert send(Client(enforce_csrf_checks=True), booked, AHEAD + DAY).status_code == 403
    assert seat(booked) == (AHEAD, 0)
