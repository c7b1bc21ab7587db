"""A company day as the desk and the photographer see it: its slots, and who takes them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from bookings import moments
from bookings.admin import answers, permissions
from bookings.admin.clock import span
from bookings.admin.pages import ReadingAdmin, page_of, signed_in
from bookings.booking.errors import BookingError
from bookings.booking.models import Booking
from bookings.booking.states import BookingState
from bookings.series.links import attendee_path
from bookings.series.listing import Fault, Person, read
from bookings.series.models import Attendee
from bookings.series.roster import Seat, seats
from bookings.series.slots import Slot, is_company_day

LONGEST_LIST = 60_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the roster: a slot, somebody, or both.

    `to_give` are the slots that somebody without one, or who missed theirs, could have: as
    sent, in words.
    """

    clock: str
    name: str
    email: str
    standing: str
    colour: str
    attendee: Attendee | None
    care: answers.Answered
    may_miss: bool
    to_give: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Roster:
    """The day slot by slot, then those without one; what the reader may do with it."""

    lines: list[Line]
    summary: str
    may_invite: bool
    may_mark: bool
    may_give_links: bool

    @property
    def has_deeds(self) -> bool:
        """Whether anything can be done with anybody."""
        may = self.may_mark or self.may_give_links
        return may or any(line.to_give for line in self.lines)


