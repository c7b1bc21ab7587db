"""The only place that assigns a booking's state, and writes the event that goes with it."""

from datetime import datetime

from django.contrib.auth.models import User

from bookings.booking.errors import IllegalMove
from bookings.booking.models import Booking, BookingEvent
from bookings.booking.states import FOLLOWING, BookingState


def locked(booking_pk: int) -> Booking:
    """The booking, read again under a lock that lasts to the end of the transaction."""
    return Booking.objects.select_for_update(of=("self",), no_key=True).get(pk=booking_pk)


def advance(
    booking: Booking,
    to: BookingState,
    now: datetime,
    *,
    by: str,
    actor: User | None = None,
    note: str = "",
    kind: BookingEvent.Kind | None = None,
) -> None:
    """Move `booking` on to the state `to`; the caller holds its lock.

    The event is of the kind that is named like the state unless another is given. Raises
    IllegalMove where `to` does not follow the present state.
    """
    if to not in FOLLOWING[BookingState(booking.state)]:
        raise IllegalMove
    before, booking.state = booking.state, to
    booking.save(update_fields=["state"])
    kind = kind or BookingEvent.Kind(to)
    record(booking, kind, now, by=by, actor=actor, note=note, before=before)


def record(
    booking: Booking,
    kind: BookingEvent.Kind,
    now: datetime,
    *,
    by: str,
    actor: User | None = None,
    note: str = "",
    before: str = "",
) -> BookingEvent:
    """Write down what happened to `booking`."""
    return BookingEvent.objects.create(
        booking=booking,
        at=now,
        kind=kind,
        by=by,
        actor=actor,
        note=note,
        from_state=before,
        to_state=booking.state if before or kind == BookingEvent.Kind.HELD else "",
    )
