"""What a client reads from booking to thanks: everything they need, and what it costs."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from bookings import moments
from bookings.booking.links import booking_path, enquiry_path, enquiry_token
from bookings.booking.models import Booking
from bookings.notices import outbox
from bookings.notices.letters import letter_for
from bookings.notices.models import Notice
from tests import factories
from tests.bookings.notices.writing import (
    FOOT,
    SITE,
    letter,
    links,
    moved_booking,
    session,
)
from tests.factories import NOW, START

pytestmark = pytest.mark.django_db


def test_the_confirmation_tells_the_client_all_they_need() -> None:
    booking = factories.confirmed_booking()
    link = f"{SITE}{booking_path(booking)}"

    sent = letter("confirmation", booking)

    assert sent.subject == (
        "Booked: Professional headshot, Wednesday 25 November 2026, 11:00 to 11:30"
    )
    head, _heading, advice = sent.text.partition("HOW TO PREPARE\n\n")
    about, _heading, terms = head.partition("\nWHAT WE AGREED\n\n")
    assert about == (
        "Hello Ines Okafor,\n\n"
        "You're booked. We look forward to meeting you. Here is everything in one\n"
        "place; the calendar file is attached.\n\n"
        f"{session(booking)}\n"
        "YOUR BOOKING'S OWN PAGE\n\n"
        "See your booking there at any time, or add it to your calendar. The link\n"
        "is yours alone: whoever has it can see the page.\n\n"
        f"{link}\n\n"
        "PRICE\n\n"
        "- Professional headshot: €95\n"
        "- Total: €95\n"
        "- Of which we charge, if you cancel late or don't come: €47.50\n"
    )
    assert terms.count("\n- ") == 5
    assert re.findall(r"^[A-Z ]+$", advice, re.MULTILINE) == [
        "WHAT TO WEAR",
        "BETTER LEFT AT HOME",
        "WHAT TO BRING",
    ]
    assert advice.endswith(f"Just\nanswer this letter.\n\n{FOOT}")
    assert links(sent.html) == [link]
    assert [file.name for file in sent.attachments] == [f"{booking.reference}.ics"]


@pytest.mark.parametrize("kind", ["confirmation", "assignment"])
def test_add_ons_are_named_with_what_was_booked(kind: str) -> None:
    bookable = factories.bookable_studio()
    extras = [factories.add_on([bookable.package], name=name) for name in ("Make-up", "Hair")]
    booking = factories.confirmed_booking(bookable, add_ons=extras)

    sent = letter(kind, booking)

    what, _heading, _rest = sent.text.partition("What\n")[2].partition("\n\nWhere\n")
    assert what == (
        "  Professional headshot\n"
        "  1 hour 30 minutes, 1 look, 2 retouched pictures\n"
        "  Add-ons: Make-up, Hair"
    )
    assert sent.html.count("Add-ons: Make-up, Hair") == 1


@pytest.mark.parametrize("kind", ["confirmation", "assignment"])
def test_where_there_are_no_add_ons_no_letter_speaks_of_any(kind: str) -> None:
    sent = letter(kind, factories.confirmed_booking())

    assert (sent.text.count("Add-ons"), sent.html.count("Add-ons")) == (0, 0)


@pytest.mark.parametrize(
    ("by", "hours_before", "verdict"),
    [
        ("client", 49, "Nothing is charged."),
        ("client", 48, "Nothing is charged."),
        ("staff", 1, "Nothing is charged."),
        (
            "client",
            47,
            (
                "It was cancelled later than our terms allow free of charge, so €47.50 is\n"
                "due. If you were ill, or something about access changed, tell us."
            ),
        ),
    ],
)
def test_a_cancellation_says_whether_it_costs_anything(
    by: str, hours_before: int, verdict: str
) -> None:
    booking = factories.confirmed_booking(now=NOW - timedelta(days=7))
    booking = moments.cancel(booking, START - timedelta(hours=hours_before), by=by, reason="zebra")
    times = f"{SITE}{reverse('front:times', args=[enquiry_token(booking.enquiry)])}"

    sent = letter("cancelled", booking)

    assert sent.subject == (
        "Cancelled: Professional headshot, Wednesday 25 November 2026, 11:00 to 11:30"
    )
    assert sent.text == (
        "Hello Ines Okafor,\n\n"
        "Your session is cancelled, and its time is free again. The attached file\n"
        "takes it out of your calendar.\n\n"
        f"{session(booking)}\n"
        f"{verdict}\n\n"
        "We would be glad to see you another time. Your session and your answers\n"
        "are kept: you only choose a time.\n\n"
        f"{times}\n\n"
        f"{FOOT}"
    )
    assert links(sent.html) == [times]
    assert [file.mimetype for file in sent.attachments] == ["text/calendar; method=CANCEL"]


def test_a_new_time_comes_with_the_file_that_moves_the_old() -> None:
    booking = moved_booking()
    link = f"{SITE}{booking_path(booking)}"

    sent = letter("moved", booking)

    assert sent.subject == (
        "New time: Professional headshot, Wednesday 25 November 2026, 13:00 to 13:30"
    )
    about, _heading, terms = sent.text.partition("WHAT WE AGREED\n\n")
    assert about == (
        "Hello Ines Okafor,\n\n"
        "Your session has a new time. Price, answers and plan stay as they were;\n"
        "the attached file moves it in your calendar.\n\n"
        "It was on Wednesday 25 November 2026, 11:00 (CET, Europe/Berlin). Now it\n"
        "is on:\n\n"
        f"{session(booking).replace('11:00 to 11:30', '13:00 to 13:30')}\n"
        "YOUR BOOKING'S OWN PAGE\n\n"
        f"{link}\n\n"
    )
    assert "You may move your session" in terms
    assert links(sent.html) == [link]
    [file] = sent.attachments
    assert file.mimetype == "text/calendar; method=PUBLISH"
    assert b"SEQUENCE:1\r\n" in file.content


@pytest.mark.parametrize(
    ("days_before", "way_out"),
    [
        (7, "you can move or cancel free of charge until Monday 23 November 2026, 11:00."),
        (1, "If something comes up, call us."),
    ],
)
def test_a_reminder_says_what_can_still_be_changed_on_its_day(
    days_before: int, way_out: str
) -> None:
    booking = factories.confirmed_booking()
    due = START - timedelta(days=days_before)

    sent = letter_for(outbox.write_to_client(booking, Notice.Kind.REMINDER, NOW, due_at=due))

    assert sent.subject == (
        "Soon: Professional headshot, Wednesday 25 November 2026, 11:00 to 11:30"
    )
    assert way_out in " ".join(sent.text.split())
    assert "WHAT IS STILL TO DO" in sent.text
    assert sent.attachments == ()


def test_the_plan_comes_with_the_link_to_tick_it_off() -> None:
    booking = factories.confirmed_booking()

    sent = letter_for(outbox.write_to_client(booking, Notice.Kind.PREPARATION, NOW, due_at=NOW))

    assert sent.subject == "Your plan for Wednesday 25 November 2026"
    assert links(sent.html) == [f"{SITE}{booking_path(booking)}"]


@pytest.mark.parametrize(
    ("days", "said"), [(21, "in 21 days."), (6, "in 6 days."), (1, "tomorrow.")]
)
def test_the_plan_counts_the_days_that_are_left(days: int, said: str) -> None:
    booking = factories.confirmed_booking()
    due = START - timedelta(days=days)

    sent = letter_for(outbox.write_to_client(booking, Notice.Kind.PREPARATION, NOW, due_at=due))

    assert f"Your session is {said} Here is what makes it easy" in sent.text


def test_a_freed_time_says_until_when_it_is_held() -> None:
    booking = factories.held_booking()
    booking.client = factories.client()
    booking.save()
    outbox.write_to_client(booking, Notice.Kind.WAITING_OFFER, NOW)

    sent = letter("waiting_offer", booking)

    assert sent.subject == (
        "A time is free: Professional headshot, Wednesday 25 November 2026, 11:00 to 11:30"
    )
    assert "We hold it for you until Monday 23 November 2026, 10:15." in sent.text
    assert links(sent.html) == [f"{SITE}{enquiry_path(booking.enquiry)}"]


def test_thanks_ask_for_nothing_but_a_word() -> None:
    booking = factories.completed_booking()

    sent = letter("thank_you", booking)

    assert sent.subject == "Thank you for coming"
    assert (links(sent.html), sent.attachments) == ([], ())


def test_who_books_inside_the_last_hours_reads_what_holds_now() -> None:
    booking = factories.confirmed_booking(now=START - timedelta(hours=26))

    said = " ".join(letter("confirmation", booking).text.split())

    assert (
        "WHAT WE AGREED - It is less than 48 hours until your session, so it can no longer be "
        "moved on the site. - You pay nothing in advance: you pay at the studio, on the day. - If "
        "you cancel it, or don’t come, 50 % of the price is due."
    ) in said
    assert "free up to" not in said


def test_a_deposit_that_is_not_all_that_can_be_due_is_no_line_of_the_price() -> None:
    bookable = factories.bookable_studio()
    bookable.studio.fee_tiers.create(hours_before=12, percent=100)
    booking = factories.confirmed_booking(bookable, start=START + timedelta(days=7))

    said = " ".join(letter("confirmation", booking).text.split())

    assert "Of which we charge" not in said
    assert (
        "If you cancel later than that, the deposit is due: 50 % of the price. - In the last 12 "
        "hours before it, or if you don’t come, 100 % of the price is due."
    ) in said


def test_a_reminder_promises_no_move_where_all_are_used() -> None:
    booking = factories.confirmed_booking(start=START + timedelta(days=7))
    Booking.objects.filter(pk=booking.pk).update(moves=2)
    notice = outbox.write_to_client(booking, Notice.Kind.REMINDER, NOW, due_at=NOW)
    notice.refresh_from_db()

    said = " ".join(letter_for(notice).text.split())

    assert "you can cancel free of charge until Monday 30 November 2026, 11:00." in said
