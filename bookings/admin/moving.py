"""Another time for a confirmed booking, picked by the desk from what is free."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from bookings import moments
from bookings.admin.clock import span
from bookings.admin.free_times import (
    DayForm,
    FreeTimes,
    Picked,
    PickedField,
    free_times,
    nearest,
)
from bookings.admin.pages import ReadingAdmin, page_of, signed_in
from bookings.admin.permissions import works_for_all
from bookings.booking.errors import BookingError, SlotTaken
from bookings.booking.models import Booking
from bookings.booking.moving import NewTime, wanted_again
from bookings.booking.states import BookingState
from bookings.schedule.models import Photographer
from bookings.schedule.wall_clock import day_of


class NewTimeForm(forms.Form):
    """The time that was picked."""

    pick = PickedField()

    def __init__(self, typed: Any = None) -> None:
        super().__init__(typed)
        self.fields["pick"] = PickedField(list(Photographer.objects.filter(is_active=True)))


def may_be_moved(booking: Booking) -> bool:
    """Whether the desk can give `booking` another time: until its session is closed."""
    return booking.state == BookingState.CONFIRMED


def another_time(admin: ReadingAdmin, request: HttpRequest, booking: Booking) -> HttpResponse:
    """Shows what is free (GET), moves the booking (POST)."""
    if not works_for_all(signed_in(request)):
        raise PermissionDenied
    now = timezone.now()
    day = _day_form(request, booking)
    picked = NewTimeForm(request.POST if request.method == "POST" else None)
    times: list[FreeTimes] | None = None
    if day.is_valid() and picked.is_valid():
        try:
            return _move(request, booking, day, picked.cleaned_data["pick"], now)
        except SlotTaken as refusal:
            picked.add_error("pick", str(refusal))
            wanted = _wanted(booking, day)
            times = [nearest(refusal.alternatives, wanted, _("The nearest free times"))]
        except BookingError as refusal:
            picked.add_error(None, str(refusal))
    if times is None and day.is_valid():
        times = free_times(_wanted(booking, day), day.cleaned_data["day"], now)
    page = {
        "booking": booking,
        "when": span(booking.start, booking.end, booking.place.zone),
        "is_open": may_be_moved(booking),
        "day": day,
        "form": picked,
        "times": times,
        "picked": request.POST.get("pick", ""),
        "title": _("Another time"),
    }
    return admin.shown(request, "admin/desk/another_time.html", booking, page)


def _day_form(request: HttpRequest, booking: Booking) -> DayForm:
    """What was asked for; without a word the booking's own place, photographer and day."""
    asked = request.POST if request.method == "POST" else request.GET
    if "day" in asked:
        return DayForm(asked)
    return DayForm(
        {
            "place": booking.place_id,
            "photographer": booking.photographer_id,
            "day": day_of(booking.start, booking.place.zone),
        }
    )


def _wanted(booking: Booking, day: DayForm) -> Any:
    given = day.cleaned_data
    return wanted_again(booking, given["place"], given["photographer"])


def _move(
    request: HttpRequest, booking: Booking, day: DayForm, picked: Picked, now: datetime
) -> HttpResponse:
    given = day.cleaned_data
    to = NewTime(given["place"], picked.start, picked.photographer or given["photographer"])
    moments.move(booking, to, now, by="staff", actor=signed_in(request))
    messages.success(request, _("Moved. The client and the photographer get a letter."))
    return redirect(page_of(booking))
