"""Several people: rows and heights, the order of a group, the run of a series."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from guidance.answers import parse
from guidance.brief import Brief, compose
from guidance.brief.people import LEVELS
from guidance.brief.session import Session
from guidance.framing import HEAD_HEIGHT_MM, rows_of
from guidance.routing import recommend
from guidance.texts import render
from tests.guidance.brief.shoots import BAG, brief


def shown(found: Brief, slug: str = "people") -> list[str]:
    return [render(line.text) for line in found.lines(slug)]


def test_one_person_needs_no_order() -> None:
    assert shown(brief(uses=["gift"])) == []


def test_a_family_in_one_row() -> None:
    assert shown(brief(uses=["wall_art"], people_in_frame=5, occasion="personal")) == [
        "5 in one row, standing, eyes at about 1.6 m; shoulders towards the middle",
        "0.55 m for each person, one shoulder before the next: 2.75 m of people",
        "The whole group first, while everybody is fresh; then the smaller ones",
        "Smaller groups: each household, couples, siblings, the generations",
        (
            "With everybody in it at least 10 frames, one for each person and a few more: every "
            "face visible, all eyes open"
        ),
        "Names from left to right, as the camera sees them, noted before the group breaks up",
    ]


def test_a_couple_has_no_smaller_groups() -> None:
    found = shown(brief(uses=["gift"], people_in_frame=2, occasion="personal"))
    assert [line for line in found if "maller" in line] == []


def test_a_team_in_three_rows() -> None:
    assert shown(brief(uses=["wall_art"], people_in_frame=12, occasion="work")) == [
        "Row 1: 4 people on chairs, eyes at about 1.2 m",
        "Row 2: 4 people standing, eyes at about 1.6 m",
        "Row 3: 4 people on a step, eyes at about 1.9 m",
        (
            "0.55 m for each person, the longest row 2.20 m of people; each row 0.7 m behind the "
            "one before"
        ),
        "Every face between two shoulders in front; where a head hides another, add a step",
        "The whole group first, while everybody is fresh; then the smaller ones",
        "Smaller groups: those who lead, each team, those who work in pairs",
        (
            "With everybody in it at least 17 frames, one for each person and a few more: every "
            "face visible, all eyes open"
        ),
        "After each change of rows set the focus by hand again, and let nobody step forward",
        "Names from left to right, as the camera sees them, front row first, before it breaks up",
    ]


@pytest.mark.parametrize("rows", list(LEVELS))
def test_each_row_looks_over_the_heads_in_front(rows: int) -> None:
    eyes_mm = [height_mm for _place, height_mm in LEVELS[rows]]
    assert len(eyes_mm) == rows
    for front_mm, behind_mm in itertools.pairwise(eyes_mm):
        assert behind_mm - front_mm > HEAD_HEIGHT_MM


@pytest.mark.parametrize("people", [2, 5, 6, 10, 11, 24, 25, 40, 41, 200])
def test_everybody_has_a_place(people: int) -> None:
    found = shown(brief(uses=["wall_art"], people_in_frame=people))
    rows = rows_of(people)
    numbered = [line for line in found if line.startswith("Row ")]
    if len(rows) == 1:
        assert found[0].startswith(f"{people} in one row")
    else:
        assert len(numbered) == min(len(rows), 5)
    behind = [line for line in found if line.startswith("The ") and "on a stand" in line]
    assert behind == (
        []
        if len(rows) <= 5
        else [
            (
                f"The {len(rows) - 5} rows behind, {sum(rows[5:])} people: on a stand, each 0.3 m "
                "above the last"
            )
        ]
    )


def test_who_belongs_together_is_asked_where_the_occasion_is_not_known() -> None:
    assert shown(brief(uses=["wall_art"], people_in_frame=5))[3].startswith(
        "Smaller groups from a list that is agreed on before the day"
    )


def test_a_series_runs_by_name_time_and_one_recipe() -> None:
    assert shown(brief(uses=["online_profile"], people_total=12)) == [
        "One frame of the name on a card before each person’s first, and the list ticked off",
        (
            "5 to 10 min for each, 60 to 120 min for all 12, then a catch-up for who was late or "
            "wants another try"
        ),
        (
            "One recipe for everybody: stool, key and camera marked on the floor, heights and "
            "power noted; only the stool goes up or down, until the eyes meet the lens"
        ),
        "The first good frame stays on the screen: head size, eye line and tone as in that one",
    ]


def test_documents_are_not_matched_to_each_other() -> None:
    found = shown(brief(uses=["identity_document"], people_total=3))
    assert [line.split(":")[0] for line in found][-1] == "One recipe for everybody"


def warned(minutes: int | None, **answers: Any) -> list[str]:
    given = parse(answers)
    found = compose(given, recommend(given), BAG, None, Session(minutes=minutes))
    return shown(found, "warnings")


def test_a_slot_too_short_for_everybody_is_said_with_what_is_done() -> None:
    assert warned(45, uses=["online_profile"], people_total=12) == [
        (
            "12 people take 60 min at the least, and 45 min are booked: begin with 9 of them and "
            "book another slot on the same marks for the others"
        )
    ]


@pytest.mark.parametrize("minutes", [None, 60, 180])
def test_a_slot_long_enough_is_no_warning(minutes: int | None) -> None:
    assert warned(minutes, uses=["online_profile"], people_total=12) == []


def test_a_group_does_not_take_its_time_by_the_head() -> None:
    assert warned(30, uses=["wall_art"], people_in_frame=12) == []
