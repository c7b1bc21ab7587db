"""The business moments: each is one event in one transaction and reads like a sentence.

Views, admin actions and commands parse their input, call one moment and show the result.
A moment locks and re-checks, changes state, writes the event, drafts the brief and queues
the letters. "Now" is always the caller's, taken once.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from bookings.booking import lifecycle
from bookings.booking.answering import Contact, known_client, reconciled
from bookings.booking.errors import (
    DetailsMissing,
    HoldOutdated,
    IllegalMove,
    PackageUnavailable,
    TooEarly,
)
from bookings.booking.holding import (
    is_for,
    is_outdated,
    let_go,
    let_lapsed_holds_go,
    people_for,
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
from bookings.briefs.models import ShootBrief
from bookings.catalogue.models import AddOn, Package, Studio
from bookings.notices import outbox
from bookings.notices.models import Notice
from bookings.records.models import SessionRecord
from bookings.records.starting import start_record
from bookings.schedule import availability
from bookings.schedule.models import Photographer, Place
from guidance.questionnaire import CARE_KEYS, parse
from guidance.routing import Recommendation
from guidance.routing import recommend as recommend_from

__all__ = ["Contact", "people_for", "wanted_for"]


@transaction.atomic
def enquire(language: str, now: datetime) -> Enquiry:
    """Someone starts the questionnaire."""
    return Enquiry.objects.create(language=language, created_at=now, updated_at=now)


@transaction.atomic
def answer(enquiry: Enquiry, question: str, given: Mapping[str, Any], now: datetime) -> Enquiry:
    """The client answers one question; what they said before and no longer fits is dropped.

    `given` holds all keys of the question's screen, None or empty for those left open.
    Raises AnswerError naming the key where `given` itself is not acceptable, IllegalMove
    where the enquiry is booked already.
    """
    enquiry = _locked_enquiry(enquiry)
    _refuse_when_booked(enquiry)
    answers = reconciled(enquiry.all_answers, given)
    enquiry.answers = {key: value for key, value in answers.items() if key not in CARE_KEYS}
    enquiry.care = {key: value for key, value in answers.items() if key in CARE_KEYS}
    if question not in enquiry.answered:
        enquiry.answered = [*enquiry.answered, question]
    enquiry.updated_at = now
    enquiry.save(update_fields=["answers", "care", "answered", "updated_at"])
    return enquiry


@transaction.atomic
def recommend(enquiry: Enquiry, now: datetime) -> Recommendation:
    """The site recommends; what it showed is kept with the enquiry."""
    enquiry = _locked_enquiry(enquiry)
    recommendation = recommend_from(parse(enquiry.all_answers))
    enquiry.recommendation = recommendation.to_stored()
    enquiry.knowledge_version = recommendation.knowledge
    enquiry.kind = recommendation.kind or ""
    enquiry.style = recommendation.style or ""
    enquiry.updated_at = now
    enquiry.save(
        update_fields=["recommendation", "knowledge_version", "kind", "style", "updated_at"]
    )
    return recommendation


@transaction.atomic
def choose(
    enquiry: Enquiry,
    package: Package,
    add_ons: Sequence[AddOn],
    override_reason: str,
    now: datetime,
) -> Enquiry:
    """The client chooses a package, perhaps not the recommended one, and says why.

    Raises PackageUnavailable where the package or an add-on is not on offer for these people.
    """
    enquiry = _locked_enquiry(enquiry)
    _refuse_when_booked(enquiry)
    people_for(enquiry, package)
    offered = set(package.add_ons.filter(is_active=True))
    if not package.is_active or not set(add_ons) <= offered:
        raise PackageUnavailable
    enquiry.package = package
    enquiry.override_reason = override_reason
    enquiry.updated_at = now
    enquiry.save(update_fields=["package", "override_reason", "updated_at"])
    enquiry.add_ons.set(add_ons)
    return enquiry


@transaction.atomic
def write_to_studio(enquiry: Enquiry, contact: Contact, message: str, now: datetime) -> Enquiry:
    """No package fits, or a question remains: the answers go to the studio with a message."""
    enquiry = _locked_enquiry(enquiry)
    _refuse_when_booked(enquiry)
    enquiry.client = known_client(contact, enquiry.language, now)
    enquiry.message = message
    enquiry.message_sent_at = now
    enquiry.updated_at = now
    enquiry.save(update_fields=["client", "message", "message_sent_at", "updated_at"])
    studio = Studio.objects.get()
    outbox.write_about_enquiry(
        enquiry, Notice.Kind.ENQUIRY_MESSAGE, now, name=studio.name, email=studio.email
    )
    outbox.write_about_enquiry(
        enquiry, Notice.Kind.ENQUIRY_RECEIPT, now, name=contact.name, email=contact.email
    )
    return enquiry


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
        enquiry = _locked_enquiry(enquiry)
        _refuse_when_booked(enquiry)
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
        return take(enquiry, wanted, opening, now)


@transaction.atomic
def release(
    booking: Booking, now: datetime, *, by: str = "client", actor: User | None = None
) -> None:
    """The hold is given back before it runs out."""
    booking = lifecycle.locked(booking.pk)
    let_go(booking, BookingState.RELEASED, now, by=by, actor=actor)


def give_details(booking: Booking, contact: Contact, note: str, now: datetime) -> Booking:
    """The client says who is coming. Kept even where the hold has run out meanwhile.

    Raises HoldExpired after keeping what was typed.
    """
    with transaction.atomic():
        enquiry = _locked_enquiry(booking.enquiry)
        _refuse_when_booked(enquiry)
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
    enquiry = _locked_enquiry(booking.enquiry)
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
    composing.draft(booking, now)
    outbox.write_to_client(booking, Notice.Kind.CONFIRMATION, now)
    outbox.write_to_photographer(booking, Notice.Kind.ASSIGNMENT, now)
    return booking


@transaction.atomic
def cancel(
    booking: Booking, now: datetime, *, by: str, actor: User | None = None, reason: str = ""
) -> Booking:
    """A confirmed booking is called off; its time is free again at once."""
    booking = lifecycle.locked(booking.pk)
    lifecycle.advance(booking, BookingState.CANCELLED, now, by=by, actor=actor, note=reason)
    booking.sequence += 1
    booking.save(update_fields=["sequence"])
    booking.allocations.all().delete()
    outbox.withdraw_waiting(booking, now)
    outbox.write_to_client(booking, Notice.Kind.CANCELLED, now)
    outbox.write_to_photographer(booking, Notice.Kind.UNASSIGNED, now)
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
    return start_record(booking, composing.plan(brief) if brief else {}, now)


@transaction.atomic
def miss(booking: Booking, now: datetime, *, actor: User | None = None) -> Booking:
    """The client did not come. Raises TooEarly before the session began."""
    booking = lifecycle.locked(booking.pk)
    _refuse_before_start(booking, now)
    lifecycle.advance(booking, BookingState.NO_SHOW, now, by="staff", actor=actor)
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


@transaction.atomic
def recompose_brief(booking: Booking, now: datetime, *, actor: User | None = None) -> ShootBrief:
    """A new version of the brief, from the answers, kit and room as they are now."""
    booking = lifecycle.locked(booking.pk)
    brief = composing.draft(booking, now)
    lifecycle.record(
        booking,
        BookingEvent.Kind.BRIEF,
        now,
        by="staff",
        actor=actor,
        note=f"v{brief.version}",
    )
    return brief


@transaction.atomic
def approve_brief(brief: ShootBrief, now: datetime, *, actor: User) -> ShootBrief:
    """The photographer puts their name to the current brief; the first approval stands."""
    brief = ShootBrief.objects.select_for_update(of=("self",), no_key=True).get(pk=brief.pk)
    if not brief.is_current:
        raise IllegalMove
    if brief.approved_at is None:
        brief.approved_at, brief.approved_by = now, actor
        brief.save(update_fields=["approved_at", "approved_by"])
    return brief


def _locked_enquiry(enquiry: Enquiry) -> Enquiry:
    return Enquiry.objects.select_for_update(of=("self",), no_key=True).get(pk=enquiry.pk)


def _refuse_when_booked(enquiry: Enquiry) -> None:
    if enquiry.bookings.live().exclude(state=BookingState.HELD).exists():
        raise IllegalMove


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
        return True
