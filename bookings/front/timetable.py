"""What was found, laid out: a calendar month, the slots of a day, and the ways to other months."""

import calendar
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.dates import WEEKDAYS
from django.utils.formats import date_format
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from bookings.front.finding import Found, first_of_month, full_days, last_of_month
from bookings.front.searching import DAY, MONTH, Search
from bookings.schedule.availability import Opening
from bookings.schedule.wall_clock import DAY as ONE_DAY
from bookings.schedule.wall_clock import day_of, day_span

# Each part of the day with the hour at which it begins.
PARTS_OF_DAY = ((_("Morning"), 0), (_("Afternoon"), 12), (_("Evening"), 17))


@dataclass(frozen=True, slots=True)
class Slot:
    """A start on offer, on the place's wall clock, and as it is read there.

    Where the clock shows a time twice on a day, `clock` names the zone: `02:30 CEST`. `is_own`
    marks the time that a session has which is to be moved.
    """

    start: datetime
    wall: datetime
    clock: str
    is_own: bool = False

    @property
    def instant(self) -> str:
        """The start as the form sends it: ISO 8601, UTC."""
        return self.start.isoformat()

    @property
    def day(self) -> str:
        """The day as it is read."""
        return date_format(self.wall, gettext("l j F"))


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """The slots of a morning, an afternoon or an evening."""

    name: str | Promise
    slots: list[Slot]


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of the calendar; without an address there is nothing on offer on it.

    `full_address` leads to a day on which everything is taken, where it can be waited for.
    """

    number: int
    words: str
    address: str
    is_today: bool
    is_chosen: bool
    full_address: str = ""


@dataclass(frozen=True, slots=True)
class MonthLink:
    """Another month and its page."""

    month: date
    address: str


class Timetable:
    """One month of a search, ready for the page of times."""

    def __init__(self, search: Search, found: Found, now: datetime) -> None:
        self.search = search
        self.place = search.wanted.place
        self.month = found.month
        self.day = found.day
        self.today = day_of(now, self.place.zone)
        self.last_day = search.wanted.days(now)[1]
        self.free = Counter(day_of(opening.start, self.place.zone) for opening in found.openings)
        self.openings = found.openings
        self.full = frozenset(self._full(self.month, last_of_month(self.month), now))
        self.first = slots(found.first, search)
        self.elsewhere = (
            next(iter(slots([found.elsewhere], search)), None) if found.elsewhere else None
        )
        # With nothing free in any month, a full day of a later one can still be waited for.
        self.can_wait = bool(self.full) or (
            self.is_empty and any(self._full(self.today, self.last_day, now))
        )

    @property
    def zone(self) -> str:
        """The place's time zone as it is read: `America/New York`."""
        return self.place.time_zone.replace("_", " ")

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all is on offer, in this month or another."""
        return not self.openings and self.elsewhere is None

    @property
    def is_day_full(self) -> bool:
        """Whether everything is taken on the day that is shown, so that it can be waited for."""
        return self.day in self.full

    @property
    def wait_address(self) -> str:
        """The page on which the day that is shown is waited for."""
        return self.search.wait_address(self.day) if self.day else ""

    @property
    def weeks(self) -> list[list[Cell | None]]:
        """The calendar's rows from Monday to Sunday; None outside the month."""
        words = CalendarWords(self.month)
        rows = calendar.Calendar().monthdatescalendar(self.month.year, self.month.month)
        return [
            [self._cell(day, words) if day.month == self.month.month else None for day in row]
            for row in rows
        ]

    @cached_property
    def parts_of_day(self) -> list[PartOfDay]:
        """The slots of the day that is shown; parts without any are left out."""
        of_day = slots(self._openings_of_day(), self.search)
        ends = [*(begins for _name, begins in PARTS_OF_DAY[1:]), 24]
        parts = [
            PartOfDay(name, [slot for slot in of_day if begins <= slot.wall.hour < end])
            for (name, begins), end in zip(PARTS_OF_DAY, ends, strict=True)
        ]
        return [part for part in parts if part.slots]

    @property
    def this_month(self) -> MonthLink:
        """The month itself, without a day."""
        return self._link(self.month)

    @property
    def previous_month(self) -> MonthLink | None:
        """The month before, unless it is over."""
        before = first_of_month(self.month - ONE_DAY)
        return self._link(before) if before >= first_of_month(self.today) else None

    @property
    def next_month(self) -> MonthLink | None:
        """The month after, unless it can't be booked yet."""
        after = last_of_month(self.month) + ONE_DAY
        return self._link(after) if after <= self.last_day else None

    @property
    def elsewhere_address(self) -> str:
        """The page of the day to go to where this month has nothing."""
        return self._day_address(self.elsewhere.wall.date()) if self.elsewhere else ""

    def _full(self, first: date, last: date, now: datetime) -> Iterator[date]:
        if not self.search.ways.wait_path:
            return iter(())
        return full_days(self.search, first, last, self.free, now)

    def _openings_of_day(self) -> list[Opening]:
        if self.day is None:
            return []
        span = day_span(self.day, self.place.zone)
        return [one for one in self.openings if span.start <= one.start < span.end]

    def _cell(self, day: date, words: "CalendarWords") -> Cell:
        count, is_today = self.free[day], day == self.today
        is_full = day in self.full
        address = self._day_address(day) if count else ""
        full_address = self._day_address(day) if is_full else ""
        said = words.of(day, count, is_today=is_today, is_full=is_full)
        return Cell(day.day, said, address, is_today, day == self.day, full_address)

    def _day_address(self, day: date) -> str:
        return self.search.address(day=day.strftime(DAY))

    def _link(self, month: date) -> MonthLink:
        return MonthLink(month, self.search.address(month=month.strftime(MONTH)))


