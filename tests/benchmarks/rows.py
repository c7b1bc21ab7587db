"""Bookings by the thousand: written in bulk, one after another for each photographer.

They stand before the demo's own weeks and after its horizon, so that the month that is
measured looks the same however many there are.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count, islice

from django.db import connection, transaction

from bookings.booking.models import Booking, Client, Enquiry
from bookings.booking.states import BookingState
from bookings.catalogue.models import Package
from bookings.schedule.models import Allocation, Photographer, Place, Room
from tests import factories

BATCH = 2_000
PREFIX = "B-"
SESSION = timedelta(minutes=30)
SPACING = timedelta(minutes=50)
A_DAY_HOLDS = 16
NEAREST = timedelta(days=400)


def add_bookings_up_to(total: int) -> None:
    """Write bookings far from the month that is measured until there are `total` of them."""
    photographers = list(Photographer.objects.order_by("pk"))
    rooms = list(Room.objects.select_related("place").order_by("pk"))
    package = Package.objects.filter(kind="headshot", format="single").first()
    client = Client.objects.first()
    done = Booking.objects.filter(reference__startswith=PREFIX).count()
    # The first photographer has one booking at each time that was begun with.
    begun = Booking.objects.filter(
        reference__startswith=PREFIX, photographer=photographers[0]
    ).count()
    slots = islice(_slots(photographers, rooms, begun), max(total - done, 0))
    while batch := list(islice(slots, BATCH)):
        _write(batch, package, client)
    if connection.vendor == "postgresql":
        # What autovacuum does on a running site within a minute of such a change, done now so
        # that it is not measured.
        connection.cursor().execute("VACUUM ANALYZE")


def add_photographers_up_to(total: int) -> None:
    """People who offer everything at the first place, until there are `total` of them."""
    place = Place.objects.order_by("position", "pk")[0]
    for number in range(Photographer.objects.count(), total):
        added = factories.photographer(
            Package.objects.all(), name=f"Photographer {number}", position=number
        )
        factories.weekday_hours(added, place)


Slot = tuple[datetime, Photographer, Room]


def _slots(photographers: list[Photographer], rooms: list[Room], begun: int) -> Iterator[Slot]:
    """Free slots, alternately further back and further ahead, each pair of owners in its turn."""
    today = datetime.now(UTC).replace(hour=6, minute=0, second=0, microsecond=0)
    pairs = list(zip(photographers, rooms, strict=False))
    for number in count(begun):
        day, place = divmod(number, A_DAY_HOLDS)
        sign = 1 if day % 2 else -1
        start = today + sign * (NEAREST + timedelta(days=day)) + place * SPACING
        for photographer, room in pairs:
            yield start, photographer, room


@transaction.atomic
def _write(slots: list[Slot], package: Package | None, client: Client | None) -> None:
    now = datetime.now(UTC)
    enquiries = Enquiry.objects.bulk_create(
        Enquiry(created_at=now, updated_at=now, package=package, client=client) for _ in slots
    )
    bookings = Booking.objects.bulk_create(
        _booking(slot, enquiry, package, client)
        for slot, enquiry in zip(slots, enquiries, strict=True)
    )
    Allocation.objects.bulk_create(
        Allocation(booking=booking, start=booking.start, end=booking.end, **owner)
        for booking in bookings
        for owner in ({"photographer": booking.photographer}, {"room": booking.room})
    )


def _booking(
    slot: Slot, enquiry: Enquiry, package: Package | None, client: Client | None
) -> Booking:
    start, photographer, room = slot
    return Booking(
        reference=f"{PREFIX}{enquiry.pk:09d}",
        enquiry=enquiry,
        client=client,
        package=package,
        place=room.place,
        room=room,
        photographer=photographer,
        start=start,
        end=start + SESSION,
        state=BookingState.CONFIRMED,
        quote={"currency": "EUR", "deposit_percent": 50, "lines": []},
        total_minor=14500,
        deposit_minor=7250,
        currency="EUR",
        policy={},
        package_as_sold={},
        created_at=start - timedelta(days=9),
        confirmed_at=start - timedelta(days=9),
    )