class ListForm(forms.Form):
    """A pasted list of people; its faults are told line by line, all at once."""

    people = forms.CharField(
        label=_("One person on each line"),
        help_text=_("Name, e-mail. A list from a spreadsheet can be pasted as it is."),
        max_length=LONGEST_LIST,
        widget=forms.Textarea({"rows": 10, "class": "desk-input desk-lines"}),
        error_messages={"required": _("Paste or type at least one line.")},
    )
    faults: list[Fault] = []

    def clean_people(self) -> list[Person]:
        """The people. Raises ValidationError where a line has a fault."""
        people, self.faults = read(self.cleaned_data["people"])
        if self.faults:
            said = ngettext(
                "%(count)d line can’t be read. Nobody is invited until all can.",
                "%(count)d lines can’t be read. Nobody is invited until all can.",
                len(self.faults),
            )
            raise forms.ValidationError(said % {"count": len(self.faults)}, code="lines")
        return people


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that is done with one person of the list, and what is said then."""

    done: Promise
    moment: Callable[..., Any]
    is_of_the_session: bool = True


class SlotForm(forms.Form):
    """Which of the slots that are still free somebody gets."""

    slot = forms.ChoiceField()

    def __init__(self, typed: Any, free: list[tuple[str, str]]) -> None:
        super().__init__(typed)
        self.fields["slot"].choices = free  # type: ignore[attr-defined]


DEEDS = {
    "missed": Deed(
        _("Noted that %(name)s did not come."),
        partial(moments.miss_attendee, is_missed=True),
    ),
    "came": Deed(
        _("Noted that %(name)s came."),
        partial(moments.miss_attendee, is_missed=False),
    ),
    "remove": Deed(
        _("%(name)s is off the list; the slot is free again."),
        moments.uninvite,
        is_of_the_session=False,
    ),
}


def roster_of(booking: Booking, request: HttpRequest, now: datetime) -> Roster | None:
    """The roster of a company day for whoever asks; None for other sessions."""
    if not is_company_day(booking) or booking.confirmed_at is None:
        return None
    user = signed_in(request)
    taken = seats(booking)
    care = _care_of(booking) if permissions.runs(user, booking) else {}
    is_on = booking.state == BookingState.CONFIRMED
    free = _free(taken, booking, now)
    may_mark = (is_on or booking.state == BookingState.COMPLETED) and now >= booking.start
    lines = [_line(seat, booking, care, free, now, may_mark=may_mark) for seat in taken]
    people = [seat for seat in taken if seat.attendee]
    placed = [seat for seat in people if seat.slot]
    return Roster(
        lines=lines,
        summary=gettext("%(people)d people, %(chosen)d with a slot, %(free)d slots free")
        % {
            "people": len(people),
            "chosen": len(placed),
            "free": sum(seat.attendee is None for seat in taken),
        },
        may_invite=is_on and booking.end > now and permissions.works_for_all(user),
        may_mark=may_mark,
        may_give_links=permissions.works_for_all(user),
    )


def invite(admin: ReadingAdmin, request: HttpRequest, booking: Booking) -> HttpResponse:
    """Asks for a list of people (GET), invites them all or says every fault (POST)."""
    if not permissions.works_for_all(signed_in(request)):
        raise PermissionDenied
    if not is_company_day(booking):
        raise Http404
    now = timezone.now()
    form = ListForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            invited = moments.invite(
                booking, form.cleaned_data["people"], now, actor=signed_in(request)
            )
        except BookingError as refusal:
            form.add_error("people", str(refusal))
        else:
            said = ngettext(
                "%(count)d person is invited.", "%(count)d people are invited.", len(invited)
            )
            messages.success(request, said % {"count": len(invited)})
            return redirect(page_of(booking))
    page = {
        "booking": booking,
        "when": span(booking.start, booking.end, booking.place.zone),
        "form": form,
        "roster": roster_of(booking, request, now),
        "title": gettext("Invite people"),
    }
    return admin.shown(request, "admin/desk/invite.html", booking, page)


def mark(
    admin: ReadingAdmin, request: HttpRequest, booking: Booking, number: int, deed: str
) -> HttpResponse:
    """Somebody did not come, came after all, or is taken off the list (POST)."""
    if deed not in DEEDS:
        raise Http404
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    done = DEEDS[deed]
    if not (done.is_of_the_session or permissions.works_for_all(signed_in(request))):
        raise PermissionDenied
    attendee = _on_the_list(booking, number)
    try:
        done.moment(attendee, timezone.now(), actor=signed_in(request))
    except BookingError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, str(done.done) % {"name": attendee.name})
    return redirect(page_of(booking))


def give_slot(
    admin: ReadingAdmin, request: HttpRequest, booking: Booking, number: int
) -> HttpResponse:
    """Somebody without a slot gets one of the day, who missed theirs another one (POST)."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    attendee, now = _on_the_list(booking, number), timezone.now()
    taken = seats(booking)
    form = SlotForm(request.POST, _to_give(attendee, _free(taken, booking, now), booking))
    has_slot = any(seat.slot and seat.attendee == attendee for seat in taken)
    if has_slot and not attendee.is_missed:
        messages.error(request, gettext("%(name)s has a slot.") % {"name": attendee.name})
    elif not form.is_valid():
        messages.error(request, gettext("That slot is taken or over by now. Choose another one."))
    else:
        _give(request, attendee, datetime.fromisoformat(form.cleaned_data["slot"]), now)
    return redirect(page_of(booking))


def link(admin: ReadingAdmin, request: HttpRequest, booking: Booking, number: int) -> HttpResponse:
    """One person's private link (GET); it is renewed, and every one before leads nowhere (POST)."""
    user = signed_in(request)
    if not permissions.works_for_all(user):
        raise PermissionDenied
    attendee = _on_the_list(booking, number)
    if request.method == "POST":
        moments.renew_attendee_link(attendee, timezone.now(), actor=user)
        renewed = gettext("The private link is renewed; the ones before lead nowhere.")
        by_letter = gettext("The new one goes out by letter.") if attendee.email else ""
        messages.success(request, f"{renewed} {by_letter}".strip())
        return redirect(request.path)
    runs = permissions.runs(user, booking)
    may_read = permissions.gives_link(user, attendee, runs_it=runs)
    page = {
        "booking": booking,
        "when": span(booking.start, booking.end, booking.place.zone),
        "attendee": attendee,
        "private_link": settings.SITE_URL + attendee_path(attendee) if may_read else "",
        "title": gettext("Private link of %(name)s") % {"name": attendee.name},
    }
    return admin.shown(request, "admin/desk/person_link.html", booking, page)


