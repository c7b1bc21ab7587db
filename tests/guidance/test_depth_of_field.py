"""Depth of field and the aperture that holds a zone, against every worked case of table A4."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from guidance import optics
from guidance.optics import SENSOR_FORMATS, DepthOfField, depth_of_field
from tests.guidance.oracles import ORACLES, TOLERANCE, near

focal_lengths = st.floats(20, 200)
f_numbers = st.sampled_from(optics.MARKED_STOPS)
circles = st.floats(0.008, 0.05)
distances = st.floats(800, 12_000)


@pytest.mark.parametrize("case", ORACLES["dof"])
def test_depth_of_field(case: dict[str, Any]) -> None:
    zone = depth_of_field(case["f"], case["N"], case["c"], case["s"])
    far_mm = math.inf if case["far"] is None else near(case["far"])
    assert (zone.near_mm, zone.far_mm) == (near(case["near"]), far_mm)


# Table A4, rows D1-D18: focal length, f-number, circle, distance, hyperfocal in m, near, far,
# and the depth before and behind the subject, to three digits.
DEPTH_ROWS = [
    (85, 1.8, 0.030, 1500, 134, 1484.3, 1516.0, 15.7, 16.0),
    (85, 2.8, 0.030, 1500, 86.1, 1475.7, 1525.1, 24.3, 25.1),
    (85, 5.6, 0.030, 1500, 43.1, 1452.2, 1551.0, 47.8, 51.0),
    (85, 8, 0.030, 1500, 30.2, 1432.7, 1574.0, 67.3, 74.0),
    (105, 5.6, 0.030, 1563.3, 65.7, 1529.3, 1598.8, 34.0, 35.5),
    (135, 2, 0.030, 2010, 304, 1997.7, 2022.5, 12.3, 12.5),
    (135, 8, 0.030, 2010, 76.1, 1961.6, 2060.9, 48.4, 50.9),
    (50, 5.6, 0.030, 3000, 14.9, 2503.7, 3741.8, 496, 742),
    (50, 8, 0.030, 4000, 10.5, 2900.2, 6443.3, 1100, 2440),
    (70, 8, 0.030, 4000, 20.5, 3354.3, 4953.5, 646, 953),
    (35, 8, 0.030, 4000, 5.14, 2251.2, 17922.5, 1750, 13900),
    (35, 11, 0.030, 5000, 3.75, 2139.0, math.inf, 2860, math.inf),
    (56, 1.2, 0.020, 1300, 131, 1287.7, 1312.5, 12.3, 12.5),
    (56, 5.6, 0.020, 1300, 28.1, 1244.7, 1360.4, 55.3, 60.4),
    (35, 8, 0.020, 4000, 7.69, 2635.3, 8296.6, 1360, 4300),
    (45, 1.8, 0.015, 1500, 75.0, 1471.5, 1529.7, 28.5, 29.7),
    (25, 5.6, 0.015, 3000, 7.47, 2143.1, 4998.7, 857, 2000),
    (110, 5.6, 0.038, 1500, 57.0, 1464.2, 1537.6, 35.8, 37.6),
]


@pytest.mark.parametrize(
    (
        *("focal_mm", "number", "circle_mm", "distance_mm", "hyperfocal_m"),
        *("near_mm", "far_mm", "front_mm", "back_mm"),
    ),
    DEPTH_ROWS,
)
def test_depth_table(
    *,
    focal_mm: float,
    number: float,
    circle_mm: float,
    distance_mm: float,
    hyperfocal_m: float,
    near_mm: float,
    far_mm: float,
    front_mm: float,
    back_mm: float,
) -> None:
    zone = depth_of_field(focal_mm, number, circle_mm, distance_mm)
    hyperfocal_mm = optics.hyperfocal_mm(focal_mm, number, circle_mm)
    assert (hyperfocal_mm / 1000, zone.near_mm) == (near(hyperfocal_m), near(near_mm))
    assert zone.far_mm == (math.inf if math.isinf(far_mm) else near(far_mm))
    assert (distance_mm - zone.near_mm, zone.far_mm - distance_mm) == (
        near(front_mm),
        math.inf if math.isinf(back_mm) else near(back_mm),
    )


@pytest.mark.parametrize("case", ORACLES["eye_focus_aperture"])
def test_aperture_with_the_focus_on_the_near_eye(case: dict[str, Any]) -> None:
    number = optics.f_number_on_eye(case["f"], case["c"], case["s"], case["a"], case["b"])
    assert (number, optics.marked_stop_holding(number)) == (near(case["N"]), case["mark"])


# Table A4, rows A1-A4: full frame, 85 mm, 1265.6 mm, zone before and behind the near eye.
@pytest.mark.parametrize(
    ("front_mm", "behind_mm", "on_eye", "on_eye_mark", "shared", "shared_mark"),
    [
        (0, 31.5, 4.95, 5, 2.48, 2.5),
        (0, 44.5, 6.94, 7.1, 3.46, 3.5),
        (40, 50, 7.75, 8, 7.20, 8),
        (40, 100, 14.9, 16, 10.8, 11),
    ],
)
def test_zones_of_a_face(
    front_mm: float,
    behind_mm: float,
    on_eye: float,
    on_eye_mark: float,
    shared: float,
    shared_mark: float,
) -> None:
    eye_mm = 1265.556
    from_eye = optics.f_number_on_eye(85, 0.03, eye_mm, front_mm, behind_mm)
    between = optics.f_number_between(85, 0.03, eye_mm - front_mm, eye_mm + behind_mm)
    assert (from_eye, optics.marked_stop_holding(from_eye)) == (near(on_eye), on_eye_mark)
    assert (between, optics.marked_stop_holding(between)) == (near(shared), shared_mark)


def test_the_whole_head_is_held_with_the_focus_26_mm_behind_the_eye() -> None:
    focus_mm = optics.focus_between_mm(1265.556 - 40, 1265.556 + 100)
    assert round(focus_mm - 1265.556) == 26


# Whole head, the focus on the near eye: full frame twice, then looser frames at 85 mm.
@pytest.mark.parametrize(
    ("focal_mm", "field_mm", "number"),
    [(105, 500, 15.2), (135, 500, 15.4), (85, 900, 4.91), (85, 2100, 0.944)],
)
def test_the_whole_head_with_other_lenses_and_frames(
    focal_mm: float, field_mm: float, number: float
) -> None:
    distance_mm = optics.subject_distance_mm(focal_mm, field_mm, 36)
    assert optics.f_number_on_eye(focal_mm, 0.03, distance_mm, 40, 100) == near(number)


# What an aperture holds at full frame, 85 mm, field 500: in front and behind.
@pytest.mark.parametrize(
    ("number", "front_mm", "back_mm"),
    [
        (1.8, 11.1, 11.3),
        (2.8, 17.1, 17.6),
        (4, 24.3, 25.3),
        (5.6, 33.8, 35.7),
        (8, 47.8, 51.7),
        (11, 64.7, 72.1),
    ],
)
def test_what_an_aperture_holds(number: float, front_mm: float, back_mm: float) -> None:
    zone = depth_of_field(85, number, 0.03, 1265.556)
    assert (1265.556 - zone.near_mm, zone.far_mm - 1265.556) == (near(front_mm), near(back_mm))


# At equal framing the depth depends on f-number, circle and magnification alone (A1).
@pytest.mark.parametrize(
    ("focal_mm", "side_mm", "circle_mm", "depth_mm"),
    [(85, 36, 0.03, 69.5), (135, 36, 0.03, 69.5), (56, 23.5, 0.02, 106)],
)
def test_close_range_check(
    focal_mm: float, side_mm: float, circle_mm: float, depth_mm: float
) -> None:
    magnified = side_mm / 500
    assert 2 * 5.6 * circle_mm * (1 + magnified) / magnified**2 == near(depth_mm)
    distance_mm = optics.subject_distance_mm(focal_mm, 500, side_mm)
    zone = depth_of_field(focal_mm, 5.6, circle_mm, distance_mm)
    assert zone.far_mm - zone.near_mm == near(depth_mm)


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


# Table A4, rows G1-G6: the shared focus, N_min there, and N_min on the front row's eyes, each
# with its marked stop.
@pytest.mark.parametrize(
    (
        *("focal_mm", "circle_mm", "eyes_mm", "near_mm", "far_mm"),
        *("focus_mm", "shared", "shared_mark", "on_eyes", "on_eyes_mark"),
    ),
    [
        (50, 0.030, 4702.8, 4662.8, 4802.8, 4731.7, 0.263, 1.2, 0.373, 1.2),
        (50, 0.030, 3938.9, 3898.9, 4738.9, 4278.0, 1.92, 2, 3.62, 4),
        (50, 0.030, 3938.9, 3898.9, 5438.9, 4541.9, 3.06, 3.2, 5.91, 6.3),
        (35, 0.030, 4361.4, 4321.4, 5861.4, 4974.9, 1.25, 1.4, 2.41, 2.5),
        (50, 0.01575, 3938.9, 3898.9, 4738.9, 4278.0, 3.65, 4, 6.89, 7.1),
        (50, 0.01575, 3938.9, 3898.9, 5438.9, 4541.9, 5.83, 6.3, 11.3, 13),
    ],
)
def test_groups(
    *,
    focal_mm: float,
    circle_mm: float,
    eyes_mm: float,
    near_mm: float,
    far_mm: float,
    focus_mm: float,
    shared: float,
    shared_mark: float,
    on_eyes: float,
    on_eyes_mark: float,
) -> None:
    found = optics.f_number_between(focal_mm, circle_mm, near_mm, far_mm)
    front_mm, behind_mm = eyes_mm - near_mm, far_mm - eyes_mm
    on_front = optics.f_number_on_eye(focal_mm, circle_mm, eyes_mm, front_mm, behind_mm)
    assert optics.focus_between_mm(near_mm, far_mm) == near(focus_mm)
    assert (found, optics.marked_stop_holding(found)) == (near(shared), shared_mark)
    assert (on_front, optics.marked_stop_holding(on_front)) == (near(on_eyes), on_eyes_mark)


# The other two-plane check of A4.
def test_two_planes_that_a_short_lens_holds() -> None:
    found = optics.f_number_between(35, 0.030, 3500, 5300)
    assert (optics.focus_between_mm(3500, 5300), found) == (near(4215.9), near(2.00))


# Backgrounds held sharp with the focus on the subject (A4): the blur is the circle at this stop.
@pytest.mark.parametrize(
    ("focal_mm", "distance_mm", "behind_mm", "number"),
    [(50, 2966.667, 2000, 11.5), (35, 1298.9, 3000, 22.5)],
)
def test_backgrounds_held_sharp(
    focal_mm: float, distance_mm: float, behind_mm: float, number: float
) -> None:
    assert optics.f_number_on_eye(focal_mm, 0.03, distance_mm, 0, behind_mm) == near(number)
    blur_mm = optics.background_blur_mm(focal_mm, number, distance_mm, behind_mm)
    assert blur_mm == pytest.approx(0.03, rel=TOLERANCE)


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


@given(focal_lengths, circles, distances, st.floats(1, 4000))
def test_the_farthest_plane_held_is_held_by_just_that_stop(
    focal_mm: float, circle_mm: float, near_mm: float, spread_mm: float
) -> None:
    number = optics.f_number_between(focal_mm, circle_mm, near_mm, near_mm + spread_mm)
    held_mm = optics.far_held_mm(focal_mm, number, circle_mm, near_mm)
    assert held_mm == pytest.approx(near_mm + spread_mm, rel=1e-6)


@given(focal_lengths, f_numbers, circles, distances)
def test_a_focus_pushed_back_leaves_the_nearest_plane_sharp(
    focal_mm: float, number: float, circle_mm: float, near_mm: float
) -> None:
    focus_mm = optics.focus_with_near_limit_mm(focal_mm, number, circle_mm, near_mm)
    assume(math.isfinite(focus_mm))
    assert focus_mm > near_mm
    zone = depth_of_field(focal_mm, number, circle_mm, focus_mm)
    assert zone.near_mm == pytest.approx(near_mm, rel=1e-6)


def test_from_the_hyperfocal_distance_on_everything_behind_is_held() -> None:
    assert optics.far_held_mm(20, 22, 0.03, 3000) == math.inf
    assert optics.focus_with_near_limit_mm(20, 22, 0.03, 3000) == math.inf


@given(st.floats(1.5, 2.7), st.sampled_from((2.8, 4.0, 5.6)))
def test_equal_framing_on_a_smaller_sensor_is_deeper_by_about_the_crop_factor(
    crop_factor: float, number: float
) -> None:
    # At one distance, so that the framing is the same exactly.
    wide = depth_mm(depth_of_field(85, number, 0.03, 1500))
    small = depth_mm(depth_of_field(85 / crop_factor, number, 0.03 / crop_factor, 1500))
    assert small / wide == pytest.approx(crop_factor, rel=0.1)
