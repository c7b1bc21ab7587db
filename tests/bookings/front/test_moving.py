"""Moving a session on the site: what is offered can be had, and nothing moves unconfirmed."""

import re
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bookings import moments
from bookings.booking.links import booking_token
from bookings.booking.models import Booking
from bookings.front.searching import ANYONE
from bookings.notices.models import Notice
from bookings.schedule.models import OpeningHours
from tests import factories
from tests.factories import NOW, START, Bookable
from tests.walking import Walker

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
# The session of most tests: the Wednesday after, far from the cut-off of 48 hours.
AHEAD = START + 7 * DAY


@pytest.fixture(autouse=True)
def _at_now(time_machine: Any) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def bookable() -> Bookable:
    return factories.bookable_studio()


@pytest.fixture
def booked(bookable: Bookable) -> Booking:
    return factories.confirmed_booking(bookable, start=AHEAD)


@pytest.fixture
def late(bookable: Bookable) -> Booking:
    """The cut-off has passed: the session is in 47 hours."""
    return factories.confirmed_booking(bookable, start=START - 2 * HOUR, now=NOW - 7 * DAY)


def address(booking: Booking, name: str = "move") -> str:
    return reverse(f"front:{name}", args=[booking_token(booking)])


def look(client: Client, booking: Booking, **query: str) -> Any:
    return client.get(address(booking), query)


def send(client: Client, booking: Booking, to: datetime, **changes: str) -> Any:
    """Confirm the move to the start `to`, as the page that compares old and new would send it."""
    fields = {"place": "old-town", "start": to.isoformat(), "was": booking.start.isoformat()}
    return client.post(address(booking), fields | changes)


def starts_shown(response: Any) -> list[datetime]:
    parts = response.context["timetable"].parts_of_day
    return [slot.start for part in parts for slot in part.slots]


def words(response: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def seat(booking: Booking) -> tuple[datetime, int]:
    booking.refresh_from_db()
    return booking.start, booking.moves


def with_second(bookable: Bookable) -> Any:
    second = factories.photographer([bookable.package], name="Ben Aster", position=1)
    factories.weekday_hours(second, bookable.place)
    factories.room(bookable.place, name="South room")
    return second


# What is offered


def test_opens_around_the_present_time_with_it_among_the_others(
    client: Client, booked: Booking
) -> None:
    response = look(client, booked)
    timetable = response.context["timetable"]
    assert [f"{slot.wall:%a %H:%M}" for slot in timetable.first] == [
        "Wed 10:00",
        "Wed 10:30",
        "Wed 11:30",
    ]
    own = [slot.clock for part in timetable.parts_of_day for slot in part.slots if slot.is_own]
    assert own == ["11:00"]
    assert "Wednesday 2 December 2026, 11:00 to 11:30" in words(response)
    assert "You can move it until Monday 30 November 2026, 11:00, up to 2 times." in words(response)


def test_times_that_overlap_its_own_are_offered(client: Client, bookable: Bookable) -> None:
    bookable.package.duration_minutes = 90
    bookable.package.save()
    booked = factories.confirmed_booking(bookable, start=AHEAD)
    offered = starts_shown(look(client, booked, day="2026-12-02"))
    assert {AHEAD - HOUR, AHEAD, AHEAD + HOUR} <= set(offered)


def test_every_start_that_is_offered_can_be_had_and_no_other(
    client: Client, bookable: Bookable
) -> None:
    """Each five minutes of the open hours and around them, and each hour of the night."""
    OpeningHours.objects.update(opens="10:00", closes="14:00")
    factories.studio(most_moves=100)
    booked = factories.confirmed_booking(bookable, start=AHEAD)
    factories.confirmed_booking(bookable, start=AHEAD + HOUR)
    offered = starts_shown(look(client, booked, day="2026-12-02"))
    assert [f"{start:%H:%M}" for start in offered] == ["09:00", "09:30", "10:00", "12:00", "12:30"]
    midnight = AHEAD - 11 * HOUR
    tried = {midnight + hour * HOUR for hour in range(24)}
    tried |= {midnight + 9.5 * HOUR + number * 5 * MINUTE for number in range(60)}
    for start in sorted(tried):
        response = send(client, booked, start)
        booked.refresh_from_db()
        assert (booked.start == start) == (start in offered), start
        assert response.status_code == (302 if start in offered else 409), start


def test_the_same_photographer_is_meant_and_others_are_a_tap_away(
    client: Client, bookable: Bookable, booked: Booking
) -> None:
    second = with_second(bookable)
    factories.closure(photographer=booked.photographer, start=AHEAD - DAY, end=AHEAD + DAY)
    search = look(client, booked).context["search"]
    names = [(one.name, one.is_chosen) for one in search.with_whom]
    assert names == [("Mara Lindqvist", True), ("Anyone", False), ("Ben Aster", False)]
    assert AHEAD not in starts_shown(look(client, booked, day="2026-12-02"))
    anyone = look(client, booked, day="2026-12-02", **{"with": ANYONE})
    assert AHEAD + HOUR in starts_shown(anyone)
    send(client, booked, AHEAD + HOUR, **{"with": ANYONE})
    booked.refresh_from_db()
    assert (booked.start, booked.photographer) == (AHEAD + HOUR, second)


def test_another_place_has_its_own_clock(
    client: Client, bookable: Bookable, booked: Booking
) -> None:
    far = factories.place(name="Patan", time_zone="Asia/Kathmandu", position=1)
    factories.room(far)
    factories.weekday_hours(factories.photographer([bookable.package], name="Asha Rai"), far)
    response = look(client, booked, place="patan", start="2026-12-02T03:15:00+00:00")
    said = words(response)
    assert "Now Wednesday 2 December 2026 11:00 to 11:30 CET, Europe/Berlin Old town" in said
    assert "Then Wednesday 2 December 2026 09:00 to 09:30 UTC+0545, Asia/Kathmandu Patan" in said
    walker = Walker()
    walker.go(f"{address(booked)}?place=patan&start=2026-12-02T03:15:00%2B00:00")
    walker.send(walker.forms[0])
    booked.refresh_from_db()
    assert (booked.place, booked.photographer.name) == (far, "Asha Rai")


# From the choice to the move


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
    assert "You can move it once more after this." in walker.html
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


# Too late, or too often


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
    assert [form.method for form in walker.forms] == ["get"]
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


# Dead ends, strangers, cost


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


def test_htmx_gets_the_picker_alone(client: Client, booked: Booking) -> None:
    response = client.get(
        address(booked),
        {"day": "2026-12-03"},
        headers={"HX-Request": "true", "HX-Target": "picker"},
    )
    assert response.content.decode().strip().startswith('<div class="times times-day-chosen"')


@pytest.mark.parametrize("others", [0, 1, 12])
@pytest.mark.parametrize("query", [{}, {"month": "2026-12"}, {"day": "2026-12-03"}])
def test_the_page_costs_the_same_however_many_bookings(
    client: Client, bookable: Bookable, booked: Booking, query: dict[str, str], others: int
) -> None:
    free = look(client, booked, month="2027-01").context["timetable"].openings
    for opening in free[: 2 * others : 2]:
        factories.confirmed_booking(bookable, start=opening.start)
    with CaptureQueriesContext(connection) as page:
        look(client, booked, **query)
    assert len(page) == 9
