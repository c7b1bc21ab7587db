"""The studio's accent colour, corrected until it can be read: plain Python.

The roles are those of static/css/tokens.css. What has to be read stands out 7:1 from its ground,
what carries meaning 4.5:1 (WCAG 2.2, relative luminance). A colour is corrected in its lightness
alone, in OKLCH, where equal steps look equal and the hue stays (Ottosson 2020,
https://bottosson.github.io/posts/oklab/); its chroma gives way only where no screen shows it.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import lru_cache
from math import atan2, cos, hypot, sin

READ, SEEN = 7.0, 4.5
"""The least contrast of text, and of what else carries meaning."""

STEPS = 400
"""In how many steps the lightness goes from black to white."""

Triple = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Shades:
    """The roles of an accent in one theme, as #rrggbb; the names are those of the tokens.

    `accent` is a ground with `on_accent` to be read on it, `glint` a mark on the dark pupil,
    `accent_mark` and `accent_text` stand on paper and on `accent_wash`. `button` is the face of
    the primary button, `hover` what it becomes under the pointer.
    """

    accent: str
    on_accent: str
    glint: str
    accent_mark: str
    accent_text: str
    accent_wash: str
    button: str
    on_button: str
    hover: str
    on_hover: str

    def tokens(self) -> Iterator[tuple[str, str]]:
        """The name of each custom property and its colour."""
        for name, colour in asdict(self).items():
            yield f"--{name.replace('_', '-')}", colour


@dataclass(frozen=True, slots=True)
class Theme:
    """The neutral colours that an accent stands beside, and the shades of Catchlight's amber."""

    paper: str
    surface: str
    sunk: str
    ink: str
    ink_soft: str
    edge: str
    pupil: str
    wash_lightness: float
    amber: Shades

    @property
    def grounds(self) -> tuple[str, ...]:
        """What texts and marks stand on."""
        return self.paper, self.surface, self.sunk


LIGHT = Theme(
    paper="#faf6ef",
    surface="#fffdf9",
    sunk="#f3ecdf",
    ink="#1d1a16",
    ink_soft="#4a4338",
    edge="#74695a",
    pupil="#1d1a16",
    wash_lightness=0.957,
    amber=Shades(
        accent="#eaa640",
        on_accent="#1d1a16",
        glint="#eaa640",
        accent_mark="#93560a",
        accent_text="#6d3e02",
        accent_wash="#fcefd4",
        button="#1d1a16",
        on_button="#faf6ef",
        hover="#eaa640",
        on_hover="#1d1a16",
    ),
)
DARK = Theme(
    paper="#171512",
    surface="#201d18",
    sunk="#110f0c",
    ink="#f4eee3",
    ink_soft="#c9bfae",
    edge="#9a8f7d",
    pupil="#171512",
    wash_lightness=0.28,
    amber=Shades(
        accent="#f0b04f",
        on_accent="#1d1a16",
        glint="#f0b04f",
        accent_mark="#e3a343",
        accent_text="#f5c274",
        accent_wash="#33270f",
        button="#f4eee3",
        on_button="#171512",
        hover="#f0b04f",
        on_hover="#1d1a16",
    ),
)
THEMES = (LIGHT, DARK)
MOST_CHROMA_OF_WASH = 0.04


def shades(accent: str, theme: Theme) -> Shades:
    """What `accent` (#rrggbb) becomes in each role of `theme`; amber's where it is empty."""
    if not accent:
        return theme.amber
    accent = accent.lower()
    wash = _wash(accent, theme)
    grounds = (*theme.grounds, wash)
    ground, on_ground = _ground(accent)
    read = corrected(accent, lambda one: stands_out(one, grounds, READ))
    return Shades(
        accent=ground,
        on_accent=on_ground,
        glint=corrected(accent, lambda one: stands_out(one, [theme.pupil], SEEN)),
        accent_mark=corrected(accent, lambda one: stands_out(one, grounds, SEEN)),
        accent_text=read,
        accent_wash=wash,
        # What is read on paper carries words in the colour of paper as well.
        button=read,
        on_button=theme.paper,
        hover=theme.ink,
        on_hover=theme.paper,
    )


