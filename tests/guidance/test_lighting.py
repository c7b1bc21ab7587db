"""Ratios, fall-off and the light of each style against tables B1 and B2."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance import lighting
from guidance.lighting import LIGHT_BY_STYLE, PATTERNS, Sitters, light_for

ORACLES: dict[str, list[dict[str, Any]]] = json.loads(
    (Path(__file__).parent / "oracles.json").read_text()
)
STYLES = (*LIGHT_BY_STYLE, "two_looks")

anybody = st.builds(
    Sitters,
    group=st.booleans(),
    children=st.booleans(),
    glasses=st.booleans(),
    moods=st.sets(
        st.sampled_from(["professional", "warm", "joy", "excitement", "melancholy", "intense"])
    ),
    casting_services=st.sets(st.sampled_from(["spotlight", "backstage"])),
)


@pytest.mark.parametrize("case", ORACLES["falloff_stops"])
def test_fall_off(case: dict[str, float]) -> None:
    found = lighting.fall_off_stops(case["k"] * 1000, case["g"] * 1000)
    assert found == pytest.approx(case["stops"], rel=0.005)


@pytest.mark.parametrize(
    ("key_m", "gap_m", "stops"), [(1, 3, 4), (0.8, 2.5, 4.09), (3.05, 3.05, 2)]
)
def test_fall_off_table(key_m: float, gap_m: float, stops: float) -> None:
    found = lighting.fall_off_stops(key_m * 1000, gap_m * 1000)
    assert found == pytest.approx(stops, rel=0.005)


@pytest.mark.parametrize("case", ORACLES["ratio"])
def test_both_conventions_of_the_ratio(case: dict[str, float]) -> None:
    stops = case["stops"]
    found = (lighting.key_fill_ratio(stops), lighting.face_ratio(stops))
    assert found == (case["key_fill"], case["face"])


@pytest.mark.parametrize(("ratio", "stops"), [(2, 1.0), (3, 1.58), (4, 2.0), (8, 3.0)])
def test_stops_on_the_face(ratio: float, stops: float) -> None:
    assert lighting.face_stops(ratio) == pytest.approx(stops, rel=0.005)


@pytest.mark.parametrize(
    ("style", "sitters", "pattern", "stops"),
    [
        ("document", Sitters(), "flat", 0),
        ("id_badge", Sitters(moods={"joy"}), "flat", 0),
        ("corporate", Sitters(), "loop", 1),
        ("corporate", Sitters(moods={"warm"}), "loop", 0.5),
        ("commercial", Sitters(), "clamshell", 1),
        ("commercial", Sitters(glasses=True), "loop", 1),
        ("two_looks", Sitters(), "clamshell", 1),
        ("theatrical", Sitters(), "short", 1.5),
        ("theatrical", Sitters(moods={"intense"}), "short", 2),
        ("theatrical", Sitters(moods={"intense"}, casting_services={"spotlight"}), "short", 1.5),
        ("classic", Sitters(group=True), "flat", 0),
        ("classic", Sitters(children=True), "loop", 0),
        ("classic", Sitters(moods={"melancholy"}), "rembrandt", 2),
        ("fashion", Sitters(glasses=True), "loop", 1),
    ],
)
def test_light_of_a_style(style: str, sitters: Sitters, pattern: str, stops: float) -> None:
    light = light_for(style, sitters)
    assert (light.pattern, light.key_over_fill_stops) == (pattern, stops)


@given(st.sampled_from(STYLES), anybody)
def test_no_light_from_below_with_glasses(style: str, sitters: Sitters) -> None:
    light = light_for(style, sitters)
    pattern = PATTERNS[light.pattern]
    assert not (sitters.glasses and pattern.lower_fill)
    assert light.reason.claims or light.reason.source


@given(st.sampled_from(STYLES), anybody)
def test_spotlight_caps_the_contrast_at_four_to_one(style: str, sitters: Sitters) -> None:
    stops = light_for(style, sitters).key_over_fill_stops
    assert "spotlight" not in sitters.casting_services or lighting.face_ratio(stops) <= 4


@pytest.mark.parametrize(
    "call",
    [
        lambda: lighting.fall_off_stops(0, 1000),
        lambda: lighting.fall_off_stops(1000, -1),
        lambda: lighting.face_stops(0.5),
    ],
)
def test_impossible_values_are_refused(call: Any) -> None:
    with pytest.raises(ValueError):
        call()
