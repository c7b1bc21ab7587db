"""Every kind, style and format gets a whole brief, each line of it with its ground."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from guidance.answers import parse
from guidance.brief import Brief, Kit, RoomSize, compose, from_stored, to_stored
from guidance.claims import CLAIMS
from guidance.optics import SENSOR_FORMATS, diffraction_cap
from guidance.routing import recommend
from guidance.sources import resolve
from guidance.texts import Text, render
from guidance.vocabulary import Format, Kind, Style
from tests.guidance.brief.shoots import (
    COMBINATIONS,
    answer_sets,
    brief,
    brief_as,
    casting_answers,
    kits,
    lines,
    rooms,
    words,
)

CONTRACT = {
    "kind",
    "style",
    "format",
    "framing",
    "aperture",
    "light",
    "background",
    "expression",
    "colour",
    "wardrobe",
    "glasses",
    "deliverables",
    "checklist",
    "warnings",
    "claims",
}
MAY_BE_EMPTY = {"warnings", "second_setups", "people"}


def assert_whole(found: Brief) -> None:
    """Nothing blank, nothing without a ground, nothing that cannot be read back."""
    assert {part.slug for part in found.parts if not part.lines} <= MAY_BE_EMPTY
    for line in lines(found):
        assert_grounded(line.text)
        if line.why is not None:
            assert_grounded(line.why)
    assert_grounded(found.aperture.reason)
    assert_grounded(found.light.reason)
    assert from_stored(json.loads(json.dumps(to_stored(found)))) == found


def assert_grounded(shown: Text) -> None:
    assert render(shown).strip()
    assert shown.claims or shown.source
    assert set(shown.claims) <= set(CLAIMS)
    resolve(shown.source)


@pytest.mark.parametrize(("kind", "style", "picture_format"), COMBINATIONS)
def test_every_kind_style_and_format(kind: Kind, style: Style, picture_format: Format) -> None:
    found = brief_as(kind, style, picture_format)
    assert (found.kind, found.style, found.format) == (kind, style, picture_format)
    assert_whole(found)


@given(answer_sets, kits, rooms)
def test_any_answers_in_any_room(answers: dict[str, Any], kit: Kit, room: RoomSize | None) -> None:
    parsed = parse(answers)
    found = compose(parsed, recommend(parsed), kit, room)
    assert_whole(found)
    assert_consistent(found, kit, answers)


@given(casting_answers, kits, rooms)
def test_any_casting(answers: dict[str, Any], kit: Kit, room: RoomSize | None) -> None:
    parsed = parse(answers)
    found = compose(parsed, recommend(parsed), kit, room)
    assert_whole(found)
    assert_consistent(found, kit, answers)


def assert_consistent(found: Brief, kit: Kit, answers: dict[str, Any]) -> None:
    """What may never stand in one brief."""
    cap = diffraction_cap(SENSOR_FORMATS[kit.format].circle_mm)
    aperture = found.aperture
    assert aperture.f_number <= cap or words(found, "warnings")
    assert aperture.near_mm < aperture.focus_mm < (aperture.far_mm or float("inf"))
    assert not (found.light.lower_fill and answers.get("glasses") in {"sometimes", "always"})
    if found.framing.name in {"face", "head_shoulders"}:
        assert found.framing.distance_mm >= 1200
    if found.kind == "document":
        assert words(found, "colour")[-1].startswith("No retouching")
    assert any("atchlight" in check for check in words(found, "checklist"))
    assert any("colour" in line for line in words(found, "colour"))


READING_ORDER = [
    *("purpose", "warnings", "care"),
    *("framing", "lens", "aperture", "light", "background", "glasses"),
    *("expression", "looks", "people"),
    *("colour", "second_setups", "deliverables", "checklist", "wardrobe"),
]


@given(answer_sets)
def test_what_a_photographer_with_ten_minutes_reads_comes_first(answers: dict[str, Any]) -> None:
    assert [part.slug for part in brief(**answers).parts] == READING_ORDER


def test_the_contract_has_exactly_its_keys() -> None:
    answered = brief(uses=["online_profile", "casting"], occasion="work").as_json()
    assert set(answered) == CONTRACT
    assert set(answered["framing"]) == {
        "name",
        "field_mm",
        "focal_mm",
        "distance_mm",
        "room_length_needed_mm",
    }
    assert set(answered["aperture"]) == {"f_number", "near_mm", "far_mm", "focus_mm", "reason"}
    assert set(answered["light"]) == {"pattern", "key_over_fill_stops", "reason"}
    assert json.loads(json.dumps(answered)) == answered


def test_lines_are_answered_with_their_grounds() -> None:
    answered = brief(uses=["online_profile"], occasion="work").as_json()
    assert answered["expression"][0] == {
        "text": "Confident and approachable",
        "claims": [73, 74],
        "source": "T2",
    }
    assert answered["deliverables"] == [
        {
            "use": "online_profile",
            "width_px": 800,
            "height_px": 800,
            "head_share": 0.6,
            "file_format": "JPG",
            "ratio": 1.0,
            "head_least": 0.6,
            "head_most": 0.6,
            "eyes_least": None,
            "eyes_most": None,
            "least_kb": None,
            "most_kb": 8000,
            "colour_space": "sRGB",
            "circle": True,
            "checked_on": "2026-11-21",
            "source": "C1 S26a S26b",
            "note": {
                "text": "Work profile, LinkedIn and the like (checked 2026-11-21)",
                "claims": [],
                "source": "C1 S26a S26b",
            },
        }
    ]


def test_the_reader_decides_the_words() -> None:
    answered = brief(uses=["gift"]).as_json(render=lambda shown: shown.message.upper())
    assert answered["light"]["reason"]["text"] == "SOFT LOOP LIGHT LEAVES ROOM FOR ANY FEELING"


def test_claims_are_those_of_the_lines() -> None:
    found = brief(uses=["online_profile"])
    used = {number for line in lines(found) for number in line.text.claims}
    assert used <= set(found.claims())
    assert list(found.claims()) == sorted(found.claims())


def test_an_infinite_far_limit_is_null() -> None:
    found = brief(Kit("full_frame", (35,)), None, uses=["social_post"], people_in_frame=40)
    assert (found.aperture.far_mm, found.as_json()["aperture"]["far_mm"]) == (None, None)


@pytest.mark.parametrize(
    ("answers", "kind", "style"),
    [
        ({}, "portrait", "classic"),
        ({"occasion": "work", "framing": "waist"}, "headshot", "corporate"),
        ({"uses": ["casting"]}, "headshot", "two_looks"),
    ],
)
def test_what_is_still_open_is_assumed_and_said(
    answers: dict[str, Any], kind: str, style: str
) -> None:
    found = brief(**answers)
    assert recommend(parse(answers)).style is None
    assert (found.kind, found.style) == (kind, style)
    assert words(found, "warnings")[0].startswith("The recommendation is still open")


# What the first stored briefs knew of each part; everything else has come since.
FIRST_KNOWN = {
    "framing": (
        *("name", "field_mm", "focal_mm", "distance_mm", "room_length_needed_mm"),
        *("sensor_to_subject_mm", "background_gap_mm", "rows"),
    ),
    "aperture": ("f_number", "near_mm", "far_mm", "focus_mm", "reason"),
    "light": (
        *("pattern", "key_over_fill_stops", "reason", "key_side_deg", "key_up_deg"),
        *("key_distance_mm", "lower_fill"),
    ),
}


def test_the_first_stored_briefs_can_still_be_read() -> None:
    found = brief(uses=["wall_art"], people_in_frame=12)
    stored = to_stored(found)
    first = {name: stored[name] for name in ("kind", "style", "format", "deliverables", "parts")}
    for part, known in FIRST_KNOWN.items():
        first[part] = {name: stored[part][name] for name in known}
    read = from_stored(json.loads(json.dumps(first)))
    assert not read.is_drawable
    assert read.parts == found.parts
    assert read.as_json() == found.as_json()
