"""The frame as it is set: its sides, the share of the head, and what of it stays empty.

Frames that are taken beside the main one, for words beside people or above them, stand below it,
each as large as fits.
"""

from __future__ import annotations

from guidance.brief.crops import crown_mm
from guidance.brief.sheet import Brief, FramingPlan, FurtherFrame
from guidance.diagrams.drawing import dashed, polyline, rectangle, thin
from guidance.diagrams.frame import FrameView, frame_view, lift_mm, picture
from guidance.diagrams.lettering import (
    GAP,
    HAIR,
    INSIDE,
    LEADING,
    SIZE,
    Measure,
    lines_of,
    measures,
    paragraph,
    width_of,
    written,
)
from guidance.diagrams.plate import Say, plate, told
from guidance.diagrams.stage import row_places
from guidance.framing import CENTRE, HEAD_HEIGHT_MM, HEADROOM_SHARE, PERSON_WIDTH_MM
from guidance.measures import count, metres, millimetres, percent
from guidance.texts import Quantity, Text, render, text
from guidance.texts import gettext_noop as _

BANNER = 1.6
"""Files wider than this, width over height, have a frame of their own with empty space (C1)."""

BETWEEN_FRAMES = 12.0
TALLEST_BELOW = 120.0


def framing_plan_figure(brief: Brief, *, say: Say = render, id_prefix: str = "framing") -> str:
    """The frame with its sides, the share of the head, and what is wished of it.

    Where level files are due from an upright frame, the camera turned level is drawn too, with
    its empty space; below them the frames for words. The brief must be drawable.
    """
    framing = brief.framing
    space_mm = _space_mm(brief)
    width, height = (say(_side(side_mm, framing)) for side_mm in _sides_mm(framing))
    view = frame_view(framing, width_of(height) + 22, _HEAD_ROOM + 24, space_mm)
    marks = (
        _level(framing, view, space_mm, say(_SPACE)) if space_mm else "",
        picture(framing, view),
        _empty(framing, view, say(_SPACE)),
        _wished(framing, view),
        _upright(view, space_mm, height),
        _head(framing, view, say(_share(framing))),
    )
    across, depth = measures([Measure(view.left, view.right, width)], view.bottom + 10)
    bottom = view.bottom + 10 + depth
    below: list[str] = []
    for further in brief.further_frames:
        drawn, bottom = _further(further, bottom + BETWEEN_FRAMES, say)
        below.append(drawn)
    return plate(bottom, say(_TITLE), _described(brief, say), id_prefix, *marks, across, *below)


def _further(further: FurtherFrame, top: float, say: Say) -> tuple[str, float]:
    """One frame beside the main one, its name above it, and where it ends."""
    framing = further.plan
    name, used = paragraph(INSIDE.low, top + SIZE, say(further.name), INSIDE.length)
    width, height = (say(_side(side_mm, framing)) for side_mm in _sides_mm(framing))
    view = frame_view(framing, width_of(height) + 22, top=top + used + GAP, tallest=TALLEST_BELOW)
    across, depth = measures([Measure(view.left, view.right, width)], view.bottom + 10)
    marks = (
        name,
        picture(framing, view),
        _empty(framing, view, say(_SPACE)),
        _upright(view, 0.0, height),
        across,
    )
    return "".join(marks), view.bottom + 10 + depth


_TITLE = text(_("The frame"), source="A3")
_SPACE = text(_("space"), source="C1 C4 S41a S41c")
_SPACE_WORDS = text(
    _("For the level files the camera is turned, with empty space beside the person."),
    source="C1 S41a S41c",
)


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


def _empty(framing: FramingPlan, view: FrameView, words: str) -> str:
    """What is left to words, above the heads or beside the people."""
    box_mm = _empty_box_mm(framing)
    if box_mm is None:
        return ""
    x, y, width, height = view.box(*box_mm)
    label = written(x + width / 2, y + height / 2 + SIZE / 3, words, tone="note")
    return dashed(rectangle(x, y, width, height, "ray"), 3) + label


def _empty_box_mm(framing: FramingPlan) -> tuple[float, float, float, float] | None:
    left_mm, top_mm, width_mm, height_mm = wished_box_mm(framing)
    if framing.empty_above:
        return left_mm, top_mm, width_mm, framing.empty_above * height_mm
    if framing.middle == CENTRE:
        return None
    middle_mm = framing.middle * width_mm
    people_mm = 2 * middle_mm if sum(framing.rows) > 1 else middle_mm + PERSON_WIDTH_MM / 2
    return left_mm + people_mm, top_mm, width_mm - people_mm, height_mm


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
    left_mm = (framing.width_mm - width_mm) * framing.middle
    return left_mm, crown_mm(framing) * (1 - share), width_mm, height_mm


def _upright(view: FrameView, space_mm: float, words: str) -> str:
    """The height of the frame, on its left."""
    x = view.left - space_mm * view.scale - 10
    ticks = (polyline((x - 3.5, y), (x + 3.5, y), tone="measure") for y in (view.top, view.bottom))
    line = polyline((x, view.top), (x, view.bottom), tone="measure")
    label = written(x - GAP, (view.top + view.bottom) / 2 + SIZE / 3, words, anchor="end")
    return thin(HAIR, line, *ticks) + label


def _head(framing: FramingPlan, view: FrameView, words: str) -> str:
    """Crown and chin of a face in front, and how much of the height lies between them."""
    top_mm = crown_mm(framing) + (len(framing.rows) - 1) * lift_mm(framing)
    top, bottom = (view.top + y * view.scale for y in (top_mm, top_mm + HEAD_HEIGHT_MM))
    x = view.right + 10
    outermost_mm = max(across for row, across in row_places(framing.rows) if row == 0)
    middle_mm = view.width_mm * framing.middle
    edge = view.left + (middle_mm + outermost_mm + 90) * view.scale
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
    if framing.empty_above:
        sentences.append(_EMPTY_ABOVE)
    elif framing.middle != CENTRE:
        sentences.append(_EMPTY_BESIDE)
    if _space_mm(brief):
        sentences.append(_SPACE_WORDS)
    return told(say, *sentences, *(_further_words(each) for each in brief.further_frames))


_EMPTY_ABOVE = text(_("The part above the head stays empty for words."), source="C4 GK")
_EMPTY_BESIDE = text(_("The part beside the person stays empty for words."), source="C1 GK")


def _further_words(further: FurtherFrame) -> Text:
    message = (
        _("{name}: {width} across and {height} from top to bottom, empty above the head.")
        if further.plan.empty_above
        else _("{name}: {width} across and {height} from top to bottom, empty on one side.")
    )
    width, height = (_length(side_mm, further.plan) for side_mm in _sides_mm(further.plan))
    return text(message, source="A3 C1 C4", name=further.name, width=width, height=height)
