"""Who waits for a day, and which time of it would fit them.

Steps of the moments, not moments: each expects the caller's transaction.
"""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet

from bookings.booking.errors import NothingRecommended, PackageUnavailable
from bookings.booking.holding import has_turn, let_lapsed_holds_go, wanted_for
from bookings.booking.models import Booking, Enquiry
from bookings.booking.states import BookingState
from bookings.catalogue.models import Studio
from bookings.schedule import availability
from bookings.schedule.availability import Opening, Wanted
from bookings.schedule.models import Place
from bookings.schedule.wall_clock import day_of, instant
from bookings.waiting.models import WaitingEntry

MORNING, EVENING = time(9), time(21)
"""Between which hours of the place's clock an offer may end."""

ENDED = (BookingState.EXPIRED, BookingState.RELEASED)


def open_entries(place: Place, day: date) -> QuerySet[WaitingEntry]:
    """Who waits for `day` and has no offer at the moment, first come first."""
    entries = WaitingEntry.objects.filter(outcome="", offer=None, place=place, day=day)
    return entries.select_related("place", "photographer").order_by("created_at", "pk")


def fitting(entry: WaitingEntry, now: datetime) -> tuple[Enquiry, Wanted, Opening] | None:
    """The first time of the day that `entry` could be given, its people and rooms locked.

    None where nothing fits, where the client holds or has booked something by now, or where they
    are at their answers, or somebody takes one of the people or rooms, at this very moment: the
    sweep comes by again.
    """
    enquiry = _enquiry(entry)
    if enquiry is None or enquiry.bookings.live().exists() or not _still_waits(entry):
        return None
    try:
        wanted = wanted_for(enquiry, entry.place, entry.photographer)
    except (PackageUnavailable, NothingRecommended):
        return None
    if not has_turn(wanted):
        return None
    let_lapsed_holds_go(now)
    found = availability.openings(wanted, entry.day, entry.day, now)
    in_time = (one for one in found if offered_until(one.start, now, entry.place.zone) > now)
    opening = next(in_time, None)
    return (enquiry, wanted, opening) if opening else None


def offered_until(start: datetime, now: datetime, zone: ZoneInfo) -> datetime:
    """How long a freed time is held: the studio's hours, but never into the session itself.

    What would end at night is held until the morning: nobody loses a time while asleep.
    """
    hours = Studio.objects.get().offer_hours
    return min(_awake(now + timedelta(hours=hours), zone), start - timedelta(hours=1))


def close(offer: Booking, outcome: WaitingEntry.Outcome) -> None:
    """The waiting that led to `offer` is over."""
    WaitingEntry.objects.filter(offer=offer, outcome="").update(outcome=outcome)


def close_what_is_over(now: datetime) -> None:
    """Entries whose offer ran out unseen, whose client booked otherwise, whose day has passed.

    A day passes by the clock of its place: west of Greenwich it is still today after midnight UTC.
    """
    waiting = WaitingEntry.objects.filter(outcome="")
    waiting.filter(offer__state__in=ENDED).update(outcome=WaitingEntry.Outcome.LAPSED)
    booked = Q(enquiry__bookings__state=BookingState.CONFIRMED)
    for entry in waiting.filter(booked):
        close_entry(entry, WaitingEntry.Outcome.BOOKED)
    for place in Place.objects.filter(pk__in=waiting.values("place")):
        passed = waiting.filter(place=place, day__lt=day_of(now, place.zone))
        passed.update(outcome=WaitingEntry.Outcome.OVER)


def close_entry(entry: WaitingEntry, outcome: WaitingEntry.Outcome) -> None:
    """`entry` waits no more."""
    WaitingEntry.objects.filter(pk=entry.pk, outcome="").update(outcome=outcome)


def waited_for() -> Iterator[tuple[Place, date]]:
    """Each place and day that somebody waits for."""
    entries = WaitingEntry.objects.filter(outcome="", offer=None).select_related("place")
    seen: set[tuple[int, date]] = set()
    for entry in entries.order_by("day", "pk"):
        if (entry.place.pk, entry.day) not in seen:
            seen.add((entry.place.pk, entry.day))
            yield entry.place, entry.day


def _awake(moment: datetime, zone: ZoneInfo) -> datetime:
    """`moment`, or the next morning where it falls into the night of `zone`."""
    wall, day = moment.astimezone(zone).time(), day_of(moment, zone)
    if wall > EVENING:
        return instant(day + timedelta(days=1), MORNING, zone)
    return instant(day, MORNING, zone) if wall < MORNING else moment


def _still_waits(entry: WaitingEntry) -> bool:
    """Whether nobody offered `entry` a time, or closed it, since it was read."""
    return WaitingEntry.objects.filter(pk=entry.pk, outcome="", offer=None).exists()


def _enquiry(entry: WaitingEntry) -> Enquiry | None:
    rows = Enquiry.objects.select_for_update(of=("self",), no_key=True, skip_locked=True)
    return rows.filter(pk=entry.enquiry_id).first()
