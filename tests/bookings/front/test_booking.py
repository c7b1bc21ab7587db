"""The booking's private pages: all about the session, in every state, for its client alone."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from icalendar import Calendar

from bookings import moments
from bookings.booking.links import booking_token, enquiry_token
from bookings.booking.models import Booking
from bookings.catalogue.models import Studio
from tests import factories
from tests.bookings.series.days import company_day
from tests.factories import NOW, START, Bookable

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_now")]

DAY = timedelta(days=1)


@pytest.fixture
def booked(bookable: Bookable) -> Booking:
    return factories.confirmed_booking(bookable, start=START + 7 * DAY)


def address(name: str, booking: Booking) -> str:
    return reverse(f"front:{name}", args=[booking_token(booking)])


def words(response: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_the_confirmation_says_what_happens_next(client: Client, booked: Booking) -> None:
    said = words(client.get(address("confirmed", booked)))
    for line in (
        "You are booked Wednesday 2 December 2026 11:00 to 11:30 CET, Europe/Berlin",
        f"Your reference {booked.reference}",
        "A letter is on its way to ines@example.com",
        "You pay at the studio.",
    ):
        assert line in said


def test_who_booked_a_company_day_is_led_to_the_list(client: Client, booked: Booking) -> None:
    day = company_day()
    assert "Invite your people" in words(client.get(address("confirmed", day)))
    assert address("people", day) in client.get(address("confirmed", day)).content.decode()
    assert "Invite your people" not in words(client.get(address("confirmed", booked)))


def test_the_confirmation_leads_to_the_page_and_the_calendar_file(
    client: Client, booked: Booking
) -> None:
    page = client.get(address("confirmed", booked)).content.decode()
    assert f'href="{address("booking", booked)}"' in page
    assert f'href="{address("calendar", booked)}"' in page


def test_the_page_says_everything(client: Client, booked: Booking) -> None:
    said = words(client.get(address("booking", booked)))
    for line in (
        f"Booking {booked.reference} Professional headshot Confirmed",
        "Wednesday 2 December 2026 11:00 to 11:30 CET, Europe/Berlin",
        "Old town Gerberweg 8 79098 Freiburg North room",
        "With Mara Lindqvist",
        "Professional headshot €95 Total €95",
        "You can move or cancel free of charge until Monday 30 November 2026, 11:00.",
        "Plain colours, without prints",
        f"give the reference {booked.reference}",
    ):
        assert line in said


def test_preparation_is_counted_back_from_the_day(client: Client, booked: Booking) -> None:
    said = words(client.get(address("booking", booked)))
    days, _wardrobe = client.get(address("booking", booked)).context["checklists"]
    assert [group.title for group in days.groups][-2:] == ["Tue 1 Dec", "On the day"]
    assert "Tue 1 Dec Press your clothes, hang them up, pack" in said


def test_care_answers_stay_off_the_page(client: Client, bookable: Bookable) -> None:
    answers = {**factories.ANSWERS, "minors": 1}
    booked = factories.confirmed_booking(bookable, answers=answers)
    assert booked.enquiry.care
    said = words(client.get(address("booking", booked)))
    assert "under 18" not in said


def test_history_stays_true(client: Client, bookable: Bookable, booked: Booking) -> None:
    bookable.package.name, bookable.package.price_minor = "Renamed", 99900
    bookable.package.save()
    Studio.objects.update(free_change_hours=1)
    said = words(client.get(address("booking", booked)))
    assert "Professional headshot €95 Total €95" in said
    assert "until Monday 30 November 2026, 11:00" in said


def test_after_the_free_time_it_says_so(client: Client, booked: Booking, time_machine: Any) -> None:
    time_machine.move_to(booked.start - DAY, tick=False)
    said = words(client.get(address("booking", booked)))
    assert "Moving or cancelling was free until Monday 30 November 2026, 11:00." in said


def test_after_the_session_there_is_nothing_to_prepare(
    client: Client, booked: Booking, time_machine: Any
) -> None:
    time_machine.move_to(booked.end, tick=False)
    said = words(client.get(address("booking", booked)))
    assert "This session has begun or is over." in said
    assert "How to prepare" not in said


def test_a_cancelled_booking_says_so_and_asks_for_nothing(
    client: Client, bookable: Bookable
) -> None:
    booking = factories.cancelled_booking(bookable)
    said = words(client.get(address("booking", booking)))
    assert "This booking was cancelled" in said
    for absent in ("How to prepare", "Total", "Add to your calendar", "To move or cancel"):
        assert absent not in said


def test_a_time_let_go_says_so_and_leads_back_to_the_answers(
    client: Client, bookable: Bookable
) -> None:
    booking = factories.held_booking(bookable)
    moments.release(booking, NOW)
    page = client.get(address("booking", booking)).content.decode()
    assert "This time is no longer held" in page
    assert reverse("front:resume", args=[enquiry_token(booking.enquiry)]) in page


def test_a_time_only_held_goes_on_with_the_enquiry(client: Client, bookable: Bookable) -> None:
    booking = factories.held_booking(bookable)
    resume = reverse("front:resume", args=[enquiry_token(booking.enquiry)])
    for page in ("booking", "confirmed"):
        response = client.get(address(page, booking), follow=True)
        assert (resume, 302) in response.redirect_chain


@pytest.mark.parametrize(
    ("move", "said"),
    [
        (lambda booking: moments.complete(booking, booking.end), "Your session is done"),
        (lambda booking: moments.miss(booking, booking.end), "We missed you on the day."),
        (
            lambda booking: (
                moments.complete(booking, booking.end),
                moments.deliver(booking, booking.end + DAY),
            ),
            "You have your pictures.",
        ),
    ],
    ids=["completed", "missed", "delivered"],
)
def test_what_became_of_it_is_told(
    client: Client, booked: Booking, move: Callable[[Booking], object], said: str
) -> None:
    move(booked)
    assert said in words(client.get(address("booking", booked)))


def test_the_confirmation_of_what_is_off_leads_to_the_page(
    client: Client, bookable: Bookable
) -> None:
    booking = factories.cancelled_booking(bookable)
    response = client.get(address("confirmed", booking))
    assert (response.status_code, response["Location"]) == (302, address("booking", booking))


def test_the_calendar_file_is_the_booking(client: Client, booked: Booking) -> None:
    response = client.get(address("calendar", booked))
    event: Any = Calendar.from_ical(response.content).walk("VEVENT")[0]
    assert response["Content-Type"] == "text/calendar; charset=utf-8; method=PUBLISH"
    assert response["Content-Disposition"] == f'attachment; filename="{booked.reference}.ics"'
    assert (event["UID"], event.start, event.end) == (str(booked.uid), booked.start, booked.end)


def test_the_calendar_file_of_a_cancelled_booking_takes_it_off(
    client: Client, bookable: Bookable
) -> None:
    booking = factories.cancelled_booking(bookable)
    response = client.get(address("calendar", booking))
    assert Calendar.from_ical(response.content)["METHOD"] == "CANCEL"


def test_a_time_only_held_has_no_calendar_file(client: Client, bookable: Bookable) -> None:
    assert client.get(address("calendar", factories.held_booking(bookable))).status_code == 404


@pytest.mark.parametrize("page", ["booking", "confirmed", "calendar"])
def test_strangers_and_revoked_links_meet_no_page(
    client: Client, booked: Booking, page: str
) -> None:
    known = address(page, booked)
    token = booking_token(booked)
    foreign = enquiry_token(booked.enquiry)
    forged = [token.replace("-", "9-", 1), token[:-1] + "!", foreign, "CL-7K3Q9D", "x" * 3000]
    booked.link_counter += 1
    booked.save(update_fields=["link_counter"])
    addresses = [known, *(reverse(f"front:{page}", args=[other]) for other in forged)]
    answers = [client.get(one) for one in addresses]
    assert [answer.status_code for answer in answers] == [404] * len(answers)
    assert len({answer.content for answer in answers}) == 1


@pytest.mark.parametrize("page", ["booking", "confirmed", "calendar"])
def test_private_pages_are_neither_found_nor_kept_nor_passed_on(
    client: Client, booked: Booking, page: str
) -> None:
    response = client.get(address(page, booked))
    assert {
        name: response[name] for name in ("X-Robots-Tag", "Referrer-Policy", "Cache-Control")
    } == {
        "X-Robots-Tag": "noindex, nofollow",
        "Referrer-Policy": "no-referrer",
        "Cache-Control": "private, no-store",
    }


@pytest.mark.parametrize("page", ["booking", "confirmed", "calendar"])
def test_private_pages_only_answer_questions(client: Client, booked: Booking, page: str) -> None:
    assert client.post(address(page, booked)).status_code == 405


def test_the_confirmation_costs_two_queries(client: Client, booked: Booking) -> None:
    with CaptureQueriesContext(connection) as page:
        client.get(address("confirmed", booked))
    assert len(page) == 2
