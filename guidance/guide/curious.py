"""What an aperture holds, for the curious: a small table, computed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guidance.brief.zones import BOTH_EYES, FACE
from guidance.framing import FRAMINGS
from guidance.measures import f_number, metres, millimetres
from guidance.optics import SENSOR_FORMATS, depth_of_field, subject_distance_mm
from guidance.texts import Quantity, Text, text
from guidance.texts import gettext_noop as _

SHOWN_F_NUMBERS = (1.8, 2.8, 5.6, 8.0)
FOCAL_MM = 85
"""The lens of the worked case in A4: head and shoulders on full frame."""

_NEAR_EYE = text(_("the nearer eye alone"), source="A4 calc")


@dataclass(frozen=True, slots=True)
class ApertureRow:
    """What one f-number keeps sharp in front of the near eye and behind it, and what that is."""

    f_number: Text
    front: Text
    behind: Text
    holds: Text


@dataclass(frozen=True, slots=True)
class ApertureTable:
    """Apertures at one lens and distance, the widest first."""

    caption: Text
    rows: tuple[ApertureRow, ...]

    @property
    def lines(self) -> Iterator[Text]:
        """The sentences of the table."""
        yield self.caption
        for row in self.rows:
            yield from (row.f_number, row.front, row.behind, row.holds)


def _table() -> ApertureTable:
    sensor = SENSOR_FORMATS["full_frame"]
    field_mm = FRAMINGS["head_shoulders"].field_mm
    distance_mm = subject_distance_mm(FOCAL_MM, field_mm, sensor.long_side_mm)
    caption = text(
        _(
            "Sharp around the nearer eye: head and shoulders, full frame, {focal} lens, {distance} "
            "away"
        ),
        source="A4 calc",
        focal=millimetres(FOCAL_MM),
        distance=metres(distance_mm),
    )
    rows = (_row(number, sensor.circle_mm, distance_mm) for number in SHOWN_F_NUMBERS)
    return ApertureTable(caption, tuple(rows))


def _row(number: float, circle_mm: float, distance_mm: float) -> ApertureRow:
    zone = depth_of_field(FOCAL_MM, number, circle_mm, distance_mm)
    front_mm, behind_mm = distance_mm - zone.near_mm, zone.far_mm - distance_mm
    held = (
        one.name
        for one in (FACE, BOTH_EYES)
        if one.front_mm <= front_mm and one.behind_mm <= behind_mm
    )
    return ApertureRow(
        _number_alone(f_number(number)),
        _number_alone(millimetres(front_mm)),
        _number_alone(millimetres(behind_mm)),
        next(held, _NEAR_EYE),
    )


def _number_alone(quantity: Quantity) -> Text:
    return text("{quantity}", source="A4 calc", quantity=quantity)


APERTURES = _table()
