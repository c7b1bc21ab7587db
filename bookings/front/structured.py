"""The facts of the public pages as data, in schema.org's words: studio, places, sessions, prices.

Everything here stands on a page in words too. Search engines show it beside their finds.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.db.models import Prefetch
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from bookings.catalogue.models import AddOn, Package, Studio
from bookings.catalogue.pricing import Quote
from bookings.schedule.intervals import Interval, Intervals
from bookings.schedule.models import OpeningHours, Place
from bookings.wording import MINOR_DIGITS

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# What would end the script element, or begin another, never stands in it.
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}
ANY_DAY = datetime(2001, 1, 1, tzinfo=UTC)
"""Weekly hours have no date; on one and the same they can be united."""

MIDNIGHT = ANY_DAY + timedelta(days=1)

Facts = dict[str, Any]


def as_script(facts: list[Facts]) -> SafeString:
    """`facts` as JSON that may stand inside a script element; a browser runs none of it."""
    written = json.dumps({"@context": "https://schema.org", "@graph": facts}, ensure_ascii=False)
    return mark_safe(written.translate(ESCAPES))  # noqa: S308 - escaped in the line above


def studio_facts(studio: Studio) -> Facts:
    """The studio itself, to which everything else refers."""
    return {
        "@type": "Organization",
        **_studio(),
        "name": studio.name,
        "slogan": studio.tagline,
        "url": _address("front:home"),
        "email": studio.email,
        "telephone": studio.phone,
        "image": _address("front:card"),
    }


def with_open_hours() -> Prefetch:
    """Reads each place's hours of those who take bookings, as `open_hours`."""
    hours = OpeningHours.objects.filter(photographer__is_active=True)
    return Prefetch("hours", hours, to_attr="open_hours")


def place_facts(studio: Studio, places: Iterable[Place]) -> list[Facts]:
    """Each place where the studio can be visited, with its hours on its own wall clock.

    `places` are read with :func:`with_open_hours`.
    """
    return [_place(studio, place) for place in places]


def package_facts(package: Package, quotes: Iterable[Quote]) -> Facts:
    """A session that can be booked; `quotes` are its prices for its numbers of people.

    `package.add_ons` are read as they were fetched.
    """
    return {
        "@type": "Service",
        "@id": f"{settings.SITE_URL}{package.get_absolute_url()}#session",
        "name": package.name,
        "description": package.summary,
        "serviceType": str(package.get_kind_display()),
        "url": settings.SITE_URL + package.get_absolute_url(),
        "image": settings.SITE_URL + reverse("front:package_card", args=[package.slug]),
        "provider": _studio(),
        "offers": _offer(package, list(quotes)),
    }


def catalogue_facts(packages: Iterable[Package], studio: Studio) -> Facts:
    """Everything on offer, each with the price that it begins with."""
    return {
        "@type": "OfferCatalog",
        "name": studio.name,
        "url": _address("front:packages"),
        "itemListElement": [
            {
                "@type": "Offer",
                "price": _amount(package.price_minor, studio.currency),
                "priceCurrency": studio.currency,
                "url": settings.SITE_URL + package.get_absolute_url(),
                "itemOffered": {
                    "@type": "Service",
                    "@id": f"{settings.SITE_URL}{package.get_absolute_url()}#session",
                    "name": package.name,
                },
            }
            for package in packages
        ],
    }


def _studio() -> Facts:
    return {"@id": f"{_address('front:home')}#studio"}


def _place(studio: Studio, place: Place) -> Facts:
    return {
        "@type": "LocalBusiness",
        "@id": f"{_address('front:home')}#{place.slug}",
        "name": f"{studio.name}, {place.name}",
        "parentOrganization": _studio(),
        "url": _address("front:home"),
        "image": _address("front:card"),
        "telephone": studio.phone,
        "email": studio.email,
        "currenciesAccepted": studio.currency,
        "address": ", ".join(place.address.splitlines()),
        "openingHoursSpecification": list(_hours(place)),
        "additionalProperty": {
            "@type": "PropertyValue",
            "propertyID": "timezone",
            "name": "Time zone",
            "value": place.time_zone,
        },
    }


def _hours(place: Place) -> Iterator[Facts]:
    """When somebody photographs there: the hours of all of them together, day by day."""
    every: list[OpeningHours] = place.open_hours  # type: ignore[attr-defined]
    for weekday, name in enumerate(DAYS):
        for span in Intervals(_span(one) for one in every if one.weekday == weekday):
            yield {
                "@type": "OpeningHoursSpecification",
                "dayOfWeek": name,
                "opens": f"{span.start:%H:%M}",
                # What ends at midnight ends on the same day; 00:00 would be read as its start.
                "closes": "23:59" if span.end == MIDNIGHT else f"{span.end:%H:%M}",
            }


def _span(hours: OpeningHours) -> Interval:
    closes = datetime.combine(ANY_DAY, hours.closes, UTC)
    opens = datetime.combine(ANY_DAY, hours.opens, UTC)
    return Interval(opens, MIDNIGHT if hours.closes == time(0) else closes)


def _offer(package: Package, quotes: list[Quote]) -> Facts:
    currency = quotes[0].currency
    shared = {
        "url": settings.SITE_URL + package.get_absolute_url(),
        "priceCurrency": currency,
        "availability": "https://schema.org/InStock",
        "addOn": [_add_on(one, currency) for one in package.add_ons.all()],
    }
    totals = [quote.total_minor for quote in quotes]
    if len(totals) == 1:
        return {"@type": "Offer", "price": _amount(totals[0], currency), **shared}
    return {
        "@type": "AggregateOffer",
        "lowPrice": _amount(min(totals), currency),
        "highPrice": _amount(max(totals), currency),
        "offerCount": len(totals),
        **shared,
    }


def _add_on(add_on: AddOn, currency: str) -> Facts:
    return {
        "@type": "Offer",
        "name": add_on.name,
        "description": add_on.summary,
        "price": _amount(add_on.price_minor, currency),
        "priceCurrency": currency,
    }


def _amount(minor: int, currency: str) -> str:
    """Minor units as schema.org writes prices: a point, no grouping, no symbol."""
    return str(Decimal(minor).scaleb(-MINOR_DIGITS.get(currency, 2)))


def _address(name: str) -> str:
    return settings.SITE_URL + reverse(name)
