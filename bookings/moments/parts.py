"""What several moments do: lock an enquiry, keep answers, compose a brief."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User

from bookings.booking import lifecycle
from bookings.booking.errors import (
    IllegalMove,
)
from bookings.booking.models import Booking, BookingEvent, Enquiry
from bookings.booking.states import BookingState
from bookings.briefs import composing
from bookings.briefs.models import ShootBrief
from bookings.series.models import Attendee
from guidance.questionnaire import CARE_KEYS


def locked_enquiry(enquiry: Enquiry) -> Enquiry:
    return Enquiry.objects.select_for_update(of=("self",), no_key=True).get(pk=enquiry.pk)


def locked_attendee(attendee: Attendee, booking: Booking) -> Attendee:
    """One of a company, locked. Raises IllegalMove where they were taken off the list meanwhile."""
    rows = Attendee.objects.select_for_update(of=("self",), no_key=True)
    found = rows.filter(pk=attendee.pk).first()
    if found is None:
        raise IllegalMove
    found.booking = booking
    return found


def refuse_when_booked(enquiry: Enquiry) -> None:
    if enquiry.bookings.live().exclude(state=BookingState.HELD).exists():
        raise IllegalMove


def with_answers(enquiry: Enquiry, answers: Mapping[str, Any], now: datetime) -> Enquiry:
    """Keep `answers`, those on access, faith and age apart from the others."""
    enquiry.answers = {key: value for key, value in answers.items() if key not in CARE_KEYS}
    enquiry.care = {key: value for key, value in answers.items() if key in CARE_KEYS}
    enquiry.updated_at = now
    enquiry.save(update_fields=["answers", "care", "updated_at"])
    return enquiry


def compose_brief(
    booking: Booking, because: Sequence[str], now: datetime, *, by: str, actor: User | None = None
) -> ShootBrief:
    """The next version of the brief, and the event of it; the caller holds the lock."""
    brief = composing.draft(booking, now, because)
    note = f"v{brief.version}"
    lifecycle.record(booking, BookingEvent.Kind.BRIEF, now, by=by, actor=actor, note=note)
    return brief
