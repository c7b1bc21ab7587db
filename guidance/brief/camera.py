"""Framing, lens and distance: where the camera stands and what its frame holds (A3, A5)."""

from __future__ import annotations

from itertools import chain
from typing import Any

from guidance.brief.backdrop import Rendering
from guidance.brief.lens_height import height_words, lens_height_mm
from guidance.brief.negative_space import space_lines
from guidance.brief.sharp_place import WIDEST_CROP, holds_place, place_blur_share, recognises_place
from guidance.brief.sheet import FramingPlan, Line
from guidance.brief.shoot import Shoot
from guidance.framing import (
    AVATAR_FACE_SHARE,
    BEHIND_CAMERA_MM,
    CROP_WORTH_SAYING,
    FRAMINGS,
    GROUP_MARGINS_MM,
    GROUP_SHORTEST_FOCAL_MM,
    HEADSHOT_MASTER,
    NEAREST_MM,
    CameraPosition,
    head_share,
    place_camera,
    rank_lenses,
)
from guidance.measures import length, metres, millimetres, percent, pixels
from guidance.optics import crop_yield_px, nose_to_ear_scale
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

SQUARE = "1:1"


def position_for(shoot: Shoot) -> CameraPosition:
    """The lens and its place; where the place must be sharp, the first lens that can hold it.

    Where none can, the one that blurs it least of those in which it can be recognised.
    """
    best = place_camera(shoot.framing, shoot.setting, shoot.lenses_mm)
    if shoot.backdrop.rendering is not Rendering.SHARP:
        return best
    ranked = rank_lenses(shoot.framing, shoot.setting, shoot.lenses_mm)
    most_mm = WIDEST_CROP * shoot.framing.field_mm
    fitting = [position for position in ranked if position.fits and position.field_mm <= most_mm]
    sharp = (position for position in fitting if holds_place(shoot, position))
    recognisable = [position for position in fitting if recognises_place(shoot, position)]
    clearest = sorted(recognisable, key=lambda position: place_blur_share(shoot, position))
    return next(chain(sharp, clearest), best)


def framing_plan(shoot: Shoot, position: CameraPosition) -> FramingPlan:
    short_mm = position.field_mm * shoot.sensor.short_side_mm / shoot.sensor.long_side_mm
    return FramingPlan(
        name=shoot.framing.name,
        field_mm=position.field_mm,
        focal_mm=position.focal_mm,
        distance_mm=position.distance_mm,
        room_length_needed_mm=position.room_length_needed_mm,
        sensor_to_subject_mm=position.sensor_to_subject_mm,
        background_gap_mm=position.background_gap_mm,
        rows=shoot.rows,
        wished_mm=min(shoot.framing.field_mm, position.field_mm),
        width_mm=short_mm if shoot.framing.upright else position.field_mm,
        height_mm=position.field_mm if shoot.framing.upright else short_mm,
        depth_of_rows_mm=position.depth_of_rows_mm,
        middle=shoot.framing.middle,
        empty_above=shoot.framing.empty_above,
        lens_height_mm=lens_height_mm(shoot),
    )


_FRAMING_LINES = {
    "face": text(_("The face fills the frame"), claims=(22, 25, 61), source="A3"),
    "head_shoulders": text(_("Head and shoulders; the face leads"), claims=(22, 23, 57)),
    "waist": text(_("From the waist up: face, hands and what they do"), claims=(24, 25, 49)),
    "knees": text(_("From the knees up, with room for the pose"), claims=(25, 49), source="A3"),
    "full": text(_("The whole figure, with ground under the feet"), claims=(25, 49), source="A3"),
    "group": text(
        _("Everybody, with {air} or more of air at both ends"),
        claims=(21, 48),
        source="A3",
        air=metres(GROUP_MARGINS_MM / 2, 1),
    ),
}


def framing_lines(shoot: Shoot, plan: FramingPlan) -> tuple[Line, ...]:
    """What the frame holds, which way it is turned, what is cut from it, where it stays empty."""
    lines = [Line(_FRAMING_LINES[plan.name]), Line(_field(shoot, plan))]
    if plan.field_mm > CROP_WORTH_SAYING * plan.wished_mm:
        lines.append(Line(_cropped(shoot, plan)))
    if shoot.kind == "document":
        lines.append(Line(_DOCUMENT_CROP))
    elif shoot.is_loose:
        is_master = shoot.framing is HEADSHOT_MASTER
        lines.append(Line(_loose(shoot), _MASTER_WHY if is_master else _LOOSE_WHY))
    if shoot.kind == "headshot":
        lines.append(Line(_SURROUNDINGS))
    if shoot.is_too_tight_for_clothes:
        lines.append(Line(_CLOSER_TOO))
    lines.extend(space_lines(shoot, plan))
    return tuple(lines)


