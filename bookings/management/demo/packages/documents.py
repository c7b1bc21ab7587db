"""Document photos."""

from typing import Any

DOCUMENTS: list[dict[str, Any]] = [
    {
        "slug": "document-photo",
        "name": "Passport or visa photo",
        "summary": "A document photo by the rules of your authority, as print and file.",
        "description": "Fifteen minutes. Even light, plain background, neutral face, checked "
        "against the rules before you leave. Never retouched.",
        "kind": "document",
        "styles": ["document"],
        "format": "single",
        "duration_minutes": 15,
        "price_minor": 3500,
        "buffer_before_minutes": 5,
        "buffer_after_minutes": 5,
        "min_room_length_m": "3.00",
    },
    {
        "slug": "family-documents",
        "name": "Document photos for several people",
        "summary": "Passports for the whole family, one after the other.",
        "description": "Everyone alone in the frame, by the rules of your authority, children "
        "included. As prints and files.",
        "kind": "document",
        "styles": ["document"],
        "format": "series",
        "min_people": 2,
        "max_people": 8,
        "duration_minutes": 25,
        "minutes_per_extra_person": 10,
        "price_minor": 6000,
        "price_per_extra_person_minor": 2000,
        "buffer_before_minutes": 5,
        "buffer_after_minutes": 5,
        "min_room_length_m": "3.00",
    },
]
