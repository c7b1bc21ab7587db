"""Marks on a sheet: the few SVG shapes that the figures are made of.

Coordinates are in the unit of the sheet (millimetres of the subject, or steps of an icon's
grid). Nothing here knows what is drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

Point = tuple[float, float]
Curve = tuple[Point, Point, Point]
"""A cubic curve from wherever the pen is: two handles and the end."""

Tone = Literal[
    "line",
    "soft",
    "thing",
    "ground",
    "ink",
    "ink_soft",
    "face",
    "feature",
    "feature_ink",
    "cut",
    "glint",
    "light",
    "ray",
    "shade",
    "dim",
    "veil",
    "grey",
    "band",
    "away",
    "halo",
    "paper",
    "note",
    "measure",
    "alarm",
    "alarm_ink",
]

TONES: dict[Tone, str] = {
    "line": "",
    "soft": 'class="figure-soft" color="#74695a" stroke="currentColor"',
    "thing": 'class="figure-thing" fill="#fffdf9"',
    "ground": 'class="figure-ground" fill="#ebe1cf" stroke="none"',
    "ink": 'fill="currentColor" stroke="none"',
    "ink_soft": 'class="figure-soft" color="#74695a" fill="currentColor" stroke="none"',
    "face": 'class="figure-face" fill="#eaa640" stroke="none"',
    "feature": 'class="figure-feature" stroke="#1d1a16"',
    "feature_ink": 'class="figure-feature-ink" fill="#1d1a16" stroke="none"',
    "cut": 'class="figure-cut" stroke="#ebe1cf"',
    "glint": 'fill="#fffdf9" stroke="none"',
    "light": 'class="figure-light" fill="#eaa640" stroke="none"',
    "ray": 'class="figure-ray" stroke="#93560a"',
    "shade": 'class="figure-feature-ink" fill="#1d1a16" fill-opacity="0.32" stroke="none"',
    "grey": 'class="figure-grey"',
    "dim": 'class="figure-feature-ink" fill="#1d1a16" fill-opacity="0.16" stroke="none"',
    "veil": 'fill="currentColor" fill-opacity="0.08" stroke="none"',
    "band": 'fill="currentColor" fill-opacity="0.14" stroke="none"',
    "away": 'class="figure-away" fill="#fffdf9" fill-opacity="0.72" stroke="none"',
    "halo": 'class="figure-halo" stroke="#fffdf9"',
    "paper": 'class="figure-paper" fill="#fffdf9" stroke="none"',
    "note": 'class="figure-note" fill="#4a4338" stroke="none"',
    "measure": 'class="figure-measure" stroke="#4a4338"',
    "alarm": 'class="figure-alarm" stroke="#8a1a12"',
    "alarm_ink": 'class="figure-alarm-ink" fill="#8a1a12" stroke="none"',
}
"""What each tone is, as attributes; the style sheet has the last word on its classes."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The part of the plane that is shown, and how thick a line is on it."""

    left: float
    top: float
    width: float
    height: float
    line: float

    def svg(self, *marks: str, label: str = "") -> str:
        """The drawing; named `label` for those who cannot see it, or hidden from them."""
        name = f'role="img" aria-label="{escape(label)}"' if label else 'aria-hidden="true"'
        box = " ".join(number(side) for side in (self.left, self.top, self.width, self.height))
        return (
            f'<svg class="figure" xmlns="http://www.w3.org/2000/svg" viewBox="{box}" {name}'
            ' fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round"'
            f' stroke-width="{number(self.line)}">{window(self, *marks)}</svg>'
        )

    def ground(self, tone: Tone = "ground") -> str:
        """The whole sheet in one tone."""
        return rectangle(self.left, self.top, self.width, self.height, tone)


def number(value: float) -> str:
    """A coordinate, below 10,000, with no more digits than a drawing needs."""
    return f"{value:.4g}"


def points(*path: Point) -> str:
    return " ".join(f"{number(x)} {number(y)}" for x, y in path)


def path(d: str, tone: Tone = "line") -> str:
    return f'<path d="{d}"{toned(tone)}/>'


def polyline(*corners: Point, tone: Tone = "line", closed: bool = False) -> str:
    return path(f"M{points(*corners)}{'Z' if closed else ''}", tone)


def curve(start: Point, *curves: Curve, tone: Tone = "line", closed: bool = False) -> str:
    turns = "".join(f"C{points(*turn)}" for turn in curves)
    return path(f"M{points(start)}{turns}{'Z' if closed else ''}", tone)


def circle(x: float, y: float, radius: float, tone: Tone = "line") -> str:
    return f'<circle cx="{number(x)}" cy="{number(y)}" r="{number(radius)}"{toned(tone)}/>'


def rectangle(
    x: float, y: float, width: float, height: float, tone: Tone = "line", corner: float = 0
) -> str:
    rounded = f' rx="{number(corner)}"' if corner else ""
    return (
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}"'
        f' height="{number(height)}"{rounded}{toned(tone)}/>'
    )


def dashed(mark: str, dash: float) -> str:
    return f'<g stroke-dasharray="{number(dash)} {number(dash)}">{mark}</g>'


def group(*marks: str, tone: Tone = "line") -> str:
    return f"<g{toned(tone)}>{''.join(marks)}</g>"


def thin(line: float, *marks: str) -> str:
    """The marks with lines of this thickness."""
    return f'<g stroke-width="{number(line)}">{"".join(marks)}</g>'


def moved(x: float, y: float, *marks: str, scale: float = 1, turn_deg: float = 0) -> str:
    """The marks drawn with their origin at (x, y), scaled, then turned clockwise."""
    turn = f" rotate({number(turn_deg)})" if turn_deg else ""
    size = f" scale({scale:.4f})" if scale != 1 else ""
    return f'<g transform="translate({points((x, y))}){turn}{size}">{"".join(marks)}</g>'


def window(sheet: Sheet, *marks: str, at: Point | None = None) -> str:
    """The marks cut off at the edges of `sheet`, moved so that its corner lies `at`."""
    x, y = at or (sheet.left, sheet.top)
    size = f'width="{number(sheet.width)}" height="{number(sheet.height)}"'
    box = points((sheet.left, sheet.top), (sheet.width, sheet.height))
    place = f'x="{number(x)}" y="{number(y)}"'
    return f'<svg {place} {size} viewBox="{box}">{"".join(marks)}</svg>'


def mirrored(start: Point, half: Sequence[Curve], tone: Tone = "line") -> str:
    """A closed outline from its right half, drawn from the middle line to the middle line."""
    ends = [start, *(turn[2] for turn in half)]
    back = [
        (_across(turn[1]), _across(turn[0]), _across(origin))
        for turn, origin in zip(reversed(half), reversed(ends[:-1]), strict=True)
    ]
    return curve(start, *half, *back, tone=tone, closed=True)


def _across(point: Point) -> Point:
    return (-point[0], point[1])


def toned(tone: Tone) -> str:
    return f" {TONES[tone]}" if TONES[tone] else ""
