"""What is sharp: depth of field as a bar against the zone that has to be sharp, to scale.

Distances run from the lens, on the left, to the right. Where the depth of field reaches far past
the zone it is cut off with an arrow, and its words say where it ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guidance.brief.sheet import AperturePlan, Brief
from guidance.diagrams.drawing import Tone, dashed, polyline, rectangle, thin
from guidance.diagrams.lettering import (
    HAIR,
    INSIDE,
    LEADING,
    SIZE,
    Callout,
    Measure,
    Span,
    callouts,
    marked,
    width_of,
    written,
)
from guidance.diagrams.plate import LINE, Say, plate, told
from guidance.diagrams.set_pieces import EAR_MM, NOSE_MM, placed, profile_bust
from guidance.diagrams.set_words import BACKGROUND
from guidance.measures import count, f_number, metres
from guidance.texts import Text, render, text
from guidance.texts import gettext_noop as _

LEAST_SHOWN_MM = 640.0
"""A stretch in which one head is as large as the plate bears."""

MOST_REACH_MM = 850.0
"""Depth of field is drawn so far past the zone, or by half the zone where that is more."""

CROWN_MM, CUT_MM = 114.0, 200.0
"""What is drawn of a head, above and below the eyes."""

LEAST_FACE = 16.0
"""From nose to ear on the plate, above which the three are named."""

BAR = 9.0
TOLERANCE_MM = 1.0


@dataclass(frozen=True, slots=True)
class Scale:
    """From mm before the lens to the plate; `shown` is the stretch that is drawn."""

    shown: Span

    @property
    def per_mm(self) -> float:
        return (INSIDE.length - 8) / self.shown.length

    def x(self, distance_mm: float) -> float:
        inside = min(max(distance_mm, self.shown.low), self.shown.high)
        return INSIDE.low + 4 + (inside - self.shown.low) * self.per_mm

    def shows(self, distance_mm: float) -> bool:
        return self.shown.low <= distance_mm <= self.shown.high


def sharpness_figure(brief: Brief, *, say: Say = render, id_prefix: str = "sharpness") -> str:
    """Near limit, focus and far limit against what has to be sharp; faces at their distances.

    What the aperture does not hold is named so, in the tone of a warning. The brief must be
    drawable.
    """
    plan = brief.aperture
    scale = Scale(_shown(brief))
    head = callouts(_features(brief, scale, 0, say), 0, above=True).height
    eyes = head + 10 + CROWN_MM * scale.per_mm
    chin = eyes + CUT_MM * scale.per_mm
    labels = callouts(_features(brief, scale, eyes, say), head, above=True).marks
    zone, zone_end = _zone(plan, scale, chin + 8, say)
    depth, end = _depth(plan, scale, zone_end + 8, say)
    return plate(
        end,
        say(_TITLE),
        _described(brief, say),
        id_prefix,
        _column(plan, scale, Span(head + 6, chin + 8 + LEADING), say),
        *_faces(brief, scale, eyes),
        _background(brief, scale, head + 8, chin),
        labels,
        zone,
        depth,
    )


_TITLE = text(_("What is sharp"), source="A1 A4")
_NEEDED = text(_("has to be sharp"), source="A4")
_NOT_HELD = text(_("has to be sharp, not all is"), source="A4")
_BEYOND = text(_("and beyond"), source="A1")
_NOSE, _EYE, _EAR = (text(word, source="A4 S60") for word in (_("nose"), _("eye"), _("ear")))


def holds_zone(plan: AperturePlan) -> bool:
    """Whether the depth of field covers all that has to be sharp."""
    far_held = plan.far_mm is None or plan.far_mm >= plan.zone_far_mm - TOLERANCE_MM
    return far_held and plan.near_mm <= plan.zone_near_mm + TOLERANCE_MM


def _shown(brief: Brief) -> Span:
    """The zone, the faces and the focus, and the depth of field as far as it stays legible."""
    plan, places = brief.aperture, _places(brief)
    zone_mm = max(plan.zone_far_mm - plan.zone_near_mm, 1.0)
    reach_mm = max(MOST_REACH_MM, zone_mm / 2)
    far_mm = plan.zone_far_mm + reach_mm
    nearest_mm = max(plan.near_mm, plan.zone_near_mm - reach_mm)
    farthest_mm = far_mm if plan.far_mm is None else min(plan.far_mm, far_mm)
    low = min(nearest_mm, plan.zone_near_mm, plan.focus_mm, places[0] - 60)
    high = max(farthest_mm, plan.zone_far_mm, plan.focus_mm, places[-1] + 190)
    lacking_mm = max(LEAST_SHOWN_MM - (high - low), 0.04 * (high - low))
    return Span(low - lacking_mm / 2, high + lacking_mm / 2)


def _places(brief: Brief) -> list[float]:
    """Distances of the rows' eyes, the nearest first."""
    framing = brief.framing
    last = max(len(framing.rows) - 1, 1)
    return [
        framing.distance_mm + row / last * framing.depth_of_rows_mm
        for row in range(len(framing.rows))
    ]


