"""Answers that stay open after booking: changed on the booking's page, and the brief follows."""

from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from bookings import moments
from bookings.booking.errors import IllegalMove
from bookings.booking.links import booking_path
from bookings.booking.models import Booking
from bookings.front.plan import is_open
from bookings.front.private import with_booking
from bookings.front.question_form import QuestionForm
from guidance.questionnaire import BY_SLUG, AnswerError

CHANGES = {
    "comfort": _("Glasses, access, and what makes you comfortable"),
    "clothes": _("What you would like to wear"),
}
"""What is asked once more, in the words of the link to it."""


@with_booking
@require_http_methods(["GET", "HEAD", "POST"])
def amend(request: HttpRequest, booking: Booking, slug: str) -> HttpResponse:
    """One question of `moments.AMENDABLE`, with what was answered, saved as it is given."""
    if slug not in moments.AMENDABLE:
        raise Http404
    now = timezone.now()
    if not is_open(booking, now):
        return refused(request, booking, IllegalMove())
    posted = request.POST if request.method == "POST" else None
    form = QuestionForm(BY_SLUG[slug], posted, answers=booking.enquiry.all_answers, is_seen=True)
    try:
        if form.is_valid() and save(booking, form, now):
            return redirect(f"{booking_path(booking)}#changed")
    except IllegalMove as refusal:
        return refused(request, booking, refusal)
    page = {"booking": booking, "back": f"{booking_path(booking)}#changes", "form": form}
    return render(request, "front/amend.html", page)


def save(booking: Booking, form: QuestionForm, now: datetime) -> bool:
    """Keep the answers; False where the form has to say what is wrong with them."""
    try:
        moments.amend(booking, form.question.slug, form.cleaned_data, now)
    except AnswerError as fault:
        form.refuse(fault)
        return False
    return True


def refused(request: HttpRequest, booking: Booking, refusal: IllegalMove) -> HttpResponse:
    """Back to the booking's page, saying why."""
    messages.warning(request, str(refusal))
    return redirect(booking_path(booking))
