"""The timeline before the session: its order, its reasons, and whom it is for."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance.answers import CARE_KEYS, parse
from guidance.preparation import Step, timeline
from guidance.routing import recommend
from guidance.sources import resolve
from guidance.texts import render
from tests.guidance.assuming import ASSUMING
from tests.guidance.brief.shoots import answer_sets


def steps(looks: int | None = None, has_make_up: bool = False, **answers: Any) -> tuple[Step, ...]:
    given_answers = parse(answers)
    return timeline(given_answers, recommend(given_answers), looks=looks, has_make_up=has_make_up)


def slugs(**answers: Any) -> list[str]:
    return [step.slug for step in steps(**answers)]


def words(slug: str, **answers: Any) -> str:
    return render(next(step for step in steps(**answers) if step.slug == slug).text)


def test_the_weeks_before_a_headshot() -> None:
    assert slugs(uses=["online_profile"], glasses="always") == [
        "clothes",
        "hair-appointment",
        "whitening",
        "glasses",
        "haircut",
        "facial",
        "nothing-new",
        "wax",
        "pack",
        "rest",
        "eat",
        "shave",
        "make-up",
        "no-marks",
        "arrive",
    ]


def test_a_haircut_is_never_in_the_last_week() -> None:
    haircut = next(step for step in steps(uses=["gift"]) if step.slug == "haircut")
    assert (haircut.days_before_from, haircut.days_before_to) == (14, 7)


def test_groups_and_series_have_steps_of_their_own() -> None:
    alone = set(slugs(uses=["online_profile"]))
    together = set(slugs(uses=["online_profile"], people_in_frame=5))
    one_by_one = set(slugs(uses=["online_profile"], people_total=5))
    assert together - alone == {"agree-colours", "day-plan"}
    assert one_by_one - alone == {"order", "tell-everybody"}


def test_a_document_needs_the_rules_and_no_haircut() -> None:
    assert slugs(uses=["identity_document"]) == ["date", "look-up-rules", "no-marks", "arrive"]


@pytest.mark.parametrize(
    ("has_make_up", "said"),
    [
        (False, "If you wear make-up, keep it light and matt; lip balm helps everybody"),
        (True, "Come with a clean face: your make-up artist begins with you"),
    ],
)
def test_whoever_has_booked_an_artist_comes_with_a_clean_face(has_make_up: bool, said: str) -> None:
    assert words("make-up", uses=["gift"], has_make_up=has_make_up) == said


@pytest.mark.parametrize(("looks", "is_said"), [(None, True), (1, False), (2, True)])
def test_a_razor_is_for_a_second_look(looks: int | None, *, is_said: bool) -> None:
    assert ("second look" in words("shave", uses=["gift"], looks=looks)) == is_said


@pytest.mark.parametrize(
    ("looks", "said"),
    [
        (1, "Press your clothes, hang them up, pack"),
        (3, "Press your clothes and hang your 3 looks up, each with all that belongs to it"),
    ],
)
def test_looks_are_packed_one_by_one(looks: int, said: str) -> None:
    assert words("pack", uses=["gift"], looks=looks) == said


def test_who_books_late_still_hears_what_helps() -> None:
    late = {step.slug: step.late for step in steps(uses=["gift"], glasses="always") if step.late}
    assert {slug: after.days_before_to for slug, after in late.items()} == {
        "clothes": 1,
        # Up to the day before the last week: then nothing is cut any more.
        "hair-appointment": 8,
        "glasses": 1,
    }


@given(answer_sets, st.integers(1, 5) | st.none(), st.booleans())
def test_steps_come_in_order_with_their_reasons(
    answers: dict[str, Any], looks: int | None, has_make_up: bool
) -> None:
    found = steps(looks=looks, has_make_up=has_make_up, **answers)
    days = [(step.days_before_from, step.days_before_to) for step in found]
    assert days == sorted(days, reverse=True)
    for step in found:
        assert step.days_before_from >= step.days_before_to >= 0
        if step.late:
            assert step.late.days_before_to < step.days_before_to
        for said in (step.text, step.why, *([step.late.text] if step.late else [])):
            assert said.claims or said.source
            resolve(said.source)
            assert ASSUMING.findall(render(said)) == []


@given(answer_sets)
def test_care_is_never_in_the_plan(answers: dict[str, Any]) -> None:
    without = {key: value for key, value in answers.items() if key not in CARE_KEYS}
    assert steps(**answers) == steps(**without)
