"""The zones that have to be sharp, and what either way to focus asks for them."""

from __future__ import annotations

import pytest

from guidance.answers import parse
from guidance.brief import Kit
from guidance.brief.camera import position_for
from guidance.brief.shoot import Shoot
from guidance.brief.zones import ALL_FACES, BOTH_EYES, FACE, HEAD, Zone, on_eye, shared
from guidance.brief.zones import far_eye_behind_mm as behind_mm
from guidance.routing import recommend
from tests.guidance.oracles import near


def shoot_for(people: int = 1, use: str = "gift") -> Shoot:
    answers = parse(
        {
            "uses": [use],
            "people_in_frame": people,
            "framing": "head_shoulders" if people == 1 else "waist",
        }
    )
    return Shoot(answers, recommend(answers), Kit("full_frame", (85 if people == 1 else 50,)), None)


@pytest.mark.parametrize(("turned_deg", "expected_mm"), [(0, 0), (30, 31.5), (45, 44.5)])
def test_the_far_eye_of_a_turned_head(turned_deg: float, expected_mm: float) -> None:
    assert behind_mm(turned_deg) == pytest.approx(expected_mm, abs=0.06)


# Table A4, rows A1, A3 and A4, for 85 mm and a field of 500 mm.
@pytest.mark.parametrize(
    ("zone", "from_eye", "between"),
    [(BOTH_EYES, 4.95, 2.48), (FACE, 7.75, 7.20), (HEAD, 14.9, 10.8)],
)
def test_zones_of_one_person(zone: Zone, from_eye: float, between: float) -> None:
    shoot = shoot_for()
    position = position_for(shoot)
    assert on_eye(shoot, position, zone).f_number == near(from_eye)
    assert shared(shoot, position, zone).f_number == near(between)


# Table A4, rows G2 and G3, for 50 mm and c 0.030.
@pytest.mark.parametrize(
    ("people", "focus_mm", "between", "from_front"),
    [(8, 4278.0, 1.92, 3.62), (12, 4541.9, 3.06, 5.91)],
)
def test_rows(people: int, focus_mm: float, between: float, from_front: float) -> None:
    shoot = shoot_for(people, "social_post")
    position = position_for(shoot)
    hold = shared(shoot, position, ALL_FACES)
    assert (hold.focus_mm, hold.f_number) == (near(focus_mm), near(between))
    assert on_eye(shoot, position, ALL_FACES).f_number == near(from_front)
