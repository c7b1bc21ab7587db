"""Lenses, distances and rows against table A3, and the choice of a lens for kit and room."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance import framing
from guidance.framing import (
    FRAMINGS,
    HEADSHOT_MASTER,
    NEAREST_MM,
    PERSON_WIDTH_MM,
    CameraPosition,
    Setting,
    group_framing,
    level_group_framing,
    loosened,
    place_camera,
    rank_lenses,
    rows_of,
    with_space_above,
    with_space_beside,
)
from guidance.optics import SENSOR_FORMATS, subject_distance_mm

FULL_FRAME = SENSOR_FORMATS["full_frame"]
BAG = (35, 50, 85, 105)


def setting(
    room_length_mm: float | None = None,
    *,
    gap_mm: float = 1500,
    least_gap_mm: float = 1000,
    nearest_mm: float = NEAREST_MM,
    sensor: str = "full_frame",
    depth_of_rows_mm: float = 0,
) -> Setting:
    return Setting(
        SENSOR_FORMATS[sensor], gap_mm, least_gap_mm, nearest_mm, room_length_mm, depth_of_rows_mm
    )


@pytest.mark.parametrize(
    ("name", "share"),
    [("face", 66), ("head_shoulders", 46), ("waist", 26), ("knees", 18), ("full", 11)],
)
def test_head_share(name: str, share: float) -> None:
    assert round(framing.head_share(FRAMINGS[name].field_mm) * 100) == share


def test_the_master_holds_the_avatar() -> None:
    square_mm = framing.avatar_square_mm()
    width_mm = HEADSHOT_MASTER.field_mm * FULL_FRAME.short_side_mm / FULL_FRAME.long_side_mm
    assert square_mm == pytest.approx(383.3, rel=0.001)
    assert FRAMINGS["head_shoulders"].field_mm * 2 / 3 < square_mm <= width_mm


# Table A3: framing, field, full-frame focal lengths, distances that they come to in metres.
@pytest.mark.parametrize(
    ("name", "field_mm", "focal_mm", "metres"),
    [
        ("face", 350, (120, 180), (1.3, 1.9)),
        ("head_shoulders", 500, (85, 135), (1.3, 2.0)),
        ("waist", 900, (70, 105), (1.8, 2.7)),
        ("knees", 1300, (70, 85), (2.6, 3.2)),
        ("full", 2100, (50, 85), (3.0, 5.0)),
    ],
)
def test_framings_of_a3(
    name: str, field_mm: float, focal_mm: tuple[int, int], metres: tuple[float, float]
) -> None:
    row = FRAMINGS[name]
    assert (row.field_mm, row.focal_from_mm, row.focal_to_mm) == (field_mm, *focal_mm)
    assert (row.nearest_mm / 1000, row.farthest_mm / 1000) == metres
    from_lens = [round(subject_distance_mm(focal, field_mm, 36) / 1000, 1) for focal in focal_mm]
    assert from_lens == [pytest.approx(limit, abs=0.1) for limit in metres]


def test_85_mm_would_stand_too_near_for_a_tight_face() -> None:
    assert subject_distance_mm(85, FRAMINGS["face"].field_mm, 36) == pytest.approx(910, abs=5)


# Room length needed, from table A3: focal length, field, gap, metres.
@pytest.mark.parametrize(
    ("focal_mm", "field_mm", "gap_mm", "metres"),
    [(85, 500, 1500, 3.66), (105, 500, 1500, 3.98), (50, 2100, 2000, 5.82), (85, 2100, 2000, 7.93)],
)
def test_room_length_needed(focal_mm: int, field_mm: float, gap_mm: float, metres: float) -> None:
    distance_mm = subject_distance_mm(focal_mm, field_mm, 36)
    position = CameraPosition(
        focal_mm, field_mm, field_mm, distance_mm, gap_mm, 0, in_kit=True, fits=True
    )
    assert position.room_length_needed_mm / 1000 == pytest.approx(metres, rel=0.005)


@pytest.mark.parametrize(
    ("people", "rows"),
    [
        (1, (1,)),
        (5, (5,)),
        (8, (4, 4)),
        (9, (4, 5)),
        (12, (4, 4, 4)),
        (21, (7, 7, 7)),
        (25, (6, 6, 6, 7)),
    ],
)
def test_rows(people: int, rows: tuple[int, ...]) -> None:
    assert rows_of(people) == rows


# Table A4, rows G1-G4: people, width of the frame.
@pytest.mark.parametrize(("people", "width_mm"), [(5, 3350), (8, 2800), (12, 2800), (21, 4450)])
def test_width_of_a_group(people: int, width_mm: float) -> None:
    assert group_framing(people, 900, FULL_FRAME).field_mm == width_mm


def test_a_level_frame_is_high_enough_for_whole_figures() -> None:
    wide = group_framing(3, FRAMINGS["full"].field_mm, FULL_FRAME)
    assert not wide.upright
    assert wide.field_mm * 2 / 3 == pytest.approx(2100)


# Two of 550 mm and 600 mm of air are 1700 mm wide; 2100 mm of figure would be 3150 mm level.
@pytest.mark.parametrize(
    ("people", "shown", "key", "upright", "field_mm"),
    [
        (2, "full", "full_frame", True, 2550),
        (2, "full", "micro_four_thirds", True, 1700 * 17.3 / 13),
        (2, "knees", "full_frame", False, 1950),
        (2, "waist", "full_frame", False, 1700),
        (3, "full", "full_frame", False, 3150),
        (3, "full", "micro_four_thirds", False, 2100 * 17.3 / 13),
    ],
)
def test_a_couple_at_full_length_is_taken_upright(
    people: int, shown: str, key: str, upright: bool, field_mm: float
) -> None:
    found = group_framing(people, FRAMINGS[shown].field_mm, SENSOR_FORMATS[key])
    assert (found.upright, found.field_mm) == (upright, pytest.approx(field_mm))


def test_a_banner_of_a_couple_is_level_all_the_same() -> None:
    assert level_group_framing(2, 2100, FULL_FRAME).field_mm == pytest.approx(3150)


@pytest.mark.parametrize(("rows", "width_mm"), [(1, 7200), (2, 3900), (3, 2800), (4, 2250)])
def test_more_rows_make_a_narrower_frame(rows: int, width_mm: float) -> None:
    assert group_framing(12, 900, FULL_FRAME, rows=rows).field_mm == width_mm


@pytest.mark.parametrize(
    ("sensor", "field_mm"), [("full_frame", 600), ("aps_c", 602.6), ("micro_four_thirds", 532.3)]
)
def test_a_loose_frame_holds_the_framing_in_4_5(sensor: str, field_mm: float) -> None:
    tight, loose = (
        FRAMINGS["head_shoulders"],
        loosened(FRAMINGS["head_shoulders"], SENSOR_FORMATS[sensor]),
    )
    width_mm = loose.field_mm * SENSOR_FORMATS[sensor].short_side_mm
    width_mm /= SENSOR_FORMATS[sensor].long_side_mm
    assert loose.field_mm == pytest.approx(field_mm, rel=0.001)
    assert width_mm == pytest.approx(tight.field_mm * 4 / 5)


def test_a_tight_frame_is_too_narrow_for_the_avatar_and_575_mm_is_just_enough() -> None:
    assert framing.avatar_square_mm() * 36 / 24 == pytest.approx(575)


@pytest.mark.parametrize(
    ("name", "field_mm", "focal_mm"),
    [("face", 1650, 50), ("waist", 1650, 50), ("knees", 2311, 50), ("full", 3733, 35)],
)
def test_a_banner_leaves_two_thirds_empty_from_the_distances_of_a3(
    name: str, field_mm: float, focal_mm: int
) -> None:
    wide = with_space_beside(FRAMINGS[name])
    assert (round(wide.field_mm), wide.upright) == (field_mm, False)
    assert wide.field_mm * 9 / 16 >= FRAMINGS[name].field_mm - 1e-6
    assert wide.field_mm / 3 >= PERSON_WIDTH_MM
    position = place_camera(wide, setting(), (24, 35, 50, 85))
    assert position.focal_mm == focal_mm
    assert wide.nearest_mm <= position.distance_mm <= 1.02 * wide.farthest_mm


def test_a_poster_leaves_a_third_empty_above() -> None:
    tall = with_space_above(FRAMINGS["knees"])
    assert (tall.field_mm, tall.upright) == (pytest.approx(1950), True)


def test_marks_on_the_floor_are_counted_from_the_background() -> None:
    position = CameraPosition(50, 2800, 2800, 3938.9, 1500, 1400, in_kit=True, fits=True)
    marks = position.marks
    assert (marks.back_row_mm, marks.subject_mm) == (1500, 2900)
    assert marks.sensor_mm == pytest.approx(2900 + 3990, abs=1)
    assert position.room_length_needed_mm == pytest.approx(marks.sensor_mm + 800)


def test_sagitta() -> None:
    assert framing.sagitta_mm(3940, 2800) == pytest.approx(257, rel=0.005)


@pytest.mark.parametrize(
    ("name", "focal_mm", "distance_mm"),
    [("head_shoulders", 85, 1266), ("waist", 85, 2210), ("knees", 85, 3154), ("full", 85, 5043)],
)
def test_the_best_lens_without_a_room(name: str, focal_mm: int, distance_mm: float) -> None:
    place = setting(nearest_mm=NEAREST_MM)
    position = place_camera(FRAMINGS[name], place, (35, 50, 85))
    assert (position.focal_mm, round(position.distance_mm)) == (focal_mm, distance_mm)


@pytest.mark.parametrize(
    ("sensor", "bag", "focal_mm"),
    [("aps_c", (23, 35, 56), 56), ("micro_four_thirds", (17, 25, 45), 45)],
)
def test_lenses_are_compared_as_on_full_frame(
    sensor: str, bag: tuple[int, ...], focal_mm: int
) -> None:
    assert place_camera(HEADSHOT_MASTER, setting(sensor=sensor), bag).focal_mm == focal_mm


def test_a_shorter_room_takes_a_shorter_lens() -> None:
    chosen = [
        place_camera(FRAMINGS["full"], setting(length_mm), BAG).focal_mm
        for length_mm in (8000, 6000, 4600)
    ]
    assert chosen == [85, 50, 35]


def test_the_gap_gives_way_before_the_lens_does() -> None:
    position = place_camera(HEADSHOT_MASTER, setting(3700), BAG)
    assert (position.focal_mm, round(position.background_gap_mm)) == (85, 1308)
    assert position.room_length_needed_mm == pytest.approx(3700)


def test_a_short_lens_stays_back_and_sees_more() -> None:
    position = place_camera(HEADSHOT_MASTER, setting(), (35,))
    assert (position.distance_mm, round(position.field_mm)) == (NEAREST_MM, 1198)


def test_the_nearest_lens_that_fits_is_named_where_the_kit_has_none() -> None:
    position = place_camera(HEADSHOT_MASTER, setting(3200), (135, 200))
    assert (position.focal_mm, position.in_kit, position.fits) == (70, False, True)


def test_no_lens_fits_a_cupboard() -> None:
    position = place_camera(HEADSHOT_MASTER, setting(2000), (85, 135))
    assert (position.focal_mm, position.in_kit, position.fits) == (85, True, False)
    assert position.room_length_needed_mm > 2000


@given(
    st.sampled_from(list(FRAMINGS)),
    st.sampled_from(list(SENSOR_FORMATS)),
    st.sets(st.integers(8, 800), min_size=1, max_size=6),
    st.none() | st.floats(1000, 15_000),
)
def test_no_lens_is_nearer_than_allowed_and_what_fits_fits(
    name: str, sensor: str, bag: set[int], room_length_mm: float | None
) -> None:
    place = setting(room_length_mm, sensor=sensor)
    for position in rank_lenses(FRAMINGS[name], place, bag):
        assert position.distance_mm >= NEAREST_MM
        assert position.background_gap_mm >= place.least_gap_mm
        needed_mm = position.room_length_needed_mm
        assert position.fits == (room_length_mm is None or needed_mm <= room_length_mm + 1e-6)


@pytest.mark.parametrize(
    "call",
    [
        lambda: place_camera(HEADSHOT_MASTER, setting(), ()),
        lambda: rows_of(0),
        lambda: framing.sagitta_mm(1000, 2001),
    ],
)
def test_impossible_values_are_refused(call: object) -> None:
    assert callable(call)
    with pytest.raises(ValueError):
        call()
