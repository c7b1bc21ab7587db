"""The brief's own figures: sound, safe under a strict policy, legible, and told in words."""

import math
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings

from guidance import diagrams
from guidance.answers import parse
from guidance.brief import Kit, RoomSize, compose
from guidance.routing import recommend
from guidance.texts import Text, render, text
from guidance.vocabulary import Format, Kind, Style
from tests.guidance.brief.shoots import (
    COMBINATIONS,
    answer_sets,
    brief_as,
    casting_answers,
    kits,
    rooms,
)
from tests.guidance.diagrams.plates import (
    FIGURES,
    SVG,
    Box,
    Draw,
    brief_of,
    described,
    marks,
    parsed,
    points_drawn,
    text_boxes,
    words,
)
from tests.guidance.people import PEOPLE

TAGS = {"svg", "title", "desc", "g", "path", "circle", "rect", "text", "tspan"}
ATTRIBUTES = {
    *("viewBox", "role", "aria-labelledby", "id", "class", "x", "y", "width", "height", "rx"),
    *("cx", "cy", "r", "d", "transform", "font-size", "text-anchor", "color", "fill", "stroke"),
    *("fill-opacity", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray"),
}
PHONE = 320
LEAST_TEXT = 11

figures = pytest.mark.parametrize("draw", FIGURES.values(), ids=FIGURES)
people = pytest.mark.parametrize("person", PEOPLE)
combined = pytest.mark.parametrize(("kind", "style", "picture_format"), COMBINATIONS, ids=str)


def assert_sound(drawing: str) -> None:
    """Known tags and attributes, finite coordinates on the plate, words that can be read."""
    root = parsed(drawing)
    assert {mark.tag.removeprefix(SVG) for mark in root.iter()} <= TAGS
    assert {name for mark in root.iter() for name in mark.attrib} <= ATTRIBUTES
    _left, _top, width, height = (float(side) for side in root.attrib["viewBox"].split())
    outside = [
        point
        for point in points_drawn(root)
        if not (-1 <= point[0] <= width + 1 and -1 <= point[1] <= height + 1)
    ]
    assert outside == []
    assert all(math.isfinite(float(side)) for side in (width, height))
    for line, (left, top, right, bottom) in text_boxes(root):
        assert (left >= 0, top >= -1, right <= width, bottom <= height + 1) == (True,) * 4, line
    sizes = {float(mark.attrib["font-size"]) for mark in marks(root, "text")}
    assert all(size * PHONE / width >= LEAST_TEXT for size in sizes)


def overlapping(boxes: list[tuple[str, Box]]) -> list[tuple[str, str]]:
    return [
        (one, other)
        for (one, (left, top, right, bottom)), (other, (low, high, far, deep)) in combinations(
            boxes, 2
        )
        if left < far and low < right and top < deep and high < bottom
    ]


@figures
@combined
def test_every_kind_style_and_format_is_drawn_soundly(
    kind: Kind, style: Style, picture_format: Format, draw: Draw
) -> None:
    assert_sound(draw(brief_as(kind, style, picture_format, glasses="always")))


@figures
@people
def test_no_words_of_a_figure_touch_each_other(person: str, draw: Draw) -> None:
    assert overlapping(list(text_boxes(parsed(draw(brief_of(person)))))) == []


@settings(max_examples=120, deadline=None)
@given(answer_sets | casting_answers, kits, rooms)
def test_any_answers_kit_and_room_are_drawn_soundly(
    answers: dict[str, Any], kit: Kit, room: RoomSize | None
) -> None:
    answered = parse(answers)
    drawn = compose(answered, recommend(answered), kit, room)
    for draw in FIGURES.values():
        assert_sound(draw(drawn))
    for crop in drawn.crops:
        assert_sound(diagrams.crop_figure(drawn, crop))


@figures
def test_a_figure_is_an_image_with_a_name_and_a_description(draw: Draw) -> None:
    root = parsed(draw(brief_of("P1"), id_prefix="first"))
    named, told = root[0], root[1]
    assert (named.tag, told.tag) == (f"{SVG}title", f"{SVG}desc")
    assert (root.get("role"), root.get("aria-labelledby")) == ("img", "first-title first-desc")
    assert (named.get("id"), told.get("id")) == ("first-title", "first-desc")
    assert bool(named.text)
    assert bool(told.text)


@figures
def test_figures_with_different_prefixes_share_no_id(draw: Draw) -> None:
    drawings = (parsed(draw(brief_of("P1"), id_prefix=prefix)) for prefix in ("one", "two"))
    ids = [mark.attrib["id"] for root in drawings for mark in root.iter() if "id" in mark.attrib]
    assert len(set(ids)) == len(ids) == 4


@figures
@pytest.mark.parametrize("person", ["P1", "P3", "P12", "P14"])
def test_every_word_passes_through_the_readers_language(person: str, draw: Draw) -> None:
    def loud(shown: Text) -> str:
        return render(shown).upper()

    root = parsed(draw(brief_of(person), say=loud))
    shown = [*words(root), described(root), root[0].text or ""]
    assert shown == [line.upper() for line in shown]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("framing", ("400 mm", "600 mm", "38 %")),
        ("room", ("1.50 m", "1.5 m", "40°", "7.0 m")),
        ("side", ("1.60 m", "1.2 m", "3.00 m")),
        ("sharpness", ("f/11", "1.41 m", "1.50 m", "1.61 m")),
    ],
)
def test_the_description_gives_the_numbers(name: str, told: tuple[str, ...]) -> None:
    description = described(parsed(FIGURES[name](brief_of("P1"))))
    assert [number for number in told if number not in description] == []


def test_what_is_said_is_escaped() -> None:
    def odd(_shown: Text) -> str:
        return '<b> & "q"'

    root = parsed(diagrams.room_figure(brief_of("P1"), say=odd, id_prefix='a"b'))
    assert set(words(root)) == {'<b> & "q"'}
    assert root[0].get("id") == 'a"b-title'


def test_a_palette_names_its_colours() -> None:
    colours = (("#1d4663", text("Deep blue")), ("#EBE1CF", text("Oat")))
    drawing = diagrams.palette_figure(colours)
    assert_sound(drawing)
    root = parsed(drawing)
    assert [patch.get("fill") for patch in marks(root, "rect")] == ["#1d4663", "#EBE1CF"]
    assert words(root) == ["Deep blue", "Oat"]
    assert described(root) == "The colours: Deep blue; Oat."


@pytest.mark.parametrize("count", [1, 4, 5, 9])
def test_a_palette_holds_any_number_of_colours(count: int) -> None:
    colours = [(f"#0000{place:02x}", text(f"A rather long name {place}")) for place in range(count)]
    drawing = diagrams.palette_figure(colours)
    assert_sound(drawing)
    assert overlapping(list(text_boxes(parsed(drawing)))) == []


@pytest.mark.parametrize("colours", [(), (("red", text("Red")),), (('#000000" x="', text("x")),)])
def test_a_palette_takes_nothing_but_colours(colours: tuple[tuple[str, Text], ...]) -> None:
    with pytest.raises(ValueError, match="rrggbb"):
        diagrams.palette_figure(colours)
