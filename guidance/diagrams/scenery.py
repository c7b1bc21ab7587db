"""What stands behind the person: rooms, trees, lamps, light that has melted into discs."""

from __future__ import annotations

from guidance.diagrams.drawing import (
    Sheet,
    Tone,
    circle,
    curve,
    group,
    path,
    points,
    polyline,
    rectangle,
)
from guidance.diagrams.person import HEIGHT_MM

DISCS: tuple[tuple[float, float, float, Tone], ...] = (
    (-0.36, 0.16, 0.15, "shade"),
    (-0.14, 0.05, 0.10, "veil"),
    (0.30, 0.12, 0.17, "veil"),
    (0.42, 0.34, 0.13, "shade"),
    (-0.46, 0.46, 0.18, "veil"),
    (0.22, 0.02, 0.07, "light"),
    (-0.26, 0.34, 0.06, "light"),
    (0.46, 0.56, 0.10, "veil"),
    (-0.38, 0.72, 0.12, "shade"),
)
"""Discs of a background out of focus: place and radius as shares of the sheet, and tone."""


def blur(sheet: Sheet) -> str:
    """A place that has melted: no edge is left, only tones and discs of light."""
    discs = (
        circle(x * sheet.width, sheet.top + y * sheet.height, size * sheet.height, tone)
        for x, y, size, tone in DISCS
    )
    return "".join(discs)


def room(sheet: Sheet) -> str:
    """A place one would know again: a window, a shelf with books, a plant, all sharp."""
    left, top = sheet.left, sheet.top
    across, down = sheet.width, sheet.height
    window_marks = _window(left + 0.05 * across, top + 0.07 * down, 0.25 * across, 0.46 * down)
    shelf = _shelf(left + 0.69 * across, top + 0.12 * down, 0.27 * across, 0.2 * down)
    floor = polyline((left, top + 0.86 * down), (left + across, top + 0.86 * down))
    return group(window_marks, shelf, floor, tone="soft")


def studio(sheet: Sheet, *, right: bool = True) -> str:
    """A paper roll behind the person; a softbox on its stand at the right."""
    edge = 0.3 * sheet.width
    roll = curve(
        (-edge, 0.02 * sheet.height - 100),
        ((-edge, 900), (-edge, HEIGHT_MM - 200), (-edge * 1.15, HEIGHT_MM + 60)),
    )
    bar = polyline((-edge - 60, -90), (edge + 60, -90))
    other = curve(
        (edge, 0.02 * sheet.height - 100),
        ((edge, 900), (edge, HEIGHT_MM - 200), (edge * 1.15, HEIGHT_MM + 60)),
    )
    if not right:
        return group(roll, polyline((-edge - 60, -90), (0, -90)), tone="soft")
    return group(roll, other, bar, tone="soft") + softbox(sheet.width / 2 - 300, 210)


def softbox(x: float, y: float) -> str:
    """A softbox on its stand, seen from the side: its bright face, and the bag behind it."""
    foot = HEIGHT_MM + 20
    stand = polyline((x + 130, y + 120), (x + 130, foot))
    legs = polyline((x, foot), (x + 130, foot - 190), (x + 260, foot))
    bag = ((x, y - 190), (x + 190, y - 20), (x + 190, y + 130), (x - 120, y + 290))
    bright = ((x, y - 190), (x - 34, y - 202), (x - 156, y + 280), (x - 120, y + 290))
    return (
        group(stand, legs, tone="soft")
        + polyline(*bag, tone="ink", closed=True)
        + polyline(*bright, tone="light", closed=True)
    )


def outdoors(sheet: Sheet, *, left: bool = True) -> str:
    """A tree, a path and the line of hills; `left` is false where only one half is drawn."""
    half = sheet.width / 2
    hills = curve((0, 760), ((160, 640), (300, 700), (half, 620)))
    ground = polyline((0, 1480), (half, 1480))
    tree = _tree(half - 300, 1480)
    if not left:
        return group(hills, ground, tree, tone="soft")
    hills_left = curve((-half, 820), ((-500, 700), (-200, 700), (0, 760)))
    ground_left = polyline((-half, 1480), (0, 1480))
    sun = circle(-half + 230, 120, 90, "light")
    return group(hills, hills_left, ground, ground_left, tree, tone="soft") + sun


def checks(from_mm: float, to_mm: float) -> list[str]:
    """Checks on the chest between two uprights, as lines 40 mm apart."""
    top_mm, bottom_mm, pitch_mm = 362, 760, 40
    uprights = range(int(from_mm), int(to_mm) + 1, pitch_mm)
    return [
        *(polyline((x, top_mm), (x, bottom_mm)) for x in uprights),
        *(polyline((from_mm, y), (to_mm, y)) for y in range(top_mm, bottom_mm, pitch_mm)),
    ]


def _window(x: float, y: float, width: float, height: float) -> str:
    middle, cross = x + width / 2, y + height * 0.4
    return (
        rectangle(x, y, width, height, "thing")
        + polyline((middle, y), (middle, y + height))
        + polyline((x, cross), (x + width, cross))
        + polyline((x - width * 0.12, y + height), (x + width * 1.12, y + height))
    )


def _shelf(x: float, y: float, width: float, height: float) -> str:
    shares = ((0.06, 0.62), (0.2, 0.78), (0.32, 0.7), (0.46, 0.55))
    books = (
        rectangle(x + share * width, y + height * (1 - tall), 0.11 * width, tall * height, "thing")
        for share, tall in shares
    )
    pot = circle(x + 0.8 * width, y + 0.78 * height, 0.16 * width, "thing")
    return "".join(books) + pot + polyline((x, y + height), (x + width, y + height))


def _tree(x: float, ground_y: float) -> str:
    crown = path(
        f"M{points((x - 60, 900))}"
        f"C{points((x - 320, 930), (x - 340, 610), (x - 170, 520))}"
        f"C{points((x - 180, 250), (x + 180, 230), (x + 190, 510))}"
        f"C{points((x + 360, 610), (x + 320, 930), (x + 60, 900))}Z",
        "thing",
    )
    return crown + polyline((x, 700), (x, ground_y))
