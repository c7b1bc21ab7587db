"""When a calendar file (RFC 5545) says that somebody is busy: its events as intervals of time.

Plain Python. A small file can ask for endless work (a rule for every second of every year), so
`bookings.schedule.reader` runs this in a process of its own that is stopped in time.
"""

import re
import warnings
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from icalendar import Calendar, vRecur

from bookings.schedule.fetching import CannotRead, Reason
from bookings.schedule.intervals import Interval, Intervals
from bookings.schedule.wall_clock import DAY, instant

MOST_OCCURRENCES = 5_000
"""Busy times of one calendar within the days that can be booked; a full diary has some hundred."""

FOLD = re.compile(r"\r?\n[ \t]")
LINE_END = re.compile(r"\r?\n")
KEPT = re.compile(
    "(BEGIN|END|UID|DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID|STATUS|TRANSP"
    "|TZID|TZOFFSETFROM|TZOFFSETTO)[;:]",
    re.IGNORECASE,
)
"""The properties that say when, and whether at all. No other one is looked at."""

Time = date | datetime


def without_words(content: str) -> str:
    """`content` with nothing left in it but times: no titles, places, people or notes.

    Raises CannotRead for what is no calendar, or breaks off before its end.
    """
    unfolded = FOLD.sub("", content.removeprefix("\ufeff").lstrip())
    lines = LINE_END.split(unfolded.rstrip())
    if [lines[0].strip().upper(), lines[-1].upper()] != ["BEGIN:VCALENDAR", "END:VCALENDAR"]:
        raise CannotRead(Reason.NO_CALENDAR)
    return "".join(f"{line}\r\n" for line in lines if KEPT.match(line))


def busy_times(
    content: str, zone: ZoneInfo, span: Interval, ours: Collection[str] = ()
) -> Intervals:
    """When the events of `content` make their owner busy within `span`.

    Whole days and times without a zone are meant on the clock of `zone`. Events that are
    cancelled or marked as free make nobody busy, nor do those whose UID is among `ours`:
    sessions that came to the other calendar from here. Raises CannotRead.
    """
    try:
        events = [event for event in _events(without_words(content), zone) if event.uid not in ours]
        spans = list(islice(_spans(events, span), MOST_OCCURRENCES + 1))
    except (ValueError, TypeError, LookupError, AttributeError, ArithmeticError) as unreadable:
        raise CannotRead(Reason.UNREADABLE_EVENT) from unreadable
    if len(spans) > MOST_OCCURRENCES:
        raise CannotRead(Reason.TOO_MANY)
    return Intervals(spans) & Intervals([span])


@dataclass(frozen=True, slots=True)
class _Clock:
    """How a wall time of one event becomes an instant."""

    zone: tzinfo
    is_whole_days: bool

    def instant(self, wall: datetime) -> datetime:
        """`wall` in UTC: the first where repeated, by the offset before the gap where skipped."""
        if self.is_whole_days and isinstance(self.zone, ZoneInfo):
            return instant(wall.date(), time(0), self.zone)
        # What fold=0 means is what RFC 5545 (3.3.5) asks for.
        return wall.replace(tzinfo=self.zone, fold=0).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class _Length:
    """How long an event is: so many days on the clock, then so much time.

    RFC 5545 (3.8.5.3, 3.3.6): a DTEND gives each repetition the same exact length, the days of
    a DURATION are days on the clock.
    """

    days: int
    rest: timedelta

    def end(self, wall: datetime, clock: _Clock) -> datetime:
        return clock.instant(wall + self.days * DAY) + self.rest


@dataclass(frozen=True, slots=True)
class _Event:
    """One VEVENT: a single time, a series, or what replaces one time of a series."""

    uid: str
    wall: datetime
    clock: _Clock
    length: _Length
    rules: tuple[vRecur, ...]
    more: tuple[Any, ...]
    without: frozenset[datetime]
    replaces: datetime | None
    is_busy: bool

    def at(self, wall: datetime) -> Interval:
        return Interval(self.clock.instant(wall), self.length.end(wall, self.clock))


def _events(content: str, zone: ZoneInfo) -> list[_Event]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a zone whose name had to be guessed
        calendars = Calendar.from_ical(content, multiple=True)
    return [_event(part, zone) for calendar in calendars for part in calendar.walk("VEVENT")]


