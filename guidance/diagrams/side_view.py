"""The set from the side, to scale: floor and ceiling, eye line, lamps, and what glasses mirror.

Lamps stand to the side of the line from camera to sitter; here each is turned into the plane of
the drawing, so that its height, its distance and its angle are true.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from guidance.brief.sheet import Brief
from guidance.diagrams.drawing import Point, Tone, dashed, moved, polyline, rectangle, thin
from guidance.diagrams.floor_view import GUTTER, along_shown, near_edge_mm
from guidance.diagrams.lettering import (
    HAIR,
    INSIDE,
    LEADING,
    SIZE,
    Callout,
    Span,
    callouts,
    spread,
    width_of,
    written,
)
from guidance.diagrams.plate import LINE, Say, plate, told
from guidance.diagrams.set_pieces import (
    PROFILE_EYE_MM,
    camera,
    placed,
    profile_person,
    softbox,
    stand,
    tripod,
    wall,
)
from guidance.diagrams.set_words import BACKGROUND, CAMERA, MIRRORED, named, not_fitting, too_high
from guidance.diagrams.stage import Lamp, Stage, stage_of
from guidance.measures import degrees, metres
from guidance.texts import Text, render, text
from guidance.texts import gettext_noop as _

TALLEST = 240.0
CROWN_MM = 110.0
"""From the eyes up to the crown."""


@dataclass(frozen=True, slots=True)
class View:
    """From mm of the stage to the plate: `x` of what lies along, `y` of heights."""

    scale: float
    left: float
    top: float
    floor: float
    along_mm: Span

    def x(self, along_mm: float) -> float:
        return self.left + (along_mm - self.along_mm.low) * self.scale

    def y(self, height_mm: float) -> float:
        return self.floor - height_mm * self.scale

    def at(self, along_mm: float, height_mm: float) -> Point:
        return self.x(along_mm), self.y(height_mm)


def side_figure(brief: Brief, *, say: Say = render, id_prefix: str = "side") -> str:
    """The set from the side; what the ceiling does not hold is named so, in a warning's tone.

    The brief must be drawable.
    """
    stage = stage_of(brief)
    upper = list(_upper_names(stage, say))
    head = callouts(_called(upper, None), 0, above=True).height
    view = _view(stage, head + 8)
    names = callouts(_called(upper, view), head, above=True)
    lower = callouts(_called(_lower_names(brief, stage, say), view), view.floor + 22, above=False)
    return plate(
        view.floor + 14 + lower.height,
        say(_TITLE),
        _described(brief, stage, say),
        id_prefix,
        _room(stage, view),
        *_heights(stage, view, say),
        *_band(brief, stage, view),
        *_things(stage, view),
        names.marks,
        lower.marks,
    )


_TITLE = text(_("The set from the side"), source="B1 B4")
_TURNED = text(
    _("Each lamp is turned into the plane of the drawing, so its height and angle are true."),
    source="B1",
)


def side_place(stage: Stage, lamp: Lamp) -> tuple[float, float]:
    """The middle of a lamp in this drawing: along and height."""
    return stage.eyes_mm - lamp.floor_mm, lamp.height_mm


def _upper_names(stage: Stage, say: Say) -> Iterator[tuple[str, Point, bool]]:
    for name, lamp in _lamps(stage):
        if lamp.up_deg >= 0:
            yield _lamp_name(name, lamp, stage, say)


def _lower_names(brief: Brief, stage: Stage, say: Say) -> Iterator[tuple[str, Point, bool]]:
    yield say(CAMERA), (stage.sensor_mm, 0), True
    for name, lamp in _lamps(stage):
        if lamp.up_deg < 0:
            yield _lamp_name(name, lamp, stage, say)
    low_deg = brief.light.glare_low_deg
    if low_deg is not None:
        reach = 0.6 * _band_radius_mm(stage, low_deg)
        angle = math.radians(low_deg * 0.7)
        place = (
            stage.eyes_mm - reach * math.cos(angle),
            stage.eye_height_mm + reach * math.sin(angle),
        )
        yield say(MIRRORED), place, True
    yield say(BACKGROUND), (stage.background_mm, 0), True


def _lamps(stage: Stage) -> list[tuple[str, Lamp]]:
    lamps = [("key", stage.key)]
    is_twin = stage.fill is not None and stage.fill.up_deg == stage.key.up_deg
    if stage.fill is not None and not (is_twin and stage.fill.floor_mm == stage.key.floor_mm):
        lamps.append(("fill", stage.fill))
    return lamps


def _lamp_name(name: str, lamp: Lamp, stage: Stage, say: Say) -> tuple[str, Point, bool]:
    words, inside = named(name, degrees(lamp.up_deg)), _holds(stage, lamp)
    return say(words if inside else too_high(words)), side_place(stage, lamp), inside


def _holds(stage: Stage, lamp: Lamp) -> bool:
    return stage.is_below_ceiling(lamp.top_mm)


def _called(names: Iterable[tuple[str, Point, bool]], view: View | None) -> list[Callout]:
    return [
        Callout(place if view is None else view.at(*place), words, "ink" if inside else "alarm_ink")
        for words, place, inside in names
    ]


def _view(stage: Stage, top: float) -> View:
    along_mm = _along_shown(stage)
    tallest_mm = max(
        stage.ceiling_mm or 0,
        stage.eye_height_mm + CROWN_MM + 150,
        *(lamp.top_mm + 100 for _name, lamp in _lamps(stage)),
    )
    room = Span(GUTTER, INSIDE.high - 2)
    scale = min(room.length / along_mm.length, TALLEST / tallest_mm)
    left = room.low + (room.length - along_mm.length * scale) / 2
    # In a very long set the heights lie close together; their words still need a line each.
    floor = top + max(tallest_mm * scale, LEADING * (3 + len(_lamps(stage))))
    return View(scale, left, top, floor, along_mm)


def _along_shown(stage: Stage) -> Span:
    """As in the plan of the room, and lamps where they are turned to."""
    plan = along_shown(stage)
    lamps = [side_place(stage, lamp)[0] - 0.7 * lamp.half_mm for _name, lamp in _lamps(stage)]
    return Span(min(plan.low, *lamps), plan.high)


def _room(stage: Stage, view: View) -> str:
    """Floor, far wall and, where they are known, ceiling and near wall."""
    right = view.x(stage.background_mm)
    if stage.ceiling_mm is None or stage.near_wall_mm is None:
        low, high = view.x(view.along_mm.low), view.x(view.along_mm.high)
        air = rectangle(low, view.top, high - low, view.floor - view.top, "ground")
        return air + thin(1.6, polyline((low, view.floor), (high, view.floor)))
    left, top = view.at(near_edge_mm(stage), stage.ceiling_mm)
    air = rectangle(left, top, right - left, view.floor - top, "ground")
    is_long = near_edge_mm(stage) > stage.near_wall_mm
    return (
        air
        + wall((left, top), (left, view.floor), is_cut=is_long)
        + wall((left, top), (right, top))
        + wall((right, top), (right, view.floor))
        + wall((left, view.floor), (right, view.floor))
    )


def _heights(stage: Stage, view: View, say: Say) -> Iterator[str]:
    """Heights of eyes, lamps and ceiling on the left, each with a line to what it belongs to."""
    marks = {stage.lens_height_mm: stage.sensor_mm, stage.eye_height_mm: stage.eyes_mm}
    marks |= {lamp.height_mm: side_place(stage, lamp)[0] for _name, lamp in _lamps(stage)}
    edge = view.x(view.along_mm.low) - 2
    if stage.ceiling_mm is not None:
        marks[stage.ceiling_mm] = view.along_mm.low
    heights = sorted(marks, reverse=True)
    span = Span(view.y(heights[0]) - SIZE, view.floor + 2)
    middles = spread([view.y(height) for height in heights], [SIZE - 6] * len(heights), span)
    for height_mm, middle in zip(heights, middles, strict=True):
        y = view.y(height_mm)
        line = polyline((edge - 4, middle), (edge, y), (view.x(marks[height_mm]), y), tone="soft")
        yield thin(HAIR, dashed(line, 2))
        words = say(text("{height}", source="A3", height=metres(height_mm)))
        x = max(edge - 7, INSIDE.low + width_of(words))
        yield written(x, middle + 4, words, anchor="end")


def _band_radius_mm(stage: Stage, low_deg: float) -> float:
    """Out to where the key stands, or the camera where that is nearer, and never to the floor."""
    above_floor_mm = 0.95 * stage.eye_height_mm / max(math.sin(math.radians(-low_deg)), 0.01)
    return min(max(min(stage.eyes_mm, 1.15 * stage.key.floor_mm), 400.0), above_floor_mm)


def _band(brief: Brief, stage: Stage, view: View) -> Iterator[str]:
    """The directions from which a lamp would show in glasses, as a shaded wedge (B4)."""
    low_deg, high_deg = brief.light.glare_low_deg, brief.light.glare_high_deg
    if low_deg is None or high_deg is None:
        return
    radius_mm = _band_radius_mm(stage, low_deg)
    angles = [low_deg + (high_deg - low_deg) * step / 8 for step in range(9)]
    rim = [_towards(stage, view, angle, radius_mm) for angle in angles]
    eyes = view.at(stage.eyes_mm, stage.eye_height_mm)
    yield polyline(eyes, *rim, tone="band", closed=True)
    yield thin(HAIR, dashed(polyline(rim[0], eyes, rim[-1]), 2.5))


def _towards(stage: Stage, view: View, up_deg: float, reach_mm: float) -> Point:
    angle = math.radians(up_deg)
    return view.at(
        stage.eyes_mm - reach_mm * math.cos(angle),
        stage.eye_height_mm + reach_mm * math.sin(angle),
    )


def _things(stage: Stage, view: View) -> Iterator[str]:
    eyes = view.at(stage.eyes_mm, stage.eye_height_mm)
    ground = view.x(stage.background_mm)
    tall_mm = min(stage.ceiling_mm or 2700.0, 2700.0)
    yield thin(3, polyline((ground, view.floor), (ground, view.y(tall_mm))))
    scale = view.scale * stage.eye_height_mm / PROFILE_EYE_MM
    for along_mm in sorted({along for along, _across in stage.people}, reverse=True):
        yield placed(view.x(along_mm), eyes[1], profile_person(), scale, LINE)
    yield thin(HAIR, dashed(polyline(view.at(0, stage.lens_height_mm), eyes), 3))
    for name, lamp in reversed(_lamps(stage)):
        yield from _lamp(stage, view, lamp, is_key=name == "key")
    length = max(200 * view.scale, 7)
    x, y = view.at(stage.sensor_mm, stage.lens_height_mm)
    yield thin(0.9, tripod(x, y, view.floor, max(230 * view.scale, 3)))
    inside = stage.holds(stage.sensor_mm, 0)
    yield moved(x, y, camera(length, -stage.sensor_mm * view.scale, _tone(inside=inside)))


def _tone(*, inside: bool) -> Tone:
    return "ink" if inside else "alarm_ink"


def _lamp(stage: Stage, view: View, lamp: Lamp, *, is_key: bool) -> Iterator[str]:
    x, y = view.at(*side_place(stage, lamp))
    half = lamp.half_mm * view.scale
    eyes = view.at(stage.eyes_mm, stage.eye_height_mm)
    yield thin(0.9, stand(x - 0.3 * half, y, view.floor, max(160 * view.scale, 3)))
    if is_key:
        yield thin(HAIR, dashed(polyline((x, y), eyes, tone="ray"), 3))
    tone: Tone = "thing" if _holds(stage, lamp) else "alarm"
    yield moved(x, y, softbox(half, LINE, is_key=is_key, tone=tone), turn_deg=lamp.up_deg)


def _described(brief: Brief, stage: Stage, say: Say) -> str:
    light = brief.light
    sentences = [_eyes(stage), _key_words(brief, stage)]
    if stage.fill is not None:
        sentences.append(_fill_words(stage.fill))
    if light.glare_low_deg is not None and light.glare_high_deg is not None:
        sentences.append(_glare_words(light.glare_low_deg, light.glare_high_deg))
    if stage.ceiling_mm is not None:
        ceiling = _("The ceiling is {height} high.")
        sentences.append(text(ceiling, source="A3", height=metres(stage.ceiling_mm)))
    lost = [lamp for lamp in _lamps(stage) if not _holds(stage, lamp[1])]
    sentences += [not_fitting(named(name, degrees(lamp.up_deg))) for name, lamp in lost]
    return told(say, *sentences, _TURNED)


def _eyes(stage: Stage) -> Text:
    if stage.lens_height_mm != stage.eye_height_mm:
        return text(
            _("The eyes are {eyes} above the floor, the lens is {lens}."),
            source="A3 A4",
            eyes=metres(stage.eye_height_mm),
            lens=metres(stage.lens_height_mm),
        )
    return text(
        _("Eyes and lens are {height} above the floor."),
        source="A3",
        height=metres(stage.eye_height_mm),
    )


def _key_words(brief: Brief, stage: Stage) -> Text:
    return text(
        _("The key is {distance} from the face, {up} up, its middle {height} above the floor."),
        source="B1 B2",
        distance=metres(brief.light.key_distance_mm, 1),
        up=degrees(stage.key.up_deg),
        height=metres(stage.key.height_mm),
    )


def _fill_words(fill: Lamp) -> Text:
    if fill.up_deg < 0:
        below = _("The fill comes from below, {down} under the eyes, {height} above the floor.")
        down, height = degrees(-fill.up_deg), metres(fill.height_mm)
        return text(below, source="B1 B2", down=down, height=height)
    above = _("The fill is {up} up, its middle {height} above the floor.")
    return text(above, source="B1 B2", up=degrees(fill.up_deg), height=metres(fill.height_mm))


def _glare_words(low_deg: float, high_deg: float) -> Text:
    return text(
        _("Glasses mirror lights from {low} below to {high} above eye level."),
        source="B4",
        low=degrees(-low_deg),
        high=degrees(high_deg),
    )
