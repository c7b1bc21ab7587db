"""What went wrong is said in plain words: no stack, no settings, no data."""

import re
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.db import OperationalError, connection
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import translation
from pytest_django import Settings

from bookings.booking.links import booking_path, enquiry_path, enquiry_token
from bookings.notices.feeds import feed_path
from bookings.series.links import attendee_path
from studio.errors import broken
from tests import crawling, factories

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


def test_the_page_for_our_own_faults_names_its_files_and_language_by_itself(
    rf: RequestFactory,
) -> None:
    page = broken(rf.get("/")).content.decode()

    styles = re.findall(r'href="/static/([^"]+)"', page)
    assert styles
    assert [style for style in styles if finders.find(style) is None] == []
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            assert f'<html lang="{language}">' in broken(rf.get("/")).content.decode()


@pytest.mark.django_db
def test_a_form_far_larger_than_ours_is_a_plain_refusal(client: Client, settings: Settings) -> None:
    factories.studio()
    page = reverse("front:message", args=[enquiry_token(factories.enquiry())])

    too_long = {"message": "x" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)}
    too_many = {f"field{n}": "x" for n in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)}
    for form in (too_long, too_many):
        answer = client.post(page, urlencode(form), "application/x-www-form-urlencoded")

        assert answer.status_code == 400
        assert "We could not read that" in answer.content.decode()
        assert telltales(answer.content.decode()) == []


@pytest.mark.django_db
def test_a_fault_at_any_private_link_says_nothing_and_stays_private(client: Client) -> None:
    lived = crawling.lived_in()
    confirmed = lived.bookings["confirmed"]
    paths = [
        enquiry_path(confirmed.enquiry),
        booking_path(confirmed),
        attendee_path(lived.attendee),
        feed_path(confirmed.photographer),
    ]
    client.raise_request_exception = False
    for path in paths:
        with connection.execute_wrapper(gone):
            answer = client.get(path)

        page = answer.content.decode()
        assert answer.status_code == 500, path
        assert "Something broke on our side" in page
        assert telltales(page) == []
        assert "example.com" not in page
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
        assert answer.headers["Cache-Control"].startswith("private")


def gone(*call: object) -> None:
    raise OperationalError("the database at /srv/secret is gone")


@pytest.mark.django_db
def test_a_way_of_asking_that_a_page_does_not_take_is_refused_without_a_word(
    client: Client,
) -> None:
    factories.studio()
    answer = client.put(reverse("front:message", args=[enquiry_token(factories.enquiry())]))

    assert (answer.status_code, answer.content) == (405, b"")
    assert answer.headers["Allow"] == "GET, HEAD, POST"
