"""The waiting list on the site: a full day can be asked for, and nothing else can."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bookings import moments
from bookings.booking.links import enquiry_token
from bookings.booking.models import Booking, Enquiry
from bookings.schedule.models import OpeningHours
from bookings.waiting.models import WaitingEntry
from tests import factories
from tests.factories import CONTACT, NOW, START, Bookable
from tests.walking import Walker

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_now")]

DAY = date(2026, 11, 25)
HOUR = timedelta(hours=1)
DAYS = timedelta(days=1)
ADA = {"name": "Ada Byrne", "email": "ada@example.com"}
FIELDS = ADA | {"place": "old-town", "with": "", "day": "2026-11-25"}


@pytest.fixture
def bookable() -> Bookable:
    """A studio whose Wednesdays are one session long."""
    bookable = factories.bookable_studio()
    OpeningHours.objects.filter(weekday=2).update(opens="11:00", closes="11:30")
    return bookable


@pytest.fixture
def taken(bookable: Bookable) -> Booking:
    """Somebody else has the one session of the Wednesday."""
    return factories.confirmed_booking(bookable)


@pytest.fixture
def asked(bookable: Bookable, taken: Booking) -> Enquiry:
    return factories.enquiry(package=bookable.package)


def address(enquiry: Enquiry, name: str = "waiting") -> str:
    return reverse(f"front:{name}", args=[enquiry_token(enquiry)])


def words(response: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_from_a_full_day_to_the_list_without_a_script(asked: Enquiry) -> None:
    walker = Walker()
    walker.go(address(asked, "times"))
    walker.follow("day=2026-11-25")
    assert "All times on this day are taken." in walker.html
    walker.follow("/waiting/")
    walker.send(walker.forms[0], ADA)
    assert walker.path == address(asked)
    assert "You are on the list for Wednesday 25 November 2026." in walker.html
    for line in (
        "we hold it for you and write to ada@example.com",
        "Whoever asked first is offered a time first.",
        "held for you for 12 hours, in the night until nine in the morning, and a letter",
    ):
        assert line in words(walker.response)
    entry = WaitingEntry.objects.get()
    assert (entry.day, entry.place.slug, entry.photographer) == (DAY, "old-town", None)
    assert entry.enquiry.client is not None
    assert entry.enquiry.client.email == "ada@example.com"


def test_full_days_are_told_from_days_without_hours(client: Client, asked: Enquiry) -> None:
    timetable = client.get(address(asked, "times")).context["timetable"]
    full = [cell.number for week in timetable.weeks for cell in week if cell and cell.full_address]
    assert full == [25]
    cells = [cell.words for week in timetable.weeks for cell in week if cell and cell.number == 25]
    assert cells == ["Wednesday 25 November 2026, all times taken"]


def test_a_room_that_is_closed_makes_no_full_day(
    client: Client, bookable: Bookable, asked: Enquiry
) -> None:
    factories.closure(room=bookable.room)
    timetable = client.get(address(asked, "times")).context["timetable"]
    assert timetable.full == frozenset()


def test_a_studio_that_is_booked_out_can_be_waited_for(
    client: Client, bookable: Bookable, asked: Enquiry
) -> None:
    OpeningHours.objects.exclude(weekday=2).delete()
    factories.closure(place=bookable.place, start=START + DAYS, end=START + 400 * DAYS)
    response = client.get(address(asked, "times"))
    assert "Every time that could be booked online is taken." in words(response)
    assert "day=2026-11-25" in response.content.decode()


def test_the_day_is_waited_for_with_the_photographer_asked_for(
    client: Client, bookable: Bookable, asked: Enquiry
) -> None:
    client.post(address(asked), FIELDS | {"with": "mara-lindqvist"})
    assert WaitingEntry.objects.get().photographer == bookable.photographer
    assert "Old town, with Mara Lindqvist" in words(client.get(address(asked)))


def test_asking_twice_waits_once(client: Client, asked: Enquiry) -> None:
    for _ in range(2):
        assert client.post(address(asked), FIELDS)["Location"] == address(asked)
    assert WaitingEntry.objects.count() == 1


def test_who_is_known_need_not_type_again_and_keeps_the_telephone(
    client: Client, bookable: Bookable, asked: Enquiry
) -> None:
    held = moments.hold(asked, bookable.place, START + DAYS, None, NOW)
    moments.give_details(held, CONTACT, "", NOW)
    form = client.get(address(asked), {"day": "2026-11-25"}).context["form"]
    assert (form["name"].value(), form["email"].value()) == (CONTACT.name, CONTACT.email)
    client.post(address(asked), FIELDS | {"name": CONTACT.name, "email": CONTACT.email})
    asked.refresh_from_db()
    assert asked.client is not None
    assert asked.client.phone == CONTACT.phone


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2026-11-26", "There are still times on that day: choose one of them."),
        ("2026-11-28", "Nothing can become free on that day."),
        ("2026-11-20", "That day can&#x27;t be booked here."),
        ("2027-11-25", "That day can&#x27;t be booked here."),
    ],
    ids=["with times", "a Saturday", "over", "too far"],
)
def test_a_day_that_is_not_full_shows_the_times(
    client: Client, asked: Enquiry, day: str, said: str
) -> None:
    shown = client.get(address(asked), {"day": day})
    sent = client.post(address(asked), FIELDS | {"day": day})
    assert (shown.status_code, sent.status_code) == (200, 409)
    for response in (shown, sent):
        assert said in response.content.decode()
        assert "timetable" in response.context
    assert not WaitingEntry.objects.exists()


@pytest.mark.parametrize("changes", [{"day": "soon"}, {"place": "atlantis"}, {"with": "nobody"}])
def test_what_can_not_be_read_waits_for_nothing(
    client: Client, asked: Enquiry, changes: dict[str, str]
) -> None:
    assert client.post(address(asked), FIELDS | changes).status_code == 400
    assert not WaitingEntry.objects.exists()


def test_without_an_address_nothing_is_promised(client: Client, asked: Enquiry) -> None:
    response = client.post(address(asked), FIELDS | {"email": "ada"})
    assert "This doesn&#x27;t look like an e-mail address." in response.content.decode()
    assert response.context["form"]["name"].value() == "Ada Byrne"
    assert not WaitingEntry.objects.exists()


def test_a_freed_time_is_shown_with_the_hours_it_is_held(
    client: Client, asked: Enquiry, taken: Booking
) -> None:
    client.post(address(asked), FIELDS)
    moments.cancel(taken, NOW, by="client")
    assert (
        "Held for you: 11:00, until Tuesday 24 November 2026, 09:00. CET, Europe/Berlin"
        in words(client.get(address(asked)))
    )
    review = words(client.get(address(asked, "review")))
    assert (
        "You waited for this time, so we hold it for you until Tuesday 24 November 2026, 09:00 CET."
        in review
    )
    assert "I need a little longer" not in review
    assert "data-countdown" not in client.get(address(asked, "details")).content.decode()
    times = words(client.get(address(asked, "times")))
    assert "until Tuesday 24 November, 09:00" in times
    assert "If you choose another time, we let this one go. CET, Europe/Berlin" in times


def test_the_letters_lead_to_the_time_that_is_held_before_any_question(
    client: Client, asked: Enquiry, taken: Booking
) -> None:
    client.post(address(asked), FIELDS)
    before = client.get(address(asked, "resume"))["Location"]
    moments.cancel(taken, NOW, by="client")
    assert "/q/" in before
    assert client.get(address(asked, "resume"))["Location"] == address(asked, "review")


def test_a_time_held_for_another_session_waits_for_the_open_question(
    client: Client, bookable: Bookable, asked: Enquiry
) -> None:
    moments.hold(asked, bookable.place, START + DAYS, None, NOW)
    moments.choose(asked, bookable.package, [factories.add_on([bookable.package])], "", NOW)
    assert "/q/" in client.get(address(asked, "resume"))["Location"]


def test_waiting_is_stopped(client: Client, asked: Enquiry) -> None:
    client.post(address(asked), FIELDS)
    walker = Walker()
    walker.go(address(asked))
    walker.send(
        next(form for form in walker.forms if form.action == address(asked, "stop_waiting"))
    )
    assert "You no longer wait for Wednesday 25 November 2026." in walker.html
    assert WaitingEntry.objects.get().outcome == "withdrawn"


def test_nobody_stops_the_waiting_of_another(
    client: Client, bookable: Bookable, asked: Enquiry
) -> None:
    client.post(address(asked), FIELDS)
    other = factories.enquiry(package=bookable.package)
    for number in (str(WaitingEntry.objects.get().pk), "", "x", "9" * 40):
        response = client.post(address(other, "stop_waiting"), {"wait": number})
        assert response.status_code == 404
    assert WaitingEntry.objects.get().outcome == ""


def test_the_recommendation_tells_of_the_days_that_are_waited_for(
    client: Client, asked: Enquiry
) -> None:
    client.post(address(asked), FIELDS)
    assert "Days you wait for Wednesday 25 November 2026 Old town" in words(
        client.get(address(asked, "result"))
    )


def test_without_a_wait_the_list_leads_to_the_times(client: Client, asked: Enquiry) -> None:
    response = client.get(address(asked))
    assert (response.status_code, response["Location"]) == (302, address(asked, "times"))


def test_looking_waits_for_nothing(client: Client, asked: Enquiry) -> None:
    client.get(address(asked), FIELDS)
    assert not WaitingEntry.objects.exists()
    assert client.get(address(asked, "stop_waiting")).status_code == 405


def test_the_list_costs_the_same_however_many_days(client: Client, asked: Enquiry) -> None:
    client.post(address(asked), FIELDS)
    entry = WaitingEntry.objects.get()
    costs = []
    for number in range(3):
        with CaptureQueriesContext(connection) as page:
            client.get(address(asked))
        costs.append(len(page))
        entry.pk, entry.day = None, DAY + (number + 1) * 7 * DAYS
        entry.save(force_insert=True)
    assert len(set(costs)) == 1
