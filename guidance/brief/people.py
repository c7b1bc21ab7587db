"""Several people: how a group is built up and in which order, how a series runs (D4, E1, T13)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from guidance.brief.sheet import Line
from guidance.brief.shoot import Shoot
from guidance.framing import PERSON_WIDTH_MM, ROW_PITCH_MM
from guidance.measures import count, metres, minutes
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

FLOOR_EYES_MM = 800.0
CHAIR_EYES_MM = 1200.0
STANDING_EYES_MM = 1600.0
STEP_MM = 300.0
"""Heights of eyes, and what a step adds: a head’s height and a little (GK)."""

_FLOOR = (text(_("seated on the floor"), source="D4 GK"), FLOOR_EYES_MM)
_CHAIRS = (text(_("on chairs"), source="D4 GK"), CHAIR_EYES_MM)
_STANDING = (text(_("standing"), source="D4 GK"), STANDING_EYES_MM)
_STEP = (text(_("on a step"), source="D4 GK"), STANDING_EYES_MM + STEP_MM)
_BENCH = (text(_("on a bench"), source="D4 GK"), STANDING_EYES_MM + 2 * STEP_MM)
LEVELS: Mapping[int, tuple[tuple[Text, float], ...]] = MappingProxyType(
    {
        1: (_STANDING,),
        2: (_CHAIRS, _STANDING),
        3: (_CHAIRS, _STANDING, _STEP),
        4: (_FLOOR, _CHAIRS, _STANDING, _STEP),
        5: (_FLOOR, _CHAIRS, _STANDING, _STEP, _BENCH),
    }
)
"""What each row sits or stands on, front row first, by the number of rows; eyes in mm."""

FRAMES_TO_SPARE = 5
"""Frames of the whole group beyond one for each person: somebody always blinks (GK)."""

COUPLE = 2
"""Too few to be taken in smaller groups."""

LEAST_MINUTES, MOST_MINUTES = 5, 10
"""For each person of a series (E1)."""


def people_lines(shoot: Shoot) -> tuple[Line, ...]:
    """The group row by row and its order, or the run of a series; nothing for one person."""
    if shoot.is_group:
        return tuple(Line(shown) for shown in _group(shoot))
    if shoot.is_series:
        return tuple(Line(shown) for shown in _series(shoot))
    return ()


def people_warnings(shoot: Shoot) -> tuple[Line, ...]:
    """A series that does not fit its slot, and how many do."""
    slot, total = shoot.session.minutes, shoot.recommendation.people.total
    if not shoot.is_series or slot is None:
        return ()
    needed = total * LEAST_MINUTES
    if needed <= slot:
        return ()
    fitting = max(1, slot // LEAST_MINUTES)
    return (
        Line(
            text(
                _(
                    "{total} people take {needed} at the least, and {slot} are booked: begin with "
                    "{fitting} of them and book another slot on the same marks for the others"
                ),
                source="E1 GK",
                total=count(total),
                needed=minutes(needed),
                slot=minutes(slot),
                fitting=count(fitting),
            )
        ),
    )


def _group(shoot: Shoot) -> Iterator[Text]:
    yield from _rows(shoot)
    yield _spacing(shoot)
    if len(shoot.rows) > 1:
        yield _BETWEEN_SHOULDERS
    if shoot.people_in_frame > COUPLE:
        yield _WHOLE_FIRST
        yield _SMALLER.get(shoot.answers.occasion or "", _AS_LISTED)
    yield _frames(shoot)
    if len(shoot.rows) > 1:
        yield _FOCUS_AGAIN
    yield _NAMES if len(shoot.rows) == 1 else _NAMES_BY_ROW


def _rows(shoot: Shoot) -> Iterator[Text]:
    """One line for each row, those on a stand in one."""
    if len(shoot.rows) == 1:
        yield text(
            _("{people} in one row, standing, eyes at about {eyes}; shoulders towards the middle"),
            source="A3 D4 GK",
            people=count(shoot.rows[0]),
            eyes=metres(STANDING_EYES_MM, 1),
        )
        return
    levels = LEVELS[min(len(shoot.rows), max(LEVELS))]
    for number, (people, (place, eyes_mm)) in enumerate(zip(shoot.rows, levels, strict=False), 1):
        yield text(
            _("Row {number}: {people} people {place}, eyes at about {eyes}"),
            source="D4 GK",
            number=count(number),
            people=count(people),
            place=place,
            eyes=metres(eyes_mm, 1),
        )
    on_a_stand = shoot.rows[len(levels) :]
    if on_a_stand:
        yield text(
            _("The {rows} rows behind, {people} people: on a stand, each {step} above the last"),
            source="D4 GK",
            rows=count(len(on_a_stand)),
            people=count(sum(on_a_stand)),
            step=metres(STEP_MM, 1),
        )


def _spacing(shoot: Shoot) -> Text:
    parts: dict[str, Any] = {
        "each": metres(PERSON_WIDTH_MM),
        "width": metres(max(shoot.rows) * PERSON_WIDTH_MM),
        "pitch": metres(ROW_PITCH_MM, 1),
    }
    if len(shoot.rows) == 1:
        message = _("{each} for each person, one shoulder before the next: {width} of people")
        del parts["pitch"]
    else:
        message = _(
            "{each} for each person, the longest row {width} of people; each row {pitch} behind "
            "the one before"
        )
    return text(message, source="A3 A4", **parts)


def _frames(shoot: Shoot) -> Text:
    return text(
        _(
            "With everybody in it at least {frames} frames, one for each person and a few more: "
            "every face visible, all eyes open"
        ),
        claims=(21,),
        source="D4 GK",
        frames=count(shoot.people_in_frame + FRAMES_TO_SPARE),
    )


_BETWEEN_SHOULDERS = text(
    _("Every face between two shoulders in front; where a head hides another, add a step"),
    source="D4 GK",
)
_WHOLE_FIRST = text(
    _("The whole group first, while everybody is fresh; then the smaller ones"), source="D4"
)
_SMALLER: Mapping[str, Text] = MappingProxyType(
    {
        "work": text(
            _("Smaller groups: those who lead, each team, those who work in pairs"),
            source="D4 GK",
        ),
        "personal": text(
            _("Smaller groups: each household, couples, siblings, the generations"),
            source="D4 GK",
        ),
    }
)
_AS_LISTED = text(
    _("Smaller groups from a list that is agreed on before the day: who belongs together, pairs"),
    source="D4 GK",
)
_FOCUS_AGAIN = text(
    _("After each change of rows set the focus by hand again, and let nobody step forward"),
    source="A4 S14a",
)
_NAMES = text(
    _("Names from left to right, as the camera sees them, noted before the group breaks up"),
    source="D4 E4",
)
_NAMES_BY_ROW = text(
    _("Names from left to right, as the camera sees them, front row first, before it breaks up"),
    source="D4 E4",
)


def _series(shoot: Shoot) -> Iterator[Text]:
    total = shoot.recommendation.people.total
    yield _NAME_FIRST
    yield text(
        _("{least} to {most} for each, {shortest} to {longest} for all {total}, then {catch_up}"),
        source="E1",
        least=count(LEAST_MINUTES),
        most=minutes(MOST_MINUTES),
        shortest=count(total * LEAST_MINUTES),
        longest=minutes(total * MOST_MINUTES),
        total=count(total),
        catch_up=_CATCH_UP,
    )
    yield _SAME_SET
    if shoot.kind != "document":
        yield _COMPARE


_CATCH_UP = text(_("a catch-up for who was late or wants another try"), source="E1 GK")
_NAME_FIRST = text(
    _("One frame of the name on a card before each person’s first, and the list ticked off"),
    source="D4 E4",
)
_SAME_SET = text(
    _(
        "One recipe for everybody: stool, key and camera marked on the floor, heights and power "
        "noted; only the stool goes up or down, until the eyes meet the lens"
    ),
    claims=(20,),
    source="E4 S58 T13",
)
_COMPARE = text(
    _("The first good frame stays on the screen: head size, eye line and tone as in that one"),
    source="E4 S58 GK",
)
