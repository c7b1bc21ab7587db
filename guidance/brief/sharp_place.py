"""Subject and place sharp together: what it takes, and what would do where it can't be (A4)."""

from __future__ import annotations

from collections.abc import Iterator

from guidance.brief.alternatives import FRAMING_WORDS
from guidance.brief.blur import RECOGNISABLE_SHARE
from guidance.brief.shoot import Shoot
from guidance.brief.zones import ALL_FACES, NOSE_MM, shared
from guidance.framing import FRAMINGS, STANDARD_FOCAL_LENGTHS_MM, CameraPosition, rank_lenses
from guidance.measures import metres, millimetres
from guidance.optics import (
    blur_disc_mm,
    f_number_between,
    far_held_mm,
    focus_with_near_limit_mm,
)
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

WIDEST_CROP = 1.5
"""No sharper place is worth cropping away more than a third of the frame's side (GK)."""

NEAREST_PLACE_MM = 300.0
"""Nearer than this to what is behind nobody can stand (GK)."""


def background_f_number(shoot: Shoot, position: CameraPosition) -> float:
    """Smallest f-number that holds everything from the nose to the background (A4)."""
    near_mm, far_mm = place_limits_mm(position)
    return f_number_between(position.focal_mm, shoot.circle_mm(position), near_mm, far_mm)


def place_limits_mm(position: CameraPosition) -> tuple[float, float]:
    """From the nearest nose to the background, mm from the lens."""
    far_mm = position.distance_mm + position.background_behind_mm
    return position.distance_mm - NOSE_MM, far_mm


def holds_place(shoot: Shoot, position: CameraPosition) -> bool:
    """Whether subject and background are sharp together at a working aperture (A4)."""
    return background_f_number(shoot, position) <= shoot.working_ceiling(position)


def recognises_place(shoot: Shoot, position: CameraPosition) -> bool:
    """Whether the background can be made out at the working ceiling, the face held (A4)."""
    return place_blur_share(shoot, position) < RECOGNISABLE_SHARE


def place_blur_share(shoot: Shoot, position: CameraPosition) -> float:
    """Blur of the background at the working ceiling, as a share of the picture's long side."""
    focus_mm = focus_towards_place_mm(shoot, position)
    ground_mm = position.distance_mm + position.background_behind_mm
    blur_mm = blur_disc_mm(position.focal_mm, shoot.working_ceiling(position), focus_mm, ground_mm)
    return blur_mm / shoot.used_side_mm(position)


def focus_towards_place_mm(shoot: Shoot, position: CameraPosition) -> float:
    """The focus at the working ceiling where not all can be held.

    As far back as the nearest nose allows, so that the place gains what the faces can spare; in
    a group whose rows can't be held either, shared between these.
    """
    stop, circle_mm = shoot.working_ceiling(position), shoot.circle_mm(position)
    near_mm, far_mm = place_limits_mm(position)
    focus_mm = focus_with_near_limit_mm(position.focal_mm, stop, circle_mm, near_mm)
    return min(max(focus_mm, shared(shoot, position, ALL_FACES).focus_mm), far_mm)


def ways_to_hold(shoot: Shoot, position: CameraPosition) -> tuple[Text, ...]:
    """What would make both sharp: moving nearer to the place, a shorter lens, stepping back."""
    return tuple(_ways(shoot, position))


def _ways(shoot: Shoot, position: CameraPosition) -> Iterator[Text]:
    gap_mm = _gap_held_mm(shoot, position)
    if gap_mm >= NEAREST_PLACE_MM:
        yield text(
            _("the subject no more than {gap} from it"), source="A4", gap=metres(gap_mm - 5, 2)
        )
    shorter = _shorter_lens(shoot, position)
    if shorter is not None:
        yield text(_("a lens of {focal}"), source="A4", focal=millimetres(shorter.focal_mm))
    if not shoot.is_group:
        yield from _farther_back(shoot)


def _gap_held_mm(shoot: Shoot, position: CameraPosition) -> float:
    near_mm = position.distance_mm - NOSE_MM
    stop, circle_mm = shoot.working_ceiling(position), shoot.circle_mm(position)
    far_mm = far_held_mm(position.focal_mm, stop, circle_mm, near_mm)
    return far_mm - position.distance_mm - position.depth_of_rows_mm


def _shorter_lens(shoot: Shoot, position: CameraPosition) -> CameraPosition | None:
    shorter = [focal for focal in STANDARD_FOCAL_LENGTHS_MM if focal < position.focal_mm]
    ranked = rank_lenses(shoot.framing, shoot.setting, shorter, in_kit=False)
    most_mm = WIDEST_CROP * shoot.framing.field_mm
    holding = (p for p in ranked if p.fits and p.field_mm <= most_mm and holds_place(shoot, p))
    return max(holding, key=lambda each: each.focal_mm, default=None)


def _farther_back(shoot: Shoot) -> Iterator[Text]:
    """The tightest of the looser framings that holds, with a lens of the kit."""
    for framing in FRAMINGS.values():
        if framing.field_mm <= shoot.framing.field_mm:
            continue
        ranked = rank_lenses(framing, shoot.setting, shoot.lenses_mm)
        found = next((p for p in ranked if p.fits and holds_place(shoot, p)), None)
        if found is not None:
            yield text(
                _("{framing}, with {focal} from {distance}"),
                source="A3 A4",
                framing=FRAMING_WORDS[framing.name],
                focal=millimetres(found.focal_mm),
                distance=metres(found.distance_mm),
            )
            return
