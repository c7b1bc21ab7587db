"""Shutter, flash sync and sensitivity: what people's movement and the hand ask for (A4)."""

from __future__ import annotations

import math
from typing import Any

from guidance.brief.sheet import AperturePlan, Line
from guidance.brief.shoot import MOVING_STYLES, Shoot
from guidance.framing import CameraPosition
from guidance.measures import count, f_number, millimetres, per_second, pixels, stops
from guidance.optics import hand_held_shutter, marked_shutter_within, nearest_marked_shutter
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

HIGH_RESOLUTION_PX = 7_500
"""From this long side on, about 40 megapixels, the stricter hand-held rule holds (S16b)."""

SLOWEST_WITH_FLASH = 125
FLASH_SYNC = 200
"""1/200 s: every focal-plane shutter is fully open then, or nearly (S11)."""

BASE_ISO = 100
WIDE_OUTDOORS_F_NUMBER = 4.0
"""Wider than or at this the sun asks for a shutter far above the sync speed (S11)."""

SUNNY_F_NUMBER = 16.0
"""Full sun: f/16 at one over the ISO (GK)."""


def shutter_lines(shoot: Shoot, position: CameraPosition) -> tuple[Line, ...]:
    """The slowest shutter in continuous light, and the range for flash."""
    flash = _FLASH_OUT if shoot.answers.place == "location" else _FLASH_IN
    return Line(_continuous(shoot, position), _hand_why(shoot, position)), Line(flash)


def sync_warnings(shoot: Shoot, plan: AperturePlan) -> tuple[Line, ...]:
    """A wide aperture and flash out of doors: the sun wants a shutter above the sync speed."""
    if shoot.answers.place != "location" or plan.f_number > WIDE_OUTDOORS_F_NUMBER:
        return ()
    sunny = BASE_ISO * (SUNNY_F_NUMBER / plan.f_number) ** 2
    return (
        Line(
            text(
                _(
                    "With flash in the sun {stop} asks for about {shutter} at base ISO, {over} "
                    "above the sync speed: shade or a grey filter first, high-speed sync costs "
                    "much of the flash’s power"
                ),
                source="A4 S11 GK",
                stop=f_number(plan.f_number),
                shutter=per_second(nearest_marked_shutter(sunny)),
                over=stops(round(math.log2(sunny / FLASH_SYNC))),
            )
        ),
    )


_FLASH_IN = text(
    _("With flash {slow} to {sync}, never above the camera’s sync speed; ISO {iso}"),
    source="A4 S11 S12",
    slow=per_second(SLOWEST_WITH_FLASH),
    sync=per_second(FLASH_SYNC),
    iso=count(BASE_ISO),
)
_FLASH_OUT = text(
    _("With flash no faster than the camera’s sync speed, {sync} as a rule"),
    source="A4 S11",
    sync=per_second(FLASH_SYNC),
)


def _continuous(shoot: Shoot, position: CameraPosition) -> Text:
    return text(
        _(
            "In continuous light {shutter} or faster, by hand too; raise the ISO before going "
            "slower"
        ),
        source="A4 S16",
        shutter=per_second(
            marked_shutter_within(max(_people_shutter(shoot), _by_hand(shoot, position)))
        ),
    )


def _hand_why(shoot: Shoot, position: CameraPosition) -> Text:
    parts: dict[str, Any] = {
        "focal": millimetres(position.focal_mm),
        "slowest": per_second(_by_hand(shoot, position)),
    }
    if _is_strict(shoot):
        return text(
            _(
                "Slower, people blur; {focal} in the hand asks for {slowest}, twice the usual at "
                "{pixels} on the long side. A stabiliser steadies only the camera"
            ),
            source="A4 S16 S16b",
            pixels=pixels(shoot.kit.long_side_px),
            **parts,
        )
    return text(
        _(
            "Slower, people blur; {focal} in the hand asks for {slowest}. A stabiliser steadies "
            "only the camera"
        ),
        source="A4 S16",
        **parts,
    )


def _by_hand(shoot: Shoot, position: CameraPosition) -> float:
    return hand_held_shutter(position.focal_mm, shoot.sensor.crop_factor, strict=_is_strict(shoot))


def _is_strict(shoot: Shoot) -> bool:
    return shoot.kit.long_side_px > HIGH_RESOLUTION_PX


def _people_shutter(shoot: Shoot) -> int:
    if shoot.style in MOVING_STYLES or "excitement" in shoot.answers.mood:
        return 500
    return 250 if shoot.children else 125
