"""Which packages answer a recommendation, nearest first, then by price."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bookings.catalogue.models import Package, Studio
from bookings.catalogue.pricing import Quote, quote
from guidance.routing import Recommendation
from guidance.vocabulary import Background, Format, Place

# How far a package may be from what was recommended. Kind, format and people always fit.
ANOTHER_STYLE = 4
NEED_UNSERVED = 2
COMBINED_UNASKED = 1
ANOTHER_SETTING = 1


@dataclass(frozen=True, slots=True)
class Match:
    """A package that could serve the recommendation, how far it is from it, and its price."""

    package: Package
    distance: int
    quote: Quote

    @property
    def fits_exactly(self) -> bool:
        """Whether the package gives all that was recommended and nothing that was not."""
        return self.distance == 0


def matches(
    recommendation: Recommendation,
    packages: Iterable[Package],
    studio: Studio,
    *,
    on_location: bool | None = None,
) -> list[Match]:
    """The packages on offer that fit `recommendation`, the best first; none may fit.

    `on_location` is the client's wish where they have one (:func:`wish_for_location`).
    """
    people = people_of(recommendation)
    found = [
        Match(
            package,
            distance(package, recommendation) + _setting_missed(package, on_location=on_location),
            price(package, people, studio),
        )
        for package in packages
        if fits(package, recommendation, people)
    ]
    return sorted(found, key=lambda m: (m.distance, m.quote.total_minor, m.package.position))


def wish_for_location(answers: Mapping[str, Any]) -> bool | None:
    """Whether the client wants to be photographed away from the studio; None where unsaid."""
    place = answers.get("place")
    if place in (Place.STUDIO, Place.LOCATION):
        return bool(place == Place.LOCATION)
    return True if answers.get("background") == Background.RECOGNISABLE_PLACE else None


def people_of(recommendation: Recommendation) -> int:
    """How many people the session is for: those in the frame of a group, else all of them."""
    people = recommendation.people
    return people.in_frame if recommendation.format == Format.GROUP else people.total


def people_booked(package: Package, people: int) -> int | None:
    """How many people a booking of `package` would be for; None where it can't take them all."""
    return people if package.min_people <= people <= package.max_people else None


def fits(package: Package, recommendation: Recommendation, people: int) -> bool:
    """Whether `package` is of the kind and format recommended, and for so many people."""
    return (
        package.kind == recommendation.kind
        and package.format == recommendation.format
        and package.min_people <= people <= package.max_people
    )


def distance(package: Package, recommendation: Recommendation) -> int:
    """How far `package` is from `recommendation`; 0 is exactly it."""
    steps = 0
    if recommendation.style not in package.styles:
        steps += ANOTHER_STYLE
    wanted = {also.kind for also in recommendation.also if also.served_by == "combined"}
    if wanted and package.also_kind not in wanted:
        steps += NEED_UNSERVED
    if package.is_combined and package.also_kind not in wanted:
        steps += COMBINED_UNASKED
    return steps


def _setting_missed(package: Package, *, on_location: bool | None) -> int:
    is_missed = on_location is not None and package.on_location != on_location
    return ANOTHER_SETTING if is_missed else 0


def price(package: Package, people: int, studio: Studio) -> Quote:
    """What `package` costs for `people`, without add-ons."""
    return quote(
        package,
        people,
        (),
        currency=studio.currency,
        deposit_percent=studio.deposit_percent,
    )
