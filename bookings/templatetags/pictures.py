"""The studio's own pictures and colour in templates: covers, the logo, the theme."""

from typing import Any

from django import template
from django.urls import reverse

from bookings.catalogue.accents import DARK, LIGHT, Shades, shades, style_sheet
from bookings.catalogue.models import Package, Picture, Studio

register = template.Library()

# How wide a picture stands on the page, for the browser's choice among the files; the breaks
# are those of static/css.
CARD = "(max-width: 34rem) 6.5rem, (max-width: 64rem) 32vw, 22rem"
PAGE = "(max-width: 56rem) min(100vw, 26rem), 26rem"
BRAND = "12rem"
SIZES = {"card": CARD, "page": PAGE, "brand": BRAND}


@register.inclusion_tag("front/partials/picture.html")
def cover(package: Package, place: str, *, is_first: bool = False) -> dict[str, Any]:
    """The cover of a package on its `place`; only the first one in sight is not put off."""
    page = drawn_from(package.cover, place) if package.cover else {}
    return page | {"words": package.cover_words, "is_first": is_first, "is_later": not is_first}


@register.inclusion_tag("front/partials/picture.html")
def logo(studio: Studio) -> dict[str, Any]:
    """The studio's logo, in the place of its name."""
    page = drawn_from(studio.logo, "brand") if studio.logo else {}
    return page | {"words": studio.name}


@register.simple_tag
def theme_address(accent: str) -> str:
    """Where the style sheet of `accent` (#rrggbb) is, as it reads today."""
    accent = accent.lower()
    _sheet, mark = style_sheet(accent)
    return reverse("front:theme", args=[accent.removeprefix("#"), mark])


@register.simple_tag
def accents(accent: str) -> dict[str, Shades]:
    """The shades of `accent` on light and on dark, for letters, which have no style sheets."""
    return {"light": shades(accent, LIGHT), "dark": shades(accent, DARK)}


def drawn_from(picture: Picture, place: str) -> dict[str, Any]:
    """What the template needs of a picture: its files by format, and the room it takes."""
    return {
        "picture": picture,
        "sizes": SIZES[place],
        "avif": srcset(picture, "avif"),
        "webp": srcset(picture, "webp"),
        "smallest": address(picture, min(picture.widths), "webp"),
    }


def srcset(picture: Picture, form: str) -> str:
    """The files of a picture in one format, each with its width."""
    return ", ".join(f"{address(picture, width, form)} {width}w" for width in picture.widths)


def address(picture: Picture, width: int, form: str) -> str:
    """The address of one file of a picture."""
    return reverse("front:picture", args=[picture.digest, width, form])
