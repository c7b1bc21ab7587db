"""What the room and the kit do not allow, and what to do about it (A3, B3)."""

from __future__ import annotations

from guidance.brief.sheet import Line
from guidance.brief.shoot import Shoot
from guidance.framing import (
    GROUP_SHORTEST_FOCAL_MM,
    STANDARD_FOCAL_LENGTHS_MM,
    CameraPosition,
    full_frame_focal_mm,
    rank_lenses,
)
from guidance.measures import metres, millimetres
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

GAP_WORTH_A_WARNING_MM = 300.0


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


_EDGES_STRETCHED = text(
    _(
        "This lens is short for a group: leave air at both ends and crop it away, and put nobody "
        "into the corners"
    ),
    source="A3",
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
