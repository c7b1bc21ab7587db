"""The timeline before the session: its order, its reasons, and whom it is for."""

from __future__ import annotations

from typing import Any

from hypothesis import given

from guidance.answers import CARE_KEYS, parse
from guidance.preparation import Step, timeline
from guidance.routing import recommend
from tests.guidance.brief.shoots import answer_sets


def steps(**answers: Any) -> tuple[Step, ...]:
    given_answers = parse(answers)
    return timeline(given_answers, recommend(given_answers))


def slugs(**answers: Any) -> list[str]:
    return [step.slug for step in steps(**answers)]


def test_the_weeks_before_a_headshot() -> None:
    assert slugs(uses=["online_profile"], glasses="always") == [
        "clothes",
        "hair-appointment",
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
    assert together - alone == {"palette", "day-plan"}
    assert one_by_one - alone == {"order"}


def test_a_document_needs_the_rules_and_no_haircut() -> None:
    assert slugs(uses=["identity_document"]) == ["date", "rules", "no-marks", "arrive"]


@given(answer_sets)
def test_steps_come_in_order_with_their_reasons(answers: dict[str, Any]) -> None:
    found = steps(**answers)
    days = [(step.days_before_from, step.days_before_to) for step in found]
    assert days == sorted(days, reverse=True)
    assert len({step.slug for step in found}) == len(found)
    for step in found:
        assert step.days_before_from >= step.days_before_to >= 0
        assert all(shown.claims or shown.source for shown in (step.text, step.why))


@given(answer_sets)
def test_care_is_never_in_the_plan(answers: dict[str, Any]) -> None:
    without = {key: value for key, value in answers.items() if key not in CARE_KEYS}
    assert steps(**answers) == steps(**without)
