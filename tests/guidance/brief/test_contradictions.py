"""What may never stand in one brief of light, colour and deliverables, whatever was answered."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from guidance.answers import parse
from guidance.brief import Brief, Kit, RoomSize, compose
from guidance.brief.backdrop import LEAST_WHITE_STOPS, MOST_WHITE_STOPS
from guidance.glare import lamp_span_deg
from guidance.lighting import PATTERNS, SPOTLIGHT_MOST_STOPS
from guidance.outputs.output import CARRIED_OVER
from guidance.routing import recommend
from guidance.sources import resolve
from tests.guidance.brief.shoots import (
    answer_sets,
    brief,
    casting_answers,
    kits,
    rooms,
    words,
)

OWN_SECTIONS = ("light", "background", "glasses", "colour", "deliverables")


def composed(answers: dict[str, Any], kit: Kit, room: RoomSize | None) -> Brief:
    parsed = parse(answers)
    return compose(parsed, recommend(parsed), kit, room)


def assert_no_lamp_in_glasses(found: Brief) -> None:
    light = found.light
    assert not light.lower_fill
    assert light.glare_high_deg is not None
    for up_deg, distance_mm in (
        (light.key_up_deg, light.key_distance_mm),
        (light.fill_up_deg, light.fill_distance_mm),
    ):
        lower_edge_deg, _upper = lamp_span_deg(up_deg, light.key_half_mm, distance_mm)
        assert lower_edge_deg >= light.glare_high_deg
    assert [line for line in words(found, "light") if "from below" in line] == []


def assert_no_contradiction(found: Brief, answers: dict[str, Any]) -> None:
    if answers.get("glasses") in {"sometimes", "always"}:
        assert_no_lamp_in_glasses(found)
    if found.kind == "document":
        assert words(found, "colour")[-1].startswith("No retouching")
        assert [line for line in words(found, "colour") if line.startswith("Retouching")] == []
        assert found.light.key_over_fill_stops <= 0.5
    else:
        assert words(found, "colour")[0].startswith("The master is in colour")
    if found.kind == "headshot" and answers.get("colour") == "bw":
        assert [line.text.claims for line in found.lines("warnings")].count((79, 81)) == 1
    if "spotlight" in answers.get("casting_services", ()):
        assert found.light.key_over_fill_stops <= SPOTLIGHT_MOST_STOPS
    assert found.light.ground_stops is None or (
        found.light.ground_stops == 0
        or LEAST_WHITE_STOPS <= found.light.ground_stops <= MOST_WHITE_STOPS
    )
    assert found.light.key_height_mm > found.light.eye_height_mm
    assert found.light.lower_fill == PATTERNS[found.light.pattern].lower_fill
    assert_delivered(found)


def assert_delivered(found: Brief) -> None:
    for due in found.deliverables:
        assert due.checked_on >= CARRIED_OVER.isoformat()
        assert resolve(due.source)
        assert due.note.source == due.source
    said = [line.text for slug in OWN_SECTIONS for line in found.lines(slug)]
    assert len(said) == len(set(said)), "a line stands twice"


@given(answer_sets, kits, rooms)
def test_no_answers_contradict_each_other(
    answers: dict[str, Any], kit: Kit, room: RoomSize | None
) -> None:
    assert_no_contradiction(composed(answers, kit, room), answers)


@given(casting_answers, kits, rooms)
def test_no_casting_contradicts_itself(
    answers: dict[str, Any], kit: Kit, room: RoomSize | None
) -> None:
    assert_no_contradiction(composed(answers, kit, room), answers)


@pytest.mark.parametrize(
    ("answers", "colour"),
    [
        (
            {"uses": ["casting"], "casting_market": "adverts"},
            ["Retouching level 1"],
        ),
        (
            {"uses": ["online_profile", "casting"], "casting_market": "adverts"},
            ["Retouching level 2", "The casting files stay at level 1"],
        ),
        ({"uses": ["id_badge"]}, ["Retouching level 1"]),
    ],
)
def test_how_far_retouching_goes(answers: dict[str, Any], colour: list[str]) -> None:
    found = [line.split(",")[0] for line in words(brief(**answers), "colour")[2:-1]]
    assert found == colour


@pytest.mark.parametrize(
    ("answers", "gap_m", "ground"),
    [
        ({"uses": ["online_profile"]}, 1.5, None),
        ({"uses": ["id_badge"]}, 2.0, 1.0),
        ({"uses": ["casting"], "casting_market": "stage_screen"}, 2.5, None),
        ({"uses": ["casting"], "casting_market": "both"}, 1.5, 0.0),
        ({"uses": ["identity_document"]}, 0.5, None),
        ({"uses": ["online_profile"], "background": "blurred_place"}, 3.0, None),
    ],
)
def test_the_ground_s_own_light(answers: dict[str, Any], gap_m: float, ground: float) -> None:
    found = brief(**answers)
    assert found.framing.background_gap_mm == gap_m * 1000
    assert found.light.ground_stops == ground


def test_white_is_dimmed_where_the_person_stands_near_it() -> None:
    found = brief(Kit("full_frame", (85,)), RoomSize(3.6, 4, 3), uses=["id_badge"])
    assert found.framing.background_gap_mm < 1500
    assert found.light.ground_stops == LEAST_WHITE_STOPS
    assert len([line for line in words(found, "background") if line.startswith("So near")]) == 1


def test_the_key_comes_close_where_the_ground_stays_dark() -> None:
    dark = brief(uses=["casting"], casting_market="stage_screen").light
    assert (dark.key_distance_mm, round(dark.ground_falls_stops, 1)) == (1000, 3.6)


def test_a_document_s_wall_is_half_a_metre_behind_and_the_camera_at_one_and_a_half() -> None:
    found = brief(uses=["identity_document"])
    assert found.framing.background_gap_mm == 500
    assert found.framing.distance_mm >= 1500
