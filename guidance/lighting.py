"""Light: the patterns, how hard, and where the key stands.

Tables B1 (patterns) and B2 (light by kind of picture); glasses are in :mod:`guidance.glare`.
A ratio is always given in stops between the two lamps: the bare "3:1" has two meanings (S22a).
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from guidance.glare import lowest_clear_deg
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

KEY_DISTANCE_MM = 1200.0

FILL_HALF_MM = 300.0
"""Half the side of a fill panel that is no twin of the key (B4)."""

GLASSES_COMFORT_DEG = 5.0
"""What a key for glasses stands above its lowest place: 45° for a box of 1 m at 1.2 m (B4)."""

SPOTLIGHT_MOST_STOPS = 1.5
"""Spotlight takes no dramatic light: at most 4:1 on the face, 1.58 stops lamp to lamp (B2)."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row of B1; the key's place in degrees from the direction of the face."""

    key: str
    name: Text
    side_deg: float
    up_deg: float
    sign: Text
    lower_fill: bool = False


def _pattern(
    key: str, name: str, angles: tuple[float, float], sign: str, *, lower_fill: bool = False
) -> Pattern:
    source = "B1 S35c" if key == "flat" else "B1 S17"
    named = text(name, source=source)
    return Pattern(key, named, *angles, text(sign, source=source), lower_fill)


PATTERNS: Mapping[str, Pattern] = MappingProxyType(
    {
        pattern.key: pattern
        for pattern in (
            _pattern(
                "butterfly", _("Butterfly light"), (0, 45), _("a small shadow under the nose")
            ),
            _pattern(
                "clamshell",
                _("Clamshell light"),
                (0, 45),
                _("two catchlights, one above and a weaker one below"),
                lower_fill=True,
            ),
            _pattern("loop", _("Loop light"), (40, 35), _("a short looped shadow beside the nose")),
            _pattern(
                "rembrandt",
                _("Rembrandt light"),
                (45, 45),
                _(
                    "a lit triangle on the shadow cheek, no wider than the eye and no longer than "
                    "the nose; that eye keeps its catchlight"
                ),
            ),
            _pattern(
                "short",
                _("Short light"),
                (45, 35),
                _("shadow on the side of the face that is turned to the camera"),
            ),
            _pattern(
                "broad",
                _("Broad light"),
                (45, 35),
                _("light on the side of the face that is turned to the camera"),
            ),
            _pattern("split", _("Split light"), (90, 20), _("half of the face in the dark")),
            _pattern("flat", _("Flat, even light"), (45, 20), _("no shadows on the face")),
        )
    }
)
"""Patterns by their usual name (B1)."""


@dataclass(frozen=True, slots=True)
class Light:
    """What a kind of picture asks for: the pattern, key over fill in stops, and why (B2)."""

    pattern: str
    key_over_fill_stops: float
    reason: Text


@dataclass(frozen=True, slots=True)
class Sitters:
    """What else decides the light: who is before the camera, the mood, where it is sent."""

    group: bool = False
    children: bool = False
    glasses: bool = False
    moods: Collection[str] = ()
    casting_services: Collection[str] = ()


LIGHT_BY_STYLE: Mapping[str, Light] = MappingProxyType(
    {
        "document": Light(
            "flat", 0.0, text(_("Even light, no shadow on face or wall"), source="B2 C3 S35c")
        ),
        "id_badge": Light(
            "flat", 0.0, text(_("Even light keeps a badge readable"), claims=(8, 27), source="B2")
        ),
        "corporate": Light(
            "loop",
            1.0,
            text(
                _("Loop light is bright and businesslike and suits every face"),
                claims=(27, 28),
                source="B2 S17",
            ),
        ),
        "personal": Light(
            "loop",
            0.5,
            text(_("Soft loop light, bright and friendly"), claims=(27, 73), source="B2 S17"),
        ),
        "commercial": Light(
            "clamshell",
            1.0,
            text(
                _("Clamshell light is lively and bright, as commercial pictures should be"),
                claims=(71, 72),
                source="B2 S18a S19a",
            ),
        ),
        "theatrical": Light(
            "short",
            1.5,
            text(
                _("Short light gives depth and drama while both eyes stay readable"),
                claims=(65, 66),
                source="B2 T8 S19c",
            ),
        ),
        "classic": Light(
            "loop",
            1.0,
            text(_("Soft loop light leaves room for any feeling"), claims=(38, 53), source="B2"),
        ),
        "author": Light(
            "rembrandt",
            1.5,
            text(_("Rembrandt light gives an author depth"), claims=(15, 53), source="B2 S17"),
        ),
        "editorial": Light(
            "loop",
            1.5,
            text(
                _("Loop light, as if it came from the place itself"),
                claims=(13, 35),
                source="B2 S17",
            ),
        ),
        "lifestyle": Light(
            "loop", 0.5, text(_("Soft light that looks like daylight"), claims=(14,), source="B2")
        ),
        "fashion": Light(
            "butterfly",
            1.0,
            text(
                _("Butterfly light from the front shows clothes and face evenly"),
                claims=(55, 78),
                source="B1 S17",
            ),
        ),
        "performance": Light(
            "rembrandt",
            2.0,
            text(_("Rembrandt light has the drama of the stage"), claims=(38, 55), source="B2"),
        ),
        "brand": Light(
            "loop",
            1.0,
            text(
                _("Loop light that works from the avatar to the banner"),
                claims=(60, 78),
                source="B2 S17",
            ),
        ),
    }
)
"""Light by style, with the middle of each range of table B2."""

