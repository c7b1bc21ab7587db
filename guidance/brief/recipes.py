"""What each style starts from before the answers turn it: framing, background, feeling, finish.

Styles after section 4 of the routing rules; backgrounds after B3, emotion after T2, retouching
after E3.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from guidance.texts import Text, text
from guidance.texts import gettext_noop as _


@dataclass(frozen=True, slots=True)
class Recipe:
    """The defaults of a style.

    `one` and `many` are the title inside a sentence. `background` is the questionnaire's word;
    `tone` is the ground where it is plain. `emotion` runs from 0 (none) to 3 (the point of the
    picture); `retouching` from 0 (none) to 3 (creative).
    """

    title: Text
    one: Text
    many: Text
    framing: str
    background: str
    tone: str
    emotion: int
    retouching: int


RECIPES: Mapping[str, Recipe] = MappingProxyType(
    {
        "document": Recipe(
            text(_("Document photo"), claims=(11,), source="T15"),
            text(_("A document photo")),
            text(_("Document photos")),
            *("head_shoulders", "plain", "document", 0, 0),
        ),
        "id_badge": Recipe(
            text(_("Headshot for a badge"), claims=(8, 20)),
            text(_("A badge headshot")),
            text(_("Badge headshots")),
            *("head_shoulders", "plain", "light", 0, 1),
        ),
        "corporate": Recipe(
            text(_("Corporate headshot"), claims=(4, 46, 58), source="T20"),
            text(_("A corporate headshot")),
            text(_("Corporate headshots")),
            *("head_shoulders", "plain", "grey", 1, 2),
        ),
        "personal": Recipe(
            text(_("Personal headshot"), claims=(9, 10), source="T14"),
            text(_("A personal headshot")),
            text(_("Personal headshots")),
            *("head_shoulders", "plain", "grey", 2, 1),
        ),
        "commercial": Recipe(
            text(_("Commercial headshot"), claims=(63, 67)),
            text(_("A commercial headshot")),
            text(_("Commercial headshots")),
            *("head_shoulders", "plain", "light", 3, 2),
        ),
        "theatrical": Recipe(
            text(_("Theatrical headshot"), claims=(63, 64)),
            text(_("A theatrical headshot")),
            text(_("Theatrical headshots")),
            *("head_shoulders", "plain", "dark", 3, 1),
        ),
        "two_looks": Recipe(
            text(_("Actor’s headshots in two looks, commercial and theatrical"), claims=(63,)),
            text(_("A headshot in two looks, commercial and theatrical,")),
            text(_("Headshots in two looks, commercial and theatrical,")),
            *("head_shoulders", "plain", "grey", 3, 1),
        ),
        "classic": Recipe(
            text(_("Classic portrait"), claims=(12, 94)),
            text(_("A classic portrait")),
            text(_("Classic portraits")),
            *("waist", "plain", "grey", 2, 2),
        ),
        "author": Recipe(
            text(_("Author portrait"), claims=(15,), source="T17"),
            text(_("An author portrait")),
            text(_("Author portraits")),
            *("waist", "plain", "grey", 2, 1),
        ),
        "editorial": Recipe(
            text(_("Editorial portrait"), claims=(13, 16), source="T19"),
            text(_("An editorial portrait")),
            text(_("Editorial portraits")),
            *("waist", "blurred_place", "grey", 2, 1),
        ),
        "lifestyle": Recipe(
            text(_("Lifestyle portrait"), claims=(14,), source="T4"),
            text(_("A lifestyle portrait")),
            text(_("Lifestyle portraits")),
            *("knees", "blurred_place", "light", 2, 2),
        ),
        "fashion": Recipe(
            text(_("Fashion portrait"), claims=(78,), source="T4"),
            text(_("A fashion portrait")),
            text(_("Fashion portraits")),
            *("full", "plain", "light", 1, 3),
        ),
        "performance": Recipe(
            text(_("Performance portrait"), claims=(42, 78)),
            text(_("A performance portrait")),
            text(_("Performance portraits")),
            *("knees", "plain", "dark", 3, 3),
        ),
        "brand": Recipe(
            text(_("Personal brand portrait"), claims=(60, 78), source="T5"),
            text(_("A personal brand portrait")),
            text(_("Personal brand portraits")),
            *("waist", "plain", "light", 2, 2),
        ),
    }
)
"""Defaults by style; one row for every style that routing can give."""
