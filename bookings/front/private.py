"""Pages behind a private link: who may see them.

How they ask not to be kept or found is in `bookings.front.middleware`, for refusals too.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django_htmx.http import HttpResponseClientRedirect

from bookings.booking.errors import IllegalMove, NothingRecommended
from bookings.booking.links import (
    NoSuchLink,
    booking_behind,
    booking_path,
    enquiry_behind,
    enquiry_path,
)
from bookings.booking.models import Booking, Enquiry
from bookings.booking.states import LIVE, BookingState
from bookings.front import limits

View = Callable[..., HttpResponse]


def private_page(view: View) -> View:
    """Answer what the link leads to, or 404; 429 to those who try link after link."""

    @wraps(view)
    def shown(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except NoSuchLink:
            # Links that are good stay open to everyone behind the same connection.
            refusal = limits.refusal(request, "unknown_link")
            return refusal.page(request) if refusal else not_found(request)
        except Http404:
            return not_found(request)

    return shown


def not_found(request: HttpRequest) -> HttpResponse:
    """The one answer for what is unknown, tampered with, revoked, erased or somebody else's."""
    response = render(request, "404.html", status=404)
    # A form sent by script would leave the visitor on a page that is gone.
    response["HX-Refresh"] = "true"
    return response


def to_booking(request: HttpRequest, booked: Booking) -> HttpResponse:
    """To the page of what the enquiry has become."""
    return go(request, booking_path(booked))


def with_enquiry(
    view: View, when_booked: Callable[[HttpRequest, Booking], HttpResponse] = to_booking
) -> View:
    """Call `view(request, enquiry, …)` for the enquiry behind `token`.

    An enquiry that is booked leads to its booking's page, or to what `when_booked` shows. Where
    the enquiry moved on while the page was open, the client is told so and goes to where they are.
    """

    @private_page
    @wraps(view)
    def shown(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
        enquiry = enquiry_behind(token)
        if booked := booking_of(enquiry):
            return when_booked(request, booked)
        try:
            return view(request, enquiry, **kwargs)
        except (IllegalMove, NothingRecommended) as refusal:
            messages.warning(request, str(refusal))
            return go(request, enquiry_path(enquiry))

    return shown


def with_booking(view: View) -> View:
    """Call `view(request, booking, …)` for the booking behind `token`."""

    @private_page
    @wraps(view)
    def shown(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
        return view(request, booking_behind(token), **kwargs)

    return shown


def go(request: HttpRequest, path: str) -> HttpResponse:
    """Lead to `path` as a whole page, also where a script sent the form."""
    return HttpResponseClientRedirect(path) if "HX-Request" in request.headers else redirect(path)


def booking_of(enquiry: Enquiry) -> Booking | None:
    """The booking that `enquiry` has become, if it has: a hold is none yet."""
    latest = enquiry.latest_booking
    return latest if latest and latest.state in LIVE and latest.state != BookingState.HELD else None


def last_hold(enquiry: Enquiry) -> Booking | None:
    """The time that `enquiry` took last, also where it ran out; none after a cancellation.

    What was cancelled was no longer a hold, so nothing of it has run out.
    """
    latest = enquiry.latest_booking
    return None if latest and latest.state == BookingState.CANCELLED else latest
