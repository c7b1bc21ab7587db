"""Lens, distance, rows and what the room does not allow."""

from __future__ import annotations

import pytest

from guidance.brief import Kit
from guidance.texts import render
from guidance.vocabulary import Format, Framing, Kind, Style, Use
from tests.guidance.brief.shoots import BAG, brief, brief_as, rendered, words


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


@pytest.mark.parametrize(
    ("uses", "field_mm", "line"),
    [
        (
            ["online_profile", "business_card", "about_page"],
            600,
            (
                "Shoot loose, to be cut to 1:1, 8:11, 4:5; the upright picture is 500 mm high, "
                "and the face fills about 60 % of the square"
            ),
        ),
        (
            ["social_post"],
            1080,
            "Shoot loose, to be cut to 4:5, 1:1; the picture itself is 900 mm high",
        ),
        (
            ["book_jacket", "social_post"],
            1080,
            "Shoot loose, to be cut to 2:3, 4:5, 1:1; the picture itself is 900 mm high",
        ),
    ],
)
def test_a_frame_from_which_several_ratios_are_cut_is_loose(
    uses: list[str], field_mm: float, line: str
) -> None:
    found = brief(uses=uses)
    assert found.framing.field_mm == pytest.approx(field_mm)
    loose = [said for said in rendered(found, "framing") if said.startswith("Shoot loose")]
    assert loose == [line]


@pytest.mark.parametrize("use", ["wall_art", "gift", "editorial", "book_jacket"])
def test_a_portrait_for_one_ratio_fills_its_frame(use: str) -> None:
    found = brief(uses=[use], framing="waist")
    assert found.framing.field_mm == pytest.approx(900)
    assert [said for said in words(found, "framing") if said.startswith("Shoot loose")] == []


def test_what_a_lens_sees_too_much_is_cropped_and_counted() -> None:
    found = brief(Kit("full_frame", (35,)), None, uses=["online_profile"])
    assert rendered(found, "framing")[2] == (
        "From this distance the lens sees more: crop to 600 mm, which leaves 3004 px of 6000 px"
    )


def test_tape_is_laid_from_the_background() -> None:
    found = brief(uses=["online_profile"], occasion="work")
    assert rendered(found, "lens") == [
        "85 mm on full frame",
        "Lens 1.50 m from the eyes, 1.59 m on the focus scale",
        (
            "Tape from the background: subject at 1.50 m, sensor at 3.09 m; with 0.8 m behind the "
            "camera this takes 3.89 m"
        ),
    ]


def test_rows_have_a_tape_each_for_the_first_and_the_last() -> None:
    found = brief(Kit("full_frame", (50,)), None, uses=["social_post"], people_in_frame=12)
    assert rendered(found, "lens")[2] == (
        "Tape from the background: back row at 1.50 m, front row at 2.90 m, sensor at 6.89 m; "
        "with 0.8 m behind the camera this takes 7.69 m"
    )


def test_the_distance_is_given_with_what_it_does_to_a_face() -> None:
    found = brief(uses=["gift"], framing="head_shoulders", background="plain").lines("lens")[0]
    assert found.why is not None
    assert render(found.why) == (
        "Distance alone makes perspective: from 1.56 m the nose is drawn 9 % larger than the "
        "ears; under 1.2 m it starts to look wrong"
    )


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
    assert (found.framing.focal_mm, round(found.framing.field_mm)) == (25, 958)


@pytest.mark.parametrize("framing", ["face", "head_shoulders"])
def test_clothes_to_be_shown_are_framed_whole_and_once_closer(framing: str) -> None:
    found = brief(uses=["fashion_advert"], framing=framing)
    closer = "One closer picture as well: head and shoulders, as the client was promised"
    assert found.framing.name == "full"
    assert words(found, "framing").count(closer) == 1
    assert closer not in words(brief(uses=["fashion_advert"], framing="full"), "framing")


@pytest.mark.parametrize("use", [use.value for use in Use])
@pytest.mark.parametrize("framing", [framing.value for framing in Framing])
def test_no_face_is_taken_from_nearer_than_the_brief_itself_allows(use: str, framing: str) -> None:
    found = brief(Kit("full_frame", (14, 24)), None, uses=[use], framing=framing)
    assert found.framing.distance_mm >= 1200


def test_a_place_that_must_be_recognised_takes_a_shorter_lens() -> None:
    wide, calm = (
        brief(BAG, None, uses=["editorial"], background=background).framing.focal_mm
        for background in ("recognisable_place", "blurred_place")
    )
    assert (wide, calm) == (50, 85)
