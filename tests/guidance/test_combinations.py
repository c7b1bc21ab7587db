"""The route of every combination of answers: about 116,000, main use by main use.

What else may be answered, and the order of lists, is left to the property tests.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from guidance.answers import Answers
from guidance.claims import CLAIMS
from guidance.routing import Conflict, Reason, Recommendation, recommend
from guidance.texts import Text
from guidance.vocabulary import SIDES, STYLES, AccessNeed, Glasses, Side, Term, Use
from tests.guidance.combinations import MAIN_USES, combinations

KIND_OF_SIDE = {
    Side.HEADSHOT: "headshot",
    Side.PORTRAIT: "portrait",
    Side.BOTH: "portrait",
    Side.DOCUMENT: "document",
}
# Rule 4 as it is written, towards a headshot.
PUSHES = {
    "occasion": {"work": 3, "personal": -3},
    "framing": {"face": 2, "head_shoulders": 2, "waist": -2, "knees": -2, "full": -2},
    "background": {"plain": 2, "recognisable_place": -2},
    "story": {"none": 1, "central": -1},
}
COMFORT: dict[str, Any] = {
    "glasses": Glasses.ALWAYS,
    "head_covering": True,
    "minors": 1,
    "access": tuple(AccessNeed),
    "access_note": "Please ring twice",
}

each_main_use = pytest.mark.parametrize("main_use", MAIN_USES, ids=str)


def test_they_are_all_different_and_there_are_115_920() -> None:
    assert [len(set(combinations(use))) for use in MAIN_USES] == [
        4 * 5_040 if use is Use.CASTING else 5_040 for use in MAIN_USES
    ]


@each_main_use
def test_each_is_decided_by_the_rules_or_asked_about(main_use: Use | None) -> None:
    for answers in combinations(main_use):
        found = recommend(answers)
        assert found.kind == kind_by_the_rules(answers), answers
        assert list(faults(found, answers)) == [], answers


def kind_by_the_rules(answers: Answers) -> str | None:
    """Rules 1 to 4."""
    if answers.main_use is not None and SIDES[answers.main_use] is Side.DOCUMENT:
        return "document"
    if answers.in_frame > 1:
        return "portrait"
    if answers.main_use is not None:
        return KIND_OF_SIDE[SIDES[answers.main_use]]
    score = sum(pushes.get(getattr(answers, key), 0) for key, pushes in PUSHES.items())
    return None if -2 <= score <= 2 else ("headshot" if score > 0 else "portrait")


def faults(found: Recommendation, answers: Answers) -> Iterator[str]:
    """What is wrong with a recommendation: nothing."""
    if found.kind is None:
        if found.style or not found.ask:
            yield "neither a kind nor a question"
    elif found.style is None:
        if found.ask != ("casting_market",):
            yield "no style and no question for it"
    elif found.style not in STYLES[found.kind]:
        yield "a style of another kind"
    if any(getattr(answers, key) for key in found.ask):
        yield "a question that was answered"
    yield from unfounded(found, answers)


def unfounded(found: Recommendation, answers: Answers) -> Iterator[str]:
    """Reasons and conflicts without a claim, or about what was never said."""
    if found.kind and not found.reasons:
        yield "a kind without a reason"
    arguments: tuple[Reason | Conflict, ...] = (*found.reasons, *found.conflicts)
    for said in arguments:
        if not said.text.claims or not CLAIMS.keys() >= set(said.text.claims):
            yield f"no claim for {said.answer}"
        given = getattr(answers, said.answer)
        if said.value not in (given if isinstance(given, tuple) else (given,)):
            yield f"{said.value} was not the answer to {said.answer}"


@pytest.mark.parametrize("main_use", list(Use))
def test_nothing_but_occasion_market_and_people_decides_beside_a_main_use(main_use: Use) -> None:
    outcomes = defaultdict(set)
    for answers in combinations(main_use):
        found = recommend(answers)
        deciding = (answers.occasion, answers.casting_market, answers.in_frame, answers.total)
        outcomes[deciding].add((found.kind, found.style, found.format))
    assert {len(decided) for decided in outcomes.values()} == {1}


@each_main_use
def test_comfort_and_other_words_change_nothing(main_use: Use | None) -> None:
    cases = list(combinations(main_use))
    plain = [decision(recommend(answers)) for answers in cases]
    with pytest.MonkeyPatch.context() as patched:
        for terms in Term.__subclasses__():
            for term in terms:
                patched.setattr(term, "label", Text(f"Another word for {term.name}"))
        comforted = [decision(recommend(replace(answers, **COMFORT))) for answers in cases]
    assert comforted == plain


def decision(found: Recommendation) -> tuple[object, ...]:
    """Everything but the sentences."""
    reasons = [(reason.answer, reason.value, reason.claims) for reason in found.reasons]
    conflicts = [(conflict.answer, conflict.value) for conflict in found.conflicts]
    outcome = (found.kind, found.style, found.format, found.people, found.also, found.ask)
    return (*outcome, reasons, conflicts, found.would_change)
