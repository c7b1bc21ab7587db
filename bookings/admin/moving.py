"""Another time or room for a confirmed booking: a free time, or any other with a reason."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from bookings import moments
from bookings.admin.any_time import TimeAsked, TimeForm, TimeSheet, time_asked
from bookings.admin.clock import span
from bookings.admin.free_times import (
    DayForm,
    FreeTimes,
    free_times,
    in_room,
    nearest,
    with_picked,
)
from bookings.admin.pages import ReadingAdmin, page_of, signed_in
from bookings.admin.permissions import works_for_all
from bookings.admin.telephone_forms import typed_again
from bookings.booking.errors import BookingError, MovedMeanwhile, SlotTaken
from bookings.booking.models import Booking
from bookings.booking.moving import NewTime, Seat, wanted_again
from bookings.booking.states import BookingState
from bookings.schedule.wall_clock import day_of

TIMES, MOVE = "times", "move"
NOTHING_SEEN = -1


class SeenForm(forms.Form):
    """Which state of the booking the page showed: its sequence, which rises with each move."""

    seen = forms.IntegerField(min_value=0)


@dataclass(slots=True, kw_only=True)
class Sheet(TimeSheet):
    """The page's forms; `seen` is the booking's sequence as who is asking saw it."""

    seen: int
    notice: str = ""


def may_be_moved(booking: Booking) -> bool:
    """Whether the desk can give `booking` another time: until its session is closed."""
    return booking.state == BookingState.CONFIRMED


def another_time(admin: ReadingAdmin, request: HttpRequest, booking: Booking) -> HttpResponse:
    """Shows what is free (GET), moves the booking (POST); nothing typed is lost until it moved."""
    if not works_for_all(signed_in(request)):
        raise PermissionDenied
    now, typed = timezone.now(), request.POST
    sheet = _sheet(request, booking)
    if MOVE in typed and may_be_moved(booking) and sheet.is_right(("day", "time")):
        asked = time_asked(sheet, partial(wanted_again, booking), now)
        if asked is not None and _is_moved(request, booking, sheet, asked, now):
            return redirect(page_of(booking))
    if sheet.times is None:
        sheet.times = _times(sheet.day, typed, booking, now)
    page = {
        "booking": booking,
        "when": span(booking.start, booking.end, booking.place.zone),
        "where": booking.room or booking.place,
        "is_open": may_be_moved(booking),
        "sheet": sheet,
        "picked": typed.get("pick", ""),
        "title": _("Another time"),
    }
    return admin.shown(request, "admin/desk/another_time.html", booking, page)


def _sheet(request: HttpRequest, booking: Booking) -> Sheet:
    """What was asked for; without a word the booking's own place, photographer and day."""
    typed = request.POST
    asked = typed if "day" in typed else request.GET
    day = DayForm(asked if "day" in asked else _as_it_is(booking))
    day.fields["room"].empty_label = _("Its own, or any")  # type: ignore[attr-defined]
    is_sent = MOVE in typed
    return Sheet(
        day=day,
        time=TimeForm(typed, typed) if is_sent else typed_again(TimeForm, typed, typed),
        say_why=_("Say why, then move it again."),
        seen=_seen(typed) if request.method == "POST" else booking.sequence,
    )


def _as_it_is(booking: Booking) -> dict[str, Any]:
    return {
        "place": booking.place_id,
        "photographer": booking.photographer_id if booking.photographer.is_active else "",
        "day": day_of(booking.start, booking.place.zone),
    }


def _seen(typed: Mapping[str, Any]) -> int:
    """What the page that was sent had shown; a page that doesn't say so showed nothing."""
    form = SeenForm(typed)
    return form.cleaned_data["seen"] if form.is_valid() else NOTHING_SEEN


def _times(
    day: DayForm, typed: Mapping[str, Any], booking: Booking, now: datetime
) -> list[FreeTimes] | None:
    """The free times of the day that is asked for, the one that was picked among them."""
    picked = typed.get("pick", "")
    if not day.is_valid():
        return with_picked(None, picked, None)
    given = day.cleaned_data
    wanted = wanted_again(booking, given["place"], given["photographer"])
    times = free_times(wanted, given["day"], now, given["room"], booking.room)
    return with_picked(times, picked, given["place"].zone)


def _is_moved(
    request: HttpRequest, booking: Booking, sheet: Sheet, asked: TimeAsked, now: datetime
) -> bool:
    """Move `booking`; where that is refused, say so beside the field."""
    to = NewTime(asked.place, asked.start, asked.photographer, asked.room, asked.reason)
    was, seen = Seat.of(booking), sheet.seen
    try:
        moved = moments.move(booking, to, now, by="staff", actor=signed_in(request), seen=seen)
    except SlotTaken as refusal:
        _say_taken(sheet, booking, asked, refusal)
    except MovedMeanwhile as refusal:
        booking.refresh_from_db()
        sheet.seen = booking.sequence
        sheet.notice = _where_it_is(booking, refusal)
    except BookingError as refusal:
        booking.refresh_from_db()
        sheet.time.add_error(None, str(refusal))
    else:
        messages.success(request, _done(was, moved, seen))
        return True
    return False


def _done(was: Seat, moved: Booking, seen: int) -> str:
    """What the move came to, and who gets a letter."""
    if moved.sequence == seen:
        return _("The session is there already; nothing was changed.")
    if moved.room_id != (was.room and was.room.pk) and was.looks_like(Seat.of(moved)):
        return _("Moved to %(room)s. The photographer gets a letter.") % {"room": moved.room}
    return _("Moved. The client and the photographer get a letter.")


def _where_it_is(booking: Booking, refusal: MovedMeanwhile) -> str:
    where = _("Now it is on %(when)s: %(room)s, with %(photographer)s. What you typed is kept.") % {
        "when": span(booking.start, booking.end, booking.place.zone),
        "room": booking.room or booking.place,
        "photographer": booking.photographer,
    }
    return f"{refusal} {where}"


def _say_taken(sheet: Sheet, booking: Booking, asked: TimeAsked, refusal: SlotTaken) -> None:
    """Somebody was quicker: say so beside the time, with the nearest that are free."""
    sheet.time.add_error("other_time" if sheet.time.is_other else "pick", str(refusal))
    if free := in_room(refusal.alternatives, asked.room, booking.room):
        wanted = wanted_again(booking, asked.place, asked.photographer)
        sheet.times = [nearest(free, wanted, _("The nearest free times"))]
