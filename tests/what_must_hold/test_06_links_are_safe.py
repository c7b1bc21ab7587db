"""Links are safe: reading changes nothing, and a link that is not one's own is no page at all."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.core import serializers
from django.test import Client
from django.urls import reverse

from bookings.booking.links import booking_token, enquiry_token
from bookings.booking.models import Booking
from tests import factories
from tests.factories import Bookable

STEPS = ("resume", "result", "message", "times", "hold", "details", "review")
PAGES = ("booking", "confirmed", "move", "cancel", "calendar")


@pytest.fixture
def booked(studio: Bookable) -> Booking:
    return factories.confirmed_booking(studio)


@pytest.fixture
def paths(booked: Booking, studio: Bookable) -> list[str]:
    """Each private page, of an enquiry under way and of a booking."""
    under_way = factories.enquiry(package=studio.package)
    return [
        *(reverse(f"front:{step}", args=[enquiry_token(under_way)]) for step in STEPS),
        *(reverse(f"front:{page}", args=[booking_token(booked)]) for page in PAGES),
    ]


def rows() -> Iterator[str]:
    """Everything that the site knows."""
    for model in apps.get_app_config("bookings").get_models():
        yield serializers.serialize("json", model._default_manager.order_by("pk"))


def test_reading_changes_nothing(client: Client, paths: list[str]) -> None:
    before = list(rows())
    for path in paths:
        client.get(path)
        client.head(path)
    assert list(rows()) == before


def test_private_pages_are_not_found_kept_or_passed_on(client: Client, paths: list[str]) -> None:
    for path in paths:
        answer = client.get(path)
        assert answer["X-Robots-Tag"].startswith("noindex"), path
        assert answer["Referrer-Policy"] == "no-referrer", path
        assert "no-store" in answer["Cache-Control"], path


def test_a_changed_or_revoked_link_is_no_page(
    client: Client, booked: Booking, paths: list[str]
) -> None:
    nowhere = client.get("/b/nobody-knows-this/")
    number, signature = booking_token(booked).split("~")
    other = f"{int(number.split('-')[0]) + 1}-0~{signature}"
    tampered = client.get(reverse("front:booking", args=[other]))
    own = reverse("front:booking", args=[booking_token(booked)])
    Booking.objects.update(link_counter=1)
    revoked = client.get(own)
    assert [answer.status_code for answer in (nowhere, tampered, revoked)] == [404] * 3
    assert nowhere.content == tampered.content == revoked.content


def test_a_known_address_is_answered_like_an_unknown_one(
    client: Client, booked: Booking, studio: Bookable
) -> None:
    answers = []
    for email, hour in (("ines@example.com", 10), ("nobody@example.com", 12)):
        token = enquiry_token(factories.enquiry(package=studio.package))
        start = {"start": f"2026-11-26T{hour}:00:00Z"}
        client.post(reverse("front:hold", args=[token]), start)
        typed = {"name": "Somebody", "email": email}
        answer = client.post(reverse("front:details", args=[token]), typed)
        answers.append((answer.status_code, answer["Location"].replace(token, "")))
    assert answers[0] == answers[1] == (302, "/e//review/")
