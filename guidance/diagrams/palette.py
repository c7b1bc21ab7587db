"""Colours that go together, as swatches with their names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from guidance.diagrams.drawing import number
from guidance.diagrams.lettering import INSIDE, LEADING, SIZE, lines_of, written
from guidance.diagrams.plate import LINE, Say, plate
from guidance.texts import Text, render, text
from guidance.texts import gettext_noop as _

COLUMNS = 4
GUTTER = 12.0
HEX = re.compile(r"#[0-9a-fA-F]{6}")


def palette_figure(
    colours: Sequence[tuple[str, Text]], *, say: Say = render, id_prefix: str = "palette"
) -> str:
    """Swatches, up to four in a row, each with its name below: nothing is told by colour alone.

    `colours` gives `#rrggbb` and the name. ValueError for another notation or no colour at all.
    """
    if not colours or not all(HEX.fullmatch(colour) for colour, _name in colours):
        raise ValueError("colours must be one or more of #rrggbb")
    columns = min(COLUMNS, len(colours))
    side = (INSIDE.length - GUTTER * (COLUMNS - 1)) / COLUMNS
    marks: list[str] = []
    top = LINE
    for first in range(0, len(colours), columns):
        row = colours[first : first + columns]
        names = [lines_of(say(name), side + GUTTER / 2) for _colour, name in row]
        for place, ((colour, _name), lines) in enumerate(zip(row, names, strict=True)):
            marks.append(_swatch(INSIDE.low + place * (side + GUTTER), top, side, colour, lines))
        top += 0.62 * side + 4 + LEADING * max(map(len, names)) + GUTTER
    named = text(_NAMES, source="D4 S47a", names=tuple(name for _colour, name in colours))
    return plate(top - GUTTER + 4, say(_TITLE), say(named), id_prefix, *marks)


_TITLE = text(_("Colours that go together"), source="D4 S47a")
_NAMES = _("The colours: {names}.")


def _swatch(x: float, y: float, side: float, colour: str, lines: Sequence[str]) -> str:
    height = 0.62 * side
    patch = (
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(side)}" height="{number(height)}"'
        f' rx="2" fill="{colour}"/>'
    )
    words = (
        written(x, y + height + SIZE + 3 + row * LEADING, line, anchor="start")
        for row, line in enumerate(lines)
    )
    return patch + "".join(words)
