"""The picture itself, as the lens sees it: who is in it and how large, cut off at its edges.

A frame is drawn at the scale of the plane of the eyes. The crown stands below the upper edge as
in :func:`guidance.brief.crops.crown_mm`; the back rows of a group are raised so that every face
shows, which is a matter of steps and stools and not of the brief's numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

from guidance.brief.crops import crown_mm
from guidance.brief.sheet import FramingPlan
from guidance.diagrams.drawing import Sheet, moved, rectangle, thin, window
from guidance.diagrams.lettering import INSIDE, WIDTH
from guidance.diagrams.person import neighbour, person
from guidance.diagrams.plate import LINE
from guidance.diagrams.stage import row_places

TALLEST = 250.0
ROW_LIFT_MM = 190.0


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


def frame_view(
    framing: FramingPlan,
    before: float = 0,
    after: float = 0,
    space_mm: float = 0,
    top: float = LINE * 2,
    tallest: float = TALLEST,
) -> FrameView:
    """As large as fits with so much left free before and after it, and `space_mm` on its left."""
    low, high = INSIDE.low + before, INSIDE.high - after
    width_mm = framing.width_mm + space_mm
    scale = min((high - low) / width_mm, tallest / framing.height_mm)
    half = width_mm * scale / 2
    middle = max(min(WIDTH / 2, high - half), low + half)
    left = middle - half + space_mm * scale
    return FrameView(scale, left, top, framing.width_mm, framing.height_mm)


def picture(framing: FramingPlan, view: FrameView) -> str:
    """The people in the frame, cut off at its edges, and the frame itself."""
    width, height = view.width_mm * view.scale, view.height_mm * view.scale
    sheet = Sheet(view.left, view.top, width, height, LINE)
    seen = window(sheet, sheet.ground(), _people(framing, view))
    return seen + rectangle(view.left, view.top, width, height)


def _people(framing: FramingPlan, view: FrameView) -> str:
    """The back rows first, each smaller by its distance; in a group neighbours differ."""
    middle = view.left + view.width_mm * view.scale * framing.middle
    last = len(framing.rows) - 1
    pitch_mm = framing.depth_of_rows_mm / max(last, 1)
    marks = []
    for place, (row, across_mm) in sorted(enumerate(row_places(framing.rows)), reverse=True):
        scale = view.scale * framing.distance_mm / (framing.distance_mm + row * pitch_mm)
        top_mm = crown_mm(framing) + (last - row) * lift_mm(framing)
        figure = person(view.height_mm) if (place + row) % 2 == 0 else neighbour()
        at = (middle + across_mm * scale, view.top + top_mm * view.scale)
        marks.append(thin(_line(view) / scale, moved(*at, figure, scale=scale)))
    return "".join(marks)


def lift_mm(framing: FramingPlan) -> float:
    """How far each row's faces show above those before it, with all of them in the frame."""
    return min(ROW_LIFT_MM, 0.55 * framing.height_mm / max(len(framing.rows) - 1, 1))


def _line(view: FrameView) -> float:
    """Features stay fine in a small face."""
    return max(0.5, min(LINE, 4 * view.scale))