def slots(found: Iterable[Opening], search: Search) -> list[Slot]:
    """`found` on the place's wall clock; a time that the clock shows twice names its zone."""
    walls = [(o.start, o.start.astimezone(search.wanted.place.zone)) for o in found]
    times = Counter(face(wall) for _start, wall in walls)
    time_format = gettext("H:i")
    return [
        Slot(
            start,
            wall,
            clock(wall, time_format, is_repeated=times[face(wall)] > 1),
            start == search.own_start,
        )
        for start, wall in walls
    ]


def face(wall: datetime) -> datetime:
    """What a clock and a calendar on the wall show at `wall`."""
    return wall.replace(tzinfo=None, fold=0)


def clock(wall: datetime, time_format: str, *, is_repeated: bool) -> str:
    """The time of `wall` in Django's `time_format`, with its zone where it comes twice."""
    time = date_format(wall, time_format)
    return f"{time} {wall.tzname()}" if is_repeated else time


class CalendarWords:
    """What the days of `month` say to those who can't see them; translated once for all of them."""

    def __init__(self, month: date) -> None:
        # Translators: a day of a calendar, as in Wednesday 25 November 2026.
        self.day = gettext("%(weekday)s %(day)d %(month)s")
        self.month = date_format(month, gettext("F Y"))
        self.weekdays = [str(WEEKDAYS[number]) for number in range(7)]
        self.today = gettext("today")
        self.nothing = gettext("no free times")
        self.full = gettext("all times taken")

    def of(self, day: date, count: int, *, is_today: bool, is_full: bool = False) -> str:
        """`day` in full, how many times are free on it, and whether it is today."""
        weekday = self.weekdays[day.weekday()]
        said = [self.day % {"weekday": weekday, "day": day.day, "month": self.month}]
        without = self.full if is_full else self.nothing
        said.append(free_times(count) if count else without)
        return ", ".join([*said, self.today] if is_today else said)


def free_times(count: int) -> str:
    """How many times are free."""
    return ngettext("%(count)d free time", "%(count)d free times", count) % {"count": count}
