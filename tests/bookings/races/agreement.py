"""What must agree in the database, whatever happened at the same time: asked of it in plain SQL."""

from datetime import timedelta
from itertools import pairwise

from django.db import connection

from bookings.booking.models import Booking, BookingEvent
from bookings.booking.states import CONFIRMED_ONCE, FOLLOWING, LIVE, BookingState
from bookings.notices.models import Notice
from bookings.schedule.models import Allocation
from bookings.waiting.models import WaitingEntry

OVERLAPS = """
SELECT a.id, b.id FROM bookings_allocation a JOIN bookings_allocation b
ON a.id < b.id AND a."start" < b."end" AND b."start" < a."end"
AND (a.photographer_id = b.photographer_id OR a.room_id = b.room_id)
"""


def disagreements() -> list[str]:
    """Everything that does not fit together, in words; nothing where all is well."""
    return [
        *_overlaps(),
        *_orphans(),
        *(fault for booking in Booking.objects.order_by("pk") for fault in _faults(booking)),
        *_waiting(),
    ]


def _overlaps() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(OVERLAPS)
        return [f"allocations {one} and {other} overlap" for one, other in cursor.fetchall()]


def _orphans() -> list[str]:
    orphans = Allocation.objects.exclude(booking__state__in=LIVE)
    return [f"{one} is taken for a booking that is {one.booking.state}" for one in orphans]


def _faults(booking: Booking) -> list[str]:
    faults = [*_allocations(booking), *_events(booking)]
    if booking.state in CONFIRMED_ONCE:
        if booking.briefs.filter(is_current=True).count() != 1:
            faults.append("has not one current brief")
        if booking.notices.filter(kind=Notice.Kind.CONFIRMATION).count() != 1:
            faults.append("has not one confirmation")
    elif booking.briefs.exists():
        faults.append("has a brief")
    return [f"{booking.reference} ({booking.state}) {fault}" for fault in faults]


def _allocations(booking: Booking) -> list[str]:
    """A live booking has its photographer and, unless on location, its room for its time."""
    fields = ("photographer", "room", "start", "end", "expires_at")
    found = set(booking.allocations.values_list(*fields))
    if booking.state not in LIVE:
        return [f"has taken {found}"] if found else []
    package = booking.package
    start = booking.start - timedelta(minutes=package.buffer_before_minutes)
    end = booking.end + timedelta(minutes=package.buffer_after_minutes)
    until = booking.hold_expires_at if booking.state == BookingState.HELD else None
    owners = {(booking.photographer_id, None), (None, booking.room_id)} - {(None, None)}
    expected = {(*owner, start, end, until) for owner in owners}
    return [] if found == expected else [f"has taken {found}, not {expected}"]


def _events(booking: Booking) -> list[str]:
    """Each change of state follows the one before, and the last leads to where it stands."""
    changes = list(
        BookingEvent.objects.filter(booking=booking)
        .exclude(to_state="")
        .order_by("pk")
        .values_list("from_state", "to_state")
    )
    faults = [] if changes[:1] == [("", BookingState.HELD)] else ["did not begin as held"]
    for (_, before), (left, entered) in pairwise(changes):
        if left != before or entered not in FOLLOWING[BookingState(left)]:
            faults.append(f"went from {before} by {left} to {entered}")
    if changes[-1:] and changes[-1][1] != booking.state:
        faults.append(f"was last told to be {changes[-1][1]}")
    return faults


def _waiting() -> list[str]:
    """An offer belongs to one entry for good: a second one would leave the first to nobody."""
    nobodys = Booking.objects.filter(source="waiting", offered_to=None)
    gone = WaitingEntry.objects.filter(outcome="", offer__state__in=CONFIRMED_ONCE)
    letters = Notice.objects.filter(kind=Notice.Kind.WAITING_OFFER).values_list("booking")
    unwritten = Booking.objects.filter(source="waiting").exclude(pk__in=letters)
    return [
        *(f"{one.reference} was offered, and belongs to no entry" for one in nobodys),
        *(f"{one} still waits, and is booked" for one in gone),
        *(f"{one.reference} was offered without a letter" for one in unwritten),
    ]
