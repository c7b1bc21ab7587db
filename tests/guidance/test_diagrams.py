"""The drawn figures: sound SVG, safe under a strict policy, true to the framing table."""

from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest

from guidance import diagrams
from guidance.diagrams.expressions import EXPRESSIONS
from guidance.diagrams.light import PLANS
from guidance.diagrams.pictures import (
    BACKGROUNDS,
    CLOTHES,
    COLOURS,
    KIND_FRAMINGS,
    PEOPLE,
    PLACES,
)
from guidance.diagrams.uses import DRAWINGS
from guidance.framing import FRAMINGS, HEADROOM_SHARE, head_share
from guidance.vocabulary import Background, Clothes, Colour, Framing, Mood, Place, Use

SVG = "{http://www.w3.org/2000/svg}"
Draw = Callable[..., str]

FIGURES: list[tuple[Draw, list[str]]] = [
    (diagrams.framing_figure, [*FRAMINGS, "unsure"]),
    (diagrams.background_figure, [*BACKGROUNDS]),
    (diagrams.place_figure, [*PLACES]),
    (diagrams.mood_figure, [*EXPRESSIONS]),
    (diagrams.light_figure, [*PLANS]),
    (diagrams.colour_figure, [*COLOURS]),
    (diagrams.clothes_figure, [*CLOTHES]),
    (diagrams.people_figure, [*PEOPLE]),
    (diagrams.use_figure, [*DRAWINGS]),
    (diagrams.kind_figure, [*KIND_FRAMINGS]),
]
DRAWN = [(draw, word) for draw, words in FIGURES for word in words]
NAMES = [f"{draw.__name__}-{word}" for draw, word in DRAWN]


def parsed(drawing: str) -> ET.Element:
    return ET.fromstring(drawing)  # noqa: S314  our own drawing


def view_box(element: ET.Element) -> list[float]:
    return [float(side) for side in element.attrib["viewBox"].split()]


@pytest.mark.parametrize(("draw", "word"), DRAWN, ids=NAMES)
def test_a_figure_is_sound_svg_of_a_few_hundred_bytes_to_a_few_thousand(
    draw: Draw, word: str
) -> None:
    drawing = draw(word)
    root = parsed(drawing)
    assert root.tag == f"{SVG}svg"
    assert len(drawing) < 16_000
    assert len(list(root.iter())) > 2


@pytest.mark.parametrize(("draw", "word"), DRAWN, ids=NAMES)
def test_nothing_in_a_figure_is_refused_by_a_strict_content_policy(draw: Draw, word: str) -> None:
    root = parsed(draw(word))
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    names = {name for element in root.iter() for name in element.attrib}
    assert tags <= {"svg", "g", "path", "circle", "rect"}
    assert {
        name for name in names if name == "style" or name.startswith("on") or "href" in name
    } == set()


@pytest.mark.parametrize(("draw", "word"), DRAWN, ids=NAMES)
def test_without_a_label_a_figure_is_hidden_from_assistive_technology(
    draw: Draw, word: str
) -> None:
    root = parsed(draw(word))
    assert (root.get("aria-hidden"), root.get("role")) == ("true", None)


@pytest.mark.parametrize(("draw", "word"), DRAWN, ids=NAMES)
def test_with_a_label_a_figure_is_an_image_of_that_name(draw: Draw, word: str) -> None:
    root = parsed(draw(word, label='A "plain" <label> & more'))
    assert root.get("aria-label") == 'A "plain" <label> & more'
    assert (root.get("role"), root.get("aria-hidden")) == ("img", None)


@pytest.mark.parametrize(("draw", "words"), FIGURES, ids=[draw.__name__ for draw, _ in FIGURES])
def test_every_word_has_a_figure_of_its_own(draw: Draw, words: list[str]) -> None:
    # "Both" and "unsure" about colour promise the same: a picture in each.
    expected = len(words) - 1 if draw is diagrams.colour_figure else len(words)
    assert len({draw(word) for word in words}) == expected


@pytest.mark.parametrize(
    ("draw", "words"),
    [
        (diagrams.framing_figure, Framing),
        (diagrams.background_figure, Background),
        (diagrams.place_figure, Place),
        (diagrams.mood_figure, Mood),
        (diagrams.colour_figure, Colour),
        (diagrams.clothes_figure, Clothes),
        (diagrams.use_figure, Use),
    ],
)
def test_the_figures_cover_the_vocabulary(draw: Draw, words: list[str]) -> None:
    assert sorted(dict(FIGURES)[draw]) == sorted(str(word) for word in words)


@pytest.mark.parametrize("name", FRAMINGS)
def test_the_crop_is_the_field_of_the_framing_table(name: str) -> None:
    left, top, width, height = view_box(parsed(diagrams.framing_figure(name)))
    field_mm = FRAMINGS[name].field_mm
    assert (height, width / height, left) == pytest.approx((field_mm, 0.8, -width / 2))
    assert top == pytest.approx(-HEADROOM_SHARE * field_mm)


def test_the_head_fills_its_share_of_the_frame() -> None:
    document = parsed(diagrams.kind_figure("document"))
    crown, chin = (
        float(element.attrib["d"].split()[1])
        for element in document.iter(f"{SVG}path")
        if element.get("class") == "figure-ray"
    )
    height = view_box(document)[3]
    assert (chin - crown) / height == pytest.approx(head_share(height))


def test_a_series_shows_several_frames_and_a_group_one() -> None:
    series, together = (
        parsed(diagrams.kind_figure("portrait", people_format))
        for people_format in ("series", "group")
    )
    # The outermost frame is drawn as a frame in itself.
    assert len(list(series.iter(f"{SVG}svg"))) - 2 == 4
    assert len(list(together.iter(f"{SVG}svg"))) - 2 == 0


@pytest.mark.parametrize(("draw", "words"), FIGURES, ids=[draw.__name__ for draw, _ in FIGURES])
def test_an_unknown_word_has_no_figure(draw: Draw, words: list[str]) -> None:
    with pytest.raises(KeyError):
        draw("no such word")
