"""What to check on the day, and what the photographer is warned about beforehand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from guidance.brief.sheet import LightPlan, Line
from guidance.brief.shoot import Shoot
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
_BACK_ROW = text(
    _("The back row sharp at 100 %, and the focus not touched since"), source="A4 S14a"
)
_LOOSE = _("Loose enough: {ratios} drawn on the first frame")
_RECORD = text(
    _("Lens, stop, distance, power and a sketch of the lights noted for the record"),
    source="E4 S58",
)
_DOCUMENT = text(_("Head size, eye line and background measured against the rules"), source="C3")


def checklist_lines(shoot: Shoot) -> tuple[Line, ...]:
    """What to look at on the first frame and before everybody leaves."""
    return tuple(Line(check) for check in _checks(shoot))


def _checks(shoot: Shoot) -> Iterator[Text]:
    yield from (_CATCHLIGHT, _ALL_SHARP if shoot.is_group else _SHARP)
    if shoot.glasses:
        yield _GLARE
    if len(shoot.rows) > 1:
        yield _BACK_ROW
    yield from (_DOCUMENT,) if shoot.kind == "document" else (_MOIRE, _LIKENESS)
    if shoot.is_loose and shoot.kind != "document" and shoot.crop_ratios:
        yield text(_LOOSE, source="A5", ratios=", ".join(shoot.crop_ratios))
    yield _RECORD


_NO_KIND = text(
    _("The recommendation is still open: this brief assumes “{assumed}”. Ask before the session"),
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
    _("Black and white was asked for: the document photo is in colour, and nothing else"),
    source="C3",
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
_MANY_ROWS = text(
    _("So many rows need height: a stand, stairs or a camera from above"), source="D4 GK"
)

_PROFESSIONAL_PORTRAITS = frozenset({"brand", "author", "editorial"})


def answer_warnings(shoot: Shoot, plan: LightPlan) -> tuple[Line, ...]:
    """What the answers ask for that is done otherwise, and what is still open."""
    return tuple(Line(it) for it in (*_warnings(shoot, plan), *_told(shoot)))


def _told(shoot: Shoot) -> Iterator[Text]:
    """What the client was told about each answer that argues against the kind, told once."""
    answers_by_resolution: dict[Text, list[Text]] = {}
    for conflict in shoot.recommendation.conflicts:
        said = dict(conflict.text.parameters)
        if conflict.answer == "colour":
            # Has a warning of its own, worded for the photographer.
            continue
        if "resolution" not in said:
            yield _as_told(conflict.text)
        else:
            answers_by_resolution.setdefault(said["resolution"], []).append(said["answer"])
    for resolution, answers in answers_by_resolution.items():
        yield text(
            _("Answered: {answers}. The client was told: “{said}”"),
            claims=resolution.claims,
            source=resolution.source or "T9",
            answers=tuple(answers),
            said=resolution,
        )


def _as_told(said: Text) -> Text:
    return text(_("The client was told: “{said}”"), claims=said.claims, source="T9", said=said)


def _warnings(shoot: Shoot, plan: LightPlan) -> Iterator[Text]:
    if shoot.recommendation.style is None:
        yield text(_NO_KIND.message, claims=_NO_KIND.claims, assumed=shoot.recipe.title)
    yield from _black_and_white(shoot)
    if shoot.answers.clothes == "patterned" and shoot.kind == "headshot":
        yield _PATTERNED
    if len(shoot.rows) > 3:
        yield _MANY_ROWS
    if shoot.glasses and _loses_pattern(shoot, plan):
        yield _GLASSES_PATTERN


def _black_and_white(shoot: Shoot) -> Iterator[Text]:
    if shoot.kind == "document":
        if shoot.answers.colour in {"bw", "both"}:
            yield _BW_DOCUMENT
    elif shoot.answers.colour == "bw" and _is_professional(shoot):
        yield _BW_ALONE


def _loses_pattern(shoot: Shoot, plan: LightPlan) -> bool:
    bare_faced = light_for(shoot.style, replace(shoot.sitters, glasses=False))
    return bare_faced.pattern != plan.pattern


def _is_professional(shoot: Shoot) -> bool:
    return (
        shoot.kind == "headshot"
        or shoot.answers.occasion == "work"
        or shoot.style in _PROFESSIONAL_PORTRAITS
    )
