"""How the floor of a set lies on the plate: its scale, and how much of it is shown."""

from __future__ import annotations

from dataclasses import dataclass

from guidance.diagrams.drawing import Point
from guidance.diagrams.lettering import INSIDE, Span
from guidance.diagrams.stage import Lamp, Stage
from guidance.framing import BEHIND_CAMERA_MM, PERSON_WIDTH_MM

TALLEST = 300.0
GUTTER = 52.0
"""Space on the left for the room's width, and for the heights of the side view."""

AROUND_MM = 250.0
"""Free floor drawn around whatever stands outermost."""

SPARE_SHOWN_MM = 2000.0
SPARE_WORTH_CUTTING_MM = 1000.0
"""Floor that nothing stands on is shown so far, and cut off where much more is left."""


@dataclass(frozen=True, slots=True)
class View:
    """From mm of the stage to the plate: `x` of what lies along, `y` of what lies across."""

    scale: float
    left: float
    top: float
    along_mm: Span
    across_mm: Span

    def x(self, along_mm: float) -> float:
        return self.left + (along_mm - self.along_mm.low) * self.scale

    def y(self, across_mm: float) -> float:
        return self.top + (across_mm - self.across_mm.low) * self.scale

    def at(self, along_mm: float, across_mm: float) -> Point:
        return self.x(along_mm), self.y(across_mm)

    @property
    def bottom(self) -> float:
        return self.y(self.across_mm.high)


def view_of(stage: Stage, top: float) -> View:
    """The whole floor, as large as the plate bears, its upper edge at `top`."""
    along_mm, across_mm = along_shown(stage), _across_shown(stage)
    room = Span(GUTTER, INSIDE.high - 2)
    scale = min(room.length / along_mm.length, TALLEST / across_mm.length)
    left = room.low + (room.length - along_mm.length * scale) / 2
    return View(scale, left, top, along_mm, across_mm)


def along_shown(stage: Stage) -> Span:
    """From behind the photographer to behind the background, walls and lamps included."""
    lamps = [edge[0] for lamp in lamps_of(stage) for edge in lamp.outline_mm]
    low = min(near_edge_mm(stage), stage.sensor_mm, *lamps)
    return Span(low - 60, max(stage.background_mm, *lamps) + 60)


def near_edge_mm(stage: Stage) -> float:
    """The wall behind the photographer, or where the floor is cut off in a longer room."""
    if stage.near_wall_mm is None:
        return stage.sensor_mm - BEHIND_CAMERA_MM
    cut_mm = stage.sensor_mm - SPARE_SHOWN_MM
    return cut_mm if cut_mm - stage.near_wall_mm > SPARE_WORTH_CUTTING_MM else stage.near_wall_mm


def half_edge_mm(stage: Stage) -> float:
    """The walls at both sides, or where the floor ends, or is cut off in a wider room."""
    if stage.half_width_mm is None:
        return _outermost_mm(stage) + AROUND_MM
    cut_mm = _outermost_mm(stage) + SPARE_SHOWN_MM
    return cut_mm if stage.half_width_mm - cut_mm > SPARE_WORTH_CUTTING_MM else stage.half_width_mm


def _across_shown(stage: Stage) -> Span:
    """The floor, and what stands outside it, the same on both sides of the camera's line."""
    half_mm, outermost_mm = half_edge_mm(stage) + 40, _outermost_mm(stage)
    half_mm = outermost_mm + AROUND_MM if outermost_mm > half_mm else half_mm
    return Span(-half_mm, half_mm)


def _outermost_mm(stage: Stage) -> float:
    """How far from the camera's line anything stands."""
    lamps = [abs(edge[1]) for lamp in lamps_of(stage) for edge in lamp.outline_mm]
    people = [abs(across_mm) + PERSON_WIDTH_MM / 2 for _along, across_mm in stage.people]
    ground = abs(stage.ground_light_mm[1]) if stage.ground_light_mm else 0.0
    return max(*lamps, *people, ground, stage.background_half_mm)


def lamps_of(stage: Stage) -> list[Lamp]:
    return [stage.key] if stage.fill is None else [stage.key, stage.fill]
