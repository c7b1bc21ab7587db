"""How a confirmed booking changes its time: what is asked for, whether it may, and the new seat.

Steps of the moments, not moments: each expects the caller's transaction.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self

from bookings.booking.errors import IllegalMove, MovedTooOften, MoveTooLate
from bookings.booking.holding import allocate, picture_of
from bookings.booking.models import Booking
from bookings.booking.states import BookingState
from bookings.catalogue.models import Studio
from bookings.schedule.assignment import least_busy
from bookings.schedule.availability import Opening, Wanted
from bookings.schedule.models import Photographer, Place, Room


@dataclass(frozen=True, slots=True)
class NewTime:
    """Where, when and with whom instead; without a photographer, whoever is free.

    `override_reason` is the desk's, for a time outside hours or notice.
    """

    place: Place
    start: datetime
    photographer: Photographer | None = None
    room: Room | None = None
    override_reason: str = ""


@dataclass(frozen=True, slots=True)
class Seat:
    """When, where and with whom a session is."""

    start: datetime
    place: Place
    room: Room | None
    photographer: Photographer

    @classmethod
    def of(cls, booking: Booking) -> Self:
        """Where `booking` is now."""
        return cls(booking.start, booking.place, booking.room, booking.photographer)

    def looks_like(self, other: Self) -> bool:
        """Whether a client finds the two alike: of one house they need not know the room.

        The door, the way and who waits for them are the same, and their page and every letter
        from then on name the room as it is.
        """
        mine = (self.start, self.place, self.photographer)
        return mine == (other.start, other.place, other.photographer)

    def towards(self, other: Self) -> str:
        """What changes on the way to `other`, for the event: both times in UTC, else names."""
        if self.start != other.start:
            return f"{self.start:%Y-%m-%dT%H:%MZ} > {other.start:%Y-%m-%dT%H:%MZ}"
        pairs = (
            (self.room or self.place, other.room or other.place),
            (self.photographer, other.photographer),
        )
        return ", ".join(f"{was} > {then}" for was, then in pairs if was != then)


def wanted_again(
    booking: Booking, place: Place, photographer: Photographer | None = None
) -> Wanted:
    """What was sold, to be placed anew; the booking's own time counts as free."""
    studio = Studio.objects.get()
    return Wanted(
        package=booking.package,
        place=place,
        people=booking.people,
        minutes=booking.package_as_sold["minutes"],
        notice=timedelta(hours=studio.notice_hours),
        horizon_days=studio.horizon_days,
        photographer=photographer,
        own_booking=booking.pk,
        picture=picture_of(booking.enquiry),
    )


def refuse_move(booking: Booking, now: datetime, *, by: str, for_care: bool) -> None:
    """Raises IllegalMove, MoveTooLate or MovedTooOften where `booking` may not be moved.

    Staff always may. The client may up to the cut-off and as often as the terms say, and once
    at any time before the start for illness or access.
    """
    if booking.state != BookingState.CONFIRMED:
        raise IllegalMove
    if by == "staff" or (for_care and not booking.is_care_move_used and now < booking.start):
        return
    if not booking.terms.is_free_at(booking.start, now):
        raise MoveTooLate
    if booking.moves >= booking.terms.most_moves:
        raise MovedTooOften


def is_at(booking: Booking, to: NewTime) -> bool:
    """Whether `booking` is at that time and in that room: a second click moves nothing."""
    is_there = (booking.place_id, booking.start) == (to.place.pk, to.start)
    is_with = to.photographer in (None, booking.photographer)
    return is_there and is_with and to.room in (None, booking.room)


def reseat(
    booking: Booking,
    wanted: Wanted,
    opening: Opening,
    now: datetime,
    *,
    override_reason: str = "",
) -> None:
    """Give `booking` the time of `opening`; its own photographer stays where they are free.

    Raises SlotTaken by the database's word; the transaction then keeps the old time.
    """
    able = opening.photographers
    stays = booking.photographer in able
    booking.photographer = (
        booking.photographer if stays else least_busy(able, wanted.place, opening.start, now)
    )
    booking.place = wanted.place
    booking.room = _room(booking, opening)
    booking.start, booking.end = opening.start, opening.end
    booking.sequence += 1
    booking.override_reason = override_reason or booking.override_reason
    booking.save(
        update_fields=[
            *("photographer", "place", "room", "start", "end", "sequence", "override_reason")
        ]
    )
    booking.allocations.all().delete()
    allocate(booking, wanted)


def _room(booking: Booking, opening: Opening) -> Room | None:
    """The same room where it is free: the brief was composed for it."""
    if booking.room in opening.rooms:
        return booking.room
    return opening.rooms[0] if opening.rooms else None
