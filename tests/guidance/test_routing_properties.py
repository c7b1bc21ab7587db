"""What must hold for every valid set of answers: the invariants of the routing rules."""

import json
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance.claims import CLAIMS
from guidance.questionnaire import KNOWLEDGE_VERSION, parse
from guidance.routing import Recommendation, recommend
from guidance.texts import Text
from guidance.vocabulary import STYLES, Mood, Term, Use
from tests.guidance.strategies import COMFORT_KEYS, LOOK_KEYS, answer_sets


def recommended(answers: dict[str, Any]) -> Recommendation:
    return recommend(parse(answers))


def without(answers: dict[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: value for key, value in answers.items() if key not in keys}


@given(answer_sets(least_uses=1))
def test_with_a_main_use_nothing_from_framing_to_clothes_changes_kind_or_style(
    answers: dict[str, Any],
) -> None:
    plain, full = recommended(without(answers, LOOK_KEYS)), recommended(answers)
    assert (full.kind, full.style, full.format) == (plain.kind, plain.style, plain.format)


@given(answer_sets())
def test_comfort_changes_nothing_at_all(answers: dict[str, Any]) -> None:
    assert recommended(answers) == recommended(without(answers, COMFORT_KEYS))


@given(answer_sets())
def test_each_reason_is_an_answer_with_claims(answers: dict[str, Any]) -> None:
    for reason in recommended(answers).reasons:
        given_answer = answers[reason.answer]
        said = given_answer if isinstance(given_answer, list) else [given_answer]
        assert (reason.value in said, CLAIMS.keys() >= set(reason.claims)) == (True, True)
        assert reason.claims == reason.text.claims != ()


@given(answer_sets())
def test_a_decided_kind_has_a_reason(answers: dict[str, Any]) -> None:
    recommendation = recommended(answers)
    assert (recommendation.kind is None) or recommendation.reasons != ()


@given(answer_sets())
def test_there_is_a_kind_with_a_style_or_something_to_ask(answers: dict[str, Any]) -> None:
    recommendation = recommended(answers)
    if recommendation.kind is None:
        assert (recommendation.style, bool(recommendation.ask)) == (None, True)
    elif recommendation.style is None:
        assert recommendation.ask == ("casting_market",)
    else:
        assert recommendation.style in STYLES[recommendation.kind]


@given(answer_sets())
def test_nothing_is_asked_that_was_answered(answers: dict[str, Any]) -> None:
    assert set(recommended(answers).ask) & answers.keys() == set()


@given(answer_sets(), st.randoms(use_true_random=False))
def test_the_order_of_lists_changes_nothing_but_the_main_use(
    answers: dict[str, Any], dice: random.Random
) -> None:
    shuffled = {
        key: shuffled_list(key, value, dice) if isinstance(value, list) else value
        for key, value in reversed(answers.items())
    }
    assert recommended(shuffled) == recommended(answers)


def shuffled_list(key: str, items: list[str], dice: random.Random) -> list[str]:
    kept = 1 if key == "uses" else 0
    return items[:kept] + dice.sample(items[kept:], len(items[kept:]))


@given(st.lists(answer_sets(), min_size=3, max_size=3))
def test_routing_reads_no_labels(sets: list[dict[str, Any]]) -> None:
    before = [decision(recommended(answers)) for answers in sets]
    with pytest.MonkeyPatch.context() as patched:
        for terms in Term.__subclasses__():
            for term in terms:
                patched.setattr(term, "label", Text(f"Another word for {term.name}"))
        assert [decision(recommended(answers)) for answers in sets] == before


def decision(recommendation: Recommendation) -> dict[str, Any]:
    return recommendation.as_json(render_text=lambda _text: None)


@given(answer_sets())
def test_no_answer_is_reason_and_conflict_but_colour(answers: dict[str, Any]) -> None:
    recommendation = recommended(answers)
    reasons = {(r.answer, r.value) for r in recommendation.reasons}
    conflicts = {(c.answer, c.value) for c in recommendation.conflicts}
    twice = {answer for answer, _value in reasons & conflicts}
    assert twice <= {"colour", "uses"}


@given(answer_sets())
def test_each_conflict_is_an_answer_and_says_what_is_done(answers: dict[str, Any]) -> None:
    for conflict in recommended(answers).conflicts:
        given_answer = answers[conflict.answer]
        said = given_answer if isinstance(given_answer, list) else [given_answer]
        assert conflict.value in said
        assert conflict.text.claims != ()


@given(answer_sets())
def test_each_change_of_one_answer_leads_where_it_says(answers: dict[str, Any]) -> None:
    recommendation = recommended(answers)
    for change in recommendation.as_json()["would_change"]:
        changed = recommended({**answers, change["answer"]: change["value"]})
        assert (changed.kind, changed.style) == (change["kind"], change["style"])
        assert (changed.kind, changed.style) != (recommendation.kind, recommendation.style)


@given(answer_sets())
def test_no_two_changes_lead_to_the_same_picture(answers: dict[str, Any]) -> None:
    outcomes = [(c.kind, c.style) for c in recommended(answers).would_change]
    assert len(outcomes) == len(set(outcomes)) > 0


@given(answer_sets(least_uses=1))
def test_feeling_is_no_conflict_for_casting_and_adverts(answers: dict[str, Any]) -> None:
    for use in ("casting", "service_advert", "lifestyle_advert", "fashion_advert"):
        rest = [other for other in answers["uses"] if other != use]
        feeling = {**answers, "uses": [use, *rest], "mood": [mood.value for mood in Mood]}
        feeling = {**feeling, "people_in_frame": 1}
        assert [c for c in recommended(feeling).conflicts if c.answer == "mood"] == []


@given(answer_sets())
def test_a_place_to_go_to_is_never_a_conflict(answers: dict[str, Any]) -> None:
    conflicts = recommended({**answers, "place": "location"}).conflicts
    assert [c for c in conflicts if c.answer == "place"] == []


@given(answer_sets(least_uses=1))
def test_every_use_on_the_other_side_is_served(answers: dict[str, Any]) -> None:
    recommendation = recommended(answers)
    served = {use for also in recommendation.also for use in also.uses}
    portrait = recommendation.kind == "portrait"
    headshots = {"business_card", "id_badge", "online_profile", "social_profile", "about_page"}
    further = set(answers["uses"][1:])
    if portrait:
        assert further & headshots <= served
    assert {"book_jacket", "editorial"} & set(answers["uses"]) <= served
    assert {"personal_brand"} & set(answers["uses"]) <= served
    assert {"identity_document"} & further <= served


@given(answer_sets())
def test_it_is_kept_and_read_back_unchanged(answers: dict[str, Any]) -> None:
    recommendation = recommended(answers)
    kept = json.loads(json.dumps(recommendation.to_stored()))
    assert Recommendation.from_stored(kept) == recommendation


@given(answer_sets())
def test_its_json_has_the_promised_shape(answers: dict[str, Any]) -> None:
    shown = json.loads(json.dumps(recommended(answers).as_json()))
    assert list(shown) == [
        "kind",
        "style",
        "format",
        "people",
        "also",
        "ask",
        "reasons",
        "conflicts",
        "would_change",
        "knowledge",
    ]
    assert shown["knowledge"] == KNOWLEDGE_VERSION
    assert {tuple(also) for also in shown["also"]} <= {("kind", "style", "served_by", "uses")}
    assert {tuple(r) for r in shown["reasons"]} <= {("answer", "value", "claims", "text")}
    assert {tuple(c) for c in shown["conflicts"]} <= {("answer", "value", "text")}
    assert {tuple(c) for c in shown["would_change"]} <= {("answer", "value", "kind", "style")}


def test_every_use_is_offered_as_a_change_or_is_in_use() -> None:
    styles = {(c.kind, c.style) for c in recommended({"uses": ["gift"]}).would_change}
    uses = {recommended({"uses": [use.value]}).style for use in Use}
    assert {style for _kind, style in styles} | {"classic", None} == uses
