"""Who is coming to a company day: the organiser's list, its roster, and each person on it.

The organiser reads names, addresses and slots; nobody's answers are even fetched here.
"""

import csv
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from bookings import moments
from bookings.booking.errors import BookingError, IllegalMove, TooManyPeople
from bookings.booking.links import booking_token
from bookings.booking.models import Booking
from bookings.booking.states import CONFIRMED_ONCE, BookingState
from bookings.front import limits
from bookings.front.attending import instant_in
from bookings.front.list_form import ListForm
from bookings.front.private import with_booking
from bookings.notices.particulars import clock, day, particulars
from bookings.series.links import attendee_path
from bookings.series.listing import Person
from bookings.series.models import Attendee
from bookings.series.roster import Seat, seats
from bookings.series.slots import free_slots, is_company_day

View = Callable[..., HttpResponse]

FORMULA_STARTS = ("=", "+", "-", "@")
"""What makes a spreadsheet run a cell instead of showing it."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the roster; `standing` says in words how it stands."""

    start: datetime | None
    clock: str
    attendee: Attendee | None
    is_spare: bool
    standing: str


def with_company_day(view: View) -> View:
    """Call `view(request, booking, …)` for the company day behind `token`; 404 for others."""

    @with_booking
    @wraps(view)
    def shown(request: HttpRequest, booking: Booking, **kwargs: Any) -> HttpResponse:
        if booking.state not in CONFIRMED_ONCE or not is_company_day(booking):
            raise Http404
        return view(request, booking, **kwargs)

    return shown


@with_company_day
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest, booking: Booking) -> HttpResponse:
    """The roster and the list; a POST reads the list, shows who would be invited, or invites."""
    now = timezone.now()
    if request.method != "POST":
        return render(request, "front/organise.html", page_of(booking, now, ListForm()))
    form = ListForm(request.POST, request.FILES)
    if not form.is_valid():
        return render(request, "front/organise.html", page_of(booking, now, form), status=400)
    if "invite" in request.POST:
        return invite(request, booking, form, now)
    page = page_of(booking, now, form) | preview(booking, form)
    if page["too_many"]:
        form.add_error("people", page["too_many"])
        return render(request, "front/organise.html", page, status=400)
    return render(request, "front/organise_preview.html", page)


def invite(request: HttpRequest, booking: Booking, form: ListForm, now: datetime) -> HttpResponse:
    """Invite who is new on the list."""
    if refusal := limits.refusal(request, "invite", booking.enquiry):
        return refusal.page(request, request.path)
    try:
        invited = moments.invite(booking, form.persons, now)
    except TooManyPeople as refusal:
        booking = Booking.objects.select_related("place").get(pk=booking.pk)
        form.add_error("people", preview(booking, form)["too_many"] or str(refusal))
        return render(request, "front/organise.html", page_of(booking, now, form), status=409)
    except IllegalMove as refused:
        messages.warning(request, str(refused))
    else:
        messages.success(request, invited_in_words(invited))
    return redirect("front:people", booking_token(booking))


def invited_in_words(invited: Sequence[Attendee]) -> str:
    """How many are written to, and who has no address to write to."""
    written = sum(bool(one.email) for one in invited)
    said = []
    if written or not invited:
        words = ngettext(
            "%(count)d person is invited by letter.",
            "%(count)d people are invited by letter.",
            written,
        )
        said.append(words % {"count": written})
    if names := [one.name for one in invited if not one.email]:
        words = ngettext(
            "%(names)s has no e-mail: give them a slot below, or hand over their link.",
            "%(names)s have no e-mail: give them slots below, or hand over their links.",
            len(names),
        )
        said.append(words % {"names": ", ".join(names)})
    return " ".join(said)


@with_company_day
@require_http_methods(["GET", "HEAD", "POST"])
def person(request: HttpRequest, booking: Booking, number: int) -> HttpResponse:
    """One person of the list: give them a slot, hand over their link, take them off."""
    attendee = booking.attendees.defer("answers", "care").filter(pk=number).first()
    if attendee is None:
        raise Http404
    attendee.booking = booking
    now = timezone.now()
    if request.method == "POST":
        return change(request, attendee, now)
    return render(request, "front/organise_person.html", person_page(request, attendee, now))


def change(request: HttpRequest, attendee: Attendee, now: datetime) -> HttpResponse:
    """Take somebody off the list, or give a slot to who can't choose by letter."""
    to_list = redirect("front:people", booking_token(attendee.booking))
    try:
        if "remove" in request.POST:
            moments.uninvite(attendee, now)
            messages.success(request, _("%(name)s is off the list.") % {"name": attendee.name})
            return to_list
        picked = instant_in(request.POST.get("slot", ""))
        if picked is None or attendee.email:
            page = person_page(request, attendee, now) | {"notice": _("Choose one of these slots.")}
            return render(request, "front/organise_person.html", page, status=400)
        moments.choose_slot(attendee, picked, now, by_organiser=True)
    except IllegalMove as refusal:
        messages.warning(request, str(refusal))
        return to_list
    except BookingError:
        words = _("That slot is taken or over. These are the ones that are free.")
        page = person_page(request, attendee, now) | {"notice": words}
        return render(request, "front/organise_person.html", page, status=409)
    words = _("%(name)s comes at %(slot)s.") % {
        "name": attendee.name,
        "slot": clock(picked, attendee.booking.place.zone),
    }
    messages.success(request, words)
    return to_list


