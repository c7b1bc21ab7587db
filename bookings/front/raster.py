"""Our own figures as pixels: the few SVG shapes of `guidance.diagrams`, drawn with Pillow.

For the picture of a shared link, because the places that show it take no SVG. It reads what
our figures are made of (paths of curves, circles, rectangles, groups, drawings inside drawings)
and nothing else.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import cos, radians, sin
from typing import NamedTuple
from xml.etree import ElementTree as ET

from PIL import Image, ImageColor, ImageDraw

Point = tuple[float, float]

STEPS_OF_A_CURVE = 16
NUMBERS = re.compile(r"-?\d*\.?\d+(?:e-?\d+)?")
COMMANDS = re.compile(r"([MLCZ])([^MLCZ]*)")
TRANSFORMS = re.compile(r"(translate|scale|rotate)\(([^)]*)\)")


class Affine(NamedTuple):
    """x' = a x + c y + e, y' = b x + d y + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def __call__(self, point: Point) -> Point:
        x, y = point
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, first: "Affine") -> "Affine":
        """This one, once `first` is done."""
        a, b, c, d, e, f = first
        along, down = self((e, f))
        return Affine(
            self.a * a + self.c * b,
            self.b * a + self.d * b,
            self.a * c + self.c * d,
            self.b * c + self.d * d,
            along,
            down,
        )

    @property
    def scale(self) -> float:
        """How much longer lines get."""
        return float(abs(self.a * self.d - self.b * self.c) ** 0.5)


