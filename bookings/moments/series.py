"""A company day: people are invited, each takes a slot and answers what is theirs to answer."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from bookings.booking import lifecycle
from bookings.booking.answering import reconciled
from bookings.booking.errors import (
    IllegalMove,
    NotOffered,
    SlotGone,
    TooEarly,
    TooManyPeople,
)
from bookings.booking.models import Booking, BookingEvent
from bookings.booking.states import BookingState
from bookings.moments.parts import locked_attendee
from bookings.notices.company import (
    write_about_slot,
    write_about_uninviting,
    write_invitation,
)
from bookings.series.listing import Person
from bookings.series.models import Attendee
from bookings.series.slots import free_slots, offered, slots
from guidance.questionnaire import BY_SLUG, CARE_KEYS

THEIRS = ("comfort", "clothes")
"""Questions that each person answers for themselves."""


@transaction.atomic
def invite(
    booking: Booking, people: Iterable[Person], now: datetime, *, actor: User | None = None
) -> list[Attendee]:
    """The organiser names who comes; those with an address get their private link by letter.

    Who is named already is left as they are. The organiser names as many as were booked; staff
    may fill the slots kept to catch up as well. Raises TooManyPeople, IllegalMove.
    """
    booking = _open(booking, now)
    known = {Person(row.name, row.email).key for row in booking.attendees.all()}
    new = [one for one in people if one.key not in known]
    if len(known) + len(new) > (len(slots(booking)) if actor else booking.people):
        raise TooManyPeople
    invited = [
        Attendee.objects.create(booking=booking, name=one.name, email=one.email, invited_at=now)
        for one in new
    ]
    for attendee in invited:
        write_invitation(attendee, now)
    if invited:
        _record(booking, BookingEvent.Kind.INVITED, now, actor, note=str(len(invited)))
    return invited


@transaction.atomic
def choose_slot(
    attendee: Attendee,
    start: datetime,
    now: datetime,
    *,
    by_organiser: bool = False,
    actor: User | None = None,
) -> Attendee:
    """A person takes a slot, or another one; the organiser may also give one kept to catch up.

    Who takes another slot after missing theirs has missed nothing any more. Raises SlotGone,
    NotOffered, IllegalMove.
    """
    booking = _open(attendee.booking, now)
    attendee = locked_attendee(attendee, booking)
    if attendee.slot == start:
        return attendee
    free = {slot.start for slot in free_slots(booking)}
    if start <= now or start not in {slot.start for slot in slots(booking)}:
        raise NotOffered
    if start not in free:
        raise SlotGone
    if not by_organiser and start not in {slot.start for slot in offered(attendee, now)}:
        raise NotOffered
    attendee.slot, attendee.is_missed = start, False
    try:
        with transaction.atomic():
            attendee.save(update_fields=["slot", "is_missed"])
    except IntegrityError as taken:
        raise SlotGone from taken
    write_about_slot(attendee, now)
    _record(booking, BookingEvent.Kind.SLOT, now, actor, note=f"{start:%H:%MZ}")
    return attendee


@transaction.atomic
def answer_as_attendee(
    attendee: Attendee, question: str, given: Mapping[str, Any], now: datetime
) -> Attendee:
    """A person answers what is theirs. Raises AnswerError, IllegalMove for other questions."""
    booking = _open(attendee.booking, now)
    if question not in THEIRS:
        raise IllegalMove
    theirs = {field.key for field in BY_SLUG[question].fields}
    attendee = locked_attendee(attendee, booking)
    kept = {key: value for key, value in given.items() if key in theirs}
    answers = reconciled({**attendee.answers, **attendee.care}, kept)
    attendee.answers = {key: value for key, value in answers.items() if key not in CARE_KEYS}
    attendee.care = {key: value for key, value in answers.items() if key in CARE_KEYS}
    attendee.save(update_fields=["answers", "care"])
    return attendee


@transaction.atomic
def uninvite(attendee: Attendee, now: datetime, *, actor: User | None = None) -> None:
    """Somebody is taken off the list, by the organiser or by staff; their slot is free again.

    What they answered is forgotten. Whoever was told that they are invited is told that they
    no longer are. Raises IllegalMove.
    """
    booking = _open(attendee.booking, now)
    attendee = locked_attendee(attendee, booking)
    attendee.answers, attendee.care, attendee.uninvited_at = {}, {}, now
    attendee.save(update_fields=["answers", "care", "uninvited_at"])
    write_about_uninviting(attendee, now)
    _record(booking, BookingEvent.Kind.UNINVITED, now, actor)


@transaction.atomic
def miss_attendee(
    attendee: Attendee, now: datetime, *, is_missed: bool, actor: User | None = None
) -> Attendee:
    """Staff note who of the company did not come, or that they did after all.

    Raises TooEarly before their slot, or the session where they have none; IllegalMove.
    """
    booking = lifecycle.locked(attendee.booking_id)
    if booking.state not in (BookingState.CONFIRMED, BookingState.COMPLETED):
        raise IllegalMove
    attendee = locked_attendee(attendee, booking)
    if is_missed and now < (attendee.slot or booking.start):
        raise TooEarly
    attendee.is_missed = is_missed
    attendee.save(update_fields=["is_missed"])
    _record(booking, BookingEvent.Kind.ATTENDANCE, now, actor, by="staff")
    return attendee


def _open(booking: Booking, now: datetime) -> Booking:
    """The booking under its lock, while its slots can still change. Raises IllegalMove."""
    booking = lifecycle.locked(booking.pk)
    if booking.state != BookingState.CONFIRMED or booking.end <= now:
        raise IllegalMove
    return booking


def _record(
    booking: Booking,
    kind: BookingEvent.Kind,
    now: datetime,
    actor: User | None,
    *,
    by: str = "client",
    note: str = "",
) -> None:
    """The event, without anybody's name: a company's people are none of its other readers'."""
    by = "staff" if actor else by
    lifecycle.record(booking, kind, now, by=by, actor=actor, note=note)
