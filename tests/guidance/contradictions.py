"""What may never stand in a brief, looked for from outside, in its values and its sentences.

Tests ask it of a sample, the benchmark of every combination.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from guidance.answers import CARE_KEYS, Answers, parse
from guidance.brief import Brief, Kit, Line, RoomSize, Section, compose, parse_kit, parse_room
from guidance.claims import CLAIMS
from guidance.lighting import PATTERNS, SPOTLIGHT_MOST_STOPS
from guidance.optics import SENSOR_FORMATS, diffraction_cap
from guidance.routing import Recommendation, recommend
from guidance.sources import resolve
from guidance.texts import Text, render

# Claims 30, 31, 52, 65, 66 and 70: feeling, what kinds of it, and where it is the point.
FEELING = frozenset({30, 31, 52, 65, 66, 70})
WITHOUT_FEELING = frozenset({"id_badge", "document"})
FROM_BELOW = {pattern.name.message for pattern in PATTERNS.values() if pattern.lower_fill}
NOT_RETOUCHED = re.compile("^No retouching|unretouched")
PROFESSIONAL = frozenset({"brand", "author", "editorial"})
NEAREST_MM = 1_200
MAY_BE_EMPTY = frozenset({"warnings", "second_setups", "people"})
# People under 18 move: a faster shutter and a flatter light, worded for anybody (architecture.md).
MOVED_BY_MINORS = frozenset({"light", "second_setups", "warnings"})
# …and of these the numbers alone: the shutter, and how high a lamp clears the lenses.
COUNTED_BY_MINORS = frozenset({"aperture", "glasses"})
NOT_CARED_FOR = {key: getattr(Answers(), key) for key in CARE_KEYS}

NUMBER = (int, float)
SAID = {"text": str, "claims": [int], "source": str}
CONTRACT = {
    "kind": str,
    "style": str,
    "format": str,
    "framing": {
        "name": str,
        "field_mm": NUMBER,
        "focal_mm": NUMBER,
        "distance_mm": NUMBER,
        "room_length_needed_mm": NUMBER,
    },
    "aperture": {
        "f_number": NUMBER,
        "near_mm": NUMBER,
        "far_mm": (*NUMBER, type(None)),
        "focus_mm": NUMBER,
        "reason": SAID,
    },
    "light": {"pattern": str, "key_over_fill_stops": NUMBER, "reason": SAID},
    **{key: [SAID] for key in ("background", "expression", "colour", "wardrobe", "glasses")},
    "deliverables": [
        {
            "use": str,
            "width_px": int,
            "height_px": int,
            "head_share": (*NUMBER, type(None)),
            "file_format": str,
        }
    ],
    "checklist": [SAID],
    "warnings": [SAID],
    "claims": [int],
}
"""The `brief` command's answer: at least these keys, with values of these types."""


class Worked(NamedTuple):
    """A line of the `brief` command as it was read, and what came of it."""

    answers: Answers
    recommendation: Recommendation
    kit: Kit
    room: RoomSize | None
    brief: Brief


def work_out(asked: dict[str, Any]) -> Worked:
    """The brief of one line, as the command composes it."""
    answers, kit = parse(asked["answers"]), parse_kit(asked["kit"])
    room = None if asked["room"] is None else parse_room(asked["room"])
    found = recommend(answers)
    return Worked(answers, found, kit, room, compose(answers, found, kit, room))


def contradictions(worked: Worked) -> Iterator[str]:
    """Everything that is wrong with one brief, in words. ValueError for a number without end."""
    yield from _blanks(worked.brief)
    yield from _against_the_answers(worked)
    yield from _beyond_the_limits(worked)
    yield from _told_of_care(worked)
    answered = worked.brief.as_json()
    yield from off_contract(answered, CONTRACT)
    json.dumps(answered, allow_nan=False)


def off_contract(found: object, shape: Any, key: str = "brief") -> Iterator[str]:
    """Where JSON-ready data lacks a key of `shape` or holds a value of another type."""
    if isinstance(shape, dict):
        missing = shape.keys() - found.keys() if isinstance(found, dict) else {"everything"}
        yield from (f"{key} lacks {name}" for name in missing)
        if isinstance(found, dict) and not missing:
            for name, part in shape.items():
                yield from off_contract(found[name], part, f"{key}.{name}")
    elif isinstance(shape, list):
        if not isinstance(found, list):
            yield f"{key} is no list"
            return
        for item in found:
            yield from off_contract(item, shape[0], f"{key}[]")
    elif isinstance(found, bool) or not isinstance(found, shape):
        yield f"{key} is {found!r}"


def messages(part: object) -> Iterator[str]:
    """The messages in a sentence, without the numbers and words it says them about."""
    if isinstance(part, Text):
        yield part.message
        for _name, parameter in part.parameters:
            yield from messages(parameter)
    elif isinstance(part, tuple):
        for each in part:
            yield from messages(each)


def without_care(worked: Worked) -> Worked:
    """The same session for somebody who gave no answer on access, faith and minors."""
    answers = replace(worked.answers, **NOT_CARED_FOR)
    found = recommend(answers)
    brief = compose(answers, found, worked.kit, worked.room)
    return worked._replace(answers=answers, recommendation=found, brief=brief)


