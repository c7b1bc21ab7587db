"""Until when a day is waited for, and which of its times somebody is offered."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bookings.schedule.models import OpeningHours
from bookings.waiting import fitting
from bookings.waiting.models import WaitingEntry
from tests.factories import START, bookable_studio, enquiry, place, studio

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 25)
HOUR = timedelta(hours=1)


def test_a_day_is_waited_for_until_it_has_passed_at_its_place() -> None:
    honolulu = ZoneInfo("Pacific/Honolulu")
    bookable = bookable_studio(place=place(time_zone=honolulu.key))
    asked = enquiry(package=bookable.package)
    midnight = datetime(2026, 11, 26, tzinfo=honolulu)
    entry = WaitingEntry.objects.create(
        enquiry=asked, place=bookable.place, day=DAY, created_at=START - 24 * HOUR
    )

    fitting.close_what_is_over(midnight - HOUR)
    entry.refresh_from_db()
    assert entry.outcome == ""

    fitting.close_what_is_over(midnight)
    entry.refresh_from_db()
    assert entry.outcome == "over"


def test_a_time_too_near_to_be_offered_does_not_stand_before_a_later_one() -> None:
    bookable = bookable_studio()
    studio(notice_hours=0)
    OpeningHours.objects.filter(weekday=2).update(opens="11:00", closes="14:00")
    asked = enquiry(package=bookable.package)
    entry = WaitingEntry.objects.create(
        enquiry=asked, place=bookable.place, day=DAY, created_at=START - 24 * HOUR
    )
    now = START - HOUR / 2

    fit = fitting.fitting(entry, now)

    assert fit is not None
    assert fit[2].start == START + HOUR
