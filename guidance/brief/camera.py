"""Framing, lens and distance: where the camera stands, and what the room makes of it (A3, A5)."""

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
    STANDARD_FOCAL_LENGTHS_MM,
    CameraPosition,
    full_frame_focal_mm,
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

GAP_WORTH_A_WARNING_MM = 300.0
RECOGNISABLE_BLUR_SHARE = 0.003
"""A background blurred by less of the frame than this is recognised (A4)."""


def position_for(shoot: Shoot) -> CameraPosition:
    """The lens and its place; where the place must be sharp, the first lens that can hold it."""
    lenses = shoot.kit.focal_lengths_mm or STANDARD_FOCAL_LENGTHS_MM
    best = place_camera(shoot.framing, shoot.setting, lenses)
    if shoot.backdrop.rendering is not Rendering.SHARP:
        return best
    ranked = rank_lenses(shoot.framing, shoot.setting, lenses)
    fitting = [position for position in ranked if position.fits]
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


def camera_warnings(shoot: Shoot, position: CameraPosition) -> tuple[Line, ...]:
    """What the kit and the room do not allow, and what to do about it."""
    found: list[Text] = []
    if not position.in_kit or not shoot.kit.focal_lengths_mm:
        found.append(_lens_missing(shoot, position))
    if not position.fits:
        found.append(_room_too_short(shoot, position))
    elif position.background_gap_mm < shoot.backdrop.gap_mm - GAP_WORTH_A_WARNING_MM:
        found.append(_gap_shortened(shoot, position))
    if shoot.is_group and _stretches_edges(shoot, position):
        found.append(_EDGES_STRETCHED)
    if shoot.room is not None and _width_mm(shoot, position) > shoot.room.width_m * 1000:
        found.append(_room_too_narrow(shoot, position))
    return tuple(Line(warning) for warning in found)


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
_EDGES_STRETCHED = text(
    _(
        "This lens is short for a group: leave air at both ends and crop it away, and put nobody "
        "into the corners"
    ),
    source="A3",
)
_CLOSER_TOO = text(
    _("One closer picture as well: head and shoulders, as the client was promised"),
    claims=(25, 78),
)
_LEVEL_TOO = text(
    _("Turn the camera level for the wide files, with empty space beside the person"),
    source="C1 GK",
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
    if len(shoot.rows) == 1:
        return (
            Line(
                text(
                    _("{people} in one row, shoulders turned towards the middle"),
                    source="A3 D4",
                    people=count(shoot.rows[0]),
                )
            ),
        )
    return (
        Line(
            text(
                _("{rows} rows, front to back: {people}; each row {pitch} behind the one before"),
                source="A3 A4 D4",
                rows=count(len(shoot.rows)),
                people=" + ".join(str(people) for people in shoot.rows),
                pitch=metres(700, 1),
            )
        ),
        Line(
            text(
                _("Every face between two shoulders in front: sit, stand, then a step or a bench"),
                source="D4 GK",
            )
        ),
    )


def _lens(shoot: Shoot, plan: FramingPlan) -> Text:
    return text(
        _("{focal} on {format}"),
        source="A3 S9 S10",
        focal=millimetres(plan.focal_mm),
        format=shoot.sensor.name,
    )


def _lens_missing(shoot: Shoot, position: CameraPosition) -> Text:
    if not shoot.kit.focal_lengths_mm:
        return text(
            _("No lens is noted in the kit: {focal} is what this picture asks for"),
            source="A3",
            focal=millimetres(position.focal_mm),
        )
    own = rank_lenses(shoot.framing, shoot.setting, shoot.kit.focal_lengths_mm)[0]
    return text(
        _(
            "No lens of the kit fits this room: {focal} is the nearest that does. Borrow one, or "
            "take a room of {needed} for the {own} of the kit"
        ),
        source="A3",
        focal=millimetres(position.focal_mm),
        needed=metres(own.room_length_needed_mm),
        own=millimetres(own.focal_mm),
    )


def _room_too_short(shoot: Shoot, position: CameraPosition) -> Text:
    lenses = {*STANDARD_FOCAL_LENGTHS_MM, *shoot.kit.focal_lengths_mm}
    positions = rank_lenses(shoot.framing, shoot.setting, lenses)
    return text(
        _(
            "No lens fits this room for this framing: {focal} takes {needed}, and no lens takes "
            "less than {least}. Choose a longer room"
        ),
        source="A3",
        focal=millimetres(position.focal_mm),
        needed=metres(position.room_length_needed_mm),
        least=metres(min(position.room_length_needed_mm for position in positions)),
    )


def _gap_shortened(shoot: Shoot, position: CameraPosition) -> Text:
    return text(
        _(
            "The room leaves {gap} between subject and background instead of {wished}: watch "
            "for shadows and spill"
        ),
        source="A3 B3",
        gap=metres(position.background_gap_mm, 1),
        wished=metres(shoot.backdrop.gap_mm, 1),
    )


def _room_too_narrow(shoot: Shoot, position: CameraPosition) -> Text:
    message = (
        _("The frame is {width} wide, wider than the room: form more rows or take another room")
        if shoot.is_group
        else _("The frame is {width} wide, wider than the room: frame closer or take another room")
    )
    return text(message, source="A3", width=metres(_width_mm(shoot, position), 1))


def _stretches_edges(shoot: Shoot, position: CameraPosition) -> bool:
    full_frame_mm = full_frame_focal_mm(position.focal_mm, shoot.sensor)
    return full_frame_mm < 0.98 * GROUP_SHORTEST_FOCAL_MM


def _width_mm(shoot: Shoot, position: CameraPosition) -> float:
    if not shoot.framing.upright:
        return position.field_mm
    # Upright frames are cropped where the lens stands back, so the wished field counts.
    return shoot.framing.field_mm * shoot.sensor.short_side_mm / shoot.sensor.long_side_mm
