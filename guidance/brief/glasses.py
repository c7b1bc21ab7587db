"""Glasses on the set: how to keep the lenses clear (B4), or what to ask where nobody said."""

from __future__ import annotations

import math

from guidance.brief.sheet import LightPlan, Line
from guidance.brief.shoot import Shoot
from guidance.glare import (
    FRAME_TILT_DEG,
    GLARE_MARGIN_DEG,
    glare_band_deg,
    lamp_span_deg,
    nearest_clear_side_deg,
)
from guidance.measures import count, degrees, metres
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

CAMERA_UP_DEG = 5.0
CHIN_DOWN_DEG = 10.0
TEMPLES_UP_DEG = 8.0
"""How far each fix goes before it shows in the picture (B4, rows L4 to L6)."""


def glasses_lines(shoot: Shoot, plan: LightPlan, distance_mm: float) -> tuple[Line, ...]:
    """How to keep the lenses clear (B4), or what to ask where nobody said.

    `distance_mm` is from the lens to the eyes.
    """
    if not shoot.glasses:
        return (Line(_without(shoot, plan)),)
    is_document = shoot.kind == "document"
    fixes = _light_fixes(plan) + (_document_fixes() if is_document else _all_fixes(distance_mm))
    return (
        *((Line(_DOCUMENT_GLASSES),) if is_document else ()),
        Line(_band(plan)),
        Line(_NO_LOWER_FILL),
        *(Line(_numbered(number, fix)) for number, fix in enumerate(fixes, 1)),
        *(() if is_document else (Line(_LIKENESS),)),
        Line(_DUTY),
    )


def _light_fixes(plan: LightPlan) -> tuple[Text, ...]:
    return (_light_up(plan), _light_aside(plan))


def _all_fixes(distance_mm: float) -> tuple[Text, ...]:
    return (_camera_up(distance_mm), _CHIN_DOWN, _TEMPLES_UP, _PLATE, _EMPTY_FRAMES)


def _document_fixes() -> tuple[Text, ...]:
    """A document wants the camera at eye level, the head upright and the file unaltered (C3)."""
    return (_TEMPLES_UP,)


def _numbered(number: int, fix: Text) -> Text:
    message = _("Still glare? {number}: {fix}") if number == 1 else _("{number}: {fix}")
    return text(message, claims=fix.claims, source=fix.source, number=count(number), fix=fix)


def _without(shoot: Shoot, plan: LightPlan) -> Text:
    if shoot.kind == "document":
        return _DOCUMENT_GLASSES
    if shoot.answers.glasses == "no":
        return _NO_GLASSES
    if shoot.is_series:
        return _EACH_FOR_THEMSELVES_WITH_LOWER_FILL if plan.lower_fill else _EACH_FOR_THEMSELVES
    return _UNKNOWN_WITH_LOWER_FILL if plan.lower_fill else _GLASSES_UNKNOWN


def _lowered_deg(
    *, tilt_more_deg: float = 0.0, chin_up_deg: float = 0.0, camera_up_deg: float = 0.0
) -> float:
    """By how much a fix lowers the upper end of the band."""
    _low, high = glare_band_deg(
        tilt_deg=FRAME_TILT_DEG + tilt_more_deg,
        chin_up_deg=chin_up_deg,
        camera_up_deg=camera_up_deg,
    )
    return glare_band_deg()[1] - high


