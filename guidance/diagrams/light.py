"""Light plans from above: the face, the camera, and where each lamp stands (B1, B2)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from guidance.diagrams.drawing import Sheet, circle, dashed, moved, polyline, rectangle

SIDE_MM = 3000.0
LAMP_DISTANCE_MM = 1050.0
CAMERA_DISTANCE_MM = 1266.0
"""85 mm on full frame, head and shoulders (oracle F1)."""


@dataclass(frozen=True, slots=True)
class Lamp:
    """A lamp by its angle sideways from the camera's line, clockwise seen from above."""

    sideways_deg: float
    is_key: bool = True


@dataclass(frozen=True, slots=True)
class Plan:
    """The lamps of one pattern and how far the face turns away from the camera."""

    lamps: tuple[Lamp, ...]
    face_turn_deg: float = 0


KEY_FRONT = Lamp(0)
FILL_LEFT = Lamp(-40, is_key=False)

PLANS: Mapping[str, Plan] = MappingProxyType(
    {
        "butterfly": Plan((KEY_FRONT,)),
        "clamshell": Plan((KEY_FRONT, Lamp(0, is_key=False))),
        "loop": Plan((Lamp(38), FILL_LEFT)),
        "rembrandt": Plan((Lamp(45), FILL_LEFT)),
        "split": Plan((Lamp(90),)),
        "short": Plan((Lamp(45), FILL_LEFT), face_turn_deg=25),
        "broad": Plan((Lamp(45), FILL_LEFT), face_turn_deg=-25),
        "flat": Plan((Lamp(45), Lamp(-45))),
    }
)
"""Sideways angles of B1; the height of a lamp is in the brief's words."""


def light_figure(pattern: str, *, label: str = "") -> str:
    """The plan of one light pattern, seen from above; KeyError for an unknown word."""
    plan = PLANS[pattern]
    sheet = Sheet(-SIDE_MM / 2, -SIDE_MM * 0.32, SIDE_MM, SIDE_MM * 0.84, SIDE_MM * 0.0075)
    backdrop = polyline((-1000, -800), (1000, -800), tone="soft")
    lamps = "".join(_lamp(lamp) for lamp in plan.lamps)
    return sheet.svg(sheet.ground(), backdrop, lamps, _camera(), _face(plan), label=label)


def _face(plan: Plan) -> str:
    """The head from above, its nose towards where it looks."""
    nose = polyline((-34, 92), (0, 150), (34, 92))
    shoulders = moved(0, -30, rectangle(-230, -70, 460, 140, "thing", corner=70))
    return shoulders + moved(0, 0, circle(0, 0, 105, "thing"), nose, turn_deg=-plan.face_turn_deg)


def _camera() -> str:
    y = CAMERA_DISTANCE_MM
    return rectangle(-55, y - 130, 110, 90, "thing") + rectangle(-110, y - 40, 220, 130, "ink", 16)


def _lamp(lamp: Lamp) -> str:
    """A softbox facing the head; the key with its beam, a fill in outline only."""
    nearer = 0.84 if lamp.is_key else 0.66
    distance = LAMP_DISTANCE_MM * (nearer if lamp.sideways_deg == 0 else 1)
    angle = math.radians(lamp.sideways_deg)
    x, y = distance * math.sin(angle), distance * math.cos(angle)
    box = polyline((-200, 0), (200, 0), (80, 150), (-80, 150), tone="thing", closed=True)
    face = polyline((-200, 0), (200, 0), tone="ray") if lamp.is_key else ""
    glow = circle(0, 66, 34, "light") if lamp.is_key else ""
    beam = dashed(polyline((0, -40), (0, -distance + 240), tone="ray"), 46) if lamp.is_key else ""
    return moved(x, y, beam, box, face, glow, turn_deg=-lamp.sideways_deg)
