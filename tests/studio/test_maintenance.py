"""While the site is closed clients are told so, wherever they are; staff and machines pass."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bookings.booking.links import enquiry_token
from bookings.catalogue.models import Picture
from bookings.templatetags.pictures import address, theme_address
from tests import factories
from tests.crawling import text_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _closed(settings: Settings) -> None:
    settings.MAINTENANCE = True


def test_clients_are_told_when_to_come_back_on_every_page(client: Client) -> None:
    factories.studio()
    question = reverse("front:question", args=[enquiry_token(factories.enquiry()), "use"])

    for answer in (client.get("/"), client.get(question), client.post(question, {"uses": "x"})):
        page = text_of(answer)
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "600")
        assert "We are working on these pages" in page
        assert "hello@studio-halden.example" in page
        assert 'content="noindex"' in page
    assert client.get(question).headers["Referrer-Policy"] == "no-referrer"


def test_the_page_has_the_studios_logo_and_accent(client: Client) -> None:
    logo = Picture.objects.create(
        digest="a" * 64, width=240, height=80, widths=[240], uploaded_at=factories.NOW
    )
    factories.studio(logo=logo, accent="#1a237e")
    shown = client.get("/").content.decode()
    assert address(logo, 240, "webp") in shown
    assert theme_address("#1a237e") in shown
    # Its file is none here, so that is said by the picture's own page.
    assert client.get(address(logo, 240, "webp")).status_code == 404
    assert client.get(theme_address("#1a237e")).status_code == 200


def test_a_form_sent_meanwhile_changes_nothing(client: Client) -> None:
    enquiry = factories.enquiry()

    client.post(reverse("front:message", args=[enquiry_token(enquiry)]), {"message": "Hello"})

    enquiry.refresh_from_db()
    assert enquiry.message == ""


def test_the_page_needs_no_tables(client: Client) -> None:
    with connection.execute_wrapper(_being_changed):
        answer = client.get("/")

    assert answer.status_code == 503
    assert "We are working on these pages" in text_of(answer)


def _being_changed(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
    raise OperationalError("no such table: bookings_studio")


def test_staff_sign_in_and_see_every_page_and_machines_see_that_it_stands(client: Client) -> None:
    factories.studio()

    assert client.get("/health/").status_code == 200
    assert client.get(reverse("admin:login")).status_code == 200
    client.force_login(factories.staff("mara"))
    assert client.get("/").status_code == 200