_GROUP = Light(
    "flat",
    0.0,
    text(
        _("Large soft light from near the camera, feathered, so that nobody shades anybody"),
        claims=(21,),
        source="B2",
    ),
)
_CHILDREN = Light(
    "loop",
    0.0,
    # Worded for everybody: the number of children is nobody's business but the care section's.
    text(_("Large soft light with wide coverage, so that everybody can move"), source="B2"),
)
_DARK_MOOD = Light(
    "rembrandt",
    2.0,
    text(_("Rembrandt light carries the serious mood"), claims=(30, 31, 38), source="B2 S17"),
)
_WITHOUT_LOWER_FILL = text(
    _("Raised loop light: with glasses no light comes from below"),
    claims=(54,),
    source="B4 S20a S20b",
)

_CONTRASTS = (
    (0.25, text(_("an open shadow side"), source="B2 GK")),
    (0.75, text(_("a light shadow side"), source="B2 GK")),
    (1.25, text(_("soft modelling"), source="B2 GK")),
    (1.75, text(_("clear modelling"), source="B2 GK")),
    (math.inf, text(_("a deep shadow side that still shows the eye"), source="B2 GK")),
)

_DARK_MOODS = frozenset({"intense", "melancholy", "grief"})
_BRIGHT_MOODS = frozenset({"warm", "joy", "contentment", "excitement"})
_MOODLESS = frozenset({"document", "id_badge"})
_CASTING = frozenset({"theatrical", "commercial", "two_looks"})


def light_for(style: str, sitters: Sitters) -> Light:
    """The light of a style, turned by who is there and by the mood (B2, T8).

    Two looks start with the commercial one. KeyError for an unknown style.
    """
    light = LIGHT_BY_STYLE["commercial" if style == "two_looks" else style]
    if style in _MOODLESS:
        return light
    if sitters.group:
        return _GROUP
    if sitters.children:
        return _CHILDREN
    return _within_limits(_for_mood(light, style, sitters), sitters)


def hardest_stops(style: str, sitters: Sitters) -> float:
    """Key over fill in stops that this style may go up to, services named included (B2)."""
    light = LIGHT_BY_STYLE[style]
    return _within_limits(replace(light, key_over_fill_stops=2.0), sitters).key_over_fill_stops


def key_up_deg(pattern: Pattern, *, glasses: bool, distance_mm: float = KEY_DISTANCE_MM) -> float:
    """Height of the key above the eyes; with glasses clear of the band in steps of 5° (B4)."""
    if not glasses:
        return pattern.up_deg
    comfortable_deg = lowest_clear_deg(distance_mm) + GLASSES_COMFORT_DEG
    return max(pattern.up_deg, 5.0 * math.ceil(comfortable_deg / 5))


def fill_up_deg(wished_deg: float, *, glasses: bool, distance_mm: float) -> float:
    """Height of a fill above the lens; with glasses its whole lamp is above the band (B4)."""
    return max(wished_deg, math.ceil(lowest_clear_deg(distance_mm))) if glasses else wished_deg


def contrast(stops: float) -> Text:
    """What a face looks like with the key so many stops over the fill."""
    return next(look for most, look in _CONTRASTS if stops <= most)


def key_fill_ratio(stops: float) -> float:
    """Brightness of the key lamp over the fill lamp (B2)."""
    return math.pow(2, stops)


def face_ratio(stops: float) -> float:
    """Lit side of the face over the shadow side, where the fill reaches both (B2, S22a)."""
    return key_fill_ratio(stops) + 1


def face_stops(ratio: float) -> float:
    """Stops seen on the face for a ratio of highlight to shadow. ValueError below 1."""
    if ratio < 1:
        raise ValueError("ratio must be at least 1")
    return math.log2(ratio)


def fall_off_stops(key_mm: float, gap_mm: float) -> float:
    """How much darker than the face an unlit background is (B2, S23).

    `key_mm` from key to subject, `gap_mm` from subject to background. ValueError for a key at 0
    or a gap below 0.
    """
    if key_mm <= 0 or gap_mm < 0:
        raise ValueError("key_mm must be above zero and gap_mm 0 or more")
    return 2 * math.log2((key_mm + gap_mm) / key_mm)


def _for_mood(light: Light, style: str, sitters: Sitters) -> Light:
    moods = set(sitters.moods)
    if moods & _DARK_MOODS and style not in {"corporate", "commercial", "two_looks", "personal"}:
        dark = light if style == "theatrical" else _DARK_MOOD
        return replace(dark, key_over_fill_stops=2.0)
    if moods and moods <= _BRIGHT_MOODS and style not in _CASTING:
        return replace(light, key_over_fill_stops=max(0.5, light.key_over_fill_stops - 0.5))
    return light


def _within_limits(light: Light, sitters: Sitters) -> Light:
    if "spotlight" in sitters.casting_services:
        stops = min(light.key_over_fill_stops, SPOTLIGHT_MOST_STOPS)
        light = replace(light, key_over_fill_stops=stops)
    if sitters.glasses and light.pattern in {"clamshell", "butterfly"}:
        return replace(light, pattern="loop", reason=_WITHOUT_LOWER_FILL)
    return light