def _on_the_list(booking: Booking, number: int) -> Attendee:
    """Who has that number on the list of `booking`. Raises Http404."""
    attendee = booking.attendees.filter(pk=number).first()
    if attendee is None:
        raise Http404
    return attendee


def _give(request: HttpRequest, attendee: Attendee, start: datetime, now: datetime) -> None:
    is_first = attendee.slot is None
    try:
        moments.choose_slot(attendee, start, now, by_organiser=True, actor=signed_in(request))
    except BookingError as refusal:
        messages.error(request, str(refusal))
    else:
        time = _clock(start, attendee.booking)
        said = _said_of_slot(is_first=is_first, by_letter=bool(attendee.email))
        messages.success(request, said % {"name": attendee.name, "time": time})


def _said_of_slot(*, is_first: bool, by_letter: bool) -> str:
    if is_first and by_letter:
        return gettext("%(name)s comes at %(time)s, and gets a letter.")
    if is_first:
        return gettext("%(name)s comes at %(time)s. Tell them: there is no e-mail.")
    if by_letter:
        return gettext("%(name)s comes at %(time)s instead, and gets a letter.")
    return gettext("%(name)s comes at %(time)s instead. Tell them: there is no e-mail.")


def _free(taken: list[Seat], booking: Booking, now: datetime) -> list[Slot]:
    """The slots to come that nobody has."""
    if booking.state != BookingState.CONFIRMED:
        return []
    free = (seat.slot for seat in taken if seat.slot and seat.attendee is None)
    return [slot for slot in free if slot.start > now]


def _to_give(attendee: Attendee, free: list[Slot], booking: Booking) -> list[tuple[str, str]]:
    """Of `free` as sent, in words; those kept to catch up first for who missed theirs."""
    in_order = sorted(free, key=lambda slot: (slot.is_spare != attendee.is_missed, slot.start))
    return [(slot.start.isoformat(), _clock(slot.start, booking)) for slot in in_order]


def _clock(at: datetime, booking: Booking) -> str:
    return f"{at.astimezone(booking.place.zone):%H:%M}"


def _care_of(booking: Booking) -> dict[int, answers.Answered]:
    """What each person said about access, faith and age, by their number."""
    said = booking.attendees.exclude(care={}).only("care")
    return {one.pk: answers.on_care(one) for one in said}


def _line(
    seat: Seat,
    booking: Booking,
    care: dict[int, answers.Answered],
    free: list[Slot],
    now: datetime,
    *,
    may_mark: bool,
) -> Line:
    person, slot = seat.attendee, seat.slot
    standing, colour = _standing(person, slot)
    is_missed = person is not None and person.is_missed
    return Line(
        clock=_clock(slot.start, booking) if slot else "",
        name=person.name if person else "",
        email=person.email if person else "",
        standing=standing,
        colour=colour,
        attendee=person,
        care=care.get(person.pk, []) if person else [],
        may_miss=may_mark and not is_missed and now >= (slot.start if slot else booking.start),
        to_give=_to_give(person, free, booking)
        if person and (slot is None or (is_missed and may_mark))
        else [],
    )


def _standing(attendee: Attendee | None, slot: Slot | None) -> tuple[str, str]:
    """How a line stands, and the state of a booking whose colour says so."""
    if attendee is None:
        spare = slot is not None and slot.is_spare
        return (gettext("free, to catch up") if spare else gettext("free")), "released"
    if attendee.is_missed:
        return gettext("did not come"), BookingState.NO_SHOW
    if slot is None:
        return gettext("invited, no slot yet"), BookingState.HELD
    return gettext("booked"), BookingState.CONFIRMED
