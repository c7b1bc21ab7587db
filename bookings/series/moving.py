"""The slots of a company day follow its session to another time."""

from datetime import timedelta

from bookings.booking.models import Booking
from bookings.series.models import Attendee


def shift_slots(booking: Booking, offset: timedelta) -> list[Attendee]:
    """Move every chosen slot of `booking` by `offset`; gives those whose slot moved.

    A step of the moment that moves the session: expects the caller's transaction. Three queries.
    """
    if not offset:
        return []
    chosen = booking.attendees.filter(slot__isnull=False)
    moved = list(chosen)
    # All are let go first: moved one by one, a slot could meet the next one where it still stands.
    chosen.update(slot=None)
    for attendee in moved:
        attendee.slot = attendee.slot and attendee.slot + offset
    Attendee.objects.bulk_update(moved, ["slot"])
    return moved
