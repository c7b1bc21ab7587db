"""Where everything stands: the brief's distances and angles as places on the floor and above it.

`along` runs in mm from the lens (0) past the sitter's eyes to the background, `across` to the
camera's right, heights from the floor. The background stands at the far wall, so that a room
longer than needed leaves its space behind the camera.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from guidance.brief.sheet import Brief, LightPlan
from guidance.diagrams.light import PLANS
from guidance.framing import BEHIND_CAMERA_MM, PERSON_WIDTH_MM
from guidance.lighting import FILL_HALF_MM

BAG_SHARE = 0.62
"""Depth of a softbox as a share of half its side, as it is drawn."""

PAPER_HALF_MM = 1360.0
"""Half the width of a roll of background paper, 2.72 m (GK)."""

TOLERANCE_MM = 1.0


@dataclass(frozen=True, slots=True)
class Lamp:
    """A lamp by its middle; `side_deg` is from the camera's line, clockwise seen from above."""

    along_mm: float
    across_mm: float
    height_mm: float
    floor_mm: float
    side_deg: float
    up_deg: float
    half_mm: float

    @property
    def edges_mm(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """The two ends of its front from above, as along and across."""
        angle = math.radians(self.side_deg)
        along, across = self.half_mm * math.sin(angle), self.half_mm * math.cos(angle)
        return (
            (self.along_mm - along, self.across_mm - across),
            (self.along_mm + along, self.across_mm + across),
        )

    @property
    def outline_mm(self) -> tuple[tuple[float, float], ...]:
        """Those ends and the back of its bag."""
        angle = math.radians(self.side_deg)
        along_mm = self.along_mm - BAG_SHARE * self.half_mm * math.cos(angle)
        across_mm = self.across_mm + BAG_SHARE * self.half_mm * math.sin(angle)
        return (*self.edges_mm, (along_mm, across_mm))

    @property
    def top_mm(self) -> float:
        """Height of its upper edge."""
        return self.height_mm + self.half_mm * math.cos(math.radians(self.up_deg))


@dataclass(frozen=True, slots=True)
class Stage:
    """The places of one brief; walls and ceiling are None where the room is not known."""

    sensor_mm: float
    eyes_mm: float
    last_row_mm: float
    background_mm: float
    eye_height_mm: float
    lens_height_mm: float
    people: tuple[tuple[float, float], ...]
    face_turn_deg: float
    key: Lamp
    fill: Lamp | None
    ground_light_mm: tuple[float, float] | None
    coverage_half_mm: float
    near_wall_mm: float | None
    half_width_mm: float | None
    ceiling_mm: float | None

    @property
    def behind_mm(self) -> float:
        """Room between the wall, or what the photographer needs, and the camera."""
        return BEHIND_CAMERA_MM if self.near_wall_mm is None else self.sensor_mm - self.near_wall_mm

    @property
    def background_half_mm(self) -> float:
        """Half of what the background shows here: enough for the frame, never past the walls."""
        half_mm = max(1.08 * self.coverage_half_mm, PAPER_HALF_MM)
        return half_mm if self.half_width_mm is None else min(half_mm, self.half_width_mm)

    def holds(self, along_mm: float, across_mm: float) -> bool:
        """Whether a place lies within the walls, or there are none."""
        if self.near_wall_mm is None or self.half_width_mm is None:
            return True
        return (
            along_mm >= self.near_wall_mm - TOLERANCE_MM
            and along_mm <= self.background_mm + TOLERANCE_MM
            and abs(across_mm) <= self.half_width_mm + TOLERANCE_MM
        )

    def holds_lamp(self, lamp: Lamp) -> bool:
        return all(self.holds(*edge) for edge in lamp.edges_mm)

    def is_below_ceiling(self, height_mm: float) -> bool:
        return self.ceiling_mm is None or height_mm <= self.ceiling_mm + TOLERANCE_MM


def stage_of(brief: Brief) -> Stage:
    """Everything in its place; ZeroDivisionError for a brief that is not drawable."""
    framing, light, room = brief.framing, brief.light, brief.room
    last_row_mm = framing.distance_mm + framing.depth_of_rows_mm
    background_mm = last_row_mm + framing.background_gap_mm
    turn_deg = PLANS[light.pattern].face_turn_deg if len(framing.rows) == 1 else 0.0
    return Stage(
        sensor_mm=framing.distance_mm - framing.sensor_to_subject_mm,
        eyes_mm=framing.distance_mm,
        last_row_mm=last_row_mm,
        background_mm=background_mm,
        eye_height_mm=light.eye_height_mm,
        lens_height_mm=framing.lens_height_mm or light.eye_height_mm,
        people=tuple(_people(brief)),
        face_turn_deg=turn_deg,
        key=_key(light, framing.distance_mm, turn_deg),
        fill=_fill(light, framing.distance_mm, turn_deg),
        ground_light_mm=_ground_light(brief, background_mm),
        coverage_half_mm=framing.width_mm / 2 * background_mm / framing.distance_mm,
        near_wall_mm=None if room is None else background_mm - room.length_m * 1000,
        half_width_mm=None if room is None else room.width_m * 500,
        ceiling_mm=None if room is None else room.height_m * 1000,
    )


def row_places(rows: tuple[int, ...]) -> Iterator[tuple[int, float]]:
    """Each person as their row, front row 0, and their place across in mm.

    Rows of equal length stand shifted by half a person, so that every face has a gap before it.
    """
    for row, people in enumerate(rows):
        even = len(rows) > 1 and len(set(rows)) == 1
        shift_mm = (PERSON_WIDTH_MM / 4 if row % 2 else -PERSON_WIDTH_MM / 4) if even else 0.0
        for place in range(people):
            yield row, (place - (people - 1) / 2) * PERSON_WIDTH_MM + shift_mm


def _people(brief: Brief) -> Iterator[tuple[float, float]]:
    framing = brief.framing
    behind = max(len(framing.rows) - 1, 1)
    for row, across_mm in row_places(framing.rows):
        yield framing.distance_mm + row / behind * framing.depth_of_rows_mm, across_mm


def _key(light: LightPlan, eyes_mm: float, turn_deg: float) -> Lamp:
    side_deg = light.key_side_deg + turn_deg
    place = (side_deg, light.key_up_deg, light.key_distance_mm)
    return _lamp(light.eye_height_mm, eyes_mm, place, light.key_half_mm)


def _fill(light: LightPlan, eyes_mm: float, turn_deg: float) -> Lamp | None:
    if light.fill_side_deg is None:
        return None
    is_twin = light.fill_side_deg == -light.key_side_deg and light.fill_up_deg == light.key_up_deg
    half_mm = light.key_half_mm if is_twin else FILL_HALF_MM
    place = (light.fill_side_deg + turn_deg, light.fill_up_deg, light.fill_distance_mm)
    return _lamp(light.eye_height_mm, eyes_mm, place, half_mm)


def _lamp(
    eye_height_mm: float, eyes_mm: float, place: tuple[float, float, float], half_mm: float
) -> Lamp:
    side_deg, up_deg, distance_mm = place
    floor_mm = distance_mm * math.cos(math.radians(up_deg))
    return Lamp(
        along_mm=eyes_mm - floor_mm * math.cos(math.radians(side_deg)),
        across_mm=floor_mm * math.sin(math.radians(side_deg)),
        height_mm=eye_height_mm + distance_mm * math.sin(math.radians(up_deg)),
        floor_mm=floor_mm,
        side_deg=side_deg,
        up_deg=up_deg,
        half_mm=half_mm,
    )


def _ground_light(brief: Brief, background_mm: float) -> tuple[float, float] | None:
    """Beside the picture, half-way to the background; its place is the photographer's to find."""
    if brief.light.ground_stops is None:
        return None
    framing = brief.framing
    along_mm = background_mm - framing.background_gap_mm / 2
    out_mm = framing.width_mm / 2 * along_mm / framing.distance_mm + 300
    if brief.room is not None:
        out_mm = min(out_mm, max(brief.room.width_m * 500 - 200, 0))
    return along_mm, -out_mm
