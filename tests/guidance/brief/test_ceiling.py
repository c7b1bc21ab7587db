"""A ceiling under the key: one key or two, of the first set-up or of a further one."""

from __future__ import annotations

from typing import Any

import pytest

from guidance.brief import RoomSize
from tests.guidance.brief.shoots import BAG, brief, rendered


def said(height_m: float, slug: str = "warnings", /, **answers: Any) -> list[str]:
    found = brief(BAG, RoomSize(9, 6, height_m), **answers)
    return [line for line in rendered(found, slug) if "The ceiling is low" in line]


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (
            {"uses": ["online_profile"], "glasses": "always"},
            (
                "The ceiling is low for a raised key, 2.40 m for an upper edge at 2.80 m: move the "
                "key aside; with its centre 56° or more to the side any height is clear of the "
                "glasses"
            ),
        ),
        (
            {"uses": ["id_badge"], "glasses": "always"},
            (
                "The ceiling is low for raised keys, 2.40 m for upper edges at 2.80 m: move both "
                "aside; with their centres 56° or more to either side any height is clear of the "
                "glasses"
            ),
        ),
        (
            {"uses": ["casting"], "casting_market": "both", "glasses": "always"},
            (
                "The ceiling is low for a raised key, 2.40 m for an upper edge at 2.80 m: move the "
                "key aside; with its centre 56° or more to the side any height is clear of the "
                "glasses; the second look’s too"
            ),
        ),
        (
            {"uses": ["id_badge"]},
            (
                "The ceiling is low for these keys, 2.40 m for upper edges at 2.48 m: have people "
                "sit, bring both nearer or take smaller sources"
            ),
        ),
    ],
)
def test_the_keys_that_it_cuts_off_are_told_with_their_height(
    answers: dict[str, Any], told: str
) -> None:
    assert said(2.4, **answers) == [told]


def test_a_second_look_with_a_lower_key_may_still_fit() -> None:
    both = {"uses": ["casting"], "casting_market": "both"}
    assert [line.endswith("the second look’s too") for line in said(2.75, **both)] == [False]
    assert [line.endswith("the second look’s too") for line in said(2.6, **both)] == [True]


def test_a_fill_too_high_comes_nearer() -> None:
    found = brief(BAG, RoomSize(9, 6, 3), uses=["fashion_advert"])
    assert rendered(found, "warnings")[-1] == (
        "Under this ceiling the fill, 3.14 m at its upper edge, comes nearer at less power"
    )


@pytest.mark.parametrize(
    ("glasses", "told"),
    [
        ("no", "Fashion portrait: The ceiling is low for this key, 2.90 m for an upper edge at "),
        ("always", "Fashion portrait: The ceiling is low for a raised key, 2.90 m for an upper "),
    ],
)
def test_a_further_set_up_has_a_ceiling_too(glasses: str, told: str) -> None:
    answers = {"uses": ["online_profile", "fashion_advert"], "glasses": glasses}
    assert said(2.9, **answers) == []
    (found,) = said(2.9, "second_setups", **answers)
    assert found.startswith(told)
