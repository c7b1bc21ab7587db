"""Kit and room as they arrive in JSON: what is taken, and how a fault is named."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance.answers import AnswerError
from guidance.brief import Kit, RoomSize, parse_kit, parse_room

ROOM = {"length_m": 6, "width_m": 4.5, "height_m": 2.8}

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)


def test_a_kit() -> None:
    given_kit = {"format": "aps_c", "focal_lengths_mm": [85, 35.0, 35]}
    assert parse_kit(given_kit) == Kit("aps_c", (35, 85))


def test_a_room() -> None:
    assert parse_room(ROOM) == RoomSize(6.0, 4.5, 2.8)


@pytest.mark.parametrize(
    ("kit", "key"),
    [
        (None, "kit"),
        ([], "kit"),
        ({}, "kit.format"),
        ({"format": "aps_c"}, "kit.focal_lengths_mm"),
        ({"format": "film", "focal_lengths_mm": [50]}, "kit.format"),
        ({"format": ["aps_c"], "focal_lengths_mm": [50]}, "kit.format"),
        ({"format": "aps_c", "focal_lengths_mm": []}, "kit.focal_lengths_mm"),
        ({"format": "aps_c", "focal_lengths_mm": 50}, "kit.focal_lengths_mm"),
        ({"format": "aps_c", "focal_lengths_mm": [50.5]}, "kit.focal_lengths_mm"),
        ({"format": "aps_c", "focal_lengths_mm": [True]}, "kit.focal_lengths_mm"),
        ({"format": "aps_c", "focal_lengths_mm": [0]}, "kit.focal_lengths_mm"),
        ({"format": "aps_c", "focal_lengths_mm": [float("inf")]}, "kit.focal_lengths_mm"),
        ({"format": "aps_c", "focal_lengths_mm": [10**400]}, "kit.focal_lengths_mm"),
        ({"format": "aps_c", "focal_lengths_mm": [50] * 41}, "kit.focal_lengths_mm"),
        ({"format": "aps_c", "focal_lengths_mm": [50], "lens": 1}, "kit.lens"),
    ],
)
def test_faults_of_a_kit_name_their_key(kit: Any, key: str) -> None:
    with pytest.raises(AnswerError) as caught:
        parse_kit(kit)
    assert caught.value.key == key
    assert str(caught.value)


@pytest.mark.parametrize(
    ("room", "key"),
    [
        ("6x4", "room"),
        ({"length_m": 6}, "room.width_m"),
        ({**ROOM, "length_m": -6}, "room.length_m"),
        ({**ROOM, "width_m": "4"}, "room.width_m"),
        ({**ROOM, "height_m": float("nan")}, "room.height_m"),
        ({**ROOM, "door_m": 1}, "room.door_m"),
    ],
)
def test_faults_of_a_room_name_their_key(room: Any, key: str) -> None:
    with pytest.raises(AnswerError) as caught:
        parse_room(room)
    assert caught.value.key == key


@given(json_values)
def test_nothing_else_ever_comes_out(value: Any) -> None:
    for parse_it in (parse_kit, parse_room):
        with pytest.raises(AnswerError):
            parse_it(value)
