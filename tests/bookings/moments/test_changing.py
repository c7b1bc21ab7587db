"""A booking changes without ending: held longer, moved, taken back; refusals leave it as it was."""

from datetime import datetime, timedelta

import pytest

from bookings import moments
from bookings.booking.errors import (
    ExtendedAlready,
    HoldExpired,
    IllegalMove,
    MovedTooOften,
    MoveTooLate,
    NotOffered,
    SlotTaken,
    TooLate,
)
from bookings.booking.models import Booking
from bookings.moments import NewTime
from bookings.notices.models import Notice
from bookings.schedule.models import Allocation
from tests.factories import (
    NOW,
    START,
    Bookable,
    bookable_studio,
    cancelled_booking,
    completed_booking,
    confirmed_booking,
    held_booking,
    photographer,
    room,
    staff,
    weekday_hours,
)

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
BUFFER = timedelta(minutes=10)
"""What the package of the tests takes to set up."""


def later(booking: Booking, by: timedelta = 2 * HOUR) -> NewTime:
    return NewTime(booking.place, booking.start + by)


def taken(booking: Booking) -> list[tuple[datetime, datetime]]:
    return sorted(booking.allocations.values_list("start", "end"))


def seat(booking: Booking) -> tuple[datetime, datetime, int, int]:
    booking.refresh_from_db()
    return booking.start, booking.end, booking.photographer.pk, booking.sequence


def with_second(studio: Bookable) -> Bookable:
    """A second photographer and a second room."""
    second = photographer([studio.package], name="Second")
    weekday_hours(second, studio.place)
    room(studio.place, name="South room")
    return studio


# Extending


def test_a_hold_is_made_longer_once() -> None:
    booking = held_booking()
    moments.extend(booking, NOW + 10 * MINUTE)

    booking.refresh_from_db()
    assert booking.hold_expires_at == NOW + 30 * MINUTE
    assert set(booking.allocations.values_list("expires_at", flat=True)) == {NOW + 30 * MINUTE}
    with pytest.raises(ExtendedAlready):
        moments.extend(booking, NOW + 11 * MINUTE)
    assert list(booking.events.values_list("kind", flat=True)) == ["held", "extended"]


def test_what_has_run_out_is_not_made_longer() -> None:
    booking = held_booking()

    with pytest.raises(HoldExpired):
        moments.extend(booking, NOW + 15 * MINUTE)
    with pytest.raises(IllegalMove):
        moments.extend(confirmed_booking(), NOW)


# Moving


def test_a_moved_session_keeps_everything_but_its_time() -> None:
    booking = confirmed_booking()
    before = (booking.quote, booking.policy, booking.package_as_sold, booking.reference)
    moved = moments.move(booking, later(booking), NOW)

    assert seat(moved) == (START + 2 * HOUR, START + 2.5 * HOUR, booking.photographer.pk, 1)
    assert (moved.quote, moved.policy, moved.package_as_sold, moved.reference) == before
    assert (moved.moves, moved.state) == (1, "confirmed")
    assert moved.briefs.count() == 1
    event = moved.events.latest("pk")
    assert (event.kind, event.by) == ("moved", "client")
    assert event.note == "2026-11-25T10:00Z > 2026-11-25T12:00Z"
    assert {start for start, _end in taken(moved)} == {START + 2 * HOUR - BUFFER}


def test_the_session_s_own_time_counts_as_free() -> None:
    """Half an hour later overlaps the time that is given back."""
    booking = confirmed_booking()

    moved = moments.move(booking, later(booking, timedelta(minutes=30)), NOW)

    assert seat(moved)[0] == START + timedelta(minutes=30)


def test_what_it_had_is_free_for_others_at_once() -> None:
    studio = bookable_studio()
    moments.move(confirmed_booking(studio), NewTime(studio.place, START + 2 * HOUR), NOW)

    assert held_booking(studio).start == START


def test_a_time_that_is_taken_or_never_offered_leaves_the_old_one() -> None:
    studio = bookable_studio()
    booking = confirmed_booking(studio)
    other = confirmed_booking(studio, start=START + 2 * HOUR)
    before = (seat(booking), taken(booking))

    with pytest.raises(SlotTaken) as refusal:
        moments.move(booking, NewTime(studio.place, other.start), NOW)
    with pytest.raises(NotOffered):
        moments.move(booking, NewTime(studio.place, START.replace(hour=3)), NOW)

    assert len(refusal.value.alternatives) == 3
    assert (seat(booking), taken(booking)) == before
    assert not Notice.objects.filter(kind="moved").exists()


