"""Which starts can be offered: the one answer that the page shows and the booking checks.

A start is offered when some photographer who offers the package and some room that suits it
are both free: the session inside the photographer's hours, and its buffers clear of every
allocation that stands. A span of days costs five queries, however many bookings exist; a
further span for the same roster costs one.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Self, TypeVar

from django.db.models import Q, QuerySet

from bookings.catalogue.models import Package
from bookings.schedule.day_limits import full_days
from bookings.schedule.intervals import Interval, Intervals
from bookings.schedule.models import (
    LONGEST_ALLOCATION,
    Allocation,
    Photographer,
    Place,
    Room,
)
from bookings.schedule.pictures import Picture
from bookings.schedule.rosters import Roster, photographers_offering, rooms_for, rosters
from bookings.schedule.wall_clock import day_of, day_span, days_between, raster

Owner = TypeVar("Owner", Photographer, Room)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be placed in time: a package at a place, for so many people and minutes.

    `notice` and `horizon_days` are the studio's; `photographer` narrows the search to one;
    what `own_booking` (its number) has taken counts as free, since it would be given back. The
    `picture` asks for a room that is long enough.
    """

    package: Package
    place: Place
    people: int
    minutes: int
    notice: timedelta
    horizon_days: int
    photographer: Photographer | None = None
    own_booking: int | None = None
    picture: Picture | None = None

    def with_photographer(self, photographer: Photographer | None) -> Self:
        """The same, narrowed to `photographer`; None is anyone."""
        return replace(self, photographer=photographer)

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
        """Those who offer the package, or the one asked for of them, in the studio's order."""
        able = photographers_offering(self.package)
        return able if self.photographer is None else able.filter(pk=self.photographer.pk)

    def suitable_rooms(self) -> QuerySet[Room]:
        """The place's rooms that suit the package, the shortest first; none on location."""
        if self.package.on_location:
            return Room.objects.none()
        return rooms_for(self.package, self.people).filter(place=self.place)


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

    def openings(self, starts: Sequence[datetime], wanted: Wanted) -> Iterator[Opening]:
        """The openings at those of `starts`, in order, at which somebody and a room are free."""
        people, rooms = _free_at(starts, self.photographers), _free_at(starts, self.rooms)
        length, needs_room = wanted.length, not wanted.package.on_location
        for start in starts:
            if people[start] and (rooms[start] or not needs_room):
                yield Opening(start, start + length, tuple(people[start]), tuple(rooms[start]))

    def any_start(self) -> Intervals:
        """A first sieve: instants at which at least one photographer could start."""
        return Intervals(span for starts in self.photographers.values() for span in starts)


def roster(wanted: Wanted, now: datetime) -> Roster:
    """The roster for what is wanted, whichever photographer was asked for."""
    known = rosters(wanted.package, wanted.people, [wanted.place], now, wanted.picture)
    return known.get(wanted.place, Roster(wanted.place))


def openings(
    wanted: Wanted, first: date, last: date, now: datetime, known: Roster | None = None
) -> list[Opening]:
    """Every start on offer from `first` to `last`, calendar days of the place, in order.

    `known` spares reading the roster again.
    """
    earliest, latest = wanted.days(now)
    first, last = max(first, earliest), min(last, latest)
    if first > last or wanted.whole > LONGEST_ALLOCATION:
        return []
    zone = wanted.place.zone
    span = Interval(max(day_span(first, zone).start, now + wanted.notice), day_span(last, zone).end)
    resources = free_resources(wanted, known or roster(wanted, now), span, now)
    sieve = resources.any_start() & Intervals([span])
    return list(resources.openings(_candidates(wanted.place, sieve), wanted))


def opening_at(wanted: Wanted, start: datetime, now: datetime) -> Opening | None:
    """The opening at exactly `start`, or None where it is not on offer."""
    day = day_of(start, wanted.place.zone)
    return next((o for o in openings(wanted, day, day, now) if o.start == start), None)


