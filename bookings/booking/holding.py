"""How a time is held: for how many people, checked under a lock, taken, and let go again.

Steps of the moments, not moments: each expects the caller's transaction.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from bookings.booking import lifecycle
from bookings.booking.errors import (
    HoldExpired,
    IllegalMove,
    NothingRecommended,
    NotOffered,
    PackageUnavailable,
    SlotTaken,
)
from bookings.booking.models import Booking, BookingEvent, Enquiry
from bookings.booking.references import new_reference
from bookings.booking.snapshots import package_as_sold, policy_of
from bookings.booking.states import BookingState
from bookings.catalogue import matching, pricing
from bookings.catalogue.models import AddOn, Package, Studio
from bookings.catalogue.pricing import Quote
from bookings.schedule import availability
from bookings.schedule.assignment import least_busy
from bookings.schedule.availability import Opening, Wanted
from bookings.schedule.models import Allocation, Photographer, Place, Room
from bookings.schedule.pictures import Picture
from bookings.schedule.wall_clock import day_of
from guidance.questionnaire import parse
from guidance.routing import Recommendation

EXTENSION = timedelta(minutes=15)
"""How much longer a hold becomes when the client asks for it, once."""

ALTERNATIVES = 3
ALTERNATIVE_DAYS = timedelta(days=14)


def people_for(enquiry: Enquiry, package: Package) -> int:
    """How many people `package` would be booked for.

    Raises PackageUnavailable, NothingRecommended.
    """
    if enquiry.recommendation is None:
        raise NothingRecommended
    recommendation = Recommendation.from_stored(enquiry.recommendation)
    people = matching.people_booked(package, matching.people_of(recommendation))
    if people is None:
        raise PackageUnavailable
    return people


def wanted_for(
    enquiry: Enquiry,
    place: Place,
    photographer: Photographer | None = None,
    own_hold: Booking | None = None,
) -> Wanted:
    """What the enquiry wants placed in time: the page shows it and the hold books it."""
    package = enquiry.package
    if package is None or not package.is_active or not place.is_active:
        raise PackageUnavailable
    studio = Studio.objects.get()
    people = people_for(enquiry, package)
    return Wanted(
        package=package,
        place=place,
        people=people,
        minutes=pricing.duration_minutes(package, people, enquiry.add_ons.all()),
        notice=timedelta(hours=studio.notice_hours),
        horizon_days=studio.horizon_days,
        photographer=photographer,
        own_booking=own_hold.pk if own_hold else None,
        picture=picture_of(enquiry),
    )


def picture_of(enquiry: Enquiry) -> Picture | None:
    """The picture that `enquiry` is about; None where no kind and style was recommended."""
    if enquiry.recommendation is None:
        return None
    recommendation = Recommendation.from_stored(enquiry.recommendation)
    if not (recommendation.kind and recommendation.style):
        return None
    return Picture(parse(enquiry.all_answers), recommendation)


def standing_hold(enquiry: Enquiry, now: datetime) -> Booking | None:
    """The hold of `enquiry` that has not run out, locked; None where there is none."""
    standing = enquiry.bookings.holds(now).select_for_update(of=("self",), no_key=True)
    return standing.first()


def is_for(
    booking: Booking,
    enquiry: Enquiry,
    place: Place,
    start: datetime,
    photographer: Photographer | None,
) -> bool:
    """Whether the hold that stands is the very one that is being asked for."""
    return (
        (booking.place_id, booking.start) == (place.pk, start)
        and photographer in (None, booking.photographer)
        and is_still_wanted(booking, enquiry)
    )


def is_still_wanted(booking: Booking, enquiry: Enquiry) -> bool:
    """Whether `booking` was held for what its enquiry wants now: package, people, add-ons.

    Answers and package may change while a time is held; its length and price would be wrong.
    """
    package = enquiry.package
    return (
        package is not None
        and booking.package_id == package.pk
        and booking.people == people_for(enquiry, package)
        and set(booking.add_ons.all()) == set(enquiry.add_ons.all())
    )


def is_outdated(booking: Booking, enquiry: Enquiry) -> bool:
    """Whether the client changed the session since `booking` was held."""
    try:
        return not is_still_wanted(booking, enquiry)
    except PackageUnavailable:
        return True


def take_turns(wanted: Wanted) -> None:
    """Let takers of the same people and rooms go one after the other, always in the same order."""
    for resources in (wanted.able_photographers(), wanted.suitable_rooms()):
        list(resources.order_by("pk").select_for_update(of=("self",), no_key=True))


def has_turn(wanted: Wanted) -> bool:
    """Take the turn if nobody else has any of it; False, without waiting, where somebody has.

    For whoever holds other people and rooms already: waiting out of order could end in a deadlock.
    """
    for resources in (wanted.able_photographers(), wanted.suitable_rooms()):
        rows = resources.select_for_update(of=("self",), no_key=True, skip_locked=True)
        if len(rows) < resources.count():
            return False
    return True


def let_lapsed_holds_go(now: datetime) -> None:
    """Expire holds that have run out: their rows would still stand in the guard's way.

    One that is locked is being decided by someone else; waiting for it here could end in a
    deadlock, since that one may be waiting for the people and rooms that we hold.
    """
    lapsed = Booking.objects.lapsed_holds(now).order_by("pk")
    for booking in lapsed.select_for_update(of=("self",), no_key=True, skip_locked=True):
        let_go(booking, BookingState.EXPIRED, now, by="clock")


def let_go(
    booking: Booking,
    to: BookingState,
    now: datetime,
    *,
    by: str,
    actor: User | None = None,
) -> None:
    """End a hold: its photographer and room are free again at once."""
    lifecycle.advance(booking, to, now, by=by, actor=actor)
    booking.allocations.all().delete()


def still_held(booking: Booking, now: datetime) -> Booking:
    """The booking, locked, still held. Raises HoldExpired or IllegalMove."""
    booking = lifecycle.locked(booking.pk)
    if booking.state in (BookingState.EXPIRED, BookingState.RELEASED):
        raise HoldExpired
    if booking.state != BookingState.HELD:
        raise IllegalMove
    if not booking.is_held_at(now):
        raise HoldExpired
    return booking


def refusal(wanted: Wanted, start: datetime, now: datetime) -> SlotTaken:
    """Why `start` can't be had, with the nearest openings around it."""
    day = day_of(start, wanted.place.zone)
    around = availability.openings(wanted, day - ALTERNATIVE_DAYS, day + ALTERNATIVE_DAYS, now)
    nearest = sorted(around, key=lambda opening: abs(opening.start - start))[:ALTERNATIVES]
    nearest.sort(key=lambda opening: opening.start)
    was_offered = availability.is_in_hours(wanted, start, now)
    return SlotTaken(nearest) if was_offered else NotOffered(nearest)


