"""Framing, lens and distance: where the camera stands and what its frame holds (A3, A5)."""

from __future__ import annotations

from itertools import chain

from guidance.brief.backdrop import Rendering
from guidance.brief.sheet import FramingPlan, Line
from guidance.brief.shoot import Shoot
from guidance.framing import (
    AVATAR_FACE_SHARE,
    GROUP_SHORTEST_FOCAL_MM,
    HEADSHOT_MASTER,
    NEAREST_MM,
    ROW_PITCH_MM,
    CameraPosition,
    head_share,
    place_camera,
    rank_lenses,
)
from guidance.measures import count, metres, millimetres, percent
from guidance.optics import background_blur_mm, f_number_between
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

NOSE_MM = 40.0
"""From the eyes to the tip of the nose (A4)."""

RECOGNISABLE_BLUR_SHARE = 0.003
"""A background blurred by less of the frame than this is recognised (A4)."""
WIDEST_CROP = 1.5
"""No sharper place is worth cropping away more than a third of the frame's side (GK)."""


def position_for(shoot: Shoot) -> CameraPosition:
    """The lens and its place; where the place must be sharp, the first lens that can hold it."""
    best = place_camera(shoot.framing, shoot.setting, shoot.lenses_mm)
    if shoot.backdrop.rendering is not Rendering.SHARP:
        return best
    ranked = rank_lenses(shoot.framing, shoot.setting, shoot.lenses_mm)
    most_mm = WIDEST_CROP * shoot.framing.field_mm
    fitting = [position for position in ranked if position.fits and position.field_mm <= most_mm]
    sharp = (position for position in fitting if holds_background(shoot, position))
    recognisable = (position for position in fitting if _recognisable(shoot, position))
    return next(chain(sharp, recognisable), best)


def background_f_number(shoot: Shoot, position: CameraPosition) -> float:
    """Smallest f-number that holds everything from the nose to the background (A4)."""
    behind_mm = position.depth_of_rows_mm + position.background_gap_mm
    return f_number_between(
        position.focal_mm,
        shoot.circle_mm,
        position.distance_mm - NOSE_MM,
        position.distance_mm + behind_mm,
    )


def holds_background(shoot: Shoot, position: CameraPosition) -> bool:
    """Whether subject and background are sharp together at a working aperture (A4)."""
    return background_f_number(shoot, position) <= shoot.sensor.working_ceiling


def _recognisable(shoot: Shoot, position: CameraPosition) -> bool:
    blur_mm = background_blur_mm(
        position.focal_mm,
        shoot.sensor.working_ceiling,
        position.distance_mm,
        position.depth_of_rows_mm + position.background_gap_mm,
    )
    return blur_mm <= RECOGNISABLE_BLUR_SHARE * shoot.sensor.long_side_mm


def framing_plan(shoot: Shoot, position: CameraPosition) -> FramingPlan:
    return FramingPlan(
        name=shoot.framing.name,
        field_mm=position.field_mm,
        focal_mm=position.focal_mm,
        distance_mm=position.distance_mm,
        room_length_needed_mm=position.room_length_needed_mm,
        sensor_to_subject_mm=position.sensor_to_subject_mm,
        background_gap_mm=position.background_gap_mm,
        rows=shoot.rows,
    )


_FRAMING_LINES = {
    "face": text(_("The face fills the frame"), claims=(22, 25, 61), source="A3"),
    "head_shoulders": text(_("Head and shoulders; the face leads"), claims=(22, 23, 57)),
    "waist": text(_("From the waist up: face, hands and what they do"), claims=(24, 25, 49)),
    "knees": text(_("From the knees up, with room for the pose"), claims=(25, 49), source="A3"),
    "full": text(_("The whole figure, with ground under the feet"), claims=(25, 49), source="A3"),
    "group": text(_("Everybody, with a hand’s width of air at both ends"), claims=(21, 48)),
}


def framing_lines(shoot: Shoot, plan: FramingPlan) -> tuple[Line, ...]:
    """What the frame holds, which way it is turned, and what is cut from it."""
    lines = [Line(_FRAMING_LINES[plan.name]), Line(_field(shoot, plan))]
    if shoot.framing is HEADSHOT_MASTER:
        lines.append(Line(_master(shoot), _MASTER_WHY))
    if shoot.kind == "headshot":
        lines.append(Line(_SURROUNDINGS))
    if shoot.is_too_tight_for_clothes:
        lines.append(Line(_CLOSER_TOO))
    if shoot.framing.upright and any(row.width_px > row.height_px for row in shoot.outputs):
        lines.append(Line(_LEVEL_TOO))
    if plan.field_mm > 1.02 * shoot.framing.field_mm:
        lines.append(Line(_cropped(shoot), _DISTANCE_WHY))
    if shoot.is_group:
        lines.extend(_rows(shoot))
    return tuple(lines)


