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
from bookings.admin.cancelling import CancellationForm, cost_of_cancelling
from bookings.admin.permissions import runs, works_for_all
from bookings.booking.models import Booking
from bookings.booking.states import FOLLOWING, BookingState


@dataclass(frozen=True, slots=True)
class Move:
    """One way on for a booking: its button, what it asks, what follows, and the moment it calls.

    `is_of_the_session` marks what the photographer who runs the session may do too;
    `after_start` what makes no sense before the session began. What `form` asks goes to the
    moment by the fields' names; `cost` says in sentences what the move costs the client.
    """

    slug: str
    to: BookingState
    label: Promise
    question: Promise
    consequence: Promise
    done: Promise
    moment: Callable[..., Any]
    is_of_the_session: bool = False
    after_start: bool = False
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
        is_of_the_session=True,
        after_start=True,
    ),
    Move(
        "miss",
        BookingState.NO_SHOW,
        _("Client did not come"),
        _("Did the client not come?"),
        _("The booking ends here; the terms that it was made under apply."),
        _("Noted that the client did not come."),
        moments.miss,
        is_of_the_session=True,
        after_start=True,
        is_grave=True,
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


def open_moves(user: User, booking: Booking, now: datetime) -> list[Move]:
    """The moves that `user` may make with `booking` at `now`, in the order of the trade."""
    following = FOLLOWING[BookingState(booking.state)]
    return [
        move
        for move in MOVES
        if move.to in following and _allowed(move, user, booking) and _timely(move, booking, now)
    ]


def move_called(slug: str, user: User, booking: Booking) -> Move | None:
    """The move of that name where `user` may ever make it with `booking`, else None."""
    named = (move for move in MOVES if move.slug == slug and _allowed(move, user, booking))
    return next(named, None)


def _allowed(move: Move, user: User, booking: Booking) -> bool:
    return works_for_all(user) or (move.is_of_the_session and runs(user, booking))


def _timely(move: Move, booking: Booking, now: datetime) -> bool:
    if move.to == BookingState.CONFIRMED:
        return booking.client_id is not None and booking.is_held_at(now)
    return now >= booking.start if move.after_start else True
