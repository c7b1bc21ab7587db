"""Which of the client's answers argue for the decided kind, and which against it.

The pushes are those of the tie-break (rule 4); what the two seed articles dispute is settled
here once, so that no answer is both a reason and a conflict.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final, NamedTuple

from guidance.answers import Answers
from guidance.decision import (
    CALM_MOODS,
    PUSH_OF_BACKGROUND,
    PUSH_OF_FRAMING,
    PUSH_OF_OCCASION,
    PUSH_OF_STORY,
)
from guidance.vocabulary import (
    SIDES,
    Background,
    CreativeWish,
    Framing,
    Kind,
    Mood,
    Occasion,
    Side,
    Story,
    Style,
    Term,
    Use,
)


class Stance(Enum):
    """How an answer stands to the decided kind."""

    FOR = 1
    SILENT = 0
    AGAINST = -1


class Decided(NamedTuple):
    """The answers with what was decided from them."""

    answers: Answers
    kind: Kind
    style: Style | None


class Said(NamedTuple):
    """One answer, or one item of a list that is one, with its stance."""

    answer: str
    term: Term
    stance: Stance


def stances(decided: Decided) -> Iterator[Said]:
    """Every answer that could push, in the order of the questions and of the vocabulary."""
    for key, read in READ.items():
        for term in read(decided.answers):
            yield Said(key, term, _stance(key, term, decided))


def _stance(key: str, term: Term, decided: Decided) -> Stance:
    if decided.kind is Kind.DOCUMENT:
        return Stance.AGAINST if (key, term) in AGAINST_A_DOCUMENT else Stance.SILENT
    settle = SETTLED.get((decided.kind, key))
    settled = settle(term, decided) if settle else None
    if settled is not None:
        return settled
    push = _push(key, term)
    if push == 0:
        return Stance.SILENT
    return Stance.FOR if (push > 0) == (decided.kind is Kind.HEADSHOT) else Stance.AGAINST


def _push(key: str, term: Term) -> int:
    """The sign of rule 4: positive towards a headshot."""
    if key == "creative":
        return -1
    if key == "mood":
        return 1 if term in CALM_MOODS else -1
    return PUSHES[key, term]


def _occasion_of_headshot(term: Term, decided: Decided) -> Stance | None:
    """A private profile picture is a headshot of its own style (T14)."""
    return Stance.FOR if term is Occasion.PERSONAL and decided.style is Style.PERSONAL else None


def _mood_of_headshot(term: Term, decided: Decided) -> Stance | None:
    """Feeling belongs to casting and adverts (T2); elsewhere calm moods count where alone."""
    if decided.answers.main_use in FEELING_WANTED:
        return Stance.FOR
    return _silent_among_feelings(term, decided.answers)


def _occasion_of_portrait(term: Term, decided: Decided) -> Stance | None:
    """Work makes a portrait without a portrait's use a brand portrait; others are work anyway."""
    if term is not Occasion.WORK or decided.style not in WORKING_STYLES:
        return None
    main_use = decided.answers.main_use
    by_occasion = main_use is None or SIDES[main_use] is Side.HEADSHOT
    return Stance.FOR if by_occasion else Stance.SILENT


def _framing_of_portrait(term: Term, decided: Decided) -> Stance | None:
    """Head and shoulders is a portrait's frame too (T7), but shows no garment and no group."""
    if term is not Framing.HEAD_SHOULDERS:
        return None
    too_tight = decided.style is Style.FASHION or decided.answers.in_frame > 1
    return Stance.AGAINST if too_tight else Stance.FOR


def _mood_of_portrait(term: Term, decided: Decided) -> Stance | None:
    """Warmth suits every picture (claim 72), and an advert any mood (T2)."""
    if term is Mood.WARM or (term in CALM_MOODS and decided.answers.main_use in ADVERTS):
        return Stance.SILENT
    return _silent_among_feelings(term, decided.answers)


def _silent_among_feelings(term: Term, answers: Answers) -> Stance | None:
    calm_alone = CALM_MOODS.issuperset(answers.mood)
    return Stance.SILENT if term in CALM_MOODS and not calm_alone else None


def _one(answer: Term | None) -> tuple[Term, ...]:
    return () if answer is None else (answer,)


def _in_order(terms: type[Term], chosen: tuple[Term, ...]) -> tuple[Term, ...]:
    return tuple(term for term in terms if term in chosen) if chosen else ()


READ: Final[Mapping[str, Callable[[Answers], tuple[Term, ...]]]] = MappingProxyType(
    {
        "occasion": lambda answers: _one(answers.occasion),
        "framing": lambda answers: _one(answers.framing),
        "story": lambda answers: _one(answers.story),
        "mood": lambda answers: _in_order(Mood, answers.mood),
        "background": lambda answers: _one(answers.background),
        "creative": lambda answers: _in_order(CreativeWish, answers.creative),
    }
)
PUSHES: Final[Mapping[tuple[str, Term], int]] = MappingProxyType(
    {
        **{("occasion", occasion): push for occasion, push in PUSH_OF_OCCASION.items()},
        **{("framing", framing): push for framing, push in PUSH_OF_FRAMING.items()},
        **{("story", story): push for story, push in PUSH_OF_STORY.items()},
        **{("background", behind): push for behind, push in PUSH_OF_BACKGROUND.items()},
    }
)

Settle = Callable[[Term, Decided], Stance | None]
SETTLED: Final[Mapping[tuple[Kind, str], Settle]] = MappingProxyType(
    {
        (Kind.HEADSHOT, "occasion"): _occasion_of_headshot,
        (Kind.HEADSHOT, "mood"): _mood_of_headshot,
        (Kind.PORTRAIT, "occasion"): _occasion_of_portrait,
        (Kind.PORTRAIT, "framing"): _framing_of_portrait,
        (Kind.PORTRAIT, "mood"): _mood_of_portrait,
    }
)

FEELING_WANTED: Final = frozenset({Use.CASTING, Use.SERVICE_ADVERT})
ADVERTS: Final = frozenset({Use.LIFESTYLE_ADVERT, Use.FASHION_ADVERT})
WORKING_STYLES: Final = frozenset({Style.BRAND, Style.LIFESTYLE, Style.FASHION, Style.PERFORMANCE})
AGAINST_A_DOCUMENT: Final[frozenset[tuple[str, Term]]] = frozenset(
    {
        ("story", Story.CENTRAL),
        ("background", Background.BLURRED_PLACE),
        ("background", Background.RECOGNISABLE_PLACE),
        *(("framing", f) for f in (Framing.WAIST, Framing.KNEES, Framing.FULL)),
        *(("mood", mood) for mood in Mood if mood is not Mood.PROFESSIONAL),
        *(("creative", wish) for wish in CreativeWish),
    }
)
