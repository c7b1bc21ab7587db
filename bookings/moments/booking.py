"""The booking: a time is held, confirmed, called off, kept or missed."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from bookings.booking import lifecycle
from bookings.booking.answering import Contact, known_client
from bookings.booking.errors import (
    DetailsMissing,
    HoldOutdated,
    MovedMeanwhile,
    TooEarly,
)
from bookings.booking.holding import (
    held_until,
    is_for,
    is_outdated,
    let_go,
    let_lapsed_holds_go,
    refusal,
    standing_hold,
    still_held,
    take,
    take_turns,
    wanted_for,
)
from bookings.booking.models import Booking, BookingEvent, Enquiry
from bookings.booking.snapshots import answers_in_words
from bookings.booking.states import BookingState
from bookings.briefs import composing
from bookings.briefs.models import Cause
from bookings.catalogue.models import Studio
from bookings.moments.parts import locked_enquiry, refuse_when_booked
from bookings.moments.waiting import offer_freed_by
from bookings.notices import outbox
from bookings.notices.company import write_about_cancellation
from bookings.notices.models import Notice
from bookings.notices.reminding import (
    schedule_reminders,
    schedule_thanks,
    withdraw_what_is_off,
)
from bookings.records.models import SessionRecord
from bookings.records.starting import start_record
from bookings.schedule import availability
from bookings.schedule.models import Photographer, Place
from bookings.waiting.fitting import close
from bookings.waiting.models import WaitingEntry


def hold(
    enquiry: Enquiry,
    place: Place,
    start: datetime,
    photographer: Photographer | None,
    now: datetime,
) -> Booking:
    """The client picks a time; it is theirs for the studio's hold minutes.

    A second click on the same time gives the same hold; another time replaces the hold.
    Raises SlotTaken or NotOffered with the nearest alternatives, PackageUnavailable,
    IllegalMove where the enquiry is booked already.
    """
    with transaction.atomic():
        enquiry = locked_enquiry(enquiry)
        refuse_when_booked(enquiry)
        standing = standing_hold(enquiry, now)
        if standing and is_for(standing, enquiry, place, start, photographer):
            return standing
        wanted = wanted_for(enquiry, place, photographer, standing)
        take_turns(wanted)
        if standing:
            let_go(standing, BookingState.RELEASED, now, by="client")
        let_lapsed_holds_go(now)
        opening = availability.opening_at(wanted, start, now)
        if opening is None:
            raise refusal(wanted, start, now)
        booking = take(enquiry, wanted, opening, now, hold_expires_at=held_until(opening, now))
        if standing:
            offer_freed_by(standing, standing.start, standing.place, now)
        return booking


@transaction.atomic
def release(
    booking: Booking, now: datetime, *, by: str = "client", actor: User | None = None
) -> None:
    """The hold is given back before it runs out."""
    booking = lifecycle.locked(booking.pk)
    let_go(booking, BookingState.RELEASED, now, by=by, actor=actor)
    offer_freed_by(booking, booking.start, booking.place, now)


def give_details(booking: Booking, contact: Contact, note: str, now: datetime) -> Booking:
    """The client says who is coming. Kept even where the hold has run out meanwhile.

    Raises HoldExpired after keeping what was typed.
    """
    with transaction.atomic():
        enquiry = locked_enquiry(booking.enquiry)
        refuse_when_booked(enquiry)
        enquiry.client = known_client(contact, enquiry.language, now)
        enquiry.note = note
        enquiry.updated_at = now
        enquiry.save(update_fields=["client", "note", "updated_at"])
    with transaction.atomic():
        booking = still_held(booking, now)
        booking.client, booking.note = enquiry.client, note
        booking.save(update_fields=["client", "note"])
        lifecycle.record(booking, BookingEvent.Kind.DETAILS, now, by="client")
    return booking


@transaction.atomic
def confirm(
    booking: Booking, now: datetime, *, by: str = "client", actor: User | None = None
) -> Booking:
    """The booking is made. Clicking twice confirms once.

    The enquiry is locked too: what another window answers meanwhile comes before, and is
    checked, or after, and is refused. Raises HoldExpired, HoldOutdated, DetailsMissing.
    """
    enquiry = locked_enquiry(booking.enquiry)
    booking = lifecycle.locked(booking.pk)
    if booking.state == BookingState.CONFIRMED:
        return booking
    booking = still_held(booking, now)
    if booking.client is None:
        raise DetailsMissing
    if is_outdated(booking, enquiry):
        raise HoldOutdated
    booking.enquiry = enquiry
    booking.confirmed_at = now
    booking.answers_as_given = answers_in_words(enquiry)
    booking.save(update_fields=["confirmed_at", "answers_as_given"])
    lifecycle.advance(booking, BookingState.CONFIRMED, now, by=by, actor=actor)
    booking.allocations.update(expires_at=None)
    close(booking, WaitingEntry.Outcome.BOOKED)
    composing.draft(booking, now, [Cause.FIRST.value])
    outbox.write_to_client(booking, Notice.Kind.CONFIRMATION, now)
    outbox.write_to_photographer(booking, Notice.Kind.ASSIGNMENT, now)
    schedule_reminders(booking, Studio.objects.get().reminder_days, now)
    return booking


@transaction.atomic
def cancel(
    booking: Booking,
    now: datetime,
    *,
    by: str,
    actor: User | None = None,
    reason: str = "",
    seen: int | None = None,
) -> Booking:
    """A confirmed booking is called off; its time is free again at once.

    `by` says who wanted it: what the frozen terms ask of the client is due only where they did.
    `seen` is the version of the booking that they had before them; where it has moved since,
    MovedMeanwhile is raised and nothing is called off. Raises IllegalMove.
    """
    booking = lifecycle.locked(booking.pk)
    if seen not in (None, booking.sequence) and booking.state == BookingState.CONFIRMED:
        raise MovedMeanwhile
    lifecycle.advance(booking, BookingState.CANCELLED, now, by=by, actor=actor, note=reason)
    booking.sequence += 1
    booking.fee_minor = _fee_minor(booking, now) if by == "client" else 0
    booking.save(update_fields=["sequence", "fee_minor"])
    booking.allocations.all().delete()
    withdraw_what_is_off(booking, now)
    outbox.write_to_client(booking, Notice.Kind.CANCELLED, now)
    write_about_cancellation(booking, now)
    outbox.write_to_photographer(booking, Notice.Kind.UNASSIGNED, now)
    offer_freed_by(booking, booking.start, booking.place, now)
    return booking


@transaction.atomic
def complete(booking: Booking, now: datetime, *, actor: User | None = None) -> SessionRecord:
    """The session took place; its record is started from the brief.

    Raises TooEarly before the session began.
    """
    booking = lifecycle.locked(booking.pk)
    _refuse_before_start(booking, now)
    lifecycle.advance(booking, BookingState.COMPLETED, now, by="staff", actor=actor)
    brief = booking.briefs.filter(is_current=True).first()
    if booking.client and booking.client.erased_at is None:
        schedule_thanks(booking, now)
    return start_record(booking, composing.plan(brief) if brief else {}, now)


@transaction.atomic
def miss(booking: Booking, now: datetime, *, actor: User | None = None) -> Booking:
    """The client did not come. Raises TooEarly before the session began."""
    booking = lifecycle.locked(booking.pk)
    _refuse_before_start(booking, now)
    lifecycle.advance(booking, BookingState.NO_SHOW, now, by="staff", actor=actor)
    booking.fee_minor = _fee_minor(booking, now)
    booking.save(update_fields=["fee_minor"])
    return booking


@transaction.atomic
def deliver(booking: Booking, now: datetime, *, actor: User | None = None) -> Booking:
    """The client has the pictures."""
    booking = lifecycle.locked(booking.pk)
    lifecycle.advance(booking, BookingState.DELIVERED, now, by="staff", actor=actor)
    return booking


def expire_holds(now: datetime) -> int:
    """Let go every hold that has run out; gives their number. Safe to run at any time."""
    lapsed = Booking.objects.lapsed_holds(now).values_list("pk", flat=True)
    return sum(_expire(pk, now) for pk in lapsed)


def _fee_minor(booking: Booking, now: datetime) -> int:
    """What the frozen terms ask for a session that does not take place, in minor units."""
    return booking.terms.cancellation_fee_minor(booking.total_minor, booking.start, now)


def _refuse_before_start(booking: Booking, now: datetime) -> None:
    if now < booking.start:
        raise TooEarly


def _expire(booking_pk: int, now: datetime) -> bool:
    """Let one hold go, unless it was confirmed or given back in between."""
    with transaction.atomic():
        lapsed = Booking.objects.lapsed_holds(now).select_for_update(of=("self",), no_key=True)
        booking = lapsed.filter(pk=booking_pk).first()
        if booking is None:
            return False
        let_go(booking, BookingState.EXPIRED, now, by="clock")
        offer_freed_by(booking, booking.start, booking.place, now)
        return True
