"""Glasses: from where a light shows in the lenses, and how high the key must stand (table B4).

Elevations are degrees above eye level, positive upwards, seen from the face.
"""

from __future__ import annotations

import math

FRAME_TILT_DEG = 8.0
"""How far worn glasses lean forward (S24)."""

LENS_RADIUS_MM = 530 / 6
"""Front radius of a common spectacle lens, base curve 6."""

LENS_HALF_HEIGHT_MM = 20.0
LENS_HALF_WIDTH_MM = 25.0

GLARE_MARGIN_DEG = 5.0
"""The lower edge of key and fill stays this far above the mirrored band."""

SOFTBOX_HALF_HEIGHT_MM = 500.0


def mirrored_deg(
    height_on_lens_mm: float,
    *,
    tilt_deg: float = FRAME_TILT_DEG,
    chin_up_deg: float = 0.0,
    camera_up_deg: float = 0.0,
    radius_mm: float = LENS_RADIUS_MM,
) -> float:
    """Elevation that a point of the lens mirrors into the camera, above eye level.

    ValueError where the point lies outside the lens's sphere.
    """
    slope_deg = _slope_deg(height_on_lens_mm, radius_mm)
    return 2 * (chin_up_deg - tilt_deg + slope_deg) - camera_up_deg


def glare_band_deg(
    *, tilt_deg: float = FRAME_TILT_DEG, chin_up_deg: float = 0.0, camera_up_deg: float = 0.0
) -> tuple[float, float]:
    """Lowest and highest elevation from which a light shows in the glasses."""
    low, high = (
        mirrored_deg(
            height_mm, tilt_deg=tilt_deg, chin_up_deg=chin_up_deg, camera_up_deg=camera_up_deg
        )
        for height_mm in (-LENS_HALF_HEIGHT_MM, LENS_HALF_HEIGHT_MM)
    )
    return low, high


def glare_sideways_deg() -> float:
    """How far to either side a light at eye level shows in the glasses."""
    return 2 * _slope_deg(LENS_HALF_WIDTH_MM, LENS_RADIUS_MM)


def lamp_span_deg(
    centre_deg: float, half_height_mm: float, distance_mm: float
) -> tuple[float, float]:
    """Lower and upper edge of a lamp as the face sees it."""
    half_deg = math.degrees(math.atan(half_height_mm / distance_mm))
    return centre_deg - half_deg, centre_deg + half_deg


def lowest_clear_deg(distance_mm: float, half_height_mm: float = SOFTBOX_HALF_HEIGHT_MM) -> float:
    """Lowest elevation of a lamp's centre that keeps its lower edge out of the glasses."""
    lower_edge_deg, _upper = lamp_span_deg(0.0, half_height_mm, distance_mm)
    return glare_band_deg()[1] + GLARE_MARGIN_DEG - lower_edge_deg


def nearest_clear_side_deg(
    distance_mm: float, half_width_mm: float = SOFTBOX_HALF_HEIGHT_MM
) -> float:
    """How far aside a lamp's centre clears the glasses by its inner edge, at any height."""
    inner_edge_deg, _outer = lamp_span_deg(0.0, half_width_mm, distance_mm)
    return glare_sideways_deg() - inner_edge_deg


def _slope_deg(offset_mm: float, radius_mm: float) -> float:
    if radius_mm <= 0 or abs(offset_mm) > radius_mm:
        raise ValueError("the point must lie on the lens: its offset is more than the radius")
    return math.degrees(math.asin(offset_mm / radius_mm))