def _blanks(brief: Brief) -> Iterator[str]:
    """Blank sections and lines, and lines that rest on nothing."""
    for part in brief.parts:
        if not part.lines and part.slug not in MAY_BE_EMPTY:
            yield f"{part.slug} is empty"
        for line in part.lines:
            for said in _sentences(line):
                yield from (f"{part.slug}: {fault}" for fault in _unfounded(said))
    for reason in (brief.aperture.reason, brief.light.reason):
        yield from _unfounded(reason)


def _sentences(line: Line) -> tuple[Text, ...]:
    return (line.text,) if line.why is None else (line.text, line.why)


def _unfounded(said: Text) -> Iterator[str]:
    if not render(said).strip():
        yield "a blank line"
    if not (said.claims or said.source):
        yield f"no source: {said.message}"
    if not CLAIMS.keys() >= set(said.claims):
        yield f"an unknown claim: {said.claims}"
    resolve(said.source)


def _against_the_answers(worked: Worked) -> Iterator[str]:
    """What nobody may do to this client: light from below, retouching, feeling, no colour."""
    brief = worked.brief
    if worked.answers.glasses in {"sometimes", "always"}:
        yield from _light_from_below(brief)
    colour = [line.text for line in brief.lines("colour")]
    if brief.kind == "document":
        yield from _retouched(brief)
    elif not any({79, 82} <= set(said.claims) for said in colour):
        yield "no master in colour"
    if brief.style in WITHOUT_FEELING:
        aims = (line.text for line in brief.lines("expression"))
        yield from (f"feeling: {said.message}" for said in aims if FEELING & set(said.claims))
    told_of_colour = any(81 in line.text.claims for line in brief.lines("warnings"))
    if worked.answers.colour == "bw" and _is_professional(worked) and not told_of_colour:
        yield "black and white alone for a professional use"


def _light_from_below(brief: Brief) -> Iterator[str]:
    """In the light of the main picture, or in the words of any."""
    everywhere = {part.slug for part in brief.parts}
    if brief.light.lower_fill or FROM_BELOW & set(_words(brief, everywhere)):
        yield "lower fill with glasses"


def _retouched(brief: Brief) -> Iterator[str]:
    """A document says that nothing is retouched; its second set-ups are no documents."""
    said = _words(brief, {part.slug for part in brief.parts} - {"second_setups"})
    said_of_it = [message for message in said if "retouch" in message.lower()]
    if not said_of_it or not all(NOT_RETOUCHED.search(message) for message in said_of_it):
        yield "retouching on a document"


def _is_professional(worked: Worked) -> bool:
    by_style = worked.brief.style in PROFESSIONAL
    at_work = worked.answers.occasion == "work" and worked.brief.kind != "document"
    return worked.brief.kind == "headshot" or by_style or at_work


def _beyond_the_limits(worked: Worked) -> Iterator[str]:
    """An f-number that cannot hold what it should, or a light that a service refuses, untold."""
    aperture, light = worked.brief.aperture, worked.brief.light
    framing = worked.brief.framing
    used = min(1.0, framing.wished_mm / framing.field_mm)
    # Two hundredths for crops too small to be told.
    circle_mm = 1.02 * used * SENSOR_FORMATS[worked.kit.format].circle_mm
    is_held = aperture.near_mm <= aperture.zone_near_mm + 1 and (
        aperture.far_mm is None or aperture.far_mm >= aperture.zone_far_mm - 1
    )
    sources = (line.text.source.split() for line in worked.brief.lines("warnings"))
    warned = any("A4" in ids for ids in sources)
    if aperture.f_number > diffraction_cap(circle_mm) and not warned:
        yield "an f-number above the cap without a warning"
    if not is_held and not warned:
        yield "a zone that is not held without a warning"
    for_spotlight = "spotlight" in worked.answers.casting_services
    if worked.brief.kind == "headshot" and worked.brief.framing.distance_mm < NEAREST_MM:
        yield "a headshot taken too near"
    if for_spotlight and light.key_over_fill_stops > SPOTLIGHT_MOST_STOPS:
        yield "a key over the limit of a service"


def _told_of_care(worked: Worked) -> Iterator[str]:
    """Words about access, faith or minors outside the section that alone may have them."""
    if not any(getattr(worked.answers, key) for key in CARE_KEYS):
        return
    bare = {part.slug: part for part in without_care(worked).brief.parts}
    for part in worked.brief.parts:
        if _shows_care(part, bare[part.slug], minors=bool(worked.answers.minors)):
            yield f"care answers change {part.slug}"
    told = set(_words(worked.brief, {"care"}))
    elsewhere = {part.slug for part in worked.brief.parts} - {"care"}
    yield from (
        f"care outside care: {said}" for said in told & set(_words(worked.brief, elsewhere))
    )


def _shows_care(part: Section, bare: Section, *, minors: bool) -> bool:
    if part.slug == "care" or (minors and part.slug in MOVED_BY_MINORS):
        return False
    if minors and part.slug in COUNTED_BY_MINORS:
        return list(_words_of(part)) != list(_words_of(bare))
    return part != bare


def _words(brief: Brief, slugs: set[str]) -> Iterator[str]:
    for part in brief.parts:
        if part.slug in slugs:
            yield from _words_of(part)


def _words_of(part: Section) -> Iterator[str]:
    return messages(tuple(said for line in part.lines for said in _sentences(line)))
