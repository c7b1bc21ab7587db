"""What comes late: a mistyped address, a colleague's change, a letter that still waits."""

from datetime import datetime, timedelta

import pytest

from bookings import moments
from bookings.booking.errors import ClientErased, HoldExpired, IllegalMove, MovedMeanwhile
from bookings.booking.models import Booking, Client
from bookings.moments import Call, Contact, NewTime
from bookings.notices.models import Notice
from bookings.schedule.models import OpeningHours
from bookings.series.listing import Person
from bookings.series.models import Attendee
from tests.factories import (
    ANSWERS,
    CONTACT,
    NOW,
    START,
    bookable_studio,
    client,
    closure,
    confirmed_booking,
    enquiry,
    held_booking,
    photographer,
    series_package,
    staff,
    studio,
    weekday_hours,
)

pytestmark = pytest.mark.django_db

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
TEAM = {**ANSWERS, "people_total": 3, "people_in_frame": 1}


def company_day(start: datetime = START) -> Booking:
    bookable = bookable_studio(package=series_package())
    return confirmed_booking(bookable, answers=TEAM, start=start)


def told(booking: Booking, person: str = "ada@example.com") -> Attendee:
    """One person of `booking` who has read their invitation."""
    [attendee] = moments.invite(booking, [Person("Ada", person)], NOW)
    attendee.notices.filter(kind="invitation").update(sent_at=NOW)
    return attendee


def waiting_for(address: str) -> list[str]:
    rows = Notice.objects.waiting().filter(recipient_email=address).order_by("pk")
    return list(rows.values_list("kind", flat=True))


def test_who_mistyped_their_address_is_erased_without_the_session_of_who_they_are() -> None:
    bookable = bookable_studio()
    first = held_booking(bookable)
    moments.give_details(first, Contact("Ines Okafor", "ines@exmaple.com"), "", NOW)
    moments.expire_holds(NOW + 20 * MINUTE)
    later = NOW + 21 * MINUTE
    second = moments.hold(first.enquiry, bookable.place, START, None, later)
    moments.give_details(second, CONTACT, "", later)
    second = moments.confirm(second, later)
    first.refresh_from_db()
    assert first.client is not None

    moments.erase_client(first.client, later)

    second.refresh_from_db()
    assert (second.client, second.enquiry.client) == (second.client, second.client)
    assert second.enquiry.answers == ANSWERS
    assert second.briefs.count() == 1
    assert waiting_for(CONTACT.email)[:1] == ["confirmation"]


def test_another_spelling_of_a_known_name_meets_nobody() -> None:
    known = client(name="Anna Muster", email="anna@example.com", phone="")
    held = held_booking()

    moments.give_details(held, Contact("anna muster", "anna@example.com"), "", NOW)

    held.refresh_from_db()
    assert held.client is not None
    assert (held.client == known, held.client.name) == (False, "anna muster")


def test_why_the_desk_called_a_session_off_is_forgotten_with_the_client() -> None:
    booking = confirmed_booking()
    desk = staff("desk")
    moments.cancel(booking, NOW, by="staff", actor=desk, reason="Ines is in hospital")
    booking.notices.filter(kind="cancelled").update(sent_at=NOW)
    assert booking.client is not None

    moments.erase_client(booking.client, NOW)

    assert set(booking.events.values_list("note", flat=True)) == {""}


def test_an_erased_client_is_not_booked_for_by_telephone() -> None:
    bookable = bookable_studio()
    caller = client()
    moments.erase_client(Client.objects.get(pk=caller.pk), NOW)
    call = Call(bookable.package, bookable.place, START, ANSWERS)

    with pytest.raises(ClientErased):
        moments.book_by_telephone(call, caller, NOW, actor=staff("desk"))
    assert not Booking.objects.exists()


def test_who_was_erased_after_their_session_is_not_thanked_for_it() -> None:
    booking = confirmed_booking()
    assert booking.client is not None
    moments.erase_client(booking.client, booking.end)

    moments.complete(booking, booking.end)

    assert not Notice.objects.filter(kind="thank_you").exists()


