"""Portraits of one person."""

from typing import Any

from guidance.vocabulary import STYLES, Kind

PORTRAIT_STYLES = [style.value for style in STYLES[Kind.PORTRAIT]]

SINGLE_PORTRAITS: list[dict[str, Any]] = [
    {
        "slug": "classic-portrait",
        "name": "Classic portrait",
        "summary": "A portrait to hang, to give, or to keep: you, in light that suits you.",
        "description": "An hour, two set-ups, from close to full figure if you like. We print "
        "from the files up to any wall size.",
        "styles": ["classic"],
        "duration_minutes": 60,
        "price_minor": 21000,
        "looks": 2,
        "finals": 6,
        "min_room_length_m": "5.50",
    },
    {
        "slug": "author-portrait",
        "name": "Author portrait",
        "summary": "For the jacket, the programme and the press, with a headshot crop.",
        "description": "Window light or one lamp, a place to sit, and time to talk about the "
        "book. Files in the sizes publishers ask for, in colour and ready for black and white.",
        "styles": ["author", "editorial"],
        "duration_minutes": 90,
        "price_minor": 29500,
        "looks": 2,
        "finals": 5,
        "min_room_length_m": "4.50",
    },
    {
        "slug": "editorial-portrait",
        "name": "Editorial portrait on location",
        "summary": "You in your place, for an article about you, with a byline crop.",
        "description": "We come to where you work. Two hours, the place in focus with you, "
        "upright and landscape, captioned for the picture desk.",
        "styles": ["editorial", "author"],
        "duration_minutes": 120,
        "price_minor": 42000,
        "finals": 6,
        "on_location": True,
    },
    {
        "slug": "lifestyle-portrait",
        "name": "Lifestyle portrait on location",
        "summary": "Pictures of a way of living, for a brand, a campaign or yourself.",
        "description": "Half a morning outdoors or in a place that matters, moving rather than "
        "posing, with pictures that leave room for words.",
        "styles": ["lifestyle", "classic"],
        "duration_minutes": 150,
        "price_minor": 46000,
        "looks": 2,
        "finals": 10,
        "on_location": True,
    },
    {
        "slug": "fashion-portrait",
        "name": "Fashion portrait",
        "summary": "The whole figure and what it wears, for magazines and advertising.",
        "description": "Three hours in the long room, three outfits, steaming and styling time "
        "included.",
        "styles": ["fashion"],
        "duration_minutes": 180,
        "price_minor": 62000,
        "looks": 3,
        "finals": 8,
        "min_room_length_m": "6.00",
    },
    {
        "slug": "performance-portrait",
        "name": "Performance portrait",
        "summary": "For posters and programmes: you with your instrument, on a stage of light.",
        "description": "Two hours with your instrument or props, pictures that leave room for "
        "the title, and one that works at stamp size.",
        "styles": ["performance"],
        "duration_minutes": 120,
        "price_minor": 34000,
        "looks": 2,
        "finals": 6,
        "min_room_length_m": "5.50",
    },
    {
        "slug": "brand-portrait",
        "name": "Brand portrait",
        "summary": "Wide, warm pictures of you at work, for your site's first screen.",
        "description": "Two hours for people whose name is the brand: banners with space for "
        "words, pictures of you doing what you do.",
        "styles": ["brand"],
        "duration_minutes": 120,
        "price_minor": 36000,
        "looks": 3,
        "finals": 10,
        "min_room_length_m": "5.50",
    },
    {
        "slug": "portrait-and-headshot",
        "name": "Portrait and headshot, combined",
        "summary": "Portraits that tell your story, and the headshot that goes with them.",
        "description": "Two and a half hours: the headshot first, then portraits from close to "
        "full figure. One visit, everything a site, a profile and a magazine will ask you for.",
        "styles": PORTRAIT_STYLES,
        "also_kind": "headshot",
        "duration_minutes": 150,
        "price_minor": 54000,
        "looks": 4,
        "finals": 14,
        "min_room_length_m": "5.50",
    },
]
