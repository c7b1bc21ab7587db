"""The stop and the focus by the policy of A4, never by habit; the lines are written elsewhere."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from guidance.brief.backdrop import Rendering
from guidance.brief.sharp_place import (
    background_f_number,
    focus_towards_place_mm,
    holds_place,
    place_limits_mm,
)
from guidance.brief.sheet import AperturePlan
from guidance.brief.shoot import Shoot
from guidance.brief.zones import ALL_FACES, BOTH_EYES, FACE, HEAD, Hold, Zone, on_eye, shared
from guidance.framing import CameraPosition
from guidance.measures import f_number, metres, millimetres
from guidance.optics import (
    blur_disc_mm,
    depth_of_field,
    focus_between_mm,
    marked_stop_holding,
    nearest_marked_stop,
)
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

STUDIO_F_NUMBER = 8.0
STUDIO_LAST_F_NUMBER = 11.0
"""A seamless ground gains nothing from a wide aperture: f/8, f/11 for the whole head (A4)."""

LEAST_SHIFT_MM = 10.0
"""Nobody places the focus finer: so little behind the eye means the eye (GK)."""

WIDEST_F_NUMBER = 2.8
"""Full figures: hands, clothes and a swaying body need more than the face alone (GK)."""

FOCUSING = (on_eye, shared)
"""The two ways to focus on one person, the better known first (A4)."""

ROW_FLOORS = {1: 4.0, 2: 5.6}
DEEP_ROWS_FLOOR = 8.0
ROWS_MARGIN = math.sqrt(2)
"""House floors by rows, and one stop more than geometry asks for: people sway, focus errs and
fields are curved (A4)."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A marked stop, the focus in mm from the lens, and why; `held` where nothing is lost.

    `zone_mm` is what has to be sharp, near and far, in mm from the lens. `other` is what the
    other way to focus would come to, where that is worth knowing.
    """

    f_number: float
    focus_mm: float
    reason: Text
    zone_mm: tuple[float, float]
    held: bool = True
    other: Text | None = None


def choose_aperture(shoot: Shoot, position: CameraPosition) -> Choice:
    """The stop and the focus by the policy of A4, never above the diffraction cap.

    Where a crop of the frame changes the stop, the reason says so.
    """
    choice = _by_policy(shoot, position)
    if position.used_share == 1:
        return choice
    whole = _by_policy(shoot, replace(position, field_mm=position.wished_mm))
    if whole.f_number == choice.f_number:
        return choice
    return replace(choice, reason=_cropped(choice, whole))


def _by_policy(shoot: Shoot, position: CameraPosition) -> Choice:
    if shoot.backdrop.rendering is Rendering.SHARP:
        return _for_sharp_place(shoot, position)
    if shoot.is_group:
        return _for_rows(shoot, position)
    if shoot.is_seamless:
        return _for_seamless(shoot, position)
    return _for_blurred(shoot, position)


def aperture_plan(shoot: Shoot, position: CameraPosition, choice: Choice) -> AperturePlan:
    circle_mm = shoot.circle_mm(position)
    zone = depth_of_field(position.focal_mm, choice.f_number, circle_mm, choice.focus_mm)
    return AperturePlan(
        f_number=choice.f_number,
        near_mm=zone.near_mm,
        far_mm=zone.far_mm if math.isfinite(zone.far_mm) else None,
        focus_mm=choice.focus_mm,
        reason=choice.reason,
        zone_near_mm=choice.zone_mm[0],
        zone_far_mm=choice.zone_mm[1],
        blur_share=None if shoot.is_seamless else _blur_share(shoot, position, choice),
    )


def _blur_share(shoot: Shoot, position: CameraPosition, choice: Choice) -> float:
    """Blur of the background as a share of the picture's long side (A1)."""
    ground_mm = position.distance_mm + position.background_behind_mm
    blur_mm = blur_disc_mm(position.focal_mm, choice.f_number, choice.focus_mm, ground_mm)
    return blur_mm / shoot.used_side_mm(position)


_PLAIN = text(_("a plain ground gains nothing from a wider aperture"), source="A4 T16 S11 S12")
_FARTHER = text(
    _("more blur comes from distance to the background, not from a wider aperture"),
    claims=(83,),
    source="A4 T16",
)
_ONE_ROW = _("{stop} holds every face from nose to ears, with a margin for movement")
_EVERY_ROW = _(
    "{stop} holds every face from the front row’s noses to the back row’s ears, with a margin for "
    "movement"
)


