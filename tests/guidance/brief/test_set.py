"""Light, ground, glasses, feeling, colour, warnings and checks: what may and may not be said."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from guidance.answers import parse
from guidance.brief import Brief, RoomSize, compose
from guidance.brief.session import Session
from guidance.brief.sheet import LightPlan
from guidance.glare import lamp_span_deg
from guidance.routing import recommend
from guidance.texts import render
from guidance.vocabulary import STYLES, Format, Kind, Mood, Style
from guidance.wardrobe import advise
from tests.guidance.brief.shoots import (
    BAG,
    COMBINATIONS,
    answer_sets,
    brief,
    brief_as,
    lines,
    words,
)


def assert_clear_of_the_band(light: LightPlan) -> None:
    """The whole of key and fill stands above what the lenses mirror (B4)."""
    assert light.glare_high_deg is not None
    for up_deg, distance_mm in (
        (light.key_up_deg, light.key_distance_mm),
        (light.fill_up_deg, light.fill_distance_mm),
    ):
        lower_edge_deg, _upper = lamp_span_deg(up_deg, light.key_half_mm, distance_mm)
        assert lower_edge_deg > light.glare_high_deg


@pytest.mark.parametrize(("kind", "style", "picture_format"), COMBINATIONS)
def test_no_light_from_below_with_glasses(kind: Kind, style: Style, picture_format: Format) -> None:
    found = brief_as(kind, style, picture_format, glasses="always")
    assert not found.light.lower_fill
    assert_clear_of_the_band(found.light)
    assert not [line for line in words(found, "light") if line.startswith("Fill from below")]


def test_the_clamshell_of_a_commercial_headshot_gives_way_to_glasses() -> None:
    advert = {"uses": ["casting"], "casting_market": "adverts"}
    assert brief(**advert).light.pattern == "clamshell"
    with_glasses = brief(**advert, glasses="sometimes")
    assert with_glasses.light.pattern == "loop"
    assert words(with_glasses, "warnings") == [
        "Because of the glasses a raised key replaces this style’s light from the front"
    ]


def test_glasses_get_the_band_and_the_fixes_in_their_order() -> None:
    found = brief(uses=["online_profile"], glasses="always")
    assert [render(line.text) for line in found.lines("glasses")] == [
        (
            "The lenses mirror lights from 42° below to 10° above eye level, 33° to either side; "
            "key and fill stay 5° or more above that"
        ),
        "No fill and no reflector from below, which is inside this band",
        "Still glare? 1: the light higher; its lower edge is 22° above eye level now",
        "2: the light aside; with its centre 56° or more to the side any height is clear",
        "3: the camera 0.13 m higher, aimed down; lowers the band by 5°",
        "4: the chin slightly down; 10° lowers the band by 20°",
        "5: the temples a little off the ears; 8° lower the band by 16°",
        (
            "6: a second frame without glasses from the same marks, to mend this one, if the "
            "client agrees"
        ),
        "7: an empty frame of the same kind, borrowed",
        "Glasses worn every day stay on; where worn at times, take both versions",
        (
            "Glare is the studio’s problem, never the client’s: with the key this high look at 100 "
            "% for a catchlight and open sockets"
        ),
    ]


def test_on_a_document_neither_head_nor_camera_nor_file_is_changed_for_glasses() -> None:
    found = brief(uses=["identity_document"], glasses="always")
    fixes = [render(line.text) for line in found.lines("glasses")][3:-1]
    assert [fix.split(";")[0] for fix in fixes] == [
        "Still glare? 1: the light higher",
        "2: the light aside",
        "3: the temples a little off the ears",
    ]


@pytest.mark.parametrize(
    ("glasses", "height_m", "warnings"),
    [
        ("always", 2.4, ["The ceiling is low for a raised key"]),
        ("no", 2.4, ["The ceiling is low for this key"]),
        ("always", 2.7, ["The ceiling is low for a raised key"]),
        ("no", 2.7, []),
        ("always", 2.8, ["The ceiling is low for a raised key"]),
        ("always", 2.9, []),
    ],
)
def test_a_key_that_the_ceiling_cuts_off_is_said(
    glasses: str, height_m: float, warnings: list[str]
) -> None:
    found = brief(BAG, RoomSize(7, 5, height_m), uses=["online_profile"], glasses=glasses)
    said = [line for line in words(found, "warnings") if "the fill" not in line]
    assert [warning.split(",")[0] for warning in said] == warnings


@pytest.mark.parametrize(
    ("answers", "catchlight"),
    [
        ({"uses": ["online_profile"]}, "One main catchlight in each eye"),
        ({"uses": ["service_advert"]}, "Two catchlights in each eye"),
        ({"uses": ["fashion_advert"]}, "The main catchlight stands straight above each pupil"),
        ({"uses": ["id_badge"]}, "Light in every eye"),
        ({"uses": ["wall_art"], "people_in_frame": 5}, "Light in every eye"),
    ],
)
def test_catchlights_are_where_the_pattern_puts_them(
    answers: dict[str, Any], catchlight: str
) -> None:
    found = [line for line in words(brief(**answers), "light") if line.startswith(catchlight)]
    assert len(found) == 1


@pytest.mark.parametrize("mood", [mood.value for mood in Mood])
def test_a_badge_shows_no_feeling(mood: str) -> None:
    calm = brief_as(Kind.HEADSHOT, Style.ID_BADGE, Format.SINGLE)
    moody = brief_as(Kind.HEADSHOT, Style.ID_BADGE, Format.SINGLE, mood=[mood])
    assert words(moody, "expression") == words(calm, "expression")
    assert words(calm, "expression")[0].startswith("Calm and open, without strong feeling")


def shown(found: Brief, slug: str = "expression") -> list[str]:
    return [render(line.text) for line in found.lines(slug)]


def test_a_corporate_headshot_is_restrained_and_a_theatrical_one_is_not() -> None:
    moods = {"mood": ["warm", "grief"]}
    corporate = brief(uses=["online_profile"], occasion="work", **moods)
    theatrical = brief(uses=["casting"], casting_market="stage_screen", **moods)
    assert [line for line in shown(corporate) if line.startswith("Grief")] == []
    assert len([line for line in shown(theatrical) if line.startswith("Grief")]) == 1


def test_a_headshot_s_wish_for_a_background_is_a_choice_of_tone() -> None:
    found = words(brief(uses=["online_profile"], creative=["background"]), "background")
    assert len([said for said in found if said.startswith("The client was promised a choice")]) == 1


def test_colour_is_always_the_master_and_black_and_white_a_version() -> None:
    for kind, style, picture_format in COMBINATIONS:
        first = words(brief_as(kind, style, picture_format, colour="bw"), "colour")[0]
        assert first in {
            "The master is in colour, in full size",
            "In colour, unaltered, as the authority asks",
        }


@pytest.mark.parametrize("style", STYLES[Kind.HEADSHOT])
def test_black_and_white_alone_is_warned_of_for_professional_use(style: Style) -> None:
    found = brief_as(Kind.HEADSHOT, style, Format.SINGLE, colour="bw")
    warnings = [line.text for line in found.lines("warnings")]
    assert [warning.claims for warning in warnings] == [(79, 81)]


def test_black_and_white_for_oneself_is_no_fault() -> None:
    found = brief(uses=["gift"], occasion="personal", colour="bw")
    assert words(found, "warnings") == []
    assert words(found, "colour")[1].startswith("Black and white as an additional version")


def test_a_document_is_never_retouched() -> None:
    found = brief(uses=["identity_document"])
    assert words(found, "colour")[1].startswith("No retouching")
    everything = " ".join(line.text.message for line in lines(found))
    assert "Retouching" not in everything


@pytest.mark.parametrize(
    ("answers", "level"),
    [
        ({"uses": ["online_profile"], "occasion": "work"}, "Retouching level 2"),
        ({"uses": ["casting"], "casting_market": "adverts"}, "Retouching level 1"),
        ({"uses": ["fashion_advert"]}, "Retouching level 3"),
    ],
)
def test_retouching_by_style(answers: dict[str, Any], level: str) -> None:
    assert words(brief(**answers), "colour")[-2].startswith(level)


def test_central_casting_stays_unretouched() -> None:
    found = brief(
        uses=["casting"], casting_market="stage_screen", casting_services=["central_casting"]
    )
    assert "The frames for Central Casting stay unretouched" in words(found, "colour")


@pytest.mark.parametrize(
    ("answers", "check"),
    [
        ({"uses": ["gift"], "people_in_frame": 5}, "Every pair of eyes sharp"),
        ({"uses": ["gift"], "people_in_frame": 8}, "The back row sharp at 100 %"),
        ({"uses": ["online_profile"], "glasses": "always"}, "No lamp in the glasses"),
        ({"uses": ["identity_document"]}, "Head size, eye line and background"),
        ({"uses": ["online_profile"]}, "Loose enough: {ratios}"),
    ],
)
def test_checks(answers: dict[str, Any], check: str) -> None:
    checks = words(brief(**answers), "checklist")
    assert len([line for line in checks if line.startswith(check)]) == 1


def test_a_series_says_its_recipe_once() -> None:
    found = brief(uses=["online_profile"], people_total=12)
    said = [render(line.text) for section in found.sections() for line in section.lines]
    assert len([line for line in said if "One recipe for everybody" in line]) == 1


def test_what_the_client_was_told_is_told_to_the_photographer() -> None:
    found = brief(uses=["online_profile"], framing="full", creative=["props"])
    assert shown(found, "warnings") == [
        (
            "Answered: Head to toe. The client was told: “The whole figure makes your face too "
            "small for a headshot. We frame head and shoulders; a portrait beside it could show "
            "all of you.”"
        ),
        (
            "Answered: Objects, an instrument, tools. The client was told: “A headshot leaves no "
            "room for objects, so we take it without; with them it becomes a portrait, which can "
            "be added.”"
        ),
    ]


def test_what_was_told_about_several_answers_is_told_once() -> None:
    found = brief(uses=["online_profile"], mood=["joy", "grief"])
    assert [said.split(".")[0] for said in shown(found, "warnings")] == [
        "Answered: Joyful; Grieving"
    ]


def test_one_headshot_for_several_people_is_told_without_an_answer() -> None:
    found = brief(uses=["online_profile"], people_in_frame=3)
    assert shown(found, "warnings")[0].startswith("The client was told: “A headshot shows one face")


@given(answer_sets)
def test_every_conflict_stands_under_the_warnings_with_its_resolution(
    answers: dict[str, Any],
) -> None:
    parsed = parse(answers)
    recommendation = recommend(parsed)
    found = compose(parsed, recommendation, BAG, None)
    warned = " ".join(shown(found, "warnings"))
    for conflict in recommendation.conflicts:
        if conflict.answer == "colour":
            assert "colour" in warned
        else:
            said = dict(conflict.text.parameters)
            assert render(said.get("resolution", conflict.text)) in warned


def test_two_looks_are_both_set_up() -> None:
    found = brief(uses=["casting"], casting_market="both", casting_services=["spotlight"])
    second = [line for line in found.lines("light") if "Second look" in line.text.message]
    assert [render(line.text) for line in second] == [
        (
            "Second look, theatrical: Short light, key 45° aside and 35° up, 1.5 stops over a fill "
            "from above the lens"
        )
    ]


def test_the_client_s_own_words_are_quoted_as_they_are() -> None:
    found = brief(uses=["gift"], place_note="the {old} bakery, 100 %")
    assert render(found.lines("background")[-1].text) == (
        "The place, in the client’s words: “the {old} bakery, 100 %”"
    )


@pytest.mark.parametrize(
    ("answers", "way_out"),
    [
        ({"uses": ["book_jacket"]}, "have people sit"),
        ({"uses": ["fashion_advert"]}, "bring it nearer, lower it"),
        ({"uses": ["wall_art"], "people_in_frame": 12}, "bring both nearer, lower them"),
    ],
)
def test_nobody_sits_for_a_whole_figure(answers: dict[str, Any], way_out: str) -> None:
    found = shown(brief(BAG, RoomSize(7, 5, 2.4), **answers), "warnings")
    (said,) = [line for line in found if line.startswith("The ceiling is low for th")]
    assert said.split(": ")[1].startswith(way_out)


def test_the_wardrobe_is_the_one_that_the_client_sees() -> None:
    given = parse({"uses": ["casting"], "casting_market": "adverts"})
    advice = recommend(given)
    found = compose(given, advice, BAG, None, Session(looks=3, has_make_up=True))
    said = [render(line.text) for line in found.lines("wardrobe")]
    assert said == [
        f"{render(group.title)}: {render(each.line)}"
        for group in advise(given, advice, looks=3, has_make_up=True)
        for each in group.advice
    ]
