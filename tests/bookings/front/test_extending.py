"""A held time: a quarter of an hour more, once, without losing a word; or given back."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from bookings import moments
from bookings.booking.links import enquiry_token
from bookings.booking.models import Booking
from bookings.booking.states import BookingState
from tests import factories
from tests.factories import CONTACT, NOW, Bookable

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_now")]

MINUTE = timedelta(minutes=1)
TYPED = {"name": "Ines Oka", "email": "ines@", "phone": "", "note": "I blink"}


@pytest.fixture
def held(bookable: Bookable) -> Booking:
    return factories.held_booking(bookable)


def address(name: str, booking: Booking) -> str:
    return reverse(f"front:{name}", args=[enquiry_token(booking.enquiry)])


def words(response: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def ends(booking: Booking) -> Any:
    booking.refresh_from_db()
    return booking.hold_expires_at


def test_what_was_typed_comes_along_also_half_done(client: Client, held: Booking) -> None:
    response = client.post(address("extend", held), TYPED)
    assert response.status_code == 200
    form = response.context["form"]
    assert {name: form[name].value() for name in TYPED} == TYPED
    assert "We keep this time for you until 10:30 CET." in words(response)
    assert "It can’t be held longer than this." in words(response)
    assert "I need a little longer" not in words(response)
    assert not form.errors
    assert f'action="{address("details", held)}"' in response.content.decode()
    assert ends(held) == NOW + 30 * MINUTE


def test_from_the_review_one_comes_back_to_the_review(client: Client, held: Booking) -> None:
    moments.give_details(held, CONTACT, "", NOW)
    fields = {"reference": held.reference}
    response = client.post(address("extend", held), fields, follow=True)
    assert response.redirect_chain == [(address("review", held), 302)]
    assert "We keep this time for you until 10:30 CET." in words(response)


def test_htmx_gets_the_countdown_alone_with_the_focus_on_it(client: Client, held: Booking) -> None:
    response = client.post(
        address("extend", held), TYPED, headers={"HX-Request": "true", "HX-Target": "held"}
    )
    page = response.content.decode()
    assert page.strip().startswith('<div class="kept" id="held" tabindex="-1" autofocus>')
    assert 'data-until="2026-11-23T10:30:00+01:00"' in page


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true", "HX-Target": "held"}])
def test_a_second_time_is_refused_in_words(
    client: Client, held: Booking, headers: dict[str, str]
) -> None:
    for _ in range(2):
        response = client.post(address("extend", held), TYPED, headers=headers)
    assert "This time was held longer once already." in words(response)
    assert "We keep this time for you until 10:30 CET." in words(response)
    assert response.status_code == (200 if headers else 409)
    assert ends(held) == NOW + 30 * MINUTE


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true", "HX-Target": "held"}])
def test_what_ran_out_meanwhile_is_said_and_nothing_typed_is_lost(
    client: Client, held: Booking, time_machine: Any, headers: dict[str, str]
) -> None:
    time_machine.move_to(NOW + 15 * MINUTE, tick=False)
    response = client.post(address("extend", held), TYPED, headers=headers)
    assert "the hold has run out" in words(response)
    assert "We no longer hold this time." in words(response)
    assert response.status_code == (200 if headers else 410)
    if not headers:
        form = response.context["form"]
        assert {name: form[name].value() for name in TYPED} == TYPED


def test_looking_at_the_address_extends_nothing(client: Client, held: Booking) -> None:
    response = client.get(address("extend", held))
    assert (response.status_code, response["Location"]) == (302, address("details", held))
    assert ends(held) == NOW + 15 * MINUTE


def test_a_form_from_elsewhere_extends_nothing(held: Booking) -> None:
    outside = Client(enforce_csrf_checks=True)
    assert outside.post(address("extend", held), TYPED).status_code == 403
    assert ends(held) == NOW + 15 * MINUTE


def test_a_time_is_given_back_and_free_at_once(
    client: Client, bookable: Bookable, held: Booking
) -> None:
    response = client.post(address("release", held), {"reference": held.reference}, follow=True)
    assert response.redirect_chain == [(address("times", held), 302)]
    assert "We have let this time go. Your answers and details are kept." in words(response)
    held.refresh_from_db()
    assert held.state == BookingState.RELEASED
    assert factories.held_booking(bookable).start == held.start


@pytest.mark.parametrize("fields", [{}, {"reference": "CL-OTHER"}])
def test_another_time_than_the_one_that_was_seen_is_left_alone(
    client: Client, held: Booking, fields: dict[str, str]
) -> None:
    client.post(address("release", held), fields)
    client.get(address("release", held), {"reference": held.reference})
    held.refresh_from_db()
    assert held.state == BookingState.HELD


def test_the_times_and_the_review_offer_to_let_it_go(client: Client, held: Booking) -> None:
    moments.give_details(held, CONTACT, "", NOW)
    for step in ("times", "review"):
        page = client.get(address(step, held)).content.decode()
        assert address("release", held) in page
