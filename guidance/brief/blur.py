"""How blurred the background is, in shares of the frame and in words; how to have more (A4)."""

from __future__ import annotations

from guidance.brief.backdrop import Rendering
from guidance.brief.sheet import AperturePlan, Line
from guidance.brief.shoot import Shoot
from guidance.framing import CameraPosition
from guidance.measures import metres, percent
from guidance.optics import gap_for_blur_mm
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

MELTS_SHARE = 0.03
SOFT_SHARE = 0.01
RECOGNISABLE_SHARE = 0.003
"""From, and under, these shares of the frame's long side a background has these names (A4)."""

FARTHEST_GAP_MM = 10_000.0
"""No place is worth a walk of more than this for its blur (GK)."""

_MELTS = text(_("melts away"), claims=(83,), source="A4")
_SOFT = text(_("is soft"), claims=(83,), source="A4")
_IN_BETWEEN = text(_("is in between, neither soft nor clear"), source="A4")
_RECOGNISABLE = text(_("can be recognised"), claims=(84,), source="A4")


def blur_word(share: float) -> Text:
    """What a background blurred by this share of the frame looks like (A4)."""
    if share >= MELTS_SHARE:
        return _MELTS
    if share >= SOFT_SHARE:
        return _SOFT
    return _RECOGNISABLE if share < RECOGNISABLE_SHARE else _IN_BETWEEN


def blur_lines(shoot: Shoot, position: CameraPosition, plan: AperturePlan) -> tuple[Line, ...]:
    """The blur of any ground but a plain one; where it is to be blurred, what makes more of it."""
    if plan.blur_share is None:
        return ()
    told = text(
        _("The background {gap} behind blurs by {share} of the frame and {word}"),
        source="A1 A4",
        gap=metres(position.background_behind_mm, 1),
        share=percent(plan.blur_share, 1 if plan.blur_share >= SOFT_SHARE else 2),
        word=blur_word(plan.blur_share),
    )
    more = _more(shoot, position, plan) if shoot.backdrop.rendering is Rendering.BLURRED else None
    return (Line(told),) if more is None else (Line(told), Line(more))


def _more(shoot: Shoot, position: CameraPosition, plan: AperturePlan) -> Text | None:
    """The gap at which the next word holds; None where there is no such walk, or no need."""
    share = plan.blur_share or 0.0
    if share >= MELTS_SHARE:
        return None
    is_soft = share >= SOFT_SHARE
    wanted = MELTS_SHARE if is_soft else SOFT_SHARE
    blur_mm = wanted * shoot.used_side_mm(position)
    gap_mm = gap_for_blur_mm(position.focal_mm, plan.f_number, plan.focus_mm, blur_mm)
    if gap_mm is None or gap_mm > _most_gap_mm(shoot, position):
        return None if is_soft else _CALM
    message = (
        _("From {gap} behind the subject it would melt away")
        if is_soft
        else _("From {gap} behind the subject it turns soft")
    )
    return text(message, claims=(83,), source="A4", gap=metres(gap_mm + 50, 1))


_CALM = text(
    _("It will not turn soft here: choose a background that is calm by itself"),
    claims=(77,),
    source="A4 T9",
)


def _most_gap_mm(shoot: Shoot, position: CameraPosition) -> float:
    if shoot.room is None:
        return FARTHEST_GAP_MM
    left_mm = shoot.room.length_m * 1000 - position.room_length_needed_mm
    return min(FARTHEST_GAP_MM, position.background_behind_mm + left_mm)
