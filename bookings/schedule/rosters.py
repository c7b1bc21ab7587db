"""Who works where: the people, hours, rooms and closures that a package can draw on at a place.

Nothing here depends on the days that are asked for, nor on what is taken: a roster is read
once and asked for many spans.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, time

from django.db.models import QuerySet

from bookings.catalogue.models import Package
from bookings.schedule.intervals import Interval, Intervals
from bookings.schedule.models import (
    LONGEST_ALLOCATION,
    Closure,
    OpeningHours,
    Photographer,
    Place,
    Room,
)
from bookings.schedule.pictures import Picture
from bookings.schedule.wall_clock import DAY, day_of, days_between, hours_span
from guidance.vocabulary import Format

Weekly = Mapping[tuple[int, int], list[tuple[time, time]]]
"""Wall-clock hours by the photographer's number and the weekday; Monday is 0."""


@dataclass(frozen=True, slots=True)
class Roster:
    """Who works at the place and offers the package, their hours, the rooms, and the closures."""

    place: Place
    photographers: tuple[Photographer, ...] = ()
    rooms: tuple[Room, ...] = ()
    weekly_hours: Weekly = field(default_factory=dict)
    closures: tuple[Closure, ...] = ()

    def working(self, photographer: Photographer, span: Interval) -> Intervals:
        """When `photographer` works here on the days of `span`, closures taken out."""
        zone = self.place.zone
        days = days_between(day_of(span.start, zone) - DAY, day_of(span.end, zone))
        hours = Intervals(
            hours_span(day, opens, closes, zone)
            for day in days
            for opens, closes in self.weekly_hours.get((photographer.pk, day.weekday()), ())
        )
        extra = (c for c in self.closures if _is_extra_of(c, photographer, self.place))
        closed = (c for c in self.closures if _closes(c, photographer, self.place))
        return (hours | _spans(extra)) - _spans(closed)

    def open(self, room: Room, span: Interval) -> Intervals:
        """When `room` is not closed within `span`."""
        closed = (c for c in self.closures if _is_closed(c) and c.room_id == room.pk)
        return Intervals([span]) - _spans(closed)


def rosters(
    package: Package,
    people: int,
    places: Iterable[Place],
    now: datetime,
    picture: Picture | None = None,
) -> dict[Place, Roster]:
    """The roster of each of `places` where the package can be had, in their order.

    Somebody who offers it must work there and, unless it is shot on location, a room must
    suit it for so many `people`; of these, rooms too short for the `picture` are left out where
    the place has a longer one. Four queries, however many places.
    """
    places = list(places)
    able = list(photographers_offering(package))
    rooms = [] if package.on_location else list(rooms_for(package, people).filter(place__in=places))
    weekly = _weekly_hours(places, able)
    closures = tuple(Closure.objects.filter(end__gt=now - LONGEST_ALLOCATION))
    found = [_roster_at(place, able, rooms, weekly.get(place.pk, {}), closures) for place in places]
    if picture is not None:
        found = [_with_long_rooms(one, picture) for one in found]
    return {
        one.place: one for one in found if one.photographers and (one.rooms or package.on_location)
    }


def photographers_offering(package: Package) -> QuerySet[Photographer]:
    """Those who offer the package, in the studio's order."""
    return Photographer.objects.filter(is_active=True, packages=package).order_by("position", "pk")


def rooms_for(package: Package, people: int) -> QuerySet[Room]:
    """Rooms long and large enough, the shortest first, so that long ones stay free."""
    together = people if package.format == Format.GROUP else 1
    suitable = Room.objects.filter(
        is_active=True, length_m__gte=package.min_room_length_m, max_people__gte=together
    )
    return suitable.order_by("length_m", "pk")


def _with_long_rooms(known: Roster, picture: Picture) -> Roster:
    return replace(known, rooms=tuple(picture.long_enough(known.rooms, known.photographers)))


def _roster_at(
    place: Place,
    able: Iterable[Photographer],
    rooms: Iterable[Room],
    weekly: Weekly,
    closures: tuple[Closure, ...],
) -> Roster:
    regular = {photographer_id for photographer_id, _weekday in weekly}
    working = (p for p in able if p.pk in regular or _works_extra(p, place, closures))
    here = (room for room in rooms if room.place_id == place.pk)
    return Roster(place, tuple(working), tuple(here), weekly, closures)


def _weekly_hours(
    places: Iterable[Place], photographers: Iterable[Photographer]
) -> dict[int, dict[tuple[int, int], list[tuple[time, time]]]]:
    """The weekly hours of each place by its number."""
    weekly: dict[int, dict[tuple[int, int], list[tuple[time, time]]]] = {}
    rows = OpeningHours.objects.filter(
        place__in=[place.pk for place in places],
        photographer__in=[person.pk for person in photographers],
    ).values_list("place_id", "photographer_id", "weekday", "opens", "closes")
    for place_id, photographer_id, weekday, opens, closes in rows:
        at_place = weekly.setdefault(place_id, {})
        at_place.setdefault((photographer_id, weekday), []).append((opens, closes))
    return weekly


def _works_extra(photographer: Photographer, place: Place, closures: Iterable[Closure]) -> bool:
    return any(_is_extra_of(closure, photographer, place) for closure in closures)


def _is_extra_of(closure: Closure, photographer: Photographer, place: Place) -> bool:
    return (closure.kind, closure.photographer_id, closure.place_id) == (
        Closure.Kind.EXTRA,
        photographer.pk,
        place.pk,
    )


def _closes(closure: Closure, photographer: Photographer, place: Place) -> bool:
    of_either = closure.photographer_id == photographer.pk or closure.place_id == place.pk
    return _is_closed(closure) and of_either


def _is_closed(closure: Closure) -> bool:
    return closure.kind == Closure.Kind.CLOSED


def _spans(closures: Iterable[Closure]) -> Intervals:
    return Intervals(Interval(closure.start, closure.end) for closure in closures)