def _features(brief: Brief, scale: Scale, eyes: float, say: Say) -> Iterator[Callout]:
    """Nose, eye and ear of one person, or the rows by number; the background where it shows."""
    places = _places(brief)
    per_mm = scale.per_mm
    if scale.shows(_ground_mm(brief)):
        wall = (scale.x(_ground_mm(brief)), eyes - CROWN_MM * per_mm)
        yield Callout(wall, say(BACKGROUND))
    if len(places) > 1:
        for row, place in enumerate(places, start=1):
            words = say(text(_("row {number}"), source="A4 D4", number=count(row)))
            yield Callout((scale.x(place), eyes - CROWN_MM * per_mm), words)
        return
    eye = places[0]
    yield Callout((scale.x(eye), eyes), say(_EYE))
    if (NOSE_MM + EAR_MM) * per_mm >= LEAST_FACE:
        yield Callout((scale.x(eye - NOSE_MM), eyes + 40 * per_mm), say(_NOSE))
        yield Callout((scale.x(eye + EAR_MM), eyes), say(_EAR))


def _faces(brief: Brief, scale: Scale, eyes: float) -> Iterator[str]:
    for place in reversed(_places(brief)):
        yield placed(scale.x(place), eyes, profile_bust(), scale.per_mm, LINE)


def _column(plan: AperturePlan, scale: Scale, span: Span, say: Say) -> str:
    """The zone behind the faces, and its edges down to its bar where no words stand."""
    left, right = scale.x(plan.zone_near_mm), scale.x(plan.zone_far_mm)
    chin = span.high - LEADING - 4
    words = INSIDE.low + width_of(say(_heading(plan))) + 4
    edges = (
        polyline((x, span.low), (x, span.high + 4 if x > words else chin), tone="soft")
        for x in (left, right)
    )
    veil = rectangle(left, span.low, right - left, chin - span.low, "veil")
    return veil + thin(HAIR, dashed("".join(edges), 2))


def _background(brief: Brief, scale: Scale, top: float, bottom: float) -> str:
    if not scale.shows(_ground_mm(brief)):
        return ""
    x = scale.x(_ground_mm(brief))
    return thin(3, polyline((x, top), (x, bottom)))


def _ground_mm(brief: Brief) -> float:
    framing = brief.framing
    return framing.distance_mm + framing.depth_of_rows_mm + framing.background_gap_mm


def _zone(plan: AperturePlan, scale: Scale, y: float, say: Say) -> tuple[str, float]:
    """The zone as a bar with its distances, the part that is not held in a warning's tone."""
    tone: Tone = "ink" if holds_zone(plan) else "alarm_ink"
    heading = written(INSIDE.low, y + SIZE, say(_heading(plan)), anchor="start", tone=tone)
    bar = y + LEADING + 4
    left, right = scale.x(plan.zone_near_mm), scale.x(plan.zone_far_mm)
    marks = [rectangle(left, bar, right - left, BAR, "ink_soft")]
    for near_mm, far_mm in _not_held(plan):
        start, end = scale.x(near_mm), scale.x(far_mm)
        marks.append(rectangle(start, bar, max(end - start, 1.5), BAR, "alarm_ink"))
    ends = [_mark(plan.zone_near_mm, scale, say), _mark(plan.zone_far_mm, scale, say)]
    words, height = marked(ends, bar + BAR)
    return heading + "".join(marks) + words, bar + BAR + height