def test_a_second_click_moves_nothing() -> None:
    booking = confirmed_booking()
    to = later(booking)
    moments.move(booking, to, NOW)
    again = moments.move(booking, to, NOW)

    assert (again.moves, again.sequence) == (1, 1)
    assert Notice.objects.filter(kind="moved").count() == 1


def test_the_photographer_stays_where_they_are_free() -> None:
    studio = with_second(bookable_studio())
    booking = confirmed_booking(studio, photographer=studio.photographer)
    confirmed_booking(studio, start=START + 2 * HOUR, photographer=studio.photographer)

    stays = moments.move(booking, later(booking, 4 * HOUR), NOW)
    assert stays.photographer == studio.photographer
    goes = moments.move(booking, NewTime(studio.place, START + 2 * HOUR), NOW)
    assert goes.photographer.name == "Second"
    kinds = Notice.objects.filter(booking=booking).waiting().values_list("kind", flat=True)
    assert {"assignment", "handed_over", "moved"} <= set(kinds)


def test_where_mail_was_away_nobody_reads_of_a_session_that_came_and_went() -> None:
    studio = with_second(bookable_studio())
    first, second = studio.package.photographers.order_by("pk")
    booking = confirmed_booking(studio, photographer=first)

    def to_photographers() -> list[tuple[str, str]]:
        kinds = (Notice.Kind.ASSIGNMENT, Notice.Kind.HANDED_OVER, Notice.Kind.RESCHEDULED)
        rows = booking.notices.waiting().filter(kind__in=kinds).order_by("pk")
        return list(rows.values_list("kind", "recipient_name"))

    moved = moments.move(booking, NewTime(studio.place, START + HOUR, second), NOW, by="staff")
    assert to_photographers() == [("assignment", second.name), ("handed_over", first.name)]

    moments.move(moved, NewTime(studio.place, START, first), NOW, by="staff")
    assert to_photographers() == [("assignment", first.name), ("handed_over", second.name)]


def test_another_photographer_s_kit_composes_the_brief_anew() -> None:
    studio = with_second(bookable_studio())
    second = studio.package.photographers.get(name="Second")
    second.focal_lengths_mm = [50]
    second.save()
    booking = confirmed_booking(studio, photographer=studio.photographer)

    moved = moments.move(booking, NewTime(studio.place, START + 2 * HOUR, second), NOW)

    brief = moved.briefs.get(is_current=True)
    assert (brief.version, brief.because) == (2, ["kit"])


@pytest.mark.parametrize(
    ("hours_before", "refusal"), [(48, None), (47, MoveTooLate), (1, MoveTooLate)]
)
def test_the_client_moves_up_to_the_cut_off(
    hours_before: int, refusal: type[Exception] | None
) -> None:
    booking = confirmed_booking(now=NOW - 7 * DAY)
    to, now = later(booking, 5 * DAY), START - hours_before * HOUR

    if refusal is None:
        assert moments.move(booking, to, now).start == START + 5 * DAY
    else:
        with pytest.raises(refusal):
            moments.move(booking, to, now)
        assert seat(booking)[0] == START


def test_after_the_cut_off_staff_move_it_and_illness_does_once() -> None:
    booking = confirmed_booking(now=NOW - 7 * DAY)
    now = START - HOUR
    by_staff = moments.move(booking, later(booking, 5 * DAY), now, by="staff", actor=staff("desk"))
    assert (by_staff.moves, by_staff.is_care_move_used) == (0, False)

    late = by_staff.start - HOUR
    ill = moments.move(booking, NewTime(booking.place, START + 7 * DAY), late, for_care=True)
    assert (ill.moves, ill.is_care_move_used) == (0, True)
    with pytest.raises(MoveTooLate):
        moments.move(
            booking, NewTime(booking.place, START + 8 * DAY), ill.start - HOUR, for_care=True
        )


def test_the_client_moves_as_often_as_the_terms_say() -> None:
    booking = confirmed_booking()
    for hours in (1, 2):
        moments.move(booking, NewTime(booking.place, START + hours * HOUR), NOW)

    with pytest.raises(MovedTooOften):
        moments.move(booking, NewTime(booking.place, START), NOW)
    assert moments.move(booking, NewTime(booking.place, START), NOW, for_care=True).moves == 2


def test_only_what_is_confirmed_and_not_over_is_moved() -> None:
    for booking in (held_booking(), cancelled_booking(), completed_booking()):
        with pytest.raises(IllegalMove):
            moments.move(booking, later(booking), NOW, by="staff")


