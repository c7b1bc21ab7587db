"""Aperture and focus as lines of the sheet, with blur and shutter after them (A4)."""

from __future__ import annotations

from guidance.brief.aperture import LEAST_SHIFT_MM, ROWS_MARGIN, Choice
from guidance.brief.backdrop import Rendering
from guidance.brief.blur import blur_lines, blur_word
from guidance.brief.sharp_place import ways_to_hold
from guidance.brief.sheet import AperturePlan, Line
from guidance.brief.shoot import WALL_PRINT_VIEWED_MM, Shoot
from guidance.brief.shutter import shutter_lines, sync_warnings
from guidance.framing import CameraPosition, row_width_mm, sagitta_mm
from guidance.measures import f_number, metres, millimetres, percent
from guidance.optics import (
    AIRY_DISC_MM_PER_F_NUMBER,
    MARKED_STOPS,
    PRINT_BLUR_MM,
    READING_DISTANCE_MM,
    f_number_between,
    working_ceiling,
)
from guidance.texts import Quantity, Text, Unit, text
from guidance.texts import gettext_noop as _

FASTEST_OF_MOST_LENSES = 2.8
"""The kit names no lens's widest stop; few zooms open farther (GK)."""

BEHIND_THE_HEAD_MM = 150.0
"""A focus farther back than this is measured from the lens, not from the eye."""


def aperture_lines(
    shoot: Shoot, position: CameraPosition, choice: Choice, plan: AperturePlan
) -> tuple[Line, ...]:
    """The stop with its reason, the sharp zone, the focus, the background, the shutter."""
    lines = [Line(plan.reason), Line(_sharp_zone(plan)), Line(_focus(shoot, position, plan))]
    if plan.f_number < FASTEST_OF_MOST_LENSES:
        lines.append(Line(_WIDE_OPEN))
    if choice.other is not None:
        lines.append(Line(choice.other))
    if shoot.is_group:
        lines.append(Line(_curve(shoot, position, plan)))
    if _thousandths(shoot.circle_mm(position)) != _thousandths(shoot.sensor.circle_mm):
        lines.append(Line(_circle(shoot, position)))
    return (*lines, *blur_lines(shoot, position, plan), *shutter_lines(shoot, position))


def aperture_warnings(
    shoot: Shoot, position: CameraPosition, choice: Choice, plan: AperturePlan
) -> tuple[Line, ...]:
    """What cannot be held within the diffraction cap or the ceiling, and what would help (A4)."""
    if choice.held:
        return sync_warnings(shoot, plan)
    if shoot.backdrop.rendering is Rendering.SHARP:
        return Line(_place_not_held(shoot, position, plan)), *sync_warnings(shoot, plan)
    return Line(_zone_not_held(shoot, position, choice)), *sync_warnings(shoot, plan)


_WIDE_OPEN = text(
    _("A lens that opens less far is used wide open; the place then stays a little clearer"),
    claims=(83,),
    source="A4 GK",
)


def _place_not_held(shoot: Shoot, position: CameraPosition, plan: AperturePlan) -> Text:
    ways = ways_to_hold(shoot, position)
    told = _("Face and background can’t both be sharp here: the background {word}")
    with_ways = _(
        "Face and background can’t both be sharp here: the background {word}. What would hold "
        "both: {ways}"
    )
    return text(
        with_ways if ways else told,
        claims=(84,),
        source="A4",
        word=blur_word(plan.blur_share or 0.0),
        ways=ways,
    )


def _zone_not_held(shoot: Shoot, position: CameraPosition, choice: Choice) -> Text:
    limit = f_number(shoot.working_ceiling(position))
    if shoot.big_print_mm is None:
        message = _ROWS_NOT_HELD if shoot.is_group else _ZONE_NOT_HELD
        return text(message, source="A1 A4 S15", limit=limit)
    print_mm = largest_print_held_mm(shoot, position, choice)
    message = _ROWS_NOT_HELD_IN_PRINT if shoot.is_group else _ZONE_NOT_HELD_IN_PRINT
    return text(message, source="A1 A2 A4 S15", limit=limit, print=metres(print_mm - 5))


_ZONE_NOT_HELD = _(
    "The whole zone can’t be held: past {limit} diffraction softens everything. Frame looser, or "
    "accept softness behind the eyes"
)
_ZONE_NOT_HELD_IN_PRINT = _(
    "The whole zone can’t be held for this print: past {limit} diffraction softens everything. "
    "Frame looser, print no longer than {print}, or accept softness behind the eyes"
)
_ROWS_NOT_HELD = _(
    "Not all rows can be held: past {limit} diffraction softens everything. Form fewer rows or "
    "frame looser"
)
_ROWS_NOT_HELD_IN_PRINT = _(
    "Not all rows can be held for this print: past {limit} diffraction softens everything. Form "
    "fewer rows, frame looser, or print no longer than {print}"
)


