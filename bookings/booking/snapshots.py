"""What is frozen on a booking: the package as sold, the questions and answers as they read."""

from collections.abc import Sequence
from typing import Any

from bookings.booking.models import Enquiry
from bookings.booking.policy import Policy, Tier
from bookings.catalogue.models import AddOn, Package, Studio
from guidance.questionnaire import in_words, parse


def policy_of(studio: Studio) -> Policy:
    """The studio's rules as they are today."""
    return Policy(
        deposit_percent=studio.deposit_percent,
        free_change_hours=studio.free_change_hours,
        late_arrival_minutes=studio.late_arrival_minutes,
        most_moves=studio.most_moves,
        tiers=tuple(Tier(row.hours_before, row.percent) for row in studio.fee_tiers.all()),
    )


def package_as_sold(
    package: Package, minutes: int, add_ons: Sequence[AddOn] = ()
) -> dict[str, Any]:
    """The package's words and numbers on the day of the sale, with what was added to it.

    `minutes` is the whole session; looks and artist count what the add-ons bring.
    """
    return {
        "slug": package.slug,
        "name": package.name,
        "summary": package.summary,
        "kind": package.kind,
        "styles": package.styles,
        "format": package.format,
        "minutes": minutes,
        "minutes_per_person": package.minutes_per_extra_person,
        "looks": package.looks + sum(add_on.extra_looks for add_on in add_ons),
        "has_make_up": any(add_on.includes_make_up for add_on in add_ons),
        "finals": package.finals,
        "finals_are_per_person": package.finals_are_per_person,
        "on_location": package.on_location,
    }


def answers_in_words(enquiry: Enquiry) -> list[dict[str, Any]]:
    """Each question with its answer as the client read them; care answers stay out."""
    return [
        {"question": question.as_json(), "answers": [given.as_json() for given in answers]}
        for question, answers in in_words(parse(enquiry.answers))
    ]
