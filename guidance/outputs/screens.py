"""Files for screens (table C1), and what the platforms that show them accept."""

from __future__ import annotations

from dataclasses import dataclass

from guidance.outputs.output import Output
from guidance.texts import gettext_noop as _

AVATAR = (0.60, 0.60)
LOOSE_AVATAR = (0.50, 0.60)
ABOUT_PAGE = (0.40, 0.50)

# One row of the table: use, name; width, height, head share, file format, source.
SCREEN_ROWS = (
    Output(
        "online_profile",
        _("Work profile, LinkedIn and the like"),
        *(800, 800, AVATAR, "JPG", "C1 S26a S26b"),
        most_kb=8_000,
        circle=True,
    ),
    Output(
        "social_profile",
        _("Profile picture for X, Facebook and Instagram"),
        *(800, 800, LOOSE_AVATAR, "JPG", "C1 S27a S27b S27c S27d"),
        most_kb=2_000,
        circle=True,
    ),
    Output(
        "business_card",
        _("Picture beside an e-mail signature, shown at 100 px"),
        *(300, 300, AVATAR, "JPG", "C1 GK"),
        most_kb=50,
    ),
    Output("about_page", _("About page"), *(1200, 1500, ABOUT_PAGE, "JPG or WebP", "C1 GK")),
    Output(
        "about_page",
        _("Banner of the about page"),
        *(1600, 900, None, "JPG or WebP", "C1 GK"),
        rule=_("empty space beside the person"),
    ),
    Output(
        "service_advert",
        _("Advert on a page"),
        *(1600, 900, None, "JPG", "C1 GK"),
        rule=_("empty space for the words"),
    ),
    Output("social_post", _("Feed post, upright"), *(1080, 1350, None, "JPG", "C1 S27b")),
    Output("social_post", _("Feed post, square"), *(1080, 1080, None, "JPG", "C1 S27b")),
    Output(
        "editorial",
        _("Press picture, upright"),
        *(2000, 3000, None, "JPG", "C1 S41a S41b"),
        rule=_("in colour, caption and credit embedded"),
    ),
    Output(
        "editorial",
        _("Press picture, landscape"),
        *(3000, 2000, None, "JPG", "C1 S41a S41c"),
        rule=_("in colour, caption and credit embedded"),
    ),
    Output(
        "blog_article",
        _("Picture beside an article"),
        *(1600, 900, None, "JPG", "C1 GK"),
        rule=_("empty space for a headline"),
    ),
    Output(
        "website_banner",
        _("Website banner"),
        *(1600, 900, None, "JPG or WebP", "C1 GK"),
        rule=_("empty space beside the person"),
    ),
    Output(
        "personal_brand",
        _("Website’s first screen"),
        *(1600, 900, None, "JPG or WebP", "C1 GK"),
        rule=_("empty space beside the person"),
    ),
    Output(
        "personal_brand",
        _("About page and posts"),
        *(1200, 1500, ABOUT_PAGE, "JPG", "C1 GK"),
    ),
    Output(
        "personal_brand",
        _("Profile picture"),
        *(800, 800, AVATAR, "JPG", "C1 S26b S27c"),
        most_kb=2_000,
        circle=True,
    ),
)

WITHOUT_USE = (
    Output(
        "print",
        _("The whole frame for print"),
        *(4000, 6000, None, "JPG", "E3"),
        may_be_level=True,
        whole_frame=True,
        full_size=True,
    ),
    Output(
        "web",
        _("The whole frame for screens"),
        *(1365, 2048, None, "JPG", "E3"),
        may_be_level=True,
        whole_frame=True,
    ),
)
"""Due where no use was named."""


@dataclass(frozen=True, slots=True)
class Platform:
    """What one site takes as a profile picture; `shown_px` is the side it shows at most.

    `most_kb` is None where no limit was found; `least_px` is the least that looks right there.
    """

    name: str
    use: str
    least_px: int
    most_px: tuple[int, int] | None
    shown_px: int
    head_share: tuple[float, float]
    most_kb: int | None
    source: str


PLATFORMS = (
    Platform("LinkedIn", "online_profile", 400, (7680, 4320), 400, AVATAR, 8_000, "C1 S26a S26b"),
    Platform("X", "social_profile", 400, None, 400, LOOSE_AVATAR, 2_000, "C1 S27a S27c"),
    Platform("Facebook", "social_profile", 320, None, 176, LOOSE_AVATAR, None, "C1 S27a S27b"),
    Platform("Instagram", "social_profile", 320, None, 150, (0.50, 0.65), None, "C1 S27a S27d"),
)
"""Each is served by the one square of its use."""
