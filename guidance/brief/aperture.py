"""The stop and the focus by the policy of A4, never by habit; the lines are written elsewhere."""

from __future__ import annotations

import math
from dataclasses import dataclass

from guidance.brief.backdrop import Rendering
from guidance.brief.camera import NOSE_MM, background_f_number
from guidance.brief.sheet import AperturePlan
from guidance.brief.shoot import Shoot
from guidance.framing import CameraPosition
from guidance.measures import f_number, metres
from guidance.optics import (
    depth_of_field,
    diffraction_cap,
    f_number_between,
    f_number_on_eye,
    focus_between_mm,
    marked_stop_holding,
    marked_stop_within,
    nearest_marked_stop,
)
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

STUDIO_F_NUMBER = 8.0
STUDIO_LAST_F_NUMBER = 11.0
"""A seamless ground gains nothing from a wide aperture: f/8, f/11 for the whole head (A4)."""

WIDEST_F_NUMBER = 2.8
"""Full figures: hands, clothes and a swaying body need more than the face alone (GK)."""

EARS_MM = 100.0
ROW_FLOORS = {1: 4.0, 2: 5.6}
DEEP_ROWS_FLOOR = 8.0
"""House floors by rows: margin for swaying people, focus error and field curvature (A4)."""


@dataclass(frozen=True, slots=True)
class Zone:
    """What must be sharp, in mm before and behind the near eye (A4)."""

    front_mm: float
    behind_mm: float
    name: Text


FACE = Zone(NOSE_MM, 50.0, text(_("nose to temples"), claims=(22, 62), source="A4 S60"))
HEAD = Zone(NOSE_MM, EARS_MM, text(_("nose to ears"), claims=(62,), source="A4 S60"))
ALL_FACES = Zone(NOSE_MM, EARS_MM, text(_("the depth of all rows"), claims=(21,), source="A4"))
BOTH_EYES = Zone(0.0, 31.5, text(_("both eyes of a head turned by 30°"), source="A4"))


_ONE_ROW = _("{stop} holds every face from nose to ears, with a margin for movement")
_EVERY_ROW = _(
    "{stop} holds every face from the front row’s noses to the back row’s ears, with a margin for "
    "movement"
)


@dataclass(frozen=True, slots=True)
class Choice:
    """A marked stop, the focus in mm from the lens, and why; `held` where nothing is lost."""

    f_number: float
    focus_mm: float
    reason: Text
    held: bool = True


def choose_aperture(shoot: Shoot, position: CameraPosition) -> Choice:
    """The stop and the focus by the policy of A4, never above the diffraction cap."""
    if shoot.backdrop.rendering is Rendering.SHARP:
        return _for_sharp_background(shoot, position)
    if shoot.is_group:
        return _for_rows(shoot, position)
    if shoot.is_seamless:
        return _for_seamless(shoot, position)
    return _for_blurred(shoot, position)


def aperture_plan(shoot: Shoot, position: CameraPosition, choice: Choice) -> AperturePlan:
    zone = depth_of_field(position.focal_mm, choice.f_number, shoot.circle_mm, choice.focus_mm)
    return AperturePlan(
        f_number=choice.f_number,
        near_mm=zone.near_mm,
        far_mm=zone.far_mm if math.isfinite(zone.far_mm) else None,
        focus_mm=choice.focus_mm,
        reason=choice.reason,
    )


def _for_seamless(shoot: Shoot, position: CameraPosition) -> Choice:
    ceiling = min(STUDIO_LAST_F_NUMBER, shoot.sensor.working_ceiling)
    zone = HEAD if _needed(shoot, position, HEAD) <= ceiling else FACE
    stop, held = _marked(shoot, _needed(shoot, position, zone))
    stop = max(stop, min(STUDIO_F_NUMBER, ceiling, last_stop(shoot)))
    reason = text(
        _("{stop} holds {zone} at {distance}; a plain ground gains nothing from a wider aperture"),
        claims=(62,),
        source="A4 T16 S11 S12",
        stop=f_number(stop),
        zone=zone.name,
        distance=metres(position.distance_mm),
    )
    return Choice(stop, position.distance_mm, reason if held else _lost(stop, zone), held)


