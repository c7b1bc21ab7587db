"""Pictures of a picture: what the frame holds, what is behind, who is in it.

Every one shows :mod:`guidance.diagrams.person`, cropped by the framings of table A3, so that
the choice a client taps is the frame the photographer sets.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from guidance.diagrams import scenery
from guidance.diagrams.drawing import (
    Sheet,
    dashed,
    group,
    moved,
    polyline,
    rectangle,
    window,
)
from guidance.diagrams.person import body, calm_face, clothes, face, head, neighbour, person, skin
from guidance.framing import FRAMINGS, HEAD_HEIGHT_MM, HEADROOM_SHARE

SIDES_RATIO = 0.8
"""Width over height of an upright 4:5 picture."""

LINE_SHARE = 0.009
"""Thickness of a line as a share of the frame's height."""


def framing_figure(framing: str, *, label: str = "") -> str:
    """What the picture holds at this framing, to scale; KeyError for an unknown word."""
    if framing == "unsure":
        return _all_framings(label)
    field_mm = FRAMINGS[framing].field_mm
    sheet = upright_sheet(field_mm)
    return sheet.svg(sheet.ground(), person(field_mm), label=label)


def background_figure(background: str, *, label: str = "") -> str:
    """What lies behind the person; KeyError for an unknown word."""
    sheet = square_sheet(FRAMINGS["waist"].field_mm)
    return sheet.svg(
        sheet.ground(), BACKGROUNDS[background](sheet), person(sheet.height), label=label
    )


def place_figure(place: str, *, label: str = "") -> str:
    """Where the pictures are taken; KeyError for an unknown word."""
    sheet = square_sheet(FRAMINGS["full"].field_mm)
    return sheet.svg(sheet.ground(), PLACES[place](sheet), person(sheet.height), label=label)


def colour_figure(colour: str, *, label: str = "") -> str:
    """Colour, black and white, or both; KeyError for an unknown word."""
    sheet = square_sheet(FRAMINGS["head_shoulders"].field_mm)
    return sheet.svg(sheet.ground(), COLOURS[colour](sheet), label=label)


def clothes_figure(choice: str, *, label: str = "") -> str:
    """Plain clothes, patterned ones, or a half of each; KeyError for an unknown word."""
    sheet = Sheet(-330, 150, 660, 660, 660 * LINE_SHARE)
    return sheet.svg(sheet.ground(), body(), CLOTHES[choice](), head(), calm_face(), label=label)


def people_figure(people_format: str, *, label: str = "") -> str:
    """One person, several one by one, or several together; KeyError for an unknown word."""
    return PEOPLE[people_format](label, "head_shoulders")


def kind_figure(kind: str, people_format: str = "single", *, label: str = "") -> str:
    """The kind of session as one picture; KeyError for an unknown kind or format."""
    framing = KIND_FRAMINGS[kind]
    if people_format != "single":
        return PEOPLE[people_format](label, framing)
    if kind == "document":
        return _measured_head(label)
    if kind == "portrait":
        sheet = upright_sheet(FRAMINGS[framing].field_mm)
        room = scenery.room(sheet)
        return sheet.svg(sheet.ground(), room, person(sheet.height), label=label)
    return framing_figure(framing, label=label)


KIND_FRAMINGS: Mapping[str, str] = MappingProxyType(
    {"headshot": "head_shoulders", "portrait": "waist", "document": "head_shoulders"}
)


def upright_sheet(field_mm: float) -> Sheet:
    """A 4:5 frame that is `field_mm` high, with the person's crown at (0, 0)."""
    return _sheet(field_mm, field_mm * SIDES_RATIO)


def square_sheet(field_mm: float) -> Sheet:
    """A square frame that is `field_mm` high, with the person's crown at (0, 0)."""
    return _sheet(field_mm, field_mm)


def _sheet(field_mm: float, width_mm: float) -> Sheet:
    line_mm = field_mm * LINE_SHARE
    return Sheet(-width_mm / 2, -field_mm * HEADROOM_SHARE, width_mm, field_mm, line_mm)


