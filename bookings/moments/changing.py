"""What changes a booking without ending it: a longer hold, another time, a word taken back."""

from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction

from bookings.booking import lifecycle
from bookings.booking.errors import ExtendedAlready, IllegalMove, MovedMeanwhile, TooLate
from bookings.booking.holding import (
    EXTENSION,
    let_lapsed_holds_go,
    opening_asked_for,
    still_held,
    take_turns,
)
from bookings.booking.models import Booking, BookingEvent
from bookings.booking.moving import NewTime, Seat, is_at, refuse_move, reseat, wanted_again
from bookings.booking.states import BookingState
from bookings.briefs import composing
from bookings.catalogue.models import Studio
from bookings.moments.parts import compose_brief
from bookings.moments.waiting import offer_freed_by
from bookings.notices import outbox
from bookings.notices.company import remind_company, write_about_new_time
from bookings.notices.models import Notice
from bookings.notices.reminding import reschedule_reminders
from bookings.series.moving import shift_slots

UNDO_WITHIN = timedelta(days=1)
"""How long staff may take back that a session took place, or that nobody came."""


@transaction.atomic
def extend(booking: Booking, now: datetime) -> Booking:
    """The client needs a little longer: the hold runs a quarter of an hour more, once.

    Raises HoldExpired, ExtendedAlready, IllegalMove.
    """
    booking = still_held(booking, now)
    is_offer = booking.source == "waiting"  # held for hours, and others wait behind
    if booking.is_extended or is_offer or booking.hold_expires_at is None:
        raise ExtendedAlready
    booking.is_extended = True
    booking.hold_expires_at = min(booking.hold_expires_at + EXTENSION, booking.start)
    booking.save(update_fields=["is_extended", "hold_expires_at"])
    booking.allocations.update(expires_at=booking.hold_expires_at)
    lifecycle.record(booking, BookingEvent.Kind.EXTENDED, now, by="client")
    return booking


@transaction.atomic
def move(
    booking: Booking,
    to: NewTime,
    now: datetime,
    *,
    by: str = "client",
    actor: User | None = None,
    for_care: bool = False,
    seen: int | None = None,
) -> Booking:
    """The session gets another time or room; price, answers, brief and papers stay.

    The new time is taken before the old one is let go; where it can't be had the old one
    stands. `for_care` is the one free move for illness or access; staff may give a reason in `to`
    for a time outside hours or notice. A second click moves nothing. `seen` is the sequence of
    the booking as it was looked at: where it was moved since, nothing moves. Raises SlotTaken or
    NotOffered with the nearest alternatives, MovedMeanwhile, MoveTooLate, MovedTooOften,
    IllegalMove.
    """
    booking = lifecycle.locked(booking.pk)
    if is_at(booking, to):
        return booking
    if seen not in (None, booking.sequence):
        raise MovedMeanwhile
    refuse_move(booking, now, by=by, for_care=for_care)
    wanted = wanted_again(booking, to.place, to.photographer)
    take_turns(wanted)
    let_lapsed_holds_go(now)
    reason = to.override_reason if by == "staff" else ""
    opening = opening_asked_for(wanted, to.start, to.room, now, override_reason=reason)
    was = Seat.of(booking)
    reseat(booking, wanted, opening, now, override_reason=reason)
    _count(booking, by=by, for_care=for_care)
    note = was.towards(Seat.of(booking))
    lifecycle.record(booking, BookingEvent.Kind.MOVED, now, by=by, actor=actor, note=note)
    _write_about_move(booking, was, now)
    offer_freed_by(booking, was.start, was.place, now)
    brief = booking.briefs.filter(is_current=True).first()
    if brief and (because := composing.changes_since(brief)):
        compose_brief(booking, because, now, by=by, actor=actor)
    return booking


@transaction.atomic
def undo(booking: Booking, now: datetime, *, actor: User | None = None) -> Booking:
    """It was a mistake: the session did not take place yet, or somebody did come.

    Raises TooLate after a day, IllegalMove for other states. A record that was started is kept.
    """
    booking = lifecycle.locked(booking.pk)
    if booking.state not in (BookingState.COMPLETED, BookingState.NO_SHOW):
        raise IllegalMove
    said = (BookingEvent.Kind.COMPLETED, BookingEvent.Kind.NO_SHOW)
    last = booking.events.filter(kind__in=said).latest("at", "pk")
    if now - last.at > UNDO_WITHIN:
        raise TooLate
    lifecycle.advance(
        booking,
        BookingState.CONFIRMED,
        now,
        by="staff",
        actor=actor,
        kind=BookingEvent.Kind.UNDONE,
    )
    booking.fee_minor = 0
    booking.save(update_fields=["fee_minor"])
    outbox.withdraw_waiting(booking, now, (Notice.Kind.THANK_YOU,))
    return booking


def _count(booking: Booking, *, by: str, for_care: bool) -> None:
    """Count the client's moves; the one for illness or access is counted apart."""
    if by != "client":
        return
    if for_care:
        booking.is_care_move_used = True
    else:
        booking.moves += 1
    booking.save(update_fields=["is_care_move_used", "moves"])


def _write_about_move(booking: Booking, was: Seat, now: datetime) -> None:
    """Whoever comes learns of what they would notice; the photographer of another room too."""
    if not was.looks_like(Seat.of(booking)):
        outbox.withdraw_from_client(booking, now, (Notice.Kind.MOVED,))
        outbox.write_to_client(booking, Notice.Kind.MOVED, now)
        reschedule_reminders(booking, Studio.objects.get().reminder_days, now)
        _take_company_along(booking, was, now)
    outbox.withdraw_waiting(booking, now, (Notice.Kind.RESCHEDULED,))
    if was.photographer == booking.photographer:
        outbox.write_to_photographer(booking, Notice.Kind.RESCHEDULED, now)
    else:
        # Unsent, they would tell who had it that it is theirs, and who has it that it is not.
        outbox.withdraw_waiting(booking, now, (Notice.Kind.ASSIGNMENT,))
        outbox.withdraw_handing_over(booking, now)
        outbox.write_to_photographer(booking, Notice.Kind.ASSIGNMENT, now)
        outbox.write_to_former_photographer(booking, was.photographer, now)


def _take_company_along(booking: Booking, was: Seat, now: datetime) -> None:
    """The people of a company day keep their turn, and learn of another time or place."""
    shift_slots(booking, booking.start - was.start)
    if (booking.start, booking.place) != (was.start, was.place):
        write_about_new_time(booking, now)
    remind_company(booking, now)
