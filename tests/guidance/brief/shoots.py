"""Answers, kits, rooms and recommendations for the tests of the brief."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from guidance.answers import parse
from guidance.brief import Brief, Kit, Line, RoomSize, compose
from guidance.optics import SENSOR_FORMATS
from guidance.routing import People, Recommendation, recommend
from guidance.texts import render
from guidance.vocabulary import (
    STYLES,
    AccessNeed,
    Background,
    CastingService,
    Clothes,
    Colour,
    CreativeWish,
    Format,
    Framing,
    Glasses,
    Kind,
    Mood,
    Occasion,
    Place,
    Story,
    Style,
    Term,
    Use,
)

BAG = Kit("full_frame", (35, 50, 85, 105))
STUDIO = RoomSize(7, 5, 3)

COMBINATIONS = [
    (kind, style, picture_format)
    for kind, styles in STYLES.items()
    for style in styles
    for picture_format in Format
]


def brief(kit: Kit = BAG, room: RoomSize | None = STUDIO, /, **answers: Any) -> Brief:
    """The brief for these answers as the knowledge routes them."""
    given = parse(answers)
    return compose(given, recommend(given), kit, room)


def brief_as(
    kind: Kind, style: Style, picture_format: Format, people: int = 8, **answers: Any
) -> Brief:
    """The brief for this kind, style and format, whatever the answers would be routed to."""
    given = parse(answers)
    return compose(
        given, recommended(recommend(given), kind, style, picture_format, people), BAG, STUDIO
    )


def recommended(
    base: Recommendation, kind: Kind, style: Style, picture_format: Format, people: int
) -> Recommendation:
    in_frame = people if picture_format is Format.GROUP else 1
    total = 1 if picture_format is Format.SINGLE else people
    return replace(
        base, kind=kind, style=style, format=picture_format, people=People(in_frame, total)
    )


def lines(found: Brief) -> Iterator[Line]:
    for section in found.sections():
        yield from section.lines


def words(found: Brief, slug: str) -> list[str]:
    """The messages of one section, without their parameters."""
    return [line.text.message for line in found.lines(slug)]


def rendered(found: Brief, slug: str) -> list[str]:
    """One section as an English reader has it."""
    return [render(line.text) for line in found.lines(slug)]


def _some(terms: type[Term]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from([term.value for term in terms]), unique=True, max_size=3)


def _one(terms: type[Term]) -> st.SearchStrategy[str]:
    return st.sampled_from([term.value for term in terms])


answer_sets = st.fixed_dictionaries(
    {},
    optional={
        "uses": _some(Use),
        "occasion": _one(Occasion),
        "people_in_frame": st.integers(1, 40),
        "framing": _one(Framing),
        "story": _one(Story),
        "mood": _some(Mood),
        "background": _one(Background),
        "place": _one(Place),
        "place_note": st.sampled_from(["the bakery", "{odd} %s words"]),
        "creative": _some(CreativeWish),
        "glasses": _one(Glasses),
        "head_covering": st.booleans(),
        "minors": st.integers(0, 1),
        "access": _some(AccessNeed),
        "colour": _one(Colour),
        "clothes": _one(Clothes),
    },
)
casting_answers = st.fixed_dictionaries(
    {"uses": st.just(["casting"])},
    optional={
        "casting_market": st.sampled_from(["stage_screen", "adverts", "both"]),
        "casting_services": _some(CastingService),
        "mood": _some(Mood),
        "glasses": _one(Glasses),
        "background": _one(Background),
    },
)
kits = st.builds(
    Kit,
    st.sampled_from(list(SENSOR_FORMATS)),
    st.sets(st.integers(8, 400), min_size=1, max_size=5).map(lambda bag: tuple(sorted(bag))),
)
rooms = st.none() | st.builds(RoomSize, st.floats(1, 20), st.floats(1, 15), st.floats(1.8, 6))
