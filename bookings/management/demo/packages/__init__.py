"""The demo studio's packages and add-ons.

Durations, looks and finals lie within the ranges of the trade (table E1 of the knowledge,
carried over on 2026-11-21); prices are plausible for a European town. Minor units are euro
cents; a package's minutes and price are those of its smallest number of people.
"""

from typing import Any

from bookings.management.demo.packages.add_ons import ADD_ONS
from bookings.management.demo.packages.documents import DOCUMENTS
from bookings.management.demo.packages.headshots import SINGLE_HEADSHOTS
from bookings.management.demo.packages.portraits import SINGLE_PORTRAITS
from bookings.management.demo.packages.several import SEVERAL_PEOPLE

__all__ = ["ADD_ONS", "PACKAGES"]

PACKAGES: list[dict[str, Any]] = [
    *({"kind": "headshot", "format": "single", **package} for package in SINGLE_HEADSHOTS),
    *({"kind": "portrait", "format": "single", **package} for package in SINGLE_PORTRAITS),
    *SEVERAL_PEOPLE,
    *DOCUMENTS,
]
