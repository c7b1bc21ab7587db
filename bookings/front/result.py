"""The result: what we recommend and why, what it costs, and what would change our mind."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from bookings.booking.links import enquiry_path, enquiry_token
from bookings.booking.models import Enquiry
from bookings.catalogue.models import Studio
from bookings.front.advice import Advice, Offer, advice_for
from bookings.front.private import with_enquiry
from bookings.front.questionnaire import PACKAGE, came_from, question_path
from bookings.front.said import QUESTION_OF, change_in_words
from bookings.front.shelves import SENTENCES
from bookings.front.waiting import waits_of
from guidance.claims import CLAIMS
from guidance.routing import Change, Reason
from guidance.texts import Text
from guidance.vocabulary import Style

CHANGES_SHOWN_FIRST = 3


@with_enquiry
@require_safe
def result(request: HttpRequest, enquiry: Enquiry) -> HttpResponse:
    """The recommendation as it was frozen with the last answer; looking changes nothing."""
    if enquiry.recommendation is None:
        return redirect(enquiry_path(enquiry))
    studio = Studio.objects.get()
    advice = advice_for(enquiry, studio)
    page = page_of(enquiry, advice, studio) | {"came_from": came_from(request.GET)}
    if not advice.is_settled:
        page |= all_the_same(enquiry, advice, request.GET.get(PACKAGE, ""))
    return render(request, template_for(advice), page)


def template_for(advice: Advice) -> str:
    """A further question, a package, or the honest way out."""
    if not advice.is_settled:
        return "front/result_open.html"
    return "front/result.html" if advice.best else "front/result_without.html"


def page_of(enquiry: Enquiry, advice: Advice, studio: Studio) -> dict[str, object]:
    """What the result's pages show."""
    kind, token = advice.recommendation.kind, enquiry_token(enquiry)
    changes = alternatives(enquiry, advice.recommendation.would_change)
    return {
        "studio": studio,
        "token": token,
        "advice": advice,
        "others": [(offer, choose_path(token, offer)) for offer in advice.others],
        "recommendation": advice.recommendation,
        "sentence": kind and SENTENCES[kind],
        "reasons": [Why.of(reason) for reason in advice.recommendation.reasons],
        "nearest_changes": changes[:CHANGES_SHOWN_FIRST],
        "further_changes": changes[CHANGES_SHOWN_FIRST:],
        "waits": waits_of(enquiry),
        "ask": [QUESTION_OF[key] for key in advice.recommendation.ask],
    }


def all_the_same(enquiry: Enquiry, advice: Advice, slug: str) -> dict[str, object]:
    """What can be booked while answers are missing, the package the client came from apart."""
    token = enquiry_token(enquiry)
    offers = [(offer, choose_path(token, offer)) for offer in advice.others]
    return {
        "origin": next((one for one in offers if one[0].package.slug == slug), None),
        "others": [one for one in offers if one[0].package.slug != slug],
    }


def choose_path(token: str, offer: Offer) -> str:
    """Where the client of `token` takes `offer`."""
    return reverse("front:choose", args=[token, offer.package.slug])


@dataclass(frozen=True, slots=True)
class Why:
    """A reason, and the statements of the trade that it rests on."""

    text: Text
    claims: tuple[Text, ...]

    @classmethod
    def of(cls, reason: Reason) -> "Why":
        """The reason with its claims in words."""
        return cls(reason.text, tuple(CLAIMS[number].text for number in reason.claims))


@dataclass(frozen=True, slots=True)
class Alternative:
    """What would change our mind, what we would recommend then, and where to say so."""

    condition: str
    style: Style
    path: str


def alternatives(enquiry: Enquiry, changes: Sequence[Change]) -> list[Alternative]:
    """The words and the address for each change; many are changes of one answer."""
    answers = {change.answer for change in changes}
    paths = {answer: question_path(enquiry, QUESTION_OF[answer]) for answer in answers}
    return [
        Alternative(change_in_words(change), change.style, paths[change.answer])
        for change in changes
    ]
