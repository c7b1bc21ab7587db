"""Lens and sensor arithmetic: where the camera stands, what is sharp, what is blurred.

Thin-lens formulas of table A1, sensor formats of A2, worked cases of A3 and A4. Lengths are
millimetres, f-numbers are the *marked* ones (5.6, not 4·√2). What to choose with these numbers
is decided elsewhere. Every function raises ValueError, naming the quantity, for a length, an
f-number or a pixel count that is not above zero, and for a subject inside the focal length.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

# Airy disc 2.44·λ·N at λ = 0.00055 mm (A1, S15).
AIRY_DISC_MM_PER_F_NUMBER = 2.44 * 0.00055

# Largest blur that looks sharp on a print held at 25 cm (A2, S5).
PRINT_BLUR_MM = 0.2
READING_DISTANCE_MM = 250.0

MARKED_STOPS = (
    *(1.2, 1.4, 1.6, 1.8, 2.0, 2.2, 2.5, 2.8, 3.2, 3.5, 4.0, 4.5, 5.0, 5.6),
    *(6.3, 7.1, 8.0, 9.0, 10.0, 11.0, 13.0, 14.0, 16.0, 18.0, 20.0, 22.0),
)
"""Third stops as engraved on the lens and shown by the camera (A1)."""


MARKED_SHUTTERS = (
    *(60, 80, 100, 125, 160, 200, 250, 320, 400, 500, 640, 800),
    *(1000, 1250, 1600, 2000, 2500, 3200, 4000, 5000, 6400, 8000),
)
"""Shutter times in third stops as the camera shows them: 125 is 1/125 s."""


@dataclass(frozen=True, slots=True)
class SensorFormat:
    """One row of table A2; sides and circle of confusion in mm."""

    key: str
    name: Text
    long_side_mm: float
    short_side_mm: float
    crop_factor: float
    circle_mm: float

    @property
    def diffraction_cap(self) -> float:
        """The f-number at which the Airy disc fills the circle of confusion (A2)."""
        return diffraction_cap(self.circle_mm)

    @property
    def working_ceiling(self) -> float:
        """The marked stop nearest to one stop under the cap: 16, 11, 8 … (A4)."""
        return working_ceiling(self.circle_mm)


def _formats() -> Iterator[SensorFormat]:
    yield SensorFormat("full_frame", text(_("full frame"), source="A2"), 36.0, 24.0, 1.0, 0.030)
    yield SensorFormat("aps_c", text(_("APS-C"), source="A2"), 23.5, 15.6, 1.5, 0.020)
    yield SensorFormat("aps_c_canon", text(_("Canon APS-C"), source="A2"), 22.3, 14.9, 1.6, 0.019)
    micro_four_thirds = text(_("Micro Four Thirds"), source="A2")
    yield SensorFormat("micro_four_thirds", micro_four_thirds, 17.3, 13.0, 2.0, 0.015)
    medium = text(_("medium format 44×33"), source="A2")
    yield SensorFormat("medium_44x33", medium, 43.8, 32.9, 0.79, 0.038)
    yield SensorFormat("one_inch", text(_("1-inch sensor"), source="A2"), 13.2, 8.8, 2.7, 0.011)


SENSOR_FORMATS: Mapping[str, SensorFormat] = MappingProxyType(
    {sensor.key: sensor for sensor in _formats()}
)
"""Sensor formats by key (A2; S3, S4, S7)."""


@dataclass(frozen=True, slots=True)
class DepthOfField:
    """The zone that counts as sharp, in mm from the lens; `far_mm` may be infinite."""

    near_mm: float
    far_mm: float


def subject_distance_mm(focal_mm: float, field_mm: float, side_mm: float) -> float:
    """Lens-to-subject distance at which `side_mm` of sensor sees `field_mm` (A1, S6)."""
    _require_positive(focal_mm=focal_mm, field_mm=field_mm, side_mm=side_mm)
    return focal_mm * (1 + field_mm / side_mm)


def field_seen_mm(focal_mm: float, distance_mm: float, side_mm: float) -> float:
    """What `side_mm` of sensor sees at `distance_mm` (A1, S6)."""
    _require_in_front(focal_mm, distance_mm)
    _require_positive(side_mm=side_mm)
    return side_mm * (distance_mm - focal_mm) / focal_mm


def sensor_to_subject_mm(focal_mm: float, distance_mm: float) -> float:
    """What the focus scale reads: lens-to-subject plus the image distance (A1)."""
    _require_in_front(focal_mm, distance_mm)
    return distance_mm + focal_mm * distance_mm / (distance_mm - focal_mm)


def magnification(focal_mm: float, distance_mm: float) -> float:
    """Size on the sensor over size in life (A1, S6)."""
    _require_in_front(focal_mm, distance_mm)
    return focal_mm / (distance_mm - focal_mm)


def angle_of_view_deg(focal_mm: float, side_mm: float) -> float:
    """Angle that `side_mm` of sensor sees, focused far away (A1, S6)."""
    _require_positive(focal_mm=focal_mm, side_mm=side_mm)
    return math.degrees(2 * math.atan(side_mm / (2 * focal_mm)))


def hyperfocal_mm(focal_mm: float, f_number: float, circle_mm: float) -> float:
    """Focus distance from which everything to infinity is sharp (A1, S1)."""
    _require_positive(focal_mm=focal_mm, f_number=f_number, circle_mm=circle_mm)
    return focal_mm**2 / (f_number * circle_mm) + focal_mm


def depth_of_field(
    focal_mm: float, f_number: float, circle_mm: float, distance_mm: float
) -> DepthOfField:
    """Near and far limit of sharpness with the focus at `distance_mm` (A1, S1)."""
    _require_in_front(focal_mm, distance_mm)
    hyperfocal = hyperfocal_mm(focal_mm, f_number, circle_mm)
    reach = distance_mm * (hyperfocal - focal_mm)
    far_mm = reach / (hyperfocal - distance_mm) if distance_mm < hyperfocal else math.inf
    return DepthOfField(reach / (hyperfocal + distance_mm - 2 * focal_mm), far_mm)


def blur_disc_mm(focal_mm: float, f_number: float, focus_mm: float, point_mm: float) -> float:
    """Blur on the sensor of a point at `point_mm`, focus at `focus_mm` (A1).

    `point_mm` may be infinite.
    """
    _require_in_front(focal_mm, focus_mm)
    _require_positive(f_number=f_number, point_mm=point_mm)
    offset = 1.0 if math.isinf(point_mm) else abs(point_mm - focus_mm) / point_mm
    return focal_mm**2 / (f_number * (focus_mm - focal_mm)) * offset


def background_blur_mm(
    focal_mm: float, f_number: float, distance_mm: float, behind_mm: float
) -> float:
    """Blur on the sensor of a background `behind_mm` behind a focused subject (A1)."""
    return blur_disc_mm(focal_mm, f_number, distance_mm, distance_mm + behind_mm)


def gap_for_blur_mm(
    focal_mm: float, f_number: float, distance_mm: float, blur_mm: float
) -> float | None:
    """How far behind the subject a background blurs to `blur_mm`; None when it never does."""
    _require_positive(blur_mm=blur_mm)
    most_mm = blur_disc_mm(focal_mm, f_number, distance_mm, math.inf)
    return blur_mm * distance_mm / (most_mm - blur_mm) if blur_mm < most_mm else None


def f_number_on_eye(
    focal_mm: float, circle_mm: float, distance_mm: float, front_mm: float, behind_mm: float
) -> float:
    """Smallest f-number that holds a zone around the near eye, the focus on it (A1).

    The zone reaches `front_mm` towards the camera and `behind_mm` away from it; either may be 0.
    """
    _require_in_front(focal_mm, distance_mm)
    _require_positive(circle_mm=circle_mm)
    if front_mm < 0 or behind_mm < 0 or front_mm >= distance_mm:
        raise ValueError("front_mm and behind_mm must be 0 or more and lie before the lens")
    scale = focal_mm**2 / (circle_mm * (distance_mm - focal_mm))
    return scale * max(behind_mm / (distance_mm + behind_mm), front_mm / (distance_mm - front_mm))


def focus_between_mm(near_mm: float, far_mm: float) -> float:
    """The focus that shares sharpness between two planes: their harmonic mean (A1)."""
    _require_positive(near_mm=near_mm, far_mm=far_mm)
    return 2 / (1 / near_mm + 1 / far_mm)


def f_number_between(focal_mm: float, circle_mm: float, near_mm: float, far_mm: float) -> float:
    """Smallest f-number that holds two planes with the focus shared between them (A1)."""
    focus_mm = focus_between_mm(near_mm, far_mm)
    _require_in_front(focal_mm, focus_mm)
    _require_positive(circle_mm=circle_mm)
    if far_mm < near_mm:
        raise ValueError("far_mm must not be nearer than near_mm")
    spread = (far_mm - near_mm) / (far_mm + near_mm)
    return focal_mm**2 * spread / (circle_mm * (focus_mm - focal_mm))


def far_held_mm(focal_mm: float, f_number: float, circle_mm: float, near_mm: float) -> float:
    """The farthest plane that is held together with `near_mm`, the focus shared (A1).

    :func:`f_number_between` solved for the far plane; infinite where everything behind is held.
    """
    _require_in_front(focal_mm, near_mm)
    _require_positive(f_number=f_number, circle_mm=circle_mm)
    blur_mm = f_number * circle_mm
    against = focal_mm**2 - blur_mm * (2 * near_mm - focal_mm)
    return near_mm * focal_mm * (focal_mm - blur_mm) / against if against > 0 else math.inf


def focus_with_near_limit_mm(
    focal_mm: float, f_number: float, circle_mm: float, near_mm: float
) -> float:
    """The farthest focus that still leaves `near_mm` sharp (A1); infinite where any does.

    :func:`depth_of_field` solved for the focus: it moves sharpness to the background without
    losing what is nearest.
    """
    _require_in_front(focal_mm, near_mm)
    hyperfocal = hyperfocal_mm(focal_mm, f_number, circle_mm)
    left_mm = hyperfocal - focal_mm - near_mm
    return near_mm * (hyperfocal - 2 * focal_mm) / left_mm if left_mm > 0 else math.inf


def diffraction_cap(circle_mm: float) -> float:
    """The f-number at which diffraction alone blurs by `circle_mm` (A1, S15)."""
    _require_positive(circle_mm=circle_mm)
    return circle_mm / AIRY_DISC_MM_PER_F_NUMBER


def working_ceiling(circle_mm: float) -> float:
    """The marked stop nearest to one stop under the diffraction cap (A4)."""
    return nearest_marked_stop(diffraction_cap(circle_mm) / math.sqrt(2))


def marked_stop_holding(f_number: float) -> float:
    """The widest marked stop at or above `f_number`; ValueError past f/22."""
    _require_positive(f_number=f_number)
    for stop in MARKED_STOPS:
        if stop >= f_number:
            return stop
    raise ValueError(f"f_number must be at most {MARKED_STOPS[-1]:g}, the last marked stop")


def marked_stop_within(f_number: float) -> float:
    """The last marked stop at or below `f_number`, the widest one where none is."""
    _require_positive(f_number=f_number)
    return max((stop for stop in MARKED_STOPS if stop <= f_number), default=MARKED_STOPS[0])


@lru_cache(maxsize=64)
def nearest_marked_stop(f_number: float) -> float:
    """The marked stop nearest in exposure to `f_number`."""
    _require_positive(f_number=f_number)
    return min(MARKED_STOPS, key=lambda stop: abs(math.log(stop / f_number)))


def circle_for_print_mm(
    print_side_mm: float, sensor_side_mm: float, viewing_distance_mm: float
) -> float:
    """Circle of confusion for a print seen from a distance (A2).

    `sensor_side_mm` is the part of the sensor that fills `print_side_mm`.
    """
    _require_positive(
        print_side_mm=print_side_mm,
        sensor_side_mm=sensor_side_mm,
        viewing_distance_mm=viewing_distance_mm,
    )
    blur_on_print_mm = PRINT_BLUR_MM * viewing_distance_mm / READING_DISTANCE_MM
    return blur_on_print_mm * sensor_side_mm / print_side_mm


def circle_for_screen_mm(sensor_side_mm: float, width_px: float) -> float:
    """Circle of confusion of one output pixel (A2); the side is what the crop uses."""
    _require_positive(sensor_side_mm=sensor_side_mm, width_px=width_px)
    return sensor_side_mm / width_px


def hand_held_shutter(focal_mm: float, crop_factor: float, *, strict: bool = False) -> float:
    """Slowest hand-held shutter as a fraction: 85 means 1/85 s (A4, S16).

    `strict` halves the time for bodies of high resolution (S16b).
    """
    _require_positive(focal_mm=focal_mm, crop_factor=crop_factor)
    return focal_mm * crop_factor * (2 if strict else 1)


def marked_shutter_within(denominator: float) -> int:
    """The slowest marked time that is no longer than 1/`denominator` s, the shortest at most."""
    _require_positive(denominator=denominator)
    return next((mark for mark in MARKED_SHUTTERS if mark >= denominator), MARKED_SHUTTERS[-1])


def nearest_marked_shutter(denominator: float) -> int:
    """The marked time nearest to 1/`denominator` s."""
    _require_positive(denominator=denominator)
    return min(MARKED_SHUTTERS, key=lambda mark: abs(math.log(mark / denominator)))


def print_ppi(viewing_distance_mm: float) -> float:
    """Pixels per inch that an eye resolving one arc minute needs at a distance (C4, S40b)."""
    _require_positive(viewing_distance_mm=viewing_distance_mm)
    return 25.4 / (viewing_distance_mm * math.tan(math.radians(1 / 60)))


def crop_yield_px(length_px: float, field_mm: float, crop_mm: float) -> float:
    """Pixels left when a crop of `crop_mm` is cut from a frame of `field_mm` (A5)."""
    _require_positive(length_px=length_px, field_mm=field_mm, crop_mm=crop_mm)
    if crop_mm > field_mm:
        raise ValueError("crop_mm must not be larger than field_mm")
    return length_px * crop_mm / field_mm


def nose_to_ear_scale(distance_mm: float) -> float:
    """How much larger the nose is drawn than the ear from `distance_mm` (A3)."""
    if distance_mm <= 40:
        raise ValueError("distance_mm must be more than 40, the tip of the nose")
    return (distance_mm + 100) / (distance_mm - 40)


def _require_positive(**quantities: float) -> None:
    for name, value in quantities.items():
        if not value > 0:
            raise ValueError(f"{name} must be above zero, not {value:g}")


def _require_in_front(focal_mm: float, distance_mm: float) -> None:
    _require_positive(focal_mm=focal_mm)
    if not distance_mm > focal_mm:
        raise ValueError(f"distance_mm must be more than the focal length, {focal_mm:g}")
