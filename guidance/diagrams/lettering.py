"""Words in the drawings: how large, how wide, and where they stand without touching.

Coordinates are those of a plate (see :mod:`guidance.diagrams.plate`). The words come from the
caller, translated; their width is estimated, generously, because fonts are the reader's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from unicodedata import east_asian_width

from guidance.diagrams.drawing import (
    Point,
    Tone,
    circle,
    dashed,
    group,
    number,
    polyline,
    thin,
    toned,
)

SIZE = 12.0
LEADING = 15.0
GAP = 8.0
"""Least space between two labels in a row."""

HAIR = 0.7
"""Thickness of lines that only lead or measure."""

_EM_SHARE = 0.55
_WIDE = frozenset("WF")


@dataclass(frozen=True, slots=True)
class Span:
    """From where to where words may stand, along one direction."""

    low: float
    high: float

    @property
    def length(self) -> float:
        return self.high - self.low


WIDTH = 320.0
"""Width of a plate: that of a narrow phone, and of a column on paper."""

INSIDE = Span(4.0, WIDTH - 4.0)
"""Where words may stand on it, from left to right."""


@dataclass(frozen=True, slots=True)
class Callout:
    """Words for a thing drawn at `target`; they stand in a row and a thin line leads there."""

    target: Point
    words: str
    tone: Tone = "ink"


@dataclass(frozen=True, slots=True)
class Called:
    """Callouts as they are drawn, the height they take, and what they cover from left to right."""

    marks: str
    height: float
    covered: tuple[Span, ...]

    def covers(self, x: float) -> bool:
        return any(span.low - 2 <= x <= span.high + 2 for span in self.covered)


@dataclass(frozen=True, slots=True)
class Measure:
    """A distance from one abscissa to another, and how it reads; broken where it is cut short."""

    start: float
    end: float
    words: str
    tone: Tone = "ink"
    is_broken: bool = False


def width_of(words: str) -> float:
    return SIZE * sum(1.0 if east_asian_width(letter) in _WIDE else _EM_SHARE for letter in words)


def written(x: float, y: float, words: str, *, anchor: str = "middle", tone: Tone = "ink") -> str:
    """One line of words with its baseline at `y`; `anchor` is SVG's start, middle or end."""
    return (
        f'<text x="{number(x)}" y="{number(y)}" font-size="{number(SIZE)}"'
        f' text-anchor="{anchor}"{toned(tone)}>{escape(words)}</text>'
    )


def lines_of(words: str, width: float) -> list[str]:
    """The words broken into lines that fit; a longer word keeps a line of its own."""
    lines: list[str] = []
    for word in filter(None, words.split(" ")):
        if lines and width_of(f"{lines[-1]} {word}") <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines


def paragraph(
    x: float, y: float, words: str, width: float, tone: Tone = "ink"
) -> tuple[str, float]:
    """Words over several lines from the first baseline on, and how much height they take."""
    lines = lines_of(words, width)
    spans = "".join(
        f'<tspan x="{number(x)}" y="{number(y + row * LEADING)}">{escape(line)}</tspan>'
        for row, line in enumerate(lines)
    )
    marks = f'<text font-size="{number(SIZE)}" text-anchor="start"{toned(tone)}>{spans}</text>'
    return marks, len(lines) * LEADING


def spread(wished: Sequence[float], sizes: Sequence[float], span: Span) -> list[float]:
    """Middles as near to the wished ones, given in order, as sizes and `span` allow.

    Where all of them together are longer than `span` they run out at its low end.
    """
    middles: list[float] = []
    edge = span.low
    for middle, size in zip(wished, sizes, strict=True):
        middles.append(max(middle, edge + size / 2))
        edge = middles[-1] + size / 2 + GAP
    edge = span.high
    for place in reversed(range(len(middles))):
        middles[place] = min(middles[place], edge - sizes[place] / 2)
        edge = middles[place] - sizes[place] / 2 - GAP
    return middles


