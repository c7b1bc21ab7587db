"""Aperture, focus, background blur and shutter as lines of the sheet (A4)."""

from __future__ import annotations

from guidance.brief.aperture import Choice, last_stop
from guidance.brief.backdrop import Rendering
from guidance.brief.sheet import AperturePlan, Line
from guidance.brief.shoot import MOVING_STYLES, Shoot
from guidance.framing import CameraPosition
from guidance.measures import f_number, metres, per_second, percent
from guidance.optics import (
    background_blur_mm,
    gap_for_blur_mm,
    hand_held_shutter,
    marked_shutter_within,
)
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

SOFT_BLUR_SHARE = 0.02
FARTHEST_GAP_MM = 10_000.0
"""No place is worth a walk of more than this for its blur (GK)."""


def aperture_lines(shoot: Shoot, position: CameraPosition, plan: AperturePlan) -> tuple[Line, ...]:
    """The stop with its reason, the sharp zone, the focus, the background, the shutter."""
    lines = [
        Line(plan.reason),
        Line(_sharp_zone(plan)),
        Line(_focus(shoot, plan, position.distance_mm)),
    ]
    if shoot.circle_mm < shoot.sensor.circle_mm:
        lines.append(Line(_BIG_PRINT))
    if shoot.backdrop.rendering is Rendering.BLURRED:
        lines.extend(_background(shoot, position, plan))
    return (*lines, Line(_shutter(shoot, position)))


def aperture_warnings(shoot: Shoot, choice: Choice) -> tuple[Line, ...]:
    """Said wherever the zone cannot be held within the diffraction cap or the ceiling (A4)."""
    if choice.held:
        return ()
    if shoot.backdrop.rendering is Rendering.SHARP:
        return (Line(_BACKGROUND_NOT_HELD),)
    message = _ROWS_NOT_HELD if shoot.is_group else _ZONE_NOT_HELD
    return (Line(text(message, source="A1 A4 S15", limit=f_number(last_stop(shoot)))),)


_ZONE_NOT_HELD = _(
    "The whole zone cannot be held: past {limit} diffraction softens everything. Step back and "
    "crop, print smaller, or accept softness behind the eyes"
)
_ROWS_NOT_HELD = _(
    "Not all rows can be held: past {limit} diffraction softens everything. Form fewer rows, step "
    "back and crop, or print smaller"
)


_BIG_PRINT = text(
    _("Sharpness is worked out for a big print that people walk up to"),
    claims=(12,),
    source="A2 S5",
)
_BACKGROUND_NOT_HELD = text(
    _(
        "Subject and background cannot both be sharp here: the place stays recognisable, not "
        "crisp. Bring the subject nearer to it or use a shorter lens"
    ),
    claims=(84,),
    source="A4",
)


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


def _focus(shoot: Shoot, plan: AperturePlan, distance_mm: float) -> Text:
    if len(shoot.rows) == 1 and plan.focus_mm != distance_mm:
        return text(
            _("Place the focus by hand at {focus} from the lens, and keep it there"),
            source="A4",
            focus=metres(plan.focus_mm),
        )
    if len(shoot.rows) > 1:
        return text(
            _(
                "Place the focus by hand at {focus} from the lens, about two fifths of the way "
                "from the front row to the back row: face detection would take the nearest face"
            ),
            source="A4 S14a",
            focus=metres(plan.focus_mm),
        )
    if shoot.is_group:
        return text(_("Focus on the eyes of whoever is nearest"), claims=(62, 88), source="A4")
    return text(_("Focus on the eye nearer to the camera"), claims=(62, 88), source="A4")


def _background(shoot: Shoot, position: CameraPosition, plan: AperturePlan) -> tuple[Line, ...]:
    behind_mm = position.background_gap_mm + position.depth_of_rows_mm
    side_mm = shoot.sensor.long_side_mm
    blur_mm = background_blur_mm(position.focal_mm, plan.f_number, position.distance_mm, behind_mm)
    blur = text(
        _("The background {gap} behind blurs by {share} of the frame"),
        source="A1 A4",
        gap=metres(behind_mm, 1),
        share=percent(blur_mm / side_mm, 1),
    )
    return (Line(blur), Line(_softer(position, plan, SOFT_BLUR_SHARE * side_mm)))


def _softer(position: CameraPosition, plan: AperturePlan, blur_mm: float) -> Text:
    gap_mm = gap_for_blur_mm(position.focal_mm, plan.f_number, position.distance_mm, blur_mm)
    if gap_mm is None or gap_mm > FARTHEST_GAP_MM:
        return text(
            _("It will not blur by 2 % of the frame here: choose a place that is calm by itself"),
            source="A4",
        )
    return text(
        _("It turns soft, at 2 % of the frame, from {gap} behind the subject"),
        source="A4",
        gap=metres(gap_mm, 1),
    )


def _shutter(shoot: Shoot, position: CameraPosition) -> Text:
    hand_held = hand_held_shutter(position.focal_mm, shoot.sensor.crop_factor)
    return text(
        _(
            "In continuous light {shutter} or faster, by hand too; where flash is used {slow} to "
            "{sync}, never above the sync speed"
        ),
        source="A4 S11 S12 S16",
        shutter=per_second(marked_shutter_within(max(_people_shutter(shoot), hand_held))),
        slow=per_second(125),
        sync=per_second(200),
    )


def _people_shutter(shoot: Shoot) -> int:
    if shoot.style in MOVING_STYLES or "excitement" in shoot.answers.mood:
        return 500
    return 250 if shoot.children else 125
