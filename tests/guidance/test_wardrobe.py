"""The client's list: what is on it for whom, and what is never on it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given

from guidance.answers import CARE_KEYS, parse
from guidance.routing import recommend
from guidance.texts import render
from guidance.wardrobe import AdviceGroup, advise
from guidance.wardrobe_lines import Advice
from tests.guidance.brief.shoots import answer_sets

# Words that would assume a sex, a body or a skin (D2, D5).
ASSUMING = re.compile(
    r"\b(s?he|her|his|m[ae]n|wom[ae]n|girls?|boys?|slim\w*|flatter\w*|undertones?|pale|bald)\b",
    re.IGNORECASE,
)


def groups(**answers: Any) -> tuple[AdviceGroup, ...]:
    given_answers = parse(answers)
    return advise(given_answers, recommend(given_answers))


def slugs(**answers: Any) -> dict[str, list[str]]:
    return {group.slug: [line.slug for line in group.advice] for group in groups(**answers)}


def test_a_corporate_headshot() -> None:
    assert slugs(uses=["online_profile"], occasion="work") == {
        "wear": ["plain", "corporate", "feel-good", "contrast", "fit", "neckline", "jewellery"],
        "avoid": ["busy-prints", "fine-patterns", "neon", "logos"],
        "bring": ["choice", "layer"],
    }


def test_an_actor_hears_of_no_costumes() -> None:
    found = slugs(uses=["casting"], casting_market="stage_screen")
    assert found["wear"][1] == "theatrical"
    assert found["avoid"][-1] == "casting-props"


def test_a_portrait_lets_clothes_tell_and_takes_prints() -> None:
    found = slugs(uses=["gift"], creative=["props"])
    assert found["wear"][0] == "serves-the-picture"
    assert "busy-prints" not in found["avoid"]
    assert found["bring"] == ["choice", "layer", "props"]


def test_a_family_agrees_on_a_palette() -> None:
    assert slugs(uses=["wall_art"], people_in_frame=5)["together"] == [
        "palette",
        "one-pattern",
        "place-colour",
        "sit-and-move",
    ]


def test_a_document_needs_little() -> None:
    assert slugs(uses=["identity_document"], glasses="always") == {
        "wear": ["document"],
        "bring": ["rules"],
        "glasses": ["document-off", "clean"],
    }


@pytest.mark.parametrize("glasses", ["sometimes", "always"])
def test_glasses(glasses: str) -> None:
    found = slugs(uses=["online_profile"], glasses=glasses)
    assert found["glasses"] == ["keep-on", "clean", "clear", "empty-frame"]


def test_what_is_to_be_shown_is_not_argued_with() -> None:
    assert slugs(uses=["fashion_advert"]) == {
        "wear": ["serves-the-picture", "fashion", "fit", "whole-figure", "jewellery"],
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


def test_a_pattern_may_come_along() -> None:
    assert "your-pattern" in slugs(uses=["online_profile"], clothes="patterned")["avoid"]


@given(answer_sets)
def test_each_line_has_its_reason_and_neither_assumes_anything(answers: dict[str, Any]) -> None:
    given_lines = [line for group in groups(**answers) for line in group.advice]
    assert len({line.slug for line in given_lines}) == len(given_lines) > 0
    for line in given_lines:
        assert_fair(line)


def assert_fair(line: Advice) -> None:
    for shown in (line.line, line.why):
        assert shown.claims or shown.source
        assert ASSUMING.search(render(shown)) is None


@given(answer_sets)
def test_care_is_never_on_the_list(answers: dict[str, Any]) -> None:
    without = {key: value for key, value in answers.items() if key not in CARE_KEYS}
    assert groups(**answers) == groups(**without)