def test_a_session_that_moved_is_not_cancelled_by_who_saw_the_old_time() -> None:
    bookable = bookable_studio()
    booking = confirmed_booking(bookable, start=START + 6 * DAY)
    moments.move(booking, NewTime(bookable.place, START), NOW)

    with pytest.raises(MovedMeanwhile):
        moments.cancel(booking, NOW, by="client", seen=0)
    booking.refresh_from_db()
    assert booking.state == "confirmed"
    assert moments.cancel(booking, NOW, by="client", seen=1).state == "cancelled"


def test_a_hold_ends_when_its_session_begins() -> None:
    made = bookable_studio(studio=studio(notice_hours=0))
    held = held_booking(made, start=NOW + 30 * MINUTE, now=NOW + 20 * MINUTE)
    moments.give_details(held, CONTACT, "", NOW + 21 * MINUTE)

    longer = moments.extend(held, NOW + 22 * MINUTE)

    assert longer.hold_expires_at == held.start
    with pytest.raises(HoldExpired):
        moments.confirm(held, NOW + 30 * MINUTE)


def test_who_handed_a_session_over_reads_so_though_it_is_cancelled_then() -> None:
    bookable = bookable_studio()
    colleague = photographer([bookable.package], name="Jonas Weber")
    weekday_hours(colleague, bookable.place)
    booking = confirmed_booking(bookable, photographer=bookable.photographer)
    Notice.objects.filter(kind="assignment").update(sent_at=NOW)
    to = NewTime(bookable.place, START, colleague)
    booking = moments.move(booking, to, NOW, by="staff", actor=staff("desk"))

    moments.cancel(booking, NOW, by="client")

    assert waiting_for(bookable.photographer.user.email) == ["handed_over"]


def test_who_was_taken_off_a_list_reads_so_though_the_day_is_cancelled_then() -> None:
    booking = company_day()
    moments.uninvite(told(booking), NOW)

    moments.cancel(booking, NOW, by="client")

    assert waiting_for("ada@example.com") == ["uninvited"]


def test_a_company_reads_of_its_new_day_though_the_photographer_changes_after_it() -> None:
    booking = company_day()
    colleague = photographer([booking.package], name="Jonas Weber")
    weekday_hours(colleague, booking.place)
    told(booking)
    desk = staff("desk")
    on = NewTime(booking.place, START + DAY, booking.photographer)
    booking = moments.move(booking, on, NOW, by="staff", actor=desk)

    moments.move(booking, NewTime(booking.place, booking.start, colleague), NOW, by="staff")

    assert "moved" in waiting_for("ada@example.com")


def test_a_company_s_letters_keep_their_language_when_the_organiser_changes_theirs() -> None:
    booking = company_day(START + 7 * DAY)
    attendee = told(booking)
    reminder = attendee.notices.get(kind="reminder")

    moments.speak(booking.enquiry, "de")

    reminder.refresh_from_db()
    assert reminder.language == "en"
    assert booking.notices.get(kind="confirmation").language == "de"


def test_the_link_of_somebody_who_was_taken_off_the_list_is_not_renewed() -> None:
    booking = company_day()
    attendee = told(booking)
    moments.uninvite(Attendee.objects.get(pk=attendee.pk), NOW)

    with pytest.raises(IllegalMove):
        moments.renew_attendee_link(attendee, NOW, actor=staff("desk"))


def test_who_waits_for_one_photographer_and_then_for_anybody_waits_for_anybody() -> None:
    bookable = bookable_studio()
    closure(photographer=bookable.photographer)
    asked = enquiry(package=bookable.package)
    day = START.date()
    moments.wait(asked, bookable.place, day, bookable.photographer, CONTACT, NOW)

    entry = moments.wait(asked, bookable.place, day, None, CONTACT, NOW)

    entry.refresh_from_db()
    assert entry.photographer is None
    assert asked.waiting.count() == 1
    assert waiting_for(CONTACT.email) == ["waiting", "waiting"]


def test_a_time_given_back_for_another_goes_to_who_waits_at_once() -> None:
    bookable = bookable_studio()
    OpeningHours.objects.filter(weekday=2).update(opens="11:00", closes="11:30")
    held = held_booking(bookable)
    asked = enquiry(package=bookable.package)
    entry = moments.wait(asked, bookable.place, START.date(), None, CONTACT, NOW)

    moments.hold(held.enquiry, bookable.place, START + 7 * DAY, None, NOW)

    entry.refresh_from_db()
    assert entry.offer is not None
    assert entry.offer.start == START