def _for_seamless(shoot: Shoot, position: CameraPosition) -> Choice:
    """The whole head within the studio's stops, headshots by either focus; else the face."""
    ceiling = shoot.working_ceiling(position)
    last = min(STUDIO_LAST_F_NUMBER, ceiling)
    between = shared(shoot, position, HEAD)
    holds = [(on_eye(shoot, position, HEAD), last)]
    if shoot.kind != "portrait":
        holds.append((between, last))
    holds.extend((focus(shoot, position, FACE), ceiling) for focus in FOCUSING)
    hold = _first(holds)
    if hold is None:
        return _lost(shoot, position, FACE)
    floor = min(STUDIO_F_NUMBER, last)
    stop = max(marked_stop_holding(hold.f_number), floor)
    return Choice(
        stop,
        hold.focus_mm,
        _holds(position, hold, stop, _PLAIN),
        hold.zone.limits_mm(position),
        other=_other(shoot, position, hold, between, floor),
    )


def _for_blurred(shoot: Shoot, position: CameraPosition) -> Choice:
    zone, ceiling = _portrait_zone(shoot), shoot.working_ceiling(position)
    on_near, between = on_eye(shoot, position, zone), shared(shoot, position, zone)
    hold = _first((each, ceiling) for each in (on_near, between))
    if hold is None:
        return _lost(shoot, position, zone)
    floor = min(_widest(shoot, position), ceiling)
    stop = max(marked_stop_holding(hold.f_number), floor)
    reason = _holds(position, hold, stop, _FARTHER)
    other = _other(shoot, position, hold, between, floor)
    return Choice(stop, hold.focus_mm, reason, zone.limits_mm(position), other=other)


def _for_sharp_place(shoot: Shoot, position: CameraPosition) -> Choice:
    limits_mm, ceiling = place_limits_mm(position), shoot.working_ceiling(position)
    if not holds_place(shoot, position):
        return Choice(
            ceiling,
            focus_towards_place_mm(shoot, position),
            _as_far_as_it_goes(ceiling),
            limits_mm,
            held=False,
        )
    people = _for_rows(shoot, position).f_number if shoot.is_group else 0.0
    needed = marked_stop_holding(background_f_number(shoot, position))
    stop = max(needed, people, min(STUDIO_F_NUMBER, ceiling))
    reason = text(
        _("{stop} holds everything from the face to the background {gap} behind it"),
        claims=(35, 84),
        source="A4",
        stop=f_number(stop),
        gap=metres(position.background_behind_mm, 1),
    )
    return Choice(stop, focus_between_mm(*limits_mm), reason, limits_mm)


def _as_far_as_it_goes(stop: float) -> Text:
    return text(
        _(
            "{stop} is the last stop before diffraction shows; the focus lies behind the face, as "
            "far back as the face allows, for the sake of the place"
        ),
        claims=(35, 84),
        source="A4 S15",
        stop=f_number(stop),
    )


def _for_rows(shoot: Shoot, position: CameraPosition) -> Choice:
    between, on_front = shared(shoot, position, ALL_FACES), on_eye(shoot, position, ALL_FACES)
    is_one_row = position.depth_of_rows_mm == 0
    # In one row the focus stays on the eyes, where autofocus finds them.
    needed = max(ROWS_MARGIN * between.f_number, on_front.f_number if is_one_row else 0.0)
    focus_mm = position.distance_mm if is_one_row else between.focus_mm
    limits_mm, ceiling = ALL_FACES.limits_mm(position), shoot.working_ceiling(position)
    if needed > ceiling:
        reason = _last_stop(ceiling, ALL_FACES)
        return Choice(ceiling, focus_mm, reason, limits_mm, held=False)
    floor = ROW_FLOORS.get(len(shoot.rows), DEEP_ROWS_FLOOR)
    stop = max(marked_stop_holding(needed), min(floor, ceiling))
    reason = text(
        _ONE_ROW if is_one_row else _EVERY_ROW,
        claims=(21, 62),
        source="A4 S13 S14b",
        stop=f_number(stop),
    )
    other = None if is_one_row else _on_front_row(on_front, stop, shoot.last_stop(position))
    return Choice(stop, focus_mm, reason, limits_mm, other=other)


