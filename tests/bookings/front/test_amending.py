"""Answers changed after booking: kept, told to the photographer, and refused where it is over."""

import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from bookings import moments
from bookings.booking.links import booking_path, booking_token
from bookings.booking.models import Booking
from tests import factories
from tests.factories import Bookable

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_now")]


@pytest.fixture
def booked(bookable: Bookable) -> Booking:
    return factories.confirmed_booking(bookable)


def address(booking: Booking, slug: str) -> str:
    return reverse("front:amend", args=[booking_token(booking), slug])


def words(response: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_the_page_leads_to_all_that_can_be_changed(client: Client, booked: Booking) -> None:
    page = client.get(booking_path(booked)).content.decode()
    assert re.findall(r"/changes/([a-z]+)/", page) == list(moments.AMENDABLE)


@pytest.mark.parametrize("slug", moments.AMENDABLE)
def test_the_question_says_that_neither_price_nor_time_changes(
    client: Client, booked: Booking, slug: str
) -> None:
    said = words(client.get(address(booked, slug)))
    assert "neither the price nor your time changes. The photographer sees it" in said


def test_what_was_answered_stands_there(client: Client, bookable: Bookable) -> None:
    answers = {**factories.ANSWERS, "clothes": "patterned", "clothes_note": "A kimono"}
    booking = factories.confirmed_booking(bookable, answers=answers)
    page = client.get(address(booking, "clothes")).content.decode()
    assert "A kimono</textarea>" in page
    assert re.search(r'value="patterned"[^>]*checked', page)


def test_a_change_moves_list_and_brief_and_leads_back(client: Client, booked: Booking) -> None:
    posted = {"clothes": "patterned", "clothes_note": "A kimono"}
    answer = client.post(address(booked, "clothes"), posted)
    assert (answer.status_code, answer["Location"]) == (302, f"{booking_path(booked)}#changed")
    page = client.get(booking_path(booked)).content.decode()
    assert "You said: “A kimono”" in page
    assert 'id="changed"' in page
    assert booked.briefs.get(is_current=True).version == 2


def test_care_answers_are_kept_apart_and_off_the_page(client: Client, booked: Booking) -> None:
    posted = {"glasses": "always", "access": ["no_flash"], "access_note": "A slow start"}
    client.post(address(booked, "comfort"), posted)
    booked.enquiry.refresh_from_db()
    assert booked.enquiry.care == {"access": ["no_flash"], "access_note": "A slow start"}
    said = words(client.get(booking_path(booked)))
    assert "Your glasses" in said
    for absent in ("A slow start", "No flash"):
        assert absent not in said


def test_what_is_wrong_is_said_beside_the_field_and_nothing_typed_is_lost(
    client: Client, booked: Booking
) -> None:
    posted = {"clothes": "tartan", "clothes_note": "My own cloth"}
    answer = client.post(address(booked, "clothes"), posted)
    assert answer.status_code == 200
    assert "Choose from the answers shown." in words(answer)
    assert "My own cloth</textarea>" in answer.content.decode()
    assert booked.briefs.count() == 1


def test_what_contradicts_another_answer_is_said_beside_the_field(
    client: Client, bookable: Bookable
) -> None:
    answers = {**factories.ANSWERS, "people_total": 1, "people_in_frame": 1}
    booked = factories.confirmed_booking(bookable, answers=answers)
    answer = client.post(address(booked, "comfort"), {"minors": "3", "access_note": "Two of them"})
    assert answer.context["form"].errors == {
        "minors": ["There can't be more people under 18 than people altogether."]
    }
    assert "Two of them</textarea>" in answer.content.decode()
    booked.enquiry.refresh_from_db()
    assert booked.enquiry.care == {}


@pytest.mark.parametrize("slug", ["purpose", "people", "nonsense"])
def test_what_would_change_the_sale_is_no_page(client: Client, booked: Booking, slug: str) -> None:
    assert client.get(address(booked, slug)).status_code == 404


@pytest.mark.parametrize("method", ["get", "post"])
def test_from_the_start_on_it_leads_back_with_a_sentence(
    client: Client, booked: Booking, time_machine: Any, method: str
) -> None:
    time_machine.move_to(booked.start, tick=False)
    answer = getattr(client, method)(address(booked, "clothes"), follow=True)
    assert answer.redirect_chain == [(booking_path(booked), 302)]
    assert "This booking has moved on since you opened the page." in words(answer)
    assert booked.briefs.count() == 1


def test_a_cancelled_booking_is_not_changed(client: Client, bookable: Bookable) -> None:
    booking = factories.cancelled_booking(bookable)
    answer = client.post(address(booking, "clothes"), {"clothes": "plain"})
    assert answer["Location"] == booking_path(booking)
    assert "Anything changed?" not in words(client.get(booking_path(booking)))


def test_strangers_and_headers(client: Client, booked: Booking) -> None:
    stranger = reverse("front:amend", args=["1-0~forged", "clothes"])
    assert client.get(stranger).status_code == 404
    answer = client.get(address(booked, "clothes"))
    assert (answer["X-Robots-Tag"], answer["Cache-Control"]) == (
        "noindex, nofollow",
        "private, no-store",
    )
