"""The few words that stand in the plans of the set."""

from __future__ import annotations

from dataclasses import replace

from guidance.texts import Quantity, Text, text
from guidance.texts import gettext_noop as _

CAMERA = text(_("camera"), source="A3")
BACKGROUND = text(_("background"), source="B3")
BACKGROUND_LIGHT = text(_("background light"), source="B3")
PEOPLE = text(_("people"), source="A3")
MIRRORED = text(_("seen in glasses"), source="B4")


def named(lamp: str, angle: Quantity) -> Text:
    """The key or the fill with its angle, below the eyes where that is negative.

    KeyError for any other lamp.
    """
    if angle.value < 0:
        below = replace(angle, value=-angle.value)
        return text(_("{lamp} {angle} below"), source="B1 B2", lamp=_LAMPS[lamp], angle=below)
    return text(_("{lamp} {angle}"), source="B1 B2", lamp=_LAMPS[lamp], angle=angle)


def outside(thing: Text) -> Text:
    """A label: this stands outside the walls."""
    return text(_("{thing}, outside"), source="A3", thing=thing)


def too_high(thing: Text) -> Text:
    """A label: this does not fit under the ceiling."""
    return text(_("{thing}, too high"), source="A3", thing=thing)


def not_fitting(thing: Text) -> Text:
    """The same as a sentence."""
    return text(_("Does not fit into the room: {thing}."), source="A3", thing=thing)


_LAMPS = {"key": text(_("key light"), source="B1"), "fill": text(_("fill"), source="B2")}
