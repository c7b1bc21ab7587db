"""The light and the ground behind, as lines for the set (B1-B3)."""

from __future__ import annotations

from typing import Any

from guidance.brief.sheet import LightPlan, Line
from guidance.brief.shoot import Shoot
from guidance.framing import CameraPosition
from guidance.lighting import (
    KEY_DISTANCE_MM,
    LIGHT_BY_STYLE,
    PATTERNS,
    SPOTLIGHT_MOST_STOPS,
    Light,
    fall_off_stops,
    hardest_stops,
    key_up_deg,
    light_for,
)
from guidance.measures import degrees, metres, stops
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

BODY_KEY_DISTANCE_MM = 2000.0
GROUP_KEY_DISTANCE_MM = 2500.0


def light_plan(shoot: Shoot, position: CameraPosition) -> LightPlan:
    """The pattern of the style with its lamp placed for this framing and for glasses."""
    light = light_for(shoot.style, shoot.sitters)
    pattern = PATTERNS[light.pattern]
    distance_mm = _key_distance_mm(shoot, position)
    return LightPlan(
        pattern=light.pattern,
        key_over_fill_stops=light.key_over_fill_stops,
        reason=light.reason,
        key_side_deg=20.0 if shoot.is_group else pattern.side_deg,
        key_up_deg=key_up_deg(pattern, glasses=shoot.glasses, distance_mm=distance_mm),
        key_distance_mm=distance_mm,
        lower_fill=pattern.lower_fill,
    )


def light_lines(shoot: Shoot, plan: LightPlan) -> tuple[Line, ...]:
    """The pattern, the place of the key, the fill, the sign to look for, the eyes."""
    pattern = PATTERNS[plan.pattern]
    named = text(
        _("{pattern}: {sign}"),
        source=pattern.sign.source,
        pattern=pattern.name,
        sign=pattern.sign,
    )
    lines = [
        Line(named, plan.reason),
        Line(_group_key(plan) if shoot.is_group else _key(plan)),
        Line(_fill(plan)),
        Line(_catchlights(shoot, plan)),
    ]
    if shoot.answers.place == "location":
        lines.append(Line(_DAYLIGHT))
    if shoot.style == "two_looks":
        lines.append(Line(_second_look(shoot)))
    if "spotlight" in shoot.answers.casting_services:
        lines.append(Line(_SPOTLIGHT))
    if "light" in shoot.answers.creative and shoot.kind == "portrait":
        lines.append(Line(_OWN_LIGHT))
    if shoot.is_series:
        lines.append(Line(_SERIES))
    return (*lines, Line(_METERING if shoot.recommendation.people.total == 1 else _METERING_EACH))


def background_lines(shoot: Shoot, position: CameraPosition, plan: LightPlan) -> tuple[Line, ...]:
    """What is behind, how it is made, and how dark it falls without light of its own."""
    backdrop = shoot.backdrop
    lines = [Line(backdrop.title), *(Line(step) for step in backdrop.recipe)]
    if shoot.style == "two_looks" and shoot.is_seamless:
        lines.append(Line(_SECOND_GROUND))
    if shoot.is_seamless and shoot.kind != "document":
        lines.extend((Line(_fall_off(position, plan)), Line(_CONTRAST)))
    if shoot.answers.place_note:
        lines.append(Line(_place(shoot.answers.place_note)))
    if "background" in shoot.answers.creative and shoot.kind != "document":
        lines.append(Line(_OWN_BACKGROUND if shoot.kind == "portrait" else _OWN_TONE))
    return tuple(lines)


