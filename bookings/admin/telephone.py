"""Booking by telephone: one page, on which nothing typed is lost until the booking stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from bookings import moments
from bookings.admin.any_time import TimeForm, TimeSheet, doesnt_take, time_asked
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
from bookings.admin.telephone_forms import CallerForm, SessionForm, typed_again
from bookings.booking.errors import BookingError, PackageUnavailable, SlotTaken
from bookings.booking.models import Booking
from bookings.moments import Call
from bookings.schedule.models import Place
from bookings.schedule.wall_clock import day_of
from bookings.wording import shown
from guidance.questionnaire import AnswerError

FIND, TIMES, BOOK = "find", "times", "book"
CHECKED: Mapping[str, tuple[str, ...]] = {
    "": (),
    FIND: (),
    TIMES: ("session", "day"),
    BOOK: ("caller", "session", "day", "time"),
}
"""Which parts of the page a button has looked through; the others only keep what was typed."""

ANSWERED_BY = {"uses": "use", "glasses": "glasses", "people_total": "people"}


@dataclass(slots=True, kw_only=True)
class Sheet(TimeSheet):
    """The page's forms, and what there is to say beside them."""

    caller: CallerForm
    session: SessionForm


def by_telephone(admin: ReadingAdmin, request: HttpRequest) -> HttpResponse:
    """The page, with what was typed on it; a booking that stands leads to its own page."""
    if not works_for_all(signed_in(request)):
        raise PermissionDenied
    now, typed = timezone.now(), request.POST
    deed = next((name for name in (BOOK, TIMES, FIND) if name in typed), "")
    sheet = _sheet(request, CHECKED[deed], now)
    is_right = sheet.is_right(CHECKED[deed])
    if is_right and deed == TIMES:
        _say_who_cannot(sheet)
    if is_right and deed == BOOK:
        booking = _book(request, sheet, now)
        if booking is not None:
            messages.success(request, _("Booked. The confirmation is on its way to the client."))
            return redirect(page_of(booking))
    if sheet.times is None:
        sheet.times = _times(typed, now)
    page = {"sheet": sheet, "picked": typed.get("pick", ""), "title": _("Book by telephone")}
    return admin.shown(request, "admin/desk/telephone.html", None, page)


def _sheet(request: HttpRequest, checked: tuple[str, ...], now: datetime) -> Sheet:
    asked = request.POST if request.method == "POST" else request.GET
    given: dict[str, tuple[type[Any], tuple[Any, ...]]] = {
        "caller": (CallerForm, (asked,)),
        "session": (SessionForm, ()),
        "day": (DayForm, ()),
        "time": (TimeForm, (asked,)),
    }
    forms_made = {
        name: form(asked, *more) if name in checked else typed_again(form, asked, *more)
        for name, (form, more) in given.items()
    }
    sheet = Sheet(**forms_made, say_why=_("Say why, then book again."))
    if not sheet.day.is_bound:
        sheet.day.initial = {**_somewhere(now), **sheet.day.initial}
    return sheet


def _somewhere(now: datetime) -> dict[str, Any]:
    """The first place, and its today."""
    first = Place.objects.filter(is_active=True).first()
    return {"place": first.pk, "day": day_of(now, first.zone)} if first else {}


def _times(typed: Mapping[str, Any], now: datetime) -> list[FreeTimes] | None:
    """The free times for what is typed so far, the one that was picked among them.

    None where that can't be read yet and nothing was picked.
    """
    if not typed.get("package"):
        return None
    session, day, picked = SessionForm(typed), DayForm(typed), typed.get("pick", "")
    if not day.is_valid():
        return with_picked(None, picked, None)
    given = day.cleaned_data
    zone, times = given["place"].zone, None
    if session.is_valid():
        wanted = session.wanted(given["place"], given["photographer"])
        times = free_times(wanted, given["day"], now, given["room"])
    return with_picked(times, picked, zone)


def _say_who_cannot(sheet: Sheet) -> None:
    """Somebody who doesn't take the package has no free times for it, on whichever day."""
    asked = sheet.day.cleaned_data
    who = asked["photographer"]
    if who and not sheet.session.wanted(asked["place"], who).able_photographers().exists():
        sheet.day.add_error("photographer", doesnt_take(who))


def _book(request: HttpRequest, sheet: Sheet, now: datetime) -> Booking | None:
    """Make the booking; where that is refused, say so beside the field."""
    call = _call(sheet, now)
    if call is None:
        return None
    try:
        return moments.book_by_telephone(call, sheet.caller.caller, now, actor=signed_in(request))
    except AnswerError as fault:
        name = ANSWERED_BY.get(fault.key or "")
        sheet.session.add_error(name, shown(fault.message))
    except PackageUnavailable as refusal:
        sheet.session.add_error("package", str(refusal))
    except SlotTaken as refusal:
        _say_taken(sheet, call, refusal)
    except BookingError as refusal:
        sheet.session.add_error(None, str(refusal))
    return None


def _call(sheet: Sheet, now: datetime) -> Call | None:
    """What was agreed; None where the time needs another word first."""
    asked, session = time_asked(sheet, sheet.session.wanted, now), sheet.session.cleaned_data
    if asked is None:
        return None
    return Call(
        package=session["package"],
        place=asked.place,
        start=asked.start,
        answers=sheet.session.answers,
        photographer=asked.photographer,
        room=asked.room,
        add_ons=list(session["add_ons"]),
        note=session["note"],
        language=sheet.caller.language,
        override_reason=asked.reason,
    )


def _say_taken(sheet: Sheet, call: Call, refusal: SlotTaken) -> None:
    """Somebody was quicker: say so beside the time, with the nearest that are free."""
    name = "other_time" if sheet.time.is_other else "pick"
    sheet.time.add_error(name, str(refusal))
    if free := in_room(refusal.alternatives, call.room):
        wanted = sheet.session.wanted(call.place, call.photographer)
        sheet.times = [nearest(free, wanted, _("The nearest free times"))]
