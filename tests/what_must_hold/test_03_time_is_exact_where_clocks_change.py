"""Time is exact where clocks change: letters, feeds, reminders, cut-offs, fees and holds agree.

On both sides of each change, of the 29th of February and of New Year. What a day offers is in
`test_03_time_is_exact.py`, and for random studios in `tests/bookings/schedule/test_oracle.py`.
"""

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse

from bookings import moments
from bookings.booking.links import booking_token, enquiry_token
from bookings.booking.models import Booking
from bookings.notices.delivery import deliver_due
from bookings.notices.feeds import feed_path
from tests import factories
from tests.factories import CONTACT
from tests.what_must_hold.test_03_time_is_exact import always_open

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
A_SECOND = timedelta(seconds=1)

DAYS = [
    *(("Europe/Berlin", date(2026, 3, 29)), ("Europe/Berlin", date(2026, 10, 25))),
    *(("America/New_York", date(2026, 3, 8)), ("America/New_York", date(2026, 11, 1))),
    # In these three the clock changes at midnight.
    *(("America/Havana", date(2026, 3, 8)), ("America/Havana", date(2026, 11, 1))),
    *(("Asia/Beirut", date(2026, 3, 29)), ("Asia/Beirut", date(2026, 10, 25))),
    *(("Africa/Cairo", date(2026, 4, 24)), ("Africa/Cairo", date(2026, 10, 30))),
    *(("Europe/Berlin", date(2028, 2, 29)), ("America/New_York", date(2027, 1, 1))),
]
each_day = pytest.mark.parametrize(("zone_name", "day"), DAYS)
both_sides = pytest.mark.parametrize("side", [-1, 0, 1], ids=["the day before", "then", "after"])


def booked(zone_name: str, day: date, clock: time = time(12)) -> Booking:
    """A session on `day` when the place's clock shows `clock`, booked nine days before.

    Half the price is due in the last 24 hours, the whole of it in the last 12.
    """
    start = datetime.combine(day, clock, ZoneInfo(zone_name)).astimezone(UTC)
    bookable = always_open(zone_name)
    factories.studio(reminder_days=[2, 1], free_change_hours=24, deposit_percent=50)
    bookable.studio.fee_tiers.create(hours_before=12, percent=100)
    return factories.confirmed_booking(bookable, start=start, now=start - 9 * DAY)


def page(booking: Booking, name: str, at: datetime) -> Any:
    with time_machine.travel(at, tick=False):
        return Client().get(reverse(f"front:{name}", args=[booking_token(booking)]))


