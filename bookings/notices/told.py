"""The time that a letter's reader was told last: what a letter about a new time names as the old.

A letter may be written out after a second move, and the one about the first was withdrawn then:
its reader still goes by the time before both.
"""

import re
from datetime import UTC, datetime

from bookings.booking.models import Booking, BookingEvent
from bookings.notices.models import Notice

_MOVED = re.compile(r"(\S+)Z > \S+Z")


def start_told(notice: Notice) -> datetime | None:
    """When the session began as far as the reader of `notice` knew; None where that still holds.

    Who was sent nothing yet knew it as it was before the last move. Two queries.
    """
    booking = notice.booking
    moves = _moves(booking) if booking else []
    if booking is None or not moves:
        return None
    reached = _last_told_at(notice)
    if reached is None:
        told = moves[-1][1]
    else:
        told = next((before for at, before in moves if at >= reached), booking.start)
    return None if told == booking.start else told


def slot_told(notice: Notice) -> datetime | None:
    """When the turn of the attendee of `notice` was as far as they knew; the day's start without.

    A slot follows its day, and who chooses another one sees the day as it is then.
    """
    told, booking = start_told(notice), notice.booking
    if told is None or booking is None:
        return None
    slot = notice.attendee.slot if notice.attendee else None
    return slot - (booking.start - told) if slot else told


def _last_told_at(notice: Notice) -> datetime | None:
    """When a letter about the session last reached this reader, or they last chose a slot."""
    letters = Notice.objects.filter(
        booking=notice.booking,
        attendee=notice.attendee,
        recipient_email=notice.recipient_email,
    ).exclude(pk=notice.pk)
    rows = letters.values_list("kind", "created_at", "sent_at")
    chosen = [written for kind, written, _sent in rows if kind == Notice.Kind.SLOT_CHOSEN]
    return max([*chosen, *(sent for _kind, _written, sent in rows if sent)], default=None)


def _moves(booking: Booking) -> list[tuple[datetime, datetime]]:
    """When the session was moved, and its start before that, the earliest move first."""
    events = booking.events.filter(kind=BookingEvent.Kind.MOVED).order_by("at", "pk")
    noted = ((at, _MOVED.match(note)) for at, note in events.values_list("at", "note"))
    return [(at, datetime.fromisoformat(said[1]).replace(tzinfo=UTC)) for at, said in noted if said]
