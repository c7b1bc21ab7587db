"""Expression and pose: how strong a feeling, words for the sitter, where the hands go."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given

from guidance.brief import Brief, prompts
from guidance.brief.direction import EXPRESSIONS
from guidance.brief.recipes import RECIPES
from guidance.texts import Text, render
from guidance.vocabulary import STYLES, Format, Kind, Mood, Style
from tests.guidance.brief.shoots import COMBINATIONS, answer_sets, brief, brief_as, words

# Claims that call for emotion: 30, 31, 52, 65, 66, 70.
FEELING = {30, 31, 52, 65, 66, 70}
BODY = re.compile(
    r"\b(slim|thin|fat|belly|tummy|waist|weight|double chin|wrinkle|pretty|handsome|sexy|hair|"
    r"skin|bald|tall|short|old|young|stand|jump|sir|madam|lady|guy)\b",
    re.IGNORECASE,
)
SPOKEN = [
    *(prompt for said in prompts.BY_STYLE.values() for prompt in said),
    *(prompt for said in prompts.BY_MOOD.values() for prompt in said),
    *prompts.TOGETHER,
]


def said(found: Brief) -> list[str]:
    return [render(line.text) for line in found.lines("expression")]


def feeling(found: Brief) -> list[str]:
    return [line.split(":")[0] for line in said(found) if line.startswith("Feeling")]


@pytest.mark.parametrize("style", list(Style))
def test_each_style_has_an_aim_and_two_to_four_prompts(style: Style) -> None:
    assert EXPRESSIONS[style]
    if style is Style.TWO_LOOKS:
        assert [len(register) for register in prompts.TWO_LOOKS] == [3, 3]
    else:
        assert 2 <= len(prompts.BY_STYLE[style]) <= 4


@pytest.mark.parametrize("mood", list(Mood))
def test_each_mood_has_two_to_four_prompts(mood: Mood) -> None:
    assert 2 <= len(prompts.BY_MOOD[mood]) <= 4


@pytest.mark.parametrize("prompt", SPOKEN, ids=render)
def test_prompts_are_spoken_and_kind(prompt: Text) -> None:
    words_said = render(prompt)
    assert words_said[0] + words_said[-1] == "“”"
    assert len(words_said) <= 70
    assert BODY.search(words_said) is None


@pytest.mark.parametrize(("kind", "style", "picture_format"), COMBINATIONS)
def test_the_strength_of_feeling_is_said_by_style(
    kind: Kind, style: Style, picture_format: Format
) -> None:
    found = brief_as(kind, style, picture_format)
    level = RECIPES[style].emotion
    told = [] if kind is Kind.DOCUMENT else [f"Feeling, {level} of 3"]
    assert feeling(found) == told


def test_the_levels_are_those_of_the_tension_on_emotion() -> None:
    by_style = {style: recipe.emotion for style, recipe in RECIPES.items()}
    assert {style: by_style[style] for style in STYLES[Kind.HEADSHOT]} == {
        "id_badge": 0,
        "corporate": 1,
        "personal": 2,
        "commercial": 3,
        "theatrical": 3,
        "two_looks": 3,
    }
    assert by_style["brand"] == 2


@given(answer_sets)
def test_no_emotion_on_a_badge_or_a_document(answers: dict[str, Any]) -> None:
    for kind, style in ((Kind.HEADSHOT, Style.ID_BADGE), (Kind.DOCUMENT, Style.DOCUMENT)):
        asked = brief_as(kind, style, Format.SINGLE, **answers)
        calm = brief_as(kind, style, Format.SINGLE)
        claims = {claim for line in asked.lines("expression") for claim in line.text.claims}
        assert FEELING & claims == set()
        assert said(asked)[:3] == said(calm)[:3]


def test_a_document_gets_the_authority_s_instructions_and_nothing_else() -> None:
    found = brief(
        uses=["identity_document"],
        mood=["joy"],
        creative=["pose", "props", "viewpoint"],
        creative_note="on my horse",
        story="central",
    )
    assert said(found) == [
        "Neutral face, mouth closed, eyes open, straight to the camera",
        (
            "Say: “Head upright, and look straight into the lens, please”; “Mouth closed, both "
            "eyes open, and no smile this once”; “Shoulders level, and keep still: that is all”"
        ),
        "Camera at eye level, shoulders square, head upright",
    ]


def test_a_corporate_headshot_is_directed_to_the_chin() -> None:
    assert said(brief(uses=["online_profile"], occasion="work")) == [
        "Confident and approachable",
        "Restrained: a small real smile, and some frames serious",
        "Feeling, 1 of 3: held back, more in the eyes than in the mouth",
        (
            "Say: “A colleague you like comes in: look up at them”; “Think of the first thing that "
            "you say to a new client”; “Now without the smile, as if you were listening”"
        ),
        "Camera at eye level; shoulders turned a little, face back to the lens; try both sides",
        "Chin a little forward, then a touch down: show it, and they mirror you",
    ]


@pytest.mark.parametrize("mood", list(Mood))
def test_a_mood_comes_with_its_words_where_the_style_allows_it(mood: Mood) -> None:
    prompt = render(prompts.BY_MOOD[mood][0])
    actor = brief(uses=["casting"], casting_market="stage_screen", mood=[mood.value])
    badge = brief(uses=["id_badge"], mood=[mood.value])
    assert len([line for line in said(actor) if prompt in line]) == 1
    assert len([line for line in said(badge) if prompt in line]) == 0


def test_both_looks_of_an_actor_have_words() -> None:
    found = said(brief(uses=["casting"], casting_market="both"))
    assert [line.split(":")[0] for line in found if line.startswith("Say")] == [
        "Say in the first look",
        "Say in the second look",
    ]


@pytest.mark.parametrize(
    ("framing", "pose", "viewpoint"),
    [
        ("face", "Posture shows even here", "Viewpoints: eye level first, then a hand’s width"),
        ("waist", "Hands are in the picture", "Viewpoints: eye level first, then the side"),
        ("knees", "Weight on the back foot", "Viewpoints: from chest height first"),
        ("full", "From the ground up: weight", "Viewpoints: lens at hip height"),
    ],
)
def test_a_portrait_is_posed_by_its_framing(framing: str, pose: str, viewpoint: str) -> None:
    found = brief(uses=["gift"], framing=framing)
    posed = [line for line in said(found) if line.startswith((pose, viewpoint))]
    claims = [line.text.claims for line in found.lines("expression")]
    assert len(posed) == 2
    assert (39, 53) in claims
    assert (86,) in claims


def test_a_wish_for_viewpoints_takes_the_place_of_the_usual_ones() -> None:
    found = said(brief(uses=["gift"], creative=["viewpoint"]))
    assert [line.split(":")[0] for line in found if "iewpoint" in line] == [
        "Unusual viewpoints are wanted"
    ]


@pytest.mark.parametrize(
    ("story", "starts"),
    [("none", []), ("some", ["A hint of who"]), ("central", ["Their work, pl"])],
)
def test_the_story_is_told_by_a_portrait(story: str, starts: list[str]) -> None:
    portrait, headshot = (
        brief(uses=uses, story=story) for uses in (["wall_art"], ["online_profile"])
    )
    told = [line[:14].strip() for line in said(portrait)]
    assert [start for start in ("A hint of who", "Their work, pl") if start in told] == starts
    assert not [line for line in said(headshot) if line.startswith(("A hint", "Their work"))]


def test_several_people_are_spoken_to_together_and_more_quietly_when_they_grieve() -> None:
    family = {"uses": ["wall_art"], "people_in_frame": 5}
    fun = "“One for fun: as you are when nobody photographs you”"
    assert [line for line in said(brief(**family)) if line.endswith(fun)] != []
    assert [line for line in said(brief(**family, mood=["grief"])) if fun in line] == []


def test_a_classic_portrait_is_content_only_where_no_other_mood_is_asked_for() -> None:
    content = "Natural and content, as far as it comes by itself"
    assert words(brief(uses=["gift"]), "expression")[0] == content
    assert content not in words(brief(uses=["gift"], mood=["intense"]), "expression")


def test_the_mood_that_a_client_was_promised_is_on_the_sheet() -> None:
    found = said(brief(uses=["online_profile"], occasion="work", mood=["melancholy"]))
    assert found[3] == (
        "Between the calm frames take some in the mood that was promised. Wistful: eyes off the "
        "camera, silence, time. Say: “Look out there, farther than this room goes”; “No need to "
        "talk; I can wait”"
    )


@pytest.mark.parametrize(
    ("wish", "line"),
    [
        ("pose", "Poses were wished for: vary the turn and the tilt"),
        ("attire", "Clothes that say something were wished for"),
    ],
)
def test_what_a_headshot_can_do_about_a_wish_is_on_the_sheet(wish: str, line: str) -> None:
    found = said(brief(uses=["online_profile"], creative=[wish]))
    assert len([words_said for words_said in found if words_said.startswith(line)]) == 1


def test_under_short_light_the_face_turns_to_the_key() -> None:
    theatrical = said(brief(uses=["casting"], casting_market="stage_screen"))
    assert [line for line in theatrical if line.startswith("Camera at eye level")] == [
        (
            "Camera at eye level; the face a little off the lens, towards the key, and the eyes "
            "back to the lens; try both sides"
        )
    ]
    both = said(brief(uses=["casting"], casting_market="both"))
    assert [line.split(";")[0] for line in both if " the lens" in line and "face" in line] == [
        "Camera at eye level",
        "In the second look the face a little off the lens, towards the key, the eyes back to it",
    ]
