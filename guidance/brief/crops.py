"""Which files the main frame gives, as rectangles in it, and which need a frame of their own (A5).

Millimetres lie in the plane of the eyes and count from the frame's upper left corner.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import replace
from typing import NamedTuple

from guidance.brief.answer_phrases import USES
from guidance.brief.sheet import Crop, FramingPlan
from guidance.brief.shoot import Shoot, is_banner, is_titled
from guidance.framing import (
    FRAMINGS,
    HEAD_HEIGHT_MM,
    HEADROOM_SHARE,
    PERSON_WIDTH_MM,
    rank_lenses,
)
from guidance.measures import metres, millimetres, pixels
from guidance.optics import crop_yield_px
from guidance.outputs import Output
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _
from guidance.vocabulary import Use

EYES_BELOW_CROWN_MM = 108.0
FIGURE_MM = 1700.0
"""Crown to soles (GK); the figures of :mod:`guidance.diagrams.person` have the same measures."""

RATIO_ROUNDING = 0.0005

LEAST_FEET_SHARE = 0.03
"""Ground under the feet, as a share of the frame's height (GK)."""


class Rectangle(NamedTuple):
    """A part of the main frame in mm, from its upper left corner."""

    left_mm: float
    top_mm: float
    width_mm: float
    height_mm: float


def crops(shoot: Shoot, plan: FramingPlan) -> tuple[Crop, ...]:
    """One crop for each file that is due, in the same order."""
    names = _names(shoot.outputs)
    return tuple(replace(_crop(shoot, plan, row), name=names[row]) for row in shoot.outputs)


def _names(rows: tuple[Output, ...]) -> dict[Output, Text]:
    """Each file's title, with its use where another use has a file of that title."""
    titles = Counter(row.title for row in rows)
    return {row: row.title if titles[row.title] == 1 else _for_use(row) for row in rows}


def _for_use(row: Output) -> Text:
    return text(_("{name}, for {use}"), source=row.source, name=row.title, use=USES[Use(row.use)])


def crown_mm(plan: FramingPlan) -> float:
    """Where the crown of the (tallest) head stands in the frame."""
    return _crown_share(plan) * plan.height_mm


def _crown_share(plan: FramingPlan) -> float:
    return plan.empty_above + HEADROOM_SHARE * (1 - plan.empty_above)


def _crop(shoot: Shoot, plan: FramingPlan, row: Output) -> Crop:
    cut = _cut(shoot, plan, row)
    if isinstance(cut, Rectangle):
        width_px, height_px = _pixels(shoot, plan, cut)
        if row.full_size or (width_px >= row.width_px and height_px >= row.height_px):
            return Crop(row.use, row.title, *cut, width_px, height_px)
        cut = _too_few_pixels(shoot, plan, cut)
    return Crop(row.use, row.title, 0.0, 0.0, 0.0, 0.0, 0, 0, own_frame=cut)


def _pixels(shoot: Shoot, plan: FramingPlan, cut: Rectangle) -> tuple[int, int]:
    """What the camera leaves of a rectangle (A5)."""
    sides_mm = (cut.width_mm, cut.height_mm)
    width_px, height_px = (
        crop_yield_px(shoot.kit.long_side_px, plan.field_mm, min(side_mm, plan.field_mm))
        for side_mm in sides_mm
    )
    return round(width_px), round(height_px)


def _cut(shoot: Shoot, plan: FramingPlan, row: Output) -> Rectangle | Text:
    """The row's rectangle in the main frame, or why there is none."""
    if row not in shoot.main_outputs:
        return FURTHER_SET_UP
    otherwise = _framed_otherwise(shoot, plan, row)
    if otherwise is not None:
        return otherwise
    if shoot.is_group:
        return _cut_group(shoot, plan, row)
    if row.head_share is not None:
        return _cut_to_head(shoot, plan, row, row.head_share)
    return _cut_free(shoot, plan, row)


