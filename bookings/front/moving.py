"""Another time for a booked session: where it can go, old and new side by side, then the move."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_http_methods

from bookings import moments
from bookings.booking.errors import (
    BookingError,
    IllegalMove,
    MovedTooOften,
    MoveTooLate,
    NotOffered,
    SlotTaken,
)
from bookings.booking.links import booking_token
from bookings.booking.models import Booking
from bookings.booking.moving import is_at, refuse_move
from bookings.booking.states import BookingState
from bookings.front.finding import find
from bookings.front.private import with_booking
from bookings.front.searching import InstantField, Search, search_to_move
from bookings.front.terms import Cost, costs, times, was_free, when
from bookings.front.times import is_swapped, page_of
from bookings.front.timetable import Timetable
from bookings.moments import NewTime
from bookings.notices.particulars import Particulars, clock, day, hours, particulars, zone_name
from bookings.schedule import availability
from bookings.schedule.assignment import least_busy
from bookings.schedule.availability import Opening
from bookings.schedule.models import Photographer, Place
from bookings.wording import shown

FREE = "free"
"""The name under which the one free move is asked for; why is neither asked nor kept."""


class ConfirmForm(forms.Form):
    """Which time the client had before them as the old one when they confirmed the new."""

    was = InstantField(widget=forms.HiddenInput)


@with_booking
@require_http_methods(["GET", "HEAD", "POST"])
def move(request: HttpRequest, booking: Booking) -> HttpResponse:
    """Show where the session can go and what moving it there means; a POST moves it."""
    now = timezone.now()
    asked = request.POST if request.method == "POST" else request.GET
    if booking.state != BookingState.CONFIRMED or now >= booking.start:
        return no_longer(request, booking)
    try:
        is_free_move = permission(booking, asked, now)
    except (MoveTooLate, MovedTooOften) as refused:
        return ask(request, booking, refused, asked, now)
    looked_for = search_to_move(booking, asked, now, {FREE: "on"} if is_free_move else {})
    if looked_for is None:
        return render(request, "front/move_nowhere.html", about(booking))
    if request.method == "POST":
        return take(request, booking, looked_for, now, is_free_move=is_free_move)
    if looked_for.start is None or looked_for.faults:
        return choose(request, booking, looked_for, now)
    return compare(request, booking, looked_for, looked_for.start, now)


def permission(booking: Booking, asked: Mapping[str, Any], now: datetime) -> bool:
    """Whether the move would be the one for illness or access, which is asked for by a tick.

    Where the session may be moved anyway the tick is not needed and not counted. Raises
    MoveTooLate, MovedTooOften.
    """
    try:
        refuse_move(booking, now, by="client", for_care=False)
    except (MoveTooLate, MovedTooOften):
        if not asked.get(FREE):
            raise
        refuse_move(booking, now, by="client", for_care=True)
        return True
    return False


def no_longer(request: HttpRequest, booking: Booking) -> HttpResponse:
    """To the booking's page: it began, is over, or was called off."""
    messages.warning(request, gettext("This session can no longer be moved."))
    return redirect("front:booking", booking_token(booking))


def ask(
    request: HttpRequest,
    booking: Booking,
    refused: BookingError,
    asked: Mapping[str, Any],
    now: datetime,
) -> HttpResponse:
    """Before any time is picked: why it can't be moved, and the one free move while it is unused.

    409 where the page was open while the cut-off passed.
    """
    if request.method == "POST" and is_there(booking, asked):
        return moved(request, booking)
    page = about(booking) | {
        "reason": reason(booking, refused),
        "can_ask": not booking.is_care_move_used,
        "free": FREE,
    }
    status = 409 if request.method == "POST" else 200
    return render(request, "front/move_ask.html", page, status=status)


def reason(booking: Booking, refused: BookingError) -> str:
    """Why the session may not be moved like any other, with the dates and numbers of its terms."""
    if isinstance(refused, MovedTooOften) and not booking.terms.most_moves:
        return shown(booking.terms.moving())
    if isinstance(refused, MovedTooOften):
        return gettext("You have moved this session %(times)s, as often as our terms allow.") % {
            "times": times(booking.moves)
        }
    if not was_free(booking):
        return shown(booking.terms.too_late())
    until = when(booking.terms.free_until(booking.start), booking)
    return gettext("Moving was possible until %(until)s.") % {"until": until}


