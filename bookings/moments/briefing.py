"""The brief: composed anew when what it stands on changes, edited, approved."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from bookings.booking import lifecycle
from bookings.booking.errors import (
    IllegalMove,
)
from bookings.booking.models import Booking, BookingEvent
from bookings.booking.states import BookingState
from bookings.briefs import composing, editing
from bookings.briefs.models import Cause, ShootBrief
from bookings.moments.parts import compose_brief
from bookings.schedule.models import Photographer, Place


@transaction.atomic
def recompose_brief(booking: Booking, now: datetime, *, actor: User | None = None) -> ShootBrief:
    """A new version of the brief, from the answers, kit and room as they are now."""
    booking = lifecycle.locked(booking.pk)
    brief = booking.briefs.filter(is_current=True).first()
    because = composing.changes_since(brief) if brief else []
    return compose_brief(booking, because or [Cause.ASKED.value], now, by="staff", actor=actor)


def refresh_briefs(
    now: datetime,
    *,
    photographer: Photographer | None = None,
    place: Place | None = None,
    actor: User | None = None,
) -> int:
    """Compose anew the briefs of coming sessions whose kit, room, sale or knowledge changed.

    All of them, or those of one photographer or place; gives their number. Safe to run at any
    time: a brief that would be composed from the same things is left alone.
    """
    coming = ShootBrief.objects.filter(
        is_current=True, booking__state=BookingState.CONFIRMED, booking__start__gt=now
    )
    if photographer is not None:
        coming = coming.filter(booking__photographer=photographer)
    if place is not None:
        coming = coming.filter(booking__place=place)
    return sum(_refresh(pk, now, actor) for pk in coming.values_list("booking_id", flat=True))


@transaction.atomic
def approve_brief(brief: ShootBrief, now: datetime, *, actor: User) -> ShootBrief:
    """The photographer puts their name to the current brief; the first approval stands."""
    brief = _locked_brief(brief)
    if brief.approved_at is None:
        brief.approved_at, brief.approved_by = now, actor
        brief.save(update_fields=["approved_at", "approved_by"])
        _record_on(brief, BookingEvent.Kind.BRIEF_APPROVED, now, actor)
    return brief


@transaction.atomic
def reword_brief_line(
    brief: ShootBrief, key: str, words: str, now: datetime, *, actor: User
) -> ShootBrief:
    """A line of the brief reads as the photographer wants it; without words it is struck.

    Raises NoSuchLine, IllegalMove for an earlier version.
    """
    brief = _locked_brief(brief)
    editing.reword(brief, key, words, now, actor)
    return _edited(brief, now, actor)


@transaction.atomic
def add_brief_line(
    brief: ShootBrief, section: str, words: str, now: datetime, *, actor: User
) -> ShootBrief:
    """The photographer adds a line of their own. Raises as :func:`reword_brief_line`."""
    brief = _locked_brief(brief)
    editing.add(brief, section, words, now, actor)
    return _edited(brief, now, actor)


@transaction.atomic
def put_brief_line_back(
    brief: ShootBrief, edit_pk: int, now: datetime, *, actor: User
) -> ShootBrief:
    """A line reads as it was composed again. Raises as :func:`reword_brief_line`."""
    brief = _locked_brief(brief)
    editing.put_back(brief, edit_pk)
    return _edited(brief, now, actor)


@transaction.atomic
def _refresh(booking_pk: int, now: datetime, actor: User | None) -> bool:
    """Compose one brief anew where what it stands on has changed; says whether it did."""
    booking = lifecycle.locked(booking_pk)
    brief = booking.briefs.filter(is_current=True).first()
    because = composing.changes_since(brief) if brief else []
    if booking.state != BookingState.CONFIRMED or not because:
        return False
    compose_brief(booking, because, now, by="staff" if actor else "clock", actor=actor)
    return True


def _locked_brief(brief: ShootBrief) -> ShootBrief:
    """The current brief under a lock. Raises IllegalMove where a later one took its place."""
    brief = ShootBrief.objects.select_for_update(of=("self",), no_key=True).get(pk=brief.pk)
    if not brief.is_current:
        raise IllegalMove
    return brief


def _edited(brief: ShootBrief, now: datetime, actor: User) -> ShootBrief:
    """What is edited after it was approved is to be approved anew, whoever edits it."""
    if brief.approved_at is not None:
        brief.approved_at = brief.approved_by = None
        brief.save(update_fields=["approved_at", "approved_by"])
    _record_on(brief, BookingEvent.Kind.BRIEF_EDITED, now, actor)
    return brief


def _record_on(
    brief: ShootBrief, kind: BookingEvent.Kind, now: datetime, actor: User | None
) -> None:
    note = f"v{brief.version}"
    lifecycle.record(brief.booking, kind, now, by="staff", actor=actor, note=note)