def largest_print_held_mm(shoot: Shoot, position: CameraPosition, choice: Choice) -> float:
    """Long side of the largest print in which a marked stop holds the zone, focus shared (A2)."""
    margin = ROWS_MARGIN if shoot.is_group else 1.0
    now_mm = shoot.circle_mm(position)
    blur_mm = margin * now_mm * f_number_between(position.focal_mm, now_mm, *choice.zone_mm)
    circle_mm = min(
        max(blur_mm / stop, stop * AIRY_DISC_MM_PER_F_NUMBER)
        for stop in MARKED_STOPS
        if stop <= working_ceiling(shoot.sensor.circle_mm * position.used_share)
    )
    seen_mm = PRINT_BLUR_MM * WALL_PRINT_VIEWED_MM / READING_DISTANCE_MM
    return seen_mm * shoot.used_side_mm(position) / circle_mm


def _circle(shoot: Shoot, position: CameraPosition) -> Text:
    """Why the circle of confusion is smaller than the sensor's own (A2)."""
    circle = _thousandths(shoot.circle_mm(position))
    if shoot.circle_mm(position) == shoot.sensor.circle_mm * position.used_share:
        return text(
            _(
                "Worked out for the crop, {share} of the frame’s side: circle of confusion "
                "{circle} instead of {whole}"
            ),
            source="A2 A5",
            share=percent(position.used_share),
            circle=circle,
            whole=_thousandths(shoot.sensor.circle_mm),
        )
    return text(
        _(
            "Sharp enough for a print {length} long seen from {viewed}: circle of confusion "
            "{circle}"
        ),
        claims=(12,),
        source="A2 S5",
        length=metres(shoot.big_print_mm or 0.0),
        viewed=metres(WALL_PRINT_VIEWED_MM, 1),
        circle=circle,
    )


def _thousandths(length_mm: float) -> Quantity:
    return Quantity(round(length_mm, 3), Unit.MILLIMETRE, 3)


def _sharp_zone(plan: AperturePlan) -> Text:
    if plan.far_mm is None:
        return text(
            _("Sharp from {near} from the lens to the horizon"),
            source="A1 S1",
            near=metres(plan.near_mm),
        )
    return text(
        _("Sharp from {near} to {far} from the lens"),
        source="A1 S1",
        near=metres(plan.near_mm),
        far=metres(plan.far_mm),
    )


def _focus(shoot: Shoot, position: CameraPosition, plan: AperturePlan) -> Text:
    if len(shoot.rows) > 1:
        return text(
            _(
                "Place the focus by hand at {focus} from the lens, about two fifths of the way "
                "from the front row to the back row: face detection would take the nearest face"
            ),
            source="A4 S14a",
            focus=metres(plan.focus_mm),
        )
    if plan.focus_mm - position.distance_mm >= LEAST_SHIFT_MM:
        return _focus_behind_eye(position, plan)
    if shoot.is_group:
        return text(_("Focus on the eyes of whoever is nearest"), claims=(62, 88), source="A4")
    return text(_("Focus on the eye nearer to the camera"), claims=(62, 88), source="A4")


def _focus_behind_eye(position: CameraPosition, plan: AperturePlan) -> Text:
    behind_mm = plan.focus_mm - position.distance_mm
    if behind_mm > BEHIND_THE_HEAD_MM:
        return text(
            _("Place the focus by hand at {focus} from the lens, behind the person, and keep it"),
            source="A4",
            focus=metres(plan.focus_mm),
        )
    return text(
        _("Place the focus by hand {behind} behind the near eye, and keep it there"),
        source="A4",
        behind=millimetres(behind_mm),
    )


def _curve(shoot: Shoot, position: CameraPosition, plan: AperturePlan) -> Text:
    """What curving the longest row towards the camera would cost in depth (A4)."""
    width_mm = min(row_width_mm(max(shoot.rows)), 2 * position.distance_mm)
    cost_mm = sagitta_mm(position.distance_mm, width_mm)
    held = plan.near_mm <= plan.zone_near_mm - cost_mm
    return text(
        _("Curving the row would bring its ends {cost} forward, which {stop} still holds")
        if held
        else _(
            "Keep rows straight: a curve brings the ends {cost} forward, past what {stop} holds"
        ),
        source="A4",
        cost=millimetres(cost_mm),
        stop=f_number(plan.f_number),
    )
