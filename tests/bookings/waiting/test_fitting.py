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


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("09:00", "21:00"),
        ("10:00", "09:00 next"),
        ("15:40", "09:00 next"),
        ("20:59", "09:00 next"),
        ("21:00", "09:00 next"),
        ("22:30", "10:30 next"),
    ],
)
def test_no_offer_ends_at_night(now: str, until: str) -> None:
    studio(offer_hours=12)
    zone = ZoneInfo("Europe/Berlin")

    def on_the_day(clock: str, day: int) -> datetime:
        return datetime.fromisoformat(f"2026-11-{day}T{clock}").replace(tzinfo=zone)

    wanted = on_the_day(until[:5], 24 if until.endswith("next") else 23)

    assert fitting.offered_until(START + 24 * HOUR, on_the_day(now, 23), zone) == wanted


def test_an_offer_ends_before_an_early_session_all_the_same() -> None:
    studio(offer_hours=12)
    start = datetime(2026, 11, 25, 8, tzinfo=ZoneInfo("Europe/Berlin"))

    assert fitting.offered_until(start, start - 11 * HOUR, start.tzinfo) == start - HOUR  # type: ignore[arg-type]


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
