"""What staff may do to a booking from where it stands: each move is one moment, in words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bookings import moments
from bookings.admin.cancelling import CancellationForm, cost_of_cancelling, cost_of_missing
from bookings.admin.permissions import runs, works_for_all
from bookings.booking.models import Booking, BookingEvent
from bookings.booking.states import FOLLOWING, BookingState
from bookings.moments.changing import UNDO_WITHIN


def always(booking: Booking, now: datetime) -> bool:
    """There is no wrong time for it."""
    return True


def once_begun(booking: Booking, now: datetime) -> bool:
    """What makes no sense before the session began."""
    return now >= booking.start


def while_held(booking: Booking, now: datetime) -> bool:
    """A hold that has not run out, of somebody who said who they are."""
    return booking.client_id is not None and booking.is_held_at(now)


def while_undoable(booking: Booking, now: datetime) -> bool:
    """Within a day of its being noted that the session took place, or that nobody came."""
    if booking.state not in (BookingState.COMPLETED, BookingState.NO_SHOW):
        return False
    said = (BookingEvent.Kind.COMPLETED, BookingEvent.Kind.NO_SHOW)
    return booking.events.filter(kind__in=said, at__gte=now - UNDO_WITHIN).exists()


@dataclass(frozen=True, slots=True)
class Move:
    """One way on for a booking: its button, what it asks, what follows, and the moment it calls.

    `to` is the state it leads to; None leaves the booking where it stands. `is_of_the_session`
    marks what the photographer who runs the session may do too, `can_be_undone` what may be
    taken back within a day. What `form` asks goes to the moment by the fields' names; `cost`
    says in sentences what the move costs the client.
    """

    slug: str
    to: BookingState | None
    label: Promise
    question: Promise
    consequence: Promise
    done: Promise
    moment: Callable[..., Any]
    timely: Callable[[Booking, datetime], bool] = always
    is_of_the_session: bool = False
    can_be_undone: bool = False
    is_grave: bool = False
    form: type[forms.Form] = forms.Form
    cost: Callable[[Booking, datetime], list[str]] | None = None


MOVES = (
    Move(
        "confirm",
        BookingState.CONFIRMED,
        _("Confirm"),
        _("Confirm this booking for the client?"),
        _("The client and the photographer get their letters, and the brief is composed."),
        _("The booking is confirmed."),
        partial(moments.confirm, by="staff"),
        timely=while_held,
    ),
    Move(
        "release",
        BookingState.RELEASED,
        _("Let the hold go"),
        _("Let this hold go?"),
        _("The time is free again at once. The client keeps their answers and can choose anew."),
        _("The hold is let go; its time is free again."),
        partial(moments.release, by="staff"),
        is_grave=True,
    ),
    Move(
        "complete",
        BookingState.COMPLETED,
        _("Session took place"),
        _("Has this session taken place?"),
        _("The record of the session is started from the brief."),
        _("The session is completed, and its record is started."),
        moments.complete,
        timely=once_begun,
        is_of_the_session=True,
        can_be_undone=True,
    ),
    Move(
        "miss",
        BookingState.NO_SHOW,
        _("Client did not come"),
        _("Did the client not come?"),
        _("The booking ends here; the terms that it was made under apply."),
        _("Noted that the client did not come."),
        moments.miss,
        timely=once_begun,
        is_of_the_session=True,
        can_be_undone=True,
        is_grave=True,
        cost=cost_of_missing,
    ),
    Move(
        "deliver",
        BookingState.DELIVERED,
        _("Pictures delivered"),
        _("Does the client have all pictures?"),
        _("The booking is finished."),
        _("The pictures are delivered."),
        moments.deliver,
        is_of_the_session=True,
    ),
    Move(
        "undo",
        BookingState.CONFIRMED,
        _("Take it back"),
        _("Was this noted by mistake?"),
        _(
            "The booking is confirmed again, nothing is due, and the thank-you is withdrawn. "
            "A record that was started is kept."
        ),
        _("Taken back; the booking is confirmed again."),
        moments.undo,
        timely=while_undoable,
        is_of_the_session=True,
        can_be_undone=True,
        is_grave=True,
    ),
    Move(
        "cancel",
        BookingState.CANCELLED,
        _("Cancel booking"),
        _("Cancel this booking?"),
        _("The time is free again at once, and the client and the photographer get a letter."),
        _("The booking is cancelled; its time is free again."),
        moments.cancel,
        is_grave=True,
        form=CancellationForm,
        cost=cost_of_cancelling,
    ),
)


RENEWAL = Move(
    "renew-link",
    None,
    _("Renew the link"),
    _("Give this booking a new private link?"),
    _(
        "Every link to the client’s page that was given out before leads nowhere from now on. "
        "Letters that still wait carry the new one."
    ),
    _("The private link is renewed; the ones before lead nowhere."),
    moments.renew_link,
    is_grave=True,
)
"""Stands beside the link itself, not among the ways on."""

SLUGS = frozenset(move.slug for move in (*MOVES, RENEWAL))


def open_moves(user: User, booking: Booking, now: datetime) -> list[Move]:
    """The moves that `user` may make with `booking` at `now`, in the order of the trade."""
    return [move for move in MOVES if _allowed(move, user, booking) and is_open(move, booking, now)]


def is_open(move: Move, booking: Booking, now: datetime) -> bool:
    """Whether `move` can be made with `booking` as it stands at `now`."""
    follows = move.to is None or move.to in FOLLOWING[BookingState(booking.state)]
    return follows and move.timely(booking, now)


def move_called(slug: str, user: User, booking: Booking) -> Move | None:
    """The move of that name where `user` may ever make it with `booking`, else None."""
    known = (*MOVES, RENEWAL)
    named = (move for move in known if move.slug == slug and _allowed(move, user, booking))
    return next(named, None)


def _allowed(move: Move, user: User, booking: Booking) -> bool:
    return works_for_all(user) or (move.is_of_the_session and runs(user, booking))
