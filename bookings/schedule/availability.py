"""Which starts can be offered: the one answer that the page shows and the booking checks.

A start is offered when some photographer who offers the package and some room that suits it
are both free: the session inside the photographer's hours, and its buffers clear of every
allocation that stands. A span of days costs six queries, however many bookings exist.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet

from bookings.catalogue.models import Package
from bookings.schedule.intervals import Interval, Intervals
from bookings.schedule.models import (
    LONGEST_ALLOCATION,
    Allocation,
    Closure,
    OpeningHours,
    Photographer,
    Place,
    Room,
)
from bookings.schedule.wall_clock import DAY, day_of, day_span, days_between, hours_span, raster
from guidance.vocabulary import Format


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be placed in time: a package at a place, for so many people and minutes.

    `notice` and `horizon_days` are the studio's; `photographer` narrows the search to one;
    what `own_booking` (its number) has taken counts as free, since it would be given back.
    """

    package: Package
    place: Place
    people: int
    minutes: int
    notice: timedelta
    horizon_days: int
    photographer: Photographer | None = None
    own_booking: int | None = None

    @property
    def length(self) -> timedelta:
        """The session itself."""
        return timedelta(minutes=self.minutes)

    @property
    def before(self) -> timedelta:
        """Setting up, before the session."""
        return timedelta(minutes=self.package.buffer_before_minutes)

    @property
    def after(self) -> timedelta:
        """Clearing up, after the session."""
        return timedelta(minutes=self.package.buffer_after_minutes)

    @property
    def whole(self) -> timedelta:
        """Setting up, session and clearing up."""
        return self.before + self.length + self.after

    def days(self, now: datetime) -> tuple[date, date]:
        """The first and the last calendar day of the place on which a client may book at `now`."""
        today = day_of(now, self.place.zone)
        return today, today + timedelta(days=self.horizon_days)

    def able_photographers(self) -> QuerySet[Photographer]:
        """Those who offer the package, in the studio's order."""
        able = Photographer.objects.filter(is_active=True, packages=self.package)
        if self.photographer is not None:
            able = able.filter(pk=self.photographer.pk)
        return able.order_by("position", "pk")

    def suitable_rooms(self) -> QuerySet[Room]:
        """Rooms long and large enough, the shortest first, so that long ones stay free."""
        if self.package.on_location:
            return Room.objects.none()
        together = self.people if self.package.format == Format.GROUP else 1
        return Room.objects.filter(
            place=self.place,
            is_active=True,
            length_m__gte=self.package.min_room_length_m,
            max_people__gte=together,
        ).order_by("length_m", "pk")


@dataclass(frozen=True, slots=True)
class Opening:
    """A start that can be booked, and who and where could take it, in the studio's order."""

    start: datetime
    end: datetime
    photographers: tuple[Photographer, ...]
    rooms: tuple[Room, ...]


@dataclass(frozen=True, slots=True)
class Resources:
    """The people and rooms that suit, each with the instants at which a session could start."""

    photographers: Mapping[Photographer, Intervals]
    rooms: Mapping[Room, Intervals]

    def at(self, start: datetime, wanted: Wanted) -> Opening | None:
        """The opening at `start`, if someone and somewhere are free."""
        people = tuple(p for p, starts in self.photographers.items() if start in starts)
        rooms = tuple(room for room, starts in self.rooms.items() if start in starts)
        if not people or not (rooms or wanted.package.on_location):
            return None
        return Opening(start, start + wanted.length, people, rooms)

    def any_start(self) -> Intervals:
        """A first sieve: instants at which at least one photographer could start."""
        return Intervals(span for starts in self.photographers.values() for span in starts)


def openings(wanted: Wanted, first: date, last: date, now: datetime) -> list[Opening]:
    """Every start on offer from `first` to `last`, calendar days of the place, in order."""
    earliest, latest = wanted.days(now)
    first, last = max(first, earliest), min(last, latest)
    if first > last or wanted.whole > LONGEST_ALLOCATION:
        return []
    zone = wanted.place.zone
    span = Interval(max(day_span(first, zone).start, now + wanted.notice), day_span(last, zone).end)
    resources = free_resources(wanted, span, now)
    sieve = resources.any_start() & Intervals([span])
    found = (resources.at(start, wanted) for start in _candidates(wanted.place, sieve))
    return [opening for opening in found if opening]


def opening_at(wanted: Wanted, start: datetime, now: datetime) -> Opening | None:
    """The opening at exactly `start`, or None where it is not on offer."""
    day = day_of(start, wanted.place.zone)
    return next((o for o in openings(wanted, day, day, now) if o.start == start), None)


def is_in_hours(wanted: Wanted, start: datetime, now: datetime) -> bool:
    """Whether `start` would be on offer if nothing were taken yet."""
    zone = wanted.place.zone
    day = day_of(start, zone)
    first, last = wanted.days(now)
    if not first <= day <= last or start < now + wanted.notice:
        return False
    photographers = list(wanted.able_photographers())
    span = day_span(day, zone)
    around = Interval(span.start - LONGEST_ALLOCATION, span.end + LONGEST_ALLOCATION)
    working = _working_hours(wanted, photographers, _closures(around), span)
    in_hours = any(start in hours.starts(wanted.length) for hours in working.values())
    return in_hours and start in raster(day, wanted.place.raster_minutes, zone)


