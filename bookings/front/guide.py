"""The guide for clients, "Headshot or portrait?"; what it says stands in `guidance.guide`."""

from functools import cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bookings.front.public import public_page
from guidance import guide as said
from guidance.guide.questions import APERTURE, GuideQuestion
from guidance.vocabulary import Kind


def _cited_by_answer(question: GuideQuestion) -> said.Cited:
    """What stands behind an answer; behind the one on apertures, its table too."""
    table = said.APERTURES.lines if question.slug == APERTURE else ()
    return said.cited_by((*question.answer, *table))


# The texts are fixed, so what stands behind each is looked up once.
PAGE = {
    "lead": said.LEAD,
    "kinds": tuple(zip((Kind.HEADSHOT, Kind.PORTRAIT), said.WORDS, strict=True)),
    "words_cited": said.cited_by((said.LEAD, *said.WORDS)),
    "measures": said.MEASURES,
    "axes": [(axis, said.cited_by((axis.name, *axis.lines))) for axis in said.AXES],
    "views": said.VIEWS,
    "views_cited": said.cited_by(view.words for view in said.VIEWS),
    "two_types": said.TWO_TYPES,
    "headshot_types": said.HEADSHOT_TYPES,
    "headshots_cited": said.cited_by(
        (said.TWO_TYPES, *(line for one in said.HEADSHOT_TYPES for line in one.lines))
    ),
    "portrait_types": said.PORTRAIT_TYPES,
    "portraits_cited": said.cited_by(line for one in said.PORTRAIT_TYPES for line in one.lines),
    "groups": [
        (group, [(question, _cited_by_answer(question)) for question in group.questions])
        for group in said.QUESTION_GROUPS
    ],
    "aperture": APERTURE,
    "apertures": said.APERTURES,
    "about": said.ABOUT,
    "articles": said.ARTICLES,
    "cited": said.cited_by(said.texts()),
}


PARTS = ("comparison", "reading", "sources")


@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    """The two words side by side, both views, the types, and what people ask."""
    public = public_page(
        reverse("front:guide"),
        _("Headshot or portrait?"),
        _(
            "What a headshot is, what a portrait is, and which one serves you: compared side by "
            "side, with figures, short answers and sources."
        ),
    )
    page = PAGE | {"parts": parts(get_language() or "en"), "public": public}
    return render(request, "front/guide.html", page)


@cache
def parts(language: str) -> dict[str, SafeString]:
    """What is the same for every visitor of one language: drawn and worded once."""
    with override(language):
        return {part: render_to_string(f"front/guide/{part}.html", PAGE) for part in PARTS}
