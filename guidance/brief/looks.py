"""The shot list: the planned looks, numbered, what each is for, and how many frames it takes.

A look is one outfit with its ground, hair and make-up (E1). What the package does not include is
merged into a look or left out, and said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count as numbers
from types import MappingProxyType
from typing import Any, NamedTuple

from guidance.brief.answer_phrases import USES, WISHES
from guidance.brief.recipes import RECIPES
from guidance.brief.sheet import Line, Look
from guidance.brief.shoot import Shoot, is_banner
from guidance.further_uses import Also
from guidance.measures import count
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _
from guidance.vocabulary import SIDES, ServedBy, Use


class Planned(NamedTuple):
    """A look before it has its number; `frames` are the least and the most of them.

    `uses` are those that it serves whole; `own_clothes` says that it means nothing in the outfit
    of another.
    """

    name: Text
    purpose: Text
    frames: tuple[int, int]
    uses: tuple[Use, ...] = ()
    own_clothes: bool = False


class Plan(NamedTuple):
    """What the answers ask for, set against what the package includes."""

    planned: tuple[Planned, ...]
    merged: tuple[Planned, ...]
    left_out: tuple[Planned, ...]

    @property
    def needed(self) -> int:
        return len(self.planned) + len(self.merged) + len(self.left_out)


FRAMES: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "document": (3, 6),
        "id_badge": (15, 30),
        "corporate": (30, 80),
        "personal": (30, 80),
        "commercial": (50, 80),
        "theatrical": (50, 80),
        "classic": (50, 100),
        "author": (50, 100),
        "editorial": (70, 200),
        "lifestyle": (70, 200),
        "fashion": (70, 200),
        "performance": (70, 200),
        "brand": (60, 100),
    }
)
"""Frames for one look by style: E1, divided by its usual number of looks."""

SERIES_FRAMES = (15, 30)
GROUP_FRAMES = (100, 150)
CASTING_PAIR_FRAMES = (6, 12)
"""Of each person, of a set-up with everybody, and of the pair for background work (E1, GK)."""

_OWN_CLOTHES = frozenset({"lifestyle", "fashion", "performance"})
_NEW_LOOK_WISHES = frozenset({"attire", "background"})


def looks(shoot: Shoot) -> tuple[Look, ...]:
    """The planned looks by number; one on a document, never none."""
    return tuple(
        Look(number, planned.name, planned.purpose)
        for number, planned in zip(numbers(1), _plan(shoot).planned, strict=False)
    )


def look_lines(shoot: Shoot) -> tuple[Line, ...]:
    """The looks, what else is taken within them, and hair and make-up where they are booked."""
    planned = _plan(shoot).planned
    lines = [_numbered(shoot, number, look) for number, look in enumerate(planned, 1)]
    if shoot.kind == "document":
        lines.extend(_beside_document(shoot))
    else:
        lines.extend(_within(shoot, planned))
        if len(planned) > 1:
            lines.append(_WHAT_A_LOOK_IS)
    if shoot.session.has_make_up:
        lines.append(_MAKE_UP_DOCUMENT if shoot.kind == "document" else _MAKE_UP)
    return tuple(Line(shown) for shown in lines)


def look_warnings(shoot: Shoot) -> tuple[Line, ...]:
    """Looks that the package does not include, and what becomes of them."""
    plan = _plan(shoot)
    numbers_said: dict[str, Any] = {
        "needed": count(plan.needed),
        "included": count(len(plan.planned)),
    }
    lines = []
    if plan.merged:
        message = _(
            "The answers ask for {needed} looks, the package includes {included}. Taken without "
            "another change of clothes: {merged}"
        )
        merged = tuple(look.name for look in plan.merged)
        lines.append(Line(text(message, source="E1 S56a", merged=merged, **numbers_said)))
    if plan.left_out:
        message = _(
            "The answers ask for {needed} looks, the package includes {included}. Left out unless "
            "one is added, which the client is asked before the day: {left_out}"
        )
        left_out = tuple(look.name for look in plan.left_out)
        lines.append(Line(text(message, source="E1 S56a", left_out=left_out, **numbers_said)))
    return tuple(lines)


def _plan(shoot: Shoot) -> Plan:
    wanted = tuple(_wanted(shoot))
    included = 1 if shoot.kind == "document" else max(1, shoot.session.looks or len(wanted))
    kept, over = wanted[:included], wanted[included:]
    spares = tuple(_spare(shoot) for _each in range(included - len(kept)))
    return Plan(
        planned=kept + spares,
        merged=tuple(look for look in over if not look.own_clothes),
        left_out=tuple(look for look in over if look.own_clothes),
    )


def _wanted(shoot: Shoot) -> Iterator[Planned]:
    """The main picture first, then what a combined session adds, then the idea."""
    yield from _pictures(shoot, shoot.style, _main_uses(shoot))
    if shoot.kind == "document":
        return
    for also in shoot.further:
        # Its market is still asked for where it has no style.
        style = str(also.style or "two_looks")
        yield from _pictures(shoot, style, also.uses, beside=also)
    if "central_casting" in shoot.answers.casting_services:
        yield Planned(_CASTING_PAIR, _CASTING_PAIR_PURPOSE, CASTING_PAIR_FRAMES)
    wishes = _wishes(shoot)
    if _NEW_LOOK_WISHES.intersection(shoot.answers.creative) and wishes:
        purpose = text(_("for {wishes}"), source="GK", wishes=wishes)
        yield Planned(_IDEA, purpose, FRAMES["corporate"])


def _pictures(
    shoot: Shoot, style: str, uses: tuple[Use, ...], beside: Also | None = None
) -> Iterator[Planned]:
    """One look of a style, for the main picture or one beside it; both of an actor’s two."""
    is_beside = beside is not None
    if style == "two_looks":
        for name, purpose in ((_COMMERCIAL, _FOR_ADVERTS), (_THEATRICAL, _FOR_STAGE_AND_SCREEN)):
            yield Planned(name, purpose, _frames(shoot, "commercial", beside=is_beside))
        return
    kind = shoot.kind if beside is None else str(beside.kind)
    is_avatar = is_beside and shoot.style == "brand" and kind == "headshot"
    name = _AVATAR if is_avatar else _BANNER if style == "brand" else RECIPES[style].title
    yield Planned(
        name,
        _purpose(uses, kind),
        _frames(shoot, style, beside=is_beside),
        uses if kind == "portrait" else tuple(use for use in uses if use != "personal_brand"),
        style in _OWN_CLOTHES,
    )


def _frames(shoot: Shoot, style: str, *, beside: bool) -> tuple[int, int]:
    if style == "document":
        return FRAMES["document"]
    if shoot.is_group and not beside:
        return GROUP_FRAMES
    return SERIES_FRAMES if shoot.recommendation.people.total > 1 else FRAMES[style]


def _main_uses(shoot: Shoot) -> tuple[Use, ...]:
    """What the main picture serves as it is; a brand is served by both sides (T5)."""
    elsewhere = {use for also in shoot.further for use in also.uses} | set(_cut(shoot))
    return tuple(
        use
        for rank, use in enumerate(shoot.answers.uses)
        if use not in elsewhere or (rank == 0 and use is Use.PERSONAL_BRAND)
    )


def _cut(shoot: Shoot) -> tuple[Use, ...]:
    """Uses of the other side that are cut from the main picture (T17)."""
    crops = (a for a in shoot.recommendation.also if a.served_by is ServedBy.CROP)
    return tuple(use for also in crops for use in also.uses if SIDES[use] != shoot.kind)


def _purpose(uses: tuple[Use, ...], kind: str) -> Text:
    if not uses:
        return _UNSETTLED_PURPOSE
    phrases = tuple(_use(use, kind) for use in uses)
    return text(_("for {uses}"), claims=(2, 45), uses=phrases)


def _use(use: Use, kind: str) -> Text:
    if use is not Use.PERSONAL_BRAND:
        return USES[use]
    return _BRAND_PROFILE if kind == "headshot" else _BRAND_STORY


def _spare(shoot: Shoot) -> Planned:
    """What a package includes beyond what the answers ask for."""
    name = _OTHER_ARRANGEMENT if shoot.is_group else _OTHER_OUTFIT
    return Planned(name, _CHOICE_PURPOSE, _frames(shoot, _single_style(shoot), beside=False))


def _single_style(shoot: Shoot) -> str:
    return "theatrical" if shoot.style == "two_looks" else shoot.style


def _numbered(shoot: Shoot, number: int, look: Planned) -> Text:
    least, most = look.frames
    parts: dict[str, Any] = {
        "number": count(number),
        "name": look.name,
        "purpose": look.purpose,
        "least": count(least),
        "most": count(most),
    }
    message = (
        _("{number}. {name}, {purpose}: about {least} to {most} frames of each person")
        if look.frames == SERIES_FRAMES and shoot.recommendation.people.total > 1
        else _("{number}. {name}, {purpose}: about {least} to {most} frames")
    )
    source = f"E1 {look.name.source}".strip()
    return text(message, claims=look.name.claims, source=source, **parts)


def _within(shoot: Shoot, planned: Sequence[Planned]) -> Iterator[Text]:
    """Frames and crops that need no look of their own."""
    cut = tuple(USES[use] for use in _cut(shoot))
    if cut:
        message = _("Cut from look {number}, for {uses}")
        yield text(message, source="A5 T17", number=count(1), uses=cut)
    banners = {row.use for row in shoot.outputs if is_banner(row)}
    for number, look in enumerate(planned, 1):
        wide = tuple(_use(use, "portrait") for use in look.uses if use in banners)
        # The main frame may be that wide frame itself.
        if wide and (number > 1 or shoot.framing.upright or shoot.is_group):
            message = _("In look {number} also the wide frame with empty space, for {uses}")
            yield text(message, source="C1", number=count(number), uses=wide)
        # A look for nothing but the poster has that room in its every frame.
        if Use.POSTER in look.uses and set(look.uses) != {Use.POSTER}:
            message = _("In look {number} also frames with room for a title above the head")
            yield text(message, source="C4", number=count(number))
    wishes = _wishes(shoot)
    if wishes or (shoot.kind == "portrait" and shoot.answers.creative_note):
        yield _safe_first(planned, wishes)


def _safe_first(planned: Sequence[Planned], wishes: tuple[Text, ...]) -> Text:
    if any(look.name is _IDEA for look in planned) or not wishes:
        return text(_("The safe picture first, then the idea"), claims=(37, 47), source="GK")
    return text(
        _("In look {number} the safe picture first, then the idea: {wishes}"),
        claims=(37, 47),
        source="GK",
        number=count(1),
        wishes=wishes,
    )


def _wishes(shoot: Shoot) -> tuple[Text, ...]:
    """What a portrait may try; a headshot’s wishes are answered where they are told."""
    if shoot.kind != "portrait":
        return ()
    return tuple(WISHES[wish] for wish in shoot.answers.creative)


def _beside_document(shoot: Shoot) -> Iterator[Text]:
    beside = shoot.further
    pictures = tuple(RECIPES[also.style or "two_looks"].title for also in beside)
    if pictures:
        message = _("Once the document photo is done, from set-ups of their own: {pictures}")
        yield text(message, source="C3", pictures=pictures)


_COMMERCIAL = text(_("Commercial look"), claims=(63, 67), source="S19a")
_FOR_ADVERTS = text(_("for castings in adverts"), claims=(67,))
_THEATRICAL = text(_("Theatrical look"), claims=(63, 64), source="S19a")
_FOR_STAGE_AND_SCREEN = text(_("for stage, film and television"), claims=(64,))
_AVATAR = text(_("Avatar look"), claims=(60,), source="T5")
_BANNER = text(_("Banner and story look"), claims=(60, 78), source="T5")
_BRAND_PROFILE = text(_("the profile of their personal brand"), claims=(60,))
_BRAND_STORY = text(_("the website and the posts of their personal brand"), claims=(78,))
_CASTING_PAIR = text(_("Pair for background casting, close and full length"), source="C2 S32")
_CASTING_PAIR_PURPOSE = text(_("for Central Casting, unretouched"), source="C2 S32")
_IDEA = text(_("The idea"), claims=(37, 47))
_OTHER_OUTFIT = text(_("Another outfit from what they bring"), source="D1 S56b")
_OTHER_ARRANGEMENT = text(_("Another arrangement"), source="D4")
_CHOICE_PURPOSE = text(_("to choose from"), source="E1")
_UNSETTLED_PURPOSE = text(_("for a use that is still to be settled"), claims=(2, 75))
_WHAT_A_LOOK_IS = text(
    _("A look is one outfit with its ground, its light, hair and make-up"),
    source="E1 S56a",
)
_MAKE_UP = text(
    _(
        "Hair and make-up is booked: the client comes without any, the artist works before the "
        "first frame, matt, and checks it on the screen"
    ),
    source="D3 GK",
)
_MAKE_UP_DOCUMENT = text(
    _("Hair and make-up is booked: powder against shine at most, nothing that changes the face"),
    source="C3 GK",
)
