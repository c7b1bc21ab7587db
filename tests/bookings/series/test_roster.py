"""The roster: everybody in the order of their turn, care answers for who runs the day alone."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bookings import moments
from bookings.booking.models import Booking
from bookings.series.roster import RosterLine, roster, seats
from tests.bookings.series.days import company_day, invited, named, turn
from tests.factories import NOW, START

pytestmark = pytest.mark.django_db


def day_with_two_of_three() -> Booking:
    """Ben first, then Ada with glasses and a wheelchair; Cem has no slot."""
    booking = company_day()
    ada, ben, _cem = invited(booking, *named("Ada", "Ben", "Cem"))
    moments.choose_slot(ada, turn(1), NOW)
    moments.choose_slot(ben, turn(0), NOW)
    moments.answer_as_attendee(ada, "comfort", {"glasses": "always", "access": ["seated"]}, NOW)
    moments.answer_as_attendee(ada, "clothes", {"clothes": "patterned"}, NOW)
    return booking


def test_people_stand_in_the_order_of_their_turn() -> None:
    lines = roster(day_with_two_of_three(), with_care=True)

    assert lines == [
        RosterLine(turn(0), "Ben", False, (), ()),
        RosterLine(
            turn(1),
            "Ada",
            False,
            ("Glasses: Always", "Patterns or prints"),
            ("Being photographed seated",),
        ),
        RosterLine(None, "Cem", False, (), ()),
    ]


def test_without_care_those_answers_are_not_even_read() -> None:
    booking = day_with_two_of_three()
    with CaptureQueriesContext(
        connection,
    ) as asked:
        lines = roster(booking, with_care=False)

    assert [line.care for line in lines] == [(), (), ()]
    assert "care" not in " ".join(query["sql"] for query in asked)


def test_free_slots_have_their_place_among_the_seats() -> None:
    taken = seats(day_with_two_of_three())

    assert [
        (
            seat.slot and (seat.slot.start - START).seconds // 600,
            seat.attendee and seat.attendee.name,
        )
        for seat in taken
    ] == [(0, "Ben"), (1, "Ada"), (2, None), (3, None), (4, None), (5, None), (None, "Cem")]


@pytest.mark.parametrize("people", [3, 30])
@pytest.mark.parametrize(
    "read", [seats, lambda booking: roster(booking, with_care=True)], ids=["seats", "roster"]
)
def test_one_query_however_many_come(read: Callable[[Booking], object], people: int) -> None:
    booking = company_day(people)
    for number, one in enumerate(invited(booking, *named(*[f"P{n}" for n in range(people)]))):
        moments.choose_slot(one, turn(number), NOW)

    with CaptureQueriesContext(connection) as asked:
        read(booking)
    assert len(asked) == 1
