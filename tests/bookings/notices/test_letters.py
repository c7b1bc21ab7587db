"""What each letter says, to whom, and what none ever says."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from itertools import pairwise
from textwrap import dedent
from typing import Any

import pytest

from bookings import moments
from bookings.booking.links import booking_path, enquiry_path
from bookings.booking.models import Booking, Enquiry
from bookings.moments import Contact
from bookings.notices import outbox
from bookings.notices.letters import Letter, letter_for
from bookings.notices.models import Notice
from bookings.series.links import attendee_path
from bookings.series.listing import Person
from bookings.series.models import Attendee
from bookings.waiting.models import WaitingEntry
from tests import factories
from tests.factories import ANSWERS, CONTACT, NOW, START

pytestmark = pytest.mark.django_db

BETWEEN = (
    Notice.Kind.PREPARATION,
    Notice.Kind.REMINDER,
    Notice.Kind.MOVED,
    Notice.Kind.RESCHEDULED,
    Notice.Kind.HANDED_OVER,
    Notice.Kind.WAITING_OFFER,
    Notice.Kind.THANK_YOU,
)
"""Letters that are neither of the beginning nor of the end of a booking."""

SITE = "http://127.0.0.1:8000"
FOOT = "--\nStudio Halden\n+49 761 5550100\nhello@studio-halden.example\n"
CARE = {
    "head_covering": True,
    "minors": 1,
    "access": ["seated", "interpreter"],
    "access_note": "zebra crossing",
}


def letter(kind: str, about: Booking | Enquiry, **changes: str) -> Letter:
    """The one letter `kind` that the moments wrote about `about`."""
    [notice] = about.notices.filter(kind=kind)
    for name, value in changes.items():
        setattr(notice, name, value)
    return letter_for(notice)


def session(booking: Booking) -> str:
    """The block that every letter about a booking has."""
    return dedent(f"""\
        Wednesday 25 November 2026
        11:00 to 11:30 (CET, Europe/Berlin)

        What
          Professional headshot
          30 minutes, 1 look, 2 retouched pictures

        Where
          Old town
          Gerberweg 8
          79098 Freiburg
          North room
          Through the arch, first floor, the bell says Halden.

        With
          Mara Lindqvist

        Reference
          {booking.reference}
        """)


class Links(HTMLParser):
    """The targets of a page's links, in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.targets: list[str | None] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.targets.append(dict(attrs).get("href"))


def links(page: str) -> list[str | None]:
    """Where the letter's own links lead; those of its foot are left out."""
    return Links(page).targets[:-2]


def message(
    contact: Contact = CONTACT, text: str = "", answers: Mapping[str, Any] = ANSWERS
) -> Enquiry:
    """An enquiry that was sent to the studio."""
    factories.studio()
    asked = factories.enquiry(answers)
    return moments.write_to_studio(asked, contact, text, NOW)


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
        "- Deposit, part of the total: €47.50\n"
    )
    assert terms.count("\n- ") == 4
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
        "  90 minutes, 1 look, 2 retouched pictures\n"
        "  Add-ons: Make-up, Hair"
    )
    assert sent.html.count("Add-ons: Make-up, Hair") == 1


@pytest.mark.parametrize("kind", ["confirmation", "assignment"])
def test_where_there_are_no_add_ons_no_letter_speaks_of_any(kind: str) -> None:
    sent = letter(kind, factories.confirmed_booking())

    assert (sent.text.count("Add-ons"), sent.html.count("Add-ons")) == (0, 0)


