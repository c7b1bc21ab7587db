"""A company day to stand on: people one after the other, ten minutes each."""

from datetime import datetime, timedelta

from bookings import moments
from bookings.booking.models import Booking
from bookings.series.listing import Person
from bookings.series.models import Attendee
from tests import factories
from tests.factories import NOW, START

TEN_MINUTES = timedelta(minutes=10)


def turn(number: int) -> datetime:
    """When the slot `number`, counted from nothing, begins on a day that starts at `START`."""
    return START + number * TEN_MINUTES


def company_day(people: int = 4, *, start: datetime = START) -> Booking:
    """A day with a slot for each of `people` and two more to catch up."""
    place = factories.place()
    bookable = factories.bookable_studio(
        place=place,
        room=factories.room(place, max_people=60),
        package=factories.series_package(max_people=60),
    )
    answers = {
        "uses": ["online_profile"],
        "occasion": "work",
        "people_in_frame": 1,
        "people_total": people,
    }
    return factories.confirmed_booking(bookable, answers=answers, start=start)


def named(*names: str) -> list[Person]:
    """People with an address each."""
    return [Person(name, f"{name.lower()}@example.com") for name in names]


def invited(booking: Booking, *people: Person) -> list[Attendee]:
    """`people`, invited to `booking`."""
    return moments.invite(booking, people, NOW)
