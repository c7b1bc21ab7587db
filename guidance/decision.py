"""Which kind, style and format the answers call for: rules 1 to 5 of the routing.

What else the client gets, and why, is in :mod:`guidance.routing`.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from guidance.answers import Answers
from guidance.vocabulary import (
    SIDES,
    Background,
    CastingMarket,
    Format,
    Framing,
    Kind,
    Mood,
    Occasion,
    Side,
    Story,
    Style,
    Use,
)


class Case(NamedTuple):
    """What of the answers can decide kind and style.

    `shared`: several people in one frame. `mood`: the push of all moods together. The last
    five count only where there is no main use.
    """

    main_use: Use | None
    occasion: Occasion | None
    casting_market: CastingMarket | None
    shared: bool
    framing: Framing | None = None
    background: Background | None = None
    story: Story | None = None
    mood: int = 0
    creative: bool = False


class Decision(NamedTuple):
    """Kind and style; where one is None, `ask` names the answers that would settle it."""

    kind: Kind | None
    style: Style | None
    ask: tuple[str, ...] = ()


def case_of(answers: Answers) -> Case:
    """The deciding part of `answers`."""
    shared = answers.in_frame > 1
    if answers.uses:
        return Case(answers.uses[0], answers.occasion, answers.casting_market, shared)
    return Case(
        None,
        answers.occasion,
        None,
        shared,
        answers.framing,
        answers.background,
        answers.story,
        mood_push(answers.mood),
        bool(answers.creative),
    )


def decide(case: Case) -> Decision:
    """Kind and style of `case`, or what to ask next."""
    kind = _kind(case)
    if kind is None:
        return Decision(None, None, _open_questions(case))
    style = style_for(kind, case.main_use, case.occasion, case.casting_market)
    return Decision(kind, style, () if style else ("casting_market",))


def format_for(kind: Kind | None, in_frame: int, total: int) -> Format:
    """One person, several one by one, or several together; a document shows one (T13, T15)."""
    if in_frame > 1 and kind is not Kind.DOCUMENT:
        return Format.GROUP
    return Format.SERIES if total > 1 else Format.SINGLE


def style_for(
    kind: Kind,
    use: Use | None,
    occasion: Occasion | None,
    market: CastingMarket | None,
) -> Style | None:
    """The style of `kind` that serves `use`; None where the casting market has to be known."""
    if kind is Kind.HEADSHOT:
        return _headshot_style(use, occasion, market)
    if kind is Kind.PORTRAIT:
        return _portrait_style(use, occasion)
    return Style.DOCUMENT


def mood_push(moods: tuple[Mood, ...]) -> int:
    """1 towards a headshot where nothing but calm moods is wished for, -1 where others are."""
    if not moods:
        return 0
    return 1 if CALM_MOODS.issuperset(moods) else -1


def _kind(case: Case) -> Kind | None:
    if case.main_use is Use.IDENTITY_DOCUMENT:
        return Kind.DOCUMENT
    if case.shared:
        return Kind.PORTRAIT
    if case.main_use is not None:
        return Kind.HEADSHOT if SIDES[case.main_use] is Side.HEADSHOT else Kind.PORTRAIT
    score = _score(case)
    if abs(score) <= UNDECIDED:
        return None
    return Kind.HEADSHOT if score > 0 else Kind.PORTRAIT


def _score(case: Case) -> int:
    return (
        (PUSH_OF_OCCASION[case.occasion] if case.occasion else 0)
        + (PUSH_OF_FRAMING[case.framing] if case.framing else 0)
        + (PUSH_OF_BACKGROUND[case.background] if case.background else 0)
        + (PUSH_OF_STORY[case.story] if case.story else 0)
        + case.mood
        - case.creative
    )


def _open_questions(case: Case) -> tuple[str, ...]:
    answered = (case.occasion, case.framing, case.background, case.story)
    unanswered = tuple(
        key for key, answer in zip(TIE_BREAK_KEYS, answered, strict=True) if answer is None
    )
    return unanswered or ("uses",)


def _headshot_style(
    use: Use | None, occasion: Occasion | None, market: CastingMarket | None
) -> Style | None:
    if use is Use.CASTING:
        return STYLE_OF_MARKET[market] if market else None
    if use is Use.ID_BADGE:
        return Style.ID_BADGE
    if use is Use.SERVICE_ADVERT:
        return Style.COMMERCIAL
    return Style.PERSONAL if occasion is Occasion.PERSONAL else Style.CORPORATE


def _portrait_style(use: Use | None, occasion: Occasion | None) -> Style:
    style = STYLE_OF_PORTRAIT_USE.get(use) if use else None
    return style or (Style.BRAND if occasion is Occasion.WORK else Style.CLASSIC)


# Rule 4: positive numbers push towards a headshot, up to this many either way decide nothing.
UNDECIDED: Final = 2
TIE_BREAK_KEYS: Final = ("occasion", "framing", "background", "story")
CALM_MOODS: Final = frozenset({Mood.PROFESSIONAL, Mood.WARM})

PUSH_OF_OCCASION: Final[Mapping[Occasion, int]] = MappingProxyType(
    {Occasion.WORK: 3, Occasion.PERSONAL: -3}
)
PUSH_OF_FRAMING: Final[Mapping[Framing, int]] = MappingProxyType(
    {
        Framing.FACE: 2,
        Framing.HEAD_SHOULDERS: 2,
        Framing.WAIST: -2,
        Framing.KNEES: -2,
        Framing.FULL: -2,
        Framing.UNSURE: 0,
    }
)
PUSH_OF_BACKGROUND: Final[Mapping[Background, int]] = MappingProxyType(
    {
        Background.PLAIN: 2,
        Background.BLURRED_PLACE: 0,
        Background.RECOGNISABLE_PLACE: -2,
        Background.UNSURE: 0,
    }
)
PUSH_OF_STORY: Final[Mapping[Story, int]] = MappingProxyType(
    {Story.NONE: 1, Story.SOME: 0, Story.CENTRAL: -1}
)

STYLE_OF_MARKET: Final[Mapping[CastingMarket, Style]] = MappingProxyType(
    {
        CastingMarket.STAGE_SCREEN: Style.THEATRICAL,
        CastingMarket.ADVERTS: Style.COMMERCIAL,
        CastingMarket.BOTH: Style.TWO_LOOKS,
    }
)
STYLE_OF_PORTRAIT_USE: Final[Mapping[Use, Style]] = MappingProxyType(
    {
        Use.WALL_ART: Style.CLASSIC,
        Use.GIFT: Style.CLASSIC,
        Use.SOCIAL_POST: Style.CLASSIC,
        Use.BOOK_JACKET: Style.AUTHOR,
        Use.EDITORIAL: Style.EDITORIAL,
        Use.BLOG_ARTICLE: Style.EDITORIAL,
        Use.LIFESTYLE_ADVERT: Style.LIFESTYLE,
        Use.FASHION_ADVERT: Style.FASHION,
        Use.POSTER: Style.PERFORMANCE,
        Use.PERSONAL_BRAND: Style.BRAND,
        Use.WEBSITE_BANNER: Style.BRAND,
    }
)
