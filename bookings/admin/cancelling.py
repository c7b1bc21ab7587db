"""Calling a booking off at the desk: who wanted it, and what that costs the client."""

from datetime import datetime

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.widgets import UnfoldAdminRadioSelectWidget, UnfoldAdminTextareaWidget

from bookings.admin.clock import moment
from bookings.booking.models import Booking
from bookings.booking.policy import Policy
from bookings.wording import money


class CancellationForm(forms.Form):
    """Who called the booking off, which decides on the deposit, and why."""

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
    """Until when the client could cancel for nothing, and what each answer would cost at `now`."""
    policy = Policy.from_json(booking.policy)
    until = {"until": moment(policy.free_until(booking.start), booking.place.zone)}
    if policy.is_free_at(booking.start, now):
        return [
            _("Cancelling is free for the client until %(until)s.") % until,
            _("Whoever calls it off now, nothing is charged."),
        ]
    return [
        _("Cancelling was free for the client until %(until)s.") % until,
        _deposit_due(booking),
        _("If the studio calls it off, nothing is charged."),
    ]


def _deposit_due(booking: Booking) -> str:
    quote = booking.quote_as_sold
    deposit = {"deposit": money(quote.deposit_minor, quote.currency)}
    return _("If the client asks now, the deposit of %(deposit)s is due.") % deposit