def _on_front_row(on_front: Hold, stop: float, last_stop: float) -> Text | None:
    """What the focus would cost where autofocus puts it by itself (A4, S14b)."""
    if on_front.f_number <= stop:
        return None
    if on_front.f_number > last_stop:
        return text(
            _("With the focus left on the front row no stop would hold the back row"),
            source="A4 S14a S14b",
        )
    return text(
        _("With the focus left on the front row it would take {stop}"),
        source="A4 S14a S14b",
        stop=f_number(marked_stop_holding(on_front.f_number)),
    )


def _first(holds: Iterable[tuple[Hold, float]]) -> Hold | None:
    """The first that a stop within its limit can hold."""
    return next((hold for hold, limit in holds if hold.f_number <= limit), None)


def _holds(position: CameraPosition, hold: Hold, stop: float, because: Text) -> Text:
    behind_mm = hold.focus_mm - position.distance_mm
    message = (
        _("{stop} holds {zone} at {distance} with the focus {behind} behind the eye; {because}")
        if behind_mm >= LEAST_SHIFT_MM
        else _("{stop} holds {zone} at {distance}; {because}")
    )
    return text(
        message,
        claims=(62, *because.claims),
        source=because.source,
        stop=f_number(stop),
        zone=hold.zone.name,
        distance=metres(position.distance_mm),
        behind=millimetres(behind_mm),
        because=because,
    )


def _other(
    shoot: Shoot, position: CameraPosition, hold: Hold, between: Hold, floor: float
) -> Text | None:
    """What sharing the focus would give instead: a wider stop, or a bigger zone (A4)."""
    if hold.focus_mm != position.distance_mm or between.f_number > shoot.working_ceiling(position):
        return None
    behind_mm = between.focus_mm - position.distance_mm
    if behind_mm < LEAST_SHIFT_MM:
        return None
    instead = max(marked_stop_holding(between.f_number), floor)
    behind = millimetres(behind_mm)
    if hold.zone == between.zone:
        if instead >= max(marked_stop_holding(hold.f_number), floor):
            return None
        return text(
            _("{stop} would hold it with the focus {behind} behind the eye"),
            claims=(62,),
            source="A4",
            stop=f_number(instead),
            behind=behind,
        )
    return text(
        _("{stop} would hold {zone} with the focus {behind} behind the eye"),
        claims=(62,),
        source="A4",
        stop=f_number(instead),
        zone=between.zone.name,
        behind=behind,
    )


def _lost(shoot: Shoot, position: CameraPosition, zone: Zone) -> Choice:
    """Not even a shared focus holds the zone: the eyes are kept, and what is missing is said."""
    stop = shoot.working_ceiling(position)
    eyes = on_eye(shoot, position, BOTH_EYES).f_number <= stop
    reason = _eyes_only(stop, zone) if eyes else _last_stop(stop, zone)
    return Choice(stop, position.distance_mm, reason, zone.limits_mm(position), held=False)


def _eyes_only(stop: float, zone: Zone) -> Text:
    return text(
        _("{stop} is the last stop before diffraction softens; it holds both eyes, not {zone}"),
        claims=(62,),
        source="A4 S15",
        stop=f_number(stop),
        zone=zone.name,
    )


def _last_stop(stop: float, zone: Zone) -> Text:
    return text(
        _("{stop} is the last stop before diffraction softens; it does not hold {zone} whole"),
        claims=(62,),
        source="A4 S15",
        stop=f_number(stop),
        zone=zone.name,
    )


def _portrait_zone(shoot: Shoot) -> Zone:
    is_close = shoot.framing.name in {"face", "head_shoulders"}
    return BOTH_EYES if shoot.kind == "portrait" and is_close else FACE


def _widest(shoot: Shoot, position: CameraPosition) -> float:
    crop_factor = shoot.sensor.crop_factor / position.used_share
    return nearest_marked_stop(max(1.8, WIDEST_F_NUMBER / crop_factor))


def _cropped(choice: Choice, whole: Choice) -> Text:
    """The reason, and which stop the whole frame would have had: a crop is enlarged more (A2)."""
    message = (
        _("{reason}. The crop is enlarged more, which shows blur: uncropped {stop} would do")
        if whole.f_number < choice.f_number
        else _(
            "{reason}. The crop is enlarged more, which shows diffraction: uncropped it could be "
            "{stop}"
        )
    )
    return text(
        message,
        claims=choice.reason.claims,
        source=f"{choice.reason.source} A2 A5",
        reason=choice.reason,
        stop=f_number(whole.f_number),
    )
