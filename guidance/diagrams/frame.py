"""The picture itself, as the lens sees it: who is in it, how large, and what is cut from it.

A frame is drawn at the scale of the plane of the eyes. The crown stands below the upper edge by
the share of :data:`guidance.framing.HEADROOM_SHARE`; the back rows of a group are raised so that
every face shows, which is a matter of steps and stools and not of the brief's numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

from guidance.brief.crops import crown_mm
from guidance.brief.sheet import Brief, FramingPlan
from guidance.diagrams.drawing import (
    Sheet,
    dashed,
    moved,
    polyline,
    rectangle,
    thin,
    window,
)
from guidance.diagrams.lettering import (
    GAP,
    HAIR,
    INSIDE,
    LEADING,
    SIZE,
    WIDTH,
    Measure,
    lines_of,
    measures,
    width_of,
    written,
)
from guidance.diagrams.person import neighbour, person
from guidance.diagrams.plate import LINE, Say, plate, told
from guidance.diagrams.stage import row_places
from guidance.framing import HEAD_HEIGHT_MM, HEADROOM_SHARE
from guidance.measures import count, metres, millimetres, percent
from guidance.texts import Quantity, Text, render, text
from guidance.texts import gettext_noop as _

TALLEST = 250.0
ROW_LIFT_MM = 190.0

BANNER = 1.6
"""Files wider than this, width over height, have a frame of their own with empty space (C1)."""


@dataclass(frozen=True, slots=True)
class FrameView:
    """From mm of the frame, from its upper left corner, to the plate."""

    scale: float
    left: float
    top: float
    width_mm: float
    height_mm: float

    def box(
        self, left_mm: float, top_mm: float, width_mm: float, height_mm: float
    ) -> tuple[float, float, float, float]:
        """Corner and sides of a rectangle of the frame."""
        scale = self.scale
        corner = (self.left + left_mm * scale, self.top + top_mm * scale)
        return (*corner, width_mm * scale, height_mm * scale)

    @property
    def right(self) -> float:
        return self.left + self.width_mm * self.scale

    @property
    def bottom(self) -> float:
        return self.top + self.height_mm * self.scale


def framing_plan_figure(brief: Brief, *, say: Say = render, id_prefix: str = "framing") -> str:
    """The frame with its sides, the share of the head, and what is wished of it.

    Where level files are due from an upright frame, the camera turned level is drawn too, with
    its empty space. The brief must be drawable.
    """
    framing = brief.framing
    space_mm = _space_mm(brief)
    width, height = (say(_side(side_mm, framing)) for side_mm in _sides_mm(framing))
    view = frame_view(framing, width_of(height) + 22, _HEAD_ROOM + 24, space_mm)
    marks = (
        _level(framing, view, space_mm, say(_SPACE)) if space_mm else "",
        picture(framing, view),
        _wished(framing, view),
        _upright(view, space_mm, height),
        _head(framing, view, say(_share(framing))),
    )
    across, depth = measures([Measure(view.left, view.right, width)], view.bottom + 10)
    described = _described(brief, say)
    return plate(view.bottom + 10 + depth, say(_TITLE), described, id_prefix, *marks, across)


_TITLE = text(_("The frame"), source="A3")
_SPACE = text(_("space"), source="C1 S41a S41c")
_SPACE_WORDS = text(
    _("For the level files the camera is turned, with empty space beside the person."),
    source="C1 S41a S41c",
)


def frame_view(
    framing: FramingPlan, before: float = 0, after: float = 0, space_mm: float = 0
) -> FrameView:
    """As large as fits with so much left free before and after it, and `space_mm` on its left."""
    low, high = INSIDE.low + before, INSIDE.high - after
    width_mm = framing.width_mm + space_mm
    scale = min((high - low) / width_mm, TALLEST / framing.height_mm)
    half = width_mm * scale / 2
    middle = max(min(WIDTH / 2, high - half), low + half)
    left = middle - half + space_mm * scale
    return FrameView(scale, left, LINE * 2, framing.width_mm, framing.height_mm)


def picture(framing: FramingPlan, view: FrameView) -> str:
    """The people in the frame, cut off at its edges, and the frame itself."""
    width, height = view.width_mm * view.scale, view.height_mm * view.scale
    sheet = Sheet(view.left, view.top, width, height, LINE)
    seen = window(sheet, sheet.ground(), _people(framing, view))
    return seen + rectangle(view.left, view.top, width, height)


def _people(framing: FramingPlan, view: FrameView) -> str:
    """The back rows first, each smaller by its distance; in a group neighbours differ."""
    middle = view.left + view.width_mm * view.scale / 2
    last = len(framing.rows) - 1
    pitch_mm = framing.depth_of_rows_mm / max(last, 1)
    marks = []
    for place, (row, across_mm) in sorted(enumerate(row_places(framing.rows)), reverse=True):
        scale = view.scale * framing.distance_mm / (framing.distance_mm + row * pitch_mm)
        top_mm = crown_mm(framing) + (last - row) * _lift_mm(framing)
        figure = person(view.height_mm) if (place + row) % 2 == 0 else neighbour()
        at = (middle + across_mm * scale, view.top + top_mm * view.scale)
        marks.append(thin(_line(view) / scale, moved(*at, figure, scale=scale)))
    return "".join(marks)


def _lift_mm(framing: FramingPlan) -> float:
    """How far each row's faces show above those before it, with all of them in the frame."""
    return min(ROW_LIFT_MM, 0.55 * framing.height_mm / max(len(framing.rows) - 1, 1))


