"""Colour and retouching: the master in colour, black and white beside it, how far to go (E3)."""

from __future__ import annotations

from collections.abc import Iterator

from guidance.brief.sheet import Line
from guidance.brief.shoot import Shoot
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

CASTING_RETOUCHING = 1
"""The most that casting takes: the person who walks in must be the one in the picture (E3)."""


def colour_lines(shoot: Shoot) -> tuple[Line, ...]:
    """Colour master always; black and white beside it; how far retouching may go (T10, E3)."""
    lines = _document() if shoot.kind == "document" else _picture(shoot)
    return tuple(Line(shown) for shown in lines)


def _document() -> Iterator[Text]:
    yield _DOCUMENT_MASTER
    yield RETOUCHING[0]


def _picture(shoot: Shoot) -> Iterator[Text]:
    yield _MASTER
    yield _EXTRA if shoot.answers.colour in {"bw", "both"} else _ON_REQUEST
    if "colour" in shoot.answers.creative and shoot.kind == "portrait":
        yield _PALETTE
    yield from _retouching(shoot)
    yield _TRUE_SKIN


def _retouching(shoot: Shoot) -> Iterator[Text]:
    """The style's level; casting takes natural retouching at most (C2, E3)."""
    uses = shoot.answers.uses
    level = shoot.recipe.retouching
    if "casting" in uses[:1]:
        level = min(level, CASTING_RETOUCHING)
    yield RETOUCHING[level]
    if "casting" in uses and level > CASTING_RETOUCHING:
        yield _CASTING_LESS
    if "central_casting" in shoot.answers.casting_services:
        yield _UNRETOUCHED


_MASTER = text(_("The master is in colour, in full size"), claims=(79, 82), source="E3 T10")
_DOCUMENT_MASTER = text(_("In colour, unaltered, as the authority asks"), source="C3")
_EXTRA = text(
    _(
        "Black and white as an additional version, converted from the colour file: no frame is "
        "shot for it"
    ),
    claims=(80, 82),
    source="E3 T10",
)
_ON_REQUEST = text(_("Black and white on request, beside the colour"), claims=(80, 82), source="E3")
_PALETTE = text(
    _("Colour is part of the idea: agree on bold or muted before the clothes are chosen"),
    claims=(40,),
)
_CASTING_LESS = text(
    _("The casting files stay at level 1, natural: who walks in must be who is in the picture"),
    claims=(62,),
    source="C2 E3 S29 S42c",
)
_UNRETOUCHED = text(_("The frames for Central Casting stay unretouched"), source="C2 S32")
_TRUE_SKIN = text(
    _(
        "Skin is never lightened and keeps its texture; scars, birthmarks and features stay "
        "unless asked"
    ),
    claims=(62,),
    source="D2 D5",
)

RETOUCHING: tuple[Text, ...] = (
    text(_("No retouching: no smoothing, no change of background or features"), source="C3 E3"),
    text(
        _("Retouching level 1, natural: only temporary blemishes, stray hair and dust"),
        claims=(62,),
        source="E3",
    ),
    text(
        _("Retouching level 2, polished: level 1, and light and cloth evened out"),
        claims=(62,),
        source="E3",
    ),
    text(
        _("Retouching level 3, creative: as the concept asks, the person still recognisable"),
        claims=(37, 62),
        source="E3",
    ),
)
"""What each level of retouching may do (E3); scars and features always stay (D5)."""
