"""Every valid set of answers, for the property tests."""

import copy
from typing import Any

from hypothesis import strategies as st

from guidance.answers import CARE_KEYS
from guidance.vocabulary import (
    AccessNeed,
    Background,
    CastingMarket,
    CastingService,
    Clothes,
    Colour,
    CreativeWish,
    Framing,
    Glasses,
    Mood,
    Occasion,
    Place,
    Story,
    Term,
    Use,
)

COMFORT_KEYS = ("glasses", *CARE_KEYS)
LOOK_KEYS = (
    "framing",
    "story",
    "mood",
    "background",
    "place",
    "place_note",
    "creative",
    "creative_note",
    *COMFORT_KEYS,
    "colour",
    "clothes",
    "clothes_note",
    "casting_services",
)


def _one(terms: type[Term]) -> st.SearchStrategy[str]:
    return st.sampled_from([term.value for term in terms])


def _some(terms: type[Term]) -> st.SearchStrategy[list[str]]:
    return st.lists(_one(terms), unique=True, max_size=3)


# Values that no answer, kit or room takes, each as Python writes it into JSON and reads it back.
JUNK = st.sampled_from(
    [
        float("nan"),
        float("inf"),
        float("-inf"),
        -1.5,
        10**30,
        -(10**300),
        "\ud800",
        "\x00",
        [[]],
        [None],
        [{"uses": ["gift"]}],
        {"deep": {"deeper": [[[[1]]]]}},
    ]
).map(copy.deepcopy)

NOTES = st.sampled_from(["", "A short note", "Zwei Zeilen,\nmit “Zeichen” – ひと"])

LOOKS = {
    "framing": _one(Framing),
    "story": _one(Story),
    "mood": _some(Mood),
    "background": _one(Background),
    "place": _one(Place),
    "place_note": NOTES,
    "creative": _some(CreativeWish),
    "creative_note": NOTES,
    "glasses": _one(Glasses),
    "head_covering": st.booleans(),
    "access": _some(AccessNeed),
    "access_note": NOTES,
    "colour": _one(Colour),
    "clothes": _one(Clothes),
    "clothes_note": NOTES,
}


@st.composite
def answer_sets(draw: st.DrawFn, *, least_uses: int = 0) -> dict[str, Any]:
    """Valid answers in JSON's shape, any of the keys left out."""
    uses = draw(st.lists(_one(Use), unique=True, min_size=least_uses, max_size=6))
    answers: dict[str, Any] = {"uses": uses} if uses else {}
    answers |= draw(st.fixed_dictionaries({}, optional={"occasion": _one(Occasion), **LOOKS}))
    answers |= draw(_people())
    if "casting" in uses:
        casting = {"casting_market": _one(CastingMarket), "casting_services": _some(CastingService)}
        answers |= draw(st.fixed_dictionaries({}, optional=casting))
    return answers


@st.composite
def _people(draw: st.DrawFn) -> dict[str, int]:
    total = draw(st.none() | st.integers(1, 30))
    in_frame = draw(st.none() | st.integers(1, total or 30))
    minors = draw(st.none() | st.integers(0, total or 30))
    numbers = {"people_total": total, "people_in_frame": in_frame, "minors": minors}
    return {key: number for key, number in numbers.items() if number is not None}
