"""The key is nearer to the face than to the feet: how much darker they get, and what to do."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance.brief import RoomSize
from guidance.brief.feet import feet_stops, key_for_feet_mm
from tests.guidance.brief.shoots import BAG, brief, rendered


@pytest.mark.parametrize(
    ("key_mm", "up_deg", "eyes_mm", "stops"),
    [
        # Straight ahead the feet are √(2² + 1.6²) m away: 2.56 m for 2 m.
        (2000, 0, 1600, 0.713),
        # 35° up: 1.64 m along and 2.75 m over the floor, 3.20 m.
        (2000, 35, 1600, 1.354),
        (1200, 45, 1600, 2.226),
    ],
)
def test_how_much_less_reaches_the_feet(
    key_mm: float, up_deg: float, eyes_mm: float, stops: float
) -> None:
    assert feet_stops(key_mm, up_deg, eyes_mm) == pytest.approx(stops, rel=0.005)


@given(st.floats(0.1, 4), st.floats(0, 80))
def test_from_there_it_is_as_much_as_was_asked_for(most_stops: float, up_deg: float) -> None:
    key_mm = key_for_feet_mm(most_stops, up_deg, 1600)
    assert feet_stops(key_mm, up_deg, 1600) == pytest.approx(most_stops)


@pytest.mark.parametrize("impossible", [0.0, -1.0])
def test_no_distance_is_none(impossible: float) -> None:
    with pytest.raises(ValueError, match="above zero"):
        feet_stops(impossible, 35, 1600)
    with pytest.raises(ValueError, match="above zero"):
        key_for_feet_mm(impossible, 35, 1600)


FULL = {"uses": ["wall_art"], "framing": "full"}


def of_the_feet(room: RoomSize | None, **answers: Any) -> list[str]:
    said = rendered(brief(BAG, room, **answers), "light")
    return [line for line in said if "the feet" in line]


def test_whole_figures_are_told_by_how_much_and_what_to_do() -> None:
    assert of_the_feet(None, **FULL) == [
        (
            "By distance alone the feet get 1.4 stops less light than the face: aim the key at "
            "the hips; from 2.8 m away it would be 1 stop"
        )
    ]


def test_under_a_low_ceiling_the_key_is_not_sent_back() -> None:
    assert of_the_feet(RoomSize(9, 6, 3.2), **FULL) == [
        (
            "By distance alone the feet get 1.4 stops less light than the face: aim the key at "
            "the hips, and lift the legs with a second lamp, low and well to the side"
        )
    ]


def test_both_keys_of_a_group_come_down() -> None:
    answers = {"uses": ["gift"], "framing": "full", "people_in_frame": 5, "glasses": "always"}
    assert of_the_feet(None, **answers) == [
        (
            "By distance alone the feet get 1 stop less light than the face: aim both keys at the "
            "height of the hips"
        )
    ]


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({"uses": ["wall_art"], "framing": "knees"}, False),
        ({"uses": ["wall_art"], "people_in_frame": 5}, False),
        ({"uses": ["wall_art"], "people_in_frame": 2, "framing": "full"}, True),
        ({"uses": ["fashion_advert"]}, True),
    ],
)
def test_only_where_they_show(answers: dict[str, Any], told: bool) -> None:
    assert bool(of_the_feet(None, **answers)) is told
