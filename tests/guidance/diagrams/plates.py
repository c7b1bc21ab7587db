"""The brief's own figures for the tests, and what can be read out of a drawing."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from xml.etree import ElementTree as ET

from guidance import diagrams
from guidance.brief import Brief
from guidance.diagrams.lettering import SIZE, width_of
from tests.guidance.brief.shoots import brief
from tests.guidance.people import PEOPLE

SVG = "{http://www.w3.org/2000/svg}"
Point = tuple[float, float]
Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
Draw = Callable[..., str]

FIGURES: Mapping[str, Draw] = MappingProxyType(
    {
        "framing": diagrams.framing_plan_figure,
        "crops": diagrams.crops_figure,
        "room": diagrams.room_figure,
        "side": diagrams.side_figure,
        "sharpness": diagrams.sharpness_figure,
    }
)
"""Every figure that takes a whole brief."""


@cache
def brief_of(person: str) -> Brief:
    """The brief for one of the people of the routing examples, in the studio's room."""
    return brief(**PEOPLE[person])


def parsed(drawing: str) -> ET.Element:
    return ET.fromstring(drawing)  # noqa: S314  our own drawing


def marks(root: ET.Element, tag: str, tone: str = "") -> list[ET.Element]:
    """Elements of one kind, those of one tone where it is named."""
    found = root.iter(f"{SVG}{tag}")
    return [mark for mark in found if not tone or mark.get("class") == f"figure-{tone}"]


def words(root: ET.Element) -> list[str]:
    """Every text as it reads, over its lines."""
    return [" ".join(text.itertext()) for text in marks(root, "text")]


def described(root: ET.Element) -> str:
    (description,) = marks(root, "desc")
    return description.text or ""


def corners(path: ET.Element) -> list[Point]:
    """The points of a path that was drawn with absolute coordinates."""
    numbers = [float(number) for number in re.findall(r"-?[\d.]+(?:e[-+]?\d+)?", path.attrib["d"])]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def points_drawn(root: ET.Element) -> Iterator[Point]:
    """Every coordinate on the plate, moved, turned and scaled as it is shown.

    What a nested window cuts off is not looked at, only the window.
    """
    for child in root:
        yield from _points(child, (1, 0, 0, 1, 0, 0))


def text_boxes(root: ET.Element) -> Iterator[tuple[str, Box]]:
    """Each line of words with the box it fills: left, top, right, bottom."""
    for text in marks(root, "text"):
        lines = [text] if text.text else list(text)
        for line in lines:
            width = width_of(line.text or "")
            x, y = float(line.attrib["x"]), float(line.attrib["y"])
            left = x - {"start": 0, "middle": width / 2, "end": width}[text.attrib["text-anchor"]]
            yield line.text or "", (left, y - 0.75 * SIZE, left + width, y + 0.2 * SIZE)


def _points(mark: ET.Element, matrix: Matrix) -> Iterator[Point]:
    tag = mark.tag.removeprefix(SVG)
    matrix = _times(matrix, _matrix(mark.get("transform", "")))
    number = {name: float(mark.get(name, "0")) for name in ("x", "y", "width", "height")}
    if tag == "path":
        yield from (_moved(matrix, point) for point in corners(mark))
    elif tag in {"rect", "svg"}:
        far = (number["x"] + number["width"], number["y"] + number["height"])
        near = (number["x"], number["y"])
        yield from (_moved(matrix, (x, y)) for x in (near[0], far[0]) for y in (near[1], far[1]))
    elif tag == "circle":
        x, y, radius = (float(mark.attrib[name]) for name in ("cx", "cy", "r"))
        yield from (_moved(matrix, (x + step, y + step)) for step in (-0.7 * radius, 0.7 * radius))
    if tag == "g":
        for child in mark:
            yield from _points(child, matrix)


def _matrix(transform: str) -> Matrix:
    matrix: Matrix = (1, 0, 0, 1, 0, 0)
    for name, inside in re.findall(r"(\w+)\(([^)]*)\)", transform):
        numbers = [float(number) for number in inside.split()]
        matrix = _times(matrix, _step(name, numbers))
    return matrix


def _step(name: str, numbers: list[float]) -> Matrix:
    if name == "translate":
        return (1, 0, 0, 1, numbers[0], numbers[1])
    if name == "scale":
        return (numbers[0], 0, 0, numbers[0], 0, 0)
    turn = math.radians(numbers[0])
    return (math.cos(turn), math.sin(turn), -math.sin(turn), math.cos(turn), 0, 0)


def _times(one: Matrix, two: Matrix) -> Matrix:
    a, b, c, d, *_shift = one
    g, h, i, j, k, m = two
    moved = _moved(one, (k, m))
    return (a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, *moved)


def _moved(matrix: Matrix, point: Point) -> Point:
    a, b, c, d, e, f = matrix
    return a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f
