"""Moods as faces: where the brows stand, how the eyes and the mouth are, how dark it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from guidance.diagrams.drawing import Sheet, curve, mirrored, moved, window
from guidance.diagrams.person import (
    HEAD_HALF,
    HEAD_START,
    body,
    brows,
    head,
    lids,
    nose,
    open_eyes,
)
from guidance.diagrams.pictures import square_sheet
from guidance.framing import FRAMINGS

FACE_FIELD_MM = FRAMINGS["face"].field_mm

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
        "professional": Expression(22, 20, "open", 7),
        "warm": Expression(25, 21, "open", 14, 30, tilt_deg=4),
        "joy": Expression(30, 26, "smiling", 18, 32, mouth_open=20),
        "contentment": Expression(25, 21, "closed", 12, 26, tilt_deg=-3),
        "excitement": Expression(36, 31, "open", 12, 26, mouth_open=25),
        "melancholy": Expression(29, 19, "down", -5, 22, tilt_deg=6, shadow=True),
        "grief": Expression(31, 16, "closed", -12, 22, tilt_deg=9, dark=True, shadow=True),
        "intense": Expression(14, 24, "open", -1, 25, dark=True, shadow=True),
    }
)


def mood_figure(mood: str, *, label: str = "") -> str:
    """The mood as a face and its light; KeyError for an unknown word."""
    expression = EXPRESSIONS[mood]
    sheet = square_sheet(FACE_FIELD_MM)
    dusk = sheet.ground("shade") if expression.dark else ""
    tilted = moved(0, 230, moved(0, -230, _head(expression)), turn_deg=expression.tilt_deg)
    return sheet.svg(sheet.ground(), dusk, body(), tilted, label=label)


def _head(expression: Expression) -> str:
    return (
        head()
        + (_shaded_side() if expression.shadow else "")
        + brows(expression.brow_inner, expression.brow_outer)
        + EYES[expression.eyes]
        + nose()
        + _mouth(expression)
    )


def _shaded_side() -> str:
    """The half of the face that the key light does not reach."""
    left = Sheet(-100, 0, 96, 231, 1)
    return window(left, mirrored(HEAD_START, HEAD_HALF, "shade"))


def _mouth(expression: Expression) -> str:
    half, middle = expression.mouth_half_width, 187.0
    corner = middle - expression.mouth_lift * 0.6
    if not expression.mouth_open:
        bend = middle + expression.mouth_lift * 0.4
        lips = ((-half * 0.5, bend), (half * 0.5, bend), (half, corner))
        return curve((-half, corner), lips, tone="feature")
    low = middle + expression.mouth_open
    upper = ((-half * 0.5, middle), (half * 0.5, middle), (half, corner))
    lower = ((half * 0.8, low), (-half * 0.8, low), (-half, corner))
    return curve((-half, corner), upper, lower, tone="feature_ink", closed=True)


EYES: Mapping[Eyes, str] = MappingProxyType(
    {
        "open": open_eyes(),
        "down": open_eyes(3, 3, openness=0.6),
        "smiling": lids(-13),
        "closed": lids(10),
    }
)
