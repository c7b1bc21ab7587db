"""What fits where kit and room don't allow the picture as planned: frame, room, lens (A3)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from guidance.brief.session import NamedRoom
from guidance.brief.shoot import Shoot
from guidance.framing import (
    FRAMINGS,
    ROW_PITCH_MM,
    CameraPosition,
    Framing,
    Setting,
    group_framing,
    rank_lenses,
)
from guidance.measures import count, metres, millimetres
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

LEAST_WIDTH_MM = 2000.0
"""A key at 1.2 m to the side and its softbox need this much, whatever the frame (GK)."""

FRAMING_WORDS: Mapping[str, Text] = MappingProxyType(
    {
        "face": text(_("the face alone"), source="A3"),
        "head_shoulders": text(_("head and shoulders"), source="A3"),
        "waist": text(_("from the waist up, hands included"), source="A3"),
        "knees": text(_("from the knees up"), source="A3"),
        "full": text(_("the whole figure"), source="A3"),
    }
)
"""What each framing of A3 shows."""


def ways_that_fit(shoot: Shoot, planned: CameraPosition) -> tuple[Text, ...]:
    """What can be done where no lens of the kit holds the framing in this room.

    In the order of what it costs: a closer frame here, another room of the studio, another lens.
    """
    return tuple(_ways(shoot, planned))


def room_that_fits(shoot: Shoot) -> tuple[NamedRoom, CameraPosition] | None:
    """The smallest other room in which a lens of the kit holds the framing, and its place."""
    by_size = sorted(
        shoot.session.other_rooms, key=lambda each: each.size.length_m * each.size.width_m
    )
    for room in by_size:
        setting = replace(shoot.setting, room_length_mm=room.size.length_m * 1000)
        best = rank_lenses(shoot.framing, setting, shoot.lenses_mm)[0]
        if best.fits and room.size.width_m * 1000 >= max(frame_width_mm(shoot), LEAST_WIDTH_MM):
            return room, best
    return None


def frame_width_mm(shoot: Shoot) -> float:
    """The width of the picture where the people stand; what is cropped away doesn't count."""
    if not shoot.framing.upright:
        return shoot.framing.field_mm
    return shoot.framing.field_mm * shoot.sensor.short_side_mm / shoot.sensor.long_side_mm


def _ways(shoot: Shoot, planned: CameraPosition) -> Iterator[Text]:
    yield from _closer_frame(shoot)
    if shoot.is_group:
        yield from _more_rows(shoot)
    yield _longer_room(shoot)
    if planned.fits:
        yield text(
            _("{focal} from {distance}, borrowed: this sheet is worked out for it"),
            source="A3",
            focal=millimetres(planned.focal_mm),
            distance=metres(planned.distance_mm),
        )


def _closer_frame(shoot: Shoot) -> Iterator[Text]:
    """The loosest framing that fits with the kit; documents and banners keep their frame."""
    if shoot.kind == "document" or not (shoot.framing.upright or shoot.is_group):
        return
    for framing in sorted(_closer(shoot), key=lambda each: -each.field_mm):
        best = _best(framing, shoot.setting, shoot)
        if best is not None:
            tight = framing.name == shoot.framing.name and not shoot.is_group
            yield text(
                _("here, {framing} without air for crops, with {focal} from {distance}")
                if tight
                else _("here, {framing}, with {focal} from {distance}"),
                source="A3",
                framing=FRAMING_WORDS[framing.name],
                focal=millimetres(best.focal_mm),
                distance=metres(best.distance_mm),
            )
            return


def _closer(shoot: Shoot) -> Iterator[Framing]:
    if not shoot.is_group:
        yield from (each for each in FRAMINGS.values() if each.field_mm < shoot.framing.field_mm)
        return
    for name in ("full", "knees", "waist"):
        body_mm = FRAMINGS[name].field_mm
        framing = group_framing(shoot.people_in_frame, body_mm, shoot.sensor)
        if body_mm < shoot.body_field_mm and framing.field_mm < shoot.framing.field_mm:
            yield replace(framing, name=name)


def _more_rows(shoot: Shoot) -> Iterator[Text]:
    people = shoot.people_in_frame
    for rows in range(len(shoot.rows) + 1, people // 2 + 1):
        framing = group_framing(people, shoot.body_field_mm, shoot.sensor, rows=rows)
        setting = replace(shoot.setting, depth_of_rows_mm=(rows - 1) * ROW_PITCH_MM)
        best = _best(framing, setting, shoot)
        if best is not None:
            yield text(
                _("here, in {rows} rows of up to {people}, with {focal} from {distance}"),
                source="A3 D4",
                rows=count(rows),
                people=count(math.ceil(people / rows)),
                focal=millimetres(best.focal_mm),
                distance=metres(best.distance_mm),
            )
            return


def _longer_room(shoot: Shoot) -> Text:
    found = room_that_fits(shoot)
    if found is not None:
        room, best = found
        return text(
            _("“{room}”, {length} long, with {focal}"),
            source="A3",
            room=room.name,
            length=metres(room.size.length_m * 1000, 1),
            focal=millimetres(best.focal_mm),
        )
    own = rank_lenses(shoot.framing, shoot.setting, shoot.lenses_mm)[0]
    return text(
        _("a room {needed} long, with {focal}"),
        source="A3",
        needed=metres(own.room_length_needed_mm + 5),
        focal=millimetres(own.focal_mm),
    )


def _best(framing: Framing, setting: Setting, shoot: Shoot) -> CameraPosition | None:
    best = rank_lenses(framing, setting, shoot.lenses_mm)[0]
    return best if best.fits else None
