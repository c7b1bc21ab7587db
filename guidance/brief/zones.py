"""What has to be sharp, and the two ways to hold it: focus on the near eye, or shared (A4)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from guidance.brief.shoot import Shoot
from guidance.framing import CameraPosition
from guidance.optics import f_number_between, f_number_on_eye, focus_between_mm
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

NOSE_MM = 40.0
"""From the eyes to the tip of the nose (A4)."""

EARS_MM = 100.0
HALF_TURNED_DEG = 30.0
PUPIL_DISTANCE_MM = 63.0


@dataclass(frozen=True, slots=True)
class Zone:
    """What must be sharp, in mm before and behind the near eye (A4)."""

    front_mm: float
    behind_mm: float
    name: Text

    def limits_mm(self, position: CameraPosition) -> tuple[float, float]:
        """Near and far limit from the lens, all rows included."""
        back_mm = position.distance_mm + position.depth_of_rows_mm
        return position.distance_mm - self.front_mm, back_mm + self.behind_mm


@dataclass(frozen=True, slots=True)
class Hold:
    """The smallest f-number that holds a zone, and the focus that it takes, mm from the lens."""

    zone: Zone
    f_number: float
    focus_mm: float


def far_eye_behind_mm(turned_deg: float) -> float:
    """How far the far eye lies behind the near one when the head is turned (A4)."""
    return PUPIL_DISTANCE_MM * math.sin(math.radians(turned_deg))


FACE = Zone(NOSE_MM, 50.0, text(_("nose to temples"), claims=(22, 62), source="A4 S60"))
HEAD = Zone(NOSE_MM, EARS_MM, text(_("nose to ears"), claims=(62,), source="A4 S60"))
ALL_FACES = Zone(NOSE_MM, EARS_MM, text(_("the depth of all rows"), claims=(21,), source="A4"))
BOTH_EYES = Zone(
    0.0,
    far_eye_behind_mm(HALF_TURNED_DEG),
    text(_("both eyes of a head turned by 30°"), source="A4"),
)


def on_eye(shoot: Shoot, position: CameraPosition, zone: Zone) -> Hold:
    """Focus on the near eye, of the front row where there are several."""
    behind_mm = zone.behind_mm + position.depth_of_rows_mm
    needed = f_number_on_eye(
        position.focal_mm, shoot.circle_mm(position), position.distance_mm, zone.front_mm, behind_mm
    )
    return Hold(zone, needed, position.distance_mm)


def shared(shoot: Shoot, position: CameraPosition, zone: Zone) -> Hold:
    """Focus between the limits: the smaller f-number, the eye no longer the sharpest point."""
    limits_mm = zone.limits_mm(position)
    needed = f_number_between(position.focal_mm, shoot.circle_mm(position), *limits_mm)
    return Hold(zone, needed, focus_between_mm(*limits_mm))