def opening_asked_for(
    wanted: Wanted,
    start: datetime,
    room: Room | None,
    now: datetime,
    *,
    override_reason: str = "",
) -> Opening:
    """The opening at `start`, in `room` where one is named; forced where a reason is given.

    Raises SlotTaken, or NotOffered, with the nearest alternatives.
    """
    opening = availability.opening_at(wanted, start, now)
    if opening is not None and room is not None:
        rooms = tuple(free for free in opening.rooms if free == room)
        opening = replace(opening, rooms=rooms) if rooms else None
    if opening is None and override_reason:
        opening = availability.forced_opening(wanted, start, room, now)
        if opening is None:
            raise SlotTaken
    if opening is None:
        raise refusal(wanted, start, now)
    return opening


def held_until(opening: Opening, now: datetime) -> datetime:
    """How long a client has to confirm `opening`: the studio's minutes, never into the session."""
    minutes = Studio.objects.get().hold_minutes
    return min(now + timedelta(minutes=minutes), opening.start)


def take(
    enquiry: Enquiry,
    wanted: Wanted,
    opening: Opening,
    now: datetime,
    *,
    by: str = "client",
    actor: User | None = None,
    **frozen: Any,
) -> Booking:
    """Hold `opening` for `enquiry`; `frozen` are further fields of the booking.

    Raises SlotTaken or IllegalMove by the database's word.
    """
    add_ons = list(enquiry.add_ons.all())
    booking = _drafted(enquiry, wanted, opening, add_ons, now)
    for name, value in frozen.items():
        setattr(booking, name, value)
    _write(booking)
    booking.add_ons.set(add_ons)
    allocate(booking, wanted)
    lifecycle.record(booking, BookingEvent.Kind.HELD, now, by=by, actor=actor)
    return booking


def allocate(booking: Booking, wanted: Wanted) -> None:
    """Take photographer and room, buffers included. Raises SlotTaken by the guard's word."""
    start, end = booking.start - wanted.before, booking.end + wanted.after
    expires_at = booking.hold_expires_at if booking.state == BookingState.HELD else None
    taken = [Allocation(photographer=booking.photographer)]
    if booking.room is not None:
        taken.append(Allocation(room=booking.room))
    for allocation in taken:
        allocation.booking, allocation.start, allocation.end = booking, start, end
        allocation.expires_at = expires_at
    try:
        with transaction.atomic():
            Allocation.objects.bulk_create(taken)
    except IntegrityError as overlap:
        raise SlotTaken from overlap


def _drafted(
    enquiry: Enquiry, wanted: Wanted, opening: Opening, add_ons: Sequence[AddOn], now: datetime
) -> Booking:
    """The booking as it would be held, with everything frozen on it; not written yet."""
    studio = Studio.objects.get()
    quote = _quoted(wanted, add_ons, studio)
    return Booking(
        enquiry=enquiry,
        client=enquiry.client,
        package=wanted.package,
        place=wanted.place,
        room=opening.rooms[0] if opening.rooms else None,
        photographer=least_busy(opening.photographers, wanted.place, opening.start, now),
        start=opening.start,
        end=opening.end,
        people=wanted.people,
        hold_expires_at=now + timedelta(minutes=studio.hold_minutes),
        quote=quote.as_json(),
        total_minor=quote.total_minor,
        deposit_minor=quote.deposit_minor,
        currency=quote.currency,
        policy=policy_of(studio).as_json(),
        package_as_sold=package_as_sold(wanted.package, wanted.minutes, add_ons),
        note=enquiry.note,
        language=enquiry.language,
        created_at=now,
    )


def _quoted(wanted: Wanted, add_ons: Sequence[AddOn], studio: Studio) -> Quote:
    return pricing.quote(
        wanted.package,
        wanted.people,
        add_ons,
        currency=studio.currency,
        deposit_percent=studio.deposit_percent,
    )


def _write(booking: Booking) -> None:
    """Insert `booking`, under another reference where its own is in use.

    Raises IllegalMove where the enquiry has a live booking: its lapsed hold, which someone
    else is deciding at this moment.
    """
    try:
        with transaction.atomic():
            booking.save(force_insert=True)
    except IntegrityError as refused:
        if not Booking.objects.filter(reference=booking.reference).exists():
            raise IllegalMove from refused
        booking.reference = new_reference()
        _write(booking)
