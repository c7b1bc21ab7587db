"""A site whose studio nobody has added yet: plain words on every client page, no fault."""

from collections.abc import Sequence

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bookings import moments
from bookings.booking.links import enquiry_token
from bookings.booking.models import Booking, Enquiry
from bookings.catalogue.models import Studio
from tests import factories
from tests.factories import CONTACT, NOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def token() -> str:
    """An enquiry with a package, left behind by a studio that is gone."""
    bookable = factories.bookable_studio()
    asked = factories.enquiry(package=bookable.package)
    moments.recommend(asked, NOW)
    Studio.objects.all().delete()
    return enquiry_token(asked)


def statuses(client: Client, token: str, names: Sequence[str]) -> list[int]:
    return [client.get(reverse(f"front:{name}", args=[token])).status_code for name in names]


def test_pages_that_need_a_studio_say_that_it_is_being_set_up(client: Client, token: str) -> None:
    assert statuses(client, token, ["result", "times"]) == [503, 503]
    page = client.get(reverse("front:result", args=[token])).content.decode()
    assert "The studio is being set up" in page


def test_what_is_sent_to_a_studio_that_is_not_there_changes_nothing(
    client: Client, token: str
) -> None:
    written = {"name": CONTACT.name, "email": CONTACT.email, "message": "Are you open?"}
    answers = [
        client.post(reverse("front:message", args=[token]), written),
        client.post(reverse("front:hold", args=[token]), {"start": "2026-11-25T10:00:00Z"}),
    ]
    assert [answer.status_code for answer in answers] == [503, 503]
    assert (Booking.objects.count(), Enquiry.objects.get().message) == (0, "")


def test_pages_that_need_none_are_open(client: Client) -> None:
    pages = ("home", "start")
    assert [client.get(reverse(f"front:{page}")).status_code for page in pages] == [200] * 2


def test_a_site_can_begin_without_the_demo(settings: Settings) -> None:
    settings.DEMO = False
    call_command("prepare")
    assert Studio.objects.count() == 0
