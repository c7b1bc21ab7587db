"""The first page: what the studio does, what it costs, where it is, and the way in."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bookings.catalogue.models import Package, Studio
from bookings.front.common_questions import COMMON_QUESTIONS
from bookings.front.public import PublicPage, public_page
from bookings.front.shelves import shelves
from bookings.front.structured import place_facts, studio_facts, with_open_hours
from bookings.schedule.models import Place

ON_A_SHELF = 3


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """What the studio does, in one breath, and the button that starts."""
    places = Place.objects.filter(is_active=True).prefetch_related(with_open_hours())
    studio = Studio.objects.first()
    page = {
        "studio": studio,
        "public": studio and public(studio, places),
        "shelves": shelves(Package.objects.on_offer().select_related("cover"), at_most=ON_A_SHELF),
        "places": places,
        "questions": COMMON_QUESTIONS,
    }
    return render(request, "front/home.html", page)


def public(studio: Studio, places: Iterable[Place]) -> PublicPage:
    """What the first page says of itself."""
    return public_page(
        reverse("front:home"),
        studio.tagline,
        _(
            "Tell us what your pictures are for. We recommend a headshot or a portrait session, "
            "say why, and show you real times."
        ),
        facts=[studio_facts(studio), *place_facts(studio, places)],
    )
