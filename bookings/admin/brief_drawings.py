"""The brief's own figures on the call sheet, each where it helps; none for one that is too old."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from django.utils.safestring import SafeString, mark_safe

from bookings.wording import shown
from guidance import diagrams
from guidance.brief import Brief

SET_UP = (diagrams.room_figure, diagrams.side_figure)
"""What is looked at before a lamp is moved, side by side."""

BESIDE: Mapping[str, Callable[..., str]] = MappingProxyType(
    {
        "framing": diagrams.framing_plan_figure,
        "aperture": diagrams.sharpness_figure,
        "deliverables": diagrams.crops_figure,
    }
)
"""What belongs to one section, by its slug."""


def set_up(brief: Brief) -> list[SafeString]:
    """The room from above and from the side."""
    return [_drawn(draw, brief) for draw in SET_UP] if brief.is_drawable else []


def beside(brief: Brief, section: str) -> str:
    """The figure of one section; "" where it has none."""
    if not brief.is_drawable or section not in BESIDE or not _has_something(brief, section):
        return ""
    return _drawn(BESIDE[section], brief)


def _has_something(brief: Brief, section: str) -> bool:
    return section != "deliverables" or bool(brief.crops)


def _drawn(draw: Callable[..., str], brief: Brief) -> SafeString:
    # The plates escape every word that they write.
    return mark_safe(draw(brief, say=shown))  # noqa: S308
