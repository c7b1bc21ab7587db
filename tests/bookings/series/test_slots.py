"""Which slots somebody can take: ordinary ones first, those to catch up for who needs them."""

from datetime import timedelta

import pytest

from bookings import moments
from bookings.booking.errors import NotOffered
from bookings.series.models import Attendee
from bookings.series.slots import is_company_day, offered, slots
from tests import factories
from tests.bookings.series.days import company_day, invited, named, turn
from tests.factories import NOW, START, staff

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)


def turns(attendee: Attendee, now: object = NOW) -> list[int]:
    """The numbers of the slots that are offered to `attendee`."""
    return [(slot.start - START) // (10 * MINUTE) for slot in offered(attendee, now)]  # type: ignore[arg-type]


def test_a_group_that_is_longer_for_more_people_is_no_company_day() -> None:
    package = factories.group_package(minutes_per_extra_person=10)
    booking = factories.confirmed_booking(
        factories.bookable_studio(package=package),
        answers={"uses": ["wall_art"], "people_in_frame": 4, "people_total": 4},
    )

    assert not is_company_day(booking)
    assert slots(booking) == []


def test_before_the_day_the_slots_to_catch_up_are_kept() -> None:
    ada, ben = invited(company_day(), *named("Ada", "Ben"))
    moments.choose_slot(ben, turn(1), NOW)

    assert turns(ada) == [0, 2, 3]
    with pytest.raises(NotOffered):
        moments.choose_slot(ada, turn(4), NOW)


def test_who_finds_nothing_else_may_have_them() -> None:
    day = company_day()
    people = invited(day, *named("Ada", "Ben", "Cem", "Dev"))
    people += moments.invite(day, named("Eve"), NOW, actor=staff("desk"))
    for number, one in enumerate(people[:4]):
        moments.choose_slot(one, turn(number), NOW)

    assert turns(people[4]) == [4, 5]
    ada = Attendee.objects.get(name="Ada")
    assert turns(ada) == []


def test_once_the_day_runs_who_has_no_slot_may_have_any_to_come() -> None:
    (ada,) = invited(company_day(), *named("Ada"))

    assert turns(ada, START + 25 * MINUTE) == [3, 4, 5]


def test_who_missed_theirs_catches_up_and_has_missed_nothing_then() -> None:
    (ada,) = invited(company_day(), *named("Ada"))
    ada = moments.choose_slot(ada, turn(0), NOW)
    during = START + 15 * MINUTE

    assert turns(ada, during) == []
    ada = moments.miss_attendee(ada, during, is_missed=True)
    assert turns(ada, during) == [2, 3, 4, 5]
    ada = moments.choose_slot(ada, turn(5), during)
    assert (ada.slot, ada.is_missed) == (turn(5), False)


def test_the_organiser_may_give_one_that_is_kept() -> None:
    (ada,) = invited(company_day(), *named("Ada"))

    assert moments.choose_slot(ada, turn(4), NOW, by_organiser=True).slot == turn(4)
