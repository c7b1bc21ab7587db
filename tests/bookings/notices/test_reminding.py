"""Letters that wait for a day: due when they should be, never early, never for what is over."""

from datetime import UTC, datetime, timedelta

import pytest

from bookings import moments
from bookings.booking.models import Booking
from bookings.notices import outbox
from bookings.notices.delivery import deliver_due
from bookings.notices.models import Notice
from tests import factories
from tests.factories import NOW, START

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def waiting(booking: Booking) -> list[tuple[str, datetime]]:
    kinds = ("preparation", "reminder", "thank_you")
    rows = booking.notices.waiting().filter(kind__in=kinds).order_by("due_at")
    return [(notice.kind, notice.due_at) for notice in rows]


def morning(day: str) -> datetime:
    """Nine o'clock at the place, which is at UTC+1 then."""
    return datetime.fromisoformat(f"{day}T08:00").replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("days_ahead", "expected"),
    [
        (
            30,
            [
                ("preparation", morning("2026-11-04")),
                ("reminder", morning("2026-11-18")),
                ("reminder", morning("2026-11-23")),
            ],
        ),
        (10, [("reminder", morning("2026-11-18")), ("reminder", morning("2026-11-23"))]),
        (6, [("reminder", morning("2026-11-23"))]),
        (1, []),
    ],
)
def test_what_is_due_depends_on_how_early_one_books(
    days_ahead: int, expected: list[tuple[str, datetime]]
) -> None:
    booking = factories.confirmed_booking(now=START - days_ahead * DAY)

    assert waiting(booking) == expected


def test_the_studio_decides_on_which_days() -> None:
    studio = factories.bookable_studio()
    factories.studio(reminder_days=[3])
    booking = factories.confirmed_booking(studio, now=START - 10 * DAY)
    none = factories.bookable_studio()
    factories.studio(reminder_days=[])

    assert waiting(booking) == [("reminder", morning("2026-11-22"))]
    assert waiting(factories.confirmed_booking(none, now=START - 10 * DAY)) == []


def test_a_reminder_on_the_day_of_the_plan_does_not_replace_it() -> None:
    studio = factories.bookable_studio()
    factories.studio(reminder_days=[21])
    booking = factories.confirmed_booking(studio, now=START - 30 * DAY)

    assert sorted(waiting(booking)) == [
        ("preparation", morning("2026-11-04")),
        ("reminder", morning("2026-11-04")),
    ]


def test_a_cancelled_session_is_not_reminded_of() -> None:
    booking = factories.confirmed_booking(now=START - 10 * DAY)
    moments.cancel(booking, START - 9 * DAY, by="client")

    assert waiting(booking) == []


def test_a_worker_that_slept_through_the_session_sends_no_reminder() -> None:
    booking = factories.confirmed_booking(now=START - 10 * DAY)
    deliver_due(START - 10 * DAY)
    before = Notice.objects.filter(sent_at__isnull=False).count()

    assert deliver_due(START) == 0
    assert Notice.objects.filter(sent_at__isnull=False).count() == before
    assert waiting(booking) == []
    withdrawn = booking.notices.filter(withdrawn_at__isnull=False)
    assert {notice.kind for notice in withdrawn} == {"reminder"}


def test_thanks_come_the_morning_after() -> None:
    assert waiting(factories.completed_booking()) == [("thank_you", morning("2026-11-26"))]


def test_thanks_for_a_session_closed_late_come_the_morning_after_that() -> None:
    booking = factories.confirmed_booking()
    moments.complete(booking, START + 3 * DAY)

    assert waiting(booking) == [("thank_you", morning("2026-11-29"))]


def test_who_did_not_come_is_not_thanked() -> None:
    booking = factories.confirmed_booking()
    moments.miss(booking, booking.end)

    assert waiting(booking) == []
    assert booking.end > NOW


def test_a_session_that_is_closed_anew_is_thanked_for_once() -> None:
    booking = factories.completed_booking()
    closed = booking.events.get(kind="completed").at
    sent = waiting(booking)[0][1]
    deliver_due(sent)
    moments.undo(booking, closed + timedelta(hours=23))
    moments.complete(booking, sent + DAY)

    assert waiting(booking) == []
    assert booking.notices.filter(kind="thank_you").count() == 1


def test_what_was_given_up_is_not_promised_of_a_session_that_was_cancelled() -> None:
    booking = factories.confirmed_booking()
    given_up = booking.notices.get(kind="confirmation")
    Notice.objects.filter(pk=given_up.pk).update(given_up_at=NOW)
    moments.cancel(booking, NOW, by="staff")
    outbox.try_again(given_up, NOW)

    deliver_due(NOW)

    to_client = booking.notices.filter(recipient_email=given_up.recipient_email)
    assert list(to_client.exclude(sent_at=None).values_list("kind", flat=True)) == ["cancelled"]


def test_a_time_that_is_held_no_more_is_not_offered_by_letter() -> None:
    held = factories.held_booking()
    held.client = factories.client()
    held.save()
    until = held.hold_expires_at
    assert until is not None
    outbox.write_to_client(held, Notice.Kind.WAITING_OFFER, NOW)

    assert deliver_due(until) == 0
    assert held.notices.waiting().count() == 0


def test_a_time_that_is_held_is_offered_by_letter() -> None:
    held = factories.held_booking()
    held.client = factories.client()
    held.save()
    outbox.write_to_client(held, Notice.Kind.WAITING_OFFER, NOW)

    assert deliver_due(NOW) == 1
