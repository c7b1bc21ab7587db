"""Colours for groups: one neutral, an accent, none neon, all clear of the background."""

from __future__ import annotations

import math
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given

from guidance.answers import parse
from guidance.brief import RoomSize
from guidance.brief.shoot import Shoot
from guidance.grounds import Ground, ground_for
from guidance.palettes import PALETTES, Colour, Palette, palettes_for
from guidance.routing import recommend
from guidance.texts import render
from tests.guidance.assuming import ASSUMING
from tests.guidance.brief.shoots import BAG, COMBINATIONS, answer_sets, recommended

# CIE lightness of a white ground that is lit, of paper that falls to light grey, of black cloth.
GROUND_LIGHTNESS = {Ground.LIGHT: 95, Ground.GREY: 70, Ground.DARK: 15}

Lab = tuple[float, float, float]


def lab(colour: Colour) -> Lab:
    """CIE L*a*b* (D65) of an sRGB colour."""
    red, green, blue = (_linear(int(colour.srgb[at : at + 2], 16) / 255) for at in (1, 3, 5))
    x = _root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505)
    y = _root(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    z = _root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.0890)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _root(part: float) -> float:
    return math.cbrt(part) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116


def chroma(colour: Colour) -> float:
    return math.hypot(*lab(colour)[1:])


each_palette = pytest.mark.parametrize("palette", PALETTES, ids=lambda palette: palette.slug)


def test_white_is_the_lightest_and_has_no_colour() -> None:
    white = Colour("#ffffff", PALETTES[0].name)
    assert lab(white)[0] == pytest.approx(100, abs=0.1)
    assert chroma(white) == pytest.approx(0, abs=0.1)


@each_palette
def test_one_neutral_two_companions_and_an_accent_that_is_not_neon(palette: Palette) -> None:
    neutral, *others = palette.colours
    assert chroma(neutral) < 12
    assert min(map(chroma, others)) > 15
    assert max(map(chroma, others)) < 70


@each_palette
def test_neighbours_can_be_told_apart_in_colour_and_in_grey(palette: Palette) -> None:
    assert all(
        math.dist(lab(one), lab(other)) > 24 for one, other in combinations(palette.colours, 2)
    )
    lightness = sorted(lab(colour)[0] for colour in palette.colours)
    assert lightness[-1] - lightness[0] > 12


@each_palette
def test_every_colour_stands_clear_of_the_background(palette: Palette) -> None:
    tones = [GROUND_LIGHTNESS[ground] for ground in palette.grounds if ground in GROUND_LIGHTNESS]
    clear = [abs(lab(colour)[0] - tone) for colour in palette.colours for tone in tones]
    assert not clear or min(clear) > 15


def test_every_background_has_two_palettes_to_choose_from() -> None:
    assert [len(palettes_for(ground)) for ground in (*Ground, None)] == [2] * 7


def test_names_are_words_of_their_own() -> None:
    names = [render(colour.name) for palette in PALETTES for colour in palette.colours]
    assert max(map(names.count, names)) <= 2  # rust goes with two
    for palette in PALETTES:
        assert len({colour.name for colour in palette.colours}) == 4
        assert all(
            ASSUMING.search(render(said)) is None
            for said in (palette.name, palette.suits, palette.in_words)
        )


def test_a_palette_reads_as_a_phrase() -> None:
    phrase = "charcoal, slate blue and wine red, with a little ochre"
    assert render(palettes_for(Ground.LIGHT)[0].in_words) == phrase


@given(answer_sets)
def test_the_ground_is_the_one_of_the_brief(answers: dict[str, Any]) -> None:
    given_answers = parse(answers)
    for kind, style, picture_format in COMBINATIONS:
        found = recommended(recommend(given_answers), kind, style, picture_format, people=4)
        shoot = Shoot(given_answers, found, BAG, RoomSize(7, 5, 3))
        assert ground_for(given_answers, found) == shoot.backdrop_name


def test_while_the_kind_is_open_nothing_is_assumed_to_be_behind() -> None:
    assert ground_for(parse({}), recommend(parse({}))) is None
