"""The Wednesday that most tests of availability look at, and what is asked of it."""

from datetime import UTC, date, datetime, time, timedelta

from bookings.booking.models import Booking
from bookings.schedule.availability import (
    Opening,
    Wanted,
    openings,
)
from tests import factories
from tests.factories import NOW, Bookable

WEDNESDAY = date(2026, 11, 25)
HALF_HOURS = [time(hour, minute) for hour in range(9, 17) for minute in (0, 30)]


def half_hours() -> Bookable:
    """A place open on weekdays from 9 to 17, a start every half hour; sessions without buffers."""
    package = factories.package(buffer_before_minutes=0, buffer_after_minutes=0)
    return factories.bookable_studio(package=package)


def wanted(bookable: Bookable, **changes: object) -> Wanted:
    terms: dict[str, object] = {
        "package": bookable.package,
        "place": bookable.place,
        "people": 1,
        "minutes": bookable.package.duration_minutes,
        "notice": timedelta(hours=24),
        "horizon_days": 120,
    }
    return Wanted(**terms | changes)  # type: ignore[arg-type]


def offered(what: Wanted, first: date = WEDNESDAY, last: date | None = None) -> list[Opening]:
    return openings(what, first, last or first, NOW)


def walls(found: list[Opening], bookable: Bookable) -> list[time]:
    return [opening.start.astimezone(bookable.place.zone).time() for opening in found]


def on_wednesday(hour: int, minute: int = 0) -> datetime:
    """That time on the Wednesday at the place, one hour ahead of UTC."""
    return datetime(2026, 11, 25, hour - 1, minute, tzinfo=UTC)


def take(bookable: Bookable, start: datetime, now: datetime = NOW) -> Booking:
    return factories.held_booking(bookable, start=start, now=now)
