"""What a public page says of itself: to search engines, and to whoever gets its link.

A page is public only where its view gives a `PublicPage`; every other page asks not to be
found (templates/base.html). Private pages never give one.
"""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from bookings.front.structured import as_script

LONGEST_DESCRIPTION = 160
"""Characters; search engines cut longer ones off in the middle of a word."""


@dataclass(frozen=True, slots=True)
class PublicPage:
    """A page's own title and description, its one address, its picture, and its facts as data."""

    title: str
    description: str
    address: str
    card: str
    structured: SafeString


def public_page(
    path: str,
    title: str,
    description: str,
    *,
    card: str = "",
    facts: list[dict[str, Any]] | None = None,
) -> PublicPage:
    """What the page at `path` says; `card` is the path of its picture, else the studio's own."""
    return PublicPage(
        title,
        Truncator(description).chars(LONGEST_DESCRIPTION),
        settings.SITE_URL + path,
        settings.SITE_URL + (card or reverse("front:card")),
        as_script(facts) if facts else SafeString(),
    )
