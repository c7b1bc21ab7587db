"""What is behind the client, as far as clothes must know it: a tone, or a place.

The brief finds its background in :mod:`guidance.brief.shoot`; a test holds the two together.
"""

from __future__ import annotations

from enum import StrEnum

from guidance.answers import Answers
from guidance.routing import Recommendation


class Ground(StrEnum):
    """A ground of B3; values are the brief's names of it."""

    LIGHT = "light"
    GREY = "grey"
    DARK = "dark"
    BLURRED_PLACE = "blurred_place"
    RECOGNISABLE_PLACE = "recognisable_place"
    DOCUMENT = "document"


_LIGHT_STYLES = frozenset({"id_badge", "commercial", "lifestyle", "fashion", "brand"})
_DARK_STYLES = frozenset({"theatrical", "performance"})
_STYLES_BEFORE_A_PLACE = frozenset({"editorial", "lifestyle"})


def ground_for(answers: Answers, recommendation: Recommendation) -> Ground | None:
    """What is behind this client (B2, B3, T9); None while kind or style are still open."""
    if recommendation.kind is None or recommendation.style is None:
        return None
    if recommendation.kind == "document":
        return Ground.DOCUMENT
    wished = _wished(answers, recommendation)
    if wished == "plain":
        return _tone(str(recommendation.style))
    # A headshot keeps its surroundings simple, so a place stays blurred there.
    return Ground.BLURRED_PLACE if recommendation.kind == "headshot" else Ground(wished)


def _wished(answers: Answers, recommendation: Recommendation) -> str:
    if answers.background not in {None, "unsure"}:
        return str(answers.background)
    if answers.place == "location":
        return "recognisable_place" if answers.story == "central" else "blurred_place"
    return "blurred_place" if recommendation.style in _STYLES_BEFORE_A_PLACE else "plain"


def _tone(style: str) -> Ground:
    if style in _LIGHT_STYLES:
        return Ground.LIGHT
    return Ground.DARK if style in _DARK_STYLES else Ground.GREY
