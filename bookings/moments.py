"""The business moments: each is one event in one transaction and reads like a sentence.

Views, admin actions and commands parse their input, call one moment and show the result.
A moment locks and re-checks, changes state, writes the event, drafts the brief and queues
the letters. "Now" is always the caller's, taken once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from bookings.booking import lifecycle
from bookings.booking.errors import (
    DetailsMissing,
    HoldExpired,
    IllegalMove,
    NothingRecommended,
    NotOffered,
    PackageUnavailable,
    SlotTaken,
    TooEarly,
)
from bookings.booking.models import Booking, BookingEvent, Client, Enquiry
from bookings.booking.policy import Policy
from bookings.booking.snapshots import answers_in_words, package_as_sold
from bookings.booking.states import BookingState
from bookings.briefs import composing
from bookings.briefs.models import ShootBrief
from bookings.catalogue import matching, pricing
from bookings.catalogue.models import AddOn, Package, Studio
from bookings.notices import outbox
from bookings.notices.models import Notice
from bookings.records.models import SessionRecord
from bookings.records.starting import start_record
from bookings.schedule import availability
from bookings.schedule.assignment import least_busy
from bookings.schedule.availability import Opening, Wanted
from bookings.schedule.models import Allocation, Photographer, Place, Room
from bookings.schedule.wall_clock import day_of
from guidance.questionnaire import CARE_KEYS, AnswerError, parse
from guidance.routing import Recommendation
from guidance.routing import recommend as recommend_from

ALTERNATIVES = 3
ALTERNATIVE_DAYS = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Contact:
    """Who is coming, as they typed it: checked by a form before it gets here."""

    name: str
    email: str
    phone: str = ""


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
    answers = _reconciled(enquiry.all_answers, given)
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
    enquiry.client = _known_client(contact, enquiry.language, now)
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
        standing = _standing_hold(enquiry, now)
        if standing and _is_for(standing, enquiry, place, start, photographer):
            return standing
        wanted = wanted_for(enquiry, place, photographer, standing)
        _take_turns(wanted)
        if standing:
            _let_go(standing, BookingState.RELEASED, now, by="client")
        _let_lapsed_holds_go(now)
        opening = availability.opening_at(wanted, start, now)
        if opening is None:
            raise _refusal(wanted, start, now)
        return _hold_opening(enquiry, wanted, opening, now)


@transaction.atomic
def release(booking: Booking, now: datetime, *, by: str = "client", actor: User | None = None) -> None:
    """The hold is given back before it runs out."""
    booking = lifecycle.locked(booking.pk)
    _let_go(booking, BookingState.RELEASED, now, by=by, actor=actor)


def give_details(booking: Booking, contact: Contact, note: str, now: datetime) -> Booking:
    """The client says who is coming. Kept even where the hold has run out meanwhile.

    Raises HoldExpired after keeping what was typed.
    """
    with transaction.atomic():
        enquiry = _locked_enquiry(booking.enquiry)
        _refuse_when_booked(enquiry)
        enquiry.client = _known_client(contact, enquiry.language, now)
        enquiry.note = note
        enquiry.updated_at = now
        enquiry.save(update_fields=["client", "note", "updated_at"])
    with transaction.atomic():
        booking = _held(booking, now)
        booking.client, booking.note = enquiry.client, note
        booking.save(update_fields=["client", "note"])
        lifecycle.record(booking, BookingEvent.Kind.DETAILS, now, by="client")
    return booking


@transaction.atomic
def confirm(
    booking: Booking, now: datetime, *, by: str = "client", actor: User | None = None
) -> Booking:
    """The booking is made. Clicking twice confirms once.

    Raises HoldExpired, DetailsMissing.
    """
    booking = lifecycle.locked(booking.pk)
    if booking.state == BookingState.CONFIRMED:
        return booking
    booking = _held(booking, now)
    if booking.client is None:
        raise DetailsMissing
    booking.confirmed_at = now
    booking.answers_as_given = answers_in_words(booking.enquiry)
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


def people_for(enquiry: Enquiry, package: Package) -> int:
    """How many people `package` would be booked for. Raises PackageUnavailable, NothingRecommended.

    A package for one person can be booked by one of several: the client chose it over the
    advice, and said why.
    """
    if enquiry.recommendation is None:
        raise NothingRecommended
    recommendation = Recommendation.from_stored(enquiry.recommendation)
    people = min(matching.people_of(recommendation), package.max_people)
    wanted = matching.people_of(recommendation)
    if people < package.min_people or (wanted > package.max_people > 1):
        raise PackageUnavailable
    return people


def wanted_for(
    enquiry: Enquiry,
    place: Place,
    photographer: Photographer | None = None,
    own_hold: Booking | None = None,
) -> Wanted:
    """What the enquiry wants placed in time: the page shows it and the hold books it."""
    package = enquiry.package
    if package is None or not package.is_active or not place.is_active:
        raise PackageUnavailable
    studio = Studio.objects.get()
    people = people_for(enquiry, package)
    return Wanted(
        package=package,
        place=place,
        people=people,
        minutes=pricing.duration_minutes(package, people, enquiry.add_ons.all()),
        notice=timedelta(hours=studio.notice_hours),
        horizon_days=studio.horizon_days,
        photographer=photographer,
        own_booking=own_hold and own_hold.pk,
    )


def _locked_enquiry(enquiry: Enquiry) -> Enquiry:
    return Enquiry.objects.select_for_update(of=("self",), no_key=True).get(pk=enquiry.pk)


def _refuse_when_booked(enquiry: Enquiry) -> None:
    if enquiry.bookings.live().exclude(state=BookingState.HELD).exists():
        raise IllegalMove


def _refuse_before_start(booking: Booking, now: datetime) -> None:
    if now < booking.start:
        raise TooEarly


def _reconciled(stored: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """The stored answers with the given ones in their place, and nothing that contradicts them."""
    answers = {**stored, **given}
    answers = {key: value for key, value in answers.items() if value not in (None, "", [])}
    while True:
        try:
            return dict(parse(answers).as_mapping())
        except AnswerError as fault:
            if fault.key in given or fault.key not in answers:
                raise
            del answers[fault.key]


def _known_client(contact: Contact, language: str, now: datetime) -> Client:
    """The client of this name and address, or a new one.

    Matching by both keeps a stranger who types someone's address from meeting or changing
    that person's data.
    """
    known = Client.objects.filter(
        email__iexact=contact.email, name__iexact=contact.name, phone=contact.phone
    ).first()
    return known or Client.objects.create(
        name=contact.name,
        email=contact.email,
        phone=contact.phone,
        language=language,
        created_at=now,
    )


def _standing_hold(enquiry: Enquiry, now: datetime) -> Booking | None:
    return (
        enquiry.bookings.select_for_update(of=("self",), no_key=True)
        .filter(state=BookingState.HELD, hold_expires_at__gt=now)
        .first()
    )


def _is_for(
    booking: Booking,
    enquiry: Enquiry,
    place: Place,
    start: datetime,
    photographer: Photographer | None,
) -> bool:
    """Whether the hold that stands is the very one that is being asked for."""
    return (
        (booking.package_id, booking.place_id, booking.start) == (enquiry.package_id, place.pk, start)
        and photographer in (None, booking.photographer)
        and set(booking.add_ons.all()) == set(enquiry.add_ons.all())
    )


def _take_turns(wanted: Wanted) -> None:
    """Let takers of the same people and rooms go one after the other, always in the same order."""
    for resources in (wanted.able_photographers(), wanted.suitable_rooms()):
        list(resources.order_by("pk").select_for_update(of=("self",), no_key=True))


def _let_lapsed_holds_go(now: datetime) -> None:
    """Expire holds that have run out: their rows would still stand in the guard's way."""
    lapsed = Booking.objects.lapsed_holds(now).select_for_update(of=("self",), no_key=True)
    for booking in lapsed.order_by("pk"):
        _let_go(booking, BookingState.EXPIRED, now, by="clock")


