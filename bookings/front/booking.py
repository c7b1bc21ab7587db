"""The booking's private pages: just confirmed, at any time after, and its calendar file."""

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from bookings.booking.links import booking_token, enquiry_path, enquiry_token
from bookings.booking.models import Booking
from bookings.booking.states import LIVE, BookingState
from bookings.front.amending import CHANGES
from bookings.front.plan import is_open, plan_of
from bookings.front.private import with_booking
from bookings.front.terms import terms
from bookings.notices.calendars import booking_calendar, method
from bookings.notices.particulars import particulars
from bookings.series.slots import is_company_day

# Times that were let go, or not taken yet, are no appointments.
WITHOUT_APPOINTMENT = (BookingState.HELD, BookingState.EXPIRED, BookingState.RELEASED)


@with_booking
@require_safe
def confirmed(request: HttpRequest, booking: Booking) -> HttpResponse:
    """What happens next, right after confirming."""
    if booking.state != BookingState.CONFIRMED:
        return redirect("front:booking", booking_token(booking))
    return render(request, "front/confirmed.html", page_of(booking, timezone.now()))


@with_booking
@require_safe
def booking(request: HttpRequest, booking: Booking) -> HttpResponse:
    """All about the session, in whatever state it is; a time only held goes on to the review."""
    if booking.state == BookingState.HELD:
        return redirect(enquiry_path(booking.enquiry))
    now = timezone.now()
    return render(request, "front/booking.html", page_of(booking, now) | plan_of(booking, now))


@with_booking
@require_safe
def calendar(request: HttpRequest, booking: Booking) -> HttpResponse:
    """The session as a calendar file."""
    if booking.state in WITHOUT_APPOINTMENT:
        raise Http404
    return HttpResponse(
        booking_calendar(booking),
        content_type=f"text/calendar; charset=utf-8; method={method(booking)}",
        headers={"Content-Disposition": f'attachment; filename="{booking.reference}.ics"'},
    )


def page_of(booking: Booking, now: datetime) -> dict[str, Any]:
    """What the pages show of the booking itself."""
    return {
        "booking": booking,
        "token": booking_token(booking),
        "enquiry_token": enquiry_token(booking.enquiry),
        "session": particulars(booking),
        "terms": terms(booking, now),
        "changes": CHANGES,
        "is_company_day": is_company_day(booking),
        "is_sold": booking.state in LIVE,
        "is_ahead": is_open(booking, now),
    }