def lens_lines(shoot: Shoot, position: CameraPosition, plan: FramingPlan) -> tuple[Line, ...]:
    """The lens and why, its distance, and the tape on the floor."""
    distance = text(
        _("Lens {lens} from the eyes, {scale} on the focus scale"),
        source="A1 A3 S6",
        lens=metres(plan.distance_mm),
        scale=metres(plan.sensor_to_subject_mm),
    )
    why = _GROUP_LENS_WHY if shoot.is_group else _distance_why(plan)
    lines = (Line(_lens(shoot, plan), why), Line(distance), Line(_tape(position)))
    return (*lines, *(Line(shown) for shown in height_words(shoot)))


def _distance_why(plan: FramingPlan) -> Text:
    return text(
        _(
            "Distance alone makes perspective: from {distance} the nose is drawn {larger} larger "
            "than the ears; under {nearest} it starts to look wrong"
        ),
        source="A3 S8",
        distance=metres(plan.distance_mm),
        larger=percent(nose_to_ear_scale(plan.distance_mm) - 1),
        nearest=metres(NEAREST_MM, 1),
    )


def _tape(position: CameraPosition) -> Text:
    """Marks measured along the floor from the background, and the length they need (A3)."""
    marks = position.marks
    parts: dict[str, Any] = {
        "subject": metres(marks.subject_mm),
        "back": metres(marks.back_row_mm),
        "sensor": metres(marks.sensor_mm),
        "needed": metres(position.room_length_needed_mm),
        "behind": metres(BEHIND_CAMERA_MM, 1),
    }
    if position.depth_of_rows_mm:
        message = _(
            "Tape from the background: back row at {back}, front row at {subject}, sensor at "
            "{sensor}; with {behind} behind the camera this takes {needed}"
        )
    else:
        message = _(
            "Tape from the background: subject at {subject}, sensor at {sensor}; with {behind} "
            "behind the camera this takes {needed}"
        )
    return text(message, source="A1 A3", **parts)


_GROUP_LENS_WHY = text(
    _("A lens under {shortest} on full frame stretches the faces at the edges of a group"),
    source="A3",
    shortest=millimetres(GROUP_SHORTEST_FOCAL_MM),
)
_CLOSER_TOO = text(
    _("One closer picture as well: head and shoulders, as the client was promised"),
    claims=(25, 78),
)
_SURROUNDINGS = text(
    _("The crop leaves the surroundings out; a cut-out only where it is asked for"),
    claims=(34,),
    source="T21",
)
_LOOSE_WHY = text(_("Filled to the edge, the frame would lose something to each crop"), source="A5")
_MASTER_WHY = text(
    _("One loose frame serves avatar, upright print and page; a tight one serves only itself"),
    claims=(5, 9, 10),
    source="A5",
)
_DOCUMENT_CROP = text(
    _("Leave the crop to the document’s rules: head, shoulders and upper body stay in"),
    source="A5 C3 S36c",
)


def _field(shoot: Shoot, plan: FramingPlan) -> Text:
    if not shoot.framing.upright:
        return text(_("Camera level, {width} across"), source="A3", width=metres(plan.field_mm))
    return text(
        _("Camera upright, {height} from top to bottom, of which the head fills {share}"),
        source="A3",
        height=length(plan.field_mm),
        share=percent(head_share(plan.field_mm)),
    )


def _loose(shoot: Shoot) -> Text:
    """Which crops the loose frame is for, and what of it is the picture (A5)."""
    parts: dict[str, Any] = {
        "ratios": ", ".join(shoot.crop_ratios),
        "tight": length(FRAMINGS[shoot.framing.name].field_mm),
    }
    if shoot.framing is not HEADSHOT_MASTER or SQUARE not in shoot.crop_ratios:
        message = _("Shoot loose, to be cut to {ratios}; the picture itself is {tight} high")
        return text(message, source="A5", **parts)
    message = (
        _("Shoot loose, to be cut to {ratios}; the face then fills about {face} of it")
        if set(shoot.crop_ratios) == {SQUARE}
        else _(
            "Shoot loose, to be cut to {ratios}; the upright picture is {tight} high, and the face "
            "fills about {face} of the square"
        )
    )
    return text(message, source="A5", face=percent(AVATAR_FACE_SHARE), **parts)


def _cropped(shoot: Shoot, plan: FramingPlan) -> Text:
    return text(
        _(
            "From this distance the lens sees more: crop to {wished}, which leaves {left} of "
            "{whole}"
        ),
        source="A3 A5",
        wished=length(plan.wished_mm),
        left=pixels(crop_yield_px(shoot.kit.long_side_px, plan.field_mm, plan.wished_mm)),
        whole=pixels(shoot.kit.long_side_px),
    )


def _lens(shoot: Shoot, plan: FramingPlan) -> Text:
    return text(
        _("{focal} on {format}"),
        source="A3 S9 S10",
        focal=millimetres(plan.focal_mm),
        format=shoot.sensor.name,
    )