@lru_cache(maxsize=16)
def style_sheet(accent: str) -> tuple[str, str]:
    """The roles of `accent` (#rrggbb) as CSS for both themes, and a mark that changes with them."""
    sheet = (
        "@layer tokens {\n"
        f":root {{\n{_roles(accent, LIGHT)}}}\n"
        f"@media (prefers-color-scheme: dark) {{\n:root {{\n{_roles(accent, DARK)}}}\n}}\n"
        "}\n"
    )
    return sheet, hashlib.sha256(sheet.encode()).hexdigest()[:12]


def corrected(colour: str, is_good: Callable[[str], bool]) -> str:
    """`colour` where it is good, else the nearest lightness of it that is.

    Raises ValueError where neither black nor white would be good.
    """
    if is_good(colour):
        return colour
    lightness, chroma, hue = _oklch(colour)
    start = round(lightness * STEPS)
    for step in sorted(range(STEPS + 1), key=lambda step: abs(step - start)):
        candidate = _shown(step / STEPS, chroma, hue)
        if is_good(candidate):
            return candidate
    raise ValueError(f"no lightness of {colour} is good")


def stands_out(colour: str, grounds: Iterable[str], least: float) -> bool:
    """Whether `colour` has at least that contrast on each of the grounds."""
    return all(contrast(colour, ground) >= least for ground in grounds)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of `colour`, from 0 to 1 (WCAG 2.2)."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _roles(accent: str, theme: Theme) -> str:
    return "".join(f"{name}: {colour};\n" for name, colour in shades(accent, theme).tokens())


def _ground(accent: str) -> tuple[str, str]:
    """The accent as a ground, and the neutral that is read on it: the one that asks for less."""
    under_ink = corrected(accent, lambda one: stands_out(one, [LIGHT.ink], READ))
    under_white = corrected(accent, lambda one: stands_out(one, [LIGHT.surface], READ))
    lightness = _oklch(accent)[0]
    ways = (under_ink, LIGHT.ink), (under_white, LIGHT.surface)
    return min(ways, key=lambda way: abs(_oklch(way[0])[0] - lightness))


def _wash(accent: str, theme: Theme) -> str:
    """A breath of the accent as a ground, on which ink and edges stand out as on paper."""
    _lightness, chroma, hue = _oklch(accent)
    tint = _shown(theme.wash_lightness, min(chroma, MOST_CHROMA_OF_WASH), hue)

    def is_good(wash: str) -> bool:
        read = all(contrast(text, wash) >= READ for text in (theme.ink, theme.ink_soft))
        return read and contrast(theme.edge, wash) >= SEEN

    return corrected(tint, is_good)


def _linear(colour: str) -> Triple:
    """Red, green and blue as light, each from 0 to 1."""
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    )
    return red, green, blue


def _oklch(colour: str) -> Triple:
    """Lightness from 0 to 1, chroma, and hue in radians."""
    red, green, blue = _linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return lightness, hypot(a, b), atan2(b, a)


def _shown(lightness: float, chroma: float, hue: float) -> str:
    """The colour as #rrggbb, with as much of its chroma as a screen can show."""
    least, most = 0.0, chroma
    linear = _from_oklch(lightness, chroma, hue)
    if not _is_shown(linear):
        for _halving in range(12):
            middle = (least + most) / 2
            least, most = (
                (middle, most)
                if _is_shown(_from_oklch(lightness, middle, hue))
                else (least, middle)
            )
        linear = _from_oklch(lightness, least, hue)
    return "#" + "".join(f"{_channel(light):02x}" for light in linear)


def _from_oklch(lightness: float, chroma: float, hue: float) -> Triple:
    a, b = chroma * cos(hue), chroma * sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _is_shown(linear: Triple) -> bool:
    return all(-0.0005 <= light <= 1.0005 for light in linear)


def _channel(light: float) -> int:
    """Light from 0 to 1 as the 8 bits of sRGB."""
    light = min(1.0, max(0.0, light))
    encoded = 12.92 * light if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return round(encoded * 255)
