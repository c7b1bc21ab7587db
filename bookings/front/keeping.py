"""Until when a time is held, in words, and whether it can be held longer."""

from dataclasses import dataclass
from datetime import datetime

from bookings.booking.models import Booking
from bookings.notices.particulars import clock, day


@dataclass(frozen=True, slots=True)
class Kept:
    """The time that is held, as the pages with the countdown show it.

    `end` is an instant in ISO 8601, `until` the same on the place's clock. An offer to somebody who
    waited is held for hours, so it names the day and runs no countdown.
    """

    end: str
    until: str
    is_over: bool
    is_offer: bool
    is_extended: bool
    notice: str = ""

    @property
    def can_extend(self) -> bool:
        """Whether the client may have a quarter of an hour more."""
        return not (self.is_over or self.is_offer or self.is_extended)


def kept(hold: Booking, now: datetime, notice: str = "") -> Kept:
    """What the page says of `hold`; `notice` is why it was not made longer."""
    zone = hold.place.zone
    end = (hold.hold_expires_at or now).astimezone(zone)
    # Django's own letter for the zone is silent in the hour that comes twice.
    until = f"{clock(end, zone)} {end:%Z}"
    is_offer = hold.source == "waiting"
    return Kept(
        end=end.isoformat(),
        until=f"{day(end, zone)}, {until}" if is_offer else until,
        is_over=not hold.is_held_at(now),
        is_offer=is_offer,
        is_extended=hold.is_extended,
        notice=notice,
    )
