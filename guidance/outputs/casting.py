"""Files for auditions, and what each casting service takes (table C2)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from guidance.outputs.output import INCH_MM, Output
from guidance.texts import gettext_noop as _

HEADSHOT = (0.40, 0.50)
THUMBNAIL = (0.60, 0.60)

CASTING_ROWS = (
    Output(
        "casting",
        _("Casting print of 8×10 in"),
        *(2400, 3000, HEADSHOT, "JPG", "C2 S42c"),
        rule=_("300 ppi, in colour, no border, no watermark; the name only where it is asked for"),
        print_long_side_mm=10 * INCH_MM,
    ),
    Output(
        "casting",
        _("Casting sites, 5:7"),
        *(1000, 1400, HEADSHOT, "JPG", "C2 S28"),
        rule=_("twice the size they show"),
    ),
    Output(
        "casting",
        _("Casting sites, thumbnail"),
        *(800, 800, THUMBNAIL, "JPG", "C2 S26b"),
    ),
)

_CENTRAL_CASTING = (
    Output(
        "casting",
        _("Central Casting, from the shoulders up"),
        *(2400, 3000, HEADSHOT, "JPG", "C2 S32"),
        rule=_("neutral face, plain light ground, unretouched"),
        apart=True,
    ),
    Output(
        "casting",
        _("Central Casting, full length"),
        *(2400, 3000, None, "JPG", "C2 S32"),
        rule=_("plain light ground, unretouched"),
        apart=True,
    ),
)

CASTING_SERVICES: Mapping[str, tuple[Output, ...]] = MappingProxyType(
    {
        "spotlight": (
            Output(
                "casting",
                _("Spotlight, 10×8 upright"),
                *(2400, 3000, HEADSHOT, "JPG", "C2 S29"),
                rule=_("no watermark, border or embedded credit; no hats or props"),
            ),
        ),
        "actors_access": (
            Output(
                "casting",
                _("Actors Access, 5:7"),
                *(500, 700, HEADSHOT, "JPG", "C2 S28"),
                rule=_("tagged commercial, theatrical or other; two slots are free"),
            ),
        ),
        "backstage": (
            Output(
                "casting",
                _("Backstage"),
                *(2400, 3000, HEADSHOT, "JPG", "C2 S33"),
                rule=_("JPEG, PNG or GIF; under 16 with the parents’ consent form"),
            ),
        ),
        "casting_workbook": (
            Output(
                "casting",
                _("Casting Workbook, cropped to 8×10"),
                *(2400, 3000, HEADSHOT, "JPG", "C2 S30"),
                rule=_("no side over 4000 px"),
                most_kb=6_000,
            ),
        ),
        "casting_networks": (
            Output(
                "casting",
                _("Casting Networks"),
                *(2400, 3000, HEADSHOT, "JPG", "C2 S31"),
                rule=_("JPG, PNG or GIF"),
            ),
        ),
        "central_casting": _CENTRAL_CASTING,
    }
)
"""Rows by the questionnaire's word for the casting service (C2)."""
