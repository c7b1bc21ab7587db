"""The time that an enquiry holds: the hold that stands, or the one that has just run out."""

from datetime import datetime

from bookings.booking.models import Booking, Enquiry
from bookings.booking.states import BookingState


def latest_hold(enquiry: Enquiry) -> Booking | None:
    """The time last held for `enquiry`, standing or not, with what its pages show."""
    bookings = enquiry.bookings.select_related(
        "package", "place", "room", "photographer", "client", "enquiry"
    )
    return bookings.order_by("-created_at", "-pk").first()


def is_held(booking: Booking | None, now: datetime) -> bool:
    """Whether `booking` still keeps its time at `now`."""
    return (
        booking is not None
        and booking.state == BookingState.HELD
        and booking.hold_expires_at is not None
        and booking.hold_expires_at > now
    )
