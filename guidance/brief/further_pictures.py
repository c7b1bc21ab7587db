"""What the main picture cannot serve: pictures of another kind, and styles apart (T2, T5)."""

from __future__ import annotations

from collections.abc import Iterator

from guidance.answers import Answers
from guidance.decision import style_for
from guidance.further_uses import Also
from guidance.outputs import Output
from guidance.routing import Recommendation
from guidance.vocabulary import SIDES, Kind, ServedBy, Style, Use

_STYLES_APART = frozenset(
    {"commercial", "theatrical", "two_looks", "lifestyle", "fashion", "performance"}
)
"""Styles with a light, clothes or a feeling that no other style can lend them (B2, T2)."""

_REGISTERS = frozenset({"commercial", "theatrical"})


def further_pictures(
    answers: Answers, recommendation: Recommendation, kind: str, style: str, *, is_group: bool
) -> tuple[Also, ...]:
    """The pictures beside one of this kind and style, each with the uses that it serves."""
    combined = (also for also in recommendation.also if also.served_by is ServedBy.COMBINED)
    if is_group or kind == "document":
        return tuple(combined)
    return (*combined, *_in_other_styles(answers, kind, style))


def is_taken_apart(row: Output, kind: str, main_use: Use | None, further: tuple[Also, ...]) -> bool:
    """Whether light, face or rules of a file are those of one of the `further` pictures.

    Of a use that both sides serve, as a personal brand is, heads belong to the headshot (T5).
    """
    if row.apart or (row.use == "identity_document") is not (kind == "document"):
        return True
    shows_head = row.head_share is not None
    serving = (also for also in further if row.use in also.uses)
    return any(
        also.kind == kind
        or (not shows_head if also.kind is Kind.PORTRAIT else shows_head or row.use != main_use)
        for also in serving
    )


def _in_other_styles(answers: Answers, kind: str, style: str) -> Iterator[Also]:
    uses_by_style: dict[str, list[Use]] = {}
    for use in answers.uses[1:]:
        if SIDES[use] == kind:
            uses_by_style.setdefault(_style_of(answers, kind, use), []).append(use)
    for apart, uses in uses_by_style.items():
        is_covered = style == "two_looks" and apart in _REGISTERS
        if apart in _STYLES_APART and apart != style and not is_covered:
            yield Also(Kind(kind), Style(apart), ServedBy.COMBINED, tuple(uses))


def _style_of(answers: Answers, kind: str, use: Use) -> str:
    """The style by itself; an actor’s two where the market was not said."""
    style = style_for(Kind(kind), use, answers.occasion, answers.casting_market)
    return str(style or Style.TWO_LOOKS)