def test_reminders_follow_the_session() -> None:
    booking = confirmed_booking(now=NOW - 14 * DAY)
    moments.move(booking, later(booking, 7 * DAY), NOW - 10 * DAY)

    due = Notice.objects.waiting().filter(kind="reminder").order_by("due_at")
    assert [notice.due_at for notice in due] == [
        datetime.fromisoformat("2026-11-25T08:00Z"),
        datetime.fromisoformat("2026-11-30T08:00Z"),
    ]


# Fees and taking back


@pytest.mark.parametrize(
    ("hours_before", "by", "fee"),
    [(48, "client", 0), (47, "client", 4750), (11, "client", 9500), (11, "staff", 0)],
)
def test_a_cancellation_costs_what_the_frozen_terms_say(
    hours_before: int, by: str, fee: int
) -> None:
    studio = bookable_studio()
    studio.studio.fee_tiers.create(hours_before=12, percent=100)
    booking = confirmed_booking(studio, now=NOW - 7 * DAY)
    studio.studio.fee_tiers.all().delete()

    cancelled = moments.cancel(booking, START - hours_before * HOUR, by=by)

    assert cancelled.fee_minor == fee


def test_who_does_not_come_owes_what_the_last_tier_says_until_it_is_taken_back() -> None:
    booking = confirmed_booking()
    missed = moments.miss(booking, booking.end)
    assert (missed.state, missed.fee_minor) == ("no_show", 4750)

    back = moments.undo(booking, booking.end + DAY)
    assert (back.state, back.fee_minor) == ("confirmed", 0)
    assert back.events.latest("pk").kind == "undone"


def test_a_completed_session_is_taken_back_with_its_thanks_and_completed_again() -> None:
    booking = completed_booking()
    moments.undo(booking, booking.end + HOUR)
    assert not Notice.objects.waiting().filter(kind="thank_you").exists()

    moments.complete(booking, booking.end + 2 * HOUR)
    assert Notice.objects.waiting().filter(kind="thank_you").count() == 1
    booking.refresh_from_db()
    assert booking.state == "completed"


def test_after_a_day_it_stands() -> None:
    booking = completed_booking()

    with pytest.raises(TooLate):
        moments.undo(booking, booking.end + DAY + MINUTE)
    booking.refresh_from_db()
    assert booking.state == "completed"


def test_only_what_was_said_of_a_session_is_taken_back() -> None:
    for booking in (held_booking(), cancelled_booking(), confirmed_booking()):
        with pytest.raises((IllegalMove, TooLate)):
            moments.undo(booking, NOW)


def test_no_move_leaves_an_allocation_behind() -> None:
    studio = with_second(bookable_studio())
    booking = confirmed_booking(studio)
    for hours in (1, 2):
        moments.move(booking, NewTime(studio.place, START + hours * HOUR), NOW)
    moments.cancel(booking, NOW, by="client")

    assert not Allocation.objects.exists()


def test_staff_move_it_outside_hours_with_a_reason_and_into_a_room() -> None:
    studio = bookable_studio()
    south = room(studio.place, name="South room")
    booking = confirmed_booking(studio)
    night = START.replace(hour=3)
    with pytest.raises(NotOffered):
        moments.move(booking, NewTime(studio.place, night), NOW, by="staff")

    to = NewTime(studio.place, night, studio.photographer, south, "Flies out at six")
    with pytest.raises(NotOffered):
        moments.move(booking, to, NOW)
    moved = moments.move(booking, to, NOW, by="staff", actor=staff("desk"))

    assert (moved.start, moved.room) == (night, south)
    assert moved.override_reason == "Flies out at six"
    assert set(moved.allocations.values_list("expires_at", flat=True)) == {None}


def test_no_reason_moves_it_onto_another_session() -> None:
    studio = bookable_studio()
    booking = confirmed_booking(studio)
    other = confirmed_booking(studio, start=START + 2 * HOUR)
    to = NewTime(studio.place, other.start, studio.photographer, None, "It is urgent")

    with pytest.raises(SlotTaken):
        moments.move(booking, to, NOW, by="staff")
    assert seat(booking)[0] == START


def test_what_is_held_for_who_waited_is_not_made_longer() -> None:
    booking = held_booking()
    booking.source = "waiting"
    booking.save(update_fields=["source"])

    with pytest.raises(ExtendedAlready):
        moments.extend(booking, NOW)
