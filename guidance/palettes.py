"""Colours that a group can wear together: one neutral, two that go with it, and an accent (D4).

Chosen by what is behind the people, never by what they look like. Tones are design values (GK),
held to their rules by the tests: none is neon, and each stands clear of its ground.
"""

from __future__ import annotations

from dataclasses import dataclass

from guidance.grounds import Ground
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour of cloth: sRGB as `#rrggbb`, and its everyday name."""

    srgb: str
    name: Text


@dataclass(frozen=True, slots=True)
class Palette:
    """Three colours that go together, one of them neutral, and an accent for a few things.

    `suits` says before what, in words for the client.
    """

    slug: str
    name: Text
    suits: Text
    neutral: Colour
    companions: tuple[Colour, Colour]
    accent: Colour
    grounds: frozenset[Ground]

    @property
    def colours(self) -> tuple[Colour, ...]:
        """All four: the neutral first, the accent last."""
        return (self.neutral, *self.companions, self.accent)

    @property
    def in_words(self) -> Text:
        """The colours in one phrase."""
        first, second = self.companions
        return text(
            _("{neutral}, {first} and {second}, with a little {accent}"),
            source="D4 S47a",
            neutral=self.neutral.name,
            first=first.name,
            second=second.name,
            accent=self.accent.name,
        )


def palettes_for(ground: Ground | None) -> tuple[Palette, ...]:
    """The palettes that stand clear of `ground`; those for a grey one where it is still open."""
    return tuple(palette for palette in PALETTES if (ground or Ground.GREY) in palette.grounds)


def _colour(srgb: str, name: str) -> Colour:
    return Colour(srgb, text(name, source="D4 GK"))


_PALE = frozenset({Ground.LIGHT, Ground.GREY, Ground.DOCUMENT})
_DARK = frozenset({Ground.DARK})
_PLACES = frozenset({Ground.BLURRED_PLACE, Ground.RECOGNISABLE_PLACE})
PALETTES: tuple[Palette, ...] = (
    Palette(
        "deep-and-calm",
        text(_("Deep and calm"), source="D4 GK"),
        text(_("Deep tones stand clear of a light or grey background"), source="D1 D4"),
        _colour("#3b3f45", _("charcoal")),
        (_colour("#4a6a92", _("slate blue")), _colour("#6f2a40", _("wine red"))),
        _colour("#a9741a", _("ochre")),
        _PALE,
    ),
    Palette(
        "warm-and-earthy",
        text(_("Warm and earthy"), source="D4 GK"),
        text(_("As clear of a light or grey background, and warmer"), source="D1 D4"),
        _colour("#4b423b", _("dark taupe")),
        (_colour("#5f6636", _("olive green")), _colour("#94452a", _("rust"))),
        _colour("#1f7077", _("teal")),
        _PALE,
    ),
    Palette(
        "light-and-soft",
        text(_("Light and soft"), source="D4 GK"),
        text(_("Lighter tones stand clear of a dark background"), source="D1 D4"),
        _colour("#ddd5c6", _("oatmeal")),
        (_colour("#86a3c2", _("dusty blue")), _colour("#96ab85", _("sage green"))),
        _colour("#c0603d", _("terracotta")),
        _DARK,
    ),
    Palette(
        "warm-and-glowing",
        text(_("Warm and glowing"), source="D4 GK"),
        text(_("As clear of a dark background, and warmer"), source="D1 D4"),
        _colour("#b9b2a8", _("stone grey")),
        (_colour("#c39a5f", _("camel")), _colour("#b06a6d", _("old rose"))),
        _colour("#3f9297", _("turquoise")),
        _DARK,
    ),
    Palette(
        "cool-and-clear",
        text(_("Cool and clear"), source="D4 GK"),
        text(_("Where the place is green, brown or sandy"), source="D4 S47a"),
        _colour("#d6d6d2", _("light grey")),
        (_colour("#5b82ad", _("denim blue")), _colour("#2b3a57", _("navy"))),
        _colour("#c4573f", _("coral")),
        _PLACES,
    ),
    Palette(
        "warm-and-bright",
        text(_("Warm and bright"), source="D4 GK"),
        text(_("Where the place is water, sky, stone or town"), source="D4 S47a"),
        _colour("#e6dcc8", _("cream")),
        (_colour("#a4502d", _("rust")), _colour("#6b4a3a", _("chestnut"))),
        _colour("#cf9a2b", _("mustard")),
        _PLACES,
    ),
)
