"""Lens, distance, rows and what the room does not allow."""

from __future__ import annotations

import pytest

from guidance.brief import Kit, RoomSize
from guidance.texts import render
from guidance.vocabulary import Format, Framing, Kind, Style, Use
from tests.guidance.brief.shoots import BAG, STUDIO, brief, brief_as, words


def test_a_headshot_is_shot_as_the_loose_master() -> None:
    found = brief(uses=["online_profile", "business_card"], occasion="work").framing
    assert (found.name, round(found.field_mm), found.focal_mm) == ("head_shoulders", 600, 85)
    assert (round(found.distance_mm), round(found.room_length_needed_mm)) == (1502, 3892)


def test_a_headshot_stays_head_and_shoulders_whatever_was_wished() -> None:
    assert brief(uses=["online_profile"], framing="full").framing.name == "head_shoulders"


def test_a_portrait_takes_the_framing_that_was_wished() -> None:
    assert brief(uses=["wall_art"], framing="full").framing.name == "full"


def test_a_portrait_that_is_cropped_to_an_avatar_is_shot_loose() -> None:
    close = brief(uses=["book_jacket"], framing="face").framing
    assert (close.name, round(close.field_mm)) == ("head_shoulders", 600)


def test_documents_are_taken_one_by_one_from_a_metre_and_a_half() -> None:
    found = brief_as(Kind.DOCUMENT, Style.DOCUMENT, Format.GROUP, uses=["identity_document"])
    assert found.framing.rows == (1,)
    assert found.framing.distance_mm >= 1500


@pytest.mark.parametrize(("people", "rows"), [(2, (2,)), (5, (5,)), (8, (4, 4)), (12, (4, 4, 4))])
def test_groups_stand_in_rows(people: int, rows: tuple[int, ...]) -> None:
    found = brief(BAG, None, uses=["wall_art"], people_in_frame=people)
    assert (found.framing.name, found.framing.rows) == ("group", rows)


def test_a_sharp_place_does_not_cost_half_the_frame() -> None:
    kit = Kit("micro_four_thirds", (12, 25, 45))
    found = brief(kit, None, uses=["social_post"], background="recognisable_place")
    assert (found.framing.focal_mm, round(found.framing.field_mm)) == (25, 900)


def test_a_room_too_short_names_the_lens_that_fits() -> None:
    found = brief(Kit("full_frame", (135, 200)), RoomSize(3.2, 3, 2.6), uses=["online_profile"])
    assert found.framing.focal_mm == 70
    assert found.framing.room_length_needed_mm <= 3200
    assert [warning.split(":")[0] for warning in words(found, "warnings")] == [
        "No lens of the kit fits this room",
        "The room leaves {gap} between subject and background instead of {wished}",
    ]


def test_a_cupboard_is_said_to_be_one() -> None:
    found = brief(BAG, RoomSize(2, 3, 2.6), uses=["online_profile"])
    assert render(found.lines("warnings")[0].text) == (
        "No lens fits this room for this framing: 85 mm takes 3.39 m, and no lens takes less than "
        "3.01 m. Choose a longer room"
    )


def test_where_nothing_fits_the_lens_is_still_one_for_this_framing() -> None:
    found = brief(Kit("micro_four_thirds", (12, 45)), RoomSize(2, 3, 3), uses=["online_profile"])
    assert found.framing.focal_mm == 45


def test_a_missing_lens_is_told_with_the_room_that_the_kit_needs() -> None:
    found = brief(BAG, RoomSize(5, 5, 3), uses=["social_post"], people_in_frame=5)
    missing, gap, edges = (render(line.text) for line in found.lines("warnings"))
    assert missing == (
        "No lens of the kit fits this room: 32 mm is the nearest that does. Borrow one, or take a "
        "room of 5.13 m for the 35 mm of the kit"
    )
    assert gap.startswith("The room leaves 1.2 m between")
    assert edges.startswith("This lens is short for a group")


@pytest.mark.parametrize("framing", ["face", "head_shoulders"])
def test_clothes_to_be_shown_are_framed_whole_and_once_closer(framing: str) -> None:
    found = brief(uses=["fashion_advert"], framing=framing)
    closer = "One closer picture as well: head and shoulders, as the client was promised"
    assert found.framing.name == "full"
    assert words(found, "framing").count(closer) == 1
    assert closer not in words(brief(uses=["fashion_advert"], framing="full"), "framing")


@pytest.mark.parametrize(("use", "level"), [("website_banner", True), ("book_jacket", False)])
def test_wide_files_turn_the_camera(use: str, level: bool) -> None:
    turned = [line for line in words(brief(uses=[use]), "framing") if line.startswith("Turn the")]
    assert bool(turned) == level


@pytest.mark.parametrize("use", [use.value for use in Use])
@pytest.mark.parametrize("framing", [framing.value for framing in Framing])
def test_no_face_is_taken_from_nearer_than_the_brief_itself_allows(use: str, framing: str) -> None:
    found = brief(Kit("full_frame", (14, 24)), None, uses=[use], framing=framing)
    assert found.framing.distance_mm >= 1200


def test_a_frame_wider_than_the_room_is_said() -> None:
    found = brief(BAG, RoomSize(8, 2.5, 3), uses=["wall_art"], people_in_frame=5)
    assert words(found, "warnings")[0].startswith("The frame is {width} wide")


def test_a_kit_without_lenses_is_told_what_to_bring() -> None:
    found = brief(Kit("full_frame", ()), STUDIO, uses=["online_profile"])
    assert found.framing.focal_mm == 90
    assert words(found, "warnings")[0].startswith("No lens is noted in the kit")


def test_a_place_that_must_be_recognised_takes_a_shorter_lens() -> None:
    wide, calm = (
        brief(BAG, None, uses=["editorial"], background=background).framing.focal_mm
        for background in ("recognisable_place", "blurred_place")
    )
    assert (wide, calm) == (35, 85)
