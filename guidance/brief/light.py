"""The lamps: which pattern, where each stands, how strong, and what to look for (B1, B2)."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, NamedTuple

from guidance.brief.backdrop import ground_stops
from guidance.brief.feet import feet_words
from guidance.brief.sheet import LightPlan, Line
from guidance.brief.shoot import Shoot
from guidance.framing import CameraPosition
from guidance.glare import SOFTBOX_HALF_HEIGHT_MM, glare_band_deg, glare_sideways_deg
from guidance.lighting import (
    KEY_DISTANCE_MM,
    LIGHT_BY_STYLE,
    PATTERNS,
    SPOTLIGHT_MOST_STOPS,
    Light,
    Pattern,
    contrast,
    fall_off_stops,
    fill_up_deg,
    hardest_stops,
    key_up_deg,
    light_for,
)
from guidance.measures import degrees, metres, stops
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

BODY_KEY_DISTANCE_MM = 2000.0
GROUP_KEY_DISTANCE_MM = 2500.0
DARK_KEY_DISTANCE_MM = 1000.0
"""The key comes close where the ground has to stay dark (B3)."""

STANDING_EYES_MM = 1600.0
GROUP_KEY_SIDE_DEG = 20.0
LOWER_FILL_UP_DEG = -45.0
LOWER_FILL_DISTANCE_MM = 1000.0
FILL_SIDE_DEG = 10.0
FILL_UP_DEG = 25.0
"""Beside and above the lens; with glasses as much higher as the band asks for (B2, B4)."""


def light_plan(shoot: Shoot, position: CameraPosition) -> LightPlan:
    """The pattern of the style with its lamps placed for this framing and for glasses."""
    light = light_for(shoot.style, shoot.sitters)
    pattern = PATTERNS[light.pattern]
    key = _place_of_key(shoot, pattern, position)
    fill = _place_of_fill(pattern, key, glasses=shoot.glasses)
    glare = (*glare_band_deg(), glare_sideways_deg()) if shoot.glasses else (None, None, None)
    return LightPlan(
        pattern=light.pattern,
        key_over_fill_stops=light.key_over_fill_stops,
        reason=light.reason,
        key_side_deg=key.side_deg,
        key_up_deg=key.up_deg,
        key_distance_mm=key.distance_mm,
        lower_fill=pattern.lower_fill,
        key_half_mm=SOFTBOX_HALF_HEIGHT_MM,
        eye_height_mm=STANDING_EYES_MM,
        key_height_mm=key.height_mm,
        fill_side_deg=fill.side_deg,
        fill_up_deg=fill.up_deg,
        fill_distance_mm=fill.distance_mm,
        ground_stops=ground_stops(shoot.backdrop, shoot.style, position.background_gap_mm),
        ground_falls_stops=fall_off_stops(key.distance_mm, position.background_gap_mm),
        glare_low_deg=glare[0],
        glare_high_deg=glare[1],
        glare_sideways_deg=glare[2],
    )


class PlaceOfLamp(NamedTuple):
    """From the direction of the face, and how far from it."""

    side_deg: float
    up_deg: float
    distance_mm: float

    @property
    def height_mm(self) -> float:
        """Of its centre above the floor, with the eyes of who stands."""
        return STANDING_EYES_MM + self.distance_mm * math.sin(math.radians(self.up_deg))

    def top_of_mm(self, half_mm: float) -> float:
        """Of its upper edge: it faces the eyes, so it leans."""
        return self.height_mm + half_mm * math.cos(math.radians(self.up_deg))


def light_lines(shoot: Shoot, position: CameraPosition, plan: LightPlan) -> tuple[Line, ...]:
    """The pattern with its sign, key and fill, the eyes, and what the session adds to that."""
    pattern = PATTERNS[plan.pattern]
    named = text(
        _("{pattern}: {sign}"), source=pattern.sign.source, pattern=pattern.name, sign=pattern.sign
    )
    return (
        Line(named, plan.reason),
        Line(_key(shoot, plan)),
        Line(_fill(shoot, plan)),
        Line(_catchlights(shoot, plan)),
        Line(_heights(shoot, plan)),
        *(Line(shown) for shown in feet_words(shoot, plan)),
        *(Line(shown) for shown in _particulars(shoot, plan)),
        Line(_metering(shoot, plan, position.depth_of_rows_mm)),
    )


def _place_of_key(shoot: Shoot, pattern: Pattern, position: CameraPosition) -> PlaceOfLamp:
    distance_mm = _key_distance_mm(shoot, position)
    up_deg = key_up_deg(pattern, glasses=shoot.glasses, distance_mm=distance_mm)
    side_deg = GROUP_KEY_SIDE_DEG if shoot.is_group else pattern.side_deg
    return PlaceOfLamp(side_deg, up_deg, distance_mm)


def _key_distance_mm(shoot: Shoot, position: CameraPosition) -> float:
    if shoot.is_group:
        return max(GROUP_KEY_DISTANCE_MM, 0.8 * position.field_mm)
    if shoot.framing.name in {"knees", "full"}:
        return BODY_KEY_DISTANCE_MM
    return DARK_KEY_DISTANCE_MM if shoot.backdrop_name == "dark" else KEY_DISTANCE_MM


def _place_of_fill(pattern: Pattern, key: PlaceOfLamp, *, glasses: bool) -> PlaceOfLamp:
    """From below for clamshell, the key's twin for flat light, else above the lens (B1, B2)."""
    if pattern.lower_fill:
        return PlaceOfLamp(0.0, LOWER_FILL_UP_DEG, LOWER_FILL_DISTANCE_MM)
    if pattern.key == "flat":
        return PlaceOfLamp(-key.side_deg, key.up_deg, key.distance_mm)
    distance_mm = 1.5 * key.distance_mm
    up_deg = fill_up_deg(FILL_UP_DEG, glasses=glasses, distance_mm=distance_mm)
    return PlaceOfLamp(-FILL_SIDE_DEG, up_deg, distance_mm)


