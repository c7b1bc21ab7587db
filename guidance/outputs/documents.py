"""Files for identity documents; the authority's rules outrank taste (table C3)."""

from __future__ import annotations

from guidance.outputs.output import Output
from guidance.texts import gettext_noop as _

PASSPORT_MM = 45.0
"""Height of the common print of 35×45 mm."""


def _of_passport(least_mm: float, most_mm: float) -> tuple[float, float]:
    return least_mm / PASSPORT_MM, most_mm / PASSPORT_MM


DOCUMENT_ROWS = (
    Output(
        "identity_document",
        _("Passport or visa after ICAO, 35×45 mm"),
        *(827, 1063, _of_passport(31.5, 36), "JPG", "C3 S38a S38b S38c"),
        rule=_("600 ppi, head 31.5 to 36 mm; the issuing state sets the print size"),
        print_long_side_mm=PASSPORT_MM,
    ),
    Output(
        "identity_document",
        _("Schengen visa, 35×45 mm"),
        *(827, 1063, _of_passport(32, 36), "JPG", "C3 S37a S37b"),
        rule=_("600 ppi, head 32 to 36 mm"),
        print_long_side_mm=PASSPORT_MM,
    ),
    Output(
        "identity_document",
        _("UK passport, online"),
        *(1200, 1500, None, "JPG", "C3 S36a S36c"),
        rule=_("uncropped: head, shoulders and upper body; taken within a month"),
        least_kb=50,
        most_kb=10_000,
    ),
    Output(
        "identity_document",
        _("UK passport, printed, 35×45 mm"),
        *(827, 1063, _of_passport(29, 34), "JPG", "C3 S36b"),
        rule=_("600 ppi, head 29 to 34 mm; plain cream or light grey ground"),
        print_long_side_mm=PASSPORT_MM,
    ),
    Output(
        "identity_document",
        _("US passport or visa, 2×2 in"),
        *(1200, 1200, (0.50, 0.69), "JPG", "C3 S35a S35b S35c S35e"),
        rule=_("24 bit, compressed 20:1 at most, white ground; taken within six months"),
        eye_line=(0.56, 0.69),
        most_kb=240,
        print_long_side_mm=51,
    ),
)
