"""Whether the time that an enquiry took last is still held, and for what the client wants now."""

from datetime import datetime

from bookings.booking.errors import PackageUnavailable
from bookings.booking.holding import is_still_wanted
from bookings.booking.models import Booking, Enquiry
from bookings.booking.states import BookingState


def is_held(booking: Booking | None, now: datetime) -> bool:
    """Whether `booking` still keeps its time at `now`."""
    return (
        booking is not None
        and booking.state == BookingState.HELD
        and booking.hold_expires_at is not None
        and booking.hold_expires_at > now
    )


def is_outdated(booking: Booking, enquiry: Enquiry) -> bool:
    """Whether the client changed the session since `booking` was held."""
    try:
        return not is_still_wanted(booking, enquiry)
    except PackageUnavailable:
        return True
