"""The aperture policy of table A4, with its reasons and limits."""

from __future__ import annotations

import pytest

from guidance.brief import Kit
from guidance.optics import SENSOR_FORMATS, diffraction_cap
from guidance.texts import render
from tests.guidance.brief.shoots import BAG, brief, words


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
    assert words(found, "aperture")[3:5] == [
        "The background {gap} behind blurs by {share} of the frame",
        "It turns soft, at 2 % of the frame, from {gap} behind the subject",
    ]


def test_a_place_that_no_walk_makes_soft_is_to_be_calm() -> None:
    found = brief(Kit("one_inch", (9,)), None, uses=["social_post"], background="blurred_place")
    assert words(found, "aperture")[4].startswith("It will not blur by 2 % of the frame here")


def test_a_close_portrait_holds_both_eyes() -> None:
    found = brief(
        BAG, None, uses=["social_post"], framing="head_shoulders", background="blurred_place"
    )
    assert found.aperture.f_number == 5


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


def test_what_cannot_be_held_is_said() -> None:
    found = brief(
        Kit("full_frame", (105,)), None, uses=["editorial"], background="recognisable_place"
    )
    assert found.aperture.f_number == 16
    assert words(found, "warnings")[0].startswith("Subject and background cannot both be sharp")


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
    assert (screen.aperture.f_number, wall.aperture.f_number) == (8, 9)
    assert "Sharpness is worked out for a big print that people walk up to" in words(
        wall, "aperture"
    )


def test_a_big_print_from_close_up_cannot_hold_everything() -> None:
    found = brief(BAG, None, uses=["wall_art"], framing="head_shoulders", background="plain")
    assert found.aperture.f_number == 11
    assert diffraction_cap(0.01575) == pytest.approx(11.7, rel=0.005)
    assert render(found.aperture.reason) == (
        "f/11 is the last stop before diffraction softens; it does not hold nose to temples whole"
    )
    assert words(found, "warnings")[-1].startswith("The whole zone cannot be held")


@pytest.mark.parametrize(
    ("answers", "shutter"),
    [
        ({"uses": ["gift"]}, "1/125 s"),
        ({"uses": ["gift"], "minors": 1}, "1/250 s"),
        ({"uses": ["poster"]}, "1/500 s"),
    ],
)
def test_people_move(answers: dict[str, object], shutter: str) -> None:
    line = brief(**answers).lines("aperture")[-1].text
    assert render(line).startswith(f"In continuous light {shutter} or faster, by hand too")


def test_a_long_lens_in_the_hand_asks_for_more_than_the_sitter() -> None:
    line = brief(Kit("aps_c", (135,)), None, uses=["gift"]).lines("aperture")[-1].text
    assert render(line).startswith("In continuous light 1/250 s or faster, by hand too")


def test_rows_that_cannot_be_held_are_to_be_fewer() -> None:
    found = brief(Kit("full_frame", (135,)), None, uses=["wall_art"], people_in_frame=80)
    assert words(found, "warnings")[-1].startswith("Not all rows can be held")
