"""The arithmetic against every worked case of the knowledge, and the laws that need no table."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from guidance import optics
from guidance.optics import SENSOR_FORMATS, DepthOfField, depth_of_field

ORACLES: dict[str, list[dict[str, Any]]] = json.loads(
    (Path(__file__).parent / "oracles.json").read_text()
)
TOLERANCE = 0.005

focal_lengths = st.floats(20, 200)
f_numbers = st.sampled_from(optics.MARKED_STOPS)
circles = st.floats(0.008, 0.05)
distances = st.floats(800, 12_000)


def near(expected: float) -> Any:
    return pytest.approx(expected, rel=TOLERANCE)


@pytest.mark.parametrize("case", ORACLES["dof"])
def test_depth_of_field(case: dict[str, Any]) -> None:
    zone = depth_of_field(case["f"], case["N"], case["c"], case["s"])
    far_mm = math.inf if case["far"] is None else near(case["far"])
    assert (zone.near_mm, zone.far_mm) == (near(case["near"]), far_mm)


# Table A4, rows D1-D18: focal length, f-number, circle, distance, hyperfocal in m, near, far.
DEPTH_ROWS = [
    (85, 1.8, 0.030, 1500, 134, 1484.3, 1516.0),
    (85, 2.8, 0.030, 1500, 86.1, 1475.7, 1525.1),
    (85, 5.6, 0.030, 1500, 43.1, 1452.2, 1551.0),
    (85, 8, 0.030, 1500, 30.2, 1432.7, 1574.0),
    (105, 5.6, 0.030, 1563.3, 65.7, 1529.3, 1598.8),
    (135, 2, 0.030, 2010, 304, 1997.7, 2022.5),
    (135, 8, 0.030, 2010, 76.1, 1961.6, 2060.9),
    (50, 5.6, 0.030, 3000, 14.9, 2503.7, 3741.8),
    (50, 8, 0.030, 4000, 10.5, 2900.2, 6443.3),
    (70, 8, 0.030, 4000, 20.5, 3354.3, 4953.5),
    (35, 8, 0.030, 4000, 5.14, 2251.2, 17922.5),
    (35, 11, 0.030, 5000, 3.75, 2139.0, math.inf),
    (56, 1.2, 0.020, 1300, 131, 1287.7, 1312.5),
    (56, 5.6, 0.020, 1300, 28.1, 1244.7, 1360.4),
    (35, 8, 0.020, 4000, 7.69, 2635.3, 8296.6),
    (45, 1.8, 0.015, 1500, 75.0, 1471.5, 1529.7),
    (25, 5.6, 0.015, 3000, 7.47, 2143.1, 4998.7),
    (110, 5.6, 0.038, 1500, 57.0, 1464.2, 1537.6),
]


@pytest.mark.parametrize(
    ("focal_mm", "number", "circle_mm", "distance_mm", "hyperfocal_m", "near_mm", "far_mm"),
    DEPTH_ROWS,
)
def test_depth_table(
    focal_mm: float,
    number: float,
    circle_mm: float,
    distance_mm: float,
    hyperfocal_m: float,
    near_mm: float,
    far_mm: float,
) -> None:
    zone = depth_of_field(focal_mm, number, circle_mm, distance_mm)
    hyperfocal_mm = optics.hyperfocal_mm(focal_mm, number, circle_mm)
    assert (hyperfocal_mm / 1000, zone.near_mm) == (near(hyperfocal_m), near(near_mm))
    assert zone.far_mm == (math.inf if math.isinf(far_mm) else near(far_mm))


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
    [(36, 85, 23.9), (24, 85, 16.1), (36, 50, 39.6), (36, 35, 54.4), (23.5, 56, 23.7)],
)
def test_angle_of_view(side_mm: float, focal_mm: float, angle: float) -> None:
    assert optics.angle_of_view_deg(focal_mm, side_mm) == near(angle)


@pytest.mark.parametrize("case", ORACLES["eye_focus_aperture"])
def test_aperture_with_the_focus_on_the_near_eye(case: dict[str, Any]) -> None:
    number = optics.f_number_on_eye(case["f"], case["c"], case["s"], case["a"], case["b"])
    assert (number, optics.marked_stop_holding(number)) == (near(case["N"]), case["mark"])


@pytest.mark.parametrize(
    ("key", "focal_mm", "number"),
    [
        ("full_frame", 50, 7.55),
        ("full_frame", 85, 7.75),
        ("full_frame", 135, 7.86),
        ("aps_c", 56, 5.07),
        ("micro_four_thirds", 45, 3.72),
        ("medium_44x33", 110, 8.96),
    ],
)
def test_at_equal_framing_the_format_decides(key: str, focal_mm: float, number: float) -> None:
    sensor = SENSOR_FORMATS[key]
    distance_mm = optics.subject_distance_mm(focal_mm, 500, sensor.long_side_mm)
    found = optics.f_number_on_eye(focal_mm, sensor.circle_mm, distance_mm, 40, 50)
    assert found == near(number)


@pytest.mark.parametrize("case", ORACLES["two_plane_aperture"])
def test_aperture_with_the_focus_between_two_planes(case: dict[str, Any]) -> None:
    number = optics.f_number_between(case["f"], case["c"], case["near"], case["far"])
    assert optics.focus_between_mm(case["near"], case["far"]) == near(case["s"])
    assert (number, optics.marked_stop_holding(number)) == (near(case["N"]), case["mark"])


# Table A4, rows G1-G6 (N_min at the shared focus, N_min on the front row's eyes).
@pytest.mark.parametrize(
    ("focal_mm", "circle_mm", "eyes_mm", "near_mm", "far_mm", "shared", "on_eyes"),
    [
        (50, 0.030, 4702.8, 4662.8, 4802.8, 0.263, 0.373),
        (50, 0.030, 3938.9, 3898.9, 4738.9, 1.92, 3.62),
        (50, 0.030, 3938.9, 3898.9, 5438.9, 3.06, 5.91),
        (35, 0.030, 4361.4, 4321.4, 5861.4, 1.25, 2.41),
        (50, 0.01575, 3938.9, 3898.9, 4738.9, 3.65, 6.89),
        (50, 0.01575, 3938.9, 3898.9, 5438.9, 5.83, 11.3),
    ],
)
def test_groups(
    focal_mm: float,
    circle_mm: float,
    eyes_mm: float,
    near_mm: float,
    far_mm: float,
    shared: float,
    on_eyes: float,
) -> None:
    found = optics.f_number_between(focal_mm, circle_mm, near_mm, far_mm)
    front_mm, behind_mm = eyes_mm - near_mm, far_mm - eyes_mm
    on_front = optics.f_number_on_eye(focal_mm, circle_mm, eyes_mm, front_mm, behind_mm)
    assert (found, on_front) == (near(shared), near(on_eyes))


@pytest.mark.parametrize("case", ORACLES["diffraction_cap"])
def test_diffraction_cap(case: dict[str, Any]) -> None:
    assert optics.diffraction_cap(case["c"]) == near(case["N"])


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


@pytest.mark.parametrize(("width_px", "circle_mm"), [(400, 0.0575), (800, 0.0287)])
def test_circle_of_an_avatar(width_px: int, circle_mm: float) -> None:
    assert optics.circle_for_screen_mm(36 * 383.33 / 600, width_px) == near(circle_mm)


@pytest.mark.parametrize("case", ORACLES["crop_yield_px"])
def test_crop_yield(case: dict[str, Any]) -> None:
    assert optics.crop_yield_px(case["px"], case["full"], case["crop"]) == near(case["out"])


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
    ("distance_mm", "scale"), [(500, 1.30), (1000, 1.15), (1270, 1.11), (1500, 1.10), (3000, 1.05)]
)
def test_nose_to_ear(distance_mm: float, scale: float) -> None:
    assert optics.nose_to_ear_scale(distance_mm) == pytest.approx(scale, abs=0.006)


@given(focal_lengths, f_numbers, circles, distances)
def test_the_limits_enclose_the_focus_and_blur_by_exactly_the_circle(
    focal_mm: float, number: float, circle_mm: float, distance_mm: float
) -> None:
    zone = depth_of_field(focal_mm, number, circle_mm, distance_mm)
    assert zone.near_mm < distance_mm < zone.far_mm
    blurs = [
        optics.blur_disc_mm(focal_mm, number, distance_mm, limit_mm)
        for limit_mm in (zone.near_mm, zone.far_mm)
        if math.isfinite(limit_mm)
    ]
    assert blurs == [pytest.approx(circle_mm, rel=1e-6)] * len(blurs)


def depth_mm(zone: DepthOfField) -> float:
    return zone.far_mm - zone.near_mm


@given(focal_lengths, circles, distances, st.floats(1.2, 10))
def test_depth_grows_with_the_f_number_and_with_distance_and_shrinks_with_focal_length(
    focal_mm: float, circle_mm: float, distance_mm: float, number: float
) -> None:
    depth = depth_mm(depth_of_field(focal_mm, number, circle_mm, distance_mm))
    assume(math.isfinite(depth))
    assert depth < depth_mm(depth_of_field(focal_mm, number * 1.1, circle_mm, distance_mm))
    assert depth < depth_mm(depth_of_field(focal_mm, number, circle_mm, distance_mm * 1.1))
    assert depth > depth_mm(depth_of_field(focal_mm * 1.1, number, circle_mm, distance_mm))


@given(focal_lengths, circles, distances, st.floats(10, 400), st.floats(10, 400))
def test_a_bigger_zone_needs_a_bigger_f_number(
    focal_mm: float, circle_mm: float, distance_mm: float, front_mm: float, behind_mm: float
) -> None:
    zone = (focal_mm, circle_mm, distance_mm)
    number = optics.f_number_on_eye(*zone, front_mm, behind_mm)
    assert number < optics.f_number_on_eye(*zone, front_mm * 1.2, behind_mm * 1.2)


@given(distances, st.floats(1, 5000))
def test_the_shared_focus_lies_before_the_middle(near_mm: float, spread_mm: float) -> None:
    focus_mm = optics.focus_between_mm(near_mm, near_mm + spread_mm)
    assert near_mm < focus_mm < near_mm + spread_mm / 2


@given(st.floats(1.5, 2.7), st.sampled_from((2.8, 4.0, 5.6)))
def test_equal_framing_on_a_smaller_sensor_is_deeper_by_about_the_crop_factor(
    crop_factor: float, number: float
) -> None:
    # At one distance, so that the framing is the same exactly.
    wide = depth_mm(depth_of_field(85, number, 0.03, 1500))
    small = depth_mm(depth_of_field(85 / crop_factor, number, 0.03 / crop_factor, 1500))
    assert small / wide == pytest.approx(crop_factor, rel=0.1)


@given(st.floats(100, 5000))
def test_twice_the_distance_needs_half_the_resolution(distance_mm: float) -> None:
    halved = optics.print_ppi(2 * distance_mm)
    assert halved == pytest.approx(optics.print_ppi(distance_mm) / 2)


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
