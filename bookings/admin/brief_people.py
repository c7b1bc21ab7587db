"""Who comes when on a company day, as it stands on the brief: names, glasses, clothes, and care."""

from dataclasses import dataclass

from bookings.booking.models import Booking
from bookings.notices.particulars import clock
from bookings.series.roster import roster
from bookings.series.slots import is_company_day


@dataclass(frozen=True, slots=True)
class Sitter:
    """One person of the day: when they come, and what to know of them, in words."""

    clock: str
    name: str
    is_missed: bool
    told: str
    care: str


def sitters_of(booking: Booking, *, with_care: bool) -> tuple[Sitter, ...]:
    """The people of a company day in the order of their turn; none for other sessions. One query.

    `with_care` is for who runs the session alone.
    """
    if not is_company_day(booking):
        return ()
    zone = booking.place.zone
    return tuple(
        Sitter(
            clock=clock(line.start, zone) if line.start else "",
            name=line.name,
            is_missed=line.is_missed,
            told=", ".join(line.told),
            care=", ".join(line.care),
        )
        for line in roster(booking, with_care=with_care)
    )
