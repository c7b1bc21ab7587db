"""Why a recommendation is what it is: each reason is one of the client's answers and its claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from guidance.answers import Answers
from guidance.further_uses import RANK, servings
from guidance.reason_texts import (
    BESIDE_COLOUR,
    FEELINGS,
    FOR_A_GROUP,
    MARKETS,
    ONE_BY_ONE,
    PURPOSE,
    SERVED,
    SUPPORT,
    TOGETHER,
    USES,
)
from guidance.stances import FEELING_WANTED, Decided, Said, Stance
from guidance.texts import Text, gettext_noop, text
from guidance.vocabulary import (
    SIDES,
    CastingMarket,
    Format,
    Kind,
    ServedBy,
    Side,
    Term,
    Use,
)


@dataclass(frozen=True, slots=True)
class Reason:
    """One answer, or one item of a list that is one, and what follows from it."""

    answer: str
    value: str | int
    claims: tuple[int, ...]
    text: Text


def reasons_for(
    decided: Decided, said: Iterable[Said], picture_format: Format
) -> tuple[Reason, ...]:
    """The reasons, the weightiest first. There is none without an answer."""
    return (
        *people_reasons(decided.answers, picture_format),
        *_uses(decided.answers, decided.kind),
        *_supporting(decided, said),
        *_colour(decided.answers, decided.kind),
    )


def people_reasons(answers: Answers, picture_format: Format) -> Iterator[Reason]:
    """Why one, several one by one, or several together; known before the kind is."""
    if picture_format is Format.GROUP:
        together = text(TOGETHER.message, claims=TOGETHER.claims, count=answers.in_frame)
        yield Reason("people_in_frame", answers.in_frame, together.claims, together)
    if answers.people_total and picture_format is Format.SERIES:
        one_by_one = text(ONE_BY_ONE.message, claims=ONE_BY_ONE.claims, count=answers.total)
        yield Reason("people_total", answers.total, one_by_one.claims, one_by_one)


def _uses(answers: Answers, kind: Kind) -> Iterator[Reason]:
    if not answers.uses:
        return
    main_use, *further = answers.uses
    yield _main_use(main_use, for_a_group=kind is not Kind.DOCUMENT and answers.in_frame > 1)
    if main_use is Use.CASTING and kind is Kind.HEADSHOT and answers.casting_market:
        yield _market(answers.casting_market)
    served: dict[Use, tuple[Kind, ServedBy]] = {}
    for use, picture, served_by in servings(answers, kind):
        served.setdefault(use, (picture, served_by))
    for use in sorted(further, key=RANK.__getitem__):
        yield _further_use(use, served.get(use))


def _supporting(decided: Decided, said: Iterable[Said]) -> Iterator[Reason]:
    for key, term, stance in said:
        why = _why(key, term, decided) if stance is Stance.FOR else None
        if why:
            yield _answered(key, term, why)


def _why(key: str, term: Term, decided: Decided) -> Text | None:
    wanted = key == "mood" and decided.answers.main_use in FEELING_WANTED
    if wanted and (decided.style, term) in FEELINGS:
        return FEELINGS[decided.style, term]
    return SUPPORT[decided.kind].get((key, term))


def _colour(answers: Answers, kind: Kind) -> Iterator[Reason]:
    if answers.colour and kind is not Kind.DOCUMENT:
        why = BESIDE_COLOUR.get(answers.colour)
        if why:
            yield _answered("colour", answers.colour, why)


# The vocabulary bounds these caches.
@cache
def _main_use(use: Use, *, for_a_group: bool) -> Reason:
    why = FOR_A_GROUP if for_a_group and SIDES[use] is Side.HEADSHOT else USES[use]
    claims = PURPOSE + USES[use].claims
    message = gettext_noop("You chose “{use}” as the main use. {why}")
    return Reason("uses", use.value, claims, text(message, claims=claims, use=use.label, why=why))


@cache
def _further_use(use: Use, served: tuple[Kind, ServedBy] | None) -> Reason:
    claims = USES[use].claims
    message = gettext_noop("You also chose “{use}”. {how}")
    shown = text(message, claims=claims, use=use.label, how=SERVED[served])
    return Reason("uses", use.value, claims, shown)


def _market(market: CastingMarket) -> Reason:
    return _answered("casting_market", market, MARKETS[market])


def _answered(key: str, term: Term, why: Text) -> Reason:
    message = gettext_noop("You answered “{answer}”. {why}")
    shown = text(message, claims=why.claims, answer=term.label, why=why)
    return Reason(key, term.value, why.claims, shown)