def words(response: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def in_words(moment: datetime, zone_name: str) -> str:
    """`moment` as people at the place say it: `Sunday 29 March 2026, 12:00`."""
    there = moment.astimezone(ZoneInfo(zone_name))
    return f"{there:%A} {there.day} {there:%B %Y, %H:%M}"


def letters_to_the_client() -> list[str]:
    """What was sent to the client since it was last asked."""
    sent = [str(letter.body) for letter in mail.outbox if CONTACT.email in letter.to[0]]
    mail.outbox.clear()
    return [" ".join(body.split()) for body in sent]


def start_in(file: Any) -> datetime:
    """When the only event of a calendar file starts."""
    [event] = icalendar.Calendar.from_ical(file.content).walk("VEVENT")
    start: datetime = event.decoded("DTSTART")
    return start.astimezone(UTC)


@each_day
@both_sides
def test_page_letter_file_and_feed_show_one_instant(zone_name: str, day: date, side: int) -> None:
    booking = booked(zone_name, day + side * DAY)
    now = booking.start - 9 * DAY
    deliver_due(now)
    [confirmation] = letters_to_the_client()
    with time_machine.travel(now, tick=False):
        feed = Client().get(feed_path(booking.photographer))
    shown_day, shown_clock = in_words(booking.start, zone_name).split(", ")
    assert f"{shown_day} {shown_clock} to 12:30" in words(page(booking, "booking", now))
    assert shown_day in confirmation
    assert f"{shown_clock} to 12:30" in confirmation
    assert start_in(page(booking, "calendar", now)) == booking.start
    assert start_in(feed) == booking.start


@each_day
@both_sides
def test_reminders_and_thanks_come_at_nine_on_the_place_s_clock(
    zone_name: str, day: date, side: int
) -> None:
    session_day = day + side * DAY
    booking = booked(zone_name, session_day)
    deliver_due(booking.start - 9 * DAY)
    letters_to_the_client()
    for days_before in (2, 1):
        nine = datetime.combine(session_day - days_before * DAY, time(9), ZoneInfo(zone_name))
        due = nine.astimezone(UTC)
        deliver_due(due - A_SECOND)
        assert letters_to_the_client() == []
        deliver_due(due)
        [reminder] = letters_to_the_client()
        assert "12:00 to 12:30" in reminder
    moments.complete(booking, booking.end)
    nine = datetime.combine(session_day + DAY, time(9), ZoneInfo(zone_name))
    deliver_due(nine.astimezone(UTC) - A_SECOND)
    assert letters_to_the_client() == []
    deliver_due(nine.astimezone(UTC))
    assert len(letters_to_the_client()) == 1


@each_day
@pytest.mark.parametrize("clock", [time(6), time(12)])
def test_cut_off_and_fees_are_hours_that_pass_and_are_shown_by_the_place_s_clock(
    zone_name: str, day: date, clock: time
) -> None:
    booking = booked(zone_name, day, clock)
    free_until, half_until = booking.start - 24 * HOUR, booking.start - 12 * HOUR
    said = words(page(booking, "cancel", free_until))
    assert (
        f"Until {in_words(free_until, zone_name)} Free of charge "
        f"Then until {in_words(half_until, zone_name)} €47.50 After that" in said
    )
    fees = {
        "free of charge": [free_until],
        "€47.50": [free_until + A_SECOND, half_until],
        "€95": [half_until + A_SECOND, booking.start - A_SECOND],
    }
    for fee, instants in fees.items():
        for at in instants:
            said = words(page(booking, "cancel", at))
            assert re.findall(r"Cancelling now (?:is|costs) (free of charge|€\S+)", said) == [fee]
    can_move = [
        "timetable" in page(booking, "move", at).context
        for at in (free_until, free_until + A_SECOND)
    ]
    assert can_move == [True, False]


@pytest.mark.parametrize(
    ("zone_name", "picked_at", "until"),
    [
        ("Europe/Berlin", datetime(2026, 3, 29, 0, 50, tzinfo=UTC), "03:05 CEST"),
        ("Europe/Berlin", datetime(2026, 10, 25, 0, 50, tzinfo=UTC), "02:05 CET"),
        ("America/New_York", datetime(2026, 3, 8, 6, 50, tzinfo=UTC), "03:05 EDT"),
        ("America/New_York", datetime(2026, 11, 1, 5, 50, tzinfo=UTC), "01:05 EST"),
        ("Asia/Beirut", datetime(2026, 3, 28, 21, 50, tzinfo=UTC), "01:05 EEST"),
        ("Asia/Beirut", datetime(2026, 10, 24, 20, 50, tzinfo=UTC), "23:05 EET"),
        ("Europe/Berlin", datetime(2028, 2, 28, 22, 55, tzinfo=UTC), "00:10 CET"),
        ("America/New_York", datetime(2027, 1, 1, 4, 50, tzinfo=UTC), "00:05 EST"),
    ],
)
def test_a_hold_over_the_change_is_kept_a_quarter_of_an_hour(
    zone_name: str, picked_at: datetime, until: str
) -> None:
    start = (picked_at + 4 * DAY).replace(hour=12, minute=0)
    held = factories.held_booking(always_open(zone_name), start=start, now=picked_at)
    details = reverse("front:details", args=[enquiry_token(held.enquiry)])
    with time_machine.travel(picked_at, tick=False):
        said = words(Client().get(details))
    assert f"We keep this time for you until {until}." in said
    typed = {"name": CONTACT.name, "email": CONTACT.email}
    answers = []
    for at in (picked_at + timedelta(minutes=15), picked_at + timedelta(minutes=15) - A_SECOND):
        with time_machine.travel(at, tick=False):
            answers.append(Client().post(details, typed).status_code)
    assert answers == [410, 302]


@pytest.mark.parametrize(
    ("zone_name", "first", "clock"),
    [
        ("Europe/Berlin", datetime(2026, 10, 25, 0, 0, tzinfo=UTC), "02:00 to 02:30"),
        ("America/New_York", datetime(2026, 11, 1, 5, 0, tzinfo=UTC), "01:00 to 01:30"),
        ("Asia/Beirut", datetime(2026, 10, 24, 20, 0, tzinfo=UTC), "23:00 to 23:30"),
    ],
)
def test_of_an_hour_that_comes_twice_each_is_its_own(
    zone_name: str, first: datetime, clock: str
) -> None:
    bookable = always_open(zone_name)
    now = first - 9 * DAY
    both = [
        factories.confirmed_booking(bookable, start=start, now=now)
        for start in (first, first + HOUR)
    ]
    said = [words(page(booking, "booking", now)) for booking in both]
    zones = [booking.start.astimezone(ZoneInfo(zone_name)).tzname() for booking in both]
    assert [f"{clock} {zone}" in page for page, zone in zip(said, zones, strict=True)] == [True] * 2
    files = [start_in(page(booking, "calendar", now)) for booking in both]
    assert files == [first, first + HOUR]
