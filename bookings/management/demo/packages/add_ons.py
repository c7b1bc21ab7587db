"""What can be added to a session."""

from typing import Any

ADD_ONS: list[dict[str, Any]] = [
    {
        "slug": "make-up-artist",
        "name": "Make-up artist",
        "summary": "Thirty minutes with our make-up artist before the session.",
        "price_minor": 9000,
        "extra_minutes": 30,
        "includes_make_up": True,
    },
    {
        "slug": "extra-look",
        "name": "One more look",
        "summary": "Another outfit or background, with its own retouched picture.",
        "price_minor": 5500,
        "extra_minutes": 20,
        "extra_looks": 1,
    },
    {
        "slug": "rush",
        "name": "Rush delivery",
        "summary": "Your pictures within two working days instead of two weeks.",
        "price_minor": 6000,
    },
    {
        "slug": "extra-retouched",
        "name": "One more retouched picture",
        "summary": "A further picture of your choice, retouched like the others.",
        "price_minor": 2500,
    },
    {
        "slug": "black-and-white-set",
        "name": "Black-and-white set",
        "summary": "Your pictures in black and white as well; colour is always included.",
        "price_minor": 3000,
    },
]
