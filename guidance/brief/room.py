"""What the room and the kit do not allow, and what to do about it (A3, B3)."""

from __future__ import annotations

from collections.abc import Iterator

from guidance.brief.alternatives import frame_width_mm, room_that_fits, ways_that_fit
from guidance.brief.backdrop import Rendering
from guidance.brief.sheet import Line
from guidance.brief.shoot import Shoot
from guidance.framing import (
    GROUP_SHORTEST_FOCAL_MM,
    CameraPosition,
    full_frame_focal_mm,
)
from guidance.measures import metres, millimetres, percent
from guidance.optics import nose_to_ear_scale, subject_distance_mm
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

GAP_WORTH_A_WARNING_MM = 300.0
TOO_NEAR_MM = 1000.0
"""Whoever stood here to fill the frame would be warned (A3)."""


def camera_warnings(shoot: Shoot, position: CameraPosition) -> tuple[Line, ...]:
    """What the kit and the room do not allow, and what to do about it."""
    return tuple(_warnings(shoot, position))


def _warnings(shoot: Shoot, position: CameraPosition) -> Iterator[Line]:
    if not shoot.kit.focal_lengths_mm:
        yield Line(_no_lens_noted(position))
    if not (position.fits and position.in_kit):
        yield Line(_nothing_fits(shoot, position))
    if position.fits and _is_gap_short(shoot, position):
        yield Line(_gap_shortened(shoot, position))
    if _is_lens_short(shoot, position) and shoot.framing.name in _STRETCHED:
        yield Line(_STRETCHED[shoot.framing.name])
    if shoot.room is not None and frame_width_mm(shoot) > shoot.room.width_m * 1000:
        yield Line(_room_too_narrow(shoot))
    filling_mm = subject_distance_mm(
        position.focal_mm, shoot.framing.field_mm, shoot.sensor.long_side_mm
    )
    if filling_mm < TOO_NEAR_MM:
        yield _too_near(position, filling_mm)


_EDGES_STRETCHED = text(
    _(
        "This lens is short for a group: leave air at both ends and crop it away, and put nobody "
        "into the corners"
    ),
    source="A3",
)


_FIGURE_STRETCHED = text(
    _(
        "This lens is short for a figure: keep it exactly level, or what is near it grows and the "
        "rest shrinks"
    ),
    source="A3 GK",
)
_STRETCHED = {
    "group": _EDGES_STRETCHED,
    "knees": _FIGURE_STRETCHED,
    "full": _FIGURE_STRETCHED,
}


def _no_lens_noted(position: CameraPosition) -> Text:
    return text(
        _("No lens is noted in the kit: {focal} is what this picture asks for"),
        source="A3",
        focal=millimetres(position.focal_mm),
    )


def _nothing_fits(shoot: Shoot, position: CameraPosition) -> Text:
    ways = ways_that_fit(shoot, position)
    if position.fits:
        return text(
            _("No lens of the kit fits this room with this framing. What does: {ways}"),
            source="A3",
            ways=ways,
        )
    return text(
        _("No lens fits this room with this framing: {focal} takes {needed}. What does: {ways}"),
        source="A3",
        focal=millimetres(position.focal_mm),
        needed=metres(position.room_length_needed_mm),
        ways=ways,
    )


def _is_gap_short(shoot: Shoot, position: CameraPosition) -> bool:
    """Where the place is to be sharp, nearer is better."""
    short_mm = shoot.backdrop.gap_mm - position.background_gap_mm
    return shoot.backdrop.rendering is not Rendering.SHARP and short_mm > GAP_WORTH_A_WARNING_MM


def _gap_shortened(shoot: Shoot, position: CameraPosition) -> Text:
    message = (
        _(
            "The room leaves {gap} between subject and background instead of {wished}: watch "
            "for shadows and spill"
        )
        if shoot.is_seamless
        else _(
            "The room leaves {gap} between subject and background instead of {wished}: it blurs "
            "less"
        )
    )
    return text(
        message,
        source="A3 B3",
        gap=metres(position.background_gap_mm, 1),
        wished=metres(shoot.backdrop.gap_mm, 1),
    )


def _room_too_narrow(shoot: Shoot) -> Text:
    other = room_that_fits(shoot)
    width = metres(frame_width_mm(shoot), 1)
    if other is not None:
        return text(
            _("The frame is {width} wide, wider than the room: take “{room}”, {across} wide"),
            source="A3",
            width=width,
            room=other[0].name,
            across=metres(other[0].size.width_m * 1000, 1),
        )
    message = (
        _("The frame is {width} wide, wider than the room: form more rows or take another room")
        if shoot.is_group
        else _("The frame is {width} wide, wider than the room: frame closer or take another room")
    )
    return text(message, source="A3", width=width)


def _too_near(position: CameraPosition, filling_mm: float) -> Line:
    """The lens would fill the frame from too near; it stands back, and stays there (A3, S8)."""
    told = text(
        _("{focal} would fill this frame from {filling}: stay at {distance} and crop"),
        source="A3 S8",
        focal=millimetres(position.focal_mm),
        filling=metres(filling_mm),
        distance=metres(position.distance_mm),
    )
    why = text(
        _(
            "From {filling} the nose is drawn {larger} larger than the ears, and faces taken so "
            "near are trusted less"
        ),
        source="A3 S8",
        filling=metres(filling_mm),
        larger=percent(nose_to_ear_scale(filling_mm) - 1),
    )
    return Line(told, why)


def _is_lens_short(shoot: Shoot, position: CameraPosition) -> bool:
    full_frame_mm = full_frame_focal_mm(position.focal_mm, shoot.sensor)
    return full_frame_mm < 0.98 * GROUP_SHORTEST_FOCAL_MM