_GROUP_KEY = _(
    "Large soft key {side} beside the lens axis, {up} up and {distance} away, its centre {height} "
    "above the floor; feathered, aimed at the far end of the row"
)
_ROWS_KEY = _(
    "Large soft key {side} beside the lens axis, {up} up and {distance} away, its centre {height} "
    "above the floor; feathered, aimed over the front row at the far end of the back row"
)
_FRONT_KEY = _(
    "Key straight in front of the face, {up} up and {distance} away, its centre {height} above "
    "the floor; large and soft"
)
_TWO_KEYS = _(
    "Two equal large sources, {side} to either side, {up} up and {distance} away, their centres "
    "{height} above the floor"
)
_FAR_SIDE_KEY = _(
    "Key on the side of the face turned away from the camera: {side} aside, {up} up and "
    "{distance} away, its centre {height} above the floor; large and soft"
)
_SIDE_KEY = _(
    "Key {side} to the side of the face, {up} up and {distance} away, its centre {height} above "
    "the floor; large and soft"
)


def _key(shoot: Shoot, plan: LightPlan) -> Text:
    where: dict[str, Any] = {
        "up": degrees(plan.key_up_deg),
        "distance": metres(plan.key_distance_mm, 1),
        "height": metres(plan.key_height_mm, 1),
    }
    if plan.key_side_deg == 0:
        return text(_FRONT_KEY, source="B1 S17", **where)
    where["side"] = degrees(plan.key_side_deg)
    if shoot.is_group:
        return text(_GROUP_KEY if len(shoot.rows) == 1 else _ROWS_KEY, source="B2", **where)
    if plan.pattern == "flat":
        return text(_TWO_KEYS, source="B1 S35c", **where)
    message = _FAR_SIDE_KEY if plan.pattern == "short" else _SIDE_KEY
    return text(message, source="B1 B2 S17", **where)


_BOTH_ALIKE = text(_("Both read the same at the face"), source="B2 S22a S35c")
_TWIN_FOR_GROUP = text(
    _("The same on the other side of the camera, as bright and aimed at the other end"),
    source="B2 S22a",
)


_LOWER_FILL = _("Fill from below, pointing {up} up, {distance} away, {stops} under the key")
_EQUAL_FILL = _(
    "Fill above the lens, {side} to the other side, {up} up and {distance} away, as bright as the "
    "key: {look}"
)
_UPPER_FILL = _(
    "Fill above the lens, {side} to the other side, {up} up and {distance} away, {stops} under "
    "the key: {look}"
)


def _fill(shoot: Shoot, plan: LightPlan) -> Text:
    if plan.pattern == "flat":
        return _TWIN_FOR_GROUP if shoot.is_group else _BOTH_ALIKE
    place: dict[str, Any] = {
        "up": degrees(abs(plan.fill_up_deg)),
        "distance": metres(plan.fill_distance_mm, 1),
    }
    if plan.key_over_fill_stops:
        place["stops"] = stops(plan.key_over_fill_stops)
    if plan.lower_fill:
        return text(_LOWER_FILL, source="B1 B2 S18b", **place)
    message = _UPPER_FILL if plan.key_over_fill_stops else _EQUAL_FILL
    return text(
        message,
        source="B2 S22a",
        side=degrees(abs(plan.fill_side_deg or 0)),
        look=contrast(plan.key_over_fill_stops),
        **place,
    )


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


