"""The other pictures of the session, each worked out like the main one, in a few lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from guidance.brief.aperture import choose_aperture
from guidance.brief.backdrop import BACKDROPS
from guidance.brief.camera import framing_plan, position_for
from guidance.brief.ceiling import ceiling_warnings
from guidance.brief.direction import expression_lines
from guidance.brief.light import light_plan
from guidance.brief.negative_space import further_frames, space_lines
from guidance.brief.room import camera_warnings
from guidance.brief.sheet import FurtherFrame, Line
from guidance.brief.shoot import Shoot
from guidance.framing import CENTRE, FRAMINGS, CameraPosition, place_camera
from guidance.further_uses import Also
from guidance.lighting import PATTERNS
from guidance.measures import f_number, metres, millimetres, stops
from guidance.routing import People
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _
from guidance.vocabulary import Format, Framing, Kind

LIGHT = BACKDROPS["light"]
_PORTRAIT_FRAMINGS = frozenset({Framing.WAIST, Framing.KNEES, Framing.FULL})


def second_setup_lines(shoot: Shoot, position: CameraPosition) -> tuple[Line, ...]:
    """Lens, stop, light, ground and expression of each further picture; none where it is cut.

    Each line names its picture, for there may be several. A warning of the main picture, or of
    one before, is not said again.
    """
    said = {*camera_warnings(shoot, position), *ceiling_warnings(shoot, position)}
    lines: list[Line] = []
    for also in shoot.further:
        second = _second(shoot, also)
        there = position_for(second)
        lines.extend(_lines(second, there))
        warnings = (*camera_warnings(second, there), *ceiling_warnings(second, there))
        lines.extend(_of(second, line) for line in warnings if line not in said)
        said.update(warnings)
    if "central_casting" in shoot.answers.casting_services:
        lines.append(_background_casting(shoot))
    return tuple(lines)


def frames_for_words(shoot: Shoot) -> tuple[FurtherFrame, ...]:
    """Every frame of the session with empty space, but for the main one: of both sorts of picture.

    Those beside the main picture, and those of the further set-ups under the picture's name.
    """
    frames = list(further_frames(shoot))
    for second in (_second(shoot, also) for also in shoot.further):
        picture = second.recipe.title
        if second.framing.empty_above or second.framing.middle != CENTRE:
            frames.append(FurtherFrame(picture, framing_plan(second, position_for(second))))
        frames.extend(
            FurtherFrame(_of_picture(picture, frame.name), frame.plan)
            for frame in further_frames(second)
        )
    return tuple(frames)


def _second(shoot: Shoot, also: Also) -> Shoot:
    """The same people, kit and room, for the further picture alone."""
    people = shoot.recommendation.people
    recommendation = replace(
        shoot.recommendation,
        kind=also.kind,
        style=also.style,
        format=Format.SERIES if people.total > 1 else Format.SINGLE,
        people=People(1, people.total),
        also=(),
    )
    wished = shoot.answers.framing
    # A close framing was meant for the headshot; beside one, the portrait shows more.
    fits = also.kind is not Kind.PORTRAIT or wished in _PORTRAIT_FRAMINGS
    answers = replace(shoot.answers, uses=also.uses, framing=wished if fits else None)
    return replace(
        shoot,
        answers=answers,
        recommendation=recommendation,
        served_elsewhere=frozenset(shoot.main_outputs),
    )


def _lines(second: Shoot, position: CameraPosition) -> Iterator[Line]:
    picture = second.recipe.title
    light = light_plan(second, position)
    is_even = light.key_over_fill_stops == 0
    message = (
        _(
            "{picture}: {focal} from {distance} at {stop}. {pattern}, the fill as bright as the "
            "key. {ground}"
        )
        if is_even
        else _(
            "{picture}: {focal} from {distance} at {stop}. {pattern}, key {stops} over the fill. "
            "{ground}"
        )
    )
    yield Line(
        text(
            message,
            claims=picture.claims,
            source="A3 A4 B2 B3",
            picture=picture,
            focal=millimetres(position.focal_mm),
            distance=metres(position.distance_mm),
            stop=f_number(choose_aperture(second, position).f_number),
            pattern=PATTERNS[light.pattern].name,
            stops=stops(light.key_over_fill_stops),
            ground=second.backdrop.title,
        ),
        light.reason,
    )
    yield _of(second, expression_lines(second)[0])
    for line in space_lines(second, framing_plan(second, position)):
        yield _of(second, line)


def _of(second: Shoot, line: Line) -> Line:
    return replace(line, text=_of_picture(second.recipe.title, line.text))


def _of_picture(picture: Text, said: Text) -> Text:
    return text(
        _("{picture}: {said}"), claims=said.claims, source=said.source, picture=picture, said=said
    )


def _background_casting(shoot: Shoot) -> Line:
    """The unretouched pair that background work asks for (C2), the full length worked out."""
    setting = replace(shoot.setting, gap_mm=LIGHT.gap_mm, least_gap_mm=LIGHT.least_gap_mm)
    position = place_camera(FRAMINGS["full"], setting, shoot.lenses_mm)
    return Line(
        text(
            _(
                "Central Casting: head and shoulders, and the full length with {focal} from "
                "{distance}, in {needed} of room; plain light ground, neutral face, no retouching"
            ),
            source="A3 C2 S32",
            focal=millimetres(position.focal_mm),
            distance=metres(position.distance_mm),
            needed=metres(position.room_length_needed_mm),
        )
    )
