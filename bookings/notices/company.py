"""What the people of a company day are told: invited, slot noted, reminded, moved, called off.

Only who has an address is written to. Steps of the moments: each expects their transaction.
"""

from datetime import datetime, timedelta

from bookings.booking.models import Booking
from bookings.notices import outbox
from bookings.notices.models import Notice
from bookings.notices.reminding import MORNING
from bookings.schedule.wall_clock import day_of, instant
from bookings.series.models import Attendee

REMINDED_DAYS_BEFORE = 2


def write_invitation(attendee: Attendee, now: datetime) -> None:
    """Send the private link, and remind of the day whether or not a slot is chosen by then."""
    if attendee.email:
        outbox.write_to_attendee(attendee, Notice.Kind.INVITATION, now)
        _remind(attendee, now)


def write_invitation_anew(attendee: Attendee, now: datetime) -> None:
    """Send the renewed link; an invitation that still waits carries it anyway."""
    invitations = attendee.notices.filter(kind=Notice.Kind.INVITATION)
    if attendee.email and not invitations.waiting().exists():
        outbox.write_to_attendee(attendee, Notice.Kind.INVITATION, now)


def write_about_slot(attendee: Attendee, now: datetime) -> None:
    """Say which slot is theirs now; an earlier word about it that still waits is overtaken."""
    if not attendee.email:
        return
    overtaken = attendee.notices.waiting().filter(kind=Notice.Kind.SLOT_CHOSEN)
    overtaken.update(withdrawn_at=now)
    outbox.write_to_attendee(attendee, Notice.Kind.SLOT_CHOSEN, now)
    _remind(attendee, now)


def write_about_new_time(booking: Booking, now: datetime) -> None:
    """Tell everybody that the day has moved, and their slot with it.

    What still waits to tell them of the time that was, or which slot was chosen, is overtaken.
    """
    told = (Notice.Kind.SLOT_CHOSEN, Notice.Kind.MOVED)
    overtaken = booking.notices.waiting().filter(kind__in=told, attendee__isnull=False)
    overtaken.update(withdrawn_at=now)
    for attendee in _with_address(booking):
        outbox.write_to_attendee(attendee, Notice.Kind.MOVED, now)


def remind_company(booking: Booking, now: datetime) -> None:
    """Remind everybody anew, after the reminders of the booking were withdrawn."""
    for attendee in _with_address(booking):
        _remind(attendee, now)


def write_about_cancellation(booking: Booking, now: datetime) -> None:
    """Tell everybody that the day is off."""
    for attendee in _with_address(booking):
        outbox.write_to_attendee(attendee, Notice.Kind.CANCELLED, now)


def write_about_uninviting(attendee: Attendee, now: datetime) -> None:
    """Tell somebody that they were taken off the list, if they ever knew that they were on it."""
    waiting = attendee.notices.waiting()
    is_being_told = waiting.filter(claimed_until__gt=now).exists()
    is_told = is_being_told or attendee.notices.filter(sent_at__isnull=False).exists()
    waiting.update(withdrawn_at=now)
    if is_told:
        outbox.write_to_attendee(attendee, Notice.Kind.UNINVITED, now)


def _with_address(booking: Booking) -> list[Attendee]:
    people = list(booking.attendees.exclude(email=""))
    for attendee in people:
        attendee.booking = booking
    return people


def _remind(attendee: Attendee, now: datetime) -> None:
    """One reminder on the morning two days before; none where that has passed."""
    booking = attendee.booking
    zone = booking.place.zone
    day = day_of(attendee.slot or booking.start, zone) - timedelta(days=REMINDED_DAYS_BEFORE)
    due_at = instant(day, MORNING, zone)
    if due_at > now:
        outbox.write_to_attendee(attendee, Notice.Kind.REMINDER, now, due_at=due_at)
