"""The room from above, to scale: camera, people, background and lamps, with their distances."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from guidance.brief.sheet import Brief
from guidance.diagrams.drawing import Point, Tone, dashed, moved, polyline, rectangle, thin
from guidance.diagrams.floor_view import View, half_edge_mm, lamps_of, near_edge_mm, view_of
from guidance.diagrams.lettering import (
    HAIR,
    INSIDE,
    LEADING,
    SIZE,
    Callout,
    Measure,
    callouts,
    measures,
    width_of,
    written,
)
from guidance.diagrams.light import person_from_above
from guidance.diagrams.plate import LINE, Say, plate, told
from guidance.diagrams.set_pieces import camera, placed, softbox, spot, wall
from guidance.diagrams.set_words import (
    BACKGROUND,
    BACKGROUND_LIGHT,
    CAMERA,
    PEOPLE,
    named,
    not_fitting,
    outside,
)
from guidance.diagrams.stage import Lamp, Stage, stage_of
from guidance.framing import BEHIND_CAMERA_MM, PERSON_WIDTH_MM
from guidance.measures import count, degrees, metres
from guidance.texts import Text, render, text
from guidance.texts import gettext_noop as _


def room_figure(brief: Brief, *, say: Say = render, id_prefix: str = "room") -> str:
    """The plan of the room; a free floor where `brief.room` is None.

    What stands outside the walls is drawn there, named so and in the tone of a warning. The
    brief must be drawable.
    """
    stage = stage_of(brief)
    upper = [name for name in _names(stage) if name[1][1] < 0]
    head = callouts(_called(upper, say), 0, above=True).height
    view = view_of(stage, head + 6)
    labels = callouts(_called(upper, say, view), head, above=True).marks
    others = [name for name in _names(stage) if name[1][1] >= 0]
    baseline = _lower_baseline(stage, view)
    lower = callouts(_called(others, say, view), baseline, above=False)
    under = baseline + lower.height - LEADING + 6
    foot = max(view.bottom, under) + 10
    chain, depth = measures(list(_distances(stage, view, say)), foot)
    return plate(
        foot + depth,
        say(_TITLE),
        _described(brief, stage, say),
        id_prefix,
        _floor(stage, view),
        _width(stage, view, say),
        thin(HAIR, dashed(_cone(stage, view), 3)),
        *_guides(stage, view, foot, lambda x: under if lower.covers(x) else view.y(0)),
        *_things(stage, view),
        labels,
        lower.marks,
        chain,
    )


_TITLE = text(_("The room from above"), source="A3 B1 B3")
_CUT = text(_("Where it stands empty, it is not drawn whole."), source="A3")


def _names(stage: Stage) -> Iterator[tuple[Text, Point, bool]]:
    """What is called how, where it stands in mm, and whether it stands within the walls."""
    fill = stage.fill
    # The camera's name goes where the fill's does not: the two stand close together.
    side = 1.0 if fill is not None and fill.across_mm < 0 else -1.0
    yield CAMERA, (stage.sensor_mm, side * 60), stage.holds(stage.sensor_mm, 0)
    yield _lamp_name("key", stage.key, stage)
    if fill is not None:
        yield _lamp_name("fill", fill, stage)
    yield BACKGROUND, (stage.background_mm, -stage.background_half_mm), True
    if stage.ground_light_mm is not None:
        yield BACKGROUND_LIGHT, stage.ground_light_mm, stage.holds(*stage.ground_light_mm)
    lost = [place for place in stage.people if not _holds_person(stage, place)]
    if lost:
        yield PEOPLE, lost[0], False


def _lamp_name(name: str, lamp: Lamp, stage: Stage) -> tuple[Text, Point, bool]:
    words = named(name, degrees(abs(lamp.side_deg - stage.face_turn_deg)))
    return words, (lamp.along_mm, lamp.across_mm), stage.holds_lamp(lamp)


def _called(
    names: list[tuple[Text, Point, bool]], say: Say, view: View | None = None
) -> list[Callout]:
    return [
        Callout(
            place if view is None else view.at(*place),
            say(words if inside else outside(words)),
            "ink" if inside else "alarm_ink",
        )
        for words, place, inside in names
    ]


def _lower_baseline(stage: Stage, view: View) -> float:
    """For names under the lowest thing on the right of the camera's line, clear of the wall."""
    lamps = [edge[1] for lamp in lamps_of(stage) for edge in lamp.outline_mm]
    people = [across_mm + PERSON_WIDTH_MM / 2 for _along, across_mm in stage.people]
    baseline = view.y(max(*lamps, *people, 0)) + 18
    edge = view.y(half_edge_mm(stage))
    return edge + SIZE + 5 if edge - 6 < baseline < edge + SIZE + 5 else baseline


