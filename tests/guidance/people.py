"""The people of the routing examples: their answers, and what they should be recommended.

P8, "social media" without a word more, is no acceptable answer and therefore not among them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Expected:
    """What a person is recommended; `also` as (kind, style, served_by, uses)."""

    kind: str
    style: str
    format: str
    claims: frozenset[int]
    also: tuple[tuple[str, str, str, tuple[str, ...]], ...] = ()
    conflicts: tuple[tuple[str, str | int], ...] = ()


PEOPLE: Mapping[str, dict[str, Any]] = {
    # An accountant, LinkedIn and business card.
    "P1": {
        "uses": ["online_profile", "business_card"],
        "occasion": "work",
        "background": "plain",
    },
    # An actor for stage and television.
    "P2": {"uses": ["casting"], "casting_market": "stage_screen", "mood": ["intense"]},
    # An actor for adverts, smiling.
    "P3": {"uses": ["casting"], "casting_market": "adverts", "mood": ["joy", "warm"]},
    # An actor for both markets.
    "P4": {"uses": ["casting"], "casting_market": "both", "casting_services": ["spotlight"]},
    # A family of five for the living-room wall.
    "P5": {
        "uses": ["wall_art"],
        "occasion": "personal",
        "people_in_frame": 5,
        "people_total": 5,
        "minors": 3,
    },
    # A novelist.
    "P6": {"uses": ["book_jacket"], "framing": "head_shoulders"},
    # A coach: website, posts and avatar.
    "P7": {
        "uses": ["personal_brand", "website_banner", "social_post", "social_profile"],
        "occasion": "work",
        "framing": "full",
    },
    # An avatar, privately.
    "P9": {"uses": ["social_profile"], "occasion": "personal"},
    # Posts from the beach.
    "P10": {
        "uses": ["social_post"],
        "occasion": "personal",
        "background": "recognisable_place",
        "place": "location",
        "place_note": "The beach at low tide",
    },
    # Twelve employees, one by one, for the intranet.
    "P11": {
        "uses": ["online_profile"],
        "occasion": "work",
        "people_in_frame": 1,
        "people_total": 12,
    },
    # The same twelve together for the lobby.
    "P12": {"uses": ["wall_art"], "people_in_frame": 12, "people_total": 12},
    # A chef for a newspaper, in the kitchen.
    "P13": {
        "uses": ["editorial"],
        "occasion": "work",
        "framing": "waist",
        "background": "recognisable_place",
        "place": "location",
        "place_note": "The kitchen of the restaurant",
    },
    # A designer in a magazine's fashion advert.
    "P14": {"uses": ["fashion_advert"], "occasion": "work", "framing": "full"},
    # A consultant in the advert of her own firm.
    "P15": {"uses": ["service_advert"], "occasion": "work"},
    # An outdoor brand.
    "P16": {"uses": ["lifestyle_advert"], "framing": "knees", "place": "location"},
    # A staff badge.
    "P17": {"uses": ["id_badge"], "occasion": "work"},
    # A passport.
    "P18": {"uses": ["identity_document"]},
    # A birthday present for a mother.
    "P19": {
        "uses": ["gift"],
        "occasion": "personal",
        "mood": ["intense"],
        "colour": "bw",
    },
    # Head and shoulders for one's own bedroom wall.
    "P20": {"uses": ["wall_art"], "occasion": "personal", "framing": "head_shoulders"},
    # A lawyer who asks for black and white only.
    "P21": {"uses": ["about_page"], "occasion": "work", "colour": "bw"},
    # A violinist for a concert's poster.
    "P22": {
        "uses": ["poster"],
        "creative": ["props"],
        "creative_note": "My violin, an old one with a dark back",
    },
    # A couple, each of whom needs a profile picture for work.
    "P23": {"uses": ["online_profile"], "people_in_frame": 1, "people_total": 2},
    # A lawyer who ticks everything that suits a portrait.
    "P24": {
        "uses": ["online_profile"],
        "occasion": "work",
        "framing": "full",
        "mood": ["melancholy"],
        "background": "recognisable_place",
        "creative": ["props"],
    },
}

BYLINE = (("headshot", "corporate", "crop", ("editorial",)),)
AUTHOR = (("headshot", "corporate", "crop", ("book_jacket",)),)
AVATAR = (("headshot", "corporate", "combined", ("personal_brand",)),)
AVATAR_TOO = (("headshot", "corporate", "crop", ("social_profile",)),)

EXPECTED: Mapping[str, Expected] = {
    "P1": Expected("headshot", "corporate", "single", frozenset({5, 9, 58, 76})),
    "P2": Expected("headshot", "theatrical", "single", frozenset({7, 64, 66})),
    "P3": Expected("headshot", "commercial", "single", frozenset({67, 70, 71, 72})),
    "P4": Expected("headshot", "two_looks", "single", frozenset({63})),
    "P5": Expected("portrait", "classic", "group", frozenset({12, 21, 48})),
    "P6": Expected("portrait", "author", "single", frozenset({15}), also=AUTHOR),
    "P7": Expected("portrait", "brand", "single", frozenset({60, 78}), also=AVATAR + AVATAR_TOO),
    "P9": Expected("headshot", "personal", "single", frozenset({10})),
    "P10": Expected("portrait", "classic", "single", frozenset({17, 35, 94})),
    "P11": Expected("headshot", "corporate", "series", frozenset({9, 20})),
    "P12": Expected("portrait", "classic", "group", frozenset({12, 21})),
    "P13": Expected(
        "portrait",
        "editorial",
        "single",
        frozenset({13, 35, 84}),
        also=BYLINE,
        conflicts=(("occasion", "work"),),
    ),
    "P14": Expected("portrait", "fashion", "single", frozenset({78})),
    "P15": Expected("headshot", "commercial", "single", frozenset({6, 67, 68})),
    "P16": Expected("portrait", "lifestyle", "single", frozenset({14})),
    "P17": Expected("headshot", "id_badge", "single", frozenset({8})),
    "P18": Expected("document", "document", "single", frozenset({11})),
    "P19": Expected("portrait", "classic", "single", frozenset({30, 80, 94})),
    "P20": Expected("portrait", "classic", "single", frozenset({12, 94})),
    "P21": Expected(
        "headshot",
        "corporate",
        "single",
        frozenset({59, 79, 81, 82}),
        conflicts=(("colour", "bw"),),
    ),
    "P22": Expected("portrait", "performance", "single", frozenset({42, 78})),
    "P23": Expected("headshot", "corporate", "series", frozenset({20, 58})),
    "P24": Expected(
        "headshot",
        "corporate",
        "single",
        frozenset({2, 45, 76}),
        conflicts=(
            ("framing", "full"),
            ("mood", "melancholy"),
            ("background", "recognisable_place"),
            ("creative", "props"),
        ),
    ),
}
