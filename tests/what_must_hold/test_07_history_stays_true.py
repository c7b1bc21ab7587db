"""History stays true: what was sold reads the same after everything about it was edited."""

import re
from typing import Any

from django.test import Client
from django.urls import reverse

from bookings.booking.links import booking_token
from bookings.catalogue.models import Package
from tests import factories
from tests.factories import Bookable


def words(answer: Any) -> str:
    """What the page says."""
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def test_a_past_sale_is_not_edited_with_its_package_price_and_policy(
    studio: Bookable, client: Client
) -> None:
    booking = factories.confirmed_booking(studio)
    pages = [
        reverse(f"front:{page}", args=[booking_token(booking)])
        for page in ("booking", "cancel", "calendar")
    ]
    before = [words(client.get(page)) for page in pages]
    Package.objects.update(name="Renamed", price_minor=99_900, duration_minutes=90, finals=9)
    factories.studio(deposit_percent=100, free_change_hours=1, late_arrival_minutes=1)
    assert [words(client.get(page)) for page in pages] == before
    assert "Professional headshot" in before[0]
