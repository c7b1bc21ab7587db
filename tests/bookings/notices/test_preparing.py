"""The client's plan, counted back from the session's day and seen from the letter's."""

from datetime import date, timedelta

import pytest

from bookings.notices.preparing import plan, wardrobe, when
from guidance.preparation import Step
from guidance.texts import text
from tests import factories

SESSION_DAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("days_before", "today", "words"),
    [
        ((21, 14), date(2026, 11, 1), "Wed 4 Nov to Wed 11 Nov"),
        ((21, 14), date(2026, 11, 4), "Today to Wed 11 Nov"),
        ((21, 14), date(2026, 11, 10), "Today to Wed 11 Nov"),
        ((21, 14), date(2026, 11, 11), "Today"),
        ((1, 1), date(2026, 11, 1), "Tue 24 Nov"),
        ((1, 1), date(2026, 11, 24), "Today"),
        ((1, 0), date(2026, 11, 1), "Tue 24 Nov to Wed 25 Nov"),
        ((0, 0), date(2026, 11, 1), "On the day"),
        ((0, 0), SESSION_DAY, "On the day"),
    ],
)
def test_days_are_counted_back_from_the_session(
    days_before: tuple[int, int], today: date, words: str
) -> None:
    step = Step("any", *days_before, text("Do it"), text("It helps"))

    assert when(step, SESSION_DAY, today) == words


@pytest.mark.django_db
def test_the_plan_leaves_out_what_is_over() -> None:
    booking = factories.held_booking()

    def days(today: date) -> list[str]:
        return [group.title for group in plan(booking, today)]

    assert days(SESSION_DAY - timedelta(days=60)) == [
        "Wed 4 Nov to Wed 11 Nov",
        "Wed 11 Nov to Wed 18 Nov",
        "Wed 18 Nov to Tue 24 Nov",
        "Sun 22 Nov to Mon 23 Nov",
        "Tue 24 Nov",
        "On the day",
    ]
    assert days(SESSION_DAY - timedelta(days=2)) == [
        "Today to Tue 24 Nov",
        "Today",
        "Tue 24 Nov",
        "On the day",
    ]
    assert days(SESSION_DAY) == ["On the day"]


@pytest.mark.django_db
def test_the_plan_counts_in_days_of_the_place() -> None:
    # 11:00 on the 26th in Auckland, while it is still the 25th in UTC.
    place = factories.place(time_zone="Pacific/Auckland")
    booking = factories.held_booking(
        factories.bookable_studio(place=place), start=factories.START + timedelta(hours=12)
    )

    assert [group.title for group in plan(booking, SESSION_DAY)] == ["Today", "On the day"]


@pytest.mark.django_db
def test_advice_is_given_with_its_reason() -> None:
    glasses = wardrobe(factories.held_booking(answers={**factories.ANSWERS, "glasses": "always"}))

    assert [group.title for group in glasses] == [
        "What to wear",
        "Better left at home",
        "What to bring",
        "If you wear glasses",
    ]
    assert all(advice.line and advice.why for group in glasses for advice in group.lines)
