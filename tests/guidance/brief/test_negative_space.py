"""Empty space for words: beside the person for banners, above the head for posters."""

from __future__ import annotations

from typing import Any

import pytest

from guidance.brief import Kit, RoomSize, from_stored, to_stored
from guidance.brief.shoot import is_banner
from guidance.outputs import OUTPUTS
from guidance.texts import render
from tests.guidance.brief.shoots import BAG, brief, rendered, words

BESIDE = (
    "camera level, 50 mm from 2.34 m, 1.65 m across; the person in one third, 1.10 m (67 %) empty "
    "on the side they look towards"
)


@pytest.mark.parametrize(
    ("uses", "named"),
    [
        (["about_page"], "about page"),
        (["service_advert"], "advert on a page"),
        (["personal_brand"], "head of the website"),
        (["social_post", "blog_article"], "article"),
        (["personal_brand", "website_banner"], "head of the website; website banner"),
    ],
)
def test_a_banner_beside_other_files_is_a_level_frame_of_its_own(
    uses: list[str], named: str
) -> None:
    found = brief(uses=uses)
    assert found.framing.width_mm < found.framing.height_mm
    wide = [line for line in rendered(found, "framing") if line.startswith("Wide frame")]
    assert wide == [f"Wide frame ({named}): {BESIDE}"]


@pytest.mark.parametrize("use", ["website_banner", "blog_article"])
def test_where_only_banners_are_due_the_main_frame_is_one(use: str) -> None:
    found = brief(uses=[use], framing="waist")
    plan = found.framing
    assert (plan.name, round(plan.width_mm), round(plan.height_mm)) == ("waist", 1650, 1100)
    assert (plan.focal_mm, round(plan.distance_mm)) == (50, 2342)
    assert rendered(found, "framing")[1:3] == [
        "Camera level, 1.65 m across",
        (
            "The person in the left or right third, 1.10 m (67 %) empty on the side they look "
            "towards; cut to 16:9, 928 mm high, the head fills 25 %"
        ),
    ]


def test_a_whole_figure_in_a_banner_stays_whole() -> None:
    found = brief(BAG, None, uses=["website_banner"], framing="full").framing
    assert (found.name, round(found.field_mm)) == ("full", 3733)


def test_a_group_leaves_a_third_of_its_banner() -> None:
    found = brief(BAG, RoomSize(9, 6, 3), uses=["website_banner"], people_in_frame=5)
    assert rendered(found, "framing")[2] == (
        "Wide frame (website banner): 35 mm from 4.92 m, 5.03 m across; the group to one side, "
        "1.68 m (33 %) empty on the other"
    )


def test_a_poster_beside_other_files_is_a_frame_of_its_own() -> None:
    found = brief(uses=["poster", "gift"])
    assert rendered(found, "framing")[2] == (
        "Poster: some frames with 50 mm from 2.76 m, 1.95 m from top to bottom, the upper 0.65 m "
        "(33 %) empty for the title"
    )
    (poster,) = found.further_frames
    plan = poster.plan
    assert (plan.focal_mm, round(plan.distance_mm), round(plan.height_mm)) == (50, 2758, 1950)
    assert plan.empty_above == pytest.approx(1 / 3)


def test_where_only_a_poster_is_due_the_main_frame_is_its_own() -> None:
    found = brief(uses=["poster"])
    assert (found.framing.focal_mm, round(found.framing.height_mm)) == (50, 1950)
    assert rendered(found, "framing")[1:] == [
        "Camera upright, 1.95 m from top to bottom, of which the head fills 12 %",
        "The upper 0.65 m (33 %) stays empty for the title",
    ]
    assert found.further_frames == ()
    (crop,) = found.crops
    assert (crop.own_frame, round(crop.height_mm)) == (None, 1950)


def test_a_poster_without_room_for_its_space_keeps_the_framing_that_was_wished() -> None:
    found = brief(Kit("full_frame", (50, 85)), RoomSize(4.8, 3, 3), uses=["poster"])
    assert round(found.framing.height_mm) == 1300
    assert found.further_frames == ()


def test_the_wide_frame_is_kept_as_numbers_and_in_the_store() -> None:
    found = brief(uses=["about_page"])
    (wide,) = found.further_frames
    plan = wide.plan
    assert render(wide.name) == "Wide frame (about page)"
    assert (plan.focal_mm, round(plan.distance_mm)) == (50, 2342)
    assert (round(plan.width_mm), round(plan.height_mm)) == (1650, 1100)
    assert plan.middle == pytest.approx(1 / 6)
    assert from_stored(to_stored(found)) == found


def test_a_brief_stored_before_frames_were_known_has_none() -> None:
    stored = to_stored(brief(uses=["about_page"]))
    del stored["further_frames"]
    for name in ("middle", "empty_above", "lens_height_mm"):
        del stored["framing"][name]
    read = from_stored(stored)
    assert (read.further_frames, read.framing.middle, read.framing.empty_above) == ((), 0.5, 0)


def test_the_person_of_a_banner_stands_where_the_words_put_them() -> None:
    plan = brief(uses=["website_banner"], framing="waist").framing
    empty_mm = plan.width_mm - (plan.middle * plan.width_mm + 275)
    assert empty_mm == pytest.approx(1100)


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (
            {"uses": ["about_page"]},
            (
                "Wide frame (about page): empty space beside people takes a room of 4.19 m. Here, "
                "put them at the edge of a level frame and have the ground extended afterwards"
            ),
        ),
        (
            {"uses": ["poster"]},
            (
                "Poster: 0.65 m (33 %) above the head for the title takes a room of 5.11 m. Here, "
                "have the ground extended upwards afterwards"
            ),
        ),
    ],
)
def test_a_room_without_that_space_says_what_to_do(answers: dict[str, Any], told: str) -> None:
    found = brief(Kit("full_frame", (50, 85)), RoomSize(3.4, 3, 3), **answers)
    assert told in rendered(found, "framing")


def test_a_press_picture_is_turned_level_from_the_same_place() -> None:
    found = brief(uses=["editorial"], background="plain")
    assert rendered(found, "framing")[2] == (
        "Turn the camera level once, from the same place: 0.90 m × 0.60 m"
    )


def test_files_without_words_get_no_empty_space() -> None:
    for use in ("online_profile", "gift", "wall_art", "book_jacket", "casting"):
        said = words(brief(uses=[use]), "framing")
        assert [line for line in said if line.startswith(("Wide", "Poster", "Turn"))] == []


def test_every_use_with_a_wide_file_has_its_words() -> None:
    for use, rows in OUTPUTS.items():
        found = rendered(brief(uses=list(dict.fromkeys(["gift", use]))), "framing")
        wide = [line for line in found if line.startswith("Wide frame")]
        assert bool(wide) == any(is_banner(row) for row in rows)


def test_the_person_stands_in_the_middle_of_a_third() -> None:
    found = brief(uses=["website_banner"], framing="full")
    assert round(found.framing.field_mm) == 3733
    assert rendered(found, "framing")[2].startswith(
        "The person in the left or right third, 2.84 m (76 %) empty"
    )
