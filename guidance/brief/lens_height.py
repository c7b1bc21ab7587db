"""How high the lens stands: at the eyes, lower where more of the figure shows (A4, D5)."""

from __future__ import annotations

from collections.abc import Iterator

from guidance.brief.people import LEVELS, STANDING_EYES_MM
from guidance.brief.shoot import Shoot
from guidance.framing import FRAMINGS
from guidance.measures import metres
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

HIPS_MM = 1000.0
CHEST_MM = 1300.0
"""Of who stands; a level lens half-way up the figure draws legs and head in scale (GK)."""


def lens_height_mm(shoot: Shoot) -> float:
    """Above the floor, of people who stand; a group in rows between front and back eyes.

    With glasses at the eyes: from lower down their lenses mirror more of what is above (B4).
    """
    if len(shoot.rows) > 1:
        levels = LEVELS[min(len(shoot.rows), max(LEVELS))]
        return (levels[0][1] + levels[-1][1]) / 2
    if shoot.glasses:
        return STANDING_EYES_MM
    return {"full": HIPS_MM, "knees": CHEST_MM}.get(_shown(shoot), STANDING_EYES_MM)


def height_words(shoot: Shoot) -> Iterator[Text]:
    """The height where it is not simply that of the eyes, and why."""
    height = metres(lens_height_mm(shoot), 1)
    if len(shoot.rows) > 1:
        yield text(
            _("Lens at {height} and level, between the eyes of the front and of the back row"),
            source="A4 GK",
            height=height,
        )
    elif _shown(shoot) in _WORDS:
        message = _AT_EYES if shoot.glasses else _WORDS[_shown(shoot)]
        yield text(message, source="B4 S20b GK" if shoot.glasses else "GK", height=height)


def _shown(shoot: Shoot) -> str:
    """How much of each person shows, in the word of A3."""
    if not shoot.is_group:
        return shoot.framing.name
    return next(name for name, each in FRAMINGS.items() if each.field_mm == shoot.body_field_mm)


_AT_EYES = _(
    "Lens at {height}, eye level, and level: from lower down the glasses would mirror more of the "
    "lamps"
)
_WORDS = {
    "full": _(
        "Lens at {height}, hip height, and level: from higher legs shorten, from lower they grow"
    ),
    "knees": _("Lens at {height}, chest height, and level: the figure stays in scale"),
}
