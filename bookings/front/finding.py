"""What a search finds: the openings of one month, and those worth showing first.

The month in question is read first; the rest of the bookable days only where it has too few.
"""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bookings.front.searching import Search
from bookings.schedule.availability import Opening, asked_for, openings
from bookings.schedule.intervals import Interval, Intervals
from bookings.schedule.models import Place
from bookings.schedule.wall_clock import DAY, day_of, day_span, days_between, raster

WORTH_SHOWING_FIRST = 3
# The first look for the soonest ends with the month of the day that lies this far ahead.
FIRST_LOOK = timedelta(days=7)
NEAR = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Found:
    """The `openings` of `month`, the `day` whose times are shown, and the `first` ones to show.

    `elsewhere` is the opening to go to where the month has none; None where there is none at all.
    """

    month: date
    openings: tuple[Opening, ...] = ()
    first: tuple[Opening, ...] = ()
    day: date | None = None
    elsewhere: Opening | None = None


def find(search: Search, now: datetime, near: datetime | None = None) -> Found:
    """What is near the instant `near`, or in the month asked for, or soonest."""
    if near is not None:
        return nearest(search, near, now)
    if search.day or search.month:
        return of_month(search, now)
    return soonest(search, now)


def soonest(search: Search, now: datetime) -> Found:
    """The month of the first opening, and the next few openings."""
    first, last = search.wanted.days(now)
    until = min(last, last_of_month(first + FIRST_LOOK))
    found = look(search, first, until, now)
    if len(found) < WORTH_SHOWING_FIRST:
        found += look(search, until + DAY, last, now)
    if not found:
        return Found(first_of_month(first))
    day = day_at(search, found[0])
    return _of_days(search, found, day, found[:WORTH_SHOWING_FIRST])


def of_month(search: Search, now: datetime) -> Found:
    """The month asked for, or the nearest to it that can be booked."""
    first, last = search.wanted.days(now)
    asked = search.day or search.month or first
    month = first_of_month(min(max(asked, first), last))
    found = look(search, month, last_of_month(month), now)
    if not found:
        everywhere = look(search, first, last, now)
        return Found(month, day=search.day, elsewhere=_after(search, everywhere, month))
    day = search.day or day_at(search, found[0])
    return Found(month, tuple(found), day=day)


def nearest(search: Search, moment: datetime, now: datetime) -> Found:
    """The openings closest to `moment`, and its day or the nearest; the soonest if none is near."""
    first, last = search.wanted.days(now)
    around = min(max(day_of(moment, search.wanted.place.zone), first), last)
    begin = min(first_of_month(around), around - NEAR)
    end = max(last_of_month(around), around + NEAR)
    found = look(search, begin, end, now)
    if not found:
        return soonest(search, now)
    others = (opening for opening in found if opening.start != search.own_start)
    closest = sorted(others, key=lambda opening: abs(opening.start - moment))
    closest = sorted(closest[:WORTH_SHOWING_FIRST], key=lambda opening: opening.start)
    has_any = any(day_at(search, opening) == around for opening in found)
    day = around if has_any else day_at(search, (closest or found)[0])
    return _of_days(search, found, day, closest)


def look(search: Search, first: date, last: date, now: datetime) -> list[Opening]:
    """The openings from `first` to `last`, for the search's place and photographer."""
    return openings(search.wanted, first, last, now, search.roster)


def full_days(
    search: Search, first: date, last: date, free: Container[date], now: datetime
) -> Iterator[date]:
    """Days from `first` to `last` that could be booked if nothing were taken, and are not `free`.

    No query: the search's roster says who works and which rooms are open.
    """
    earliest, latest = search.wanted.days(now)
    first, last = max(first, earliest), min(last, latest)
    if first > last:
        return
    zone = search.wanted.place.zone
    span = Interval(
        max(day_span(first, zone).start, now + search.wanted.notice), day_span(last, zone).end
    )
    possible = _possible_starts(search, span)
    for day in days_between(first, last):
        if day not in free and _has_any(possible, day, search.wanted.place):
            yield day


def day_at(search: Search, opening: Opening) -> date:
    """The day of `opening` on the place's wall clock."""
    return day_of(opening.start, search.wanted.place.zone)


def first_of_month(day: date) -> date:
    """The first of the month of `day`."""
    return day.replace(day=1)


def last_of_month(day: date) -> date:
    """The last of the month of `day`."""
    return first_of_month(first_of_month(day) + timedelta(days=31)) - DAY


def _of_days(
    search: Search, found: Iterable[Opening], day: date, first: Iterable[Opening]
) -> Found:
    month = first_of_month(day)
    of_month = (o for o in found if first_of_month(day_at(search, o)) == month)
    return Found(month, tuple(of_month), tuple(first), day)


def _after(search: Search, found: list[Opening], month: date) -> Opening | None:
    """The first of `found` after `month`, else the last before it."""
    later = (opening for opening in found if day_at(search, opening) > month)
    return next(later, found[-1] if found else None)


def _possible_starts(search: Search, span: Interval) -> Intervals:
    """When a session could start within `span` if nothing were taken."""
    roster, length = search.roster, search.wanted.length
    working = (roster.working(person, span) for person in asked_for(search.wanted, roster))
    starts = Intervals(one for hours in working for one in hours.starts(length)) & Intervals([span])
    if search.wanted.package.on_location:
        return starts
    rooms = (roster.open(room, span) for room in roster.rooms)
    return starts & Intervals(one for hours in rooms for one in hours.starts(length))


def _has_any(possible: Intervals, day: date, place: Place) -> bool:
    return next(possible.among(raster(day, place.raster_minutes, place.zone)), None) is not None