_CATCHLIGHT = text(
    _("One main catchlight in each eye, above the pupil at 10 to 11 or 1 to 2 o’clock"),
    claims=(88,),
    source="B2 S18c T11",
)
_CATCHLIGHT_IN_FRONT = text(
    _("The main catchlight stands straight above each pupil; none there means the key is too high"),
    claims=(88,),
    source="B2 S18c T11",
)
_CATCHLIGHT_AND_FILL = text(
    _("Two catchlights in each eye: the key’s above the pupil, the fill’s below it and weaker"),
    claims=(88,),
    source="B1 B2 S18c T11",
)
_CATCHLIGHTS_OF_ALL = text(
    _("Light in every eye: catchlights above the pupils, none hidden by the lids"),
    claims=(88,),
    source="B2 S18c T11",
)
_DAYLIGHT = text(
    _("On location a window or open shade may be the key, with the same angles and stops"),
    claims=(50,),
    source="B2",
)
_SPOTLIGHT = text(
    _("Spotlight takes natural pictures only: no more than {limit} between key and fill"),
    source="B2 C2 S29",
    limit=stops(SPOTLIGHT_MOST_STOPS),
)
_OWN_LIGHT = text(
    _(
        "Unusual light is wanted: once the safe frames are in, try a hard set-up, such as split "
        "light, and a coloured one"
    ),
    claims=(38, 55, 87),
)
_SERIES = text(
    _(
        "One recipe for everybody: mark stool, key and camera on the floor and note heights and "
        "power"
    ),
    source="T13 S58",
)
_METERING = text(
    _("Meter at the face and set the white balance in this light"), source="D2 S25a S25b"
)
_METERING_EACH = text(
    _("Meter at every face and set the white balance in this light; no reading fits the next face"),
    source="D2 S25a S25b",
)
_SECOND_GROUND = text(
    _("Second look: the same paper further back and unlit turns mid to dark grey"),
    claims=(66,),
    source="B2 B3 S19c",
)
_CONTRAST = text(
    _(
        "Choose the tone against hair and clothes: dark ones on a mid or light ground, fair ones "
        "not on white"
    ),
    source="D1 S29",
)
_OWN_BACKGROUND = text(
    _("An unusual background is wanted: agree on one idea and bring what it needs"), claims=(43,)
)
_OWN_TONE = text(
    _("The client was promised a choice of tone: show two grounds and let them choose"),
    claims=(33, 43),
)


def _catchlights(shoot: Shoot, plan: LightPlan) -> Text:
    if shoot.is_group or plan.pattern == "flat":
        return _CATCHLIGHTS_OF_ALL
    if plan.key_side_deg:
        return _CATCHLIGHT
    return _CATCHLIGHT_AND_FILL if plan.lower_fill else _CATCHLIGHT_IN_FRONT


def _key_distance_mm(shoot: Shoot, position: CameraPosition) -> float:
    if shoot.is_group:
        return max(GROUP_KEY_DISTANCE_MM, 0.8 * position.field_mm)
    if shoot.framing.name in {"knees", "full"}:
        return BODY_KEY_DISTANCE_MM
    return KEY_DISTANCE_MM


def _group_key(plan: LightPlan) -> Text:
    return text(
        _("One large soft source {side} beside the lens axis, {up} up, {distance} away, feathered"),
        source="B2",
        **_place_of_key(plan),
    )


def _key(plan: LightPlan) -> Text:
    if plan.key_side_deg == 0:
        return text(
            _("Key straight in front of the face, {up} up and {distance} away; large and soft"),
            source="B1 S17",
            up=degrees(plan.key_up_deg),
            distance=metres(plan.key_distance_mm, 1),
        )
    if plan.pattern == "flat":
        return text(
            _("Two equal large sources, {side} to either side, {up} up and {distance} away"),
            source="B1 S35c",
            **_place_of_key(plan),
        )
    return text(
        _("Key {side} to the side of the face, {up} up and {distance} away; large and soft"),
        source="B1 B2 S17",
        **_place_of_key(plan),
    )


def _place_of_key(plan: LightPlan) -> dict[str, Any]:
    return {
        "side": degrees(plan.key_side_deg),
        "up": degrees(plan.key_up_deg),
        "distance": metres(plan.key_distance_mm, 1),
    }


def _fill(plan: LightPlan) -> Text:
    if plan.key_over_fill_stops == 0:
        return text(_("Fill as bright as the key, measured at the face"), source="B2 S22a")
    over = stops(plan.key_over_fill_stops)
    if plan.lower_fill:
        return text(
            _("Fill from below, 45° up, {stops} under the key"), source="B1 B2 S18b", stops=over
        )
    return text(
        _("Fill from near the camera, above the lens, {stops} under the key"),
        source="B2 S22a",
        stops=over,
    )


def _second_look(shoot: Shoot) -> Text:
    second: Light = LIGHT_BY_STYLE["theatrical"]
    return text(
        _("Second look, theatrical: {pattern}, key {stops} over the fill"),
        claims=(65, 66),
        source="B2 S19c",
        pattern=PATTERNS[second.pattern].name,
        stops=stops(min(second.key_over_fill_stops, hardest_stops("theatrical", shoot.sitters))),
    )


def _fall_off(position: CameraPosition, plan: LightPlan) -> Text:
    darker = fall_off_stops(plan.key_distance_mm, position.background_gap_mm)
    return text(
        _("Without its own light the ground {gap} behind falls {stops} darker than the face"),
        source="B2 S23",
        gap=metres(position.background_gap_mm, 1),
        stops=stops(darker),
    )


def _place(note: str) -> Text:
    return text(_("The place, in the client’s words: “{note}”"), claims=(35, 50), note=note)
