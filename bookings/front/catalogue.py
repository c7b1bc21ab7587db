"""What is sold: all packages, and one package with everything that belongs to it."""

from dataclasses import dataclass

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from bookings.catalogue import matching, pricing
from bookings.catalogue.models import AddOn, Package, Studio
from bookings.catalogue.pricing import Quote
from bookings.catalogue.wording import duration, price_from
from bookings.front.public import PublicPage, public_page
from bookings.front.shelves import shelves
from bookings.front.structured import catalogue_facts, package_facts, studio_facts

# A table of prices for more head counts than this is thinned out.
MOST_PRICES = 8


@dataclass(frozen=True, slots=True)
class PriceForPeople:
    """What a package costs for so many people, and how long it takes."""

    people: int
    minutes: int
    quote: Quote


@require_safe
def packages(request: HttpRequest) -> HttpResponse:
    """Everything on offer, by kind."""
    studio, on_offer = Studio.objects.get(), Package.objects.on_offer().select_related("cover")
    public = public_page(
        reverse("front:packages"),
        _("Sessions and prices"),
        _(
            "All headshot, portrait and document sessions with their length, their pictures and "
            "their price."
        ),
        facts=[studio_facts(studio), catalogue_facts(on_offer, studio)],
    )
    page = {"shelves": shelves(on_offer), "studio": studio, "public": public}
    return render(request, "front/packages.html", page)


@require_safe
def package(request: HttpRequest, slug: str) -> HttpResponse:
    """One package: what is included, what can be added, what it costs for how many."""
    studio = Studio.objects.get()
    on_offer = Package.objects.on_offer().select_related("cover").prefetch_related(active_add_ons())
    shown = get_object_or_404(on_offer, slug=slug)
    priced = prices(shown, studio)
    page = {
        "package": shown,
        "prices": priced,
        "studio": studio,
        "public": public_package(shown, priced, studio),
    }
    return render(request, "front/package.html", page)


def public_package(package: Package, priced: list[PriceForPeople], studio: Studio) -> PublicPage:
    """What a package's page says of itself."""
    return public_page(
        package.get_absolute_url(),
        package.name,
        _("%(kind)s: %(length)s, %(price)s, at %(studio)s. %(summary)s")
        % {
            "kind": package.get_kind_display(),
            "length": duration(package.duration_minutes),
            "price": price_from(package, studio.currency),
            "studio": studio.name,
            "summary": package.summary,
        },
        card=reverse("front:package_card", args=[package.slug]),
        facts=[studio_facts(studio), package_facts(package, [one.quote for one in priced])],
    )


def active_add_ons() -> Prefetch:
    """Reads each package's add-ons that can be had today, as `add_ons.all`."""
    return Prefetch("add_ons", AddOn.objects.filter(is_active=True))


def prices(package: Package, studio: Studio) -> list[PriceForPeople]:
    """What `package` costs for the numbers of people it takes, the fewest first."""
    return [
        PriceForPeople(
            people,
            pricing.duration_minutes(package, people, ()),
            matching.price(package, people, studio),
        )
        for people in head_counts(package.min_people, package.max_people)
    ]


def head_counts(fewest: int, most: int) -> list[int]:
    """The numbers of people worth a line: all where they are few, else some and the most."""
    if most - fewest < MOST_PRICES:
        return list(range(fewest, most + 1))
    step = -(-(most - fewest) // (MOST_PRICES - 1))
    return [*range(fewest, most, step), most]
