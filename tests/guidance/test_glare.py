"""Glasses against table B4."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance import glare
from guidance.lighting import PATTERNS, fill_up_deg, key_up_deg

ORACLES: dict[str, list[dict[str, float]]] = json.loads(
    (Path(__file__).parent / "oracles.json").read_text()
)


@pytest.mark.parametrize("case", ORACLES["glare_deg"])
def test_mirrored_direction(case: dict[str, float]) -> None:
    found = glare.mirrored_deg(
        case["y"],
        tilt_deg=case["p"],
        chin_up_deg=case["chin"],
        camera_up_deg=case["cam"],
        radius_mm=case["R"],
    )
    assert found == pytest.approx(case["out"], rel=0.005)


# Rows L1-L7 of table B4: tilt, chin, camera, height on the lens.
@pytest.mark.parametrize(
    ("tilt", "chin", "camera", "height_mm", "mirrored"),
    [
        (8, 0, 0, 20, 10.2),
        (8, 0, 0, 0, -16.0),
        (8, 0, 0, -20, -42.2),
        (16, 0, 0, 20, -5.83),
        (8, -10, 0, 20, -9.83),
        (8, 0, 5, 20, 5.17),
        (0, 0, 0, 20, 26.2),
        (0, 0, 0, -20, -26.2),
    ],
)
def test_glare_table(
    tilt: float, chin: float, camera: float, height_mm: float, mirrored: float
) -> None:
    found = glare.mirrored_deg(height_mm, tilt_deg=tilt, chin_up_deg=chin, camera_up_deg=camera)
    assert found == pytest.approx(mirrored, rel=0.005)


def test_the_band_and_its_width() -> None:
    low, high = glare.glare_band_deg()
    assert (low, high) == (pytest.approx(-42.2, rel=0.005), pytest.approx(10.2, rel=0.005))
    assert glare.glare_sideways_deg() == pytest.approx(32.9, rel=0.005)


@pytest.mark.parametrize(
    ("centre", "half_mm", "distance_mm", "span"),
    [(45, 500, 1200, (22.4, 67.6)), (30, 500, 1200, (7.4, 52.6)), (-35, 300, 1000, (-51.7, -18.3))],
)
def test_span_of_a_lamp(
    centre: float, half_mm: float, distance_mm: float, span: tuple[float, float]
) -> None:
    found = glare.lamp_span_deg(centre, half_mm, distance_mm)
    assert found == (pytest.approx(span[0], abs=0.05), pytest.approx(span[1], abs=0.05))


def test_the_key_clears_the_band() -> None:
    assert glare.lowest_clear_deg(1200) == pytest.approx(38, abs=0.3)
    assert key_up_deg(PATTERNS["loop"], glasses=True) == 45
    assert key_up_deg(PATTERNS["loop"], glasses=False) == 35


def test_aside_the_inner_edge_clears_the_band_at_any_height() -> None:
    aside_deg = glare.nearest_clear_side_deg(1200)
    assert math.ceil(aside_deg) == 56
    assert glare.lamp_span_deg(aside_deg, 500, 1200)[0] == pytest.approx(32.9, rel=0.005)


def test_a_fill_from_below_shines_into_the_glasses() -> None:
    low, high = glare.glare_band_deg()
    fill_low, fill_high = glare.lamp_span_deg(-35, 300, 1000)
    assert low < fill_high < high
    assert fill_low < fill_high


@given(
    tilt_deg=st.floats(0, 20),
    chin_up_deg=st.floats(-20, 20),
    camera_up_deg=st.floats(-20, 20),
)
def test_the_band_moves_as_a_mirror_does(
    tilt_deg: float, chin_up_deg: float, camera_up_deg: float
) -> None:
    flat_low, flat_high = glare.glare_band_deg(tilt_deg=0)
    low, high = glare.glare_band_deg(
        tilt_deg=tilt_deg, chin_up_deg=chin_up_deg, camera_up_deg=camera_up_deg
    )
    # A turned mirror sends the light twice as far; a camera that rises lowers it by as much.
    moved_deg = 2 * (chin_up_deg - tilt_deg) - camera_up_deg
    assert (low, high) == (
        pytest.approx(flat_low + moved_deg),
        pytest.approx(flat_high + moved_deg),
    )


@given(st.sampled_from(list(PATTERNS)), st.floats(800, 6000))
def test_with_glasses_the_whole_of_key_and_fill_is_above_the_band(
    pattern: str, distance_mm: float
) -> None:
    clear_deg = glare.glare_band_deg()[1] + glare.GLARE_MARGIN_DEG - 1e-9
    key_deg = key_up_deg(PATTERNS[pattern], glasses=True, distance_mm=distance_mm)
    fill_deg = fill_up_deg(25.0, glasses=True, distance_mm=distance_mm)
    for up_deg in (key_deg, fill_deg):
        assert glare.lamp_span_deg(up_deg, 500, distance_mm)[0] >= clear_deg


def test_a_point_beside_the_lens_is_refused() -> None:
    with pytest.raises(ValueError, match="the point must lie on the lens"):
        glare.mirrored_deg(100)