def forced_opening(
    wanted: Wanted, start: datetime, room: Room | None, now: datetime
) -> Opening | None:
    """An opening at `start` whatever hours, notice and horizon say; None where it is taken.

    For the desk, with a reason. The one photographer asked for takes it, who offers the package,
    in `room` or in the first suitable one that is free. Nobody is in two places: what stands is
    never overridden.
    """
    if wanted.photographer is None or start <= now or wanted.whole > LONGEST_ALLOCATION:
        return None
    if not wanted.able_photographers().exists():
        return None
    whole = Interval(start - wanted.before, start + wanted.length + wanted.after)
    rooms = [] if wanted.package.on_location else list(wanted.suitable_rooms())
    if room is not None and not wanted.package.on_location:
        rooms = [room]
    taken = _taken(wanted, [wanted.photographer], rooms, whole, now)
    if taken.get((wanted.photographer.pk, None)):
        return None
    free = tuple(room for room in rooms if not taken.get((None, room.pk)))
    if not free and not wanted.package.on_location:
        return None
    return Opening(start, start + wanted.length, (wanted.photographer,), free)


def is_in_hours(wanted: Wanted, start: datetime, now: datetime) -> bool:
    """Whether `start` would be on offer if nothing were taken yet."""
    zone = wanted.place.zone
    day = day_of(start, zone)
    first, last = wanted.days(now)
    if not first <= day <= last or start < now + wanted.notice:
        return False
    known, days = roster(wanted, now), day_span(day, zone)
    working = [known.working(person, days) for person in asked_for(wanted, known)]
    in_hours = any(start in hours.starts(wanted.length) for hours in working)
    return in_hours and start in raster(day, wanted.place.raster_minutes, zone)


def free_resources(wanted: Wanted, known: Roster, span: Interval, now: datetime) -> Resources:
    """When each photographer and room of the roster could start a session within `span`."""
    around, people, nothing = _around(span), asked_for(wanted, known), Intervals()
    taken = _taken(wanted, people, known.rooms, around, now)
    full = full_days(people, wanted.place.zone, around, now, except_for=wanted.own_booking)
    return Resources(
        {
            p: _starts(wanted, known.working(p, span), taken.get((p.pk, None), nothing), around)
            - full.get(p.pk, nothing)
            for p in people
        },
        {
            room: _starts(
                wanted, known.open(room, around), taken.get((None, room.pk), nothing), around
            )
            for room in known.rooms
        },
    )


def asked_for(wanted: Wanted, known: Roster) -> list[Photographer]:
    """The photographers of the roster who may take the session."""
    return [person for person in known.photographers if wanted.photographer in (None, person)]


def _around(span: Interval) -> Interval:
    """`span` and, on both sides, as far as anything that touches it can reach."""
    return Interval(span.start - LONGEST_ALLOCATION, span.end + LONGEST_ALLOCATION)


def _starts(wanted: Wanted, open_spans: Intervals, taken: Intervals, around: Interval) -> Intervals:
    """Starts whose session lies inside `open_spans` and whose buffers are clear of `taken`."""
    clear = (Intervals([around]) - taken).starts(wanted.whole).shifted(wanted.before)
    return open_spans.starts(wanted.length) & clear


def _taken(
    wanted: Wanted,
    photographers: Iterable[Photographer],
    rooms: Iterable[Room],
    around: Interval,
    now: datetime,
) -> Mapping[tuple[int | None, int | None], Intervals]:
    """What stands in the way, by the number of the photographer or, second, of the room."""
    of_either = Q(photographer__in=[person.pk for person in photographers]) | Q(
        room__in=[room.pk for room in rooms]
    )
    rows = (
        Allocation.objects.filter(of_either)
        .overlapping(around.start, around.end)
        .standing(now)
        .exclude(booking=wanted.own_booking)
        .values_list("photographer_id", "room_id", "start", "end")
    )
    spans: defaultdict[tuple[int | None, int | None], list[Interval]] = defaultdict(list)
    for photographer, room, start, end in rows:
        spans[photographer, room].append(Interval(start, end))
    return {owner: Intervals(taken) for owner, taken in spans.items()}


def _free_at(
    starts: Sequence[datetime], owners: Mapping[Owner, Intervals]
) -> Mapping[datetime, list[Owner]]:
    """Who of the owners could start at each of `starts`, in the order of the owners."""
    free: defaultdict[datetime, list[Owner]] = defaultdict(list)
    for owner, instants in owners.items():
        for start in instants.among(starts):
            free[start].append(owner)
    return free


def _candidates(place: Place, sieve: Intervals) -> list[datetime]:
    """The place's raster of wall-clock starts that fall into `sieve`."""
    days: set[date] = set()
    for span in sieve:
        first, last = day_of(span.start, place.zone), day_of(span.end, place.zone)
        days.update(days_between(first, last))
    starts = (
        start for day in sorted(days) for start in raster(day, place.raster_minutes, place.zone)
    )
    return list(sieve.among(starts))
