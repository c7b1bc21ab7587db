"""What to check on the day, and what the photographer is warned about beforehand."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from guidance.brief.sheet import LightPlan, Line
from guidance.brief.shoot import Shoot
from guidance.framing import HEADSHOT_MASTER
from guidance.lighting import light_for
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

_CATCHLIGHT = text(_("A catchlight in each eye"), claims=(88,), source="B2 S18c T11")
_SHARP = text(
    _("The nearer eye sharp at 100 %, on the first frame and after each change"), claims=(62,)
)
_ALL_SHARP = text(
    _("Every pair of eyes sharp at 100 %, on the first frame and after each change"), claims=(62,)
)
_LIKENESS = text(
    _("Likeness: would somebody who knows them only from this picture find them in a crowd?"),
    claims=(62,),
    source="E3 S29",
)
_MOIRE = text(
    _("Cloth at 100 %: shimmering stripes ask for another distance or angle, or the plain piece"),
    claims=(91,),
    source="D1 S43a",
)
_GLARE = text(_("No lamp in the glasses, at 100 %"), claims=(54,), source="B4")
_BY_HAND = text(_("Focus set by hand and not moved; back row checked at 100 %"), source="A4 S14a")
_NAMES = text(_("Names written down from left to right, row by row"), source="D4 E4")
_SERIES_NAMES = text(_("Name of each person written down before the first frame"), source="D4 E4")
_REMETER = text(_("Metered again for each person"), source="D2 S25b")
_LOOSE = text(_("Loose enough: square, 4:5 and 2:3 drawn on the first frame"), source="A5")
_RECORD = text(
    _("Lens, stop, distance, power and a sketch of the lights noted for the record"),
    source="E4 S58",
)
_SUBGROUPS = text(_("The whole group first, then the smaller ones"), source="D4")
_DOCUMENT = text(_("Head size, eye line and background measured against the rules"), source="C3")
_EMPTY_SPACE = text(
    _("One level frame with empty space beside the head, for words"), source="C1 C4"
)
_CREDIT = text(_("Caption and credit embedded in the file"), source="C1 S41a")

_SPACE_USES = frozenset(
    {"website_banner", "personal_brand", "poster", "blog_article", "service_advert", "about_page"}
)


def checklist_lines(shoot: Shoot) -> tuple[Line, ...]:
    """What to look at on the first frame and before everybody leaves."""
    return tuple(Line(check) for check in _checks(shoot))


def _checks(shoot: Shoot) -> Iterator[Text]:
    yield from (_CATCHLIGHT, _ALL_SHARP if shoot.is_group else _SHARP)
    if shoot.glasses:
        yield _GLARE
    if len(shoot.rows) > 1:
        yield _BY_HAND
    if shoot.is_group:
        yield from (_SUBGROUPS, _NAMES)
    if shoot.is_series:
        yield from (_SERIES_NAMES, _REMETER)
    yield from (_DOCUMENT,) if shoot.kind == "document" else (_MOIRE, _LIKENESS)
    if shoot.framing is HEADSHOT_MASTER and shoot.kind != "document":
        yield _LOOSE
    if _SPACE_USES.intersection(shoot.answers.uses):
        yield _EMPTY_SPACE
    if "editorial" in shoot.answers.uses:
        yield _CREDIT
    yield _RECORD


_NO_KIND = text(
    _("The recommendation is still open: this brief assumes {assumed}. Ask before the session"),
    claims=(75,),
)
_BW_ALONE = text(
    _(
        "Black and white alone was asked for: colour is delivered too, as black and white can "
        "look dated"
    ),
    claims=(79, 81),
    source="T10",
)
_BW_DOCUMENT = text(
    _("Black and white was asked for: an identity document is in colour"), source="C3"
)
_PATTERNED = text(
    _("The client plans to wear a pattern: have a plain piece ready and compare on screen"),
    claims=(89, 91),
    source="T12",
)
_GLASSES_PATTERN = text(
    _("Because of the glasses a raised key replaces this style’s light from the front"),
    claims=(54,),
    source="B4",
)
_LOW_FOR_GLASSES = text(
    _("The ceiling is low for a raised key: move it sideways until its inner edge passes 33°"),
    source="B4",
)
_LOW_CEILING = text(
    _("The ceiling is low for this key: have people sit, bring it nearer or take a smaller source"),
    source="B1 GK",
)
_MANY_ROWS = text(
    _("So many rows need height: a stand, stairs or a camera from above"), source="D4 GK"
)

STANDING_EYES_MM = 1600.0
HALF_A_SOURCE_MM = 300.0
"""What a large source, tilted downwards, takes above its centre (GK)."""

_PROFESSIONAL_PORTRAITS = frozenset({"brand", "author", "editorial"})


def answer_warnings(shoot: Shoot, plan: LightPlan) -> tuple[Line, ...]:
    """What the answers ask for that is done otherwise, and what is still open."""
    # Colour has a warning of its own, worded for the photographer.
    told = (it.text for it in shoot.recommendation.conflicts if it.answer != "colour")
    return tuple(Line(it) for it in (*_warnings(shoot, plan), *map(_as_told, told)))


def _as_told(said: Text) -> Text:
    source = said.source if said.claims else said.source or "T9"
    message = _("As the client was told: {said}")
    return text(message, claims=said.claims, source=source, said=said)


def _warnings(shoot: Shoot, plan: LightPlan) -> Iterator[Text]:
    if shoot.recommendation.style is None:
        yield text(_NO_KIND.message, claims=_NO_KIND.claims, assumed=shoot.recipe.title)
    if shoot.answers.colour == "bw":
        yield from _black_and_white(shoot)
    if shoot.answers.clothes == "patterned" and shoot.kind == "headshot":
        yield _PATTERNED
    if len(shoot.rows) > 3:
        yield _MANY_ROWS
    if shoot.glasses and _loses_pattern(shoot, plan):
        yield _GLASSES_PATTERN
    if shoot.room is not None and _key_top_mm(plan) > shoot.room.height_m * 1000:
        yield _LOW_FOR_GLASSES if shoot.glasses else _LOW_CEILING


def _black_and_white(shoot: Shoot) -> Iterator[Text]:
    if shoot.kind == "document":
        yield _BW_DOCUMENT
    elif _is_professional(shoot):
        yield _BW_ALONE


def _loses_pattern(shoot: Shoot, plan: LightPlan) -> bool:
    bare_faced = light_for(shoot.style, replace(shoot.sitters, glasses=False))
    return bare_faced.pattern != plan.pattern


def _key_top_mm(plan: LightPlan) -> float:
    """Height of the key's upper edge above the floor, for somebody who stands."""
    above_eyes_mm = plan.key_distance_mm * math.sin(math.radians(plan.key_up_deg))
    return STANDING_EYES_MM + above_eyes_mm + HALF_A_SOURCE_MM


def _is_professional(shoot: Shoot) -> bool:
    return (
        shoot.kind == "headshot"
        or shoot.answers.occasion == "work"
        or shoot.style in _PROFESSIONAL_PORTRAITS
    )
