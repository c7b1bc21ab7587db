"""Holding a time: the client's pick becomes theirs for the studio's hold minutes."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from bookings import moments
from bookings.booking.errors import PackageUnavailable, SlotTaken
from bookings.booking.links import enquiry_token
from bookings.booking.models import Enquiry
from bookings.front.private import with_enquiry
from bookings.front.searching import Search, search
from bookings.front.times import choose_again, show_times


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
