"""What to wear and bring, for the client, each line with its reason (D1, D2, D4).

Nothing is assumed about hair, make-up, sex or body, nothing is said about skin colour, and no
answer about access, faith or age is used: the client's list may be read by others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guidance import wardrobe_lines as lines
from guidance.answers import Answers
from guidance.grounds import Ground, ground_for
from guidance.palettes import palettes_for
from guidance.routing import Recommendation
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _
from guidance.wardrobe_lines import Advice
from guidance.wardrobe_said import what_you_said
from guidance.wardrobe_styles import BY_STYLE


@dataclass(frozen=True, slots=True)
class AdviceGroup:
    """Lines under one heading."""

    slug: str
    title: Text
    advice: tuple[Advice, ...]


def advise(
    answers: Answers,
    recommendation: Recommendation,
    *,
    looks: int | None = None,
    has_make_up: bool = False,
) -> tuple[AdviceGroup, ...]:
    """What to wear, to leave at home, to bring, and what to do about glasses, for this client.

    `looks` are those that are booked, `has_make_up` says that an artist is. While the
    recommendation is still open the advice is the one that suits every kind.
    """
    said = what_you_said(answers, recommendation)
    sections = (
        ("yours", _YOURS, () if said is None else (said,)),
        ("wear", _WEAR, _to_wear(answers, recommendation)),
        ("together", _TOGETHER, _as_a_group(answers, recommendation)),
        (LEFT_AT_HOME, _AVOID, _to_avoid(answers, recommendation)),
        ("bring", _BRING, _to_bring(answers, recommendation, looks, has_make_up=has_make_up)),
        ("artist", _ARTIST, _FOR_THE_ARTIST if has_make_up else ()),
        ("glasses", _GLASSES, _with_glasses(answers, recommendation)),
    )
    groups = (AdviceGroup(slug, title, tuple(advice)) for slug, title, advice in sections)
    return tuple(group for group in groups if group.advice)


LEFT_AT_HOME = "avoid"
"""The group of what not to bring: there is nothing to do about its lines."""

_YOURS = text(_("What you told us"), claims=(89,), source="D1")
_WEAR = text(_("What to wear"), claims=(89,), source="D1")
_TOGETHER = text(_("As a group"), source="D4")
_AVOID = text(_("Better left at home"), claims=(91,), source="D1")
_BRING = text(_("What to bring"), source="D1")
_ARTIST = text(_("For your make-up artist"), source="D3")
_GLASSES = text(_("Your glasses"), claims=(54,), source="B4")
_WIDE_STYLES = frozenset({"lifestyle", "performance"})
_FOR_THE_ARTIST = (lines.OPENS_IN_FRONT, lines.OWN_PRODUCTS)
_CASTING_STYLES = frozenset({"theatrical", "two_looks"})


def _to_wear(answers: Answers, recommendation: Recommendation) -> Iterator[Advice]:
    if recommendation.kind == "document":
        yield lines.DOCUMENT_CLOTHES
        return
    yield lines.SERVES_THE_PICTURE if recommendation.kind == "portrait" else lines.PLAIN
    by_style = BY_STYLE.get(str(recommendation.style))
    if by_style is not None:
        yield by_style
    if recommendation.style != "fashion":
        yield from (lines.FEEL_GOOD, _contrast(answers, recommendation))
    yield from (lines.FIT, *_for_framing(answers, recommendation), lines.JEWELLERY)


def _contrast(answers: Answers, recommendation: Recommendation) -> Advice:
    # Two looks have a light ground and a dark one.
    ground = ground_for(answers, recommendation)
    if ground is None or recommendation.style == "two_looks":
        return lines.CONTRAST
    return lines.CONTRAST_WITH.get(ground, lines.CONTRAST)


def _for_framing(answers: Answers, recommendation: Recommendation) -> Iterator[Advice]:
    if _shows_the_figure(answers, recommendation):
        yield lines.WHOLE_FIGURE
    elif answers.framing != "waist" or recommendation.kind == "headshot":
        yield lines.NECKLINE
        if recommendation.kind == "headshot":
            yield lines.SLEEVES


def _shows_the_figure(answers: Answers, recommendation: Recommendation) -> bool:
    if recommendation.kind != "portrait":
        return False
    if recommendation.style == "fashion" or answers.framing in {"knees", "full"}:
        return True
    undecided = answers.framing in {None, "unsure"}
    shown_widely = recommendation.format == "group" or recommendation.style in _WIDE_STYLES
    return undecided and shown_widely


def _as_a_group(answers: Answers, recommendation: Recommendation) -> Iterator[Advice]:
    if recommendation.kind == "document":
        return
    ground = ground_for(answers, recommendation)
    if recommendation.format == "group":
        yield lines.palette(palettes_for(ground)[0])
        yield from (lines.ONE_PATTERN, lines.BRIGHTEST_INSIDE, lines.SIT_AND_MOVE)
    elif recommendation.format == "series":
        yield lines.SERIES_ON_DARK if ground == Ground.DARK else lines.SERIES


def _to_avoid(answers: Answers, recommendation: Recommendation) -> Iterator[Advice]:
    # In a fashion picture the clothes are given; nothing is told against them.
    if recommendation.kind == "document" or recommendation.style == "fashion":
        return
    if recommendation.kind != "portrait":
        yield lines.BUSY_PRINTS
    yield lines.FINE_PATTERNS
    yield lines.NEON
    if recommendation.style != "id_badge":
        yield lines.LOGOS
    if recommendation.style in _CASTING_STYLES or "casting" in answers.uses:
        yield lines.CASTING_PROPS


def _to_bring(
    answers: Answers, recommendation: Recommendation, looks: int | None, *, has_make_up: bool
) -> Iterator[Advice]:
    if recommendation.kind == "document":
        yield lines.RULES
        return
    if recommendation.format in {"group", "series"}:
        if looks is not None and looks > 1:
            yield lines.outfits_each(looks)
        yield lines.SPARE
    elif recommendation.style != "fashion":
        yield from (lines.choice(looks), lines.LAYER if looks != 1 else lines.LAYER_FOR_ONE)
    if recommendation.kind == "portrait" and "props" in answers.creative:
        yield lines.PROPS
    if not has_make_up:
        yield lines.TOUCH_UP


def _with_glasses(answers: Answers, recommendation: Recommendation) -> Iterator[Advice]:
    if answers.glasses not in {"sometimes", "always"}:
        return
    if recommendation.kind == "document":
        yield from (lines.DOCUMENT_OFF, lines.CLEAN)
        return
    worn = lines.KEEP_ON if answers.glasses == "always" else lines.BRING_ALONG
    yield from (worn, lines.CLEAN, lines.CLEAR, lines.EMPTY_FRAME)
