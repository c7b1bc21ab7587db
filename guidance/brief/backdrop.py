"""What stands behind the person: how far away, how lit, and whether it is to be seen (B3, T9)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from guidance.texts import Text, text
from guidance.texts import gettext_noop as _


class Rendering(StrEnum):
    """How the background is to look; it decides the policy of the aperture (A4)."""

    SEAMLESS = "seamless"
    BLURRED = "blurred"
    SHARP = "sharp"


@dataclass(frozen=True, slots=True)
class Backdrop:
    """A background of B3; gaps from the subject in mm, the wished one and the least.

    `light_stops` is what the ground gets of its own, over the face; None for no light of its own.
    """

    rendering: Rendering
    gap_mm: float
    least_gap_mm: float
    title: Text
    recipe: tuple[Text, ...]
    light_stops: float | None = None


WHITE_STOPS = 1.0
LEAST_WHITE_STOPS = 0.5
MOST_WHITE_STOPS = 1.5
"""Over the face; more brings flare and eaten edges (B3, S21a)."""

LEAST_WHITE_GAP_MM = 1900.0
"""Nearer than about 2 m a white ground lights the back of the head (B3, S21c)."""

WHITE_PAPER_STOPS = 2.3
"""White paper over mid grey in the same light: 90 % against 18 % (calc)."""


BACKDROPS: Mapping[str, Backdrop] = MappingProxyType(
    {
        "grey": Backdrop(
            Rendering.SEAMLESS,
            1500,
            1000,
            text(_("Plain mid to light grey"), claims=(33, 77), source="B3"),
            (
                text(
                    _(
                        "Compare it with hair and clothes on the first frame: nearer makes it "
                        "lighter, farther darker"
                    ),
                    source="B3 D1 S23",
                ),
                text(
                    _("For a gradient, one gridded lamp on it at the height of the shoulders"),
                    source="B3",
                ),
            ),
        ),
        "light": Backdrop(
            Rendering.SEAMLESS,
            2000,
            1000,
            text(_("Plain light ground"), claims=(27, 33, 71), source="B2 B3"),
            (
                text(
                    _(
                        "Light coming back on hair and shoulders reads no more than the face; "
                        "comfortable from 3 m behind"
                    ),
                    source="B3 S21c S21d",
                ),
                text(
                    _("Fair hair or pale clothes vanish on white: dim the ground to light grey"),
                    source="B3 D1 S29",
                ),
            ),
            light_stops=WHITE_STOPS,
        ),
        "dark": Backdrop(
            Rendering.SEAMLESS,
            2500,
            1500,
            text(_("Plain dark ground"), claims=(38, 43), source="B2 B3 S19c"),
            (
                text(
                    _("A rim light wherever hair or clothes are dark, flagged off the lens"),
                    source="B3 D1 S29",
                ),
            ),
        ),
        "blurred_place": Backdrop(
            Rendering.BLURRED,
            3000,
            2000,
            text(_("The place, out of focus, reading as one simple tone"), claims=(50, 83)),
            (
                text(
                    _("No bright spots and no lines behind the outline of the head"),
                    source="B3 T9",
                ),
            ),
        ),
        "recognisable_place": Backdrop(
            Rendering.SHARP,
            3000,
            1500,
            text(_("The place, recognisable and part of the picture"), claims=(35, 84)),
            (
                text(
                    _("Clear the place of everything that does not belong to the story"),
                    claims=(35, 43),
                ),
            ),
        ),
        "document": Backdrop(
            Rendering.SEAMLESS,
            500,
            500,
            text(_("Plain white to light grey wall"), source="C3 S36c"),
            (
                text(
                    _("No shadow on it, no pattern, no edge, nothing else in the frame"),
                    source="B3 C3 S38a",
                ),
                text(
                    _("Check the colour that the authority asks for: white for the US"),
                    source="C3 S35a",
                ),
            ),
        ),
    }
)
"""Backgrounds by name (B3): plain tones, places, and the wall for documents."""


def ground_stops(backdrop: Backdrop, style: str, gap_mm: float) -> float | None:
    """The ground's own light over the face for the main picture, None without any (B3).

    Less for white where the person stands near it; the first of two looks has the paper lit as
    bright as the face.
    """
    if style == "two_looks" and backdrop.rendering is Rendering.SEAMLESS:
        return 0.0
    if backdrop.light_stops is None:
        return None
    return backdrop.light_stops if gap_mm >= LEAST_WHITE_GAP_MM else LEAST_WHITE_STOPS


def white_paper_turns(darker_stops: float) -> Text:
    """The tone of white paper that gets so many stops less light than the face (B3)."""
    over_mid_grey = WHITE_PAPER_STOPS - darker_stops
    return next(tone for least, tone in _TONES if over_mid_grey >= least)


_TONES = (
    (0.6, text(_("light grey"), source="B3 calc")),
    (-0.6, text(_("mid grey"), source="B3 calc")),
    (-math.inf, text(_("dark grey"), source="B3 calc")),
)


def backdrop_key(kind: str, wished: str, tone: str) -> str:
    """The background to use for the questionnaire's word (T9).

    A headshot keeps its surroundings simple, so a place stays blurred there.
    """
    if kind == "document" or wished == "plain":
        return tone
    if kind == "headshot":
        return "blurred_place"
    return wished
