"""The aperture policy of table A4, with its reasons and limits."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given

from guidance.answers import parse
from guidance.brief import Kit, RoomSize
from guidance.brief.aperture import aperture_plan, choose_aperture
from guidance.brief.camera import position_for
from guidance.brief.exposure import aperture_warnings
from guidance.brief.shoot import Shoot
from guidance.optics import (
    MARKED_STOPS,
    SENSOR_FORMATS,
    circle_for_print_mm,
    diffraction_cap,
    f_number_between,
    marked_stop_holding,
)
from guidance.routing import recommend
from guidance.texts import render
from tests.guidance.brief.shoots import BAG, answer_sets, brief, kits, rendered, rooms, words


def test_a_plain_ground_is_stopped_down_for_the_whole_head() -> None:
    found = brief(uses=["online_profile"], background="plain").aperture
    assert (found.f_number, round(found.near_mm), round(found.far_mm or 0)) == (11, 1410, 1606)
    assert render(found.reason) == (
        "f/11 holds nose to ears at 1.50 m; a plain ground gains nothing from a wider aperture"
    )


def test_a_tight_frame_holds_the_face_where_the_ears_are_out_of_reach() -> None:
    found = brief(
        Kit("full_frame", (85,)),
        uses=["gift"],
        framing="head_shoulders",
        background="plain",
    )
    assert render(found.aperture.reason).startswith("f/8 holds nose to temples at 1.27 m")


@pytest.mark.parametrize(
    ("key", "bag", "number"),
    [
        ("full_frame", (85,), 11),
        ("aps_c", (56,), 8),
        ("micro_four_thirds", (45,), 8),
        ("one_inch", (30,), 5.6),
    ],
)
def test_smaller_sensors_stay_under_their_working_ceiling(
    key: str, bag: tuple[int, ...], number: float
) -> None:
    found = brief(Kit(key, bag), None, uses=["online_profile"])
    assert found.aperture.f_number == number
    assert found.aperture.f_number <= SENSOR_FORMATS[key].working_ceiling


def test_a_blurred_place_gets_the_widest_stop_that_holds_the_face() -> None:
    found = brief(BAG, None, uses=["online_profile"], background="blurred_place")
    assert found.aperture.f_number == 5.6
    assert found.aperture.reason.claims == (62, 83)
    assert rendered(found, "aperture")[:3] == [
        (
            "f/5.6 holds nose to temples at 1.50 m; more blur comes from distance to the "
            "background, not from a wider aperture"
        ),
        "Sharp from 1.45 m to 1.55 m from the lens",
        "Focus on the eye nearer to the camera",
    ]


def test_a_close_portrait_holds_both_eyes() -> None:
    found = brief(
        Kit("full_frame", (85,)),
        None,
        uses=["editorial"],
        framing="head_shoulders",
        background="blurred_place",
    )
    assert rendered(found, "aperture")[0].startswith(
        "f/3.5 holds both eyes of a head turned by 30° at 1.50 m"
    )


@pytest.mark.parametrize(
    ("uses", "other"),
    [
        # The whole head from the eye takes f/11; shared it would take f/8.
        (["online_profile"], "f/8 would hold it with the focus 27 mm behind the eye"),
        # The face from the eye takes f/8 (A3); the whole head shared takes f/11 (A4).
        (["gift"], "f/11 would hold nose to ears with the focus 26 mm behind the eye"),
    ],
)
def test_the_other_way_to_focus_is_told(uses: list[str], other: str) -> None:
    found = brief(Kit("full_frame", (85,)), uses=uses, framing="head_shoulders", background="plain")
    assert rendered(found, "aperture")[2:4] == ["Focus on the eye nearer to the camera", other]


def test_the_other_way_is_not_told_where_it_changes_nothing() -> None:
    found = brief(Kit("micro_four_thirds", (45,)), uses=["online_profile"])
    assert [line for line in words(found, "aperture") if "would hold" in line] == []


def test_a_headshot_shares_the_focus_where_the_eye_alone_would_lose_the_ears() -> None:
    found = brief(Kit("medium_44x33", (110,)), uses=["online_profile"])
    behind_mm = found.aperture.focus_mm - found.framing.distance_mm
    assert rendered(found, "aperture")[0].startswith(
        "f/9 holds nose to ears at 1.62 m with the focus 27 mm behind the eye"
    )
    assert rendered(found, "aperture")[2] == (
        "Place the focus by hand 27 mm behind the near eye, and keep it there"
    )
    assert (round(behind_mm), found.aperture.f_number) == (27, 9)
    assert found.aperture.near_mm <= found.aperture.zone_near_mm
    assert (found.aperture.far_mm or 0) >= found.aperture.zone_far_mm


def test_whole_figures_are_not_shot_wide_open() -> None:
    found = brief(BAG, None, uses=["social_post"], framing="full", background="blurred_place")
    assert found.aperture.f_number == 2.8


def test_a_recognisable_place_is_held_together_with_the_face() -> None:
    found = brief(BAG, None, uses=["social_post"], framing="knees", background="recognisable_place")
    gap_mm = found.framing.background_gap_mm
    assert found.aperture.near_mm <= found.framing.distance_mm - 40
    assert found.aperture.far_mm is None or (
        found.aperture.far_mm >= found.framing.distance_mm + gap_mm
    )
    assert words(found, "aperture")[2].startswith("Place the focus by hand")


def test_a_place_that_cannot_be_held_gets_what_the_face_can_spare() -> None:
    found = brief(
        Kit("full_frame", (105,)), None, uses=["editorial"], background="recognisable_place"
    )
    aperture = found.aperture
    assert aperture.f_number == 16
    assert aperture.near_mm == pytest.approx(found.framing.distance_mm - 40)
    assert rendered(found, "warnings")[0] == (
        "Face and background can’t both be sharp here: the background is in between, neither soft "
        "nor clear. What would hold both: the subject no more than 0.74 m from it; the whole "
        "figure, with 105 mm from 6.23 m"
    )


def test_the_gap_that_would_hold_both_does() -> None:
    near_mm = 2730 - 40
    assert f_number_between(105, 0.030, near_mm, 2730 + 740) <= 16
    assert f_number_between(105, 0.030, near_mm, 2730 + 750) > 16


# Table A4: rows and house floors; the focus is shared from two rows on.
@pytest.mark.parametrize(
    ("people", "number", "focus_mm"), [(5, 4, 4703), (8, 5.6, 4278), (12, 8, 4542)]
)
def test_groups(people: int, number: float, focus_mm: float) -> None:
    found = brief(
        Kit("full_frame", (50,)),
        None,
        uses=["social_post"],
        people_in_frame=people,
        framing="waist",
    )
    assert (found.aperture.f_number, round(found.aperture.focus_mm)) == (number, focus_mm)
    by_hand = [line for line in words(found, "aperture") if "by hand at" in line]
    assert bool(by_hand) == (people > 5)


def test_a_big_print_asks_for_more() -> None:
    screen, wall = (
        brief(Kit("full_frame", (50,)), None, uses=[use], people_in_frame=12, framing="waist")
        for use in ("social_post", "wall_art")
    )
    told = "Sharp enough for a print 0.91 m long seen from 0.5 m: circle of confusion 0.016 mm"
    assert (screen.aperture.f_number, wall.aperture.f_number) == (8, 9)
    assert (told in rendered(screen, "aperture"), told in rendered(wall, "aperture")) == (
        False,
        True,
    )


def test_a_big_print_from_close_up_cannot_hold_everything() -> None:
    found = brief(BAG, None, uses=["wall_art"], framing="head_shoulders", background="plain")
    assert found.aperture.f_number == 11
    assert diffraction_cap(0.01575) == pytest.approx(11.7, rel=0.005)
    assert render(found.aperture.reason) == (
        "f/11 is the last stop before diffraction softens; it holds both eyes, not nose to temples"
    )
    assert rendered(found, "warnings")[-1] == (
        "The whole zone can’t be held for this print: past f/11 diffraction softens everything. "
        "Frame looser, print no longer than 0.82 m, or accept softness behind the eyes"
    )


def test_the_print_that_would_hold_the_zone_does() -> None:
    # The face at 105 mm from 1563.3 mm, seen from 0.5 m.
    def holds(print_mm: float) -> bool:
        circle_mm = circle_for_print_mm(print_mm, 36, 500)
        needed = f_number_between(105, circle_mm, 1523.3, 1613.3)
        return marked_stop_holding(needed) <= diffraction_cap(circle_mm)

    assert (holds(820), holds(840)) == (True, False)


@pytest.mark.parametrize(
    ("people", "line"),
    [
        (5, "Curving the row would bring its ends 308 mm forward, which f/4 still holds"),
        (8, "Curving the row would bring its ends 257 mm forward, which f/5.6 still holds"),
    ],
)
def test_what_a_curved_row_costs(people: int, line: str) -> None:
    found = brief(
        Kit("full_frame", (50,)),
        None,
        uses=["social_post"],
        people_in_frame=people,
        framing="waist",
    )
    assert line in rendered(found, "aperture")


def test_rows_stay_straight_where_the_stop_does_not_hold_a_curve() -> None:
    found = brief(Kit("full_frame", (35,)), None, uses=["wall_art"], people_in_frame=12)
    straight = "Keep rows straight: a curve brings the ends 382 mm forward, past what f/8 holds"
    assert straight in rendered(found, "aperture")


@pytest.mark.parametrize(
    ("focal_mm", "line"),
    [
        (35, "With the focus left on the front row it would take f/11"),
        (50, "With the focus left on the front row no stop would hold the back row"),
    ],
)
def test_what_the_front_row_would_cost_as_focus(focal_mm: int, line: str) -> None:
    kit = Kit("full_frame", (focal_mm,))
    found = brief(kit, None, uses=["wall_art"], people_in_frame=12)
    assert line in rendered(found, "aperture")


def test_rows_that_cannot_be_held_are_to_be_fewer() -> None:
    found = brief(Kit("full_frame", (135,)), None, uses=["wall_art"], people_in_frame=80)
    assert words(found, "warnings")[-1].startswith("Not all rows can be held for this print")


@given(answer_sets, kits, rooms)
def test_stops_are_marked_and_hold_the_zone_or_it_is_said(
    answers: dict[str, Any], kit: Kit, room: RoomSize | None
) -> None:
    parsed = parse(answers)
    shoot = Shoot(parsed, recommend(parsed), kit, room)
    position = position_for(shoot)
    choice = choose_aperture(shoot, position)
    plan = aperture_plan(shoot, position, choice)
    assert choice.f_number in MARKED_STOPS
    assert choice.f_number <= diffraction_cap(shoot.circle_mm(position))
    assert choice.f_number <= shoot.working_ceiling(position) <= shoot.sensor.working_ceiling
    assert choice.held or aperture_warnings(shoot, position, choice, plan)
    if choice.held:
        far_mm = math.inf if plan.far_mm is None else plan.far_mm
        assert plan.near_mm <= plan.zone_near_mm + 1e-6
        assert far_mm >= plan.zone_far_mm - 1e-6


def test_a_shift_too_small_to_set_is_left_on_the_eye() -> None:
    found = brief(Kit("aps_c", (60,)), uses=["gift"], framing="face")
    behind_mm = found.aperture.focus_mm - found.framing.distance_mm
    assert 0 < behind_mm < 10
    said = rendered(found, "aperture")
    assert said[0].startswith("f/8 holds nose to temples at 1.20 m; ")
    assert said[2] == "Focus on the eye nearer to the camera"


@pytest.mark.parametrize(("kit", "said"), [("aps_c", True), ("full_frame", False)])
def test_a_lens_that_opens_less_far_is_used_wide_open(kit: str, said: bool) -> None:
    found = brief(Kit(kit, (56,)), None, uses=["lifestyle_advert"])
    wide = [line for line in rendered(found, "aperture") if "wide open" in line]
    assert (found.aperture.f_number < 2.8) is said
    assert bool(wide) is said
