"""What people of a company day said on access, faith and age is deleted when its time is over."""

from datetime import timedelta

import pytest

from bookings import moments
from bookings.series.models import Attendee
from tests.bookings.series.days import company_day, invited, named
from tests.factories import NOW

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def told() -> Attendee:
    (ada,) = invited(company_day(), *named("Ada"))
    comfort = {"glasses": "always", "access_note": "Zebra"}
    return moments.answer_as_attendee(ada, "comfort", comfort, NOW)


def test_care_answers_go_some_days_after_the_day_and_the_others_stay() -> None:
    ada = told()
    over = ada.booking.end

    assert moments.forget_care(over + 29 * DAY) == 0
    assert moments.forget_care(over + 30 * DAY) == 1
    ada.refresh_from_db()
    assert (ada.care, ada.answers) == ({}, {"glasses": "always"})
    assert moments.forget_care(over + 31 * DAY) == 0


def test_a_day_that_was_called_off_keeps_them_no_longer() -> None:
    ada = told()
    moments.cancel(ada.booking, NOW, by="client")

    assert moments.forget_care(NOW + 30 * DAY) == 1
