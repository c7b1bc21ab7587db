"""What is delivered, and whether one frame can serve it all (section C, A5, E3)."""

from __future__ import annotations

from typing import Any

from guidance.brief.sheet import FramingPlan, Line
from guidance.brief.shoot import Shoot
from guidance.framing import FRAMINGS
from guidance.further_uses import Also
from guidance.measures import percent, pixels
from guidance.optics import crop_yield_px
from guidance.outputs import Deliverable, Output
from guidance.texts import Quantity, Text, text
from guidance.texts import gettext_noop as _

LONG_SIDE_PX = 6000
"""A camera of 24 megapixels, the reserve that every crop is checked against (A5)."""


def deliverables(shoot: Shoot) -> tuple[Deliverable, ...]:
    return tuple(row.due() for row in shoot.outputs)


def delivery_lines(shoot: Shoot, plan: FramingPlan) -> tuple[Line, ...]:
    """Each file with its size, how further uses are served, and the sets to hand over."""
    lines = [Line(_file(row)) for row in shoot.outputs]
    if shoot.kind == "document":
        return (*lines, Line(_ONLY_THE_ONE_APPLIED_FOR))
    lines.extend(Line(_further(also)) for also in shoot.recommendation.also)
    if shoot.cropped_from:
        lines.append(Line(_yield(plan)))
    return (*lines, Line(_SETS if shoot.kind == "headshot" or shoot.cropped_from else _PAIR))


_ONLY_THE_ONE_APPLIED_FOR = text(
    _("Deliver only the document applied for, after checking the authority’s current page"),
    source="C3 S38b",
)
_SETS = text(
    _("Hand over full size for print, 2048 px for screens and a square avatar, all in sRGB"),
    source="C1 E3",
)
_PAIR = text(
    _("Hand over full size for print and 2048 px for screens, both in sRGB"), source="C1 E3"
)


def _file(row: Output) -> Text:
    parts: dict[str, Any] = {
        "what": text(row.name),
        "width": row.width_px,
        "height": pixels(row.height_px),
        "file_format": row.file_format,
    }
    if row.head_share is None:
        return text(_("{what}. {width} × {height}, {file_format}"), source=row.source, **parts)
    return text(
        _("{what}. {width} × {height}, {file_format}, head {share} of the height"),
        source=row.source,
        **parts,
        share=_share(*row.head_share),
    )


def _share(least: float, most: float) -> Quantity | Text:
    if least == most:
        return percent(least)
    return text(_("{least} to {most}"), least=percent(least), most=percent(most))


def _further(also: Also) -> Text:
    picture = also.kind.label if also.style is None else also.style.label
    uses = tuple(use.label for use in also.uses)
    if also.served_by == "crop":
        return text(
            _("{picture} for: {uses}. It is cut from the same frame: leave room around the head"),
            source="A5 T17 T19",
            picture=picture,
            uses=uses,
        )
    if also.kind == "document":
        return text(
            _("{picture} in frames of its own: flat light, neutral face, no retouching"),
            source="C3 T15",
            picture=picture,
        )
    return text(
        _("{picture} for: {uses}. It has a set-up of its own, given under the further set-ups"),
        source="T5",
        picture=picture,
        uses=uses,
    )


def _yield(plan: FramingPlan) -> Text:
    headshot_mm = FRAMINGS["head_shoulders"].field_mm
    crop_mm = min(headshot_mm, plan.field_mm)
    return text(
        _("A head-and-shoulders crop from this frame keeps {length} of {whole} on the long side"),
        source="A5",
        length=pixels(crop_yield_px(LONG_SIDE_PX, plan.field_mm, crop_mm)),
        whole=pixels(LONG_SIDE_PX),
    )
