"""Everything in one place before the booking is made: what, when, where, the price, the policy."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from bookings import moments
from bookings.booking.errors import DetailsMissing, HoldExpired, HoldOutdated
from bookings.booking.holding import is_outdated
from bookings.booking.links import booking_token, enquiry_token
from bookings.booking.models import Booking, Enquiry
from bookings.front.keeping import kept
from bookings.front.private import last_hold, with_enquiry
from bookings.front.terms import terms
from bookings.front.times import show_lapsed, show_outdated
from bookings.notices.particulars import particulars


class ConfirmForm(forms.Form):
    """Which booking the client had before them when they confirmed."""

    reference = forms.CharField(
        max_length=Booking._meta.get_field("reference").max_length, widget=forms.HiddenInput
    )


@with_enquiry
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """Show what is about to be booked, and book it."""
    now = timezone.now()
    hold = last_hold(enquiry)
    if hold is None:
        return redirect("front:times", enquiry_token(enquiry))
    if not hold.is_held_at(now):
        return show_lapsed(request, enquiry, hold, now)
    if is_outdated(hold, enquiry):
        return show_outdated(request, enquiry, hold, now)
    if hold.client is None:
        return ask_details(request, enquiry, DetailsMissing())
    if request.method == "POST":
        return confirm(request, enquiry, hold, now)
    return render(request, "front/review.html", page_of(enquiry, hold, now))


def confirm(request: HttpRequest, enquiry: Enquiry, hold: Booking, now: datetime) -> HttpResponse:
    """Book what the client saw; 409 where another window chose another time meanwhile."""
    form = ConfirmForm(request.POST)
    if not form.is_valid() or form.cleaned_data["reference"] != hold.reference:
        notice = gettext(
            "You chose another time in another window. This is what we hold for you now."
        )
        page = page_of(enquiry, hold, now) | {"notice": notice}
        return render(request, "front/review.html", page, status=409)
    try:
        booking = moments.confirm(hold, now)
    except HoldExpired:
        return show_lapsed(request, enquiry, hold, now)
    except HoldOutdated:
        return show_outdated(request, enquiry, hold, now)
    except DetailsMissing as refusal:
        return ask_details(request, enquiry, refusal)
    return redirect("front:confirmed", booking_token(booking))


def ask_details(request: HttpRequest, enquiry: Enquiry, refusal: DetailsMissing) -> HttpResponse:
    """Back to the details, saying why."""
    messages.warning(request, str(refusal))
    return redirect("front:details", enquiry_token(enquiry))


def page_of(enquiry: Enquiry, hold: Booking, now: datetime) -> dict[str, Any]:
    """What the page shows."""
    return {
        "enquiry": enquiry,
        "token": enquiry_token(enquiry),
        "booking": hold,
        "session": particulars(hold),
        "kept": kept(hold, now),
        "is_review": True,
        "terms": terms(hold, now),
        "form": ConfirmForm(initial={"reference": hold.reference}),
    }
