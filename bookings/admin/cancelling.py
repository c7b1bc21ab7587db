"""Calling a booking off at the desk: who wanted it, and what that costs the client."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.widgets import UnfoldAdminRadioSelectWidget, UnfoldAdminTextareaWidget

from bookings.admin.clock import moment
from bookings.booking.models import Booking
from bookings.wording import money


class CancellationForm(forms.Form):
    """Who called the booking off, which decides on what is due, and why."""

    by = forms.ChoiceField(
        label=gettext_lazy("Who called it off? (required)"),
        choices=[
            ("client", gettext_lazy("The client asked")),
            ("staff", gettext_lazy("The studio calls it off")),
        ],
        widget=UnfoldAdminRadioSelectWidget,
        help_text=gettext_lazy("The client's letter says accordingly what is due."),
        error_messages={
            "required": gettext_lazy("Say who called it off: the letter depends on it.")
        },
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason (optional)"),
        required=False,
        max_length=500,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 3, "maxlength": 500}),
        help_text=gettext_lazy("Kept with the booking, for staff."),
    )


def cost_of_cancelling(booking: Booking, now: datetime) -> list[str]:
    """What calling off at `now` costs the client by the frozen terms, and when it costs more."""
    terms, zone = booking.terms, booking.place.zone
    until = {"until": moment(terms.free_until(booking.start), zone)}
    steps = [at for at, _percent in terms.steps(booking.start, now)]
    if terms.is_free_at(booking.start, now):
        first = [
            _("Cancelling is free for the client until %(until)s.") % until,
            _("Whoever calls it off now, nothing is charged."),
        ]
        return [*first, *(_from_then_on(booking, at) for at in steps)]
    due = _due(booking, now)
    return [
        _("Cancelling was free for the client until %(until)s.") % until,
        _("If the client asks now, %(amount)s is due, %(percent)d%% of the price.") % due
        if due["percent"]
        else _("If the client asks now, nothing is due."),
        *(_from_then_on(booking, at) for at in steps),
        _("If the studio calls it off, nothing is charged."),
    ]


def cost_of_missing(booking: Booking, now: datetime) -> list[str]:
    """What the frozen terms ask of a client who did not come."""
    due = _due(booking, now)
    if not due["percent"]:
        return [_("By the terms of this booking nothing is due.")]
    return [_("By the terms of this booking %(amount)s is due, %(percent)d%% of the price.") % due]


def _from_then_on(booking: Booking, at: datetime) -> str:
    due = _due(booking, at + datetime.resolution)
    return _("If the client asks after %(at)s, %(amount)s is due, %(percent)d%% of the price.") % {
        **due,
        "at": moment(at, booking.place.zone),
    }


def _due(booking: Booking, at: datetime) -> dict[str, Any]:
    """What calling off at `at` costs the client: the share of the price, and the amount."""
    minor = booking.terms.cancellation_fee_minor(booking.total_minor, booking.start, at)
    return {
        "percent": booking.terms.cancellation_percent(booking.start, at),
        "amount": money(minor, booking.currency),
    }
