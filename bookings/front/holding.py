"""Holding a time: the client's pick is theirs for some minutes, for longer, or given back."""

from datetime import datetime

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from bookings import moments
from bookings.booking.errors import (
    ExtendedAlready,
    HoldExpired,
    PackageUnavailable,
    SlotTaken,
)
from bookings.booking.links import enquiry_token
from bookings.booking.models import Enquiry
from bookings.front import limits
from bookings.front.details import DetailsForm
from bookings.front.details import page_of as details_page
from bookings.front.keeping import kept
from bookings.front.private import last_hold, with_enquiry
from bookings.front.searching import Search, search
from bookings.front.times import choose_again, show_times

HELD = "held"
"""The part of the page that htmx asks for alone when a time is held longer."""


@with_enquiry
@require_http_methods(["GET", "HEAD", "POST"])
def hold(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """Hold the start that was picked. Whoever comes here without one goes to the times."""
    if request.method != "POST":
        return redirect("front:times", enquiry_token(enquiry))
    now = timezone.now()
    try:
        picked = search(enquiry, request.POST, None, now)
        return hold_picked(request, enquiry, picked, now)
    except PackageUnavailable as refusal:
        return choose_again(request, enquiry, refusal)


def hold_picked(
    request: HttpRequest, enquiry: Enquiry, picked: Search | None, now: datetime
) -> HttpResponse:
    """Hold what was `picked`, or show the times again: 400 if unreadable, 409 if taken."""
    if picked is None or picked.faults:
        return show_times(request, enquiry, request.POST, now)
    if refusal := limits.refusal(request, "hold", enquiry):
        times = show_times(request, enquiry, request.POST, now, notice=refusal.notice)
        return refusal.stamped(times)
    if picked.start is None:
        notice = gettext("Choose one of these times.")
        return show_times(request, enquiry, request.POST, now, notice=notice, status=400)
    wanted = picked.wanted
    try:
        moments.hold(enquiry, wanted.place, picked.start, wanted.photographer, now)
    except SlotTaken as refusal:
        return show_times(
            request, enquiry, request.POST, now, near=picked.start, notice=str(refusal), status=409
        )
    return redirect("front:details", picked.token)


@with_enquiry
@require_http_methods(["GET", "HEAD", "POST"])
def extend(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """Hold the time a quarter of an hour longer; what was typed meanwhile stays where it is.

    The button is on the details, whose fields come along, and on the review, which has none.
    """
    hold, now = last_hold(enquiry), timezone.now()
    if hold is None or request.method != "POST":
        return redirect("front:details", enquiry_token(enquiry))
    notice, status = "", 200
    try:
        moments.extend(hold, now)
    except ExtendedAlready as refusal:
        notice, status = str(refusal), 409
    except HoldExpired as refusal:
        notice, status = str(refusal), 410
    hold.refresh_from_db()
    still = kept(hold, now, notice)
    if request.headers.get("HX-Target") == HELD:
        page = {"kept": still, "is_swapped": True, "token": enquiry_token(enquiry)}
        page["is_review"] = is_from_review(request)
        return render(request, "front/partials/kept.html", page)
    if is_from_review(request):
        if notice:
            messages.warning(request, notice)
        return redirect("front:review", enquiry_token(enquiry))
    form = DetailsForm(initial=request.POST.dict())
    page = details_page(enquiry, hold, form, now) | {"kept": still}
    return render(request, "front/details.html", page, status=status)


@with_enquiry
@require_http_methods(["GET", "HEAD", "POST"])
def release(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """Give the time back before it runs out; another one that is held by now is left alone."""
    hold, now = last_hold(enquiry), timezone.now()
    is_meant = hold is not None and request.POST.get("reference") == hold.reference
    if request.method == "POST" and hold and is_meant and hold.is_held_at(now):
        moments.release(hold, now)
        messages.success(
            request, gettext("We have let this time go. Your answers and details are kept.")
        )
    return redirect("front:times", enquiry_token(enquiry))


def is_from_review(request: HttpRequest) -> bool:
    """Whether the button was the review's: it says which booking the client had before them."""
    return "reference" in request.POST
