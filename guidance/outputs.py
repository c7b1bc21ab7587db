"""What is delivered for each use, casting service and identity document (section C).

Sizes and rules of platforms, services and authorities change: each row says when it was last
checked and against what. Whether one frame can serve several rows is arithmetic (A5).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from guidance.texts import Text, text
from guidance.texts import gettext_noop as _

CARRIED_OVER = date(2026, 11, 21)
"""The day on which these rows were taken over from the tables of section C."""

INCH_MM = 25.4


@dataclass(frozen=True, slots=True)
class Deliverable:
    """One file that is due; `head_share` is chin to crown over the height, None where free."""

    use: str
    width_px: int
    height_px: int
    head_share: float | None
    file_format: str
    note: Text


@dataclass(frozen=True, slots=True)
class Output:
    """One row of section C; `head_share` gives the least and the most, as shares of the height.

    `print_long_side_mm` is set where the file is for a print of that size; `may_be_level` where
    the print hangs either way.
    """

    use: str
    name: str
    width_px: int
    height_px: int
    head_share: tuple[float, float] | None
    file_format: str
    source: str
    print_long_side_mm: float | None = None
    may_be_level: bool = False
    checked_on: date = CARRIED_OVER

    def turned(self) -> Output:
        """Level instead of upright, as a group is taken, where the print hangs either way."""
        if not self.may_be_level:
            return self
        return replace(self, width_px=self.height_px, height_px=self.width_px)

    def due(self) -> Deliverable:
        """The file to deliver, aimed at the middle of the allowed head sizes."""
        share = None if self.head_share is None else round(sum(self.head_share) / 2, 3)
        note = text(
            _("{what} (checked {checked_on})"),
            source=self.source,
            what=text(self.name),
            checked_on=self.checked_on.isoformat(),
        )
        return Deliverable(self.use, self.width_px, self.height_px, share, self.file_format, note)


AVATAR = (0.60, 0.60)
LOOSE_AVATAR = (0.50, 0.60)

# One row of the table on one line: width, height, head share, file format, source.
_USE_ROWS = (
    Output(
        "business_card",
        _("Business card panel of 25×35 mm at 300 ppi with reserve; RGB with its profile"),
        *(600, 825, None, "JPG", "C4 GK"),
        print_long_side_mm=35,
    ),
    Output(
        "id_badge",
        _("Badge of 1×1.25 in at 300 ppi, or the size that the employer’s system asks for"),
        *(300, 375, (0.60, 0.70), "JPG", "C1 C4 S39a S39c"),
        print_long_side_mm=1.25 * INCH_MM,
    ),
    Output(
        "online_profile",
        _("Professional profile: square, shown as a circle, at most 8 MB, sRGB"),
        *(800, 800, AVATAR, "JPG", "C1 S26a S26b"),
    ),
    Output(
        "social_profile",
        _("Social profile picture: square, shown as a circle, at most 2 MB, sRGB"),
        *(800, 800, LOOSE_AVATAR, "JPG", "C1 S27a S27c S27d"),
    ),
    Output(
        "about_page",
        _("About page: upright 4:5, sRGB"),
        *(1200, 1500, (0.40, 0.50), "JPG", "C1 GK"),
    ),
    Output(
        "about_page",
        _("About page: banner with empty space beside the face, sRGB"),
        *(1600, 900, None, "JPG", "C1 GK"),
    ),
    Output(
        "service_advert",
        _("Advert for a person’s own service: upright 4:5 at print size, sRGB"),
        *(2400, 3000, None, "JPG", "C4 GK"),
        print_long_side_mm=10 * INCH_MM,
    ),
    Output(
        "service_advert",
        _("Advert on a page: banner with empty space for the words, sRGB"),
        *(1600, 900, None, "JPG", "C1 GK"),
    ),
    Output(
        "casting",
        _("Casting print of 8×10 in at 300 ppi: upright, colour, no border, no watermark"),
        *(2400, 3000, (0.40, 0.50), "JPG", "C2 S42c"),
        print_long_side_mm=10 * INCH_MM,
    ),
    Output(
        "casting",
        _("Casting sites: 5:7 at twice the size they show"),
        *(1000, 1400, (0.40, 0.50), "JPG", "C2 S28"),
    ),
    Output(
        "casting",
        _("Casting sites: square thumbnail"),
        *(800, 800, AVATAR, "JPG", "C2 S26b"),
    ),
    Output(
        "wall_art",
        _("Wall print up to 24×36 in at 150 ppi, seen close up; smaller frames crop from it"),
        *(3600, 5400, None, "JPG", "C4 S40a S40d"),
        print_long_side_mm=36 * INCH_MM,
        may_be_level=True,
    ),
    Output(
        "gift",
        _("Print of 8×10 in at 300 ppi: show the client the 4:5 crop before it is ordered"),
        *(2400, 3000, None, "JPG", "C4 S40c S40e"),
        print_long_side_mm=10 * INCH_MM,
        may_be_level=True,
    ),
    Output("social_post", _("Feed post: upright 4:5"), *(1080, 1350, None, "JPG", "C1 S27b")),
    Output("social_post", _("Feed post: square"), *(1080, 1080, None, "JPG", "C1 S27b")),
    Output(
        "book_jacket",
        _("Author picture at 300 ppi with written permission and credit; CMYK by the publisher"),
        *(2000, 3000, None, "JPG or TIFF", "C4 S42a S42b"),
        print_long_side_mm=10 * INCH_MM,
    ),
    Output(
        "editorial",
        _("Press picture, upright: colour, caption and credit embedded"),
        *(2000, 3000, None, "JPG", "C1 S41a S41b"),
    ),
    Output(
        "editorial",
        _("Press picture, landscape: colour, caption and credit embedded"),
        *(3000, 2000, None, "JPG", "C1 S41a S41c"),
    ),
    Output(
        "blog_article",
        _("Article picture: landscape with empty space for a headline"),
        *(1600, 900, None, "JPG", "C1 GK"),
    ),
    Output(
        "lifestyle_advert",
        _("Full page of A4 with 3 mm bleed at 300 ppi; RGB with its profile"),
        *(2551, 3579, None, "JPG or TIFF", "C4 GK calc"),
        print_long_side_mm=303,
    ),
    Output(
        "fashion_advert",
        _("Full page of A4 with 3 mm bleed at 300 ppi; RGB with its profile"),
        *(2551, 3579, None, "JPG or TIFF", "C4 GK calc"),
        print_long_side_mm=303,
    ),
    Output(
        "poster",
        _("Poster of 24×36 in at 150 ppi with empty space for title and date"),
        *(3600, 5400, None, "JPG or TIFF", "C4 S40a"),
        print_long_side_mm=36 * INCH_MM,
    ),
    Output(
        "website_banner",
        _("Website banner with empty space beside the person, sRGB"),
        *(1600, 900, None, "JPG", "C1 GK"),
    ),
    Output(
        "personal_brand",
        _("Website hero: banner with empty space beside the person, sRGB"),
        *(1600, 900, None, "JPG", "C1 GK"),
    ),
    Output(
        "personal_brand",
        _("About page and posts: upright 4:5, sRGB"),
        *(1200, 1500, (0.40, 0.50), "JPG", "C1 GK"),
    ),
    Output(
        "personal_brand",
        _("Profile picture: square, shown as a circle, sRGB"),
        *(800, 800, AVATAR, "JPG", "C1 S26b"),
    ),
    Output(
        "identity_document",
        _("Passport or visa after ICAO: 35×45 mm at 600 ppi, head 31.5 to 36 mm"),
        *(827, 1063, (0.70, 0.80), "JPG", "C3 S38a S38b"),
        print_long_side_mm=45,
    ),
    Output(
        "identity_document",
        _("Schengen visa: 35×45 mm at 600 ppi, head 32 to 36 mm"),
        *(827, 1063, (0.71, 0.80), "JPG", "C3 S37a S37b"),
        print_long_side_mm=45,
    ),
    Output(
        "identity_document",
        _("UK passport, online: head, shoulders and upper body, uncropped, 50 KB to 10 MB"),
        *(1200, 1500, None, "JPG", "C3 S36a S36c"),
    ),
    Output(
        "identity_document",
        _("UK passport, printed: 35×45 mm at 600 ppi, head 29 to 34 mm"),
        *(827, 1063, (0.64, 0.76), "JPG", "C3 S36b"),
        print_long_side_mm=45,
    ),
    Output(
        "identity_document",
        _("US passport or visa: 2×2 in, eyes 56 to 69 % up, at most 240 KB, white ground"),
        *(1200, 1200, (0.50, 0.69), "JPG", "C3 S35a S35b S35e"),
        print_long_side_mm=51,
    ),
)

_SERVICE_ROWS = {
    "spotlight": Output(
        "casting",
        _("Spotlight: 10×8 upright, no watermark, border or embedded credit, no hats or props"),
        *(2400, 3000, (0.40, 0.50), "JPG", "C2 S29"),
    ),
    "actors_access": Output(
        "casting",
        _("Actors Access: 5:7, tagged commercial, theatrical or other; two slots are free"),
        *(500, 700, (0.40, 0.50), "JPG", "C2 S28"),
    ),
    "backstage": Output(
        "casting",
        _("Backstage: JPEG, PNG or GIF; under 16 with the parents’ consent form"),
        *(2400, 3000, (0.40, 0.50), "JPG", "C2 S33"),
    ),
    "casting_workbook": Output(
        "casting",
        _("Casting Workbook: at most 6 MB and 4000 px a side, cropped to 8×10"),
        *(2400, 3000, (0.40, 0.50), "JPG", "C2 S30"),
    ),
    "casting_networks": Output(
        "casting",
        _("Casting Networks: JPG, PNG or GIF"),
        *(2400, 3000, (0.40, 0.50), "JPG", "C2 S31"),
    ),
    "central_casting": Output(
        "casting",
        _("Central Casting: from the shoulders up, neutral face, plain light ground, unretouched"),
        *(2400, 3000, (0.40, 0.50), "JPG", "C2 S32"),
    ),
}

_FULL_LENGTH = Output(
    "casting",
    _("Central Casting: full length on a plain light ground, unretouched"),
    *(2400, 3000, None, "JPG", "C2 S32"),
)

_WITHOUT_USE = (
    Output("print", _("The whole frame at full size, sRGB"), 4000, 6000, None, "JPG", "E3"),
    Output("web", _("The whole frame for screens, sRGB"), 1365, 2048, None, "JPG", "E3"),
)

OUTPUTS: Mapping[str, tuple[Output, ...]] = MappingProxyType(
    {
        use: tuple(row for row in _USE_ROWS if row.use == use)
        for use in dict.fromkeys(row.use for row in _USE_ROWS)
    }
)
"""Rows by the questionnaire's word for the use (C1, C3, C4)."""

CASTING_SERVICES: Mapping[str, tuple[Output, ...]] = MappingProxyType(
    {
        service: (row, _FULL_LENGTH) if service == "central_casting" else (row,)
        for service, row in _SERVICE_ROWS.items()
    }
)
"""Rows by the questionnaire's word for the casting service (C2)."""


def outputs_due(uses: Sequence[str], casting_services: Iterable[str] = ()) -> tuple[Output, ...]:
    """The rows for these uses in their order, each once; two general sizes where there are none.

    KeyError for a use or a service without rows.
    """
    rows = [row for use in uses for row in OUTPUTS[use]]
    rows += [row for service in casting_services for row in CASTING_SERVICES[service]]
    return tuple(dict.fromkeys(rows)) or _WITHOUT_USE


def largest_print_mm(rows: Iterable[Output]) -> float:
    """Long side of the largest print among the rows, 0 where all are for screens."""
    return max((row.print_long_side_mm or 0.0 for row in rows), default=0.0)
