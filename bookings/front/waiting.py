"""The waiting list: a full day is asked for, the days one waits for, and waiting no more."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from bookings import moments
from bookings.booking.answering import Contact
from bookings.booking.errors import DayNotFull, NotOffered, PackageUnavailable
from bookings.booking.links import enquiry_token
from bookings.booking.models import Enquiry
from bookings.front import limits
from bookings.front.contact_form import ContactForm, typed_before
from bookings.front.finding import full_days, look
from bookings.front.private import with_enquiry
from bookings.front.searching import Search, search
from bookings.front.times import choose_again, show_times
from bookings.notices.particulars import clock, day, zone_name
from bookings.waiting.models import WaitingEntry


class WaitForm(ContactForm):
    """Whom we write to when a time becomes free."""

    is_timed = False  # for someone known everything stands there already

    phone = None  # type: ignore[assignment]  # Django's way to leave a field out

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        email = self.fields["email"]
        email.help_text = _("We write there when a time becomes free for you, and not otherwise.")
        email.error_messages["required"] = _("Tell us your e-mail, so that we can write to you.")

    def contact_of(self, enquiry: Enquiry) -> Contact:
        """What was typed; the telephone number of a client who is known already is kept."""
        typed, known = self.cleaned_data, enquiry.client
        is_same = known is not None and (known.name, known.email) == (typed["name"], typed["email"])
        return Contact(typed["name"], typed["email"], known.phone if known and is_same else "")


@dataclass(frozen=True, slots=True)
class Wait:
    """A day that is waited for, as it is read; `offered` is the time held for the client by now.

    `start` is that time in ISO 8601, `zone` how people name the zone of `time_zone` then.
    """

    pk: int
    day: str
    where: str
    time_zone: str
    offered: str = ""
    start: str = ""
    zone: str = ""


@with_enquiry
@require_http_methods(["GET", "HEAD", "POST"])
def waiting(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """With a day: the form that asks for it. Without: what is waited for."""
    now = timezone.now()
    asked = request.POST if request.method == "POST" else request.GET
    if not asked.get("day"):
        return show_waits(request, enquiry)
    try:
        return ask_or_wait(request, enquiry, asked, now)
    except PackageUnavailable as unavailable:
        return choose_again(request, enquiry, unavailable)


def ask_or_wait(
    request: HttpRequest, enquiry: Enquiry, asked: Mapping[str, Any], now: datetime
) -> HttpResponse:
    """The form for the day that is `asked`, or what was sent with it. Raises PackageUnavailable."""
    looked_for = search(enquiry, asked, None, now)
    if looked_for is None or looked_for.faults or looked_for.day is None:
        return show_times(request, enquiry, asked, now)
    if notice := refusal(looked_for, looked_for.day, now):
        return show_refused(request, enquiry, looked_for, notice, now)
    if request.method == "POST":
        return wait(request, enquiry, looked_for, looked_for.day, now)
    form = WaitForm(initial=typed_before(enquiry.client))
    return render(request, "front/waiting_form.html", page_of(enquiry, looked_for, form))


@with_enquiry
@require_http_methods(["POST"])
def stop_waiting(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """Take the client off one day's list."""
    number = forms.IntegerField(required=False)
    try:
        entry_pk = number.clean(request.POST.get("wait", ""))
    except forms.ValidationError:
        entry_pk = None
    entry = get_object_or_404(WaitingEntry, pk=entry_pk, enquiry=enquiry)
    try:
        moments.stop_waiting(entry, timezone.now())
    except WaitingEntry.DoesNotExist as erased:
        raise Http404 from erased
    said = gettext("You no longer wait for %(day)s.") % {"day": day_in_words(entry)}
    messages.success(request, said)
    return redirect("front:waiting", enquiry_token(enquiry))


