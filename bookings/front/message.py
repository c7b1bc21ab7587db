"""A message to the studio: the way on where no package fits, or where a question remains."""

from functools import partial
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from bookings import moments
from bookings.booking.errors import IllegalMove
from bookings.booking.links import enquiry_token
from bookings.booking.models import Booking, Enquiry
from bookings.booking.snapshots import answers_in_words
from bookings.catalogue.models import Studio
from bookings.front import limits
from bookings.front.contact_form import ContactForm, typed_before
from bookings.front.private import booking_of, to_booking, with_enquiry


class MessageForm(ContactForm):
    """What the client wants to ask, and where the answer goes."""

    message = forms.CharField(
        label=_("Your message"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={
            "required": _("Write a line or two, so that we know what to answer."),
            "max_length": _("Keep it to %(limit_value)d characters; this has %(show_value)d."),
        },
    )

    field_order = ["message", "name", "email", "phone"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        email = self.fields["email"]
        email.help_text = _("We answer there, and write at once to say that we have your message.")
        email.error_messages["required"] = _("Tell us your e-mail, so that we can answer.")


def not_sent(request: HttpRequest, booked: Booking) -> HttpResponse:
    """409: the session was booked while somebody wrote; what they wrote is there to be copied."""
    if request.method != "POST":
        return to_booking(request, booked)
    studio = Studio.objects.get()
    form = MessageForm(request.POST)
    notice = gettext(
        "Your session is booked by now, so this was not sent. Copy your message and write to "
        "%(email)s with the reference %(reference)s: we read it there."
    )
    form.add_error(None, notice % {"email": studio.email, "reference": booked.reference})
    page = page_of(booked.enquiry, form)
    return render(request, "front/message.html", page, status=409)


@partial(with_enquiry, when_booked=not_sent)
@require_http_methods(["GET", "HEAD", "POST"])
def message(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """Write to the studio, the answers attached; afterwards, what happens next."""
    posted = request.POST if request.method == "POST" else None
    form = MessageForm(posted, initial=typed_before(enquiry.client))
    if posted is not None and form.is_valid():
        return send(request, enquiry, form)
    return render(request, "front/message.html", page_of(enquiry, form))


def send(request: HttpRequest, enquiry: Enquiry, form: MessageForm) -> HttpResponse:
    """The message goes to the studio; 429 with all that was typed where there were too many."""
    if refusal := limits.refusal(request, "message", enquiry):
        form.add_error(None, refusal.notice)
        return refusal.stamped(render(request, "front/message.html", page_of(enquiry, form)))
    words = form.cleaned_data["message"]
    try:
        moments.write_to_studio(enquiry, form.contact, words, timezone.now())
    except IllegalMove:
        del enquiry.latest_booking  # read before somebody booked
        booked = booking_of(enquiry)
        if booked is None:
            raise
        return not_sent(request, booked)
    return redirect("front:message", enquiry_token(enquiry))


def page_of(enquiry: Enquiry, form: MessageForm) -> dict[str, Any]:
    """What the page shows."""
    return {
        "form": form,
        "enquiry": enquiry,
        "token": enquiry_token(enquiry),
        "answers": answers_in_words(enquiry),
    }
