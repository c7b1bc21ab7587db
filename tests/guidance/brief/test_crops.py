"""What one frame can serve: rectangles, pixels, and why some files need another frame (A5)."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from guidance.answers import parse
from guidance.brief import Brief, Kit, RoomSize, compose
from guidance.brief.crops import EYES_BELOW_CROWN_MM, FIGURE_MM, crown_mm
from guidance.brief.sheet import Crop
from guidance.diagrams import person
from guidance.framing import HEAD_HEIGHT_MM, HEADSHOT_MASTER, avatar_square_mm
from guidance.optics import crop_yield_px
from guidance.outputs import Deliverable
from guidance.outputs.output import in_circle
from guidance.routing import recommend
from guidance.texts import render
from tests.guidance.brief.shoots import (
    BAG,
    answer_sets,
    brief,
    casting_answers,
    kits,
    rendered,
    rooms,
)


def cut(found: Brief) -> list[tuple[int, int]]:
    """Pixels of every crop, 0 × 0 where a file has a frame of its own."""
    return [(crop.width_px, crop.height_px) for crop in found.crops]


def why(found: Brief) -> list[str | None]:
    return [render(crop.own_frame) if crop.own_frame else None for crop in found.crops]


def test_the_master_of_a_headshot_in_pixels() -> None:
    found = brief(uses=["online_profile", "about_page"], occasion="work")
    square, upright, banner = found.crops
    assert (square.width_px, square.height_px) == (3833, 3833)
    assert (upright.width_px, upright.height_px) == (4000, 5000)
    assert banner.own_frame is not None


def test_the_square_of_an_avatar_and_the_least_frame_around_it() -> None:
    assert avatar_square_mm() == pytest.approx(383, abs=0.5)
    assert avatar_square_mm() * 36 / 24 == pytest.approx(575, rel=0.005)
    (square,) = brief(uses=["online_profile"], occasion="work").crops
    assert square.width_mm == pytest.approx(avatar_square_mm())


# A5: pixels of the long side, field, crop, pixels left.
@pytest.mark.parametrize(
    ("long_side_px", "field_mm", "crop_mm", "left_px"),
    [
        (6000, 2100, 500, 1429),
        (6000, 900, 500, 3333),
        (6000, 1300, 500, 2308),
        (8192, 2100, 500, 1951),
        (9504, 2100, 500, 2263),
        (6000, 600, 383.333, 3833),
        (6000, 600, 500, 5000),
    ],
)
def test_yield(long_side_px: int, field_mm: float, crop_mm: float, left_px: int) -> None:
    assert round(crop_yield_px(long_side_px, field_mm, crop_mm)) == pytest.approx(left_px, abs=1)


def test_an_avatar_is_cut_from_a_whole_figure_but_a_casting_print_is_not() -> None:
    found = brief(uses=["wall_art", "social_profile"], framing="full", occasion="personal")
    assert found.crops[1].own_frame is None
    assert found.crops[1].width_px >= 800


def test_pixels_are_those_of_the_camera() -> None:
    small = brief(Kit("full_frame", (85,), 3000), None, uses=["casting", "wall_art"])
    assert why(small)[0] == (
        "this camera leaves 2000 × 2500 px; print it smaller or take a camera with more"
    )
    large = brief(Kit("full_frame", (85,), 9504), None, uses=["online_profile"])
    assert cut(large) == [(6072, 6072)]


@pytest.mark.parametrize(
    ("answers", "reasons"),
    [
        (
            {"uses": ["editorial"]},
            [None, "turn the camera level, as given under the framing"],
        ),
        (
            {"uses": ["poster", "gift"]},
            ["it needs empty space above the head, as given under the framing", None],
        ),
        (
            {"uses": ["poster"]},
            [None],
        ),
        (
            {"uses": ["online_profile"], "people_in_frame": 5},
            ["heads in a group are too small for it; take each person alone, close"],
        ),
        (
            {"uses": ["gift", "identity_document"]},
            [None, *["taken in a further set-up, with light of its own"] * 5],
        ),
        (
            {"uses": ["online_profile", "casting"], "casting_market": "stage_screen"},
            [None] + ["taken in a further set-up, with light of its own"] * 3,
        ),
        (
            {"uses": ["lifestyle_advert", "fashion_advert"]},
            [None, "taken in a further set-up, with light of its own"],
        ),
        (
            {"uses": ["casting"], "casting_services": ["central_casting"]},
            [None] * 3 + ["taken in a further set-up, with light of its own"] * 2,
        ),
    ],
)
def test_why_a_file_has_a_frame_of_its_own(
    answers: dict[str, Any], reasons: list[str | None]
) -> None:
    assert why(brief(**answers)) == reasons


def test_a_frame_is_shot_for_its_own_files_alone() -> None:
    found = brief(uses=["online_profile", "wall_art"], occasion="work")
    assert rendered(found, "framing")[2].startswith("Shoot loose, to be cut to 1:1;")
    assert found.aperture == brief(uses=["online_profile"], occasion="work").aperture


def test_the_whole_frame_is_given_whole() -> None:
    sizes = [(crop.width_px, crop.height_px) for crop in brief().crops]
    assert sizes == [(4000, 6000), (4000, 6000)]


def test_a_shape_that_would_lose_something_says_how_to_hold_it() -> None:
    people = why(brief(uses=["social_post"], people_in_frame=5))
    assert (
        people
        == ["its shape would cut people off; take an upright frame with 35 mm from 4.05 m"] * 2
    )
    assert why(brief(uses=["social_post"], framing="full"))[1] == (
        "its shape would cut off the feet; take an upright frame with 50 mm from 4.07 m"
    )


def test_a_room_too_short_to_stand_back_is_said() -> None:
    found = brief(BAG, RoomSize(5, 5, 3), uses=["social_post"], people_in_frame=5)
    assert (
        why(found)
        == ["its shape would cut people off; an upright frame that holds it takes a room of 5.88 m"]
        * 2
    )


def test_a_whole_figure_keeps_its_feet() -> None:
    found = brief(uses=["wall_art"], framing="full")
    (crop,) = found.crops
    assert crop.top_mm + crop.height_mm >= crown_mm(found.framing) + FIGURE_MM


def test_the_figures_have_the_measures_of_the_crops() -> None:
    assert (EYES_BELOW_CROWN_MM, FIGURE_MM) == (person.EYE_Y_MM, person.HEIGHT_MM)


def test_a_document_s_eyes_are_where_the_rule_wants_them() -> None:
    found = brief(uses=["identity_document"])
    crop = found.crops[-1]
    eyes_mm = crown_mm(found.framing) + EYES_BELOW_CROWN_MM
    share = (crop.top_mm + crop.height_mm - eyes_mm) / crop.height_mm
    assert 0.56 <= share <= 0.69


def assert_fits(found: Brief, crop: Crop, due: Deliverable) -> None:
    """In the frame, in the file's ratio, with the head as large as asked and whole."""
    frame = found.framing
    right_mm, bottom_mm = crop.left_mm + crop.width_mm, crop.top_mm + crop.height_mm
    assert min(crop.left_mm, crop.top_mm) >= -1e-6
    assert right_mm <= frame.width_mm + 1e-6
    assert bottom_mm <= frame.height_mm + 1e-6
    assert crop.width_mm / crop.height_mm == pytest.approx(due.ratio, rel=0.01)
    assert crop.width_px / crop.height_px == pytest.approx(due.ratio, rel=0.01)
    assert due.use == "print" or (crop.width_px, crop.height_px) >= (due.width_px, due.height_px)
    crown, chin = crown_mm(frame), crown_mm(frame) + HEAD_HEIGHT_MM
    assert crop.top_mm <= crown
    assert chin <= bottom_mm
    if due.head_least is not None and due.head_most is not None:
        share = HEAD_HEIGHT_MM / crop.height_mm
        assert due.head_least - 1e-9 <= share <= due.head_most + 1e-9
    if due.eyes_least is not None and due.eyes_most is not None:
        eyes = (bottom_mm - crown - EYES_BELOW_CROWN_MM) / crop.height_mm
        assert due.eyes_least <= eyes <= due.eyes_most
    if due.circle:
        ends = [(y - crop.top_mm) / crop.height_mm for y in (crown, chin)]
        assert all(in_circle(0.5, end) for end in ends)


def assert_all_fit(found: Brief) -> None:
    assert len(found.crops) == len(found.deliverables)
    for crop, due in zip(found.crops, found.deliverables, strict=True):
        assert crop.use == due.use
        if crop.own_frame is None:
            assert_fits(found, crop, due)
        else:
            assert render(crop.own_frame).strip()
            assert crop.own_frame.claims or crop.own_frame.source
            assert (crop.width_mm, crop.height_px) == (0, 0)


@given(answer_sets, kits, rooms)
def test_every_crop_fits_its_frame_and_its_file(
    answers: dict[str, Any], kit: Kit, room: RoomSize | None
) -> None:
    parsed = parse(answers)
    assert_all_fit(compose(parsed, recommend(parsed), kit, room))


@given(casting_answers, kits, rooms)
def test_every_crop_of_a_casting_fits(
    answers: dict[str, Any], kit: Kit, room: RoomSize | None
) -> None:
    parsed = parse(answers)
    assert_all_fit(compose(parsed, recommend(parsed), kit, room))


def test_a_headshot_s_frame_is_the_loose_master() -> None:
    assert brief(BAG, None, uses=["casting"]).framing.field_mm == HEADSHOT_MASTER.field_mm
