"""Moods as faces: where the brows stand, how the eyes and the mouth are, how dark it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from guidance.diagrams.drawing import Sheet, curve, mirrored, moved, window
from guidance.diagrams.person import (
    EYE_X_MM,
    EYE_Y_MM,
    HEAD_HALF,
    HEAD_START,
    body,
    eyes,
    nose,
)
from guidance.diagrams.pictures import upright_sheet

FACE_FIELD_MM = 400.0
"""A little more than the tight face of A3, so that the shoulders carry the mood too."""

Eyes = Literal["open", "down", "smiling", "closed"]


@dataclass(frozen=True, slots=True)
class Expression:
    """A face in millimetres: brows as heights at their inner and outer ends above the eyes.

    `mouth_lift` is how far the corners stand above the middle of the mouth, `mouth_open` how far
    the lower lip is below the upper; `shadow` darkens the side away from the light.
    """

    brow_inner: float
    brow_outer: float
    eyes: Eyes
    mouth_lift: float
    mouth_half_width: float = 27
    mouth_open: float = 0
    tilt_deg: float = 0
    dark: bool = False
    shadow: bool = False


EXPRESSIONS: Mapping[str, Expression] = MappingProxyType(
    {
        "professional": Expression(27, 26, "open", 7),
        "warm": Expression(30, 26, "open", 14, 30, tilt_deg=4),
        "joy": Expression(34, 29, "smiling", 20, 36, mouth_open=26),
        "contentment": Expression(28, 24, "closed", 12, 26, tilt_deg=-3),
        "excitement": Expression(42, 36, "open", 12, 28, mouth_open=34),
        "melancholy": Expression(34, 23, "down", -5, 22, tilt_deg=6, shadow=True),
        "grief": Expression(36, 20, "closed", -12, 22, tilt_deg=9, dark=True, shadow=True),
        "intense": Expression(19, 27, "open", -1, 25, dark=True, shadow=True),
    }
)


def mood_figure(mood: str, *, label: str = "") -> str:
    """The mood as a face and its light; KeyError for an unknown word."""
    expression = EXPRESSIONS[mood]
    sheet = upright_sheet(FACE_FIELD_MM)
    backdrop = sheet.ground() + (sheet.ground("shade") * 2 if expression.dark else "")
    tilted = moved(0, 230, moved(0, -230, _head(expression)), turn_deg=expression.tilt_deg)
    return sheet.svg(backdrop, body(), tilted, label=label)


def _head(expression: Expression) -> str:
    return (
        mirrored(HEAD_START, HEAD_HALF, "body")
        + (_shaded_side() if expression.shadow else "")
        + _brows(expression)
        + EYES[expression.eyes]
        + nose()
        + _mouth(expression)
    )


def _shaded_side() -> str:
    """The half of the face that the key light does not reach."""
    right = Sheet(8, 0, 90, 231, 1)
    return window(right, mirrored(HEAD_START, HEAD_HALF, "shade"))


def _brows(expression: Expression) -> str:
    inner, outer = EYE_Y_MM - expression.brow_inner, EYE_Y_MM - expression.brow_outer
    peak = min(inner, outer) - 3
    return "".join(
        curve((side * 18, inner), ((side * 28, peak), (side * 42, peak), (side * 54, outer)))
        for side in (-1, 1)
    )


def _mouth(expression: Expression) -> str:
    half, middle = expression.mouth_half_width, 188.0
    corner = middle - expression.mouth_lift * 0.6
    upper = ((-half * 0.5, middle), (half * 0.5, middle), (half, corner))
    if not expression.mouth_open:
        bend = middle + expression.mouth_lift * 0.4
        return curve((-half, corner), ((-half * 0.5, bend), (half * 0.5, bend), (half, corner)))
    low = middle + expression.mouth_open
    lower = ((half * 0.8, low), (-half * 0.8, low), (-half, corner))
    return curve((-half, corner), upper, lower, tone="ink", closed=True)


def _lids(bend_mm: float) -> str:
    """Both eyes as arcs: bent down they are closed, bent up they smile."""
    ends_y = EYE_Y_MM + (2 if bend_mm < 0 else -2)
    return "".join(
        curve(
            (x - 14, ends_y),
            ((x - 6, ends_y + bend_mm), (x + 6, ends_y + bend_mm), (x + 14, ends_y)),
        )
        for x in (-EYE_X_MM, EYE_X_MM)
    )


def _lowered() -> str:
    """Eyes that look down and aside under their lids."""
    return eyes(-3, 4) + _lids(-5)


EYES: Mapping[Eyes, str] = MappingProxyType(
    {"open": eyes(), "down": _lowered(), "smiling": _lids(-12), "closed": _lids(10)}
)
