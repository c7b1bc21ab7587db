"""Claims 1 to 43: an explainer that contrasts headshots and portraits on five axes."""

from __future__ import annotations

from typing import Final

from guidance.claim import Claim, claim
from guidance.texts import gettext_noop

FILE: Final = "000_fc21de2ccfbe84ab.txt"

DIFFERENCES: Final[tuple[Claim, ...]] = (
    claim(
        1,
        FILE,
        "DEF",
        "vocabulary",
        gettext_noop("A headshot and a portrait are two different things."),
    ),
    claim(
        2,
        FILE,
        "ROUTE DEF",
        "uses",
        gettext_noop("What the pictures are for is what mainly tells the two apart."),
    ),
    claim(
        3,
        FILE,
        "DEF ROUTE",
        "story",
        gettext_noop("A portrait describes a person and tells a story about them."),
    ),
    claim(
        4,
        FILE,
        "DEF ROUTE",
        "occasion",
        gettext_noop("A headshot is made for official, businesslike purposes."),
    ),
    claim(5, FILE, "BIZ ROUTE", "uses", gettext_noop("A headshot serves on business cards.")),
    claim(6, FILE, "BIZ ROUTE", "uses", gettext_noop("A headshot serves in advertisements.")),
    claim(
        7,
        FILE,
        "BIZ ROUTE",
        "uses casting_market",
        gettext_noop("A headshot serves for auditions."),
    ),
    claim(
        8, FILE, "BIZ ROUTE", "uses", gettext_noop("A headshot serves on identification badges.")
    ),
    claim(
        9,
        FILE,
        "BIZ ROUTE",
        "uses",
        gettext_noop("A headshot serves as the picture of an online profile."),
    ),
    claim(
        10,
        FILE,
        "BIZ ROUTE",
        "uses",
        gettext_noop("A headshot serves as the profile picture on social networks."),
    ),
    claim(
        11,
        FILE,
        "BIZ ROUTE",
        "uses",
        gettext_noop("A headshot serves for other kinds of identification."),
    ),
    claim(
        12,
        FILE,
        "BIZ ROUTE",
        "uses deliverables",
        gettext_noop("A portrait serves as framed art on the wall."),
    ),
    claim(
        13,
        FILE,
        "BIZ ROUTE",
        "uses",
        gettext_noop("A portrait goes with an article or a news story about the person."),
    ),
    claim(
        14, FILE, "BIZ ROUTE", "uses", gettext_noop("A portrait serves in lifestyle commercials.")
    ),
    claim(15, FILE, "BIZ ROUTE", "uses", gettext_noop("A portrait serves on book jackets.")),
    claim(16, FILE, "BIZ ROUTE", "uses", gettext_noop("A portrait serves in blog posts.")),
    claim(
        17,
        FILE,
        "BIZ ROUTE",
        "uses",
        gettext_noop("A portrait serves in posts on social networks."),
    ),
    claim(
        18,
        FILE,
        "DEF ROUTE",
        "story",
        gettext_noop("A portrait tells more about a person than a headshot does."),
    ),
    claim(
        19,
        FILE,
        "META",
        "provenance",
        gettext_noop(
            "The article compares people, framing, atmosphere, setting and creative room."
        ),
    ),
    claim(
        20,
        FILE,
        "DEF ROUTE",
        "people_in_frame people_total",
        gettext_noop("A headshot mostly shows one person."),
    ),
    claim(
        21,
        FILE,
        "DEF ROUTE",
        "people_in_frame",
        gettext_noop("A portrait can show several people."),
    ),
    claim(
        22,
        FILE,
        "DEF BRIEF",
        "framing",
        gettext_noop("A headshot puts its weight on the face and the head."),
    ),
    claim(
        23,
        FILE,
        "BRIEF DEF",
        "framing",
        gettext_noop("Most headshots are closely cropped to head and shoulders."),
    ),
    claim(
        24, FILE, "BRIEF ROUTE", "framing", gettext_noop("A portrait may be framed more loosely.")
    ),
    claim(
        25,
        FILE,
        "BRIEF ROUTE",
        "framing",
        gettext_noop(
            "A portrait may show head and shoulders, chest and arms, or the whole figure."
        ),
    ),
    claim(26, FILE, "DEF", "mood", gettext_noop("The two differ in atmosphere.")),
    claim(
        27,
        FILE,
        "BRIEF ROUTE",
        "mood light",
        gettext_noop("Headshots are mostly bright and well lit."),
    ),
    claim(28, FILE, "BRIEF ROUTE", "mood expression", gettext_noop("Headshots feel professional.")),
    claim(
        29,
        FILE,
        "BRIEF DEF",
        "mood expression",
        gettext_noop("A headshot is not meant to stir strong feelings."),
    ),
    claim(
        30, FILE, "BRIEF ROUTE", "mood expression", gettext_noop("A portrait may carry emotion.")
    ),
    claim(
        31,
        FILE,
        "BRIEF",
        "mood expression",
        gettext_noop("Joy, grief, contentment, excitement or melancholy can be in a portrait."),
    ),
    claim(32, FILE, "DEF", "background place", gettext_noop("The two differ in their setting.")),
    claim(
        33,
        FILE,
        "BRIEF ROUTE",
        "background",
        gettext_noop("Many headshots have a plain background."),
    ),
    claim(
        34,
        FILE,
        "BRIEF",
        "background framing",
        gettext_noop("In many headshots the crop leaves the surroundings out."),
    ),
    claim(
        35,
        FILE,
        "BRIEF ROUTE",
        "background place",
        gettext_noop("In a portrait the surroundings can be essential."),
    ),
    claim(
        36,
        FILE,
        "DEF",
        "creative",
        gettext_noop("The two differ in the room they leave for ideas."),
    ),
    claim(
        37,
        FILE,
        "ROUTE DEF",
        "creative",
        gettext_noop("A photographer has more artistic freedom in a portrait than in a headshot."),
    ),
    claim(
        38,
        FILE,
        "BRIEF",
        "creative light",
        gettext_noop("Light is one of the means of a portrait."),
    ),
    claim(
        39, FILE, "BRIEF", "creative pose", gettext_noop("Pose is one of the means of a portrait.")
    ),
    claim(
        40,
        FILE,
        "BRIEF",
        "creative colour",
        gettext_noop("Colour is one of the means of a portrait."),
    ),
    claim(
        41,
        FILE,
        "BRIEF WARD",
        "creative clothes wardrobe",
        gettext_noop("Clothes are one of the means of a portrait."),
    ),
    claim(
        42,
        FILE,
        "BRIEF ROUTE",
        "creative props",
        gettext_noop("Props are one of the means of a portrait."),
    ),
    claim(
        43,
        FILE,
        "BRIEF",
        "creative background",
        gettext_noop("The background is one of the means of a portrait."),
    ),
)