def callouts(
    items: Iterable[Callout], baseline: float, *, above: bool, span: Span = INSIDE
) -> Called:
    """Labels in as few rows as they need, each with a line to its thing.

    `above` stacks the rows upwards from `baseline`, else downwards.
    """
    rows = _filled_rows(sorted(items, key=lambda item: item.target[0]), span)
    step = -LEADING if above else LEADING
    marks: list[str] = []
    covered: list[Span] = []
    for place, row in enumerate(rows):
        sizes = [width_of(item.words) for item in row]
        middles = spread([item.target[0] for item in row], sizes, span)
        covered += [
            Span(x - size / 2, x + size / 2) for x, size in zip(middles, sizes, strict=True)
        ]
        marks += _callout_row(row, middles, baseline + place * step, above=above)
    return Called("".join(marks), len(rows) * LEADING, tuple(covered))


def measures(items: Sequence[Measure], y: float, span: Span = INSIDE) -> tuple[str, float]:
    """Distances one after the other along a line at `y`, their words below it in rows."""
    rows = _staggered(items, span)
    marks = [
        measure(item, y, middle, y + LEADING * (row + 1))
        for item, (middle, row) in zip(items, rows, strict=True)
    ]
    lowest = max((row for _middle, row in rows), default=-1)
    return "".join(marks), LEADING * (lowest + 1) + 4


def marked(items: Sequence[Measure], y: float) -> tuple[str, float]:
    """Points of a line at `y` with their words below, in as many rows as they need."""
    rows = _staggered(items, INSIDE)
    marks = [
        thin(HAIR, polyline((item.start, y), (middle, y + 4 + LEADING * row), tone="soft"))
        + written(middle, y + 1 + LEADING * (row + 1), item.words, tone=item.tone)
        for item, (middle, row) in zip(items, rows, strict=True)
    ]
    return "".join(marks), LEADING * (max((row for _middle, row in rows), default=-1) + 1) + 5


def measure(item: Measure, y: float, middle: float, baseline: float) -> str:
    """One distance as a line between two ticks, its words around `middle`."""
    ticks = "".join(polyline((x, y - 3.5), (x, y + 3.5)) for x in (item.start, item.end))
    reach = polyline((item.start, y), (item.end, y))
    line = group(dashed(reach, 3) if item.is_broken else reach, ticks, tone="measure")
    return group(thin(HAIR, line), written(middle, baseline, item.words, tone=item.tone))


def _filled_rows(items: Sequence[Callout], span: Span) -> list[list[Callout]]:
    """As many to a row as fit, the widths and the gaps counted."""
    rows: list[list[Callout]] = []
    left = 0.0
    for item in items:
        need = width_of(item.words) + GAP
        if not rows or need > left:
            rows.append([])
            left = span.length + GAP
        rows[-1].append(item)
        left -= need
    return rows


def _callout_row(
    row: Sequence[Callout], middles: Sequence[float], baseline: float, *, above: bool
) -> Iterator[str]:
    edge = baseline + 4 if above else baseline - SIZE + 1
    for item, middle in zip(row, middles, strict=True):
        yield thin(HAIR, polyline((middle, edge), item.target, tone="soft"))
        yield circle(*item.target, 1.6, "ink_soft")
        yield written(middle, baseline, item.words, tone=item.tone)


def _staggered(items: Sequence[Measure], span: Span) -> list[tuple[float, int]]:
    """Middle and row of each label: the first row where it touches none before it."""
    edges: list[float] = []
    placed: list[tuple[float, int]] = []
    for item in items:
        half = width_of(item.words) / 2
        wished = (item.start + item.end) / 2
        middle = max(min(wished, span.high - half), span.low + half)
        row = next((i for i, edge in enumerate(edges) if edge + GAP <= middle - half), len(edges))
        edges[row : row + 1] = [middle + half]
        placed.append((middle, row))
    return placed
