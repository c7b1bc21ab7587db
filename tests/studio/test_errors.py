"""What went wrong is said in plain words: no stack, no settings, no data."""

import pytest
from django.test import Client, RequestFactory
from django.urls import reverse

from bookings.booking.links import enquiry_token
from studio.errors import broken
from tests import factories

TELLTALES = ("Traceback", "Django", "DJANGO", "SECRET", "settings.py")


def telltales(page: str) -> list[str]:
    return [word for word in TELLTALES if word in page]


@pytest.mark.django_db
def test_an_unknown_address_is_a_plain_page(client: Client) -> None:
    answer = client.get("/nowhere/")

    assert answer.status_code == 404
    assert "There is nothing here" in answer.content.decode()
    assert telltales(answer.content.decode()) == []


@pytest.mark.django_db
def test_a_host_that_is_not_ours_is_a_plain_refusal(client: Client) -> None:
    answer = client.get("/", headers={"host": "elsewhere.example"})

    assert answer.status_code == 400
    assert telltales(answer.content.decode()) == []


@pytest.mark.django_db
def test_a_form_without_its_protection_changes_nothing_and_shows_no_link() -> None:
    factories.studio()
    asked = factories.enquiry()
    token = enquiry_token(asked)

    answer = Client(enforce_csrf_checks=True).post(
        reverse("front:message", args=[token]), {"message": "Hello"}
    )

    asked.refresh_from_db()
    assert answer.status_code == 403
    assert asked.message == ""
    assert token not in answer.content.decode()
    assert telltales(answer.content.decode()) == []


def test_the_page_for_our_own_faults_needs_no_database(rf: RequestFactory) -> None:
    answer = broken(rf.get("/"))

    assert answer.status_code == 500
    assert "Something broke on our side" in answer.content.decode()
    assert telltales(answer.content.decode()) == []
