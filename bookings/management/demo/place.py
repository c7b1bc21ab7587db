"""The demo studio's places, rooms, people, kits, hours and closures."""

from datetime import time
from typing import Any

STUDIO: dict[str, Any] = {
    "name": "Marlow Street Studio",
    "tagline": "Headshots and portraits, unhurried, in the middle of town.",
    "email": "hello@marlowstreet.example",
    "phone": "+353 1 555 0148",
    "currency": "EUR",
}

PLACES: list[dict[str, Any]] = [
    {
        "slug": "marlow-street",
        "name": "Marlow Street",
        "address": "14 Marlow Street\nDublin 2\nIreland",
        "directions": "The green door between the bookshop and the cobbler. Ring at Studio; the "
        "lift is behind the stairs.",
        "time_zone": "Europe/Dublin",
        "raster_minutes": 30,
        "is_step_free": True,
    },
    {
        "slug": "berlin-loft",
        "name": "Berlin loft",
        "address": "Lindenufer 7, rear building\n10999 Berlin\nGermany",
        "directions": "Through the gate, across the yard, second floor. There is no lift; tell us "
        "if stairs are difficult and we will meet you at Marlow Street or come to you.",
        "time_zone": "Europe/Berlin",
        "raster_minutes": 30,
        "is_step_free": False,
    },
]

ROOMS: list[dict[str, Any]] = [
    {
        "place": "marlow-street",
        "name": "Long room",
        "length_m": "8.40",
        "width_m": "5.20",
        "height_m": "3.40",
        "max_people": 30,
    },
    {
        "place": "marlow-street",
        "name": "Garden room",
        "length_m": "4.80",
        "width_m": "3.90",
        "height_m": "2.80",
        "max_people": 4,
    },
    {
        "place": "berlin-loft",
        "name": "Loft",
        "length_m": "7.20",
        "width_m": "6.00",
        "height_m": "3.80",
        "max_people": 16,
    },
]

# `skills` are the slugs of the packages a photographer does not offer; hours are
# (weekday, from, until) on the place's wall clock.
PHOTOGRAPHERS: list[dict[str, Any]] = [
    {
        "username": "aoife",
        "role": "owner",
        "email": "aoife@marlowstreet.example",
        "slug": "aoife-brennan",
        "name": "Aoife Brennan",
        "about": "Founded the studio. Actors, authors, and people who say they hate being "
        "photographed.",
        "sensor_format": "full_frame",
        "focal_lengths_mm": [35, 50, 85, 105, 135],
        "does_not_offer": ["lifestyle-portrait", "fashion-portrait", "company-day"],
        "hours": {
            "marlow-street": [
                (0, time(9), time(13)),
                (1, time(9), time(17, 30)),
                (3, time(9), time(17, 30)),
                (4, time(9), time(15)),
            ],
        },
    },
    {
        "username": "jonas",
        "role": "photographer",
        "email": "jonas@marlowstreet.example",
        "slug": "jonas-weber",
        "name": "Jonas Weber",
        "about": "Families, teams and whole companies; two days a week in Berlin.",
        "sensor_format": "aps_c",
        "focal_lengths_mm": [16, 23, 35, 56, 90],
        "does_not_offer": ["fashion-portrait", "author-portrait", "theatrical-headshot"],
        "hours": {
            "berlin-loft": [(0, time(10), time(18)), (1, time(10), time(18))],
            "marlow-street": [
                (3, time(10), time(18)),
                (4, time(10), time(18)),
                (5, time(9, 30), time(16)),
            ],
        },
    },
    {
        "username": "mira",
        "role": "photographer",
        "email": "mira@marlowstreet.example",
        "slug": "mira-okafor",
        "name": "Mira Okafor",
        "about": "Editorial, fashion and stage; likes window light and long conversations.",
        "sensor_format": "medium_44x33",
        "focal_lengths_mm": [45, 63, 80, 110],
        "does_not_offer": ["document-photo", "family-documents", "staff-badge"],
        "hours": {
            "marlow-street": [
                (1, time(12), time(20)),
                (2, time(10), time(18)),
                (5, time(10), time(16)),
            ],
            "berlin-loft": [(3, time(11), time(19))],
        },
    },
]

FRONT_DESK: dict[str, Any] = {
    "username": "desk",
    "role": "front desk",
    "email": "desk@marlowstreet.example",
    "name": "Front desk",
}

# Days from the day of loading: (subject, slug or name, first day, last day, reason).
CLOSURES: list[tuple[str, str, int, int, str]] = [
    ("photographer", "mira-okafor", 9, 11, "Assignment in Lagos"),
    ("room", "Garden room", 16, 16, "Floor being oiled"),
    ("place", "berlin-loft", 24, 27, "Building works in the yard"),
]
# An extra Sunday: (photographer, place, Sundays from now, from, until).
EXTRA_OPENING = ("jonas-weber", "marlow-street", 2, time(11), time(15))