def test_the_photographer_is_told_who_when_and_where_and_led_to_the_brief() -> None:
    booking = factories.confirmed_booking(note="I have a scar on the left")
    link = f"{SITE}/admin/bookings/booking/{booking.pk}/change/"

    sent = letter("assignment", booking)

    assert sent.subject == (
        "New session: Professional headshot, Wednesday 25 November 2026, 11:00 to 11:30"
    )
    assert sent.text == (
        "Hello Mara Lindqvist,\n\n"
        "A new session for you.\n\n"
        f"{session(booking)}\n"
        "Who is coming\n"
        "  Ines Okafor\n"
        "  ines@example.com\n"
        "  +49 761 5550143\n\n"
        "The brief is drafted from the client's answers, your kit and the room.\n"
        "What is personal is there and not in this letter.\n\n"
        f"{link}\n\n"
        f"{FOOT}"
    )
    assert links(sent.html) == ["mailto:ines@example.com", link]


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
        "We would be glad to see you another time:\n\n"
        f"{SITE}/\n\n"
        f"{FOOT}"
    )
    assert links(sent.html) == [f"{SITE}/"]
    assert [file.mimetype for file in sent.attachments] == ["text/calendar; method=CANCEL"]


def moved_booking(**to: Any) -> Booking:
    """A booking two hours later than it was."""
    booking = factories.confirmed_booking()
    later = moments.NewTime(booking.place, START + timedelta(hours=2), **to)
    return moments.move(booking, later, NOW)


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
        f"{session(booking).replace('11:00 to 11:30', '13:00 to 13:30')}\n"
        "YOUR BOOKING'S OWN PAGE\n\n"
        f"{link}\n\n"
    )
    assert "You may move your session" in terms
    assert links(sent.html) == [link]
    [file] = sent.attachments
    assert file.mimetype == "text/calendar; method=PUBLISH"
    assert b"SEQUENCE:1\r\n" in file.content


def test_the_photographer_reads_the_new_time_too() -> None:
    booking = moved_booking()

    sent = letter("rescheduled", booking)

    assert sent.text.startswith(
        "Hello Mara Lindqvist,\n\n"
        "A session of yours has a new time. The attached file moves it in your\n"
        "calendar.\n\n"
    )
    assert links(sent.html)[0] == "mailto:ines@example.com"


def test_who_no_longer_takes_it_gets_it_out_of_the_calendar() -> None:
    studio = factories.bookable_studio()
    second = factories.photographer([studio.package], name="Second")
    factories.weekday_hours(second, studio.place)
    booking = factories.confirmed_booking(studio, photographer=studio.photographer)
    later = moments.NewTime(booking.place, START + timedelta(hours=2), second)
    booking = moments.move(booking, later, NOW)

    sent = letter("handed_over", booking)

    assert sent.text.startswith("Hello Mara Lindqvist,\n\nA session of yours was moved")
    [file] = sent.attachments
    assert file.mimetype == "text/calendar; method=CANCEL"
    assert b"STATUS:CANCELLED\r\n" in file.content


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


def test_each_of_a_company_gets_a_link_of_their_own() -> None:
    booking = factories.confirmed_booking(
        factories.bookable_studio(package=factories.series_package()),
        answers={"uses": ["online_profile"], "people_in_frame": 1, "people_total": 4},
    )
    ada, ben = moments.invite(
        booking, [Person("Ada", "ada@example.com"), Person("Ben", "ben@example.com")], NOW
    )
    moments.choose_slot(ada, START + timedelta(minutes=10), NOW)
    invitations = booking.notices.filter(kind="invitation").order_by("pk")

    first, second = (links(letter_for(notice).html)[0] for notice in invitations)
    sent = letter("slot_chosen", booking)

    assert (first, second) == (f"{SITE}{attendee_path(ada)}", f"{SITE}{attendee_path(ben)}")
    assert first != second
    assert sent.subject == "Your slot: Wednesday 25 November 2026, 11:10"
    assert "11:10 (CET, Europe/Berlin), 10 minutes" in sent.text


def test_thanks_ask_for_nothing_but_a_word() -> None:
    booking = factories.completed_booking()

    sent = letter("thank_you", booking)

    assert sent.subject == "Thank you for coming"
    assert (links(sent.html), sent.attachments) == ([], ())


