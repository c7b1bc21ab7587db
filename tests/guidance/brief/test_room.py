"""What kit and room don't allow, and the ways out: another frame, another room, another lens."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance.answers import parse
from guidance.brief import Brief, Kit, RoomSize, compose
from guidance.brief.camera import position_for
from guidance.brief.session import NamedRoom, Session
from guidance.brief.shoot import Shoot
from guidance.routing import recommend
from guidance.texts import render
from tests.guidance.brief.shoots import (
    BAG,
    STUDIO,
    answer_sets,
    brief,
    kits,
    rendered,
    rooms,
    words,
)

LONG_LENSES = Kit("full_frame", (135, 200))
OTHER_ROOMS = (
    NamedRoom("Daylight studio", RoomSize(8, 6, 3)),
    NamedRoom("Room 2", RoomSize(4.5, 3, 3)),
    NamedRoom("Corridor", RoomSize(9, 1.5, 3)),
)


def in_rooms(kit: Kit, room: RoomSize, /, **answers: Any) -> Brief:
    """The brief in a studio that has other rooms too."""
    given_answers = parse(answers)
    session = Session(other_rooms=OTHER_ROOMS)
    return compose(given_answers, recommend(given_answers), kit, room, session)


def test_a_room_too_short_is_worked_out_for_the_lens_that_fits() -> None:
    found = brief(LONG_LENSES, RoomSize(3.2, 3, 2.8), uses=["online_profile"])
    assert (found.framing.focal_mm, found.framing.room_length_needed_mm) == (70, 3200)
    assert rendered(found, "warnings") == [
        (
            "No lens of the kit fits this room with this framing. What does: a room 4.33 m long, "
            "with 135 mm; 70 mm from 1.24 m, borrowed: this sheet is worked out for it"
        ),
        (
            "The room leaves 1.1 m between subject and background instead of 1.5 m: watch for "
            "shadows and spill"
        ),
    ]


def test_a_room_of_the_studio_that_fits_is_named_the_smallest_first() -> None:
    found = in_rooms(LONG_LENSES, RoomSize(3.2, 3, 2.8), uses=["online_profile"])
    assert rendered(found, "warnings")[0] == (
        "No lens of the kit fits this room with this framing. What does: “Room 2”, 4.5 m long, "
        "with 135 mm; 70 mm from 1.24 m, borrowed: this sheet is worked out for it"
    )


def test_whole_figures_in_a_short_room_can_be_framed_closer() -> None:
    long_bag = Kit("full_frame", (85, 105))
    found = in_rooms(long_bag, RoomSize(5, 4, 4), uses=["fashion_advert"], framing="full")
    assert rendered(found, "warnings")[0] == (
        "No lens of the kit fits this room with this framing. What does: here, from the waist up, "
        "hands included, with 85 mm from 2.21 m; “Daylight studio”, 8.0 m long, with 85 mm; 50 mm "
        "from 2.97 m, borrowed: this sheet is worked out for it"
    )


def test_a_loose_frame_may_give_up_its_air() -> None:
    found = brief(
        Kit("full_frame", (85,)), RoomSize(5.3, 4, 4), uses=["social_post"], framing="knees"
    )
    assert (
        "here, from the knees up without air for crops, with 85 mm from 3.15 m"
        in (rendered(found, "warnings")[0])
    )


def test_a_group_may_stand_in_more_rows() -> None:
    found = brief(Kit("full_frame", (50,)), RoomSize(6.4, 5, 3), uses=["gift"], people_in_frame=5)
    assert (
        rendered(found, "warnings")[0]
        .split(": ")[1]
        .startswith(
            "here, in 2 rows of up to 3, with 50 mm from 3.17 m; a room 6.56 m long, with 50 mm"
        )
    )


def test_a_cupboard_is_said_to_be_one() -> None:
    found = brief(BAG, RoomSize(2, 3, 2.8), uses=["online_profile"])
    assert rendered(found, "warnings") == [
        (
            "No lens fits this room with this framing: 85 mm takes 3.39 m. What does: a room 3.40 "
            "m long, with 85 mm"
        )
    ]


def test_where_nothing_fits_the_lens_is_still_one_for_this_framing() -> None:
    found = brief(Kit("micro_four_thirds", (12, 45)), RoomSize(2, 3, 3), uses=["online_profile"])
    assert found.framing.focal_mm == 45


def test_a_document_keeps_its_frame() -> None:
    found = in_rooms(LONG_LENSES, RoomSize(2.2, 3, 3), uses=["identity_document"])
    assert [said for said in rendered(found, "warnings") if "What does: here" in said] == []


def test_a_short_lens_for_a_group_is_said() -> None:
    found = brief(BAG, RoomSize(5, 5, 3), uses=["gift"], people_in_frame=5)
    missing, gap, edges = rendered(found, "warnings")
    assert missing.endswith("32 mm from 3.01 m, borrowed: this sheet is worked out for it")
    assert gap.startswith("The room leaves 1.2 m between")
    assert edges.startswith("This lens is short for a group")


def test_a_blurred_place_loses_blur_where_the_gap_is_short_and_a_sharp_one_nothing() -> None:
    room = RoomSize(5, 4, 3)
    blurred = brief(BAG, room, uses=["social_post"], background="blurred_place")
    sharp = brief(BAG, room, uses=["social_post"], background="recognisable_place")
    assert rendered(blurred, "warnings")[0].endswith("instead of 3.0 m: it blurs less")
    assert [said for said in words(sharp, "warnings") if said.startswith("The room leaves")] == []


def test_a_frame_wider_than_the_room_is_said() -> None:
    room = RoomSize(8, 2.5, 3)
    wide = {"uses": ["wall_art"], "people_in_frame": 5}
    assert rendered(brief(BAG, room, **wide), "warnings") == [
        "The frame is 3.4 m wide, wider than the room: form more rows or take another room"
    ]
    assert rendered(in_rooms(BAG, room, **wide), "warnings") == [
        "The frame is 3.4 m wide, wider than the room: take “Daylight studio”, 6.0 m wide"
    ]


def test_a_kit_without_lenses_is_told_what_to_bring() -> None:
    found = brief(Kit("full_frame", ()), STUDIO, uses=["online_profile"])
    assert found.framing.focal_mm == 90
    assert rendered(found, "warnings") == [
        "No lens is noted in the kit: 90 mm is what this picture asks for"
    ]


def test_a_lens_that_would_fill_the_frame_from_too_near_stays_back() -> None:
    found = brief(Kit("full_frame", (50,)), None, uses=["online_profile"])
    (warning,) = found.lines("warnings")
    assert warning.why is not None
    assert render(warning.text) == (
        "50 mm would fill this frame from 0.88 m: stay at 1.20 m and crop"
    )
    assert render(warning.why) == (
        "From 0.88 m the nose is drawn 17 % larger than the ears, and faces taken so near are "
        "trusted less"
    )


@pytest.mark.parametrize("focal_mm", [60, 85])
def test_no_warning_where_the_frame_is_filled_from_a_metre_or_more(focal_mm: int) -> None:
    found = brief(Kit("full_frame", (focal_mm,)), None, uses=["online_profile"])
    assert words(found, "warnings") == []


named_rooms = st.lists(
    st.builds(RoomSize, st.floats(1, 14), st.floats(1, 10), st.floats(2, 4)), max_size=3
).map(lambda sizes: tuple(NamedRoom(f"Room {n}", size) for n, size in enumerate(sizes)))


@given(answer_sets, kits, rooms, named_rooms)
def test_only_rooms_that_fit_are_named(
    answers: dict[str, Any], kit: Kit, room: RoomSize | None, others: tuple[NamedRoom, ...]
) -> None:
    parsed = parse(answers)
    advice = recommend(parsed)
    session = Session(other_rooms=others)
    found = compose(parsed, advice, kit, room, session)
    for name in re.findall("“(Room [0-9])”", " ".join(rendered(found, "warnings"))):
        size = next(each.size for each in others if each.name == name)
        there = position_for(Shoot(parsed, advice, kit, size))
        assert (there.fits, there.in_kit) == (True, True)
        assert there.marks.sensor_mm + 800 <= size.length_m * 1000 + 1e-6


@given(answer_sets, kits, rooms)
def test_marks_lie_in_order_and_in_the_room(
    answers: dict[str, Any], kit: Kit, room: RoomSize | None
) -> None:
    parsed = parse(answers)
    position = position_for(Shoot(parsed, recommend(parsed), kit, room))
    marks = position.marks
    assert 0 <= marks.back_row_mm <= marks.subject_mm < marks.sensor_mm
    assert position.distance_mm >= 1200
    if room is not None:
        inside = marks.sensor_mm + 800 <= room.length_m * 1000 + 1e-6
        assert inside is position.fits


def test_a_short_lens_for_a_figure_is_said() -> None:
    kit, room = Kit("micro_four_thirds", (12, 25, 45)), RoomSize(4.5, 4, 3.5)
    found = rendered(brief(kit, room, uses=["fashion_advert"]), "warnings")
    assert found == [
        (
            "This lens is short for a figure: keep it exactly level, or what is near it grows and "
            "the rest shrinks"
        )
    ]