def is_there(booking: Booking, asked: Mapping[str, Any]) -> bool:
    """Whether `booking` has the place and the start that are `asked` for: a second click."""
    same_place = asked.get("place") == booking.place.slug
    return same_place and asked.get("start") == booking.start.isoformat()


def choose(
    request: HttpRequest,
    booking: Booking,
    looked_for: Search,
    now: datetime,
    *,
    near: datetime | None = None,
    notice: str | Promise = "",
    status: int = 200,
) -> HttpResponse:
    """The times to which the session can go, those around its present one first.

    `near` puts those around another instant first; `notice` says why the client is here again.
    """
    if near is None and not (looked_for.day or looked_for.month):
        near = booking.start
    faults = [str(notice)] if notice else list(looked_for.faults)
    page = page_of(looked_for, Timetable(looked_for, find(looked_for, now, near), now))
    page |= about(booking) | {
        "faults": faults,
        "is_near": True,
        "is_swapped": is_swapped(request),
        "is_move": True,
        "left": moves_left(booking, looked_for),
    }
    template = "front/partials/picker.html" if is_swapped(request) else "front/move.html"
    return render(request, template, page, status=400 if looked_for.faults else status)


def moves_left(booking: Booking, looked_for: Search) -> str:
    """Up to when and how often the session may be moved, as the page says before a pick."""
    if looked_for.ways.kept:
        return gettext("This is your one free move for illness or access.")
    left = booking.terms.most_moves - booking.moves
    words = ngettext(
        "You can move it until %(until)s, once more.",
        "You can move it until %(until)s, up to %(left)d times.",
        left,
    )
    until = when(booking.terms.free_until(booking.start), booking)
    return words % {"until": until, "left": left}


def further_moves(
    booking: Booking, start: datetime, now: datetime, *, is_free_move: bool
) -> list[str]:
    """What could still be moved at `now` once the session is at `start`, sentence by sentence."""
    left = booking.terms.most_moves - booking.moves - (0 if is_free_move else 1)
    said = []
    if is_free_move:
        said.append(
            gettext("This is the one free move for illness or access; there is no further one.")
        )
    if left > 0 and booking.terms.is_free_at(start, now):
        words = ngettext(
            "You can move it once more after this, until %(until)s.",
            "You can move it %(left)d more times after this, until %(until)s.",
            left,
        )
        until = when(booking.terms.free_until(start), booking)
        return [*said, words % {"until": until, "left": left}]
    if left > 0:
        said.append(gettext("The new time is too near to be moved again here."))
    elif not is_free_move:
        said.append(gettext("This is the last time you can move it here."))
    if not (is_free_move or booking.is_care_move_used):
        said.append(
            gettext(
                "In illness, or if something about access changes, there is one free move more."
            )
        )
    return said


@dataclass(frozen=True, slots=True)
class NewSession:
    """The session as it would be after the move, and what cancelling it would cost then."""

    start: datetime
    place: Place
    photographer: Photographer
    day: str
    hours: str
    zone: str
    costs: tuple[Cost, ...]

    @classmethod
    def of(
        cls, booking: Booking, to: NewTime, end: datetime, photographer: Photographer, now: datetime
    ) -> "NewSession":
        """`booking` at the time `to`, taken by `photographer`."""
        zone = to.place.zone
        return cls(
            start=to.start,
            place=to.place,
            photographer=photographer,
            day=day(to.start, zone),
            hours=hours(to.start, end, zone),
            zone=zone_name(to.start, zone),
            costs=costs(booking, to.start, now),
        )


