"""Composes a brief: settles the shoot, places the camera, sets stop and light, writes the lines."""

from __future__ import annotations

from typing import NamedTuple

from guidance.answers import Answers
from guidance.brief.aperture import Choice, aperture_plan, choose_aperture
from guidance.brief.camera import (
    framing_lines,
    framing_plan,
    lens_lines,
    position_for,
)
from guidance.brief.care import care_lines
from guidance.brief.checks import answer_warnings, checklist_lines
from guidance.brief.delivery import deliverables, delivery_lines
from guidance.brief.direction import colour_lines, expression_lines
from guidance.brief.exposure import aperture_lines, aperture_warnings
from guidance.brief.glasses import glasses_lines
from guidance.brief.kit import Kit, RoomSize
from guidance.brief.light import background_lines, light_lines, light_plan
from guidance.brief.purpose import purpose_lines
from guidance.brief.room import camera_warnings
from guidance.brief.second_setups import second_setup_lines
from guidance.brief.sheet import AperturePlan, Brief, FramingPlan, LightPlan, Line, Section
from guidance.brief.shoot import Shoot
from guidance.framing import CameraPosition
from guidance.routing import Recommendation
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _
from guidance.wardrobe import advise

TITLES = {
    "purpose": text(_("Purpose")),
    "framing": text(_("Framing")),
    "lens": text(_("Lens and distance")),
    "aperture": text(_("Aperture and shutter")),
    "light": text(_("Light")),
    "background": text(_("Background")),
    "expression": text(_("Expression and pose")),
    "colour": text(_("Colour and retouching")),
    "glasses": text(_("Glasses")),
    "second_setups": text(_("Further set-ups of this session")),
    "deliverables": text(_("Deliverables")),
    "care": text(_("Care")),
    "checklist": text(_("Checklist")),
    "warnings": text(_("Warnings")),
    "wardrobe": text(_("Wardrobe, as the client sees it")),
}
"""The sections of the call sheet in reading order."""


def compose(
    answers: Answers, recommendation: Recommendation, kit: Kit, room: RoomSize | None
) -> Brief:
    """The brief for these answers with this kit in this room; None where no room is known.

    Never fails for answers, kits and rooms that were parsed: what is still open is assumed, what
    does not fit is replaced by what does, and both stand under the warnings. KeyError for a
    sensor format that does not exist.
    """
    shoot = Shoot(answers, recommendation, kit, room)
    position = position_for(shoot)
    choice = choose_aperture(shoot, position)
    setup = Setup(
        position,
        choice,
        framing_plan(shoot, position),
        aperture_plan(shoot, position, choice),
        light_plan(shoot, position),
    )
    return Brief(
        kind=shoot.kind,
        style=shoot.style,
        format=str(recommendation.format),
        framing=setup.framing,
        aperture=setup.aperture,
        light=setup.light,
        deliverables=deliverables(shoot),
        parts=_parts(shoot, setup),
    )


class Setup(NamedTuple):
    """What was worked out for the main picture, before it is put into lines."""

    position: CameraPosition
    choice: Choice
    framing: FramingPlan
    aperture: AperturePlan
    light: LightPlan


def _parts(shoot: Shoot, setup: Setup) -> tuple[Section, ...]:
    lines = {
        "purpose": purpose_lines(shoot),
        "framing": framing_lines(shoot, setup.framing),
        "lens": lens_lines(shoot, setup.framing),
        "aperture": aperture_lines(shoot, setup.position, setup.aperture),
        "light": light_lines(shoot, setup.light),
        "background": background_lines(shoot, setup.position, setup.light),
        "expression": expression_lines(shoot),
        "colour": colour_lines(shoot),
        "glasses": glasses_lines(shoot, setup.light),
        "second_setups": second_setup_lines(shoot),
        "deliverables": delivery_lines(shoot, setup.framing),
        "care": care_lines(shoot),
        "checklist": checklist_lines(shoot),
        "warnings": _warnings(shoot, setup),
        "wardrobe": _wardrobe(shoot),
    }
    return tuple(Section(slug, title, lines[slug]) for slug, title in TITLES.items())


def _warnings(shoot: Shoot, setup: Setup) -> tuple[Line, ...]:
    return (
        *answer_warnings(shoot, setup.light),
        *camera_warnings(shoot, setup.position),
        *aperture_warnings(shoot, setup.choice),
    )


def _wardrobe(shoot: Shoot) -> tuple[Line, ...]:
    """The client's own list, each line under its heading."""
    return tuple(
        Line(_under(group.title, advice.line), advice.why)
        for group in advise(shoot.answers, shoot.recommendation)
        for advice in group.advice
    )


def _under(heading: Text, line: Text) -> Text:
    return text(
        _("{heading}: {advice}"),
        claims=line.claims,
        source=line.source,
        heading=heading,
        advice=line,
    )