def show_waits(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """The days the client waits for; without any, the times."""
    token, waits = enquiry_token(enquiry), waits_of(enquiry)
    if not waits:
        return redirect("front:times", token)
    page = {"enquiry": enquiry, "token": token, "waits": waits}
    return render(request, "front/waiting.html", page)


def waits_of(enquiry: Enquiry) -> list[Wait]:
    """What `enquiry` waits for, the nearest day first."""
    entries = enquiry.waiting.filter(outcome="").order_by("day", "pk")
    return [in_words(one) for one in entries.select_related("place", "photographer", "offer")]


def in_words(entry: WaitingEntry) -> Wait:
    """The entry as it is read."""
    where = entry.place.name
    if entry.photographer:
        where = gettext("%(place)s, with %(photographer)s") % {
            "place": where,
            "photographer": entry.photographer.name,
        }
    wait = Wait(entry.pk, day_in_words(entry), where, entry.place.time_zone)
    offer = entry.offer
    if offer is None or offer.hold_expires_at is None:
        return wait
    return replace(
        wait,
        offered=_offered(offer.start, offer.hold_expires_at, entry.place.zone),
        start=offer.start.isoformat(),
        zone=zone_name(offer.start, entry.place.zone),
    )


def day_in_words(entry: WaitingEntry) -> str:
    """The day of `entry`, as in `Wednesday 25 November 2026`."""
    return date_format(entry.day, gettext("l j F Y"))


def wait(
    request: HttpRequest, enquiry: Enquiry, looked_for: Search, asked_day: date, now: datetime
) -> HttpResponse:
    """Put the client on the list; asking twice waits once. Raises PackageUnavailable."""
    form = WaitForm(request.POST)
    if not form.is_valid():
        return render(request, "front/waiting_form.html", page_of(enquiry, looked_for, form))
    if limited := limits.refusal(request, "wait", enquiry):
        form.add_error(None, limited.notice)
        page = page_of(enquiry, looked_for, form)
        return limited.stamped(render(request, "front/waiting_form.html", page))
    wanted, contact = looked_for.wanted, form.contact_of(enquiry)
    try:
        entry = moments.wait(enquiry, wanted.place, asked_day, wanted.photographer, contact, now)
    except (DayNotFull, NotOffered) as refused:
        return show_refused(request, enquiry, looked_for, str(refused), now)
    said = gettext("You are on the list for %(day)s.") % {"day": day_in_words(entry)}
    messages.success(request, said)
    return redirect("front:waiting", looked_for.token)


def refusal(looked_for: Search, asked_day: date, now: datetime) -> str:
    """Why `asked_day` can't be waited for; empty where it can."""
    first, last = looked_for.wanted.days(now)
    if not first <= asked_day <= last:
        return gettext("That day can't be booked here. Choose another one.")
    if look(looked_for, asked_day, asked_day, now):
        return str(DayNotFull.message)
    if not any(full_days(looked_for, asked_day, asked_day, (), now)):
        return gettext("Nothing can become free on that day. Choose another one.")
    return ""


def show_refused(
    request: HttpRequest, enquiry: Enquiry, looked_for: Search, notice: str, now: datetime
) -> HttpResponse:
    """The times of that day, with the reason why there is nothing to wait for."""
    asked = looked_for.kept | {"day": f"{looked_for.day:%Y-%m-%d}"}
    status = 409 if request.method == "POST" else 200
    return show_times(request, enquiry, asked, now, notice=notice, status=status)


def page_of(enquiry: Enquiry, looked_for: Search, form: WaitForm) -> dict[str, Any]:
    """What the form's page shows."""
    wanted = looked_for.wanted
    return {
        "enquiry": enquiry,
        "token": looked_for.token,
        "search": looked_for,
        "wanted": wanted,
        "day": looked_for.day,
        "back": looked_for.address(day=f"{looked_for.day:%Y-%m-%d}"),
        "form": form,
    }


def _offered(start: datetime, until: datetime, zone: ZoneInfo) -> str:
    """The time that is held for the client, and until when."""
    return gettext("%(time)s, until %(until_day)s, %(until)s") % {
        "time": clock(start, zone),
        "until_day": day(until, zone),
        "until": clock(until, zone),
    }