def _floor(stage: Stage, view: View) -> str:
    """The floor with its walls; without those, and where it is cut off, as much as is needed."""
    near_mm, half_mm = near_edge_mm(stage), half_edge_mm(stage)
    if stage.near_wall_mm is None:
        near_mm, half_mm = view.along_mm.low, view.across_mm.high
    (left, top), (right, bottom) = view.at(near_mm, -half_mm), view.at(stage.background_mm, half_mm)
    ground = rectangle(left, top, right - left, bottom - top, "ground")
    if stage.near_wall_mm is None:
        return ground
    is_long, is_wide = near_mm > stage.near_wall_mm, half_mm < (stage.half_width_mm or 0)
    return (
        ground
        + wall((right, top), (right, bottom))
        + wall((left, top), (left, bottom), is_cut=is_long)
        + wall((left, top), (right, top), is_cut=is_wide)
        + wall((left, bottom), (right, bottom), is_cut=is_wide)
    )


def _width(stage: Stage, view: View, say: Say) -> str:
    """How wide the room is, on the left of everything."""
    if stage.half_width_mm is None:
        return ""
    half_mm = half_edge_mm(stage)
    x, top, bottom = view.x(view.along_mm.low) - 5, view.y(-half_mm), view.y(half_mm)
    line = polyline((x, top), (x, bottom), tone="measure")
    if half_mm < stage.half_width_mm:
        line = dashed(line, 3)
    ticks = [polyline((x - 3.5, y), (x + 3.5, y), tone="measure") for y in (top, bottom)]
    words = say(text("{width}", source="A3", width=metres(2 * stage.half_width_mm, 1)))
    place = max(x - 6, INSIDE.low + width_of(words))
    return thin(HAIR, line, *ticks) + written(place, view.y(0) + SIZE / 3, words, anchor="end")


def _guides(
    stage: Stage, view: View, foot: float, start: Callable[[float], float]
) -> Iterator[str]:
    """Lines from the marks on the floor to the distances; `start` leaves out the labels."""
    places = {0.0, stage.eyes_mm, stage.last_row_mm, stage.background_mm}
    if stage.holds(stage.sensor_mm, 0):
        places.add(stage.sensor_mm)
    for x in sorted(view.x(along_mm) for along_mm in places):
        yield thin(0.5, dashed(polyline((x, start(x)), (x, foot), tone="soft"), 1.5))


def _cone(stage: Stage, view: View) -> str:
    along_mm, half_mm = stage.background_mm, stage.coverage_half_mm
    if stage.half_width_mm is not None and half_mm > stage.half_width_mm:
        along_mm, half_mm = along_mm * stage.half_width_mm / half_mm, stage.half_width_mm
    ends = (view.at(along_mm, -half_mm), view.at(along_mm, half_mm))
    return polyline(ends[0], view.at(0, 0), ends[1], tone="soft")


def _things(stage: Stage, view: View) -> Iterator[str]:
    x = view.x(stage.background_mm)
    ends = (view.y(-stage.background_half_mm), view.y(stage.background_half_mm))
    yield thin(3, polyline((x, ends[0]), (x, ends[1])))
    if stage.ground_light_mm is not None:
        lamp = spot(max(160 * view.scale, 3), LINE)
        yield moved(*view.at(*stage.ground_light_mm), lamp, turn_deg=15)
    yield from (_person(stage, view, place) for place in stage.people)
    for lamp_, is_key in ((stage.fill, False), (stage.key, True)):
        if lamp_ is not None:
            yield _lamp(stage, view, lamp_, is_key=is_key)
    tone_inside = stage.holds(stage.sensor_mm, 0)
    length = max(260 * view.scale, 7)
    reach = -stage.sensor_mm * view.scale
    body = camera(length, reach, "ink" if tone_inside else "alarm_ink")
    yield moved(*view.at(stage.sensor_mm, 0), body)


def _person(stage: Stage, view: View, place: tuple[float, float]) -> str:
    x, y = view.at(*place)
    above = moved(0, 0, person_from_above(stage.face_turn_deg), turn_deg=90)
    scale = max(view.scale, 0.008)
    return placed(x, y, above, scale, LINE)


