"""Headshots of one person."""

from typing import Any

from guidance.vocabulary import STYLES, Kind

HEADSHOT_STYLES = [style.value for style in STYLES[Kind.HEADSHOT]]

SINGLE_HEADSHOTS: list[dict[str, Any]] = [
    {
        "slug": "profile-picture",
        "name": "Profile picture",
        "summary": "One good, friendly picture of your face, for wherever people meet you first.",
        "description": "Twenty unhurried minutes in front of a plain background. We look at the "
        "pictures together on the screen, you choose one, and we retouch it lightly.",
        "styles": ["personal"],
        "duration_minutes": 20,
        "price_minor": 9500,
        "finals": 1,
        "min_room_length_m": "3.60",
    },
    {
        "slug": "corporate-headshot",
        "name": "Corporate headshot",
        "summary": "A clear, confident headshot for profiles, about pages and business cards.",
        "description": "Half an hour, one outfit, even light that flatters without hiding "
        "anything. You leave having chosen your two pictures; the files come cropped for every "
        "use you named.",
        "styles": ["corporate", "personal"],
        "duration_minutes": 30,
        "price_minor": 14500,
        "finals": 2,
        "min_room_length_m": "3.60",
    },
    {
        "slug": "corporate-headshot-two-outfits",
        "name": "Corporate headshot, two outfits",
        "summary": "The same clear headshot, with and without the jacket, on two backgrounds.",
        "description": "Forty-five minutes give time to change and to try a second background, "
        "for people whose picture has to work in more than one setting.",
        "styles": ["corporate"],
        "duration_minutes": 45,
        "price_minor": 22500,
        "looks": 2,
        "finals": 4,
        "min_room_length_m": "3.60",
    },
    {
        "slug": "commercial-headshot",
        "name": "Commercial headshot",
        "summary": "Warm, bright and awake: a headshot that invites, for adverts and castings.",
        "description": "Bright, even light and real conversation. We work until the smile is "
        "yours, in two outfits, and crop the files for casting services or your own adverts.",
        "styles": ["commercial"],
        "duration_minutes": 60,
        "price_minor": 21000,
        "looks": 2,
        "finals": 3,
        "min_room_length_m": "3.60",
    },
    {
        "slug": "theatrical-headshot",
        "name": "Theatrical headshot",
        "summary": "For stage and screen castings: presence, both eyes alive, nothing put on.",
        "description": "Ninety minutes for actors. Quieter light with some shadow, real feeling, "
        "and time for the moment after the pose. Cropped for the casting services you use.",
        "styles": ["theatrical"],
        "duration_minutes": 90,
        "price_minor": 26000,
        "looks": 2,
        "finals": 4,
        "min_room_length_m": "3.60",
    },
    {
        "slug": "two-look-headshot",
        "name": "Two-look actor's headshot",
        "summary": "Theatrical and commercial in one session, for actors in both markets.",
        "description": "Two hours, three outfits, two ways of lighting. You leave with a set for "
        "each market, cropped for the casting services you use.",
        "styles": ["two_looks", "theatrical", "commercial"],
        "duration_minutes": 120,
        "price_minor": 34500,
        "looks": 3,
        "finals": 6,
        "min_room_length_m": "3.60",
    },
    {
        "slug": "staff-badge",
        "name": "Badge picture",
        "summary": "A relaxed picture for a staff badge or an access system, to its exact size.",
        "description": "Fifteen minutes against a light background, even light, delivered in the "
        "size that your employer's system asks for.",
        "styles": ["id_badge"],
        "duration_minutes": 15,
        "price_minor": 5500,
        "finals": 1,
        "min_room_length_m": "3.60",
    },
    {
        "slug": "headshot-and-portrait",
        "name": "Headshot and portrait, combined",
        "summary": "A headshot for work and a freer portrait, in one visit.",
        "description": "We begin with the headshot, while everything is fresh, and take the rest "
        "of the time for portraits with more room for you and your story.",
        "styles": HEADSHOT_STYLES,
        "also_kind": "portrait",
        "duration_minutes": 120,
        "price_minor": 38500,
        "looks": 3,
        "finals": 8,
        "min_room_length_m": "5.50",
    },
    {
        "slug": "headshot-and-passport",
        "name": "Headshot and passport photo",
        "summary": "A headshot, and a document photo by the book, in one visit.",
        "description": "The document photo follows the authority's rules and is not retouched; "
        "the headshot is made with its own light right after.",
        "styles": HEADSHOT_STYLES,
        "also_kind": "document",
        "duration_minutes": 45,
        "price_minor": 17000,
        "finals": 2,
        "min_room_length_m": "3.60",
    },
]
