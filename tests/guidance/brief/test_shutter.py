"""Shutter, flash and sensitivity: the sitter, the hand, the sync speed and the sun."""

from __future__ import annotations

from typing import Any

import pytest

from guidance.brief import Brief, Kit
from guidance.texts import render
from tests.guidance.brief.shoots import BAG, brief, rendered, words

CONTINUOUS = (
    "In continuous light {shutter} or faster, by hand too; raise the ISO before going slower"
)


def shutter(found: Brief) -> str:
    (line,) = (line for line in found.lines("aperture") if line.text.message == CONTINUOUS)
    return render(line.text).removeprefix("In continuous light ").split(" or ")[0]


def hand(found: Brief) -> str:
    (line,) = (line for line in found.lines("aperture") if line.text.message == CONTINUOUS)
    assert line.why is not None
    return render(line.why)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"uses": ["gift"]}, "1/125 s"),
        ({"uses": ["gift"], "minors": 1}, "1/250 s"),
        ({"uses": ["gift"], "mood": ["excitement"]}, "1/500 s"),
        ({"uses": ["poster"]}, "1/500 s"),
        ({"uses": ["poster"], "minors": 1}, "1/500 s"),
    ],
)
def test_people_move(answers: dict[str, Any], expected: str) -> None:
    assert shutter(brief(**answers)) == expected


def test_minors_change_the_number_and_no_word() -> None:
    adults, children = (brief(uses=["gift"], minors=minors) for minors in (0, 1))
    assert words(adults, "aperture") == words(children, "aperture")
    assert hand(adults) == hand(children)


@pytest.mark.parametrize(
    ("kit", "expected"),
    [
        (Kit("full_frame", (85,)), "85 mm in the hand asks for 1/85 s."),
        (Kit("aps_c", (56,)), "56 mm in the hand asks for 1/84 s."),
        (Kit("aps_c_canon", (50,)), "50 mm in the hand asks for 1/80 s."),
        (Kit("micro_four_thirds", (45,)), "45 mm in the hand asks for 1/90 s."),
        (
            Kit("full_frame", (85,), 8256),
            "85 mm in the hand asks for 1/170 s, twice the usual at 8256 px on the long side.",
        ),
    ],
)
def test_the_hand_moves_too(kit: Kit, expected: str) -> None:
    assert hand(brief(kit, None, uses=["online_profile"])) == (
        f"Slower, people blur; {expected} A stabiliser steadies only the camera"
    )


@pytest.mark.parametrize(("long_side_px", "expected"), [(6000, "1/125 s"), (8256, "1/200 s")])
def test_a_body_of_high_resolution_asks_for_a_faster_shutter(
    long_side_px: int, expected: str
) -> None:
    assert shutter(brief(Kit("full_frame", (85,), long_side_px), uses=["gift"])) == expected


def test_flash_in_the_studio_has_a_range_and_the_base_sensitivity() -> None:
    assert rendered(brief(uses=["gift"]), "aperture")[-1] == (
        "With flash 1/125 s to 1/200 s, never above the camera’s sync speed; ISO 100"
    )


def test_flash_in_the_sun_with_a_wide_aperture_is_warned_about() -> None:
    outdoors = {"uses": ["lifestyle_advert"], "framing": "knees", "place": "location"}
    found = brief(BAG, None, **outdoors)
    assert found.aperture.f_number == 2.8
    assert rendered(found, "aperture")[-1] == (
        "With flash no faster than the camera’s sync speed, 1/200 s as a rule"
    )
    assert rendered(found, "warnings") == [
        (
            "With flash in the sun f/2.8 asks for about 1/3200 s at base ISO, 4 stops above the "
            "sync speed: shade or a grey filter first, high-speed sync costs much of the "
            "flash’s power"
        )
    ]


@pytest.mark.parametrize(
    "answers",
    [
        {"uses": ["lifestyle_advert"], "framing": "knees", "place": "studio"},
        {"uses": ["online_profile"], "place": "location"},
    ],
)
def test_no_warning_of_the_sun_in_the_studio_or_with_a_small_aperture(
    answers: dict[str, Any],
) -> None:
    found = words(brief(BAG, None, **answers), "warnings")
    assert [line for line in found if line.startswith("With flash in the sun")] == []
