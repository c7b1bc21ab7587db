"""How high the lens stands: at the eyes, at the hips for whole figures, between the rows."""

from __future__ import annotations

from typing import Any

import pytest

from guidance.brief import RoomSize
from tests.guidance.brief.shoots import BAG, brief, rendered

HIPS = "Lens at 1.0 m, hip height, and level: from higher legs shorten, from lower they grow"
CHEST = "Lens at 1.3 m, chest height, and level: the figure stays in scale"
EYES = (
    "Lens at 1.6 m, eye level, and level: from lower down the glasses would mirror more of the "
    "lamps"
)


@pytest.mark.parametrize(
    ("answers", "height_mm", "said"),
    [
        ({"uses": ["wall_art"], "framing": "full"}, 1000, [HIPS]),
        ({"uses": ["wall_art"], "framing": "knees"}, 1300, [CHEST]),
        ({"uses": ["wall_art"], "framing": "waist"}, 1600, []),
        ({"uses": ["online_profile"]}, 1600, []),
        ({"uses": ["identity_document"]}, 1600, []),
        ({"uses": ["wall_art"], "framing": "full", "glasses": "always"}, 1600, [EYES]),
        ({"uses": ["gift"], "framing": "full", "people_in_frame": 2}, 1000, [HIPS]),
        ({"uses": ["gift"], "people_in_frame": 5}, 1300, [CHEST]),
        (
            {"uses": ["gift"], "people_in_frame": 12},
            1550,
            ["Lens at 1.6 m and level, between the eyes of the front and of the back row"],
        ),
    ],
)
def test_where_the_lens_stands(answers: dict[str, Any], height_mm: float, said: list[str]) -> None:
    found = brief(BAG, RoomSize(12, 6, 4), **answers)
    assert found.framing.lens_height_mm == height_mm
    assert [line for line in rendered(found, "lens") if line.startswith("Lens at")] == said


@pytest.mark.parametrize("framing", ["knees", "full"])
def test_with_glasses_no_viewpoint_starts_lower_than_the_eyes(framing: str) -> None:
    bare, worn = (
        [line for line in rendered(found, "expression") if line.startswith("Viewpoints")]
        for found in (
            brief(uses=["gift"], framing=framing),
            brief(uses=["gift"], framing=framing, glasses="always"),
        )
    )
    assert "eye level first" not in bare[0]
    assert worn[0].startswith("Viewpoints: eye level first")