FURTHER_SET_UP = text(_("taken in a further set-up, with light of its own"), source="A5 T5")
_HEADS_OF_A_GROUP = text(
    _("heads in a group are too small for it; take each person alone, close"), claims=(20,)
)


def _cut_group(shoot: Shoot, plan: FramingPlan, row: Output) -> Rectangle | Text:
    if row.head_share is not None:
        return _HEADS_OF_A_GROUP
    height_mm = max(_composed_mm(plan), _height_for_pixels_mm(shoot, plan, row))
    cut = _largest(plan, row.ratio, height_mm)
    people_mm = max(plan.rows) * PERSON_WIDTH_MM
    if cut.width_mm >= people_mm:
        return cut
    field_mm = max(_upright_field_mm(shoot, people_mm), people_mm / row.ratio)
    return _from_farther(shoot, _LOSES_PEOPLE, field_mm)


def _framed_otherwise(shoot: Shoot, plan: FramingPlan, row: Output) -> Text | None:
    """Why the row has a frame of its own among those of :mod:`guidance.brief.negative_space`."""
    is_upright = plan.width_mm < plan.height_mm
    if is_banner(row) and (is_upright or shoot.is_group):
        return _SPACE_BESIDE
    if is_titled(row) and not (shoot.is_group or plan.empty_above):
        return _SPACE_ABOVE
    return _LEVEL if row.ratio > 1 and is_upright else None


_SPACE_BESIDE = text(_("it needs empty space beside, as given under the framing"), source="A5 C1")
_SPACE_ABOVE = text(
    _("it needs empty space above the head, as given under the framing"), source="A5 C4"
)
_LEVEL = text(_("turn the camera level, as given under the framing"), source="A5 C1")


def _cut_to_head(
    shoot: Shoot, plan: FramingPlan, row: Output, head_share: tuple[float, float]
) -> Rectangle | Text:
    """As high as the head's share asks for: the middle of it, or what frame and pixels allow."""
    least, most = head_share
    tightest_mm, loosest_mm = HEAD_HEIGHT_MM / most, HEAD_HEIGHT_MM / least
    room_mm = min(loosest_mm, plan.height_mm, plan.width_mm / row.ratio)
    if room_mm < tightest_mm:
        field_mm = max(tightest_mm, _upright_field_mm(shoot, tightest_mm * row.ratio))
        return _from_farther(shoot, _TOO_TIGHT, field_mm)
    wished_mm = max(2 * HEAD_HEIGHT_MM / (least + most), _height_for_pixels_mm(shoot, plan, row))
    height_mm = min(max(wished_mm, tightest_mm), room_mm)
    top_mm = _top_mm(plan, height_mm)
    if row.eye_line is not None:
        top_mm = _top_for_eyes_mm(plan, height_mm, row.eye_line)
    return _placed(plan, row.ratio, height_mm, top_mm)


def _cut_free(shoot: Shoot, plan: FramingPlan, row: Output) -> Rectangle | Text:
    """The framing as it was wished, in the row's ratio; more of the frame if pixels want it."""
    framing = FRAMINGS.get(plan.name)
    wished_mm = _composed_mm(plan)
    if framing is not None and not (row.whole_frame or is_titled(row)):
        wished_mm = min(wished_mm, framing.field_mm)
    height_mm = max(wished_mm, _height_for_pixels_mm(shoot, plan, row))
    cut = _largest(plan, row.ratio, height_mm)
    if plan.name == "full" and not _holds_feet(plan, cut):
        figure_mm = FIGURE_MM / (1 - HEADROOM_SHARE - LEAST_FEET_SHARE)
        field_mm = max(figure_mm, _upright_field_mm(shoot, figure_mm * row.ratio))
        return _from_farther(shoot, _LOSES_FEET, field_mm)
    return cut


def _composed_mm(plan: FramingPlan) -> float:
    """The height that the framing asks for: less than the frame's where the lens sees more."""
    return plan.wished_mm / plan.field_mm * plan.height_mm


