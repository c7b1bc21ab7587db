"""When letters that wait for a day are due: preparation plan, reminders, thank-you.

Written with the booking and withdrawn when it moves or ends, so that none comes for a time that
no longer stands; one whose day is over when the booking is made is never written.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, time, timedelta

from bookings.booking.models import Booking
from bookings.booking.states import BookingState
from bookings.notices import outbox
from bookings.notices.models import Notice
from bookings.schedule.wall_clock import day_of, instant

PREPARATION_DAYS = 21
"""The plan's first steps are due this long before the session (D3)."""

MORNING = time(9, 0)
"""Letters that wait for a day go out at this hour of the place's wall clock."""

THANKS_AFTER_DAYS = 1

OF_THE_END = (
    Notice.Kind.CANCELLED,
    Notice.Kind.UNASSIGNED,
    Notice.Kind.HANDED_OVER,
    Notice.Kind.UNINVITED,
)
"""Letters that are as true of a session that is off."""

TIMELY = (Notice.Kind.PREPARATION, Notice.Kind.REMINDER)
"""Letters that say what is to come: none of them is sent once the session has begun."""


def schedule_reminders(booking: Booking, days: Iterable[int], now: datetime) -> list[Notice]:
    """Write the letters of the coming weeks for `booking`; reminders so many `days` before."""
    return [
        outbox.write_to_client(booking, kind, now, due_at=due_at)
        for kind, due_at in _due(booking, days)
        if due_at > now
    ]


def reschedule_reminders(booking: Booking, days: Iterable[int], now: datetime) -> list[Notice]:
    """Withdraw what waits for the time that was, and write anew for the time that is."""
    outbox.withdraw_waiting(booking, now, TIMELY)
    return schedule_reminders(booking, days, now)


def withdraw_what_is_off(booking: Booking, now: datetime) -> None:
    """The session is off: withdraw all that waits but what is as true of one that is off."""
    kinds = [kind for kind in Notice.Kind if kind not in OF_THE_END]
    outbox.withdraw_waiting(booking, now, kinds)


def schedule_thanks(booking: Booking, now: datetime) -> Notice:
    """Write the thank-you for the morning after the session, or after today if that is later.

    One that was sent before the session was reopened and closed again is enough.
    """
    thanked = booking.notices.filter(kind=Notice.Kind.THANK_YOU, sent_at__isnull=False).first()
    if thanked is not None:
        return thanked
    day = max(day_of(booking.end, booking.place.zone), day_of(now, booking.place.zone))
    due_at = instant(day + timedelta(days=THANKS_AFTER_DAYS), MORNING, booking.place.zone)
    return outbox.write_to_client(booking, Notice.Kind.THANK_YOU, now, due_at=due_at)


def is_overtaken(notice: Notice, now: datetime) -> bool:
    """Whether `notice` says of its session what is no longer so.

    What is to come of one that has begun or is off, a time offered that is no longer held, and
    whatever else a letter promises of a session that was cancelled: mail may have been away for
    long, and staff may try again what was given up.
    """
    booking = notice.booking
    if booking is None:
        return False
    if notice.kind == Notice.Kind.WAITING_OFFER:
        return not booking.is_held_at(now)
    if notice.kind in TIMELY and (booking.state != BookingState.CONFIRMED or booking.start <= now):
        return True
    return booking.state == BookingState.CANCELLED and notice.kind not in OF_THE_END


def _due(booking: Booking, days: Iterable[int]) -> Iterator[tuple[Notice.Kind, datetime]]:
    zone = booking.place.zone
    session_day = day_of(booking.start, zone)
    letters = {(PREPARATION_DAYS, Notice.Kind.PREPARATION)}
    letters |= {(before, Notice.Kind.REMINDER) for before in days}
    for before, kind in sorted(letters, reverse=True):
        yield kind, instant(session_day - timedelta(days=before), MORNING, zone)