class Box(NamedTuple):
    """A rectangle of pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def within(self, other: "Box") -> "Box":
        """What both have in common."""
        return Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True)
class Pen:
    """What a shape inherits from what it lies in."""

    to_pixels: Affine
    clip: Box
    color: str
    fill: str = "#000000"
    stroke: str = "none"
    width: float = 1.0
    opacity: float = 1.0

    def for_(self, attributes: Mapping[str, str]) -> "Pen":
        """The pen with what `attributes` change."""
        color = attributes.get("color", self.color)
        return replace(
            self,
            to_pixels=self.to_pixels.after(_transform(attributes.get("transform", ""))),
            color=color,
            fill=attributes.get("fill", self.fill),
            stroke=attributes.get("stroke", self.stroke),
            width=float(attributes.get("stroke-width", self.width)),
            opacity=float(attributes.get("fill-opacity", self.opacity)),
        )


def draw_figure(image: Image.Image, svg: str, box: Box, ink: str) -> None:
    """Draw the figure `svg` over all of `box` of `image`, cut at its edges; `ink` is its line."""
    root = ET.fromstring(svg)  # noqa: S314 - our own figures only
    pen = Pen(Affine(1, 0, 0, 1, 0, 0), box, ink)
    _draw_inside(image, root, pen, box, covers=True)


def _draw_inside(
    image: Image.Image, svg: ET.Element, pen: Pen, place: Box, *, covers: bool = False
) -> None:
    """Draw the children of an `svg` element whose view is fitted into `place`, or covers it."""
    left, top, width, height = _numbers(svg.attrib["viewBox"])
    wide, high = place.right - place.left, place.bottom - place.top
    scale = (max if covers else min)(wide / width, high / height)
    view = Affine(
        scale,
        0,
        0,
        scale,
        place.left + (wide - width * scale) / 2 - left * scale,
        place.top + (high - height * scale) / 2 - top * scale,
    )
    inherited = pen.for_({**svg.attrib, "transform": ""})
    inside = replace(inherited, to_pixels=view, clip=place.within(pen.clip))
    for child in svg:
        _draw(image, child, inside)


def _draw(image: Image.Image, element: ET.Element, pen: Pen) -> None:
    kind = element.tag.rpartition("}")[2]
    given = element.attrib
    if kind == "svg":
        x, y, width, height = (float(given[name]) for name in ("x", "y", "width", "height"))
        place = Box(*pen.to_pixels((x, y)), *pen.to_pixels((x + width, y + height)))
        _draw_inside(image, element, pen, place)
        return
    own = pen.for_(given)
    if kind == "g":
        for child in element:
            _draw(image, child, own)
    elif kind in OUTLINES:
        for points, is_closed in OUTLINES[kind](given):
            _paint(image, [own.to_pixels(point) for point in points], own, is_closed=is_closed)


def _paint(image: Image.Image, points: list[Point], pen: Pen, *, is_closed: bool) -> None:
    """Fill, then stroke; only the pixels round the shape are touched, and none outside the clip."""
    thick = pen.width * pen.to_pixels.scale if pen.stroke != "none" else 0
    across, down = zip(*points, strict=True)
    reach = Box(
        min(across) - thick, min(down) - thick, max(across) + thick, max(down) + thick
    ).within(pen.clip)
    left, top, right, bottom = (round(edge) for edge in reach)
    if right <= left or bottom <= top:
        return
    moved = [(x - left, y - top) for x, y in points]
    if pen.fill != "none":
        mask = Image.new("L", (right - left, bottom - top))
        ImageDraw.Draw(mask).polygon(moved, fill=round(255 * pen.opacity))
        image.paste(_rgb(pen.fill, pen.color), (left, top), mask)
    if thick:
        mask = Image.new("L", (right - left, bottom - top))
        _stroke(ImageDraw.Draw(mask), [*moved, moved[0]] if is_closed else moved, thick)
        image.paste(_rgb(pen.stroke, pen.color), (left, top), mask)


def _stroke(mask: ImageDraw.ImageDraw, points: list[Point], thick: float) -> None:
    mask.line(points, fill=255, width=max(1, round(thick)), joint="curve")
    for x, y in (points[0], points[-1]):
        mask.circle((x, y), thick / 2, fill=255)


def _rgb(color: str, current: str) -> tuple[int, ...]:
    return ImageColor.getrgb(current if color == "currentColor" else color)


def _path(given: Mapping[str, str]) -> Iterator[tuple[list[Point], bool]]:
    points: list[Point] = []
    for command, written in COMMANDS.findall(given["d"]):
        numbers = _numbers(written)
        pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
        if command == "M" and points:
            yield points, False
            points = []
        if command == "Z":
            yield points, True
            points = []
        elif command == "C":
            for at in range(0, len(pairs), 3):
                points += _curve(points[-1], *pairs[at : at + 3])
        else:
            points += pairs
    if points:
        yield points, False


def _curve(start: Point, first: Point, second: Point, end: Point) -> Iterator[Point]:
    for step in range(1, STEPS_OF_A_CURVE + 1):
        t = step / STEPS_OF_A_CURVE
        shares = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
        corners = (start, first, second, end)
        yield (
            sum(share * x for share, (x, _y) in zip(shares, corners, strict=True)),
            sum(share * y for share, (_x, y) in zip(shares, corners, strict=True)),
        )


def _circle(given: Mapping[str, str]) -> Iterator[tuple[list[Point], bool]]:
    x, y, r = (float(given[name]) for name in ("cx", "cy", "r"))
    turns = (radians(angle) for angle in range(0, 360, 4))
    yield [(x + r * cos(turn), y + r * sin(turn)) for turn in turns], True


def _rectangle(given: Mapping[str, str]) -> Iterator[tuple[list[Point], bool]]:
    x, y, width, height = (float(given.get(name, 0)) for name in ("x", "y", "width", "height"))
    yield [(x, y), (x + width, y), (x + width, y + height), (x, y + height)], True


OUTLINES = {"path": _path, "circle": _circle, "rect": _rectangle}


def _transform(written: str) -> Affine:
    found = Affine(1, 0, 0, 1, 0, 0)
    for name, numbers in TRANSFORMS.findall(written):
        given = _numbers(numbers)
        if name == "translate":
            step = Affine(1, 0, 0, 1, given[0], given[1] if len(given) > 1 else 0)
        elif name == "scale":
            step = Affine(given[0], 0, 0, given[-1], 0, 0)
        else:
            turn = radians(given[0])
            step = Affine(cos(turn), sin(turn), -sin(turn), cos(turn), 0, 0)
        found = found.after(step)
    return found


def _numbers(written: str) -> list[float]:
    return [float(number) for number in NUMBERS.findall(written)]
