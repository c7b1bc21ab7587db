"""One person of a company day: the slot that is theirs, what to bring, and their two questions.

Nobody sees who took the other slots. Who has no address of their own got their link from the
organiser, who could open it too: to them no answer is shown again.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from bookings import moments
from bookings.booking.errors import IllegalMove, NotOffered, SlotGone
from bookings.booking.states import BookingState
from bookings.front.private import private_page
from bookings.front.question_form import QuestionForm
from bookings.notices.calendars import method
from bookings.notices.particulars import clock, hours, particulars
from bookings.notices.slot_calendars import slot_calendar
from bookings.series.asking import THEIRS, counted
from bookings.series.links import attendee_behind, attendee_path, attendee_token
from bookings.series.models import Attendee
from bookings.series.preparing import wardrobe
from bookings.series.slots import minutes_per_person, offered
from guidance.questionnaire import AnswerError, Question

View = Callable[..., HttpResponse]


def with_attendee(view: View) -> View:
    """Call `view(request, person, …)` for the person behind `token`."""

    @private_page
    @wraps(view)
    def shown(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
        return view(request, attendee_behind(token), **kwargs)

    return shown


@with_attendee
@require_http_methods(["GET", "HEAD", "POST"])
def attendee(request: HttpRequest, person: Attendee) -> HttpResponse:
    """Show the slots that are free for them, and take the one that is picked."""
    now = timezone.now()
    if request.method == "POST":
        return choose(request, person, now)
    return render(request, "front/attendee.html", page_of(person, now))


def choose(request: HttpRequest, person: Attendee, now: datetime) -> HttpResponse:
    """Take the slot that was picked; 409 with the slots as they are now where it is gone."""
    picked = instant_in(request.POST.get("slot", ""))
    if picked is None:
        page = page_of(person, now) | {"notice": _("Choose one of these slots.")}
        return render(request, "front/attendee.html", page, status=400)
    try:
        moments.choose_slot(person, picked, now)
    except (SlotGone, NotOffered) as refusal:
        page = page_of(person, now) | {"notice": words_of(refusal)}
        return render(request, "front/attendee.html", page, status=409)
    except IllegalMove as refusal:
        return moved_on(request, person, refusal)
    messages.success(request, _("The slot is yours."))
    return redirect(attendee_path(person))


@with_attendee
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, person: Attendee, slug: str) -> HttpResponse:
    """One of the questions that are theirs: shown, and kept as it is answered."""
    if slug not in THEIRS:
        raise Http404
    now = timezone.now()
    if not is_open(person, now):
        return moved_on(request, person, IllegalMove())
    told = {**person.answers, **person.care} if person.email else {}
    posted = request.POST if request.method == "POST" else None
    is_seen = bool(person.email and is_answered(person, THEIRS[slug]))
    form = QuestionForm(THEIRS[slug], posted, answers=told, is_seen=is_seen)
    try:
        if posted is not None and keep(person, form, now):
            messages.success(request, _("Thank you. It is kept."))
            return redirect(attendee_path(person))
    except IllegalMove as refusal:
        return moved_on(request, person, refusal)
    page = {
        "person": person,
        "question": THEIRS[slug],
        "form": form,
        "back": attendee_path(person),
        "is_replaced": not person.email and is_answered(person, THEIRS[slug]),
    }
    status = 400 if posted is not None else 200
    return render(request, "front/attendee_question.html", page, status=status)


@with_attendee
@require_safe
def calendar(request: HttpRequest, person: Attendee) -> HttpResponse:
    """Their slot as a calendar file; 404 while they have none."""
    del request
    if person.slot is None:
        raise Http404
    booking = person.booking
    return HttpResponse(
        slot_calendar(person, timezone.now()),
        content_type=f"text/calendar; charset=utf-8; method={method(booking)}",
        headers={"Content-Disposition": f'attachment; filename="{booking.reference}.ics"'},
    )


def keep(person: Attendee, form: QuestionForm, now: datetime) -> bool:
    """Keep the answers; False where the form refuses them. Raises IllegalMove."""
    if not form.is_valid():
        return False
    try:
        moments.answer_as_attendee(person, form.question.slug, counted(form.cleaned_data), now)
    except AnswerError as fault:
        form.refuse(fault)
        return False
    return True


def moved_on(request: HttpRequest, person: Attendee, refusal: IllegalMove) -> HttpResponse:
    """To their page; who sent something is told that it isn't kept, and why."""
    if request.method == "POST":
        messages.warning(request, str(refusal))
    return redirect(attendee_path(person))


def instant_in(written: str) -> datetime | None:
    """The instant that a form sent; None where it is none."""
    try:
        picked = parse_datetime(written)
    except ValueError:
        return None
    return None if picked is None or timezone.is_naive(picked) else picked


def words_of(refusal: SlotGone | NotOffered) -> str:
    """Why a slot can't be had; those beside it stand under the sentence."""
    if isinstance(refusal, SlotGone):
        return str(refusal)
    return _("That slot can't be had any more. These are the ones that can.")


def is_open(person: Attendee, now: datetime) -> bool:
    """Whether they can still choose and answer."""
    return person.booking.state == BookingState.CONFIRMED and now < person.booking.end


def is_answered(person: Attendee, asked: Question) -> bool:
    """Whether they have said anything to the question."""
    return any(field.key in person.answers or field.key in person.care for field in asked.fields)


def page_of(person: Attendee, now: datetime) -> dict[str, Any]:
    """What the page shows: nobody else's name, and only the slots that can be taken."""
    booking = person.booking
    zone = booking.place.zone
    can_choose = is_open(person, now)
    length = timedelta(minutes=minutes_per_person(booking))
    return {
        "person": person,
        "booking": booking,
        "token": attendee_token(person),
        "session": particulars(booking),
        "is_open": can_choose,
        "is_off": booking.state == BookingState.CANCELLED,
        "has_begun": person.slot is not None and person.slot <= now,
        "minutes": minutes_per_person(booking),
        "own_hours": hours(person.slot, person.slot + length, zone) if person.slot else "",
        "slots": [
            {"start": slot.start, "clock": clock(slot.start, zone), "is_spare": slot.is_spare}
            for slot in (offered(person, now) if can_choose else ())
        ],
        "questions": [(asked, is_answered(person, asked)) for asked in THEIRS.values()],
        "wardrobe": wardrobe(person) if can_choose else (),
    }
