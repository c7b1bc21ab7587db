"""The client's list: what is on it for whom, and what is never on it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance.answers import CARE_KEYS, parse
from guidance.preparation import timeline
from guidance.routing import recommend
from guidance.sources import resolve
from guidance.texts import Text, render
from guidance.vocabulary import Format, Kind, Style
from guidance.wardrobe import AdviceGroup, advise
from guidance.wardrobe_lines import Advice
from guidance.wardrobe_said import LONGEST_QUOTE
from tests.guidance.assuming import ASSUMING
from tests.guidance.brief.shoots import COMBINATIONS, answer_sets, recommended

SLUG = re.compile("[a-z]+(-[a-z]+)*")
COMBINATION = st.sampled_from(COMBINATIONS)


def groups(
    looks: int | None = None, has_make_up: bool = False, **answers: Any
) -> tuple[AdviceGroup, ...]:
    given_answers = parse(answers)
    return advise(given_answers, recommend(given_answers), looks=looks, has_make_up=has_make_up)


def slugs(**answers: Any) -> dict[str, list[str]]:
    return {group.slug: [line.slug for line in group.advice] for group in groups(**answers)}


def line(slug: str, **answers: Any) -> str:
    """One line of the list as an English reader has it."""
    return render(next(each for each in lines(groups(**answers)) if each.slug == slug).line)


def lines(found: tuple[AdviceGroup, ...]) -> list[Advice]:
    return [each for group in found for each in group.advice]


def test_a_corporate_headshot() -> None:
    assert slugs(uses=["online_profile"], occasion="work") == {
        "wear": [
            *("plain", "corporate", "feel-good", "contrast", "fit", "neckline", "sleeves"),
            "jewellery",
        ],
        "avoid": ["busy-prints", "fine-patterns", "neon", "logos"],
        "bring": ["choice", "layer", "touch-up"],
    }


def test_an_actor_hears_of_no_costumes() -> None:
    found = slugs(uses=["casting"], casting_market="stage_screen")
    assert found["wear"][1] == "theatrical"
    assert found["avoid"][-1] == "casting-props"


def test_a_portrait_lets_clothes_tell_and_takes_prints() -> None:
    found = slugs(uses=["gift"], creative=["props"])
    assert found["wear"][0] == "serves-the-picture"
    assert "busy-prints" not in found["avoid"]
    assert found["bring"] == ["choice", "layer", "props", "touch-up"]


def test_a_family_agrees_on_a_palette() -> None:
    assert slugs(uses=["wall_art"], people_in_frame=5)["together"] == [
        "palette",
        "one-pattern",
        "brightest-inside",
        "sit-and-move",
    ]


def test_a_document_needs_little() -> None:
    assert slugs(uses=["identity_document"], glasses="always") == {
        "wear": ["document"],
        "bring": ["rules"],
        "glasses": ["document-off", "clean"],
    }


@pytest.mark.parametrize(
    ("glasses", "words"),
    [
        ("always", "Wear them as you do every day: they stay on"),
        ("sometimes", "Bring them: we take some pictures with them and some without"),
    ],
)
def test_glasses_worn_daily_stay_on(glasses: str, words: str) -> None:
    found = {"uses": ["online_profile"], "glasses": glasses}
    assert slugs(**found)["glasses"] == ["keep-on", "clean", "clear", "empty-frame"]
    assert line("keep-on", **found) == words


def test_what_is_to_be_shown_is_not_argued_with() -> None:
    assert slugs(uses=["fashion_advert"]) == {
        "wear": ["serves-the-picture", "fashion", "fit", "whole-figure", "jewellery"],
        "bring": ["touch-up"],
    }


@pytest.mark.parametrize(
    ("answers", "slug", "is_told"),
    [
        ({"uses": ["gift"], "framing": "full"}, "whole-figure", True),
        ({"uses": ["gift"], "framing": "waist"}, "whole-figure", False),
        ({"uses": ["gift"], "framing": "waist"}, "neckline", False),
        ({"uses": ["gift"]}, "whole-figure", False),
        ({"uses": ["poster"]}, "whole-figure", True),
        ({"uses": ["gift"], "people_in_frame": 4}, "whole-figure", True),
        ({"uses": ["online_profile"], "framing": "full"}, "neckline", True),
    ],
)
def test_shoes_are_told_of_where_they_are_seen(
    answers: dict[str, Any], slug: str, is_told: bool
) -> None:
    assert (slug in slugs(**answers)["wear"]) == is_told


def test_a_uniform_for_the_badge_may_carry_its_logo() -> None:
    assert "logos" not in slugs(uses=["id_badge"])["avoid"]


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (
            {"uses": ["service_advert"], "background": "plain"},
            "Before your light background: real colours or darker tones, no white or cream",
        ),
        (
            {"uses": ["online_profile"], "background": "plain"},
            "Before your grey background: clearly darker or clearly lighter, no mid grey",
        ),
        (
            {"uses": ["casting"], "casting_market": "stage_screen"},
            "Before your dark background: no black, rather a deep colour or some texture",
        ),
        (
            {"uses": ["online_profile"], "background": "recognisable_place"},
            "Clearly lighter or darker than the place, and not its colour",
        ),
        (
            {"uses": ["wall_art"], "background": "recognisable_place"},
            "Clothes that belong to the place without its colours: no green on grass",
        ),
        (
            {"uses": ["casting"], "casting_market": "both"},
            "Clothes clearly lighter or clearly darker than the background",
        ),
    ],
)
def test_clothes_stand_clear_of_this_background(answers: dict[str, Any], words: str) -> None:
    assert line("contrast", **answers) == words


@pytest.mark.parametrize(
    ("answers", "said", "why"),
    [
        (
            {"uses": ["id_badge"], "clothes_note": "a navy uniform"},
            "You said: “a navy uniform”",
            "Bring it, and a plain piece too: in a headshot plain works best",
        ),
        (
            {"uses": ["online_profile"], "clothes": "patterned"},
            "You said: patterns or prints",
            "Bring it, and a plain piece too: we look at both on the screen, you choose",
        ),
        (
            {"uses": ["wall_art"], "clothes": "patterned", "clothes_note": "{odd} %s\n kimono"},
            "You said: “{odd} %s kimono”",
            "In a portrait a pattern may speak; keep the rest calm, and the pattern bold",
        ),
        (
            {"uses": ["wall_art"], "people_in_frame": 3, "clothes": "undecided"},
            "You have not decided yet, and there is no hurry",
            "Begin with a piece that somebody loves, and take the colours from it",
        ),
        (
            {"uses": ["identity_document"], "clothes": "patterned"},
            "You said: patterns or prints",
            "For this picture bring a plain top, darker than a light wall",
        ),
    ],
)
def test_what_the_client_said_is_quoted_with_what_fits_it(
    answers: dict[str, Any], said: str, why: str
) -> None:
    (yours,) = groups(**answers)[0].advice
    assert (yours.slug, render(yours.line), render(yours.why)) == ("your-clothes", said, why)


@pytest.mark.parametrize(
    ("note", "end"), [("my grandfather’s coat " * 80, " coat my…”"), ("w" * 2_000, "www…”")]
)
def test_a_long_story_about_clothes_is_quoted_in_part(note: str, end: str) -> None:
    told = line("your-clothes", uses=["gift"], clothes_note=note)
    assert told.endswith(end)
    assert len(told) <= len("You said: “”") + LONGEST_QUOTE


@pytest.mark.parametrize(
    ("looks", "words"),
    [
        (None, "Three to five tops, more than the looks you booked"),
        (1, "Three tops to choose from for your one look"),
        (2, "4 tops to choose from for your 2 looks"),
        (3, "5 tops to choose from for your 3 looks"),
        (5, "6 tops to choose from for your 5 looks"),
    ],
)
def test_more_tops_than_looks(looks: int | None, words: str) -> None:
    assert line("choice", uses=["online_profile"], looks=looks) == words


def test_several_people_bring_an_outfit_for_each_look() -> None:
    found = slugs(uses=["wall_art"], people_in_frame=4, looks=2)
    assert found["bring"] == ["outfits-each", "spare", "touch-up"]


@pytest.mark.parametrize(
    ("looks", "why"),
    [
        (None, "A layer makes two looks out of one"),
        (1, "With a layer and without it there is more to choose from"),
        (2, "A layer makes two looks out of one"),
    ],
)
def test_one_look_is_not_made_two(looks: int | None, why: str) -> None:
    given_answers = parse({"uses": ["online_profile"]})
    groups = advise(given_answers, recommend(given_answers), looks=looks)
    [layer] = [one for group in groups for one in group.advice if one.slug == "layer"]
    assert layer.why.message == why


def test_with_an_artist_nothing_is_freshened_up() -> None:
    found = slugs(uses=["online_profile"], has_make_up=True)
    assert found["artist"] == ["opens-in-front", "own-products"]
    assert found["bring"] == ["choice", "layer"]


def test_a_team_before_a_dark_background_is_not_told_to_wear_dark() -> None:
    team = {"people_in_frame": 1, "people_total": 4}
    grey = line("series", uses=["online_profile"], **team)
    dark = line("series", uses=["casting"], casting_market="stage_screen", **team)
    assert ("dark plain tops" in grey, "dark plain tops" in dark) == (True, False)


@given(answer_sets, COMBINATION, st.integers(1, 6) | st.none(), st.booleans())
def test_each_line_has_its_reason_and_a_slug_of_its_own(
    answers: dict[str, Any],
    combination: tuple[Kind, Style, Format],
    looks: int | None,
    has_make_up: bool,
) -> None:
    given_answers = parse(answers)
    found = recommended(recommend(given_answers), *combination, people=5)
    booked: dict[str, Any] = {"looks": looks, "has_make_up": has_make_up}
    advice = lines(advise(given_answers, found, **booked))
    steps = timeline(given_answers, found, **booked)
    ticked = [each.slug for each in advice] + [step.slug for step in steps]
    assert len(set(ticked)) == len(ticked) > 0
    assert all(SLUG.fullmatch(slug) for slug in ticked)
    for each in advice:
        assert_fair(each.line)
        assert_fair(each.why)


def assert_fair(said: Text) -> None:
    assert said.claims or said.source
    resolve(said.source)
    assert ASSUMING.findall(render(said)) == []


@pytest.mark.parametrize("words", ["a slimming cut", "for fair skin", "Ladies", "he smiles", "Mr"])
def test_words_that_assume_are_recognised(words: str) -> None:
    assert ASSUMING.search(words)


@given(answer_sets)
def test_care_is_never_on_the_list(answers: dict[str, Any]) -> None:
    without = {key: value for key, value in answers.items() if key not in CARE_KEYS}
    assert groups(**answers) == groups(**without)
