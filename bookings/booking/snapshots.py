"""What is frozen on a booking: the package as sold, the questions and answers as they read."""

from typing import Any

from bookings.booking.models import Enquiry
from bookings.catalogue.models import Package
from guidance.questionnaire import in_words, parse


def package_as_sold(package: Package, minutes: int) -> dict[str, Any]:
    """The package's words and numbers on the day of the sale; `minutes` is the whole session."""
    return {
        "slug": package.slug,
        "name": package.name,
        "summary": package.summary,
        "kind": package.kind,
        "styles": package.styles,
        "format": package.format,
        "minutes": minutes,
        "looks": package.looks,
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
