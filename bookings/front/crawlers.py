"""For programs that read the whole web: which pages there are, and where not to look."""

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps.views import sitemap as sitemap_view
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from bookings.catalogue.models import Package

PAGES = ("front:home", "front:packages", "front:guide", "front:privacy")
"""The pages that are the same for everyone, by the names of their addresses."""


class OurSitemap(Sitemap):
    """Addresses begin with the site's own, under whatever name it was asked."""

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site: Any = None) -> str:
        return urlsplit(settings.SITE_URL).netloc


class Pages(OurSitemap):
    """The pages that are always there."""

    def items(self) -> Iterable[str]:
        return PAGES

    def location(self, item: str) -> str:
        return reverse(item)


class Packages(OurSitemap):
    """What clients may book today, a page each."""

    def items(self) -> Iterable[Package]:
        return Package.objects.on_offer()


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public page; nothing behind a private link is one."""
    return sitemap_view(request, {"pages": Pages, "packages": Packages})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """The staff's pages are left out; private links aren't named.

    They ask by their headers not to be indexed. Who may not open them can't read that, and
    would list the bare address of a link that somebody let slip.
    """
    lines = (
        "User-agent: *",
        f"Disallow: {reverse('admin:index')}",
        f"Sitemap: {settings.SITE_URL}{reverse('front:sitemap')}",
    )
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
