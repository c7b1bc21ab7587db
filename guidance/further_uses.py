"""How the uses beside the main one are served: rule 6 of the routing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, NamedTuple

from guidance.answers import Answers
from guidance.decision import style_for
from guidance.vocabulary import SIDES, Framing, Kind, ServedBy, Side, Style, Use


@dataclass(frozen=True, slots=True)
class Also:
    """A second kind of picture that the uses call for; the style is None while it is asked for."""

    kind: Kind
    style: Style | None
    served_by: ServedBy
    uses: tuple[Use, ...]


class Serving(NamedTuple):
    """One use, the kind of picture it gets beside the main one, and how."""

    use: Use
    kind: Kind
    served_by: ServedBy


def also_for(answers: Answers, kind: Kind | None) -> tuple[Also, ...]:
    """The pictures beside the main one, in the order of the vocabulary, not of the answers."""
    uses: dict[tuple[Kind, Style | None, ServedBy], list[Use]] = {}
    for serving in servings(answers, kind):
        style = style_for(serving.kind, serving.use, answers.occasion, answers.casting_market)
        uses.setdefault((serving.kind, style, serving.served_by), []).append(serving.use)
    return tuple(Also(*picture, tuple(served)) for picture, served in uses.items())


def servings(answers: Answers, kind: Kind | None) -> Iterator[Serving]:
    """What each use gets beside the main picture, the main use first."""
    if kind is None or not answers.uses:
        return
    main_use, *further = answers.uses
    if main_use is Use.PERSONAL_BRAND:
        yield Serving(main_use, Kind.HEADSHOT, ServedBy.COMBINED)
    yield from _crops(main_use)
    for use in sorted(further, key=RANK.__getitem__):
        yield from _beside(use, kind, answers)
        yield from _crops(use)


def _crops(use: Use) -> Iterator[Serving]:
    """A book jacket adds a headshot crop (T17), a feature one for the byline (T19)."""
    if use in CROPPED_TOO:
        yield Serving(use, Kind.HEADSHOT, ServedBy.CROP)


def _beside(use: Use, kind: Kind, answers: Answers) -> Iterator[Serving]:
    """What a further `use` gets beside a main picture of `kind`: every kind it still lacks.

    A personal brand needs both (T5), so it lacks one of them, or beside a document both.
    """
    for wanted in KINDS_OF_SIDE[SIDES[use]]:
        if wanted is not kind:
            yield Serving(use, wanted, _served_by(use, wanted, kind, answers))


def _served_by(use: Use, wanted: Kind, kind: Kind, answers: Answers) -> ServedBy:
    from_portrait = kind is Kind.PORTRAIT and wanted is Kind.HEADSHOT
    if not from_portrait or answers.in_frame > 1:
        return ServedBy.COMBINED
    too_wide = answers.framing in TOO_WIDE_TO_CROP and use not in SMALL_ON_SCREEN
    return ServedBy.COMBINED if too_wide else ServedBy.CROP


RANK: Final[Mapping[Use, int]] = MappingProxyType({use: rank for rank, use in enumerate(Use)})
KINDS_OF_SIDE: Final[Mapping[Side, tuple[Kind, ...]]] = MappingProxyType(
    {
        Side.HEADSHOT: (Kind.HEADSHOT,),
        Side.PORTRAIT: (Kind.PORTRAIT,),
        Side.BOTH: (Kind.PORTRAIT, Kind.HEADSHOT),
        Side.DOCUMENT: (Kind.DOCUMENT,),
    }
)
CROPPED_TOO: Final = frozenset({Use.BOOK_JACKET, Use.EDITORIAL})
TOO_WIDE_TO_CROP: Final = frozenset({Framing.KNEES, Framing.FULL})
# Shown so small that a crop from a whole figure still has pixels enough.
SMALL_ON_SCREEN: Final = frozenset({Use.ONLINE_PROFILE, Use.SOCIAL_PROFILE, Use.ID_BADGE})
