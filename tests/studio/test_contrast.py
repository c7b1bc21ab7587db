"""The colours of the pages against the contrast that the studio promises, in both themes.

Text 7:1 on every ground it stands on; borders, marks and states that carry meaning 4.5:1.
The formula is WCAG 2.2, relative luminance of sRGB.
"""

import re
from itertools import product
from pathlib import Path

import pytest

TOKENS = Path(__file__).parents[2] / "static" / "css" / "tokens.css"
TOKEN = re.compile(r"--([a-z0-9-]+): (#[0-9a-f]{6});")

GROUNDS = ["paper", "surface", "sunk", "accent-wash"]
TEXT = ["ink", "ink-soft", "accent-text"]
MEANING = ["edge", "accent-mark"]
WASHES = [("error", "error-wash"), ("success", "success-wash"), ("info", "info-wash")]

TEXT_PAIRS = [
    *product(TEXT, GROUNDS),
    *product(["ink"], [wash for _, wash in WASHES]),
    *WASHES,
    *product(["error"], ["paper", "surface"]),
    ("on-button", "button"),
    ("on-hover", "hover"),
    ("paper", "ink"),
    ("paper", "error"),  # the dangerous one under the pointer
    ("on-accent", "accent"),
]
MEANING_PAIRS = [*product(MEANING, GROUNDS), ("error", "paper"), ("ink", "mat")]


def themes() -> dict[str, dict[str, str]]:
    light, dark = TOKENS.read_text().split("@media (prefers-color-scheme: dark)")
    of_light = dict(TOKEN.findall(light))
    return {"light": of_light, "dark": of_light | dict(TOKEN.findall(dark))}


def luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_formula_gives_the_known_extremes() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_stands_out_seven_to_one(theme: str, text: str, ground: str) -> None:
    colours = themes()[theme]
    assert contrast(colours[text], colours[ground]) >= 7


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("mark", "ground"), MEANING_PAIRS)
def test_what_carries_meaning_stands_out_four_and_a_half_to_one(
    theme: str, mark: str, ground: str
) -> None:
    colours = themes()[theme]
    assert contrast(colours[mark], colours[ground]) >= 4.5


def test_the_dark_theme_answers_every_colour_of_the_light_one() -> None:
    light, dark = TOKENS.read_text().split("@media (prefers-color-scheme: dark)")
    assert set(dict(TOKEN.findall(dark))) == set(dict(TOKEN.findall(light)))
