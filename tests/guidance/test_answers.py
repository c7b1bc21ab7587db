"""Answers: what is accepted, and how each fault is named."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance.answers import CARE_KEYS, KEYS, AnswerError, Answers, faults, parse
from guidance.vocabulary import CastingMarket, Framing, Mood, Use
from tests.guidance.people import PEOPLE
from tests.guidance.strategies import answer_sets


def fault_in(given_answers: object) -> AnswerError:
    with pytest.raises(AnswerError) as raised:
        parse(given_answers)
    return raised.value


def test_answers_are_read_into_the_vocabulary() -> None:
    assert parse(
        {
            "uses": ["casting", "gift"],
            "casting_market": "both",
            "people_total": 2,
            "framing": "waist",
            "mood": ["joy"],
            "head_covering": False,
            "minors": 0,
            "place_note": "  By the river\r\nat noon ",
        }
    ) == Answers(
        uses=(Use.CASTING, Use.GIFT),
        casting_market=CastingMarket.BOTH,
        people_total=2,
        framing=Framing.WAIST,
        mood=(Mood.JOY,),
        head_covering=False,
        minors=0,
        place_note="By the river\nat noon",
    )


def test_nothing_answered_is_acceptable() -> None:
    assert parse({}) == Answers()
    assert parse({"uses": [], "mood": [], "clothes_note": "  "}) == Answers()
    assert Answers().as_mapping() == {}


@given(answer_sets())
def test_answers_are_written_as_they_were_read(answers: dict[str, Any]) -> None:
    read = parse(answers)
    written = read.as_mapping()
    assert parse(json.loads(json.dumps(written))) == read
    assert written == {key: value for key, value in answers.items() if value not in ([], "")}


def test_only_given_answers_are_written_in_the_order_of_the_questions() -> None:
    given_answers = {"minors": 0, "head_covering": False, "uses": ["gift"]}
    assert list(parse(given_answers).as_mapping()) == ["uses", "head_covering", "minors"]


@pytest.mark.parametrize("person", PEOPLE.values(), ids=PEOPLE.keys())
def test_the_people_of_the_examples_are_understood(person: dict[str, Any]) -> None:
    assert parse(person).as_mapping() == person


def test_faith_health_and_age_are_the_answers_kept_apart() -> None:
    assert CARE_KEYS == ("head_covering", "minors", "access", "access_note")
    assert set(CARE_KEYS) <= set(KEYS)


@pytest.mark.parametrize(
    ("given_answers", "key", "message"),
    [
        (
            {"framing": "torso"},
            "framing",
            (
                "“torso” is not an answer to “framing”. Accepted: face, head_shoulders, waist, "
                "knees, full, unsure."
            ),
        ),
        (
            {"story": ""},
            "story",
            "“” is not an answer to “story”. Accepted: none, some, central.",
        ),
        (
            {"occasion": None},
            "occasion",
            "“null” is not an answer to “occasion”. Accepted: work, personal.",
        ),
        (
            {"occasion": ["work"]},
            "occasion",
            "“a list” is not an answer to “occasion”. Accepted: work, personal.",
        ),
        (
            {"occasion": True},
            "occasion",
            "“true” is not an answer to “occasion”. Accepted: work, personal.",
        ),
        (
            {"head_covering": 1},
            "head_covering",
            "“1” is not an answer to “head_covering”. Accepted: true, false.",
        ),
        (
            {"mood": "joy"},
            "mood",
            (
                "“mood” takes a list, not joy. Accepted in it: professional, warm, joy, "
                "contentment, excitement, melancholy, grief, intense."
            ),
        ),
        (
            {"access": ["step_free", {}]},
            "access",
            (
                "“an object” is not an answer to “access”. Accepted: step_free, seated, "
                "low_stimulus, no_flash, interpreter, described_set."
            ),
        ),
        ({"uses": ["gift", "gift"]}, "uses", "“uses” names “gift” more than once."),
        (
            {"people_total": 0},
            "people_total",
            "“people_total” takes a whole number from 1 to 500, not 0.",
        ),
        (
            {"people_total": 501},
            "people_total",
            "“people_total” takes a whole number from 1 to 500, not 501.",
        ),
        (
            {"people_in_frame": True},
            "people_in_frame",
            "“people_in_frame” takes a whole number from 1 to 500, not true.",
        ),
        (
            {"people_in_frame": 2.0},
            "people_in_frame",
            "“people_in_frame” takes a whole number from 1 to 500, not 2.0.",
        ),
        (
            {"people_in_frame": "2"},
            "people_in_frame",
            "“people_in_frame” takes a whole number from 1 to 500, not 2.",
        ),
        (
            {"people_in_frame": 10**5_000},
            "people_in_frame",
            (
                "“people_in_frame” takes a whole number from 1 to 500, not a number that is far "
                "too large."
            ),
        ),
        ({"minors": -1}, "minors", "“minors” takes a whole number from 0 to 500, not -1."),
        (
            {"people_in_frame": 3, "people_total": 2},
            "people_in_frame",
            "“people_in_frame” takes a whole number from 1 to 2, not 3.",
        ),
        (
            {"minors": 3, "people_total": 2},
            "minors",
            "“minors” takes a whole number from 0 to 2, not 3.",
        ),
        ({"place_note": 7}, "place_note", "“place_note” takes text, not 7."),
        (
            {"access_note": "x" * 2_001},
            "access_note",
            "“access_note” takes at most 2000 characters; this has 2001.",
        ),
        (
            {"clothes_note": "red\x00blue"},
            "clothes_note",
            "“clothes_note” has characters that cannot be shown: red\\x00blue",
        ),
        (
            {"creative_note": "\ud800"},
            "creative_note",
            "“creative_note” has characters that cannot be shown: \\ud800",
        ),
        (
            {"uses": ["gift"], "casting_market": "both"},
            "casting_market",
            "“casting_market” is an answer only where “uses” names “casting”.",
        ),
        (
            {"casting_services": ["spotlight"]},
            "casting_services",
            "“casting_services” is an answer only where “uses” names “casting”.",
        ),
    ],
)
def test_a_fault_names_key_value_and_what_is_accepted(
    given_answers: dict[str, Any], key: str, message: str
) -> None:
    fault = fault_in(given_answers)
    assert (fault.key, str(fault)) == (key, message)


def test_a_fault_carries_the_value_and_the_accepted_values() -> None:
    fault = fault_in({"colour": "sepia"})
    assert (fault.value, fault.accepted) == ("sepia", ("colour", "bw", "both", "unsure"))
    number = fault_in({"people_total": -3})
    assert (number.value, number.accepted) == (-3, ("1-500",))


def test_an_unknown_key_is_named_with_those_that_are_known() -> None:
    fault = fault_in({"color": "bw"})
    assert (fault.key, fault.value, fault.accepted) == ("color", "bw", KEYS)
    assert str(fault) == f"There is no answer called “color”. Accepted: {', '.join(KEYS)}."


@pytest.mark.parametrize(
    ("given_answers", "shown"),
    [([], "a list"), ("uses", "uses"), (None, "null"), (3, "3"), (float("nan"), "NaN")],
)
def test_answers_are_an_object(given_answers: object, shown: str) -> None:
    fault = fault_in(given_answers)
    assert fault.key is None
    assert str(fault) == f"Answers are one JSON object of keys and values, not {shown}."


def test_long_and_hostile_values_are_echoed_short_and_printable() -> None:
    assert str(fault_in({"story": "x" * 10_000})).startswith("“" + "x" * 79 + "…” is not")
    assert str(fault_in({"story": "\x1b[31m\u202e"})).startswith("“\\x1b[31m\\u202e” is not")
    assert fault_in({"\ud800": 1}).key == "\\ud800"


def test_a_note_may_be_as_long_as_the_limit_and_have_lines() -> None:
    longest = "x\n" * 999 + "xx"
    assert parse({"clothes_note": longest}).clothes_note == longest


def test_all_faults_are_found_the_first_is_raised() -> None:
    wrong = {"framing": "torso", "uses": ["gift"], "people_total": 0, "casting_market": "both"}
    assert [fault.key for fault in faults(wrong)] == ["framing", "people_total", "casting_market"]
    assert fault_in(wrong).key == "framing"
    assert faults({"uses": ["gift"]}) == []


SOMETHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(st.characters(codec=None), max_size=20)
    | st.sampled_from([use.value for use in Use]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


@given(SOMETHING | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=8), SOMETHING))
def test_whatever_is_given_is_read_or_refused_in_words(anything: Any) -> None:
    found = faults(anything)
    if not found:
        assert parse(anything).as_mapping().keys() <= set(KEYS)
    for fault in found:
        assert str(fault).isprintable()
