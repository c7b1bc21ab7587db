"""The choice of a time: the next openings, a month, a day's times; where and with whom."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from bookings.booking.errors import BookingError, PackageUnavailable
from bookings.booking.links import enquiry_token
from bookings.booking.models import Booking, Enquiry
from bookings.front.finding import find
from bookings.front.private import go, with_enquiry
from bookings.front.searching import Search, rosters_for, search
from bookings.front.timetable import Timetable
from bookings.notices.particulars import zone_name

PICKER = "picker"
"""The part of the page that htmx asks for alone."""


@with_enquiry
@require_safe
def times(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """The times that can be had for the chosen package."""
    try:
        return show_times(request, enquiry, request.GET, timezone.now())
    except PackageUnavailable as refusal:
        return choose_again(request, enquiry, refusal)


def show_times(
    request: HttpRequest,
    enquiry: Enquiry,
    asked: Mapping[str, Any],
    now: datetime,
    *,
    near: datetime | None = None,
    notice: str | Promise = "",
    status: int = 200,
) -> HttpResponse:
    """The page of times, or its picker alone; what could not be read of `asked` makes it a 400.

    `near` puts the openings closest to that instant first; `notice` says why the client is
    here again. Raises PackageUnavailable.
    """
    hold = enquiry.latest_booking
    standing = hold if hold is not None and hold.is_held_at(now) else None
    looked_for = search(enquiry, asked, standing, now)
    if looked_for is None:
        page = {"enquiry": enquiry, "token": enquiry_token(enquiry)}
        return render(request, "front/times_nowhere.html", page, status=status)
    faults = [str(notice)] if notice else list(looked_for.faults)
    held = own_hold(enquiry, standing)
    page = page_of(looked_for, Timetable(looked_for, find(looked_for, now, near), now))
    page |= {
        "enquiry": enquiry,
        "hold": held,
        "hold_zone": zone_name(held.start, held.place.zone) if held else "",
        "faults": faults,
        "is_near": near is not None,
        "is_swapped": is_swapped(request),
    }
    template = "front/partials/picker.html" if is_swapped(request) else "front/times.html"
    return render(request, template, page, status=400 if looked_for.faults else status)


def page_of(looked_for: Search, timetable: Timetable) -> dict[str, Any]:
    """What the page and its picker show of the search and of what was found."""
    return {
        "token": looked_for.token,
        "search": looked_for,
        "wanted": looked_for.wanted,
        "place": timetable.place,
        "timetable": timetable,
        "weekdays": [(WEEKDAYS_ABBR[day], WEEKDAYS[day]) for day in range(7)],
        "is_day_asked": looked_for.day is not None,
    }


def own_hold(enquiry: Enquiry, standing: Booking | None) -> Booking | None:
    """The hold that stands, where it is for the package that is chosen now."""
    return standing if standing and standing.package_id == enquiry.package_id else None


def is_swapped(request: HttpRequest) -> bool:
    """Whether htmx asked for the picker alone, to put it in the old one's place."""
    return request.headers.get("HX-Target") == PICKER


def choose_again(request: HttpRequest, enquiry: Enquiry, refusal: BookingError) -> HttpResponse:
    """To the recommendation, with the reason why the package can't be booked."""
    messages.warning(request, str(refusal))
    return go(request, reverse("front:result", args=[enquiry_token(enquiry)]))


def show_lapsed(
    request: HttpRequest, enquiry: Enquiry, lapsed: Booking, now: datetime
) -> HttpResponse:
    """410: the hold has run out. What the client typed is kept, and the nearest times are shown."""
    notice = gettext(
        "The time we held for you has run out. Your answers and details are kept: "
        "choose a time again."
    )
    return show_near(request, enquiry, lapsed, now, notice, 410)


def show_outdated(
    request: HttpRequest, enquiry: Enquiry, hold: Booking, now: datetime
) -> HttpResponse:
    """409: the session was changed after its time was picked; its length and price may differ."""
    notice = gettext(
        "You have changed the session since you picked a time. Choose a time for it as it is now."
    )
    return show_near(request, enquiry, hold, now, notice, 409)


def show_near(
    request: HttpRequest, enquiry: Enquiry, hold: Booking, now: datetime, notice: str, status: int
) -> HttpResponse:
    """The times nearest to those of `hold`, at its place if the session can be had there."""
    try:
        asked = {"place": hold.place.slug} if hold.place in rosters_for(enquiry, now) else {}
        return show_times(
            request, enquiry, asked, now, near=hold.start, notice=notice, status=status
        )
    except PackageUnavailable as refusal:
        return choose_again(request, enquiry, refusal)