def lens_lines(shoot: Shoot, plan: FramingPlan) -> tuple[Line, ...]:
    """The lens, the marks on the floor, and the length of room that they take."""
    marks = text(
        _("Lens {lens} from the eyes, {scale} on the focus scale; background {gap} behind them"),
        source="A1 A3 S6",
        lens=metres(plan.distance_mm),
        scale=metres(plan.sensor_to_subject_mm),
        gap=metres(plan.background_gap_mm, 1),
    )
    room = text(
        _("This takes {needed} of room, {behind} behind the camera included"),
        source="A3",
        needed=metres(plan.room_length_needed_mm),
        behind=metres(800, 1),
    )
    why = _GROUP_LENS_WHY if shoot.is_group else _DISTANCE_WHY
    return (Line(_lens(shoot, plan), why), Line(marks), Line(room))


_DISTANCE_WHY = text(
    _("Distance alone makes perspective; a face taken from under {nearest} looks distorted"),
    source="A3 S8",
    nearest=metres(NEAREST_MM, 1),
)
_GROUP_LENS_WHY = text(
    _("A lens under {shortest} on full frame stretches the faces at the edges of a group"),
    source="A3",
    shortest=millimetres(GROUP_SHORTEST_FOCAL_MM),
)
_CLOSER_TOO = text(
    _("One closer picture as well: head and shoulders, as the client was promised"),
    claims=(25, 78),
)
_LEVEL_TOO = text(
    _("Turn the camera level for the wide files, with empty space beside the person"),
    source="C1 GK",
)
_ONE_ROW = _("{people} in one row, shoulders turned towards the middle")
_BETWEEN_SHOULDERS = text(
    _("Every face between two shoulders in front: sit, stand, then a step or a bench"),
    source="D4 GK",
)
_SURROUNDINGS = text(
    _("The crop leaves the surroundings out; a cut-out only where it is asked for"),
    claims=(34,),
    source="T21",
)
_MASTER_WHY = text(
    _("One loose frame serves avatar, upright print and page; a tight one serves only itself"),
    claims=(5, 9, 10),
    source="A5",
)


def _field(shoot: Shoot, plan: FramingPlan) -> Text:
    if not shoot.framing.upright:
        return text(_("Camera level, {width} across"), source="A3", width=metres(plan.field_mm, 1))
    return text(
        _("Camera upright, {height} from top to bottom, of which the head fills {share}"),
        source="A3",
        height=millimetres(plan.field_mm),
        share=percent(head_share(plan.field_mm)),
    )


def _master(shoot: Shoot) -> Text:
    if shoot.kind == "document":
        return text(
            _("Leave the crop to the document’s rules: head, shoulders and upper body stay in"),
            source="A5 C3 S36c",
        )
    return text(
        _("Shoot loose and crop: square with the face at {face}, 4:5 and 2:3 all fit inside"),
        source="A5",
        face=percent(AVATAR_FACE_SHARE),
    )


def _cropped(shoot: Shoot) -> Text:
    return text(
        _("The lens sees more than the framing from this distance: crop to {height}"),
        source="A3 A5",
        height=millimetres(shoot.framing.field_mm),
    )


def _rows(shoot: Shoot) -> tuple[Line, ...]:
    front, *behind = shoot.rows
    if not behind:
        return (Line(text(_ONE_ROW, source="A3 D4", people=count(front))),)
    rows = text(
        _("{rows} rows, front to back: {people}; each row {pitch} behind the one before"),
        source="A3 A4 D4",
        rows=count(len(shoot.rows)),
        people=" + ".join(str(people) for people in shoot.rows),
        pitch=metres(ROW_PITCH_MM, 1),
    )
    return Line(rows), Line(_BETWEEN_SHOULDERS)


def _lens(shoot: Shoot, plan: FramingPlan) -> Text:
    return text(
        _("{focal} on {format}"),
        source="A3 S9 S10",
        focal=millimetres(plan.focal_mm),
        format=shoot.sensor.name,
    )
