"""The questionnaire: start it, go on where one stopped, and one question on each screen."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.core.validators import slug_re
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from bookings import moments
from bookings.booking.holding import is_outdated
from bookings.booking.links import enquiry_path, enquiry_token
from bookings.booking.models import Enquiry
from bookings.front import limits
from bookings.front.private import go, with_enquiry
from bookings.front.question_form import QuestionForm
from guidance.questionnaire import BY_SLUG, QUESTIONS, AnswerError, Question, asked, parse

PACKAGE = "package"
"""The name under which addresses carry the package that the client came from."""


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """What is about to happen; the button makes an enquiry with a link of its own."""
    if request.method != "POST":
        return render(request, "front/start.html", {"questions": len(asked(parse({})))})
    if refusal := limits.refusal(request, "start"):
        return refusal.page(request, reverse("front:start"))
    enquiry = moments.enquire(get_language() or "en", timezone.now())
    return redirect(question_path(enquiry, QUESTIONS[0]) + came_from(request.POST))


@with_enquiry
@require_safe
def resume(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """To the time that is held, to the first question not seen yet, or to the result."""
    return redirect(way_on(enquiry) + came_from(request.GET))


@with_enquiry
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, enquiry: Enquiry, slug: str) -> HttpResponse:
    """One question: shown with what was answered before, saved as it is given."""
    screen = screen_for(enquiry, slug)
    if screen is None:
        return go(request, enquiry_path(enquiry) + came_from(request.GET))
    posted = request.POST if request.method == "POST" else None
    form = QuestionForm(
        screen.question, posted, answers=enquiry.all_answers, is_seen=slug in enquiry.answered
    )
    if posted is not None and (saved := save(enquiry, form)):
        return lead_on(request, saved, screen.question)
    return render(request, "front/question.html", page_of(request, enquiry, screen, form))


@dataclass(frozen=True, slots=True)
class Screen:
    """A question where it stands among those that are asked; `previous` is None for the first."""

    question: Question
    step: int
    steps: int
    previous: Question | None


def screen_for(enquiry: Enquiry, slug: str) -> Screen | None:
    """The screen at `slug`; None where these answers leave that question out. Raises Http404."""
    if slug not in BY_SLUG:
        raise Http404
    on_the_way = asked(parse(enquiry.all_answers))
    if BY_SLUG[slug] not in on_the_way:
        return None
    place = on_the_way.index(BY_SLUG[slug])
    previous = on_the_way[place - 1] if place else None
    return Screen(on_the_way[place], place + 1, len(on_the_way), previous)


def page_of(
    request: HttpRequest, enquiry: Enquiry, screen: Screen, form: QuestionForm
) -> dict[str, object]:
    """What the question's page shows."""
    origin = came_from(request.GET)
    return {
        "screen": screen,
        "form": form,
        "back": screen.previous and question_path(enquiry, screen.previous) + origin,
        "link": request.build_absolute_uri(enquiry_path(enquiry)),
        "is_all_seen": enquiry.recommendation and not unseen(enquiry),
        "result": result_path(enquiry) + origin,
    }


def save(enquiry: Enquiry, form: QuestionForm) -> Enquiry | None:
    """Keep the answers and what is recommended for them now; None where the form refuses them."""
    skipped = "skip" in form.data
    if not skipped and not form.is_valid():
        return None
    try:
        with transaction.atomic():
            given = {} if skipped else form.cleaned_data
            now = timezone.now()
            enquiry = moments.answer(enquiry, form.question.slug, given, now)
            moments.recommend(enquiry, now)
    except AnswerError as fault:
        form.refuse(fault)
        return None
    return enquiry


def unseen(enquiry: Enquiry) -> list[Question]:
    """The questions that are asked with these answers and were not shown yet."""
    on_the_way = asked(parse(enquiry.all_answers))
    return [one for one in on_the_way if one.slug not in enquiry.answered]


def lead_on(request: HttpRequest, enquiry: Enquiry, answered: Question) -> HttpResponse:
    """From `answered` to the next question not seen, an earlier one not seen, or the result."""
    still = unseen(enquiry)
    later = [one for one in still if QUESTIONS.index(one) > QUESTIONS.index(answered)]
    if following := next(iter(later or still), None):
        return redirect(question_path(enquiry, following) + came_from(request.GET))
    return go(request, result_path(enquiry) + came_from(request.GET))


def way_on(enquiry: Enquiry) -> str:
    """Where a client who comes back goes on: a time that is held runs out, so it comes first."""
    held = enquiry.latest_booking
    if held and held.is_held_at(timezone.now()) and not is_outdated(held, enquiry):
        return reverse("front:review", args=[enquiry_token(enquiry)])
    still = unseen(enquiry)
    if still or enquiry.recommendation is None:
        return question_path(enquiry, next(iter(still), QUESTIONS[0]))
    return result_path(enquiry)


def came_from(asked: Mapping[str, Any]) -> str:
    """What an address carries on of the package on whose page the client began; mostly empty."""
    slug = str(asked.get(PACKAGE, ""))
    return f"?{urlencode({PACKAGE: slug})}" if slug and slug_re.fullmatch(slug) else ""


def question_path(enquiry: Enquiry, question: Question) -> str:
    """The path of `question` in this enquiry."""
    return reverse("front:question", args=[enquiry_token(enquiry), question.slug])


def result_path(enquiry: Enquiry) -> str:
    """The path of what is recommended for this enquiry."""
    return reverse("front:result", args=[enquiry_token(enquiry)])