def _expire(booking_pk: int, now: datetime) -> bool:
    with transaction.atomic():
        booking = lifecycle.locked(booking_pk)
        if booking.state != BookingState.HELD or booking.hold_expires_at > now:
            return False
        _let_go(booking, BookingState.EXPIRED, now, by="clock")
        return True


def _let_go(
    booking: Booking,
    to: BookingState,
    now: datetime,
    *,
    by: str,
    actor: User | None = None,
) -> None:
    lifecycle.advance(booking, to, now, by=by, actor=actor)
    booking.allocations.all().delete()


def _held(booking: Booking, now: datetime) -> Booking:
    """The booking, locked, still held. Raises HoldExpired or IllegalMove."""
    booking = lifecycle.locked(booking.pk)
    if booking.state in (BookingState.EXPIRED, BookingState.RELEASED):
        raise HoldExpired
    if booking.state != BookingState.HELD:
        raise IllegalMove
    if booking.hold_expires_at is None or booking.hold_expires_at <= now:
        raise HoldExpired
    return booking


def _refusal(wanted: Wanted, start: datetime, now: datetime) -> SlotTaken:
    """Why `start` can't be had, with the nearest openings around it."""
    day = day_of(start, wanted.place.zone)
    around = availability.openings(wanted, day - ALTERNATIVE_DAYS, day + ALTERNATIVE_DAYS, now)
    nearest = sorted(around, key=lambda opening: abs(opening.start - start))[:ALTERNATIVES]
    nearest.sort(key=lambda opening: opening.start)
    was_offered = availability.is_in_hours(wanted, start, now)
    return SlotTaken(nearest) if was_offered else NotOffered(nearest)