@with_company_day
@require_safe
def printed(request: HttpRequest, booking: Booking) -> HttpResponse:
    """The roster as a sheet of paper."""
    rows = rows_of(booking)
    page = {"booking": booking, "session": particulars(booking), "rows": rows}
    return render(request, "front/organise_print.html", page | {"token": booking_token(booking)})


@with_company_day
@require_safe
def roster_file(request: HttpRequest, booking: Booking) -> HttpResponse:
    """The roster as a CSV file; no cell of it can start a formula."""
    del request
    zone = booking.place.zone
    written = io.StringIO()
    lines = csv.writer(written)
    lines.writerow([_("Day"), _("Time"), _("Name"), _("E-mail"), _("Standing")])
    for row in rows_of(booking):
        on = f"{row.start.astimezone(zone):%Y-%m-%d}" if row.start else ""
        who = row.attendee
        cells = [on, row.clock, who.name if who else "", who.email if who else "", row.standing]
        lines.writerow([harmless(cell) for cell in cells])
    return HttpResponse(
        written.getvalue().encode("utf-8-sig"),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{booking.reference}.csv"'},
    )


def harmless(cell: str) -> str:
    """`cell` as a spreadsheet shows it and never runs it."""
    return f"'{cell}" if cell.lstrip().startswith(FORMULA_STARTS) else cell


def rows_of(booking: Booking) -> list[Row]:
    """The roster of `booking`, every slot in order and then who has none. One query."""
    return [_row(booking, seat) for seat in seats(booking)]


def page_of(booking: Booking, now: datetime, form: ListForm) -> dict[str, Any]:
    """What the page of the list and the roster shows."""
    rows = rows_of(booking)
    named = [row for row in rows if row.attendee]
    return {
        "booking": booking,
        "token": booking_token(booking),
        "session": particulars(booking),
        "is_open": is_open(booking, now),
        "is_list_first": is_open(booking, now) and (not named or form.is_bound),
        "form": form,
        "rows": rows,
        "named": len(named),
        "placed": sum(row.start is not None for row in named),
        "slots": sum(row.start is not None for row in rows),
        "has_spare": any(row.is_spare for row in rows),
    }


def preview(booking: Booking, form: ListForm) -> dict[str, Any]:
    """Who would be invited, who stands on the list already, and whether there is room."""
    on_list = booking.attendees.values_list("name", "email")
    known = {(name.casefold(), email.casefold()) for name, email in on_list}
    new = [one for one in form.persons if _key(one) not in known]
    room = booking.people - len(known)
    return {
        "new": new,
        "by_letter": sum(bool(one.email) for one in new),
        "by_hand": sum(not one.email for one in new),
        "already": len(form.persons) - len(new),
        "too_many": _no_room(len(new), len(known), room) if len(new) > room else "",
    }


def person_page(request: HttpRequest, attendee: Attendee, now: datetime) -> dict[str, Any]:
    """What the page of one person shows; a link only where it goes through the organiser."""
    booking = attendee.booking
    zone = booking.place.zone
    can_change = is_open(booking, now)
    can_give = can_change and not attendee.email
    return {
        "booking": booking,
        "token": booking_token(booking),
        "session": particulars(booking),
        "person": attendee,
        "own_slot": clock(attendee.slot, zone) if attendee.slot else "",
        "invited_on": day(attendee.invited_at, zone),
        "link": "" if attendee.email else request.build_absolute_uri(attendee_path(attendee)),
        "is_open": can_change,
        "slots": [
            {"start": slot.start, "clock": clock(slot.start, zone), "is_spare": slot.is_spare}
            for slot in (free_slots(booking) if can_give else ())
            if slot.start > now
        ],
    }


def is_open(booking: Booking, now: datetime) -> bool:
    """Whether the list can still change."""
    return booking.state == BookingState.CONFIRMED and now < booking.end


def _row(booking: Booking, seat: Seat) -> Row:
    start = seat.slot.start if seat.slot else None
    return Row(
        start=start,
        clock=clock(start, booking.place.zone) if start else "",
        attendee=seat.attendee,
        is_spare=bool(seat.slot and seat.slot.is_spare),
        standing=_standing(seat),
    )


def _standing(seat: Seat) -> str:
    if seat.attendee is None:
        return _("Free, to catch up") if seat.slot and seat.slot.is_spare else _("Free")
    if seat.attendee.is_missed:
        return _("Did not come")
    if seat.slot:
        return _("Slot chosen")
    return _("Invited, no slot yet") if seat.attendee.email else _("No e-mail, no slot yet")


def _key(one: Person) -> tuple[str, str]:
    return one.name.casefold(), one.email.casefold()


def _no_room(new: int, known: int, room: int) -> str:
    words = ngettext(
        "This session was booked for %(people)d person; %(known)d people are on the list, and "
        "this one names %(new)d more.",
        "This session was booked for %(people)d people; %(known)d people are on the list, and "
        "this one names %(new)d more.",
        known + room,
    ) % {"people": known + room, "known": known, "new": new}
    return f"{words} {_('Take some off, or call us and we make room.')}"
