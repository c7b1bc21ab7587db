"""The terms on pages: real dates, what a change costs when, and no word of what isn't asked."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from bookings import moments
from bookings.booking.links import booking_token, enquiry_token
from bookings.booking.models import Booking
from bookings.front.terms import terms
from bookings.notices.letters import letter_for
from tests import factories
from tests.factories import CONTACT, NOW, START

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_now")]

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def booked(**studio: Any) -> Booking:
    bookable = factories.bookable_studio()
    factories.studio(**studio)
    return factories.confirmed_booking(bookable, start=START + 7 * DAY)


def words(response: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def rows(booking: Booking, hours_before: int) -> list[tuple[str, str]]:
    costs = terms(booking, booking.start - hours_before * HOUR).costs
    return [(cost.when, cost.amount) for cost in costs]


def test_the_costs_begin_with_what_cancelling_costs_now() -> None:
    booking = booked()
    assert rows(booking, 48) == [
        ("Until Monday 30 November 2026, 11:00", "Free of charge"),
        ("After that, or if you don’t come", "€47.50"),
    ]
    assert rows(booking, 47) == [("From now on, or if you don’t come", "€47.50")]


def test_without_deposit_and_tiers_nothing_is_said_of_either(client: Client) -> None:
    bookable = factories.bookable_studio()
    factories.studio(deposit_percent=0)
    held = factories.held_booking(bookable, start=START + 7 * DAY)
    moments.give_details(held, CONTACT, "", NOW)
    review = words(client.get(reverse("front:review", args=[enquiry_token(held.enquiry)])))
    booking = moments.confirm(held, NOW)
    own_page = words(client.get(reverse("front:booking", args=[booking_token(booking)])))
    letter = letter_for(booking.notices.get(kind="confirmation"))
    for said in (review, own_page, letter.text, letter.html):
        assert "eposit" not in said
        assert "€0" not in said
    for said in (review, own_page):
        assert "Cancelling costs nothing. You can move until Monday 30 November 2026" in said


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, ["You may move your session up to 48 hours before it, 2 times at most."]),
        ({"moves": 1}, ["You have moved it once so far."]),
        (
            {"moves": 2},
            [
                "You have moved it 2 times, as often as you may.",
                "You can cancel free of charge until Monday 30 November 2026, 11:00.",
            ],
        ),
        ({"is_care_move_used": True}, ["You have used the one free move for illness or access."]),
    ],
)
def test_the_page_says_what_is_left_of_the_moves(
    client: Client, changes: dict[str, Any], said: list[str]
) -> None:
    booking = booked()
    Booking.objects.filter(pk=booking.pk).update(**changes)
    page = words(client.get(reverse("front:booking", args=[booking_token(booking)])))
    for line in said:
        assert line in page


def test_the_private_page_leads_to_moving_and_cancelling(client: Client) -> None:
    booking = booked()
    page = client.get(reverse("front:booking", args=[booking_token(booking)])).content.decode()
    for name in ("move", "cancel"):
        assert f'href="{reverse(f"front:{name}", args=[booking_token(booking)])}"' in page


def test_who_booked_inside_the_last_hours_is_told_what_holds_now(client: Client) -> None:
    bookable = factories.bookable_studio()
    late = factories.confirmed_booking(bookable, start=NOW + 26 * HOUR)
    earlier = factories.confirmed_booking(bookable, start=NOW + 25 * HOUR, now=NOW - 7 * DAY)
    page = words(client.get(reverse("front:booking", args=[booking_token(late)])))
    move = words(client.get(reverse("front:move", args=[booking_token(late)])))
    for said in (page, move):
        assert "It is less than 48 hours until your session" in said
        assert "was free until" not in said
        assert "was possible until" not in said
    page = words(client.get(reverse("front:booking", args=[booking_token(earlier)])))
    assert "Moving or cancelling was free until Sunday 22 November 2026, 11:00." in page


def test_where_cancelling_costs_nothing_and_moving_is_over_both_are_said() -> None:
    bookable = factories.bookable_studio()
    factories.studio(deposit_percent=0)
    booking = factories.confirmed_booking(bookable, start=NOW + 26 * HOUR)
    assert terms(booking, NOW).until_when == (
        "It is less than 48 hours until your session, so it can no longer be moved on the site. "
        "Cancelling costs nothing."
    )