def _line(view: FrameView) -> float:
    """Features stay fine in a small face."""
    return max(0.5, min(LINE, 4 * view.scale))


def _space_mm(brief: Brief) -> float:
    """How far a level frame reaches past the upright one where level files are due, else 0."""
    framing = brief.framing
    level = any(1 < due.width_px / due.height_px <= BANNER for due in brief.deliverables)
    return max(framing.height_mm - framing.width_mm, 0.0) if level else 0.0


def _level(framing: FramingPlan, view: FrameView, space_mm: float, words: str) -> str:
    """The frame of the camera turned level: the same crown, the empty space on the left."""
    top_mm = crown_mm(framing) - HEADROOM_SHARE * framing.width_mm
    x, y, width, height = view.box(-space_mm, top_mm, framing.height_mm, framing.width_mm)
    label = written(x + space_mm * view.scale / 2, y + height / 2, words, tone="note")
    return (
        rectangle(x, y, width, height, "veil") + dashed(rectangle(x, y, width, height), 3) + label
    )


def _wished(framing: FramingPlan, view: FrameView) -> str:
    """What the framing asks for, where the lens sees more."""
    if framing.wished_mm >= 0.98 * framing.field_mm:
        return ""
    x, y, width, height = view.box(*wished_box_mm(framing))
    return dashed(rectangle(x, y, width, height, "ray"), 4)


def wished_box_mm(framing: FramingPlan) -> tuple[float, float, float, float]:
    """The wished part of the frame in mm, with its own air above the crown."""
    share = framing.wished_mm / framing.field_mm
    width_mm, height_mm = framing.width_mm * share, framing.height_mm * share
    top_mm = crown_mm(framing) - HEADROOM_SHARE * height_mm
    return (framing.width_mm - width_mm) / 2, top_mm, width_mm, height_mm


def _upright(view: FrameView, space_mm: float, words: str) -> str:
    """The height of the frame, on its left."""
    x = view.left - space_mm * view.scale - 10
    ticks = (polyline((x - 3.5, y), (x + 3.5, y), tone="measure") for y in (view.top, view.bottom))
    line = polyline((x, view.top), (x, view.bottom), tone="measure")
    label = written(x - GAP, (view.top + view.bottom) / 2 + SIZE / 3, words, anchor="end")
    return thin(HAIR, line, *ticks) + label


def _head(framing: FramingPlan, view: FrameView, words: str) -> str:
    """Crown and chin of a face in front, and how much of the height lies between them."""
    top_mm = crown_mm(framing) + (len(framing.rows) - 1) * _lift_mm(framing)
    top, bottom = (view.top + y * view.scale for y in (top_mm, top_mm + HEAD_HEIGHT_MM))
    x = view.right + 10
    outermost_mm = max(across for row, across in row_places(framing.rows) if row == 0)
    edge = view.left + (view.width_mm / 2 + outermost_mm + 90) * view.scale
    guides = (
        dashed(polyline((min(edge, view.right), y), (x + 3.5, y), tone="ray"), 2.5)
        for y in (top, bottom)
    )
    line = polyline((x, top), (x, bottom), tone="measure")
    lines = lines_of(words, _HEAD_ROOM)
    first = max((top + bottom) / 2 + SIZE / 3 - LEADING * (len(lines) - 1) / 2, SIZE)
    labels = (
        written(x + GAP, first + row * LEADING, part, anchor="start")
        for row, part in enumerate(lines)
    )
    return thin(HAIR, *guides, line) + "".join(labels)


_HEAD_ROOM = 38.0
"""Width of the words beside the head."""


def _sides_mm(framing: FramingPlan) -> tuple[float, float]:
    return framing.width_mm, framing.height_mm


def _side(length_mm: float, framing: FramingPlan) -> Text:
    return text("{length}", source="A3", length=_length(length_mm, framing))


def _length(length_mm: float, framing: FramingPlan) -> Quantity:
    """Small frames in millimetres, large ones in metres."""
    return millimetres(length_mm) if max(_sides_mm(framing)) < 1000 else metres(length_mm)


def _share(framing: FramingPlan) -> Text:
    share = percent(HEAD_HEIGHT_MM / framing.height_mm)
    return text(_("head {share}"), source="A3", share=share)


def _described(brief: Brief, say: Say) -> str:
    framing = brief.framing
    upright = framing.height_mm >= framing.width_mm
    turned = (
        _("Camera upright: the frame holds {width} across and {height} from top to bottom.")
        if upright
        else _("Camera level: the frame holds {width} across and {height} from top to bottom.")
    )
    sides = [_length(side_mm, framing) for side_mm in _sides_mm(framing)]
    share = percent(HEAD_HEIGHT_MM / framing.height_mm)
    sentences = [
        text(turned, source="A3", width=sides[0], height=sides[1]),
        text(_("A head fills {share} of its height."), source="A3", share=share),
    ]
    if sum(framing.rows) > 1:
        people, rows = count(sum(framing.rows)), count(len(framing.rows))
        group = _("People in the frame: {people}, in rows: {rows}.")
        sentences.append(text(group, source="A3 D4", people=people, rows=rows))
    if framing.wished_mm < 0.98 * framing.field_mm:
        wished = _("The dashed part, {length} along the long side, is what is wished.")
        sentences.append(text(wished, source="A3 A5", length=_length(framing.wished_mm, framing)))
    if _space_mm(brief):
        sentences.append(_SPACE_WORDS)
    return told(say, *sentences)
