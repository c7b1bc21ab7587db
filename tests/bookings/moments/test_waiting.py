"""A full day is waited for; a freed time goes to the first whom it fits, then to the next."""

from datetime import date, timedelta
from functools import partial

import pytest

from bookings import moments
from bookings.booking.errors import DayNotFull, IllegalMove, NotOffered
from bookings.booking.links import enquiry_path
from bookings.booking.models import Booking, Enquiry
from bookings.moments import Contact, NewTime
from bookings.notices.letters import letter_for
from bookings.notices.models import Notice
from bookings.schedule.models import OpeningHours
from bookings.waiting.models import WaitingEntry
from tests.factories import (
    NOW,
    START,
    Bookable,
    bookable_studio,
    confirmed_booking,
    enquiry,
    studio,
)

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 25)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)


def full_day() -> tuple[Bookable, Booking]:
    """A studio whose Wednesday is one session long, and taken."""
    bookable = bookable_studio()
    wednesday = OpeningHours.objects.filter(weekday=2)
    wednesday.update(opens="11:00", closes="11:30")
    return bookable, confirmed_booking(bookable)


def waits(bookable: Bookable, name: str, minute: int = 0) -> WaitingEntry:
    asked = enquiry(package=bookable.package)
    contact = Contact(name, f"{name.lower()}@example.com")
    return moments.wait(asked, bookable.place, DAY, None, contact, NOW + minute * MINUTE)


def offered_to(entry: WaitingEntry) -> Booking | None:
    entry.refresh_from_db()
    return entry.offer


def test_a_day_with_times_left_is_not_waited_for() -> None:
    bookable = bookable_studio()

    with pytest.raises(DayNotFull):
        waits(bookable, "Ada")
    assert not WaitingEntry.objects.exists()


@pytest.mark.parametrize("days", [-3, 200])
def test_a_day_that_can_not_be_booked_is_not_waited_for(days: int) -> None:
    bookable, _ = full_day()
    asked, far = enquiry(package=bookable.package), DAY + timedelta(days=days)

    with pytest.raises(NotOffered):
        moments.wait(asked, bookable.place, far, None, Contact("Ada", "ada@example.com"), NOW)


def test_asking_twice_waits_once() -> None:
    bookable, _ = full_day()
    entry = waits(bookable, "Ada")
    contact = Contact("Ada", "ada@example.com")

    again = moments.wait(entry.enquiry, bookable.place, DAY, None, contact, NOW + HOUR)

    assert (again, WaitingEntry.objects.count()) == (entry, 1)


def test_who_waits_gets_a_letter_that_says_for_what_and_once() -> None:
    bookable, _ = full_day()
    entry = waits(bookable, "Ada")
    waits_for = partial(moments.wait, entry.enquiry, bookable.place, DAY, None)

    waits_for(Contact("Ada", "ada@example.com"), NOW + HOUR)
    waits_for(Contact("Ada", "ada.mistyped@example.com"), NOW + HOUR)

    first, corrected = Notice.objects.filter(kind="waiting").order_by("pk")
    assert first.recipient_email == "ada@example.com"
    assert corrected.recipient_email == "ada.mistyped@example.com"
    letter = letter_for(first)
    assert letter.subject == "You are on the waiting list for Wednesday 25 November 2026"
    assert "for 12 hours, in the night until nine in the morning" in " ".join(letter.text.split())
    assert enquiry_path(entry.enquiry) in letter.text


def test_who_stops_waiting_at_once_gets_no_letter_about_it() -> None:
    bookable, _ = full_day()
    entry = waits(bookable, "Ada")

    moments.stop_waiting(entry, NOW)

    assert not Notice.objects.waiting().filter(kind="waiting").exists()


def test_a_cancelled_time_goes_to_the_first_who_waits() -> None:
    bookable, booking = full_day()
    first, second = waits(bookable, "Ada"), waits(bookable, "Ben", 1)
    moments.cancel(booking, NOW + HOUR, by="client")

    offer = offered_to(first)
    assert offer is not None
    assert (offer.start, offer.state, offer.source) == (START, "held", "waiting")
    assert offer.hold_expires_at == NOW + 23 * HOUR  # the twelve would end at night
    assert offered_to(second) is None
    letter = Notice.objects.get(kind="waiting_offer")
    assert letter.recipient_email == "ada@example.com"
    assert list(offer.events.values_list("kind", "by")) == [("held", "clock"), ("offered", "clock")]


