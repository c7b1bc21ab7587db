"""The studio's own pictures and colour in templates: covers, the logo, the theme."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.urls import reverse

from bookings.catalogue.accents import DARK, LIGHT, Shades, shades, style_sheet
from bookings.catalogue.models import Package, Picture, Studio

register = template.Library()

# How high a picture stands on the page from which width of it on, for the browser's choice among
# the files; the breaks are those of static/css.
HEIGHTS: Mapping[str, tuple[tuple[str, float, str], ...]] = {
    "card": (
        ("(max-width: 30rem) ", 6.5, "rem"),
        ("(max-width: 44rem) ", 45, "vw"),
        ("(max-width: 64rem) ", 30, "vw"),
        ("", 17, "rem"),
    ),
    "page": (("(max-width: 56rem) ", 20, "rem"), ("", 26, "rem")),
    "brand": (("", 2.25, "rem"),),
}


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
        "sizes": sizes(picture, place),
        "avif": srcset(picture, "avif"),
        "webp": srcset(picture, "webp"),
        "smallest": address(picture, min(picture.widths), "webp"),
    }


def sizes(picture: Picture, place: str) -> str:
    """How wide a picture is drawn; of one that lies, the sides of its square are cut off."""
    ratio = picture.width / picture.height
    wider = ratio if place == "brand" else max(1, ratio)
    return ", ".join(f"{up_to}{height * wider:.4g}{unit}" for up_to, height, unit in HEIGHTS[place])


def srcset(picture: Picture, form: str) -> str:
    """The files of a picture in one format, each with its width."""
    return ", ".join(f"{address(picture, width, form)} {width}w" for width in picture.widths)


def address(picture: Picture, width: int, form: str) -> str:
    """The address of one file of a picture."""
    return reverse("front:picture", args=[picture.digest, width, form])
