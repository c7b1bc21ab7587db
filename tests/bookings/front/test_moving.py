"""Moving a session on the site: old and new side by side, and nothing moves unconfirmed."""

from datetime import timedelta

import pytest
from django.test import Client

from bookings import moments
from bookings.booking.models import Booking
from bookings.notices.models import Notice
from tests import factories
from tests.bookings.front.moves import AHEAD, address, look, seat, send, words
from tests.factories import NOW, Bookable
from tests.walking import Walker

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_now")]

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
def booked(bookable: Bookable) -> Booking:
    return factories.confirmed_booking(bookable, start=AHEAD)


def test_choose_compare_confirm_without_a_script(booked: Booking) -> None:
    walker = Walker()
    walker.go(f"{address(booked)}?day=2026-12-03")
    before = Booking.objects.values().get()
    start = ("start", (AHEAD + DAY).isoformat())
    form = next(form for form in walker.forms if start in form.buttons)
    assert form.method == "get"
    query = "&".join(f"{name}={values[0]}" for name, values in form.values.items())
    walker.go(f"{form.action}?{query}&start={start[1].replace('+', '%2B')}")
    assert "Then Thursday 3 December 2026 11:00 to 11:30" in words(walker.response)
    assert "The price: €95. Moving costs nothing." in walker.html
    assert (
        "You can move it once more after this, until Tuesday 1 December 2026, 11:00." in walker.html
    )
    assert Booking.objects.values().get() == before
    walker.send(walker.forms[0])
    assert walker.path == address(booked, "booking")
    assert "Your session has moved to Thursday 3 December 2026, 11:00." in walker.html
    assert seat(booked) == (AHEAD + DAY, 1)


def test_looking_moves_nothing(client: Client, booked: Booking) -> None:
    before = Booking.objects.values().get()
    for query in ({}, {"day": "2026-12-03"}, {"start": (AHEAD + DAY).isoformat(), "free": "on"}):
        assert look(client, booked, **query).status_code == 200
    assert Booking.objects.values().get() == before


def test_what_cancelling_would_cost_at_the_new_time_is_told(
    client: Client, booked: Booking
) -> None:
    said = words(look(client, booked, start=(NOW + 25 * HOUR).isoformat()))
    assert "What cancelling would cost: From now on, or if you don’t come €47.50" in said


def test_a_time_inside_the_free_hours_is_said_to_be_the_last(
    client: Client, booked: Booking
) -> None:
    said = words(look(client, booked, start=(NOW + 25 * HOUR).isoformat()))
    assert "You can move it" not in said
    assert (
        "The new time is too near to be moved again here. In illness, or if something about "
        "access changes, there is one free move more." in said
    )


def test_a_free_move_that_is_used_is_not_promised_again(client: Client, booked: Booking) -> None:
    Booking.objects.filter(pk=booked.pk).update(is_care_move_used=True, moves=1)
    said = words(look(client, booked, start=(AHEAD + DAY).isoformat()))
    assert "This is the last time you can move it here." in said
    assert "one free move" not in said


def test_the_time_it_has_is_no_new_one(client: Client, booked: Booking) -> None:
    response = look(client, booked, start=AHEAD.isoformat())
    assert "This is the time that you have." in words(response)


def test_a_second_click_and_a_reload_move_once(client: Client, booked: Booking) -> None:
    answers = [send(client, booked, AHEAD + DAY).status_code for _ in range(3)]
    assert answers == [302, 302, 302]
    assert seat(booked) == (AHEAD + DAY, 1)
    assert Notice.objects.filter(booking=booked, kind="moved").count() == 1


def test_a_second_click_on_the_last_move_still_leads_on(
    client: Client, bookable: Bookable, booked: Booking
) -> None:
    moments.move(booked, moments.NewTime(bookable.place, AHEAD + HOUR), NOW)
    booked.refresh_from_db()
    answers = [send(client, booked, AHEAD + DAY)["Location"] for _ in range(2)]
    assert answers == [address(booked, "booking")] * 2
    assert seat(booked) == (AHEAD + DAY, 2)


def test_a_move_in_another_window_is_shown_before_this_one(
    client: Client, bookable: Bookable, booked: Booking
) -> None:
    moments.move(booked, moments.NewTime(bookable.place, AHEAD + HOUR), NOW)
    response = send(client, booked, AHEAD + DAY)
    assert response.status_code == 409
    assert "This session was moved in another window meanwhile." in words(response)
    assert "Now Wednesday 2 December 2026 12:00 to 12:30" in words(response)
    assert seat(booked) == (AHEAD + HOUR, 1)


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_time_that_is_gone_shows_the_nearest_and_leaves_the_session(
    client: Client, bookable: Bookable, booked: Booking, method: str
) -> None:
    factories.confirmed_booking(bookable, start=AHEAD + DAY)
    start = AHEAD + DAY
    response = (
        send(client, booked, start)
        if method == "post"
        else look(client, booked, start=start.isoformat())
    )
    assert response.status_code == 409
    assert "Someone has just taken that time." in words(response)
    assert "Your session stays where it is" in words(response)
    first = [f"{slot.wall:%a %H:%M}" for slot in response.context["timetable"].first]
    assert first == ["Thu 09:30", "Thu 10:00", "Thu 12:00"]
    assert seat(booked) == (AHEAD, 0)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"start": "tomorrow"}, "We couldn&#x27;t read that time."),
        ({"start": ""}, "Choose one of these times."),
        ({"place": "atlantis"}, "We don&#x27;t know that place."),
        ({"with": "nobody"}, "That photographer doesn&#x27;t work here."),
    ],
)
def test_a_tampered_form_is_named_and_moves_nothing(
    client: Client, booked: Booking, changes: dict[str, str], said: str
) -> None:
    response = send(client, booked, AHEAD + DAY, **changes)
    assert response.status_code == 400
    assert said in response.content.decode()
    assert seat(booked) == (AHEAD, 0)


@pytest.mark.parametrize("was", ["", "yesterday"])
def test_without_the_time_that_was_seen_it_is_asked_once_more(
    client: Client, booked: Booking, was: str
) -> None:
    assert send(client, booked, AHEAD + DAY, was=was).status_code == 409
    assert seat(booked) == (AHEAD, 0)
