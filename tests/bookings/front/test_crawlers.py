"""What programs that read the web are told: the public pages, and no private link."""

import re

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from tests import crawling, factories
from tests.crawling import text_of


@pytest.mark.django_db
def test_the_sitemap_lists_every_public_page_and_no_other(client: Client) -> None:
    lived = crawling.lived_in()
    factories.package(name="Withdrawn", is_active=False)

    answer = client.get("/sitemap.xml", headers={"host": "localhost"})

    on_offer = [lived.bookable.package, lived.bookings["day"].package]
    listed = [
        *(reverse(f"front:{name}") for name in ("home", "packages", "guide", "privacy")),
        *(package.get_absolute_url() for package in on_offer),
    ]
    found = re.findall(r"<loc>(.*?)</loc>", text_of(answer))
    assert sorted(found) == sorted(settings.SITE_URL + path for path in listed)
    for path in listed:
        page = client.get(path)
        assert page.status_code == 200
        assert 'content="index,follow"' in text_of(page)


@pytest.mark.django_db
def test_robots_are_kept_from_the_staffs_pages_and_led_to_the_sitemap(client: Client) -> None:
    answer = client.get("/robots.txt")

    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert text_of(answer) == (
        f"User-agent: *\nDisallow: /admin/\nSitemap: {settings.SITE_URL}/sitemap.xml\n"
    )
