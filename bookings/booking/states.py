"""The states of a booking, the groups they form, and which change may follow which."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class BookingState(models.TextChoices):
    """Where a booking stands in its life."""

    HELD = "held", _("Held")
    CONFIRMED = "confirmed", _("Confirmed")
    COMPLETED = "completed", _("Completed")
    DELIVERED = "delivered", _("Delivered")
    EXPIRED = "expired", _("Expired")
    RELEASED = "released", _("Released")
    CANCELLED = "cancelled", _("Cancelled")
    NO_SHOW = "no_show", _("Did not come")


# One live booking for each enquiry: two tabs and double clicks end in the same one.
LIVE = (
    BookingState.HELD,
    BookingState.CONFIRMED,
    BookingState.COMPLETED,
    BookingState.DELIVERED,
    BookingState.NO_SHOW,
)

# States that only a confirmation leads to: somebody is coming, and since when is known.
CONFIRMED_ONCE = (
    BookingState.CONFIRMED,
    BookingState.COMPLETED,
    BookingState.DELIVERED,
    BookingState.CANCELLED,
    BookingState.NO_SHOW,
)

FOLLOWING: dict[BookingState, tuple[BookingState, ...]] = {
    BookingState.HELD: (BookingState.CONFIRMED, BookingState.EXPIRED, BookingState.RELEASED),
    BookingState.CONFIRMED: (
        BookingState.COMPLETED,
        BookingState.CANCELLED,
        BookingState.NO_SHOW,
    ),
    BookingState.COMPLETED: (BookingState.DELIVERED, BookingState.CONFIRMED),
    BookingState.DELIVERED: (),
    BookingState.EXPIRED: (),
    BookingState.RELEASED: (),
    BookingState.CANCELLED: (),
    BookingState.NO_SHOW: (BookingState.CONFIRMED,),
}