def test_the_photographer_is_told_that_a_session_is_off() -> None:
    booking = factories.cancelled_booking()

    sent = letter("unassigned", booking)

    assert sent.subject == (
        "Off: Professional headshot, Wednesday 25 November 2026, 11:00 to 11:30"
    )
    assert sent.text.startswith(
        "Hello Mara Lindqvist,\n\n"
        "A session of yours was cancelled, and your time is free again. The\n"
        "attached file takes it out of your calendar.\n\n"
        f"{session(booking)}\n"
        "Who would have come\n"
        "  Ines Okafor\n"
    )
    assert [file.mimetype for file in sent.attachments] == ["text/calendar; method=CANCEL"]


def test_a_message_reaches_the_studio_with_the_answers_in_words() -> None:
    asked = message(
        text="Do you come to us?\n\nWe are on the third floor.", answers={**ANSWERS, **CARE}
    )
    link = f"{SITE}/admin/bookings/enquiry/{asked.pk}/change/"

    sent = letter("enquiry_message", asked)

    assert (sent.subject, sent.reply_to) == ("Message from Ines Okafor", "ines@example.com")
    contents, _heading, answers = sent.text.partition("THEIR ANSWERS\n\n")
    assert contents == (
        "Someone filled in the questionnaire and would like an answer. Reply to\n"
        "this letter to write to them.\n\n"
        "  Ines Okafor\n"
        "  ines@example.com\n"
        "  +49 761 5550143\n\n"
        "THE MESSAGE\n\n"
        "  Do you come to us?\n\n"
        "  We are on the third floor.\n\n"
    )
    blocks = answers.split("\n\n")
    assert blocks[0] == "We recommended\n  Corporate headshot"
    assert [block.splitlines()[1:] for block in blocks[1:-2]] == [
        ["  LinkedIn or another work profile", "  Business cards"],
        ["  For work"],
        ["  Head and shoulders"],
        ["  Plain"],
    ]
    assert "\n\n".join(blocks[-2:]) == f"{link}\n\n{FOOT}"
    assert links(sent.html) == ["mailto:ines@example.com", link]


def test_the_receipt_says_what_happens_next_and_repeats_nothing() -> None:
    asked = message(text="zebra")
    link = f"{SITE}{enquiry_path(asked)}"

    sent = letter("enquiry_receipt", asked)

    assert sent.subject == "Studio Halden has your message"
    assert sent.text == (
        "Hello Ines Okafor,\n\n"
        "Thank you for writing. Your message and your answers are with the\n"
        "studio. Someone reads them and answers you by e-mail within two working\n"
        "days; nothing is booked, and nothing is charged.\n\n"
        "YOUR ANSWERS\n\n"
        "They are kept. You can change them, or go on from there, on any device.\n"
        "The link is yours alone.\n\n"
        f"{link}\n\n"
        "If you didn't write to us, someone gave your address by mistake. You\n"
        "need do nothing.\n\n"
        f"{FOOT}"
    )
    assert links(sent.html) == [link]
    assert "zebra" not in sent.html


def test_care_answers_change_no_letter() -> None:
    booking = factories.confirmed_booking(answers={**ANSWERS, **CARE, "people_total": 1})
    for kind in BETWEEN:
        outbox.write_to_client(booking, kind, NOW)
    attendee = Attendee.objects.create(
        booking=booking, name="Ada", email="ada@example.com", invited_at=NOW, care=CARE
    )
    for kind in (Notice.Kind.INVITATION, Notice.Kind.SLOT_CHOSEN, Notice.Kind.UNINVITED):
        outbox.write_to_attendee(attendee, kind, NOW)
    moments.cancel(booking, NOW, by="client")
    asked = message(answers={**ANSWERS, **CARE})
    outbox.write_about_waiting(
        WaitingEntry.objects.create(
            enquiry=asked, place=booking.place, day=date(2026, 11, 27), created_at=NOW
        ),
        NOW,
    )
    written = Notice.objects.order_by("pk")
    with_care = [letter_for(notice) for notice in written]
    assert set(Enquiry.objects.values_list("care__access_note", flat=True)) == {"zebra crossing"}

    Enquiry.objects.update(care={})
    Attendee.objects.update(care={})

    assert [letter_for(notice) for notice in written.all()] == with_care
    assert {notice.kind for notice in written} == set(Notice.Kind.values)
    assert asked.message_sent_at == NOW


