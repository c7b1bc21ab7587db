"""The ground behind as lines for the set: what it is, how it is lit, how dark it falls (B3)."""

from __future__ import annotations

from collections.abc import Iterator

from guidance.brief.alternatives import frame_width_mm
from guidance.brief.backdrop import (
    LEAST_WHITE_GAP_MM,
    MOST_WHITE_STOPS,
    Rendering,
    white_paper_turns,
)
from guidance.brief.blur import SOFT_SHARE
from guidance.brief.sheet import LightPlan, Line
from guidance.brief.shoot import Shoot
from guidance.framing import CameraPosition
from guidance.measures import metres, stops
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

ROLL_MM, WIDE_ROLL_MM = 2720.0, 3550.0
"""The widths in which seamless paper is usually sold (GK)."""


def background_lines(
    shoot: Shoot, position: CameraPosition, plan: LightPlan, blur_share: float | None
) -> tuple[Line, ...]:
    """What is behind, how it is lit, and what the place and the wishes add.

    `blur_share` is how blurred it comes out, as a share of the frame; None where plain.
    """
    gap_mm = position.background_gap_mm
    return (
        Line(_STAYS_CLEAR if _stays_clear(shoot, blur_share) else shoot.backdrop.title),
        *(Line(shown) for shown in _ground(shoot, gap_mm, plan)),
        *(Line(shown) for shown in _width(shoot, position)),
        *(Line(step) for step in shoot.backdrop.recipe),
        *(Line(shown) for shown in _particulars(shoot)),
    )


_STAYS_CLEAR = text(
    _("The place, calm by itself: it stays clearer here than was wished"),
    claims=(50, 77),
    source="A4 T9",
)


def _stays_clear(shoot: Shoot, blur_share: float | None) -> bool:
    """Whether a place that should turn soft does not (A4)."""
    is_wished_soft = shoot.backdrop.rendering is Rendering.BLURRED
    return is_wished_soft and blur_share is not None and blur_share < SOFT_SHARE


def _ground(shoot: Shoot, gap_mm: float, plan: LightPlan) -> Iterator[Text]:
    """How bright the ground is, from where it stands and what lights it."""
    if shoot.kind == "document":
        yield _wall(gap_mm, plan)
    elif shoot.style == "two_looks" and shoot.is_seamless:
        yield from _two_grounds(gap_mm, plan)
    elif plan.ground_stops is not None:
        yield _lit(gap_mm, plan)
        if gap_mm < LEAST_WHITE_GAP_MM:
            yield _TOO_NEAR_FOR_WHITE
    elif shoot.is_seamless:
        yield _unlit(shoot, gap_mm, plan)
    else:
        yield _PLACE_UNDER_FACE


def _width(shoot: Shoot, position: CameraPosition) -> Iterator[Text]:
    """How wide the frame is where the ground hangs, if a roll of paper does not fill it."""
    if not shoot.is_seamless:
        return
    ground_mm = position.distance_mm + position.background_behind_mm
    width_mm = frame_width_mm(shoot) * ground_mm / position.distance_mm
    width = metres(width_mm, 1)
    if shoot.room is not None and width_mm > shoot.room.width_m * 1000:
        yield text(_WALLS_SHOW, source="A3 GK", width=width)
    elif width_mm > WIDE_ROLL_MM:
        yield text(_NO_ROLL, source="A3 B3 GK", width=width)
    elif width_mm > ROLL_MM:
        yield text(_WIDE_ROLL, source="A3 B3 GK", width=width, roll=metres(WIDE_ROLL_MM))


_WIDE_ROLL = _("Back there the frame is {width} wide: it takes the roll of {roll}")
_NO_ROLL = _(
    "Back there the frame is {width} wide, and no roll of paper is: take a painted wall or a "
    "cloth, or have the ground extended at the edges"
)
_WALLS_SHOW = _(
    "Back there the frame is {width} wide, wider than the room: the side walls come in at the "
    "edges, so crop closer or have the ground extended over them"
)

_TOO_NEAR_FOR_WHITE = text(
    _("So near, the ground shines back on hair and shoulders: no more than this, and flag it off"),
    source="B3 S21c",
)
_PLACE_UNDER_FACE = text(
    _("Expose so that the place is half a stop to one stop darker than the face"), source="B3 GK"
)


def _lit(gap_mm: float, plan: LightPlan) -> Text:
    return text(
        _(
            "White paper {gap} behind with light of its own, {stops} over the face; over {most} "
            "eats the edges. Unlit it would fall {darker} below the face"
        ),
        source="B2 B3 S21a S21b S23",
        gap=metres(gap_mm, 1),
        stops=stops(plan.ground_stops or 0),
        most=stops(MOST_WHITE_STOPS),
        darker=stops(plan.ground_falls_stops),
    )


def _unlit(shoot: Shoot, gap_mm: float, plan: LightPlan) -> Text:
    gap, darker = metres(gap_mm, 1), stops(plan.ground_falls_stops)
    if shoot.backdrop_name == "dark":
        return text(
            _("Black or dark grey paper {gap} behind, unlit: it gets {stops} less than the face"),
            source="B2 B3 S23",
            gap=gap,
            stops=darker,
        )
    return text(
        _("White paper {gap} behind, unlit: {stops} darker than the face, it turns {tone}"),
        source="B2 B3 S23 calc",
        gap=gap,
        stops=darker,
        tone=white_paper_turns(plan.ground_falls_stops),
    )


def _wall(gap_mm: float, plan: LightPlan) -> Text:
    return text(
        _(
            "The person stands {gap} in front of it: it falls {stops} darker than the face. Where "
            "white is asked for, light it up to the face"
        ),
        source="B2 C3 S23 S36c",
        gap=metres(gap_mm, 1),
        stops=stops(plan.ground_falls_stops),
    )


def _two_grounds(gap_mm: float, plan: LightPlan) -> Iterator[Text]:
    yield text(
        _("First look: white paper {gap} behind, lit by itself as bright as the face"),
        claims=(71,),
        source="B2 B3 S19a",
        gap=metres(gap_mm, 1),
    )
    yield text(
        _("Second look: its lamp off; {stops} darker than the face, the paper turns {tone}"),
        claims=(66,),
        source="B2 B3 S19c S23",
        stops=stops(plan.ground_falls_stops),
        tone=white_paper_turns(plan.ground_falls_stops),
    )


_CUT_OUT = text(
    _("Should a cut-out be asked for: ground even and light, no rim light, the hair’s edge sharp"),
    claims=(34,),
    source="B3 T21",
)
_CUT_OUT_GROUNDS = frozenset({"grey", "light"})
_OWN_BACKGROUND = text(
    _("An unusual background is wanted: agree on one idea and bring what it needs"), claims=(43,)
)
_OWN_TONE = text(
    _("The client was promised a choice of tone: show two grounds and let them choose"),
    claims=(33, 43),
)


def _particulars(shoot: Shoot) -> Iterator[Text]:
    if shoot.kind == "headshot" and shoot.backdrop_name in _CUT_OUT_GROUNDS and not _casts(shoot):
        yield _CUT_OUT
    if shoot.answers.place_note:
        yield _place(shoot.answers.place_note)
    if "background" in shoot.answers.creative and shoot.kind != "document":
        yield _OWN_BACKGROUND if shoot.kind == "portrait" else _OWN_TONE


def _casts(shoot: Shoot) -> bool:
    return "casting" in shoot.answers.uses


def _place(note: str) -> Text:
    return text(_("The place, in the client’s words: “{note}”"), claims=(35, 50), note=note)
