"""What is cut from the main frame for each file, and which files need a frame of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from guidance.brief.sheet import Brief, Crop
from guidance.diagrams.drawing import Point, Tone, circle, dashed, polyline, rectangle, thin
from guidance.diagrams.frame import FrameView, frame_view, picture
from guidance.diagrams.lettering import HAIR, INSIDE, SIZE, paragraph, written
from guidance.diagrams.plate import LINE, Say, plate, told
from guidance.measures import count, pixels
from guidance.texts import Text, render, text
from guidance.texts import gettext_noop as _

ROUND_USES = frozenset({"online_profile", "social_profile", "personal_brand"})
"""Uses whose square picture is shown as a circle (C1, S26a)."""

DOT = 8.0
"""Radius of the dot that carries a crop's number."""

AWAY = (0.0, 18.0, 36.0, 54.0, 72.0)
"""How far from its outline a number may stand where others are in the way."""

KEY_INDENT = 24.0


def crops_figure(brief: Brief, *, say: Say = render, id_prefix: str = "crops") -> str:
    """The main frame with every crop in it, numbered; below it the key with names and pixels.

    Files that need a frame of their own stand in the key with the reason. The brief must be
    drawable.
    """
    view = frame_view(brief.framing)
    numbered = list(enumerate(brief.crops, start=1))
    inside = [(number, crop) for number, crop in numbered if crop.own_frame is None]
    outlines = [_outline(crop, view) for _number, crop in inside]
    key, height = _key(numbered, view.bottom + 22, say)
    marks = (picture(brief.framing, view), *outlines, *_dots(inside, view), key)
    described = _described([crop for _number, crop in numbered], say)
    return plate(height, say(_TITLE), described, id_prefix, *marks)


def crop_figure(brief: Brief, crop: Crop, *, say: Say = render, id_prefix: str = "crop") -> str:
    """One file in the main frame, the rest of it shaded, or why it needs a frame of its own.

    The brief must be drawable.
    """
    view = frame_view(brief.framing)
    marks = [picture(brief.framing, view)]
    if crop.own_frame is None:
        marks += [*_shade(crop, view), _outline(crop, view)]
    words, height = paragraph(INSIDE.low, view.bottom + 20, say(_entry(crop)), INSIDE.length)
    title = say(text("{name}", source="A5 C1", name=crop.name))
    return plate(
        view.bottom + 12 + height, title, _described([crop], say), id_prefix, *marks, words
    )


_TITLE = text(_("What is cut from the frame"), source="A5")
_NO_CROPS = text(_("No file is cut from this frame."), source="A5")


def is_round(crop: Crop) -> bool:
    """Whether the file is shown as a circle."""
    return crop.use in ROUND_USES and abs(crop.width_mm - crop.height_mm) < 1


def _outline(crop: Crop, view: FrameView) -> str:
    x, y, width, height = view.box(crop.left_mm, crop.top_mm, crop.width_mm, crop.height_mm)
    square = _edged(lambda tone: rectangle(x, y, width, height, tone))
    if not is_round(crop):
        return square
    around = _edged(lambda tone: circle(x + width / 2, y + height / 2, width / 2, tone))
    return dashed(rectangle(x, y, width, height, "ray"), 2.5) + around


def _edged(draw: Callable[[Tone], str]) -> str:
    """A line that stands out from dark clothes as well as from a light ground."""
    return thin(2.4, draw("halo")) + thin(1.2, draw("ray"))


def _shade(crop: Crop, view: FrameView) -> Iterator[str]:
    """All of the frame that the crop leaves away."""
    x, y, width, height = view.box(crop.left_mm, crop.top_mm, crop.width_mm, crop.height_mm)
    far, low = x + width, y + height
    sides = (
        (view.left, view.top, view.right - view.left, y - view.top),
        (view.left, low, view.right - view.left, view.bottom - low),
        (view.left, y, x - view.left, height),
        (far, y, view.right - far, height),
    )
    for left, top, across, down in sides:
        if across > 0.05 and down > 0.05:
            yield rectangle(left, top, across, down, "away")


def _dots(inside: Sequence[tuple[int, Crop]], view: FrameView) -> list[str]:
    """Each crop's number on its outline, or as near to it as the others' leave room."""
    taken: list[Point] = []
    marks: list[str] = []
    for number, crop in inside:
        box = view.box(crop.left_mm, crop.top_mm, crop.width_mm, crop.height_mm)
        places = list(chain.from_iterable(_rim(box, away, view.bottom) for away in AWAY))
        free = (at for at in places if all(_apart(at, other) for other in taken))
        at = next(free, places[0])
        taken.append(at)
        x, y, width, height = box
        edge = (min(max(at[0], x), x + width), min(max(at[1], y), y + height))
        lead = thin(HAIR, polyline(edge, at)) if edge != at else ""
        marks.append(
            lead + circle(*at, DOT, "ink") + written(*_baseline(at), str(number), tone="paper")
        )
    return marks


def _baseline(at: Point) -> Point:
    return at[0], at[1] + SIZE / 3


def _rim(box: tuple[float, float, float, float], away: float, lowest: float) -> Iterator[Point]:
    """Points around a rectangle: down the right side, up the left, then along the foot."""
    x, y, width, height = box[0] - away, box[1] - away, box[2] + 2 * away, box[3] + 2 * away
    steps = [(place + 0.5) / 9 for place in range(9)]
    around = [(x + width, y + step * height) for step in steps]
    around += [(x, y + height - step * height) for step in steps]
    around += [(x + step * width, y + height) for step in steps]
    return (
        (_within(at, INSIDE.low, INSIDE.high), _within(down, LINE, lowest)) for at, down in around
    )


def _within(middle: float, low: float, high: float) -> float:
    return min(max(middle, low + DOT), high - DOT)


def _apart(one: Point, other: Point) -> bool:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 >= (2 * DOT + 2) ** 2


def _key(numbered: Sequence[tuple[int, Crop]], first: float, say: Say) -> tuple[str, float]:
    """Names and pixels by number, one below the other, and where the plate ends."""
    if not numbered:
        marks, height = paragraph(INSIDE.low, first, say(_NO_CROPS), INSIDE.length)
        return marks, first + height - 8
    entries: list[str] = []
    y = first
    for number, crop in numbered:
        cut = crop.own_frame is None
        dot = circle(INSIDE.low + DOT, y - 4, DOT, "ink" if cut else "line")
        figure = written(INSIDE.low + DOT, y, str(number), tone="paper" if cut else "ink")
        words, height = paragraph(
            INSIDE.low + KEY_INDENT, y, say(_entry(crop)), INSIDE.length - KEY_INDENT
        )
        entries.append(dot + figure + words)
        y += height + 6
    return "".join(entries), y - SIZE + 2


def _entry(crop: Crop) -> Text:
    if crop.own_frame is not None:
        return text(
            _("{name}: a frame of its own; {why}"), source="A5", name=crop.name, why=crop.own_frame
        )
    return text(
        _("{name}: {width}\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}{height}"),
        source="A5 C1",
        name=crop.name,
        width=count(crop.width_px),
        height=pixels(crop.height_px),
    )


def _described(crops: Sequence[Crop], say: Say) -> str:
    return told(say, *(_entry(crop) for crop in crops)) or say(_NO_CROPS)
