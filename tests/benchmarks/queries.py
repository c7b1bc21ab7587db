"""How many queries a page takes, counted by Django itself in the site's place."""

import logging
from datetime import timedelta

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bookings import moments
from bookings.booking.models import Enquiry
from bookings.schedule import availability
from bookings.schedule.models import Place


def count(paths: list[str]) -> dict[str, int]:
    """The number of queries for each path, asked for a second time."""
    # The page that does not exist is asked for on purpose.
    logging.getLogger("django.request").setLevel(logging.ERROR)
    client = Client(SERVER_NAME="localhost")
    return {path: _count(client, path) for path in paths}


def of_a_month() -> int:
    """The number of queries that the openings of a month cost, for one who chose a package."""
    enquiry = Enquiry.objects.filter(package__isnull=False, bookings=None).latest("pk")
    now = timezone.now()
    wanted = moments.wanted_for(enquiry, Place.objects.order_by("position", "pk")[0])
    first = now.date()
    with CaptureQueriesContext(connection) as queries:
        availability.openings(wanted, first, first + timedelta(days=31), now)
    return len(queries)


def _count(client: Client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        client.get(path)
    return len(queries)
