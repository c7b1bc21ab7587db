"""The picture of a public page, for whoever shows its link: the studio's, and each package's."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bookings.catalogue.models import Package, Studio
from bookings.catalogue.wording import duration, pictures, price_from
from bookings.front.card_picture import Card, png_of
from bookings.templatetags.figures import kind_figure, package_figure
from guidance.vocabulary import Kind

KEPT_SECONDS = 3600


@require_safe
def studio_card(request: HttpRequest) -> HttpResponse:
    """The studio's name and line, beside a headshot."""
    studio = Studio.objects.get()
    words = _("Tell us what the picture is for.")
    return answer(request, Card(studio.name, studio.tagline, words, kind_figure(Kind.HEADSHOT)))


@require_safe
def package_card(request: HttpRequest, slug: str) -> HttpResponse:
    """A package's name, length and price, beside its own figure."""
    studio = Studio.objects.get()
    package = get_object_or_404(Package.objects.on_offer(), slug=slug)
    facts = (
        duration(package.duration_minutes),
        pictures(package),
        price_from(package, studio.currency),
    )
    line = " · ".join(filter(None, facts))
    return answer(request, Card(studio.name, package.name, line, package_figure(package)))


def answer(request: HttpRequest, card: Card) -> HttpResponse:
    """The picture, or 304 to whoever has it already: then it isn't even drawn."""
    etag = f'"{card.etag}"'
    known = get_conditional_response(request, etag=etag)
    response = known or HttpResponse(png_of(card), content_type="image/png")
    response["ETag"] = etag
    patch_cache_control(response, public=True, max_age=KEPT_SECONDS)
    return response
