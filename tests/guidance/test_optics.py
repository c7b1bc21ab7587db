"""Distances, diffraction, blur, prints, crops and shutters against the worked cases (A1-A5, C4)."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance import optics
from guidance.optics import SENSOR_FORMATS, depth_of_field
from tests.guidance.oracles import ORACLES, near


@pytest.mark.parametrize("case", ORACLES["framing"])
def test_distance_for_a_field(case: dict[str, Any]) -> None:
    distance_mm = optics.subject_distance_mm(case["f"], case["F"], case["h"])
    assert distance_mm == near(case["s"])
    assert optics.field_seen_mm(case["f"], distance_mm, case["h"]) == near(case["F"])
    expected_mm = case.get("sensor_to_subject")
    if expected_mm is not None:
        assert optics.sensor_to_subject_mm(case["f"], distance_mm) == near(expected_mm)


# Table A3, rows F1-F16: focal length, sensor side, field, distance, magnification, from sensor.
FRAMING_ROWS = [
    (85, 36, 500, 1266, 0.0720, 1357),
    (105, 36, 500, 1563, 0.0720, 1676),
    (135, 36, 500, 2010, 0.0720, 2155),
    (85, 36, 600, 1502, 0.0600, 1592),
    (85, 36, 900, 2210, 0.0400, 2298),
    (70, 36, 1300, 2598, 0.0277, 2670),
    (50, 36, 2100, 2967, 0.0171, 3018),
    (85, 36, 2100, 5043, 0.0171, 5130),
    (56, 23.5, 500, 1247, 0.0470, 1306),
    (35, 23.5, 2100, 3163, 0.0112, 3198),
    (45, 17.3, 500, 1346, 0.0346, 1392),
    (110, 43.8, 500, 1366, 0.0876, 1485),
    (50, 36, 3350, 4703, 0.0107, 4753),
    (50, 36, 2800, 3939, 0.0129, 3990),
    (50, 36, 500, 744, 0.0720, 798),
    (35, 36, 500, 521, 0.0720, 559),
]


@pytest.mark.parametrize(
    ("focal_mm", "side_mm", "field_mm", "distance_mm", "magnified", "from_sensor_mm"), FRAMING_ROWS
)
def test_framing_table(
    focal_mm: float,
    side_mm: float,
    field_mm: float,
    distance_mm: float,
    magnified: float,
    from_sensor_mm: float,
) -> None:
    found_mm = optics.subject_distance_mm(focal_mm, field_mm, side_mm)
    assert found_mm == near(distance_mm)
    assert optics.magnification(focal_mm, found_mm) == near(magnified)
    assert optics.sensor_to_subject_mm(focal_mm, found_mm) == near(from_sensor_mm)


@pytest.mark.parametrize(
    ("side_mm", "focal_mm", "angle"),
    [
        (36, 85, 23.9),
        (24, 85, 16.1),
        (36, 50, 39.6),
        (36, 35, 54.4),
        (23.5, 56, 23.7),
        (17.3, 45, 21.8),
    ],
)
def test_angle_of_view(side_mm: float, focal_mm: float, angle: float) -> None:
    assert optics.angle_of_view_deg(focal_mm, side_mm) == near(angle)


@pytest.mark.parametrize("case", ORACLES["diffraction_cap"])
def test_diffraction_cap(case: dict[str, Any]) -> None:
    assert optics.diffraction_cap(case["c"]) == near(case["N"])


# The Airy disc fills a circle of its own size at the f-number it belongs to (A4).
@pytest.mark.parametrize(
    ("number", "disc_mm"), [(8, 0.0107), (11, 0.0148), (16, 0.0215), (22, 0.0295)]
)
def test_airy_discs(number: float, disc_mm: float) -> None:
    assert number * optics.AIRY_DISC_MM_PER_F_NUMBER == near(disc_mm)
    assert optics.diffraction_cap(disc_mm) == near(number)


# Per pixel diffraction begins where the disc covers two of them (A4): long side in mm and pixels.
@pytest.mark.parametrize(
    ("side_mm", "long_side_px", "number"),
    [
        (36, 6000, 8.9),
        (36, 8192, 6.6),
        (36, 9504, 5.6),
        (23.5, 6240, 5.6),
        (17.3, 5184, 5.0),
    ],
)
def test_onset_of_diffraction_per_pixel(side_mm: float, long_side_px: int, number: float) -> None:
    assert optics.diffraction_cap(2 * side_mm / long_side_px) == pytest.approx(number, abs=0.06)


@pytest.mark.parametrize(
    ("key", "cap"),
    [
        ("medium_44x33", 28.3),
        ("full_frame", 22.4),
        ("aps_c", 14.9),
        ("aps_c_canon", 14.2),
        ("micro_four_thirds", 11.2),
        ("one_inch", 8.20),
    ],
)
def test_caps_of_the_formats(key: str, cap: float) -> None:
    assert SENSOR_FORMATS[key].diffraction_cap == near(cap)


def test_working_ceilings() -> None:
    ceilings = {key: sensor.working_ceiling for key, sensor in SENSOR_FORMATS.items()}
    assert ceilings == {
        "full_frame": 16,
        "aps_c": 11,
        "aps_c_canon": 10,
        "micro_four_thirds": 8,
        "medium_44x33": 20,
        "one_inch": 5.6,
    }


@pytest.mark.parametrize("case", ORACLES["bg_blur"])
def test_background_blur(case: dict[str, Any]) -> None:
    assert optics.background_blur_mm(case["f"], case["N"], case["s"], case["D"]) == near(case["b"])


# The same in shares of the frame (A4): 85 mm at 1265.6, then 50 mm at 2966.7.
@pytest.mark.parametrize(
    ("focal_mm", "number", "distance_mm", "blur_mm", "share"),
    [
        (85, 2, 1265.556, 1.87, 0.0521),
        (85, 5.6, 1265.556, 0.669, 0.0186),
        (85, 8, 1265.556, 0.469, 0.0130),
        (50, 8, 2966.667, 0.0431, 0.00120),
    ],
)
def test_blur_in_shares_of_the_frame(
    focal_mm: float, number: float, distance_mm: float, blur_mm: float, share: float
) -> None:
    found_mm = optics.background_blur_mm(focal_mm, number, distance_mm, 2000)
    assert (found_mm, found_mm / 36) == (near(blur_mm), near(share))


@pytest.mark.parametrize(("number", "gap_m"), [(2.8, 0.62), (4, 1.12), (5.6, 2.44)])
def test_gap_for_a_soft_background(number: float, gap_m: float) -> None:
    gap_mm = optics.gap_for_blur_mm(85, number, 1265.6, 0.02 * 36)
    assert gap_mm == pytest.approx(gap_m * 1000, rel=0.01)


def test_no_gap_blurs_more_than_the_lens_can() -> None:
    assert optics.gap_for_blur_mm(50, 8, 2966.7, 0.02 * 36) is None


@pytest.mark.parametrize("case", ORACLES["print_ppi"])
def test_print_resolution(case: dict[str, Any]) -> None:
    distance_mm = case["d_in"] * 25.4 if "d_in" in case else case["d_m"] * 1000
    assert optics.print_ppi(distance_mm) == near(case["ppi"])


# Table C4: print in inches, pixels needed when the whole is seen from 1.5 times the diagonal.
@pytest.mark.parametrize(
    ("short_in", "long_in", "short_px", "long_px"),
    [
        (5, 7, 1333, 1865),
        (8, 10, 1432, 1790),
        (11, 14, 1416, 1803),
        (16, 20, 1432, 1790),
        (20, 30, 1272, 1907),
        (24, 36, 1272, 1907),
        (30, 40, 1376, 1834),
    ],
)
def test_print_table(short_in: float, long_in: float, short_px: float, long_px: float) -> None:
    ppi = optics.print_ppi(1.5 * math.hypot(short_in, long_in) * 25.4)
    assert (short_in * ppi, long_in * ppi) == (near(short_px), near(long_px))


@pytest.mark.parametrize(
    ("print_in", "sensor_mm", "viewed_mm", "circle_mm"),
    [(10, 36, 250, 0.0283), (10, 30, 250, 0.0236), (36, 36, 1648, 0.0519), (36, 36, 500, 0.0158)],
)
def test_circle_of_a_print(
    print_in: float, sensor_mm: float, viewed_mm: float, circle_mm: float
) -> None:
    found = optics.circle_for_print_mm(print_in * 25.4, sensor_mm, viewed_mm)
    assert found == near(circle_mm)


# Table C4's single distances, in inches and metres.
@pytest.mark.parametrize(("inches", "ppi"), [(10, 344), (12, 286), (24, 143)])
def test_print_resolution_at_a_distance(inches: float, ppi: float) -> None:
    assert optics.print_ppi(inches * 25.4) == near(ppi)


@pytest.mark.parametrize(("width_px", "circle_mm"), [(400, 0.0575), (800, 0.0287)])
def test_circle_of_an_avatar(width_px: int, circle_mm: float) -> None:
    assert optics.circle_for_screen_mm(36 * 383.33 / 600, width_px) == near(circle_mm)


@pytest.mark.parametrize("case", ORACLES["crop_yield_px"])
def test_crop_yield(case: dict[str, Any]) -> None:
    assert optics.crop_yield_px(case["px"], case["full"], case["crop"]) == near(case["out"])


# The other yields of A5: a full figure cut to head and shoulders, three quarters, the master to
# 4:5, and bigger sensors.
@pytest.mark.parametrize(
    ("length_px", "field_mm", "crop_mm", "left_px"),
    [
        (6000, 1300, 500, 2308),
        (6000, 600, 500, 5000),
        (6000, 600, 400, 4000),
        (8192, 2100, 500, 1951),
        (9504, 2100, 500, 2263),
    ],
)
def test_more_crop_yields(length_px: int, field_mm: float, crop_mm: float, left_px: float) -> None:
    assert optics.crop_yield_px(length_px, field_mm, crop_mm) == near(left_px)


@pytest.mark.parametrize(
    ("focal_mm", "key", "denominator"),
    [
        (85, "full_frame", 85),
        (56, "aps_c", 84),
        (50, "aps_c_canon", 80),
        (45, "micro_four_thirds", 90),
    ],
)
def test_hand_held_shutter(focal_mm: float, key: str, denominator: float) -> None:
    crop_factor = SENSOR_FORMATS[key].crop_factor
    assert optics.hand_held_shutter(focal_mm, crop_factor) == near(denominator)
    assert optics.hand_held_shutter(focal_mm, crop_factor, strict=True) == near(2 * denominator)


@pytest.mark.parametrize(
    ("distance_mm", "scale"),
    [
        (500, 1.30),
        (740, 1.20),
        (1000, 1.15),
        (1270, 1.11),
        (1500, 1.10),
        (2000, 1.07),
        (3000, 1.05),
    ],
)
def test_nose_to_ear(distance_mm: float, scale: float) -> None:
    assert optics.nose_to_ear_scale(distance_mm) == near(scale)


@given(st.floats(100, 5000))
def test_twice_the_distance_needs_half_the_resolution(distance_mm: float) -> None:
    halved = optics.print_ppi(2 * distance_mm)
    assert halved == pytest.approx(optics.print_ppi(distance_mm) / 2)


@pytest.mark.parametrize(
    ("denominator", "within", "nearest"),
    [(84, 100, 80), (125, 125, 125), (3265, 4000, 3200), (20_000, 8000, 8000)],
)
def test_marked_shutters(denominator: float, within: int, nearest: int) -> None:
    assert optics.marked_shutter_within(denominator) == within
    assert optics.nearest_marked_shutter(denominator) == nearest


@given(st.floats(0.1, 22))
def test_the_marked_stop_holds_what_was_asked(number: float) -> None:
    mark = optics.marked_stop_holding(number)
    assert mark >= number
    assert not [stop for stop in optics.MARKED_STOPS if number <= stop < mark]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: optics.marked_stop_holding(22.1), "f_number must be at most 22"),
        (lambda: optics.marked_stop_holding(0), "f_number must be above zero, not 0"),
        (lambda: optics.subject_distance_mm(0, 500, 36), "focal_mm must be above zero, not 0"),
        (lambda: optics.subject_distance_mm(85, -1, 36), "field_mm must be above zero, not -1"),
        (lambda: depth_of_field(85, math.nan, 0.03, 1500), "f_number must be above zero, not nan"),
        (lambda: depth_of_field(85, 8, 0.03, 85), "distance_mm must be more than the focal"),
        (lambda: optics.f_number_on_eye(85, 0.03, 1000, 1000, 0), "front_mm and behind_mm"),
        (lambda: optics.f_number_between(85, 0.03, 2000, 1000), "far_mm must not be nearer"),
        (lambda: optics.crop_yield_px(6000, 500, 600), "crop_mm must not be larger"),
        (lambda: optics.nose_to_ear_scale(40), "distance_mm must be more than 40"),
    ],
)
def test_impossible_values_are_named(call: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()
