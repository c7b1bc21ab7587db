"""What to wear and bring, for the client, each line with its reason (D1, D2, D4).

Nothing is assumed about hair, make-up, sex or body, nothing is said about skin colour, and no
answer about access, faith or age is used: the client's list may be read by others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from guidance import wardrobe_lines as lines
from guidance.answers import Answers
from guidance.routing import Recommendation
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _
from guidance.wardrobe_lines import Advice


@dataclass(frozen=True, slots=True)
class AdviceGroup:
    """Lines under one heading."""

    slug: str
    title: Text
    advice: tuple[Advice, ...]


def advise(answers: Answers, recommendation: Recommendation) -> tuple[AdviceGroup, ...]:
    """What to wear, to leave at home, to bring, and what to do about glasses, for this client.

    While the recommendation is still open the advice is the one that suits every kind.
    """
    sections = (
        ("wear", _WEAR, _to_wear(answers, recommendation)),
        ("together", _TOGETHER, _as_a_group(recommendation)),
        ("avoid", _AVOID, _to_avoid(answers, recommendation)),
        ("bring", _BRING, _to_bring(answers, recommendation)),
        ("glasses", _GLASSES, _with_glasses(answers, recommendation)),
    )
    groups = (AdviceGroup(slug, title, tuple(advice)) for slug, title, advice in sections)
    return tuple(group for group in groups if group.advice)


_WEAR = text(_("What to wear"), claims=(89,), source="D1")
_TOGETHER = text(_("As a group"), source="D4")
_AVOID = text(_("Better left at home"), claims=(91,), source="D1")
_BRING = text(_("What to bring"), source="D1")
_GLASSES = text(_("If you wear glasses"), claims=(54,), source="B4")
_WIDE_STYLES = frozenset({"lifestyle", "performance"})
_CASTING_STYLES = frozenset({"theatrical", "two_looks"})


def _to_wear(answers: Answers, recommendation: Recommendation) -> Iterator[Advice]:
    if recommendation.kind == "document":
        yield lines.DOCUMENT_CLOTHES
        return
    yield lines.SERVES_THE_PICTURE if recommendation.kind == "portrait" else lines.PLAIN
    by_style = lines.BY_STYLE.get(str(recommendation.style))
    if by_style is not None:
        yield by_style
    if recommendation.style != "fashion":
        yield from (lines.FEEL_GOOD, lines.CONTRAST)
    yield from (lines.FIT, *_for_framing(answers, recommendation), lines.JEWELLERY)


def _for_framing(answers: Answers, recommendation: Recommendation) -> Iterator[Advice]:
    if _shows_the_figure(answers, recommendation):
        yield lines.WHOLE_FIGURE
    elif answers.framing != "waist" or recommendation.kind == "headshot":
        yield lines.NECKLINE


def _shows_the_figure(answers: Answers, recommendation: Recommendation) -> bool:
    if recommendation.kind != "portrait":
        return False
    if recommendation.style == "fashion" or answers.framing in {"knees", "full"}:
        return True
    undecided = answers.framing in {None, "unsure"}
    shown_widely = recommendation.format == "group" or recommendation.style in _WIDE_STYLES
    return undecided and shown_widely


def _as_a_group(recommendation: Recommendation) -> Iterator[Advice]:
    if recommendation.kind == "document":
        return
    if recommendation.format == "group":
        yield from (lines.PALETTE, lines.ONE_PATTERN, lines.PLACE_COLOUR, lines.SIT_AND_MOVE)
    elif recommendation.format == "series":
        yield lines.SERIES


def _to_avoid(answers: Answers, recommendation: Recommendation) -> Iterator[Advice]:
    # In a fashion picture the clothes are given; nothing is told against them.
    if recommendation.kind == "document" or recommendation.style == "fashion":
        return
    if recommendation.kind != "portrait":
        yield lines.BUSY_PRINTS
    yield lines.FINE_PATTERNS
    if answers.clothes == "patterned":
        yield lines.YOUR_PATTERN
    yield lines.NEON
    if recommendation.style != "id_badge":
        yield lines.LOGOS
    if recommendation.style in _CASTING_STYLES or "casting" in answers.uses:
        yield lines.CASTING_PROPS


def _to_bring(answers: Answers, recommendation: Recommendation) -> Iterator[Advice]:
    if recommendation.kind == "document":
        yield lines.RULES
        return
    if recommendation.format in {"group", "series"}:
        yield lines.SPARE
    elif recommendation.style != "fashion":
        yield from (lines.CHOICE, lines.LAYER)
    if recommendation.kind == "portrait" and "props" in answers.creative:
        yield lines.PROPS


def _with_glasses(answers: Answers, recommendation: Recommendation) -> Iterator[Advice]:
    if answers.glasses not in {"sometimes", "always"}:
        return
    if recommendation.kind == "document":
        yield from (lines.DOCUMENT_OFF, lines.CLEAN)
        return
    yield from (lines.KEEP_ON, lines.CLEAN, lines.CLEAR, lines.EMPTY_FRAME)
