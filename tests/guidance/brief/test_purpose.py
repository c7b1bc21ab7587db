"""What the session is for: uses, licence, what is cut from one frame and what needs its own."""

from __future__ import annotations

from typing import Any

import pytest

from guidance.brief import RoomSize
from guidance.brief.purpose import LICENCES
from guidance.texts import render
from guidance.vocabulary import Use
from tests.guidance.brief.shoots import BAG, brief, words


def shown(slug: str, **answers: Any) -> list[str]:
    return [render(line.text) for line in brief(BAG, None, **answers).lines(slug)]


def test_every_use_has_its_licence() -> None:
    assert set(LICENCES) == set(Use)


def test_the_purpose_is_told_in_the_client_s_answers() -> None:
    found = shown("purpose", uses=["wall_art", "gift"], people_in_frame=5, story="some")
    assert found == [
        "Classic portrait",
        "For these uses, the main one first: Framed picture for the wall; Present for somebody",
        "5 people together in one frame",
        "Story, in the client’s words: A hint of who I am",
        "Licence for this: personal",
    ]


def test_one_use_has_no_rank() -> None:
    assert shown("purpose", uses=["gift"])[1] == "For this use: Present for somebody"


def test_a_group_out_of_more_people_says_how_many_come() -> None:
    found = shown("purpose", uses=["wall_art"], people_in_frame=5, people_total=9)
    assert found[2] == "5 people together in one frame, 9 photographed altogether"


def test_a_group_s_print_is_level_like_its_frame() -> None:
    alone, group = (
        brief(uses=["wall_art"], people_in_frame=people).deliverables[0] for people in (1, 5)
    )
    assert (alone.width_px, alone.height_px) == (3600, 5400)
    assert (group.width_px, group.height_px) == (5400, 3600)


@pytest.mark.parametrize(
    ("answers", "licence"),
    [
        ({"uses": ["social_post"]}, "personal"),
        ({"uses": ["social_post"], "occasion": "work"}, "standard professional"),
        (
            {"uses": ["online_profile", "service_advert"]},
            "standard professional; paid advertising, priced separately",
        ),
    ],
)
def test_the_licence_follows_the_uses(answers: dict[str, Any], licence: str) -> None:
    assert shown("purpose", **answers)[-1] == f"Licence for this: {licence}"


def test_a_crop_is_checked_for_its_pixels() -> None:
    kept = "A head-and-shoulders crop from this frame keeps 3333 px of 6000 px on the long side"
    assert kept in shown("deliverables", uses=["book_jacket"], framing="waist")
    assert shown("second_setups", uses=["book_jacket"]) == []


def test_a_combined_session_works_out_each_picture() -> None:
    found = shown("second_setups", uses=["wall_art", "online_profile"], people_in_frame=5)
    set_up, expression = found
    assert set_up == (
        "Corporate headshot: 85 mm from 1.50 m at f/11. Loop light, key 1 stop over the fill. "
        "Plain mid to light grey"
    )
    assert expression == "Confident and approachable"


def test_a_portrait_beside_a_headshot_shows_more_than_the_face() -> None:
    found = shown("second_setups", uses=["online_profile", "poster"], framing="head_shoulders")
    assert found[0].startswith("Portrait of a performer: 85 mm from 3.15 m")


def test_a_further_picture_that_the_room_does_not_allow_is_said() -> None:
    found = brief(BAG, RoomSize(4, 4, 3), uses=["online_profile", "fashion_advert"])
    assert words(found, "second_setups")[2].startswith("The room leaves {gap}")


def test_background_casting_gets_its_full_length() -> None:
    found = shown(
        "second_setups",
        uses=["casting"],
        casting_market="stage_screen",
        casting_services=["central_casting"],
    )
    assert found == [
        (
            "Central Casting: head and shoulders, and the full length with 85 mm from 5.04 m, in "
            "7.93 m of room; plain light ground, neutral face, no retouching"
        )
    ]


def test_a_document_beside_a_portrait_is_not_retouched() -> None:
    found = brief(uses=["gift", "identity_document"])
    assert "{picture} in frames of its own: flat light, neutral face, no retouching" in words(
        found, "deliverables"
    )
    assert words(found, "second_setups")[1].startswith("Neutral")
