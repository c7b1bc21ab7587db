"""Light, ground, glasses, direction, colour, care and checks: what may and may not be said."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from guidance.brief import RoomSize
from guidance.texts import render
from guidance.vocabulary import STYLES, Format, Kind, Mood, Style
from tests.guidance.brief.shoots import BAG, COMBINATIONS, brief, brief_as, lines, words


@pytest.mark.parametrize(("kind", "style", "picture_format"), COMBINATIONS)
def test_no_light_from_below_with_glasses(kind: Kind, style: Style, picture_format: Format) -> None:
    found = brief_as(kind, style, picture_format, glasses="always")
    assert not found.light.lower_fill
    assert found.light.key_up_deg >= 45
    assert not [line for line in words(found, "light") if line.startswith("Fill from below")]


def test_the_clamshell_of_a_commercial_headshot_gives_way_to_glasses() -> None:
    advert = {"uses": ["casting"], "casting_market": "adverts"}
    assert brief(**advert).light.pattern == "clamshell"
    with_glasses = brief(**advert, glasses="sometimes")
    assert with_glasses.light.pattern == "loop"
    assert words(with_glasses, "warnings") == [
        "Because of the glasses a raised key replaces this style’s light from the front"
    ]


def test_glasses_get_the_band_and_the_order_of_fixes() -> None:
    found = brief(uses=["online_profile"], glasses="always")
    assert render(found.lines("glasses")[0].text) == (
        "The lenses mirror lights up to 10° above eye level and 33° to either side: keep the "
        "key’s lower edge 5° above that, its centre at 45°"
    )


@pytest.mark.parametrize(
    ("glasses", "height_m", "warnings"),
    [
        ("always", 2.4, ["The ceiling is low for a raised key"]),
        ("no", 2.4, ["The ceiling is low for this key"]),
        ("always", 2.7, ["The ceiling is low for a raised key"]),
        ("no", 2.7, []),
        ("always", 2.8, []),
    ],
)
def test_a_key_that_the_ceiling_cuts_off_is_said(
    glasses: str, height_m: float, warnings: list[str]
) -> None:
    found = brief(BAG, RoomSize(7, 5, height_m), uses=["online_profile"], glasses=glasses)
    assert [warning.split(":")[0] for warning in words(found, "warnings")] == warnings


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


def test_a_corporate_headshot_is_restrained_and_a_theatrical_one_is_not() -> None:
    moods = {"mood": ["warm", "grief"]}
    corporate = brief(uses=["online_profile"], occasion="work", **moods)
    theatrical = brief(uses=["casting"], casting_market="stage_screen", **moods)
    assert [line for line in words(corporate, "expression") if line.startswith("Grief")] == []
    assert len([line for line in words(theatrical, "expression") if line.startswith("Grief")]) == 1


def test_the_mood_that_a_client_was_promised_is_on_the_sheet() -> None:
    found = brief(uses=["online_profile"], occasion="work", mood=["melancholy"])
    promised = [render(line.text) for line in found.lines("expression")][2]
    assert promised == (
        "Between the calm frames take some in the mood that was promised: "
        "Wistful: eyes off the camera, silence, time"
    )


def test_a_classic_portrait_is_content_only_where_no_other_mood_is_asked_for() -> None:
    content = "Natural and content, as far as it comes by itself"
    assert words(brief(uses=["gift"]), "expression")[0] == content
    assert content not in words(brief(uses=["gift"], mood=["intense"]), "expression")


@pytest.mark.parametrize(
    ("wish", "slug", "line"),
    [
        ("pose", "expression", "Poses were wished for: vary the turn and the tilt"),
        ("attire", "expression", "Clothes that say something were wished for"),
        ("background", "background", "The client was promised a choice of tone"),
    ],
)
def test_what_a_headshot_can_do_about_a_wish_is_on_the_sheet(
    wish: str, slug: str, line: str
) -> None:
    found = words(brief(uses=["online_profile"], creative=[wish]), slug)
    assert len([said for said in found if said.startswith(line)]) == 1


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


CARE: list[dict[str, Any]] = [
    {"head_covering": True},
    {"minors": 1},
    {"access": ["seated"]},
    {"access": ["no_flash", "low_stimulus"]},
    {"access_note": "migraine"},
]


@pytest.mark.parametrize(("care", "uses"), list(product(CARE, (["gift"], ["online_profile"]))))
def test_care_is_said_in_its_section_and_nowhere_else(
    care: dict[str, Any], uses: list[str]
) -> None:
    plain, cared_for = brief(uses=uses), brief(uses=uses, **care)
    assert len(cared_for.lines("care")) > len(plain.lines("care"))
    for section in ("wardrobe", "purpose", "expression", "warnings", "checklist", "framing"):
        assert cared_for.lines(section) == plain.lines(section)
    elsewhere = " ".join(
        render(line.text)
        for section in cared_for.sections()
        if section.slug != "care"
        for line in section.lines
    )
    assert not [word for word in ("child", "covering", "migraine", "seat") if word in elsewhere]


@pytest.mark.parametrize(
    ("answers", "check"),
    [
        ({"uses": ["online_profile"], "people_total": 12}, "Metered again for each person"),
        ({"uses": ["gift"], "people_in_frame": 8}, "Names written down from left to right"),
        ({"uses": ["gift"], "people_in_frame": 8}, "Focus set by hand and not moved"),
        ({"uses": ["online_profile"], "glasses": "always"}, "No lamp in the glasses"),
        ({"uses": ["identity_document"]}, "Head size, eye line and background"),
        ({"uses": ["website_banner"]}, "One level frame with empty space"),
        ({"uses": ["editorial"]}, "Caption and credit"),
    ],
)
def test_checks(answers: dict[str, Any], check: str) -> None:
    checks = words(brief(**answers), "checklist")
    assert len([line for line in checks if line.startswith(check)]) == 1


def test_a_series_has_one_recipe_for_all() -> None:
    found = brief(uses=["online_profile"], people_total=12)
    assert [line for line in words(found, "light") if line.startswith("One recipe for everybody")]


def test_what_the_client_was_told_is_told_to_the_photographer() -> None:
    found = brief(uses=["online_profile"], framing="full", creative=["props"])
    told = [line for line in words(found, "warnings") if line.startswith("As the client was told")]
    assert len(told) == 2


def test_two_looks_are_both_set_up() -> None:
    found = brief(uses=["casting"], casting_market="both", casting_services=["spotlight"])
    second = [line for line in found.lines("light") if "Second look" in line.text.message]
    assert [render(line.text) for line in second] == [
        "Second look, theatrical: Short light, key 1.5 stops over the fill"
    ]


def test_the_client_s_own_words_are_quoted_as_they_are() -> None:
    found = brief(uses=["gift"], place_note="the {old} bakery, 100 %")
    assert render(found.lines("background")[-1].text) == (
        "The place, in the client’s words: “the {old} bakery, 100 %”"
    )