def _heading(plan: AperturePlan) -> Text:
    return _NEEDED if holds_zone(plan) else _NOT_HELD


def _not_held(plan: AperturePlan) -> Iterator[tuple[float, float]]:
    if plan.near_mm > plan.zone_near_mm + TOLERANCE_MM:
        yield plan.zone_near_mm, min(plan.near_mm, plan.zone_far_mm)
    if plan.far_mm is not None and plan.far_mm < plan.zone_far_mm - TOLERANCE_MM:
        yield max(plan.far_mm, plan.zone_near_mm), plan.zone_far_mm


def _depth(plan: AperturePlan, scale: Scale, y: float, say: Say) -> tuple[str, float]:
    """The depth of field as a bar with near limit, focus and far limit."""
    words = text(_("sharp at {stop}"), source="A1", stop=f_number(plan.f_number))
    heading = written(INSIDE.low, y + SIZE, say(words), anchor="start")
    bar = y + LEADING + 4
    left = scale.x(plan.near_mm)
    right = INSIDE.high - 4 if plan.far_mm is None else scale.x(plan.far_mm)
    body = rectangle(left, bar, right - left, BAR, "light")
    arrows = ""
    if not scale.shows(plan.near_mm):
        arrows += _arrow(left, bar, -1)
    if plan.far_mm is None or not scale.shows(plan.far_mm):
        arrows += _arrow(right, bar, 1)
    focus = scale.x(plan.focus_mm)
    pointer = polyline((focus, bar - 3), (focus, bar + BAR + 3))
    ends = [
        _mark(plan.near_mm, scale, say),
        Measure(focus, focus, say(_focus(plan))),
        Measure(right, right, say(_BEYOND))
        if plan.far_mm is None
        else _mark(plan.far_mm, scale, say),
    ]
    numbers, height = marked(ends, bar + BAR)
    return heading + body + arrows + thin(2, pointer) + numbers, bar + BAR + height


def _arrow(x: float, bar: float, direction: int) -> str:
    """The end of a bar that goes on."""
    tip, middle = x + direction * 6, bar + BAR / 2
    return polyline((x, bar - 2), (tip, middle), (x, bar + BAR + 2), tone="light", closed=True)


def _mark(distance_mm: float, scale: Scale, say: Say) -> Measure:
    x = scale.x(distance_mm)
    return Measure(x, x, say(text("{distance}", source="A1", distance=metres(distance_mm))))


def _focus(plan: AperturePlan) -> Text:
    return text(_("focus {distance}"), source="A1 A4", distance=metres(plan.focus_mm))


def _described(brief: Brief, say: Say) -> str:
    plan = brief.aperture
    needed = text(
        _("Has to be sharp: {near} to {far} from the lens."),
        source="A4",
        near=metres(plan.zone_near_mm),
        far=metres(plan.zone_far_mm),
    )
    sentences = [needed, _held(plan)]
    if not holds_zone(plan):
        sentences.append(text(_("That is not all of it."), source="A4"))
    if len(brief.framing.rows) > 1:
        rows = _("There are {rows} rows.")
        sentences.append(text(rows, source="A4 D4", rows=count(len(brief.framing.rows))))
    return told(say, *sentences)


def _held(plan: AperturePlan) -> Text:
    stop, near, focus = f_number(plan.f_number), metres(plan.near_mm), metres(plan.focus_mm)
    if plan.far_mm is None:
        endless = _("Focused at {focus}, {stop} is sharp from {near} to infinity.")
        return text(endless, source="A1 A4", focus=focus, stop=stop, near=near)
    message = _("Focused at {focus}, {stop} is sharp from {near} to {far}.")
    far = metres(plan.far_mm)
    return text(message, source="A1 A4", focus=focus, stop=stop, near=near, far=far)
