"""A place's wall clock: its days and weekly hours as instants, also when the clock changes.

A wall time that the spring change skips does not exist; one that the autumn change repeats
exists twice. Days therefore have 23, 24 or 25 hours, and nothing here assumes otherwise.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bookings.schedule.intervals import Interval

DAY = timedelta(days=1)


def instant(day: date, wall: time, zone: ZoneInfo) -> datetime:
    """`wall` on `day` in UTC: the first where repeated, just after the gap where skipped."""
    local = datetime.combine(day, wall, zone)
    moment = local.astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) == local.replace(tzinfo=None):
        return moment
    # fold=0 reads a skipped time by the offset before the gap, fold=1 by the one after; the
    # gap itself is where the offset changes, between the two readings.
    return _offset_change(local.replace(fold=1).astimezone(UTC), moment, zone)


def day_of(moment: datetime, zone: ZoneInfo) -> date:
    """The calendar day at `moment` on the wall clock of `zone`."""
    return moment.astimezone(zone).date()


def day_span(day: date, zone: ZoneInfo) -> Interval:
    """The whole of `day` in `zone`, from its first instant to the next day's."""
    return Interval(instant(day, time(0), zone), instant(day + DAY, time(0), zone))


def hours_span(day: date, opens: time, closes: time, zone: ZoneInfo) -> Interval:
    """Wall-clock hours of one day; closing at 00:00 means the end of the day.

    A closing time that the clock repeats is meant the second time round, so that the hours
    lose nothing.
    """
    if closes == time(0):
        return Interval(instant(day, opens, zone), day_span(day, zone).end)
    last = datetime.combine(day, closes, zone).replace(fold=1).astimezone(UTC)
    if last.astimezone(zone).replace(tzinfo=None) != datetime.combine(day, closes):
        last = instant(day, closes, zone)
    return Interval(instant(day, opens, zone), last)


def days_between(first: date, last: date) -> Iterator[date]:
    """Each calendar day from `first` to `last`, both counted."""
    for offset in range((last - first).days + 1):
        yield first + timedelta(days=offset)


def raster(day: date, minutes: int, zone: ZoneInfo) -> Iterator[datetime]:
    """Every instant of `day` at which the wall clock shows a multiple of `minutes`.

    A repeated hour gives its starts twice, a skipped hour gives none.
    """
    span = day_span(day, zone)
    step = timedelta(minutes=minutes)
    if span.end - span.start == DAY and _starts_at_midnight(span.start, zone):
        moment = span.start
        while moment < span.end:
            yield moment
            moment += step
        return
    yield from _raster_across_a_change(span, minutes, zone)


def _raster_across_a_change(span: Interval, minutes: int, zone: ZoneInfo) -> Iterator[datetime]:
    minute = timedelta(minutes=1)
    moment = span.start
    while moment < span.end:
        local = moment.astimezone(zone)
        if local.second == 0 and (local.hour * 60 + local.minute) % minutes == 0:
            yield moment
        moment += minute


def _starts_at_midnight(moment: datetime, zone: ZoneInfo) -> bool:
    return moment.astimezone(zone).time() == time(0)


def _offset_change(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    """The instant between the two at which the offset of `zone` changes, to the second."""
    old = before.astimezone(zone).utcoffset()
    before, after = before.replace(microsecond=0), after.replace(microsecond=0)
    while after - before > timedelta(seconds=1):
        middle = (before + (after - before) / 2).replace(microsecond=0)
        if middle.astimezone(zone).utcoffset() == old:
            before = middle
        else:
            after = middle
    return after
