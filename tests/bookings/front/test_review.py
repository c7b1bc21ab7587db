"""The last look before booking: everything in one place, and one booking whatever is clicked."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from bookings import moments
from bookings.booking.links import booking_token, enquiry_token
from bookings.booking.models import Booking, Enquiry
from bookings.booking.states import BookingState
from bookings.notices.models import Notice
from tests import factories
from tests.factories import CONTACT, NOW, START, Bookable
from tests.walking import Walker

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_now")]

HOUR = timedelta(hours=1)
AFTER_THE_HOLD = NOW + timedelta(minutes=15)


@pytest.fixture
def ready(bookable: Bookable) -> Booking:
    """A held time, and who is coming."""
    held = factories.held_booking(bookable)
    return moments.give_details(held, CONTACT, "I blink a lot.", NOW)


def address(name: str, enquiry: Enquiry) -> str:
    return reverse(f"front:{name}", args=[enquiry_token(enquiry)])


def private(name: str, booking: Booking) -> str:
    return reverse(f"front:{name}", args=[booking_token(booking)])


def confirm(client: Client, booking: Booking) -> Any:
    return client.post(address("review", booking.enquiry), {"reference": booking.reference})


def words(response: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_everything_is_in_one_place(client: Client, ready: Booking) -> None:
    said = words(client.get(address("review", ready.enquiry)))
    for line in (
        "What Professional headshot 30 minutes, 1 look, 2 retouched pictures",
        "When Wednesday 25 November 2026 11:00 to 11:30 CET, Europe/Berlin",
        "Where Old town Gerberweg 8 79098 Freiburg North room",
        "With Mara Lindqvist",
        "Who Ines Okafor ines@example.com +49 761 5550143 I blink a lot.",
        "Professional headshot €95 Total €95",
        "€47.50",
        "You can move or cancel free of charge until Monday 23 November 2026, 11:00.",
        "We keep this time for you until 10:15 CET.",
    ):
        assert line in said


def test_each_part_can_be_changed(client: Client, ready: Booking) -> None:
    page = client.get(address("review", ready.enquiry)).content.decode()
    for step in ("result", "times", "details"):
        assert f'href="{address(step, ready.enquiry)}"' in page


def test_a_session_too_near_to_move_for_free_says_so(client: Client, bookable: Bookable) -> None:
    held = factories.held_booking(bookable, start=START - 23 * HOUR)
    moments.give_details(held, CONTACT, "", NOW)
    said = words(client.get(address("review", held.enquiry)))
    assert (
        "It is less than 48 hours until your session, so it can no longer be moved on the site."
        in said
    )


def test_add_ons_and_people_are_lines_of_the_price(client: Client) -> None:
    package = factories.series_package()
    bookable = factories.bookable_studio(package=package)
    make_up = factories.add_on([package], is_per_person=True, extra_minutes=0)
    team = {**factories.ANSWERS, "people_in_frame": 1, "people_total": 3}
    held = factories.held_booking(bookable, answers=team, add_ons=[make_up])
    moments.give_details(held, CONTACT, "", NOW)
    said = words(client.get(address("review", held.enquiry)))
    assert "Team headshots €160" in said
    assert "Each further person €40" in said
    assert "Make-up artist, 3 × €60 €180 Total €380" in said


def test_confirming_books_and_leads_to_the_confirmation(client: Client, ready: Booking) -> None:
    response = confirm(client, ready)
    assert (response.status_code, response["Location"]) == (302, private("confirmed", ready))
    ready.refresh_from_db()
    assert ready.state == BookingState.CONFIRMED


def test_a_double_click_books_once(client: Client, ready: Booking) -> None:
    answers = [confirm(client, ready)["Location"] for _ in range(3)]
    assert answers == [
        private("confirmed", ready),
        private("booking", ready),
        private("booking", ready),
    ]
    assert Booking.objects.count() == 1
    assert Notice.objects.filter(kind=Notice.Kind.CONFIRMATION).count() == 1


def test_back_after_booking_shows_the_booking_not_the_form(client: Client, ready: Booking) -> None:
    confirm(client, ready)
    for step in ("times", "details", "review"):
        response = client.get(address(step, ready.enquiry))
        assert (response.status_code, response["Location"]) == (302, private("booking", ready))


def test_looking_books_nothing(client: Client, ready: Booking) -> None:
    client.get(address("review", ready.enquiry), {"reference": ready.reference})
    ready.refresh_from_db()
    assert ready.state == BookingState.HELD


def test_another_time_chosen_in_another_tab_is_shown_before_it_is_booked(
    client: Client, ready: Booking
) -> None:
    other = moments.hold(ready.enquiry, ready.place, START + 2 * HOUR, None, NOW)
    response = confirm(client, ready)
    assert response.status_code == 409
    assert "You chose another time in another window." in words(response)
    assert "13:00 to 13:30" in words(response)
    assert Booking.objects.filter(state=BookingState.CONFIRMED).count() == 0
    confirm(client, other)
    assert Booking.objects.get(state=BookingState.CONFIRMED) == other


@pytest.mark.parametrize("reference", ["", "CL-NOPE99", "x" * 5000, "CL-\0"])
def test_a_reference_that_is_not_this_one_s_books_nothing(
    client: Client, ready: Booking, reference: str
) -> None:
    response = client.post(address("review", ready.enquiry), {"reference": reference})
    assert response.status_code == 409
    ready.refresh_from_db()
    assert ready.state == BookingState.HELD


def test_a_hold_that_ran_out_is_not_booked_and_the_same_time_comes_first(
    client: Client, ready: Booking, time_machine: Any
) -> None:
    time_machine.move_to(AFTER_THE_HOLD, tick=False)
    response = confirm(client, ready)
    assert response.status_code == 410
    timetable = response.context["timetable"]
    assert START in [slot.start for slot in timetable.first]
    ready.refresh_from_db()
    assert ready.state == BookingState.HELD


def test_a_hold_that_ran_out_and_was_taken_by_another_shows_what_is_left(
    client: Client, bookable: Bookable, ready: Booking, time_machine: Any
) -> None:
    time_machine.move_to(AFTER_THE_HOLD, tick=False)
    factories.confirmed_booking(bookable, now=AFTER_THE_HOLD)
    response = client.get(address("review", ready.enquiry))
    assert response.status_code == 410
    assert START not in [one.start for one in response.context["timetable"].openings]


def test_without_details_they_come_first(client: Client, bookable: Bookable) -> None:
    held = factories.held_booking(bookable)
    for response in (client.get(address("review", held.enquiry)), confirm(client, held)):
        assert (response.status_code, response["Location"]) == (
            302,
            address("details", held.enquiry),
        )


def test_without_a_time_the_times_come_first(client: Client, bookable: Bookable) -> None:
    asked = factories.enquiry(package=bookable.package)
    response = client.get(address("review", asked))
    assert (response.status_code, response["Location"]) == (302, address("times", asked))


def test_a_session_changed_since_is_not_booked(
    client: Client, bookable: Bookable, ready: Booking
) -> None:
    make_up = factories.add_on([bookable.package])
    moments.choose(ready.enquiry, bookable.package, [make_up], "", NOW)
    response = confirm(client, ready)
    assert response.status_code == 409
    assert "You have changed the session since" in words(response)
    ready.refresh_from_db()
    assert ready.state == BookingState.HELD


def test_a_form_from_elsewhere_books_nothing(ready: Booking) -> None:
    assert confirm(Client(enforce_csrf_checks=True), ready).status_code == 403
    ready.refresh_from_db()
    assert ready.state == BookingState.HELD


def test_the_page_s_own_button_books(ready: Booking) -> None:
    walker = Walker()
    walker.go(address("review", ready.enquiry))
    walker.send(walker.forms[0])
    assert walker.path == private("confirmed", ready)


@pytest.mark.parametrize("by", ["client", "staff"])
def test_after_a_cancellation_the_times_come_first(
    client: Client, bookable: Bookable, by: str
) -> None:
    cancelled = factories.cancelled_booking(bookable, by=by)
    page = address("review", cancelled.enquiry)
    for response in (client.get(page), confirm(client, cancelled)):
        times = address("times", cancelled.enquiry)
        assert (response.status_code, response["Location"]) == (302, times)