def _hold_opening(enquiry: Enquiry, wanted: Wanted, opening: Opening, now: datetime) -> Booking:
    studio = Studio.objects.get()
    add_ons = list(enquiry.add_ons.all())
    quote = pricing.quote(
        wanted.package,
        wanted.people,
        add_ons,
        currency=studio.currency,
        deposit_percent=studio.deposit_percent,
    )
    policy = Policy(studio.deposit_percent, studio.free_change_hours, studio.late_arrival_minutes)
    expires_at = now + timedelta(minutes=studio.hold_minutes)
    booking = Booking.objects.create(
        enquiry=enquiry,
        client=enquiry.client,
        package=wanted.package,
        place=wanted.place,
        room=opening.rooms[0] if opening.rooms else None,
        photographer=least_busy(opening.photographers, wanted.place, opening.start, now),
        start=opening.start,
        end=opening.end,
        people=wanted.people,
        hold_expires_at=expires_at,
        quote=quote.as_json(),
        total_minor=quote.total_minor,
        deposit_minor=quote.deposit_minor,
        currency=quote.currency,
        policy=policy.as_json(),
        package_as_sold=package_as_sold(wanted.package, wanted.minutes),
        note=enquiry.note,
        language=enquiry.language,
        created_at=now,
    )
    booking.add_ons.set(add_ons)
    _allocate(booking, wanted, expires_at)
    lifecycle.record(booking, BookingEvent.Kind.HELD, now, by="client")
    return booking


def _allocate(booking: Booking, wanted: Wanted, expires_at: datetime | None) -> None:
    """Take the photographer and the room, buffers included. Raises SlotTaken by the guard's word."""
    start, end = booking.start - wanted.before, booking.end + wanted.after
    taken = [Allocation(photographer=booking.photographer)]
    if booking.room is not None:
        taken.append(Allocation(room=booking.room))
    for allocation in taken:
        allocation.booking, allocation.start, allocation.end = booking, start, end
        allocation.expires_at = expires_at
    try:
        with transaction.atomic():
            Allocation.objects.bulk_create(taken)
    except IntegrityError as overlap:
        raise SlotTaken from overlap