def test_an_offer_that_runs_out_goes_to_the_next() -> None:
    bookable, booking = full_day()
    first, second = waits(bookable, "Ada"), waits(bookable, "Ben", 1)
    moments.cancel(booking, NOW, by="client")
    moments.expire_holds(NOW + 23 * HOUR)

    first.refresh_from_db()
    assert first.outcome == "lapsed"
    offer = offered_to(second)
    assert offer is not None
    assert offer.enquiry == second.enquiry


def test_a_moved_session_frees_its_time_too() -> None:
    bookable, booking = full_day()
    entry = waits(bookable, "Ada")
    moments.move(booking, NewTime(bookable.place, START + timedelta(days=1)), NOW)

    assert offered_to(entry) is not None


def test_a_taken_offer_is_booked_and_the_waiting_over() -> None:
    bookable, booking = full_day()
    entry = waits(bookable, "Ada")
    moments.cancel(booking, NOW, by="client")
    offer = offered_to(entry)
    assert offer is not None
    moments.confirm(offer, NOW + HOUR)

    entry.refresh_from_db()
    offer.refresh_from_db()
    assert (entry.outcome, offer.state) == ("booked", "confirmed")


def test_who_waits_no_more_is_passed_over() -> None:
    bookable, booking = full_day()
    first, second = waits(bookable, "Ada"), waits(bookable, "Ben", 1)
    moments.stop_waiting(first, NOW)
    moments.cancel(booking, NOW, by="client")

    assert offered_to(first) is None
    assert offered_to(second) is not None


def test_who_stops_with_a_time_in_hand_passes_it_on() -> None:
    bookable, booking = full_day()
    first, second = waits(bookable, "Ada"), waits(bookable, "Ben", 1)
    moments.cancel(booking, NOW, by="client")
    moments.stop_waiting(first, NOW + HOUR)

    offer = offered_to(first)
    assert offer is not None
    assert (offer.state, first.outcome) == ("released", "withdrawn")
    assert offered_to(second) is not None


def test_who_holds_or_booked_something_else_is_passed_over() -> None:
    bookable, booking = full_day()
    first, second = waits(bookable, "Ada"), waits(bookable, "Ben", 1)
    asked = Enquiry.objects.get(pk=first.enquiry.pk)
    moments.hold(asked, bookable.place, START + timedelta(days=1), None, NOW)
    moments.cancel(booking, NOW, by="client")

    assert offered_to(first) is None
    assert offered_to(second) is not None


def test_an_offer_never_reaches_into_its_session() -> None:
    bookable, booking = full_day()
    studio(offer_hours=72, notice_hours=0)
    entry = waits(bookable, "Ada")
    moments.cancel(booking, START - 3 * HOUR, by="client")

    offer = offered_to(entry)
    assert offer is not None
    assert offer.hold_expires_at == START - HOUR


def test_the_sweep_offers_what_was_freed_unseen_and_closes_what_is_over() -> None:
    bookable, booking = full_day()
    entry = waits(bookable, "Ada")
    booking.allocations.all().delete()

    assert moments.sweep_waiting(NOW + HOUR) == 1
    assert moments.sweep_waiting(NOW + HOUR) == 0
    assert offered_to(entry) is not None
    WaitingEntry.objects.update(offer=None)
    moments.sweep_waiting(NOW + timedelta(days=9))
    entry.refresh_from_db()
    assert entry.outcome == "over"


def test_a_hold_that_lapsed_where_it_stood_in_the_way_closes_its_offer() -> None:
    bookable, booking = full_day()
    entry = waits(bookable, "Ada")
    moments.cancel(booking, NOW, by="client")
    other = enquiry(package=bookable.package)
    moments.hold(other, bookable.place, START, None, NOW + 23 * HOUR)
    moments.sweep_waiting(NOW + 24 * HOUR)

    entry.refresh_from_db()
    assert entry.outcome == "lapsed"


def test_who_is_booked_does_not_wait() -> None:
    bookable, booking = full_day()

    with pytest.raises(IllegalMove):
        moments.wait(
            booking.enquiry, bookable.place, DAY, None, Contact("Ada", "ada@example.com"), NOW
        )
