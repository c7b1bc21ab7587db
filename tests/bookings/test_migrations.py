"""What a studio has from an earlier version stays whole, and its pages open."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.test import Client as Browser

from bookings import moments
from bookings.booking.links import booking_path
from bookings.booking.models import Booking
from bookings.notices.models import Notice
from bookings.schedule import no_overlap
from guidance.questionnaire import parse
from guidance.routing import recommend
from tests.factories import ANSWERS, NOW, START

pytestmark = pytest.mark.django_db(transaction=True)

FIRST = ("bookings", "0002_no_overlap")
SOLD: dict[str, Any] = {
    "slug": "x",
    "name": "Headshot",
    "summary": "One good picture.",
    "kind": "headshot",
    "styles": ["corporate"],
    "format": "single",
    "minutes": 30,
    "looks": 1,
    "finals": 2,
    "finals_are_per_person": False,
    "on_location": False,
}
QUOTE = {
    "currency": "EUR",
    "deposit_percent": 50,
    "lines": [{"slug": "package", "label": "Headshot", "count": 1, "unit_minor": 9500}],
}
POLICY = {"deposit_percent": 50, "free_change_hours": 48, "late_arrival_minutes": 30}


def booked_then(apps: Any) -> None:
    """A confirmed booking, its photographer taken, and a message that waits, as of the first."""

    def noun(name: str) -> Any:
        return apps.get_model("bookings", name).objects

    user = apps.get_model("auth", "User").objects.create(username="mara", is_staff=True)
    noun("Studio").create(pk=1, name="Halden", tagline="t", email="h@example.com", phone="1")
    place = noun("Place").create(slug="p", name="P", address="a", time_zone="Europe/Berlin")
    room = noun("Room").create(
        place=place, name="R", length_m="7.2", width_m="4.8", height_m="3.1", max_people=6
    )
    mara = noun("Photographer").create(
        user=user, slug="mara", name="Mara", focal_lengths_mm=[35, 50, 85]
    )
    package = noun("Package").create(
        slug="x",
        name="Headshot",
        summary="s",
        description="d",
        kind="headshot",
        styles=["corporate"],
        format="single",
        duration_minutes=30,
        price_minor=9500,
    )
    ines = noun("Client").create(name="Ines", email="ines@example.com", created_at=NOW)
    enquiry = noun("Enquiry").create(
        answers=dict(ANSWERS),
        recommendation=recommend(parse(dict(ANSWERS))).to_stored(),
        package=package,
        client=ines,
        message="Is there parking?",
        message_sent_at=NOW,
        created_at=NOW,
        updated_at=NOW,
    )
    end = START + timedelta(minutes=30)
    booking = noun("Booking").create(
        enquiry=enquiry,
        client=ines,
        package=package,
        place=place,
        room=room,
        photographer=mara,
        start=START,
        end=end,
        state="confirmed",
        quote=QUOTE,
        total_minor=9500,
        deposit_minor=4750,
        currency="EUR",
        policy=POLICY,
        package_as_sold=SOLD,
        created_at=NOW,
        confirmed_at=NOW,
    )
    noun("Allocation").create(booking=booking, photographer=mara, start=START, end=end)
    noun("BookingEvent").create(booking=booking, at=NOW, kind="confirmed", by="client")
    noun("Notice").create(
        key="k",
        kind="enquiry_message",
        enquiry=enquiry,
        recipient_name="Halden",
        recipient_email="h@example.com",
        created_at=NOW,
        due_at=NOW,
    )


def test_a_booking_of_the_first_version_opens_moves_on_and_is_called_off(
    time_machine: Any,
) -> None:
    latest = MigrationExecutor(connection).loader.graph.leaf_nodes()
    try:
        then = MigrationExecutor(connection)
        then.migrate([FIRST])
        booked_then(then.loader.project_state([FIRST]).apps)
    finally:
        MigrationExecutor(connection).migrate(latest)

    time_machine.move_to(NOW, tick=False)
    booking = Booking.objects.get()
    page = booking_path(booking)
    assert no_overlap.missing(connection) == []
    assert Notice.objects.get(key="k").message == "Is there parking?"
    opened = [Browser().get(page + part).status_code for part in ("", "move/", "cancel/")]
    assert opened == [200, 200, 200]
    assert moments.cancel(booking, NOW, by="client").fee_minor == 0
