"""Whether the ceiling holds key and fill, and what to do where it does not (B1, B4)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from guidance.brief.light import PlaceOfLamp, light_plan, second_look_key
from guidance.brief.sheet import LightPlan, Line
from guidance.brief.shoot import Shoot
from guidance.framing import CameraPosition
from guidance.glare import nearest_clear_side_deg
from guidance.lighting import FILL_HALF_MM
from guidance.measures import degrees, metres
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

_STANDING_FRAMINGS = frozenset({"knees", "full", "group"})


def ceiling_warnings(shoot: Shoot, position: CameraPosition) -> tuple[Line, ...]:
    """A key whose upper edge would stand over the ceiling, in either look where there are two."""
    return tuple(Line(shown) for shown in _warnings(shoot, light_plan(shoot, position)))


def _warnings(shoot: Shoot, plan: LightPlan) -> Iterator[Text]:
    if shoot.room is None:
        return
    yield from _low_for_key(shoot, plan, shoot.room.height_m * 1000)
    fill = PlaceOfLamp(plan.fill_side_deg or 0.0, plan.fill_up_deg, plan.fill_distance_mm)
    top_mm = fill.top_of_mm(FILL_HALF_MM)
    if plan.pattern != "flat" and top_mm > shoot.room.height_m * 1000:
        yield text(
            _("Under this ceiling the fill, {top} at its upper edge, comes nearer at less power"),
            source="B1 GK",
            top=metres(top_mm),
        )


def _low_for_key(shoot: Shoot, plan: LightPlan, ceiling_mm: float) -> Iterator[Text]:
    if plan.key_top_mm <= ceiling_mm:
        return
    low = _low(shoot, plan, ceiling_mm)
    second = second_look_key(shoot, plan)
    if shoot.style != "two_looks" or second.top_of_mm(plan.key_half_mm) <= ceiling_mm:
        yield low
        return
    yield text(
        _("{warning}; the second look’s too"), claims=low.claims, source=low.source, warning=low
    )


def _low(shoot: Shoot, plan: LightPlan, ceiling_mm: float) -> Text:
    is_twin = plan.pattern == "flat"
    where: dict[str, Any] = {
        "ceiling": metres(ceiling_mm),
        "top": metres(plan.key_top_mm),
    }
    if shoot.glasses:
        side_deg = math.ceil(nearest_clear_side_deg(plan.key_distance_mm, plan.key_half_mm))
        message = _LOW_FOR_GLASSES_TWIN if is_twin else _LOW_FOR_GLASSES
        return text(message, claims=(54,), source="B4", side=degrees(side_deg), **where)
    if shoot.framing.name in _STANDING_FRAMINGS:
        return text(_LOW_STANDING_TWIN if is_twin else _LOW_STANDING, source="B1 GK", **where)
    return text(_LOW_TWIN if is_twin else _LOW, source="B1 GK", **where)


_LOW_FOR_GLASSES = _(
    "The ceiling is low for a raised key, {ceiling} for an upper edge at {top}: move the key "
    "aside; with its centre {side} or more to the side any height is clear of the glasses"
)
_LOW_FOR_GLASSES_TWIN = _(
    "The ceiling is low for raised keys, {ceiling} for upper edges at {top}: move both aside; with "
    "their centres {side} or more to either side any height is clear of the glasses"
)
_LOW = _(
    "The ceiling is low for this key, {ceiling} for an upper edge at {top}: have people sit, bring "
    "it nearer or take a smaller source"
)
_LOW_TWIN = _(
    "The ceiling is low for these keys, {ceiling} for upper edges at {top}: have people sit, bring "
    "both nearer or take smaller sources"
)
_LOW_STANDING = _(
    "The ceiling is low for this key, {ceiling} for an upper edge at {top}: bring it nearer, lower "
    "it as far as the catchlights allow, or take a smaller source"
)
_LOW_STANDING_TWIN = _(
    "The ceiling is low for these keys, {ceiling} for upper edges at {top}: bring both nearer, "
    "lower them as far as the catchlights allow, or take smaller sources"
)
