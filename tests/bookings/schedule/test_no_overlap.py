"""The database itself refuses a resource that is taken twice, also for a raw INSERT."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from bookings.booking.models import Booking
from bookings.schedule import no_overlap
from bookings.schedule.models import Allocation
from tests.factories import START, bookable_studio, held_booking

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


@pytest.fixture
def booking() -> Booking:
    """A booking whose own allocations are out of the way."""
    held = held_booking(bookable_studio())
    held.allocations.all().delete()
    return held


def insert(booking: Booking, resource: str, start: datetime | str, end: datetime | str) -> None:
    """A raw INSERT, as from another program."""
    owner = {"photographer": booking.photographer_id, "room": booking.room_id}[resource]
    if connection.vendor == "sqlite":
        start, end = (str(at).removesuffix("+00:00") for at in (start, end))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM bookings_allocation WHERE booking_id <> %s", [booking.pk])
        # One booking takes a resource once; further takings stand for other bookings.
        other = copy_of(booking)
        cursor.execute(
            f'INSERT INTO bookings_allocation (booking_id, {resource}_id, "start", "end")'  # noqa: S608
            " VALUES (%s, %s, %s, %s)",
            [other.pk, owner, start, end],
        )


def copy_of(booking: Booking) -> Booking:
    """Another booking like `booking`, so that each allocation has its own."""
    other = Booking.objects.get(pk=booking.pk)
    other.pk = None
    other.reference = f"CL-{Booking.objects.count():06d}"
    other.uid = f"00000000-0000-4000-8000-{Booking.objects.count():012d}"
    other.state = "expired"
    other.save(force_insert=True)
    return other


def take(booking: Booking, resource: str, start: datetime, end: datetime) -> None:
    Allocation.objects.create(
        booking=booking, **{resource: getattr(booking, resource)}, start=start, end=end
    )


@pytest.mark.parametrize("resource", no_overlap.RESOURCES)
@pytest.mark.parametrize(
    ("starts", "ends"),
    [(0, 1), (0.5, 1.5), (-0.5, 0.5), (-1, 2), (0.25, 0.75), (0, 0.01), (0.99, 1)],
)
def test_an_overlap_is_refused(booking: Booking, resource: str, starts: float, ends: float) -> None:
    take(booking, resource, START, START + HOUR)
    with pytest.raises(IntegrityError, match=no_overlap.constraint_name(resource)):
        insert(booking, resource, START + starts * HOUR, START + ends * HOUR)


@pytest.mark.parametrize("resource", no_overlap.RESOURCES)
@pytest.mark.parametrize(("starts", "ends"), [(1, 2), (-1, 0), (5, 6), (-24, -1)])
def test_neighbours_fit(booking: Booking, resource: str, starts: int, ends: int) -> None:
    take(booking, resource, START, START + HOUR)
    insert(booking, resource, START + starts * HOUR, START + ends * HOUR)
    assert Allocation.objects.count() == 2


def test_an_update_into_an_overlap_is_refused(booking: Booking) -> None:
    take(booking, "room", START, START + HOUR)
    take(copy_of(booking), "room", START + HOUR, START + 2 * HOUR)
    with pytest.raises(IntegrityError), transaction.atomic():
        Allocation.objects.filter(start=START).update(end=START + 1.5 * HOUR)


def test_an_allocation_may_change_within_its_own_span(booking: Booking) -> None:
    take(booking, "room", START, START + HOUR)
    Allocation.objects.update(end=START + 2 * HOUR)
    assert Allocation.objects.get().end == START + 2 * HOUR


def test_a_photographer_and_a_room_may_be_taken_at_one_time(booking: Booking) -> None:
    take(booking, "room", START, START + HOUR)
    take(booking, "photographer", START, START + HOUR)
    assert Allocation.objects.count() == 2


def test_more_than_a_day_is_refused(booking: Booking) -> None:
    with pytest.raises(IntegrityError, match="allocation_within_a_day"):
        insert(booking, "room", START, START + 25 * HOUR)


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-25T10:00:00",
        "2026-11-25 10:00:00+02:00",
        "2026-11-25",
        "2026-13-25 10:00:00",
        "tomorrow",
    ],
)
def test_sqlite_takes_instants_only_as_it_compares_them(booking: Booking, written: str) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL keeps instants as instants")
    with pytest.raises(IntegrityError):
        insert(booking, "room", written, "2026-11-25 11:00:00")


def test_the_guard_is_complete() -> None:
    assert no_overlap.missing(connection) == []


@pytest.mark.django_db(transaction=True)
def test_a_lost_guard_is_found_and_put_back() -> None:
    with connection.schema_editor() as editor:
        no_overlap.remove(editor)
    assert no_overlap.missing(connection) != []
    with connection.schema_editor() as editor:
        no_overlap.install(editor)
    assert no_overlap.missing(connection) == []
