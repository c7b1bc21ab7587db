"""Calling a session off: what it costs stands before the button; afterwards, what is due."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from bookings import moments
from bookings.booking.errors import BookingError, IllegalMove, MovedMeanwhile
from bookings.booking.links import booking_token, enquiry_token
from bookings.booking.models import Booking, BookingEvent
from bookings.booking.moving import refuse_move
from bookings.booking.states import BookingState
from bookings.front.contact_form import OneLineField
from bookings.front.private import with_booking
from bookings.front.terms import fee_minor, terms
from bookings.notices.particulars import particulars
from bookings.wording import money


class CancelForm(forms.Form):
    """Why, if they like to say; and the fee and the time that the client had before them."""

    reason = OneLineField(
        label=_("Would you tell us why?"),
        help_text=_("It helps us to plan. Nothing depends on it."),
        required=False,
        max_length=BookingEvent._meta.get_field("note").max_length,
        error_messages={
            "max_length": _("Keep it to %(limit_value)d characters; this has %(show_value)d.")
        },
    )
    fee = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    seen = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


@with_booking
@require_http_methods(["GET", "HEAD", "POST"])
def cancel(request: HttpRequest, booking: Booking) -> HttpResponse:
    """Show what calling it off costs and call it off; afterwards what is due, and the way back."""
    now = timezone.now()
    if booking.state == BookingState.CANCELLED:
        return render(request, "front/cancelled.html", page_after(booking))
    if booking.state != BookingState.CONFIRMED or now >= booking.start:
        return no_longer(request, booking)
    if request.method == "POST":
        return call_off(request, booking, now)
    return render(request, "front/cancel.html", page_before(booking, now, form_for(booking, now)))


def call_off(request: HttpRequest, booking: Booking, now: datetime) -> HttpResponse:
    """Cancel what was shown at the fee that was shown; 409 where either changed meanwhile."""
    form = CancelForm(request.POST)
    if not form.is_valid():
        is_damaged = {"fee", "seen"} & form.errors.keys()
        shown_again = form_for(booking, now, request.POST) if is_damaged else form
        page = page_before(booking, now, shown_again)
        return render(request, "front/cancel.html", page, status=400)
    if fee_minor(booking, booking.start, now) > form.cleaned_data["fee"]:
        page = page_before(booking, now, form_for(booking, now, request.POST)) | {"has_risen": True}
        return render(request, "front/cancel.html", page, status=409)
    try:
        moments.cancel(
            booking,
            now,
            by="client",
            reason=form.cleaned_data["reason"],
            seen=form.cleaned_data["seen"],
        )
    except MovedMeanwhile:
        booking.refresh_from_db()
        page = page_before(booking, now, form_for(booking, now, request.POST)) | {"has_moved": True}
        return render(request, "front/cancel.html", page, status=409)
    except IllegalMove:
        return no_longer(request, booking)
    return redirect("front:cancel", booking_token(booking))


def no_longer(request: HttpRequest, booking: Booking) -> HttpResponse:
    """To the booking's page, which says where the session stands."""
    if booking.state == BookingState.CONFIRMED:
        messages.warning(request, gettext("This session can no longer be cancelled here."))
    return redirect("front:booking", booking_token(booking))


def form_for(booking: Booking, now: datetime, posted: Any = None) -> CancelForm:
    """The form with the fee as it is at `now`; a reason that was typed is kept."""
    fee = fee_minor(booking, booking.start, now)
    reason = posted.get("reason", "") if posted else ""
    return CancelForm(initial={"fee": fee, "seen": booking.sequence, "reason": reason})


def page_before(booking: Booking, now: datetime, form: CancelForm) -> dict[str, Any]:
    """What the page shows before the button is pressed."""
    fee = fee_minor(booking, booking.start, now)
    return {
        "booking": booking,
        "token": booking_token(booking),
        "session": particulars(booking),
        "terms": terms(booking, now),
        "fee": money(fee, booking.currency) if fee else "",
        "can_move": may_move(booking, now, for_care=False),
        "can_move_in_illness": may_move(booking, now, for_care=True),
        "form": form,
    }


def may_move(booking: Booking, now: datetime, *, for_care: bool) -> bool:
    """Whether the client may move it at `now` instead; `for_care` as the one free move."""
    try:
        refuse_move(booking, now, by="client", for_care=for_care)
    except BookingError:
        return False
    return True


def page_after(booking: Booking) -> dict[str, Any]:
    """What the page shows once the session is off."""
    return {
        "booking": booking,
        "token": booking_token(booking),
        "enquiry_token": enquiry_token(booking.enquiry),
        "session": particulars(booking),
        "fee": money(booking.fee_minor, booking.currency) if booking.fee_minor else "",
    }
