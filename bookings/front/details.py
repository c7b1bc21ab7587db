"""Who is coming: name, e-mail, telephone, and a note, while the time is held."""

from datetime import datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from bookings import moments
from bookings.booking.errors import HoldExpired
from bookings.booking.holding import is_outdated
from bookings.booking.links import enquiry_token
from bookings.booking.models import Booking, Enquiry
from bookings.front.contact_form import ContactForm, typed_before
from bookings.front.keeping import kept
from bookings.front.private import last_hold, with_enquiry
from bookings.front.times import show_lapsed, show_outdated


class DetailsForm(ContactForm):
    """Who is coming, and what the photographer should know."""

    is_timed = False  # for someone known everything stands there already

    note = forms.CharField(
        label=_("Anything we should know?"),
        help_text=_("What you hope for, what you'd rather avoid, who comes with you."),
        required=False,
        max_length=Enquiry._meta.get_field("note").max_length,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "max_length": _("Keep it to %(limit_value)d characters; this has %(show_value)d.")
        },
    )


@with_enquiry
@require_http_methods(["GET", "HEAD", "POST"])
def details(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """Ask who is coming. What was typed is kept, also where the hold has run out meanwhile."""
    now = timezone.now()
    hold = last_hold(enquiry)
    if hold is None:
        return redirect("front:times", enquiry_token(enquiry))
    if request.method == "POST":
        return keep_details(request, enquiry, hold, now)
    if not hold.is_held_at(now):
        return show_lapsed(request, enquiry, hold, now)
    if is_outdated(hold, enquiry):
        return show_outdated(request, enquiry, hold, now)
    form = DetailsForm(initial=typed_before(enquiry.client) | {"note": enquiry.note})
    return render(request, "front/details.html", page_of(enquiry, hold, form, now))


def keep_details(
    request: HttpRequest, enquiry: Enquiry, hold: Booking, now: datetime
) -> HttpResponse:
    """Keep what was typed and go on to the review, or name what needs another look."""
    form = DetailsForm(request.POST)
    if not form.is_valid():
        return render(request, "front/details.html", page_of(enquiry, hold, form, now))
    try:
        moments.give_details(hold, form.contact, form.cleaned_data["note"], now)
    except HoldExpired:
        return show_lapsed(request, enquiry, hold, now)
    return redirect("front:review", enquiry_token(enquiry))


def page_of(enquiry: Enquiry, hold: Booking, form: DetailsForm, now: datetime) -> dict[str, Any]:
    """What the page shows."""
    return {
        "enquiry": enquiry,
        "token": enquiry_token(enquiry),
        "booking": hold,
        "kept": kept(hold, now),
        "form": form,
    }