def _holds_feet(plan: FramingPlan, cut: Rectangle) -> bool:
    return cut.top_mm + cut.height_mm >= crown_mm(plan) + FIGURE_MM


def _largest(plan: FramingPlan, ratio: float, height_mm: float) -> Rectangle:
    """As much of `height_mm` as fits the frame in this ratio."""
    fitting_mm = min(height_mm, plan.height_mm, plan.width_mm / ratio)
    return _placed(plan, ratio, fitting_mm, _top_mm(plan, fitting_mm))


def _placed(plan: FramingPlan, ratio: float, height_mm: float, top_mm: float) -> Rectangle:
    width_mm = height_mm * ratio
    # A ratio of whole pixels, as 1365 to 2048, means the frame's own.
    if math.isclose(width_mm, plan.width_mm, rel_tol=RATIO_ROUNDING):
        width_mm = plan.width_mm
    return Rectangle((plan.width_mm - width_mm) * plan.middle, top_mm, width_mm, height_mm)


def _top_mm(plan: FramingPlan, height_mm: float) -> float:
    """With the same share of air above the crown as the main frame has."""
    return min(crown_mm(plan) - _crown_share(plan) * height_mm, plan.height_mm - height_mm)


def _top_for_eyes_mm(plan: FramingPlan, height_mm: float, eye_line: tuple[float, float]) -> float:
    """With the eyes in the middle of where a rule wants them, as far as the frame reaches."""
    eyes_mm = crown_mm(plan) + EYES_BELOW_CROWN_MM
    top_mm = eyes_mm - (1 - sum(eye_line) / 2) * height_mm
    return min(max(top_mm, 0.0), plan.height_mm - height_mm)


def _height_for_pixels_mm(shoot: Shoot, plan: FramingPlan, row: Output) -> float:
    """How much of the frame's height the row's pixels take at least."""
    if row.full_size:
        return 0.0
    # A thousandth more, so that rounding to whole pixels never falls short.
    return 1.001 * row.height_px * plan.field_mm / shoot.kit.long_side_px


def _upright_field_mm(shoot: Shoot, width_mm: float) -> float:
    """The long side of an upright frame that is so wide."""
    return width_mm * shoot.sensor.long_side_mm / shoot.sensor.short_side_mm


_LOSES_PEOPLE = text(_("its shape would cut people off"), source="A5")
_LOSES_FEET = text(_("its shape would cut off the feet"), source="A5")
_TOO_TIGHT = text(_("this frame is too tight for it"), source="A5")


def _from_farther(shoot: Shoot, problem: Text, field_mm: float) -> Text:
    """What to shoot instead: an upright frame of so much, with the lens that fits the room."""
    framing = replace(shoot.framing, field_mm=field_mm, upright=True)
    position = rank_lenses(framing, shoot.setting, shoot.lenses_mm)[0]
    if not position.fits:
        return text(
            _("{problem}; an upright frame that holds it takes a room of {needed}"),
            source="A3 A5",
            problem=problem,
            needed=metres(position.room_length_needed_mm),
        )
    return text(
        _("{problem}; take an upright frame with {focal} from {distance}"),
        source="A3 A5",
        problem=problem,
        focal=millimetres(position.focal_mm),
        distance=metres(position.distance_mm),
    )


def _too_few_pixels(shoot: Shoot, plan: FramingPlan, cut: Rectangle) -> Text:
    width_px, height_px = _pixels(shoot, plan, cut)
    fills_frame = max(cut.width_mm / plan.width_mm, cut.height_mm / plan.height_mm) > 0.99
    message = (
        _("this camera leaves {width} × {height}; print it smaller or take a camera with more")
        if fills_frame
        else _("its cut keeps only {width} × {height}; take one closer frame")
    )
    return text(message, source="A5", width=width_px, height=pixels(height_px))