def _all_framings(label: str) -> str:
    sheet = upright_sheet(FRAMINGS["full"].field_mm)
    frames = (upright_sheet(FRAMINGS[name].field_mm) for name in ("head_shoulders", "waist"))
    crops = (rectangle(one.left, one.top, one.width, one.height, "ray") for one in frames)
    return sheet.svg(sheet.ground(), person(sheet.height), dashed("".join(crops), 34), label=label)


def _one(label: str, framing: str) -> str:
    return framing_figure(framing, label=label)


def _one_by_one(label: str, framing: str) -> str:
    """Four frames of the same size, one person in each."""
    field_mm = FRAMINGS[framing].field_mm
    one = upright_sheet(field_mm)
    gap_mm = field_mm * 0.07
    step_x, step_y = one.width + gap_mm, one.height + gap_mm
    sheet = Sheet(
        one.left, one.top, 2 * one.width + gap_mm, 2 * one.height + gap_mm, 2.1 * one.line
    )
    cells = (
        window(one, one.ground(), person(field_mm), at=(one.left + x, one.top + y))
        for y in (0, step_y)
        for x in (0, step_x)
    )
    return sheet.svg(*cells, label=label)


def _together(label: str, framing: str) -> str:
    """Three in one frame, the outer two a little behind."""
    del framing  # a group is always seen to the waist, so that it is seen to be a group
    field_mm = FRAMINGS["knees"].field_mm
    sheet = upright_sheet(field_mm)
    behind = (moved(x, y, neighbour(), scale=0.92) for x, y in ((-262, 62), (262, 96)))
    return sheet.svg(
        sheet.ground(), *behind, moved(0, 170, person(sheet.height), scale=0.98), label=label
    )


def _measured_head(label: str) -> str:
    """A straight head with its crown and chin marked, as document rules measure it."""
    sheet = upright_sheet(FRAMINGS["head_shoulders"].field_mm)
    reach = sheet.width / 2
    marks = [
        polyline((-reach * 0.9, y), (reach * 0.9, y), tone="ray") for y in (0.0, HEAD_HEIGHT_MM)
    ]
    return sheet.svg(sheet.ground(), dashed("".join(marks), 14), person(sheet.height), label=label)


def _plain(_sheet: Sheet) -> str:
    return ""


def _half_blurred(sheet: Sheet) -> str:
    half = Sheet(0, sheet.top, sheet.width / 2, sheet.height, sheet.line)
    return window(half, scenery.blur(sheet))


def _half_outdoors(sheet: Sheet) -> str:
    return scenery.studio(sheet, right=False) + scenery.outdoors(sheet, left=False)


def _in_colour(sheet: Sheet) -> str:
    return person(sheet.height)


def _in_black_and_white(sheet: Sheet) -> str:
    return group(person(sheet.height), tone="grey")


def _half_in_colour(sheet: Sheet) -> str:
    right = Sheet(0, sheet.top, sheet.width / 2, sheet.height, sheet.line)
    halved = (
        group(part, tone="grey") + window(right, part)
        for part in (skin(), clothes(), head() + face(sheet.height))
    )
    return "".join(halved)


def _patterned() -> str:
    return group(*scenery.checks(-150, 150), tone="cut")


def _half_patterned() -> str:
    return group(*scenery.checks(0, 150), tone="cut")


BACKGROUNDS: Mapping[str, Callable[[Sheet], str]] = MappingProxyType(
    {
        "plain": _plain,
        "blurred_place": scenery.blur,
        "recognisable_place": scenery.room,
        "unsure": _half_blurred,
    }
)
PLACES: Mapping[str, Callable[[Sheet], str]] = MappingProxyType(
    {"studio": scenery.studio, "location": scenery.outdoors, "unsure": _half_outdoors}
)
COLOURS: Mapping[str, Callable[[Sheet], str]] = MappingProxyType(
    {
        "colour": _in_colour,
        "bw": _in_black_and_white,
        "both": _half_in_colour,
        "unsure": _half_in_colour,
    }
)
CLOTHES: Mapping[str, Callable[[], str]] = MappingProxyType(
    {"plain": str, "patterned": _patterned, "undecided": _half_patterned}
)
PEOPLE: Mapping[str, Callable[[str, str], str]] = MappingProxyType(
    {"single": _one, "series": _one_by_one, "group": _together}
)