def _event(part: Any, zone: ZoneInfo) -> _Event:
    start = part["DTSTART"].dt
    clock = _clock(start, zone)
    replaced = part.get("RECURRENCE-ID")
    if replaced is not None and "RANGE" in replaced.params:
        raise ValueError("A change of all later times of a series")
    return _Event(
        uid=str(part.get("UID", "")),
        wall=_wall(start),
        clock=clock,
        length=_length(part, start, clock, zone),
        rules=tuple(_several(part.get("RRULE"))),
        more=_listed(part, "RDATE"),
        without=frozenset(_instant(one, zone) for one in _listed(part, "EXDATE")),
        replaces=None if replaced is None else _instant(replaced.dt, zone),
        is_busy=_said(part, "STATUS") != "CANCELLED" and _said(part, "TRANSP") != "TRANSPARENT",
    )


def _clock(value: Time, zone: ZoneInfo) -> _Clock:
    if not isinstance(value, datetime):
        return _Clock(zone, is_whole_days=True)
    return _Clock(value.tzinfo or zone, is_whole_days=False)


def _wall(value: Time) -> datetime:
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    return datetime.combine(value, time(0))


def _instant(value: Time, zone: ZoneInfo) -> datetime:
    return _clock(value, zone).instant(_wall(value))


def _length(part: Any, start: Time, clock: _Clock, zone: ZoneInfo) -> _Length:
    """The length of an event; without an end a day's lasts the day, a moment's no time at all."""
    if "DTEND" in part:
        end = part["DTEND"].dt
        if clock.is_whole_days and not isinstance(end, datetime):
            return _Length((end - start).days, timedelta(0))
        return _Length(0, _instant(end, zone) - clock.instant(_wall(start)))
    lasts: timedelta = part["DURATION"].dt if "DURATION" in part else clock.is_whole_days * DAY
    return _Length(lasts.days, lasts - lasts.days * DAY)


def _said(part: Any, name: str) -> str:
    return str(part.get(name, "")).upper()


def _several(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _listed(part: Any, name: str) -> tuple[Any, ...]:
    """The times of RDATE or EXDATE; a period of RDATE is a pair."""
    return tuple(time.dt for times in _several(part.get(name)) for time in times.dts)


def _spans(events: list[_Event], span: Interval) -> Iterator[Interval]:
    """Each time that an event makes its owner busy and that touches `span`."""
    replaced: dict[str, set[datetime]] = {}
    for event in events:
        if event.replaces is not None:
            replaced.setdefault(event.uid, set()).add(event.replaces)
    for event in events:
        if not event.is_busy:
            continue
        times = [event.at(event.wall)] if event.replaces else _times(event, span)
        gone = set() if event.replaces else event.without | replaced.get(event.uid, set())
        for one in times:
            if one and one.start not in gone and one.start < span.end and span.start < one.end:
                yield one


def _times(event: _Event, span: Interval) -> Iterator[Interval]:
    """Each time of a series, in no order and perhaps twice."""
    yield event.at(event.wall)
    for value in event.more:
        if isinstance(value, tuple):
            start, end = value
            first = _instant(start, _zone(event))
            yield Interval(
                first, first + end if isinstance(end, timedelta) else _instant(end, _zone(event))
            )
        else:
            yield event.at(_wall_at(value, event))
    for rule in event.rules:
        yield from map(event.at, _repeated(event, rule, span))


def _repeated(event: _Event, rule: vRecur, span: Interval) -> Iterator[datetime]:
    """The wall times of `rule` that can touch `span`."""
    parts = vRecur({key: value for key, value in rule.items() if key != "UNTIL"})
    until = [_last(one, event) for one in rule.get("UNTIL", [])]
    last = min([span.end, *until])
    # The longest offset is 14 hours; two days are room for it and for a change of the clock.
    nearly = event.length.days * DAY + abs(event.length.rest) + 2 * DAY
    first = span.start.replace(tzinfo=None) - nearly
    written: bytes = parts.to_ical()  # type: ignore[no-untyped-call]
    for wall in rrulestr(written.decode(), dtstart=event.wall):
        if wall >= first:
            if event.clock.instant(wall) > last:
                return
            yield wall


def _last(until: Time, event: _Event) -> datetime:
    """The instant after which a rule gives nothing; a bare day is meant to its end."""
    if isinstance(until, datetime):
        return until.astimezone(UTC) if until.tzinfo else event.clock.instant(until)
    return event.clock.instant(_wall(until) + DAY) - datetime.resolution


def _zone(event: _Event) -> Any:
    return event.clock.zone


def _wall_at(value: Time, event: _Event) -> datetime:
    """A further time of a series on the wall clock of its first."""
    if isinstance(value, datetime) and value.tzinfo:
        return value.astimezone(event.clock.zone).replace(tzinfo=None)
    return _wall(value)