def _for_blurred(shoot: Shoot, position: CameraPosition) -> Choice:
    zone = _portrait_zone(shoot)
    stop, held = _marked(shoot, _needed(shoot, position, zone))
    floor = nearest_marked_stop(max(1.8, WIDEST_F_NUMBER / shoot.sensor.crop_factor))
    stop = max(stop, min(floor, last_stop(shoot)))
    reason = text(
        _(
            "{stop} is the widest that holds {zone} at {distance} with a margin for movement; more "
            "blur comes from distance to the background, not from a wider aperture"
        ),
        claims=(62, 83),
        source="A4 T16",
        stop=f_number(stop),
        zone=zone.name,
        distance=metres(position.distance_mm),
    )
    return Choice(stop, position.distance_mm, reason if held else _lost(stop, zone), held)


def _lost(stop: float, zone: Zone) -> Text:
    return text(
        _("{stop} is the last stop before diffraction softens; it does not hold {zone} whole"),
        claims=(62,),
        source="A4 S15",
        stop=f_number(stop),
        zone=zone.name,
    )


def _for_sharp_background(shoot: Shoot, position: CameraPosition) -> Choice:
    needed = background_f_number(shoot, position)
    if needed > min(shoot.sensor.working_ceiling, last_stop(shoot)):
        return _recognisable_at_least(shoot, position)
    people = _for_rows(shoot, position).f_number if shoot.is_group else 0.0
    stop = max(marked_stop_holding(needed), people, min(STUDIO_F_NUMBER, last_stop(shoot)))
    far_mm = position.distance_mm + position.depth_of_rows_mm + position.background_gap_mm
    reason = text(
        _("{stop} holds everything from the face to the background {gap} behind it"),
        claims=(35, 84),
        source="A4",
        stop=f_number(stop),
        gap=metres(position.background_gap_mm, 1),
    )
    return Choice(stop, focus_between_mm(position.distance_mm - NOSE_MM, far_mm), reason)


def _recognisable_at_least(shoot: Shoot, position: CameraPosition) -> Choice:
    stop = marked_stop_within(min(shoot.sensor.working_ceiling, last_stop(shoot)))
    reason = text(
        _("{stop} is the last stop before diffraction shows; it keeps the place recognisable"),
        claims=(35, 84),
        source="A4 S15",
        stop=f_number(stop),
    )
    focus_mm = _rows_focus_mm(position) if shoot.is_group else position.distance_mm
    return Choice(stop, focus_mm, reason, held=False)


def _for_rows(shoot: Shoot, position: CameraPosition) -> Choice:
    near_mm, far_mm = _faces_mm(position)
    # One stop more than geometry asks for: people sway, and fields are curved.
    needed = math.sqrt(2) * f_number_between(position.focal_mm, shoot.circle_mm, near_mm, far_mm)
    stop, held = _marked(shoot, needed)
    floor = ROW_FLOORS.get(len(shoot.rows), DEEP_ROWS_FLOOR)
    stop = max(stop, min(floor, last_stop(shoot)))
    held_all = _EVERY_ROW if len(shoot.rows) > 1 else _ONE_ROW
    reason = text(
        held_all,
        claims=(21, 62),
        source="A4 S13 S14b",
        stop=f_number(stop),
    )
    return Choice(stop, _rows_focus_mm(position), reason if held else _lost(stop, ALL_FACES), held)


def _faces_mm(position: CameraPosition) -> tuple[float, float]:
    near_mm = position.distance_mm - NOSE_MM
    return near_mm, position.distance_mm + position.depth_of_rows_mm + EARS_MM


def _rows_focus_mm(position: CameraPosition) -> float:
    """One row: the eyes, where autofocus finds them. More: shared between the rows (A4)."""
    if position.depth_of_rows_mm == 0:
        return position.distance_mm
    return focus_between_mm(*_faces_mm(position))


def _portrait_zone(shoot: Shoot) -> Zone:
    is_close = shoot.framing.name in {"face", "head_shoulders"}
    return BOTH_EYES if shoot.kind == "portrait" and is_close else FACE


def _needed(shoot: Shoot, position: CameraPosition, zone: Zone) -> float:
    return f_number_on_eye(
        position.focal_mm, shoot.circle_mm, position.distance_mm, zone.front_mm, zone.behind_mm
    )


def last_stop(shoot: Shoot) -> float:
    """The last marked stop before diffraction softens this picture (A1)."""
    return marked_stop_within(diffraction_cap(shoot.circle_mm))


def _marked(shoot: Shoot, needed: float) -> tuple[float, bool]:
    limit = last_stop(shoot)
    return (marked_stop_holding(needed), True) if needed <= limit else (limit, False)