def _lamp(stage: Stage, view: View, lamp: Lamp, *, is_key: bool) -> str:
    half = lamp.half_mm * view.scale
    tone: Tone = "thing" if stage.holds_lamp(lamp) else "alarm"
    box = softbox(half, LINE, is_key=is_key, tone=tone)
    x, y = view.at(lamp.along_mm, lamp.across_mm)
    eyes = view.at(stage.eyes_mm, 0)
    ray = thin(HAIR, dashed(polyline((x, y), eyes, tone="ray"), 3)) if is_key else ""
    return ray + moved(x, y, box, turn_deg=-lamp.side_deg)


def _holds_person(stage: Stage, place: tuple[float, float]) -> bool:
    return stage.holds(place[0], abs(place[1]) + PERSON_WIDTH_MM / 2)


def _distances(stage: Stage, view: View, say: Say) -> Iterator[Measure]:
    """Behind the camera, camera to eyes, through the rows, to the background."""
    if stage.behind_mm > 0:
        yield _behind(stage, view, say)
    yield _distance(view, (0, stage.eyes_mm), 2, say)
    if stage.last_row_mm > stage.eyes_mm:
        yield _distance(view, (stage.eyes_mm, stage.last_row_mm), 1, say)
    yield _distance(view, (stage.last_row_mm, stage.background_mm), 1, say)


def _behind(stage: Stage, view: View, say: Say) -> Measure:
    """What is left behind the camera; a broken line where more than is shown."""
    length, start_mm = metres(stage.behind_mm, 1), near_edge_mm(stage)
    tight = stage.behind_mm < BEHIND_CAMERA_MM - 1
    shown = text(_("{length}, tight") if tight else "{length}", source="A3", length=length)
    return Measure(
        view.x(start_mm),
        view.x(stage.sensor_mm),
        say(shown),
        "alarm_ink" if tight else "ink",
        is_broken=stage.sensor_mm - start_mm < stage.behind_mm - 1,
    )


def _distance(view: View, ends: tuple[float, float], decimals: int, say: Say) -> Measure:
    start, end = ends
    words = say(text("{length}", source="A3", length=metres(end - start, decimals)))
    return Measure(view.x(start), view.x(end), words)


def _described(brief: Brief, stage: Stage, say: Say) -> str:
    sentences = [*_room(brief, stage), _along(brief, stage), *_rows(brief), _lights(stage)]
    sentences += [not_fitting(words) for words, _place, inside in _names(stage) if not inside]
    return told(say, *sentences)


def _room(brief: Brief, stage: Stage) -> Iterator[Text]:
    if brief.room is None or stage.near_wall_mm is None or stage.half_width_mm is None:
        return
    yield text(
        _("The room is {length} long and {width} wide."),
        source="A3",
        length=metres(brief.room.length_m * 1000, 1),
        width=metres(brief.room.width_m * 1000, 1),
    )
    if near_edge_mm(stage) > stage.near_wall_mm or half_edge_mm(stage) < stage.half_width_mm:
        yield _CUT


def _rows(brief: Brief) -> Iterator[Text]:
    framing = brief.framing
    if len(framing.rows) > 1:
        yield text(
            _("{people} people stand in {rows} rows, {depth} from the first to the last."),
            source="A3",
            people=count(sum(framing.rows)),
            rows=count(len(framing.rows)),
            depth=metres(framing.depth_of_rows_mm, 1),
        )


def _along(brief: Brief, stage: Stage) -> Text:
    return text(
        _(
            "The lens is {distance} from the eyes, the background {gap} behind them, and "
            "{behind} are left behind the camera."
        ),
        source="A3",
        distance=metres(brief.framing.distance_mm),
        gap=metres(brief.framing.background_gap_mm, 1),
        behind=metres(max(stage.behind_mm, 0), 1),
    )


def _lights(stage: Stage) -> Text:
    key, fill = stage.key, stage.fill
    side = degrees(abs(key.side_deg - stage.face_turn_deg))
    floor = metres(key.floor_mm)
    if fill is None:
        alone = _("The key stands {side} to the side of the face, {floor} away on the floor.")
        return text(alone, source="B1", side=side, floor=floor)
    both = _(
        "The key stands {side} to the side of the face, {floor} away on the floor, the fill "
        "{fill_side} to the other side, {fill_floor} away."
    )
    return text(
        both,
        source="B1 B2",
        side=side,
        floor=floor,
        fill_side=degrees(abs(fill.side_deg - stage.face_turn_deg)),
        fill_floor=metres(fill.floor_mm),
    )