_DOCUMENT_GLASSES = text(
    _("Glasses off for the US; elsewhere clear lenses, no glare, the frame clear of the eyes"),
    source="C3 S35d",
)
_NO_GLASSES = text(
    _("The client wears no glasses; if some turn up after all, raise the key first"),
    claims=(54,),
    source="B4",
)
_GLASSES_UNKNOWN = text(
    _("Nobody told us about glasses: ask before the light is set, and raise the key if there are"),
    claims=(54,),
    source="B4",
)
_UNKNOWN_WITH_LOWER_FILL = text(
    _(
        "Nobody told us about glasses: ask before the light is set; with glasses the fill from "
        "below goes, and the key moves up and aside"
    ),
    claims=(54,),
    source="B4 S20a",
)
_EACH_FOR_THEMSELVES = text(
    _(
        "People answer for themselves: glasses stand beside each name. Ask whoever said nothing, "
        "and raise the key for whoever wears them"
    ),
    claims=(54,),
    source="B4 E1",
)
_EACH_FOR_THEMSELVES_WITH_LOWER_FILL = text(
    _(
        "People answer for themselves: glasses stand beside each name. Ask whoever said nothing; "
        "with glasses the fill from below goes, and the key moves up and aside"
    ),
    claims=(54,),
    source="B4 E1 S20a",
)
_NO_LOWER_FILL = text(
    _("No fill and no reflector from below, which is inside this band"),
    claims=(54,),
    source="B4 S20a",
)


def _band(plan: LightPlan) -> Text:
    return text(
        _(
            "The lenses mirror lights from {low} below to {high} above eye level, {side} to either "
            "side; key and fill stay {margin} or more above that"
        ),
        claims=(54,),
        source="B4 S20a S20c S24",
        low=degrees(-(plan.glare_low_deg or 0)),
        high=degrees(plan.glare_high_deg or 0),
        side=degrees(plan.glare_sideways_deg or 0),
        margin=degrees(GLARE_MARGIN_DEG),
    )


def _light_up(plan: LightPlan) -> Text:
    lower_edge_deg, _upper = lamp_span_deg(plan.key_up_deg, plan.key_half_mm, plan.key_distance_mm)
    return text(
        _("the light higher; its lower edge is {edge} above eye level now"),
        claims=(54,),
        source="B4 S20b",
        edge=degrees(lower_edge_deg),
    )


def _light_aside(plan: LightPlan) -> Text:
    aside_deg = math.ceil(nearest_clear_side_deg(plan.key_distance_mm, plan.key_half_mm))
    return text(
        _("the light aside; with its centre {side} or more to the side any height is clear"),
        claims=(54,),
        source="B4 S20a",
        side=degrees(aside_deg),
    )


def _camera_up(distance_mm: float) -> Text:
    return text(
        _("the camera {up} higher, aimed down; lowers the band by {lowered}"),
        claims=(54,),
        source="B4 S20b",
        up=metres(distance_mm * math.tan(math.radians(CAMERA_UP_DEG)), 2),
        lowered=degrees(_lowered_deg(camera_up_deg=CAMERA_UP_DEG)),
    )


_CHIN_DOWN = text(
    _("the chin slightly down; {down} lowers the band by {lowered}"),
    claims=(54,),
    source="B4 S20b",
    down=degrees(CHIN_DOWN_DEG),
    lowered=degrees(_lowered_deg(chin_up_deg=-CHIN_DOWN_DEG)),
)
_TEMPLES_UP = text(
    _("the temples a little off the ears; {tilt} lower the band by {lowered}"),
    claims=(54,),
    source="B4",
    tilt=degrees(TEMPLES_UP_DEG),
    lowered=degrees(_lowered_deg(tilt_more_deg=TEMPLES_UP_DEG)),
)
_PLATE = text(
    _("a second frame without glasses from the same marks, to mend this one, if the client agrees"),
    claims=(54,),
    source="B4",
)
_EMPTY_FRAMES = text(_("an empty frame of the same kind, borrowed"), claims=(54,), source="B4")
_LIKENESS = text(
    _("Glasses worn every day stay on; where worn at times, take both versions"),
    claims=(62,),
    source="B4",
)
_DUTY = text(
    _(
        "Glare is the studio’s problem, never the client’s: with the key this high look at 100 % "
        "for a catchlight and open sockets"
    ),
    claims=(54, 88),
    source="B4 S20b",
)
