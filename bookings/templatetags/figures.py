"""The knowledge's drawn figures in templates. They hold no user input, so they are safe."""

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

from django import template
from django.utils.safestring import SafeString, mark_safe

from bookings.catalogue.models import Package
from guidance import diagrams
from guidance.vocabulary import Format, Style

register = template.Library()

# One person in the frame, the mood or the place that the style is known by.
STYLE_FIGURES: Mapping[str, tuple[Callable[[str], str], str]] = MappingProxyType(
    {
        Style.CORPORATE: (diagrams.framing_figure, "head_shoulders"),
        Style.PERSONAL: (diagrams.mood_figure, "warm"),
        Style.COMMERCIAL: (diagrams.mood_figure, "joy"),
        Style.THEATRICAL: (diagrams.mood_figure, "intense"),
        Style.TWO_LOOKS: (diagrams.framing_figure, "face"),
        Style.ID_BADGE: (diagrams.framing_figure, "face"),
        Style.CLASSIC: (diagrams.background_figure, "plain"),
        Style.AUTHOR: (diagrams.background_figure, "blurred_place"),
        Style.EDITORIAL: (diagrams.background_figure, "recognisable_place"),
        Style.LIFESTYLE: (diagrams.place_figure, "location"),
        Style.FASHION: (diagrams.framing_figure, "full"),
        Style.PERFORMANCE: (diagrams.framing_figure, "knees"),
        Style.BRAND: (diagrams.framing_figure, "waist"),
    }
)

DRAWINGS: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "background": diagrams.background_figure,
        "clothes": diagrams.clothes_figure,
        "colour": diagrams.colour_figure,
        "framing": diagrams.framing_figure,
        "light": diagrams.light_figure,
        "mood": diagrams.mood_figure,
        "people": diagrams.people_figure,
        "place": diagrams.place_figure,
        "use": diagrams.use_figure,
    }
)


@register.simple_tag
@cache
def drawn(drawing: str, subject: str) -> SafeString:
    """A figure by the name of its drawing and what it shows, as decoration beside words."""
    return mark_safe(DRAWINGS[drawing](subject))  # noqa: S308


@register.simple_tag
@cache
def kind_figure(kind: str, people_format: str = "single", label: str = "") -> SafeString:
    """A headshot, a portrait or a document photo, of one or several people."""
    return mark_safe(diagrams.kind_figure(kind, people_format, label=label))  # noqa: S308


@register.simple_tag
@cache
def style_figure(kind: str, style: str, people_format: str = "single") -> SafeString:
    """What a style looks like; of several people, and where it has none, its kind's figure."""
    if people_format != Format.SINGLE or style not in STYLE_FIGURES:
        return kind_figure(kind, people_format)
    draw, subject = STYLE_FIGURES[style]
    return mark_safe(draw(subject))  # noqa: S308


@register.simple_tag
def package_figure(package: Package) -> SafeString:
    """A package's own style, or its kind where it serves many styles."""
    style = "" if package.is_combined or not package.styles else package.styles[0]
    return style_figure(package.kind, style, package.format)


@register.simple_tag
@cache
def framing_figure(framing: str, label: str = "") -> SafeString:
    """How much of the person the picture holds."""
    return mark_safe(diagrams.framing_figure(framing, label=label))  # noqa: S308
