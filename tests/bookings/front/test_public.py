"""Public pages say what they are, each in its own words; no other page says anything."""

import json
import re
from datetime import time
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from bookings.booking.links import booking_token, enquiry_token
from tests import crawling, factories
from tests.crawling import text_of

SITE = settings.SITE_URL
LANGUAGES = [code for code, _name in settings.LANGUAGES]


def public_paths() -> list[str]:
    """All of them, with two packages of different shapes."""
    bookable = factories.bookable_studio()
    family = factories.group_package(offered_by=[bookable.photographer])
    names = ("front:home", "front:packages", "front:guide", "front:privacy")
    return [*map(reverse, names), *(p.get_absolute_url() for p in (bookable.package, family))]


def content(page: str, name: str) -> list[str]:
    return re.findall(rf'<meta (?:name|property)="{name}" content="([^"]*)">', page)


def facts(page: str) -> list[dict[str, Any]]:
    [written] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    data = json.loads(written)
    assert data["@context"] == "https://schema.org"
    graph: list[dict[str, Any]] = data["@graph"]
    return graph


@pytest.mark.django_db
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_public_page_has_a_title_and_a_description_of_its_own(
    client: Client, language: str
) -> None:
    paths = public_paths()
    pages = [text_of(client.get(path, headers={"accept-language": language})) for path in paths]

    titles = [re.findall(r"<title>(.*?)</title>", page) for page in pages]
    descriptions = [content(page, "description") for page in pages]
    assert [len(found) for found in titles + descriptions] == [1] * 2 * len(paths)
    assert len({title for [title] in titles}) == len(paths)
    assert len({description for [description] in descriptions}) == len(paths)
    lengths = [len(description) for [description] in descriptions]
    assert [length for length in lengths if not 50 <= length <= 160] == []


@pytest.mark.django_db
def test_a_public_page_names_its_one_address_and_its_picture(client: Client) -> None:
    for path in public_paths():
        page = text_of(client.get(path, {"from": "a-letter"}))

        [title] = content(page, "og:title")
        assert f"<title>{title} · Studio Halden</title>" in page
        assert content(page, "og:description") == content(page, "description")
        assert content(page, "og:url") == [SITE + path]
        assert re.findall(r'<link rel="canonical" href="(.*?)">', page) == [SITE + path]
        assert content(page, "robots") == ["index,follow"]
        [picture] = content(page, "og:image")
        assert client.get(picture.removeprefix(SITE)).headers["Content-Type"] == "image/png"


@pytest.mark.django_db
def test_no_other_page_says_anything_of_itself(client: Client) -> None:
    lived = crawling.lived_in()
    held = lived.bookings["held"].enquiry
    others = [
        reverse("front:start"),
        reverse("front:question", args=[enquiry_token(lived.enquiries["waits"]), "use"]),
        reverse("front:result", args=[enquiry_token(held)]),
        reverse("front:times", args=[enquiry_token(held)]),
        reverse("front:booking", args=[booking_token(lived.bookings["confirmed"])]),
        "/there-is-no-such-page/",
    ]
    for path in others:
        page = text_of(client.get(path, follow=True))

        [robots] = content(page, "robots")
        assert robots.startswith("noindex"), path
        assert "og:" not in page
        assert "canonical" not in page
        assert "ld+json" not in page


@pytest.mark.django_db
def test_the_first_page_gives_the_studio_and_its_place_with_everyones_hours(
    client: Client,
) -> None:
    bookable = factories.bookable_studio()
    second = factories.photographer(slug="second", name="Second")
    factories.weekday_hours(second, bookable.place, opens=time(15), closes=time(0), weekdays=[0, 5])
    away = factories.photographer(slug="away", name="Away", is_active=False)
    factories.weekday_hours(away, bookable.place, weekdays=[6])

    studio, place = facts(text_of(client.get("/")))

    assert studio == {
        "@type": "Organization",
        "@id": f"{SITE}/#studio",
        "name": "Studio Halden",
        "slogan": "Headshots and portraits in the old part of town",
        "url": f"{SITE}/",
        "email": "hello@studio-halden.example",
        "telephone": "+49 761 5550100",
        "image": f"{SITE}/card.png",
    }
    assert place["@type"] == "LocalBusiness"
    assert place["name"] == "Studio Halden, Old town"
    assert place["address"] == "Gerberweg 8, 79098 Freiburg"
    assert place["additionalProperty"]["value"] == "Europe/Berlin"
    hours = [
        (one["dayOfWeek"], one["opens"], one["closes"])
        for one in place["openingHoursSpecification"]
    ]
    assert hours == [
        ("Monday", "09:00", "23:59"),
        *((day, "09:00", "17:00") for day in ("Tuesday", "Wednesday", "Thursday", "Friday")),
        ("Saturday", "15:00", "23:59"),
    ]


@pytest.mark.django_db
def test_a_package_gives_its_session_its_price_and_its_add_ons(client: Client) -> None:
    package = factories.package()
    factories.studio()
    factories.add_on([package])
    factories.add_on([package], name="No longer", is_active=False)
    path = package.get_absolute_url()

    _studio, session = facts(text_of(client.get(path)))

    assert session == {
        "@type": "Service",
        "@id": f"{SITE}{path}#session",
        "name": "Professional headshot",
        "description": "One look, a plain background, two retouched pictures.",
        "serviceType": "Headshot",
        "url": SITE + path,
        "image": f"{SITE}{path}card.png",
        "provider": {"@id": f"{SITE}/#studio"},
        "offers": {
            "@type": "Offer",
            "price": "95.00",
            "priceCurrency": "EUR",
            "url": SITE + path,
            "availability": "https://schema.org/InStock",
            "addOn": [
                {
                    "@type": "Offer",
                    "name": "Make-up artist",
                    "description": "Half an hour of make-up and hair before the session.",
                    "price": "60.00",
                    "priceCurrency": "EUR",
                }
            ],
        },
    }


@pytest.mark.django_db
def test_a_price_by_heads_is_given_from_and_to_and_in_a_currency_without_cents(
    client: Client,
) -> None:
    factories.studio(currency="JPY")
    team = factories.series_package(max_people=4)

    _studio, session = facts(text_of(client.get(team.get_absolute_url())))

    offers = session["offers"]
    assert (offers["@type"], offers["lowPrice"], offers["highPrice"], offers["offerCount"]) == (
        "AggregateOffer",
        "16000",
        "24000",
        3,
    )


@pytest.mark.django_db
def test_all_packages_are_one_catalogue(client: Client) -> None:
    factories.studio()
    package = factories.package()
    factories.package(name="Withdrawn", is_active=False)

    _studio, catalogue = facts(text_of(client.get(reverse("front:packages"))))

    [offer] = catalogue["itemListElement"]
    assert (offer["price"], offer["priceCurrency"]) == ("95.00", "EUR")
    assert offer["itemOffered"]["@id"] == f"{SITE}{package.get_absolute_url()}#session"


@pytest.mark.django_db
def test_a_name_with_marks_of_the_language_of_pages_ends_no_element(client: Client) -> None:
    name = '</script><script>alert("&")'
    factories.studio(name=name)
    page = text_of(client.get("/"))

    assert facts(page)[0]["name"] == name
    assert name not in page
    assert content(page, "og:site_name") == [escape(name)]


@pytest.mark.django_db
def test_without_a_studio_the_first_page_says_nothing(client: Client) -> None:
    answer = client.get("/")

    assert answer.status_code == 200
    assert "og:" not in text_of(answer)
