"""What is forgotten is gone everywhere, and what has to stay true stays."""

from datetime import timedelta

import pytest

from bookings import moments
from bookings.booking.errors import LetterUnderWay, StillToCome
from bookings.booking.links import NoSuchLink, booking_behind, booking_token
from bookings.booking.models import Booking, Enquiry
from bookings.briefs.models import ShootBrief
from bookings.notices.models import Notice
from tests.factories import (
    ANSWERS,
    CONTACT,
    NOW,
    START,
    completed_booking,
    confirmed_booking,
    enquiry,
    held_booking,
    staff,
    studio,
)

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
CARE = {"access": ["seated"], "access_note": "zebra crossing", "head_covering": True}


def whole_database() -> str:
    """Every value of every row about clients, as one text."""
    rows = [
        *Booking.objects.values(),
        *Enquiry.objects.values(),
        *Notice.objects.exclude(kind__in=["assignment", "rescheduled"]).values(),
        *ShootBrief.objects.values(),
        *[event for booking in Booking.objects.all() for event in booking.events.values()],
    ]
    return str(rows)


def test_an_erased_client_is_nowhere_and_the_sale_stays_true() -> None:
    booking = completed_booking(answers={**ANSWERS, **CARE}, note="I am very nervous")
    client, token = booking.client, booking_token(booking)
    assert client is not None
    sold = (booking.total_minor, booking.quote, booking.start, booking.state)

    moments.erase_client(client, booking.end + DAY, actor=staff("owner"))

    client.refresh_from_db()
    booking.refresh_from_db()
    assert (client.name, client.email, client.phone) == ("–", "", "")
    assert client.erased_at == booking.end + DAY
    assert (booking.total_minor, booking.quote, booking.start, booking.state) == sold
    left = whole_database()
    for trace in (CONTACT.email, CONTACT.name, "nervous", "zebra", "online_profile"):
        assert trace not in left
    with pytest.raises(NoSuchLink):
        booking_behind(token)
    last = booking.events.latest("pk")
    assert (last.kind, last.by) == ("erased", "staff")


def test_erasing_twice_erases_once() -> None:
    booking = completed_booking()
    assert booking.client is not None
    moments.erase_client(booking.client, booking.end)
    again = moments.erase_client(booking.client, booking.end + DAY)

    assert again.erased_at == booking.end
    assert booking.events.filter(kind="erased").count() == 1


def test_who_has_a_session_ahead_is_not_erased_yet() -> None:
    booking = confirmed_booking()
    assert booking.client is not None

    with pytest.raises(StillToCome):
        moments.erase_client(booking.client, NOW)
    moments.cancel(booking, NOW, by="client")
    with pytest.raises(LetterUnderWay):
        moments.erase_client(booking.client, NOW)
    booking.notices.filter(kind="cancelled").update(sent_at=NOW)
    assert moments.erase_client(booking.client, NOW).erased_at == NOW


def test_where_mail_is_broken_nobody_waits_for_the_letter_to_be_erased() -> None:
    booking = confirmed_booking()
    assert booking.client is not None
    moments.cancel(booking, NOW, by="client")
    booking.notices.filter(kind="cancelled").update(attempts=1)

    assert moments.erase_client(booking.client, NOW).erased_at == NOW
    assert not booking.notices.filter(kind="cancelled").exists()


def test_a_time_that_is_only_held_is_let_go() -> None:
    held = held_booking()
    moments.give_details(held, CONTACT, "", NOW)
    held.refresh_from_db()
    assert held.client is not None

    moments.erase_client(held.client, NOW)

    held.refresh_from_db()
    assert (held.state, held.allocations.count()) == ("released", 0)


def test_the_words_of_a_letter_that_passed_them_on_go_too() -> None:
    asked = enquiry()
    studio()
    moments.write_to_studio(asked, CONTACT, "Is there parking for a zebra?", NOW)
    asked.refresh_from_db()
    assert asked.client is not None

    moments.erase_client(asked.client, NOW)

    assert list(Notice.objects.values_list("kind", "message")) == [("enquiry_message", "")]


def test_care_answers_are_kept_for_the_stated_days_after_the_session() -> None:
    booking = completed_booking(answers={**ANSWERS, **CARE})
    assert moments.forget_care(booking.end + 29 * DAY) == 0
    assert "zebra" in whole_database()

    assert moments.forget_care(booking.end + 31 * DAY) == 1
    assert "zebra" not in whole_database()
    booking.enquiry.refresh_from_db()
    assert (booking.enquiry.care, booking.enquiry.answers["uses"]) == ({}, ANSWERS["uses"])
    assert moments.forget_care(booking.end + 32 * DAY) == 0


def test_a_session_far_ahead_keeps_its_care_answers() -> None:
    booking = confirmed_booking(answers={**ANSWERS, **CARE}, start=START + 63 * DAY)

    assert moments.forget_care(NOW + 60 * DAY) == 0
    booking.enquiry.refresh_from_db()
    assert booking.enquiry.care == CARE


def test_an_enquiry_that_came_to_nothing_forgets_them_too() -> None:
    studio()
    asked = enquiry({**ANSWERS, **CARE})

    assert moments.forget_care(NOW + 29 * DAY) == 0
    assert moments.forget_care(NOW + 30 * DAY) == 1
    asked.refresh_from_db()
    assert asked.care == {}
