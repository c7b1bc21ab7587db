"""Time is exact: on both sides of a change of clock the page, the letter and the file agree."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import icalendar
import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse

from bookings.booking.links import booking_token, enquiry_token
from bookings.notices.delivery import deliver_due
from tests import factories

pytestmark = pytest.mark.django_db

# Zone, the day of the change, its hours, and the wall times at the hours around the change.
CHANGES = [
    ("Europe/Berlin", date(2026, 3, 29), 23),
    ("Europe/Berlin", date(2026, 10, 25), 25),
    ("America/New_York", date(2026, 3, 8), 23),
    ("America/New_York", date(2026, 11, 1), 25),
    ("America/Havana", date(2026, 3, 8), 23),
    ("America/Havana", date(2026, 11, 1), 25),
]


def always_open(zone: str) -> factories.Bookable:
    """A place with a start every hour of every day, without buffers."""
    place = factories.place(time_zone=zone, raster_minutes=60)
    photographer = factories.photographer()
    factories.weekday_hours(photographer, place, opens=time(0), closes=time(0), weekdays=range(7))
    package = factories.package(buffer_before_minutes=0, buffer_after_minutes=0)
    return factories.bookable_studio(place=place, photographer=photographer, package=package)


@pytest.mark.parametrize(("zone", "day", "hours"), CHANGES)
@pytest.mark.parametrize("days_before", [0, 1], ids=["looked at that day", "the day before"])
def test_a_day_offers_each_of_its_hours_once(
    zone: str, day: date, hours: int, days_before: int
) -> None:
    midnight = datetime.combine(day, time(0), ZoneInfo(zone)).astimezone(UTC)
    looked_at = midnight - timedelta(days=days_before, minutes=30)
    with time_machine.travel(looked_at, tick=False):
        studio = always_open(zone)
        factories.studio(notice_hours=0)
        asked = factories.enquiry(package=studio.package, now=looked_at)
        path = reverse("front:times", args=[enquiry_token(asked)])
        page = Client().get(path, {"day": day.isoformat()})
    slots = [slot for part in page.context["timetable"].parts_of_day for slot in part.slots]
    starts = [slot.start for slot in slots]
    assert [later - earlier for earlier, later in pairwise(starts)] == [timedelta(hours=1)] * (
        hours - 1
    )
    assert len({slot.clock for slot in slots}) == hours
    assert zone.replace("_", " ") in page.content.decode()


@pytest.mark.parametrize("days", [-1, 0, 1])
def test_page_letter_and_calendar_file_show_one_instant(days: int) -> None:
    start = datetime(2026, 10, 25, 12, 0, tzinfo=UTC) + timedelta(days=days)
    now = start - timedelta(days=9)
    with time_machine.travel(now, tick=False):
        booking = factories.confirmed_booking(always_open("Europe/Berlin"), start=start, now=now)
        deliver_due(now)
        page = Client().get(reverse("front:booking", args=[booking_token(booking)]))
        file = Client().get(reverse("front:calendar", args=[booking_token(booking)]))
    wall = f"{start.astimezone(ZoneInfo('Europe/Berlin')):%H:%M}"
    [letter] = [one for one in mail.outbox if "ines@example.com" in one.to[0]]
    [event] = icalendar.Calendar.from_ical(file.content).walk("VEVENT")
    assert wall in page.content.decode()
    assert wall in letter.body
    assert event.decoded("DTSTART").astimezone(UTC) == start
