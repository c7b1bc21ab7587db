"""What stands behind the person: how far away, how lit, and whether it is to be seen (B3, T9)."""

from __future__ import annotations

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
    """A background of B3; gaps from the subject in mm, the wished one and the least."""

    rendering: Rendering
    gap_mm: float
    least_gap_mm: float
    title: Text
    recipe: tuple[Text, ...]


BACKDROPS: Mapping[str, Backdrop] = MappingProxyType(
    {
        "grey": Backdrop(
            Rendering.SEAMLESS,
            1500,
            1000,
            text(_("Plain mid to light grey"), claims=(33, 77), source="B3"),
            (
                text(
                    _("White or grey paper without light of its own; its tone comes from distance"),
                    source="B3 S23",
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
                        "Light the ground by itself, one stop over the face, one and a half at "
                        "most: more eats the edges"
                    ),
                    source="B3 S21a S21b",
                ),
                text(
                    _("No light from the ground on the back of the hair"),
                    source="B3 S21c",
                ),
            ),
        ),
        "dark": Backdrop(
            Rendering.SEAMLESS,
            2500,
            1500,
            text(_("Plain dark ground"), claims=(38, 43), source="B2 B3 S19c"),
            (
                text(
                    _("No light on the ground; a rim light wherever hair or clothes are dark"),
                    source="B3 D1",
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
                    _("No shadow on the wall, no pattern, no edge, nothing else in the frame"),
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


def backdrop_key(kind: str, wished: str, tone: str) -> str:
    """The background to use for the questionnaire's word (T9).

    A headshot keeps its surroundings simple, so a place stays blurred there.
    """
    if kind == "document" or wished == "plain":
        return tone
    if kind == "headshot":
        return "blurred_place"
    return wished
