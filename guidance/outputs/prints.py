"""Files for print, and how many pixels a print of each size needs (table C4)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

from guidance.optics import print_ppi
from guidance.outputs.output import CARRIED_OVER, INCH_MM, Output
from guidance.texts import gettext_noop as _

BADGE = (0.60, 0.70)

PRINT_ROWS = (
    Output(
        "business_card",
        _("Business card, panel of 25×35 mm"),
        *(600, 825, None, "JPG", "C4 GK"),
        rule=_("300 ppi with reserve; the printer makes the CMYK"),
        print_long_side_mm=35,
    ),
    Output(
        "id_badge",
        _("Badge of 1×1.25 in"),
        *(300, 375, BADGE, "JPG", "C1 C4 S39a S39b S39c"),
        rule=_("300 ppi, or the size that the employer’s system asks for"),
        print_long_side_mm=1.25 * INCH_MM,
    ),
    Output(
        "service_advert",
        _("Printed advert, 8×10 in"),
        *(2400, 3000, None, "JPG", "C4 GK"),
        rule=_("300 ppi; the printer makes the CMYK"),
        print_long_side_mm=10 * INCH_MM,
    ),
    Output(
        "wall_art",
        _("Wall print up to 24×36 in"),
        *(3600, 5400, None, "JPG", "C4 S40a S40d"),
        rule=_("150 ppi, seen close up; smaller frames are cut from it"),
        print_long_side_mm=36 * INCH_MM,
        may_be_level=True,
    ),
    Output(
        "gift",
        _("Print of 8×10 in"),
        *(2400, 3000, None, "JPG", "C4 S40c S40e"),
        rule=_("300 ppi"),
        print_long_side_mm=10 * INCH_MM,
        may_be_level=True,
    ),
    Output(
        "book_jacket",
        _("Author picture"),
        *(2000, 3000, None, "JPG or TIFF", "C4 S42a S42b"),
        rule=_("300 ppi, with written permission and credit; the publisher makes the CMYK"),
        print_long_side_mm=10 * INCH_MM,
    ),
    Output(
        "lifestyle_advert",
        _("Full page of A4 with 3 mm bleed"),
        *(2551, 3579, None, "JPG or TIFF", "C4 GK calc"),
        rule=_("300 ppi; the printer makes the CMYK"),
        print_long_side_mm=303,
    ),
    Output(
        "fashion_advert",
        _("Full page of A4 with 3 mm bleed"),
        *(2551, 3579, None, "JPG or TIFF", "C4 GK calc"),
        rule=_("300 ppi; the printer makes the CMYK"),
        print_long_side_mm=303,
    ),
    Output(
        "poster",
        _("Poster of 24×36 in"),
        *(3600, 5400, None, "JPG or TIFF", "C4 S40a"),
        rule=_("150 ppi, empty space for title and date"),
        print_long_side_mm=36 * INCH_MM,
    ),
)

WALL_PPI = 150
READING_PPI = 300
LARGEST_READ_IN = 10
"""Prints up to 8×10 in are held in the hand; people step close to larger ones too (C4)."""

VIEWED_DIAGONALS = 1.5


@dataclass(frozen=True, slots=True)
class PrintSize:
    """A paper size in inches, short side first, and the least pixels that one lab accepts."""

    short_in: int
    long_in: int
    lab_least_px: tuple[int, int]
    source: str = "C4 S40a S40b S40c"
    checked_on: date = CARRIED_OVER

    @property
    def viewed_from_mm(self) -> float:
        """One and a half diagonals: the whole print in view (S40a)."""
        return VIEWED_DIAGONALS * math.hypot(self.short_in, self.long_in) * INCH_MM

    @property
    def needed_ppi(self) -> float:
        """What the eye resolves from there (S40b)."""
        return print_ppi(self.viewed_from_mm)

    @property
    def promised_ppi(self) -> int:
        """300 for what is read in the hand, 150 for the wall (C4)."""
        return READING_PPI if self.long_in <= LARGEST_READ_IN else WALL_PPI

    def pixels_at(self, ppi: float) -> tuple[float, float]:
        """Short and long side in pixels."""
        return self.short_in * ppi, self.long_in * ppi


PRINT_SIZES = (
    PrintSize(5, 7, (750, 1050)),
    PrintSize(8, 10, (1000, 1250)),
    PrintSize(11, 14, (1100, 1400)),
    PrintSize(16, 20, (1600, 2000)),
    PrintSize(20, 30, (1500, 2250)),
    PrintSize(24, 36, (1800, 2700)),
    PrintSize(30, 40, (2250, 3000)),
)
"""From the smallest to the largest (C4)."""


def largest_print(width_px: float, height_px: float) -> PrintSize | None:
    """The largest size that a file of these sides fills as promised; None for none at all."""
    short_px, long_px = sorted((width_px, height_px))
    return max(
        (size for size in PRINT_SIZES if _fills(size, short_px, long_px)),
        key=lambda size: size.long_in,
        default=None,
    )


def _fills(size: PrintSize, short_px: float, long_px: float) -> bool:
    short_needed_px, long_needed_px = size.pixels_at(size.promised_ppi)
    return short_px >= short_needed_px and long_px >= long_needed_px
