"""What the page says is kept is what is kept: held against the database, not against its words."""

from collections import Counter
from typing import Any

import pytest
from django.apps import apps
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bookings import moments
from bookings.booking.links import enquiry_token
from bookings.booking.models import Booking, Enquiry
from bookings.booking.models import Client as Person
from bookings.catalogue.models import Studio
from bookings.front.privacy import Fate, kept
from guidance.questionnaire import QUESTIONS
from tests import crawling, factories
from tests.crawling import CRAWLED_AT, text_of
from tests.factories import NOW

PAGE = "/privacy/"


def of_clients() -> set[str]:
    """The models with something of a client's: the client, and whatever points there."""
    found: set[type[Model]] = {Person, Enquiry, Booking}
    while True:
        pointing = {
            model
            for model in apps.get_app_config("bookings").get_models()
            for field in model._meta.concrete_fields
            if field.related_model in found
        }
        if pointing <= found:
            return {model.__name__ for model in found}
        found |= pointing


@pytest.mark.django_db
def test_the_page_speaks_of_every_table_with_something_of_a_clients() -> None:
    named = [name for one in kept(factories.studio()) for name in one.models]

    assert Counter(named) == Counter(of_clients())


@pytest.mark.django_db
def test_what_it_says_is_deleted_is_deleted_with_the_client_and_the_rest_stays() -> None:
    lived = crawling.lived_in()
    booking = lived.bookings["completed"]
    booking.ticks.create(item="passport", ticked_at=CRAWLED_AT)
    before = _rows(booking)

    assert booking.client
    moments.erase_client(booking.client, CRAWLED_AT)

    after = _rows(booking)
    for one in kept(Studio.objects.get()):
        for name in set(one.models) & set(before):
            if one.fate is Fate.DELETED:
                assert after[name] == 0, name
            elif name not in ("Notice", "BookingEvent"):  # letters go, the deed is written down
                assert after[name] == before[name], name


def _rows(booking: Booking) -> dict[str, int]:
    """How many rows of each model point straight at the booking."""
    return {
        relation.related_model.__name__: relation.related_model._base_manager.filter(
            **{relation.field.name: booking}
        ).count()
        for relation in Booking._meta.related_objects
        if not relation.many_to_many
    }


@pytest.mark.django_db
def test_times_are_those_that_the_studio_and_the_settings_set(
    client: Client, settings: Settings
) -> None:
    factories.studio(care_retention_days=17)
    page = text_of(client.get(PAGE))

    assert "Deleted by itself 17 days after your session" in page
    assert settings.CSRF_COOKIE_NAME in page
    assert "count how often" not in page
    for label in (field.label.message for q in QUESTIONS for field in q.fields if field.care):
        assert f"“{label}”" in page


@pytest.mark.django_db
def test_the_page_says_how_long_a_connection_is_counted(client: Client, settings: Settings) -> None:
    factories.studio()
    settings.RATE_LIMITS = {"start": (9, 120), "hold": (9, 3600)}

    assert "gone after 60 minutes at the latest" in text_of(client.get(PAGE))


@pytest.mark.django_db
def test_only_the_cookies_it_names_are_left_in_a_clients_browser(client: Client) -> None:
    bookable = factories.bookable_studio()
    for path in ("/", PAGE, "/packages/", "/guide/", "/start/"):
        client.get(path)
    client.post("/start/", follow=True)
    held = factories.held_booking(bookable)
    client.get(reverse("front:details", args=[enquiry_token(held.enquiry)]))
    page = text_of(client.get(PAGE))

    assert client.cookies
    assert [name for name in client.cookies if f"<code>{name}</code>" not in page] == []


@pytest.mark.django_db
def test_every_page_leads_there_and_the_form_for_details_once_more(
    client: Client, time_machine: Any
) -> None:
    time_machine.move_to(NOW, tick=False)
    held = factories.held_booking(factories.bookable_studio())
    details = reverse("front:details", args=[enquiry_token(held.enquiry)])

    assert text_of(client.get("/guide/")).count(f'href="{PAGE}"') == 1
    assert text_of(client.get(details)).count(f'href="{PAGE}"') == 2
