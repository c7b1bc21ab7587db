"""Light on the feet of whoever is shown whole: the key is nearer to the face (B2, S23)."""

from __future__ import annotations

import math
from collections.abc import Iterator

from guidance.brief.sheet import LightPlan
from guidance.brief.shoot import Shoot
from guidance.framing import FRAMINGS
from guidance.measures import metres, stops
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

WORTH_SAYING_STOPS = 0.5
MOST_STOPS = 1.0
"""So much darker legs still look lit; from farther away the key gives no more than that (GK)."""


def feet_stops(key_mm: float, key_up_deg: float, eyes_mm: float) -> float:
    """How much less of the key reaches the feet than the face, by distance alone (B2, S23).

    `key_mm` is from key to face, `key_up_deg` its height above the eyes, `eyes_mm` the eyes'
    above the floor. ValueError for a key at 0.
    """
    if key_mm <= 0:
        raise ValueError("key_mm must be above zero")
    up = math.sin(math.radians(key_up_deg))
    to_feet_mm = math.sqrt(key_mm**2 + 2 * eyes_mm * key_mm * up + eyes_mm**2)
    return 2 * math.log2(to_feet_mm / key_mm)


def key_for_feet_mm(most_stops: float, key_up_deg: float, eyes_mm: float) -> float:
    """From where the key leaves the feet no more than `most_stops` darker, at the same angle.

    ValueError for 0 stops or less, which no distance gives.
    """
    if most_stops <= 0:
        raise ValueError("most_stops must be above zero")
    farther = math.pow(2, most_stops) - 1
    up = math.sin(math.radians(key_up_deg))
    return eyes_mm * (up + math.sqrt(up**2 + farther)) / farther


def feet_words(shoot: Shoot, plan: LightPlan) -> Iterator[Text]:
    """By how many stops the feet are darker and what to do, where a frame shows them."""
    if not _shows_feet(shoot):
        return
    darker = feet_stops(plan.key_distance_mm, plan.key_up_deg, plan.eye_height_mm)
    if darker < WORTH_SAYING_STOPS:
        return
    told = text(
        _("By distance alone the feet get {darker} less light than the face"),
        source="B2 S23",
        darker=stops(darker),
    )
    yield text(
        _("{told}: {remedy}"),
        source="B2 S23 GK",
        told=told,
        remedy=_remedy(shoot, plan, darker),
    )


def _shows_feet(shoot: Shoot) -> bool:
    if shoot.is_group:
        return shoot.body_field_mm >= FRAMINGS["full"].field_mm
    return shoot.framing.name == "full"


def _remedy(shoot: Shoot, plan: LightPlan, darker: float) -> Text:
    """Farther away where that is needed and the ceiling allows it, else a lamp for the legs."""
    if shoot.is_group:
        return _AIM_BOTH
    if darker <= MOST_STOPS:
        return _AIM
    distance_mm = key_for_feet_mm(MOST_STOPS, plan.key_up_deg, plan.eye_height_mm)
    if shoot.room is not None and _top_mm(plan, distance_mm) > shoot.room.height_m * 1000:
        return _LAMP_FOR_LEGS
    return text(
        _("aim the key at the hips; from {distance} away it would be {least}"),
        source="B2 GK",
        distance=metres(distance_mm + 50, 1),
        least=stops(MOST_STOPS),
    )


_AIM = text(_("aim the key at the hips, so that its edge lights the face"), source="B2 GK")
_AIM_BOTH = text(_("aim both keys at the height of the hips"), source="B2 GK")
_LAMP_FOR_LEGS = text(
    _("aim the key at the hips, and lift the legs with a second lamp, low and well to the side"),
    source="B2 GK",
)


def _top_mm(plan: LightPlan, distance_mm: float) -> float:
    """Of the key's upper edge from that far away."""
    up = math.radians(plan.key_up_deg)
    centre_mm = plan.eye_height_mm + distance_mm * math.sin(up)
    return centre_mm + plan.key_half_mm * math.cos(up)
