"""Glasses on the set: how to keep the lenses clear (B4), or what to ask where nobody said."""

from __future__ import annotations

from guidance.brief.sheet import LightPlan, Line
from guidance.brief.shoot import Shoot
from guidance.glare import GLARE_MARGIN_DEG, glare_band_deg, glare_sideways_deg
from guidance.measures import degrees
from guidance.texts import Text, text
from guidance.texts import gettext_noop as _


def glasses_lines(shoot: Shoot, plan: LightPlan) -> tuple[Line, ...]:
    """How to keep the lenses clear (B4), or what to ask where nobody said."""
    if shoot.kind == "document":
        return (Line(_DOCUMENT_GLASSES),)
    if not shoot.glasses:
        return (Line(_NO_GLASSES if shoot.answers.glasses == "no" else _GLASSES_UNKNOWN),)
    return (Line(_band(plan)), Line(_NO_LOWER_FILL), Line(_FIXES), Line(_LIKENESS), Line(_DUTY))


_DOCUMENT_GLASSES = text(
    _("Glasses off for the US; elsewhere clear lenses, no glare, the frame clear of the eyes"),
    source="C3 S35d",
)


_NO_GLASSES = text(
    _("The client wears no glasses; if some turn up after all, raise the key first"),
    claims=(54,),
    source="B4",
)


_GLASSES_UNKNOWN = text(
    _("Nobody told us about glasses: ask before the light is set, and raise the key if there are"),
    claims=(54,),
    source="B4",
)


_NO_LOWER_FILL = text(
    _("No fill and no reflector from below, inside this band: fill from above the lens"),
    claims=(54,),
    source="B4 S20a",
)


_FIXES = text(
    _(
        "Still glare? In this order: light up, light sideways, camera up a little, chin slightly "
        "down, temples raised off the ears, a plate without glasses if the client agrees"
    ),
    claims=(54,),
    source="B4 S20a S20b S20c",
)


_LIKENESS = text(
    _("Glasses worn every day stay on; where worn at times, take both versions"),
    claims=(62,),
    source="B4",
)


_DUTY = text(
    _("Glare is the studio’s problem, never the client’s; check eyes and sockets at 100 %"),
    claims=(54, 88),
    source="B4 S20b",
)


def _band(plan: LightPlan) -> Text:
    _low, high = glare_band_deg()
    return text(
        _(
            "The lenses mirror lights up to {high} above eye level and {side} to either side: "
            "keep the key’s lower edge {margin} above that, its centre at {up}"
        ),
        claims=(54,),
        source="B4 S20a S24",
        high=degrees(high),
        side=degrees(glare_sideways_deg()),
        margin=degrees(GLARE_MARGIN_DEG),
        up=degrees(plan.key_up_deg),
    )
