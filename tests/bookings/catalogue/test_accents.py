"""Any colour of a studio can be read in both themes, and stays what it was where it may."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bookings.catalogue.accents import (
    DARK,
    LIGHT,
    READ,
    SEEN,
    THEMES,
    Theme,
    contrast,
    corrected,
    shades,
    stands_out,
    style_sheet,
)
from tests.studio.test_contrast import themes

CORNERS = [f"#{r}{g}{b}" for r, g, b in product(("00", "80", "ff"), repeat=3)]
COLOURS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)


@pytest.mark.parametrize("theme", THEMES, ids=["light", "dark"])
@pytest.mark.parametrize("accent", ["", *CORNERS])
def test_every_role_of_every_colour_can_be_read(accent: str, theme: Theme) -> None:
    check(accent, theme)


@given(accent=COLOURS, theme=st.sampled_from(THEMES))
def test_every_role_of_any_colour_can_be_read(accent: str, theme: Theme) -> None:
    check(accent, theme)


def check(accent: str, theme: Theme) -> None:
    used = shades(accent, theme)
    grounds = (*theme.grounds, used.accent_wash)
    assert stands_out(used.accent_text, grounds, READ)
    assert stands_out(used.accent_mark, grounds, SEEN)
    assert stands_out(used.glint, [theme.pupil], SEEN)
    assert contrast(used.on_accent, used.accent) >= READ
    assert stands_out(used.button, theme.grounds, SEEN)
    assert contrast(used.on_button, used.button) >= READ
    assert contrast(used.on_hover, used.hover) >= READ
    assert stands_out(used.accent_wash, [theme.ink, theme.ink_soft], READ)
    assert contrast(theme.edge, used.accent_wash) >= SEEN


@given(accent=COLOURS, theme=st.sampled_from(THEMES))
def test_a_colour_that_can_be_read_is_left_alone(accent: str, theme: Theme) -> None:
    used = shades(accent, theme)
    grounds = (*theme.grounds, used.accent_wash)
    assert (used.accent_mark == accent) == stands_out(accent, grounds, SEEN)
    assert (used.accent_text == accent) == stands_out(accent, grounds, READ)
    assert (used.glint == accent) == (contrast(accent, theme.pupil) >= SEEN)


@pytest.mark.parametrize(
    ("accent", "light", "dark"),
    [
        # accent, on it, mark, text
        ("#ffee00", "#ffee00 #1d1a16 #756d00 #575000", "#ffee00 #1d1a16 #ffee00 #ffee00"),
        ("#1a237e", "#1a237e #fffdf9 #1a237e #1a237e", "#1a237e #fffdf9 #6f8aed #99b1ff"),
        ("#c0392b", "#aa2116 #fffdf9 #c0392b #9e1007", "#aa2116 #fffdf9 #ec6251 #ff9686"),
        ("#777777", "#585858 #fffdf9 #6b6b6b #4e4e4e", "#585858 #fffdf9 #909090 #b4b4b4"),
    ],
)
def test_a_yellow_a_navy_a_red_and_a_grey(accent: str, light: str, dark: str) -> None:
    for theme, expected in ((LIGHT, light), (DARK, dark)):
        used = shades(accent, theme)
        roles = (used.accent, used.on_accent, used.accent_mark, used.accent_text)
        assert " ".join(roles) == expected


def test_the_primary_button_has_the_accent_and_without_one_the_ink() -> None:
    assert (shades("", LIGHT).button, shades("", DARK).button) == (LIGHT.ink, DARK.ink)
    navy = [(shades("#1a237e", theme).button, shades("#1a237e", theme).hover) for theme in THEMES]
    assert navy == [("#1a237e", LIGHT.ink), ("#99b1ff", DARK.ink)]


def test_capital_letters_mean_the_same() -> None:
    assert shades("#C0392B", LIGHT) == shades("#c0392b", LIGHT)


def test_what_no_lightness_satisfies_is_an_error() -> None:
    with pytest.raises(ValueError, match="no lightness of #777777"):
        corrected("#777777", lambda _one: False)


@pytest.mark.parametrize(("name", "theme"), [("light", LIGHT), ("dark", DARK)])
def test_the_neutral_colours_and_amber_are_those_of_the_style_sheet(
    name: str, theme: Theme
) -> None:
    tokens = themes()[name]
    names = ("paper", "surface", "sunk", "ink", "ink_soft", "edge")
    for role in names:
        assert (role, getattr(theme, role)) == (role, tokens[role.replace("_", "-")])
    assert theme.pupil == (tokens["ink"] if name == "light" else tokens["paper"])
    assert dict(theme.amber.tokens()) == {
        token: tokens[token.removeprefix("--")] for token, _colour in theme.amber.tokens()
    }


def test_the_style_sheet_sets_each_token_for_both_themes() -> None:
    sheet, mark = style_sheet("#1a237e")
    light, dark = sheet.split("@media (prefers-color-scheme: dark)")
    assert light.startswith("@layer tokens {\n:root {\n--accent: #1a237e;\n")
    for part, theme in ((light, LIGHT), (dark, DARK)):
        assert all(
            f"{name}: {colour};" in part for name, colour in shades("#1a237e", theme).tokens()
        )
    assert (len(mark), mark) != (12, style_sheet("#1a237f")[1])
