"""The knowledge's drawn figures in templates. They hold no user input, so they are safe."""

from django import template
from django.utils.safestring import SafeString, mark_safe

from guidance import diagrams

register = template.Library()


@register.simple_tag
def kind_figure(kind: str, people_format: str = "single", label: str = "") -> SafeString:
    """A headshot, a portrait or a document photo, of one or several people."""
    return mark_safe(diagrams.kind_figure(kind, people_format, label=label))  # noqa: S308


@register.simple_tag
def framing_figure(framing: str, label: str = "") -> SafeString:
    """How much of the person the picture holds."""
    return mark_safe(diagrams.framing_figure(framing, label=label))  # noqa: S308
