"""Light plans from above: the face, the camera, and where each lamp stands (B1, B2)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from guidance.diagrams.drawing import Sheet, circle, dashed, moved, polyline, rectangle
from guidance.lighting import PATTERNS

SIDE_MM = 2400.0
LAMP_DISTANCE_MM = 950.0
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


def _key(pattern: str) -> Lamp:
    return Lamp(PATTERNS[pattern].side_deg)


FILL_LEFT = Lamp(-40, is_key=False)

PLANS: Mapping[str, Plan] = MappingProxyType(
    {
        "butterfly": Plan((_key("butterfly"),)),
        "clamshell": Plan((_key("clamshell"), Lamp(0, is_key=False))),
        "loop": Plan((_key("loop"), FILL_LEFT)),
        "rembrandt": Plan((_key("rembrandt"), FILL_LEFT)),
        "split": Plan((_key("split"),)),
        "short": Plan((_key("short"), FILL_LEFT), face_turn_deg=25),
        "broad": Plan((_key("broad"), FILL_LEFT), face_turn_deg=-25),
        "flat": Plan((_key("flat"), Lamp(-PATTERNS["flat"].side_deg))),
    }
)
"""The lamps of B1 from above; their height is in the brief's words."""


def light_figure(pattern: str, *, label: str = "") -> str:
    """The plan of one light pattern, seen from above; KeyError for an unknown word."""
    plan = PLANS[pattern]
    sheet = Sheet(-SIDE_MM / 2, -0.28 * SIDE_MM, SIDE_MM, 0.94 * SIDE_MM, 0.009 * SIDE_MM)
    backdrop = polyline((-900, -520), (900, -520), tone="soft")
    lamps = "".join(_lamp(lamp) for lamp in plan.lamps)
    return sheet.svg(
        sheet.ground(),
        backdrop,
        lamps,
        _camera(),
        person_from_above(plan.face_turn_deg),
        label=label,
    )


def person_from_above(face_turn_deg: float = 0) -> str:
    """The person from above in mm, the nose down the page or turned from there to the right."""
    shoulders = rectangle(-240, -120, 480, 170, "ink", corner=85)
    nose = polyline((-42, 90), (0, 158), (42, 90), tone="face", closed=True)
    return shoulders + moved(0, 0, nose, circle(0, 0, 112, "face"), turn_deg=-face_turn_deg)


def _camera() -> str:
    y = CAMERA_DISTANCE_MM
    return rectangle(-62, y - 130, 124, 110, "thing") + rectangle(-130, y - 40, 260, 140, "ink", 20)


def _lamp(lamp: Lamp) -> str:
    """A softbox facing the head: the key with its beam, a fill without one and smaller."""
    distance = LAMP_DISTANCE_MM * (_share_in_front(lamp) if lamp.sideways_deg == 0 else 1)
    angle = math.radians(lamp.sideways_deg)
    half = 260 if lamp.is_key else 190
    bag = polyline(
        (-half, 0), (half, 0), (half * 0.35, 190), (-half * 0.35, 190), tone="thing", closed=True
    )
    front = rectangle(-half, -22, 2 * half, 44, "light" if lamp.is_key else "veil")
    beam = dashed(polyline((0, -60), (0, 240 - distance), tone="ray"), 42) if lamp.is_key else ""
    place = (distance * math.sin(angle), distance * math.cos(angle))
    return moved(*place, beam, bag, front, turn_deg=-lamp.sideways_deg)


def _share_in_front(lamp: Lamp) -> float:
    """On the camera's line the lamps stand one behind the other, the fill nearer and lower."""
    return 0.8 if lamp.is_key else 0.5