def _catchlights(shoot: Shoot, plan: LightPlan) -> Text:
    if shoot.is_group or plan.pattern == "flat":
        return _CATCHLIGHTS_OF_ALL
    if plan.key_side_deg:
        return _CATCHLIGHT
    return _CATCHLIGHT_AND_FILL if plan.lower_fill else _CATCHLIGHT_IN_FRONT


# Said in every brief, so that it tells nothing about who will sit.
_HEIGHTS = _(
    "Heights are for eyes {eyes} above the floor: when somebody sits, stands or is shorter, lamps "
    "and camera move with the eyes; angles and distances stay"
)
_HEIGHTS_OF_ALL = _(
    "Heights are for eyes {eyes} above the floor: where many sit, lower the lamps until every eye "
    "catches them"
)


def _heights(shoot: Shoot, plan: LightPlan) -> Text:
    message = _HEIGHTS_OF_ALL if shoot.is_group else _HEIGHTS
    return text(message, source="B1 GK", eyes=metres(plan.eye_height_mm, 1))


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
_CENTRAL_CASTING = text(
    _("Central Casting gets frames of its own in plain light, the fill as bright as the key"),
    source="C2 S32 GK",
)
_OWN_LIGHT = text(
    _(
        "Unusual light is wanted: once the safe frames are in, try a hard set-up, such as split "
        "light, and a coloured one"
    ),
    claims=(38, 55, 87),
)


def _particulars(shoot: Shoot, plan: LightPlan) -> Iterator[Text]:
    """What place, looks, services and wishes add to the recipe."""
    if shoot.answers.place == "location":
        yield _DAYLIGHT
    if shoot.style == "two_looks":
        yield _second_look(shoot, plan)
    if "spotlight" in shoot.answers.casting_services:
        yield _SPOTLIGHT
    if "central_casting" in shoot.answers.casting_services:
        yield _CENTRAL_CASTING
    if "light" in shoot.answers.creative and shoot.kind == "portrait":
        yield _OWN_LIGHT


def second_look_key(shoot: Shoot, plan: LightPlan) -> PlaceOfLamp:
    """The key of an actor's second, theatrical look, as far away as in the first."""
    pattern = PATTERNS[LIGHT_BY_STYLE["theatrical"].pattern]
    up_deg = key_up_deg(pattern, glasses=shoot.glasses, distance_mm=plan.key_distance_mm)
    return PlaceOfLamp(pattern.side_deg, up_deg, plan.key_distance_mm)


def _second_look(shoot: Shoot, plan: LightPlan) -> Text:
    second: Light = LIGHT_BY_STYLE["theatrical"]
    key = second_look_key(shoot, plan)
    return text(
        _(
            "Second look, theatrical: {pattern}, key {side} aside and {up} up, {stops} over a fill "
            "from above the lens"
        ),
        claims=(65, 66),
        source="B1 B2 S19c",
        pattern=PATTERNS[second.pattern].name,
        side=degrees(key.side_deg),
        up=degrees(key.up_deg),
        stops=stops(min(second.key_over_fill_stops, hardest_stops("theatrical", shoot.sitters))),
    )


_METERING = text(
    _("Meter at the face and set the white balance in this light"), source="D2 S25a S25b"
)
_METERING_EACH = text(
    _("Meter at every face and set the white balance in this light; no reading fits the next face"),
    source="D2 S25a S25b",
)
_METERING_ROW = text(
    _(
        "Meter both ends, within a third of a stop of the middle; set the white balance in this "
        "light"
    ),
    source="B2 D2 S25a GK",
)


def _metering(shoot: Shoot, plan: LightPlan, depth_of_rows_mm: float) -> Text:
    if shoot.is_group:
        return _metering_rows(plan, depth_of_rows_mm) if depth_of_rows_mm else _METERING_ROW
    return _METERING_EACH if shoot.is_series else _METERING


def _metering_rows(plan: LightPlan, depth_of_rows_mm: float) -> Text:
    """Distance alone leaves the back row darker than any group should be (B2, S23)."""
    return text(
        _(
            "Meter both ends of every row. Aimed at the front row, the back one gets {darker} "
            "less: move the keys back and feather until it is half a stop at most; set the white "
            "balance in this light"
        ),
        source="B2 D2 S23 S25a GK",
        darker=stops(fall_off_stops(plan.key_distance_mm, depth_of_rows_mm)),
    )
