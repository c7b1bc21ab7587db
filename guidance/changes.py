"""The smallest changes of one answer that would change kind or style.

Every neighbour of the answers is really decided again; that the outcome depends on
:class:`guidance.decision.Case` alone makes the search cheap enough to run every time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, NamedTuple

from guidance.answers import Answers
from guidance.decision import Case, case_of, decide
from guidance.further_uses import RANK
from guidance.vocabulary import (
    Background,
    CastingMarket,
    CreativeWish,
    Framing,
    Kind,
    Mood,
    Occasion,
    Story,
    Style,
    Use,
)


@dataclass(frozen=True, slots=True)
class Change:
    """Giving `answer` this `value` and leaving all others would lead to this kind and style."""

    answer: str
    value: str | int | tuple[str, ...]
    kind: Kind
    style: Style


class Neighbour(NamedTuple):
    """A case one answer away."""

    answer: str
    value: Any
    case: Case


class Outcome(NamedTuple):
    """What a neighbour leads to."""

    answer: str
    value: Any
    kind: Kind
    style: Style


def changes_for(answers: Answers) -> tuple[Change, ...]:
    """One change for each other kind and style within reach, the smallest first.

    Smallest: another answer than the uses; then another order of the uses; then a new use.
    """
    main_first = answers.uses[:1] + tuple(sorted(answers.uses[1:], key=RANK.__getitem__))
    may_share = answers.people_total is None or answers.people_total > 1
    return _changes(case_of(answers), main_first, may_share=may_share)


# As many as a busy day's clients differ in.
@lru_cache(maxsize=4096)
def _changes(case: Case, uses: tuple[Use, ...], *, may_share: bool) -> tuple[Change, ...]:
    reached: dict[tuple[Kind, Style], Change] = {}
    for outcome in _nearest_first(_outcomes(case), uses, may_share=may_share):
        if (outcome.kind, outcome.style) not in reached:
            value = _whole_value(outcome, uses)
            change = Change(outcome.answer, value, outcome.kind, outcome.style)
            reached[outcome.kind, outcome.style] = change
    return tuple(reached.values())


def _nearest_first(
    outcomes: tuple[Outcome, ...], uses: tuple[Use, ...], *, may_share: bool
) -> list[Outcome]:
    possible = [o for o in outcomes if may_share or o.answer != "people_in_frame"]

    def distance(outcome: Outcome) -> int:
        if outcome.answer != "uses":
            return 0
        return 1 if outcome.value in uses else 2

    return sorted(possible, key=distance)


def _whole_value(outcome: Outcome, uses: tuple[Use, ...]) -> str | int | tuple[str, ...]:
    """The value that the answer would have; a new main use pushes the others back."""
    if outcome.answer != "uses":
        value: str | int | tuple[str, ...] = outcome.value
        return value
    return (outcome.value, *(use for use in uses if use is not outcome.value))


# All cases with a main use, and the ordinary ones without.
@lru_cache(maxsize=4096)
def _outcomes(case: Case) -> tuple[Outcome, ...]:
    """What the neighbours lead to, where that is settled and differs from what `case` does."""
    now = decide(case)
    decided = ((near, decide(near.case)) for near in _neighbours(case))
    return tuple(
        Outcome(near.answer, near.value, then.kind, then.style)
        for near, then in decided
        if then.kind and then.style and then[:2] != now[:2]
    )


def _neighbours(case: Case) -> Iterator[Neighbour]:
    for occasion in Occasion:
        yield Neighbour("occasion", occasion, case._replace(occasion=occasion))
    if case.main_use is Use.CASTING:
        for market in CastingMarket:
            yield Neighbour("casting_market", market, case._replace(casting_market=market))
    yield Neighbour(
        "people_in_frame", 1 if case.shared else 2, case._replace(shared=not case.shared)
    )
    if case.main_use is None:
        yield from _tie_break_neighbours(case)
    for use in Use:
        yield Neighbour("uses", use, case._replace(main_use=use))


def _tie_break_neighbours(case: Case) -> Iterator[Neighbour]:
    for framing in SETTLED_FRAMINGS:
        yield Neighbour("framing", framing, case._replace(framing=framing))
    for background in SETTLED_BACKGROUNDS:
        yield Neighbour("background", background, case._replace(background=background))
    for story in Story:
        yield Neighbour("story", story, case._replace(story=story))
    yield Neighbour("mood", (Mood.PROFESSIONAL,), case._replace(mood=1))
    yield Neighbour("mood", (Mood.CONTENTMENT,), case._replace(mood=-1))
    yield Neighbour("creative", (), case._replace(creative=False))
    yield Neighbour("creative", (CreativeWish.LIGHT,), case._replace(creative=True))


# "Not sure" is no change worth proposing.
SETTLED_FRAMINGS: Final = tuple(f for f in Framing if f is not Framing.UNSURE)
SETTLED_BACKGROUNDS: Final = tuple(b for b in Background if b is not Background.UNSURE)
