"""Where a session can be moved: each start that is offered can be had, and no other."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bookings.booking.models import Booking
from bookings.front.searching import ANYONE
from bookings.schedule.models import OpeningHours
from tests import factories
from tests.bookings.front.moves import AHEAD, address, look, send, starts_shown, words
from tests.factories import Bookable
from tests.walking import Walker

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_now")]

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
def booked(bookable: Bookable) -> Booking:
    return factories.confirmed_booking(bookable, start=AHEAD)


def with_second(bookable: Bookable) -> Any:
    second = factories.photographer([bookable.package], name="Ben Aster", position=1)
    factories.weekday_hours(second, bookable.place)
    factories.room(bookable.place, name="South room")
    return second


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