def compare(
    request: HttpRequest,
    booking: Booking,
    looked_for: Search,
    start: datetime,
    now: datetime,
    *,
    notice: str = "",
) -> HttpResponse:
    """Old and new side by side, before anything moves; the times again where it can't be had.

    `notice` says why the client is here again: a 409.
    """
    wanted = looked_for.wanted
    to = NewTime(wanted.place, start, wanted.photographer)
    if is_at(booking, to):
        own = gettext("This is the time that you have. Choose another one, or leave it as it is.")
        return choose(request, booking, looked_for, now, notice=own)
    opening = availability.opening_at(wanted, start, now)
    if opening is None:
        is_known = availability.is_in_hours(wanted, start, now)
        why = SlotTaken() if is_known else NotOffered()
        return choose_near(request, booking, looked_for, why, now)
    photographer = who_takes(booking, opening, wanted.place, now)
    page = about(booking) | {
        "new": NewSession.of(booking, to, opening.end, photographer, now),
        "search": looked_for,
        "kept": looked_for.kept | {"with": photographer.slug},
        "form": ConfirmForm(initial={"was": booking.start.isoformat()}),
        "further_moves": further_moves(
            booking, start, now, is_free_move=bool(looked_for.ways.kept)
        ),
        "back": looked_for.address(day=f"{start.astimezone(wanted.place.zone):%Y-%m-%d}"),
        "notice": notice,
    }
    return render(request, "front/move_compare.html", page, status=409 if notice else 200)


def who_takes(booking: Booking, opening: Opening, place: Place, now: datetime) -> Photographer:
    """Who is named on the page and asked for by its form: the same one where they are free."""
    if booking.photographer in opening.photographers:
        return booking.photographer
    return least_busy(opening.photographers, place, opening.start, now)


def take(
    request: HttpRequest,
    booking: Booking,
    looked_for: Search,
    now: datetime,
    *,
    is_free_move: bool,
) -> HttpResponse:
    """Move the session to what was confirmed; a second click finds it there already."""
    wanted, start = looked_for.wanted, looked_for.start
    if start is None or looked_for.faults:
        notice = "" if looked_for.faults else gettext("Choose one of these times.")
        return choose(request, booking, looked_for, now, notice=notice, status=400)
    to = NewTime(wanted.place, start, wanted.photographer)
    if not is_at(booking, to) and seen_before(request) != booking.start:
        notice = gettext(
            "This session was moved in another window meanwhile. See what it would be moved "
            "from now."
        )
        return compare(request, booking, looked_for, start, now, notice=notice)
    try:
        booking = moments.move(booking, to, now, for_care=is_free_move)
    except SlotTaken as taken:
        return choose_near(request, booking, looked_for, taken, now)
    except (MoveTooLate, MovedTooOften) as refused:
        booking.refresh_from_db()  # another window may have moved it since it was read
        return ask(request, booking, refused, request.POST, now)
    except IllegalMove:
        return no_longer(request, booking)
    return moved(request, booking)


def seen_before(request: HttpRequest) -> datetime | None:
    """Which start the client saw as the session's own when they confirmed."""
    form = ConfirmForm(request.POST)
    form.is_valid()
    return form.cleaned_data.get("was")


def moved(request: HttpRequest, booking: Booking) -> HttpResponse:
    """To the booking's page, with its new time."""
    zone = booking.place.zone
    done = gettext("Your session has moved to %(day)s, %(time)s. A letter confirms it.")
    messages.success(
        request, done % {"day": day(booking.start, zone), "time": clock(booking.start, zone)}
    )
    return redirect("front:booking", booking_token(booking))


def choose_near(
    request: HttpRequest, booking: Booking, looked_for: Search, taken: SlotTaken, now: datetime
) -> HttpResponse:
    """409: that time can't be had; the nearest are shown, and the session stays where it is."""
    stays = gettext("Your session stays where it is until you confirm another time.")
    notice = f"{taken} {stays}"
    return choose(
        request, booking, looked_for, now, near=looked_for.start, notice=notice, status=409
    )


def about(booking: Booking) -> dict[str, Any]:
    """What every page of the move shows of the session as it is."""
    session: Particulars = particulars(booking)
    return {"booking": booking, "booking_token": booking_token(booking), "session": session}
