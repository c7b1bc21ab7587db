"""Composes a brief: settles the shoot, places the camera, sets stop and light, writes the lines."""

from __future__ import annotations

from typing import NamedTuple

from guidance.answers import Answers
from guidance.brief.aperture import Choice, aperture_plan, choose_aperture
from guidance.brief.background import background_lines
from guidance.brief.camera import (
    framing_lines,
    framing_plan,
    lens_lines,
    position_for,
)
from guidance.brief.care import care_lines
from guidance.brief.ceiling import ceiling_warnings
from guidance.brief.checks import answer_warnings, checklist_lines
from guidance.brief.colour import colour_lines
from guidance.brief.crops import crops
from guidance.brief.delivery import deliverables, delivery_lines
from guidance.brief.direction import expression_lines
from guidance.brief.exposure import aperture_lines, aperture_warnings
from guidance.brief.glasses import glasses_lines
from guidance.brief.kit import Kit, RoomSize
from guidance.brief.light import light_lines, light_plan
from guidance.brief.looks import look_lines, look_warnings, looks
from guidance.brief.people import people_lines, people_warnings
from guidance.brief.purpose import purpose_lines
from guidance.brief.room import camera_warnings
from guidance.brief.second_setups import frames_for_words, second_setup_lines
from guidance.brief.session import UNSETTLED, Session
from guidance.brief.sheet import (
    AperturePlan,
    Brief,
    Crop,
    FramingPlan,
    LightPlan,
    Line,
    Section,
)
from guidance.brief.shoot import Shoot
from guidance.framing import CameraPosition
from guidance.routing import Recommendation
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _
from guidance.wardrobe import advise

TITLES = {
    "purpose": text(_("Purpose")),
    "warnings": text(_("Warnings")),
    "care": text(_("Care")),
    "framing": text(_("Framing")),
    "lens": text(_("Lens and distance")),
    "aperture": text(_("Aperture and shutter")),
    "light": text(_("Light")),
    "background": text(_("Background")),
    "glasses": text(_("Glasses")),
    "expression": text(_("Expression and pose")),
    "looks": text(_("Shot list")),
    "people": text(_("People and their order")),
    "colour": text(_("Colour and retouching")),
    "second_setups": text(_("Further set-ups of this session")),
    "deliverables": text(_("Deliverables")),
    "checklist": text(_("Checklist")),
    "wardrobe": text(_("Wardrobe, as the client sees it")),
}
"""The sections of the call sheet in reading order."""


def compose(
    answers: Answers,
    recommendation: Recommendation,
    kit: Kit,
    room: RoomSize | None,
    session: Session = UNSETTLED,
) -> Brief:
    """The brief for these answers with this kit in this room; None where no room is known.

    Never fails for answers, kits and rooms that were parsed: what is still open is assumed, what
    does not fit is replaced by what does, and both stand under the warnings. KeyError for a
    sensor format that does not exist.
    """
    shoot = Shoot(answers, recommendation, kit, room, session)
    position = position_for(shoot)
    choice = choose_aperture(shoot, position)
    framing = framing_plan(shoot, position)
    setup = Setup(
        position,
        choice,
        framing,
        aperture_plan(shoot, position, choice),
        light_plan(shoot, position),
        crops(shoot, framing),
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
        looks=looks(shoot),
        crops=setup.crops,
        room=room,
        further_frames=frames_for_words(shoot),
    )


class Setup(NamedTuple):
    """What was worked out for the main picture, before it is put into lines."""

    position: CameraPosition
    choice: Choice
    framing: FramingPlan
    aperture: AperturePlan
    light: LightPlan
    crops: tuple[Crop, ...]


def _parts(shoot: Shoot, setup: Setup) -> tuple[Section, ...]:
    lines = {
        "purpose": purpose_lines(shoot),
        "framing": framing_lines(shoot, setup.framing),
        "lens": lens_lines(shoot, setup.position, setup.framing),
        "aperture": aperture_lines(shoot, setup.position, setup.choice, setup.aperture),
        "light": light_lines(shoot, setup.position, setup.light),
        "background": background_lines(
            shoot, setup.position, setup.light, setup.aperture.blur_share
        ),
        "expression": expression_lines(shoot),
        "looks": look_lines(shoot),
        "people": people_lines(shoot),
        "colour": colour_lines(shoot),
        "glasses": glasses_lines(shoot, setup.light, setup.framing.distance_mm),
        "second_setups": second_setup_lines(shoot, setup.position),
        "deliverables": delivery_lines(shoot, setup.framing, setup.crops),
        "care": care_lines(shoot),
        "checklist": checklist_lines(shoot),
        "warnings": _warnings(shoot, setup),
        "wardrobe": _wardrobe(shoot),
    }
    return tuple(Section(slug, title, lines[slug]) for slug, title in TITLES.items())


def _warnings(shoot: Shoot, setup: Setup) -> tuple[Line, ...]:
    return (
        *answer_warnings(shoot, setup.light),
        *look_warnings(shoot),
        *people_warnings(shoot),
        *camera_warnings(shoot, setup.position),
        *ceiling_warnings(shoot, setup.position),
        *aperture_warnings(shoot, setup.position, setup.choice, setup.aperture),
    )


def _wardrobe(shoot: Shoot) -> tuple[Line, ...]:
    """The client's own list, each line under its heading."""
    return tuple(
        Line(_under(group.title, advice.line), advice.why)
        for group in advise(
            shoot.answers,
            shoot.recommendation,
            looks=shoot.session.looks,
            has_make_up=shoot.session.has_make_up,
        )
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