def free_resources(wanted: Wanted, span: Interval, now: datetime) -> Resources:
    """When each suitable photographer and room could start a session within `span`."""
    photographers = list(wanted.able_photographers())
    rooms = list(wanted.suitable_rooms())
    around = Interval(span.start - LONGEST_ALLOCATION, span.end + LONGEST_ALLOCATION)
    closures = _closures(around)
    taken = _taken(wanted, photographers, rooms, around, now)
    working = _working_hours(wanted, photographers, closures, span)
    return Resources(
        {
            person: _starts(wanted, working[person.pk], taken["photographer", person.pk], around)
            for person in photographers
        },
        {
            room: _starts(
                wanted,
                Intervals([around]) - _closed(closures, room=room),
                taken["room", room.pk],
                around,
            )
            for room in rooms
        },
    )


def _starts(wanted: Wanted, open_spans: Intervals, taken: Intervals, around: Interval) -> Intervals:
    """Starts whose session lies inside `open_spans` and whose buffers are clear of `taken`."""
    clear = (Intervals([around]) - taken).starts(wanted.whole).shifted(wanted.before)
    return open_spans.starts(wanted.length) & clear


def _closures(around: Interval) -> list[Closure]:
    return list(Closure.objects.filter(end__gt=around.start, start__lt=around.end))


def _closed(
    closures: Iterable[Closure],
    *,
    place: Place | None = None,
    room: Room | None = None,
    photographer: Photographer | None = None,
) -> Intervals:
    return Intervals(
        Interval(closure.start, closure.end)
        for closure in closures
        if closure.kind == Closure.Kind.CLOSED
        and (
            (place is not None and closure.place_id == place.pk)
            or (room is not None and closure.room_id == room.pk)
            or (photographer is not None and closure.photographer_id == photographer.pk)
        )
    )


def _working_hours(
    wanted: Wanted,
    photographers: Iterable[Photographer],
    closures: list[Closure],
    span: Interval,
) -> dict[int, Intervals]:
    """The spans in which each photographer works at the place, closures taken out."""
    weekly = _weekly_hours(wanted, photographers)
    zone = wanted.place.zone
    days = list(days_between(day_of(span.start, zone) - DAY, day_of(span.end, zone)))
    working = {}
    for person in photographers:
        hours = Intervals(
            hours_span(day, opens, closes, zone)
            for day in days
            for opens, closes in weekly.get((person.pk, day.weekday()), ())
        )
        extra = Intervals(
            Interval(closure.start, closure.end)
            for closure in closures
            if closure.kind == Closure.Kind.EXTRA
            and closure.photographer_id == person.pk
            and closure.place_id == wanted.place.pk
        )
        working[person.pk] = (hours | extra) - _closed(
            closures, place=wanted.place, photographer=person
        )
    return working


def _weekly_hours(
    wanted: Wanted, photographers: Iterable[Photographer]
) -> dict[tuple[int, int], list[tuple[time, time]]]:
    weekly: dict[tuple[int, int], list[tuple[time, time]]] = {}
    rows = OpeningHours.objects.filter(
        place=wanted.place, photographer__in=[person.pk for person in photographers]
    ).values_list("photographer_id", "weekday", "opens", "closes")
    for photographer_id, weekday, opens, closes in rows:
        weekly.setdefault((photographer_id, weekday), []).append((opens, closes))
    return weekly


def _taken(
    wanted: Wanted,
    photographers: Iterable[Photographer],
    rooms: Iterable[Room],
    around: Interval,
    now: datetime,
) -> dict[tuple[str, int], Intervals]:
    """What stands in the way of each resource; one query for people, one for rooms."""
    spans: dict[tuple[str, int], list[Interval]] = {}
    for resource, owners in (("photographer", photographers), ("room", rooms)):
        keys = [owner.pk for owner in owners]
        rows = (
            Allocation.objects.filter(**{f"{resource}__in": keys})
            .overlapping(around.start, around.end)
            .standing(now)
            .exclude(booking=wanted.own_booking)
            .values_list(f"{resource}_id", "start", "end")
        )
        spans.update({(resource, key): [] for key in keys})
        for key, start, end in rows:
            spans[resource, key].append(Interval(start, end))
    return {owner: Intervals(taken) for owner, taken in spans.items()}


def _candidates(place: Place, sieve: Intervals) -> Iterator[datetime]:
    """The place's raster of wall-clock starts that fall into `sieve`."""
    days: set[date] = set()
    for span in sieve:
        first, last = day_of(span.start, place.zone), day_of(span.end, place.zone)
        days.update(days_between(first, last))
    for day in sorted(days):
        for moment in raster(day, place.raster_minutes, place.zone):
            if moment in sieve:
                yield moment