def test_the_copy_without_its_link_differs_in_that_line_alone() -> None:
    booking = factories.confirmed_booking()
    [notice] = booking.notices.filter(kind="confirmation")
    link = f"{SITE}{booking_path(booking)}"
    invitation = (
        "See your booking there at any time, or add it to your calendar. The link\n"
        "is yours alone: whoever has it can see the page.\n\n"
    )

    sent, kept = letter_for(notice), letter_for(notice, private_link=False)

    line = "(The client's private link stood here. It is not kept.)"
    assert kept.text == sent.text.replace(invitation + link, line)
    assert links(kept.html) == []
    assert replace(kept, text="", html="") == replace(sent, text="", html="")


def test_hostile_words_stay_words() -> None:
    name = "Eve\r\nBcc: all@example.com\n\n<script>alert(1)</script>"
    asked = message(Contact(name, "eve@example.com"), text="<img src=x onerror=alert(2)>")

    sent = letter("enquiry_message", asked)

    assert sent.subject == ("Message from Eve Bcc: all@example.com <script>alert(1)</script>")
    assert "  <img src=x onerror=alert(2)>\n" in sent.text
    assert (sent.html.count("<script"), sent.html.count("<img")) == (0, 0)
    assert sent.html.count("&lt;script&gt;alert(1)&lt;/script&gt;") == 1
    assert sent.html.count("&lt;img src=x onerror=alert(2)&gt;") == 1


@pytest.mark.parametrize(
    ("name", "greeting"),
    [
        ("Ines Okafor", "Hello Ines Okafor,"),
        ("Dr. J.R. O'Neill-Ångström", "Hello Dr. J.R. O'Neill-Ångström,"),
        ("  Ines \n Okafor ", "Hello Ines Okafor,"),
        ("Win now at https://evil.example", "Hello,"),
        ("WWW.evil", "Hello,"),
        ("evil.example", "Hello,"),
        ("me@evil", "Hello,"),
        ("", "Hello,"),
    ],
)
def test_a_greeting_repeats_a_name_but_no_address(name: str, greeting: str) -> None:
    sent = letter("enquiry_receipt", message(), recipient_name=name)

    assert sent.text.splitlines()[0] == greeting


def test_times_are_those_of_the_place() -> None:
    place = factories.place(name="Harbour loft", time_zone="America/New_York")
    booking = factories.confirmed_booking(
        factories.bookable_studio(place=place), start=datetime(2026, 11, 26, 15, tzinfo=UTC)
    )

    sent = letter("confirmation", booking)

    assert "\nThursday 26 November 2026\n10:00 to 10:30 (EST, America/New York)\n" in sent.text


def test_a_letter_is_written_in_its_own_language() -> None:
    booking = factories.confirmed_booking()

    sent = letter("confirmation", booking, language="de")

    assert sent.subject.endswith("Mittwoch 25 November 2026, 11:00 to 11:30")
    assert "- Deposit, part of the total: €47,50\n" in sent.text
    assert '<html lang="de">' in sent.html


def test_lines_of_the_text_are_short_and_blank_lines_single() -> None:
    booking = factories.confirmed_booking()
    booking.place.directions = "Through the arch and on " * 20
    booking.place.save()

    lines = letter("confirmation", booking).text.splitlines()

    assert [line for line in lines if len(line) > 72 and " " in line.strip()] == []
    assert [after for before, after in pairwise(lines) if not before + after] == []
