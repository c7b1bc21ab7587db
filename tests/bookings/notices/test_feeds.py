"""What staff subscribe to: each session by name and time, at an address that can be renewed."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from icalendar import Calendar
from pytest_django import DjangoAssertNumQueries

from bookings import moments
from bookings.booking.models import Booking
from bookings.booking.models import Client as Sitter
from bookings.notices import feeds
from bookings.notices.feeds import feed_path
from bookings.schedule.models import Photographer, Place, Room
from tests import factories
from tests.factories import NOW, START, Bookable

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def answer(path: str, at: datetime = NOW, **headers: str) -> Any:
    with time_machine.travel(at, tick=False):
        return Client().get(path, headers=headers or None)


def shown(subject: Photographer | Room, at: datetime = NOW) -> list[tuple[str, str, str]]:
    """When, what and how sure, of each event in the calendar of `subject`."""
    calendar: Any = Calendar.from_ical(answer(feed_path(subject), at).content)
    return [
        (event.start.astimezone(UTC).isoformat(), str(event["SUMMARY"]), str(event["STATUS"]))
        for event in calendar.events
    ]


def session(bookable: Bookable, number: int, **confirmed: Any) -> Booking:
    """A confirmed booking of a client of its own, `number` days after the first."""
    contact = moments.Contact(f"Client {number}", f"client{number}@example.com")
    return factories.confirmed_booking(
        bookable, start=START + number * DAY, contact=contact, **confirmed
    )


def test_every_session_is_there_with_its_client_and_package() -> None:
    bookable = factories.bookable_studio()
    session(bookable, 0)
    moments.complete(session(bookable, 1), START + 2 * DAY)
    moments.cancel(session(bookable, 5), NOW, by="client")
    factories.held_booking(bookable, start=START + 6 * DAY)

    expected = [
        ("2026-11-25T10:00:00+00:00", "Professional headshot, Client 0", "CONFIRMED"),
        ("2026-11-26T10:00:00+00:00", "Professional headshot, Client 1", "CONFIRMED"),
        ("2026-11-30T10:00:00+00:00", "Professional headshot, Client 5", "CANCELLED"),
        ("2026-12-01T10:00:00+00:00", "Professional headshot, held", "TENTATIVE"),
    ]
    assert shown(bookable.photographer) == expected
    assert shown(bookable.room) == expected


def test_a_calendar_shows_its_own_sessions_only() -> None:
    bookable = factories.bookable_studio()
    session(bookable, 0)
    other_room = factories.room(bookable.place, name="South room")
    colleague = factories.photographer(name="Tove Berg")

    assert (shown(other_room), shown(colleague)) == ([], [])


def test_a_moved_session_is_where_it_went_and_nowhere_else() -> None:
    bookable = factories.bookable_studio()
    booking = session(bookable, 0)

    moments.move(booking, moments.NewTime(bookable.place, START + DAY), NOW)

    assert shown(bookable.photographer) == [
        ("2026-11-26T10:00:00+00:00", "Professional headshot, Client 0", "CONFIRMED")
    ]


def test_what_is_long_over_is_left_out() -> None:
    bookable = factories.bookable_studio()
    session(bookable, 0)
    moments.cancel(session(bookable, 28), NOW, by="client")

    assert len(shown(bookable.photographer, NOW)) == 2
    assert [state for *_, state in shown(bookable.photographer, NOW + 28 * DAY)] == ["CONFIRMED"]
    assert shown(bookable.photographer, START + 28 * DAY) == []


def test_a_hold_that_ran_out_is_left_out_before_anybody_sweeps_it() -> None:
    bookable = factories.bookable_studio()
    booking = factories.held_booking(bookable)
    assert booking.hold_expires_at is not None

    assert len(shown(bookable.photographer, booking.hold_expires_at - timedelta(seconds=1))) == 1
    assert shown(bookable.photographer, booking.hold_expires_at) == []


def test_no_answer_and_no_contact_is_in_a_feed() -> None:
    told = {
        **factories.ANSWERS,
        "access": ["no_flash"],
        "access_note": "zebra-one",
        "creative_note": "zebra-two",
    }
    booking = factories.confirmed_booking(answers=told, note="zebra-three")

    file = answer(feed_path(booking.photographer)).content.replace(b"\r\n ", b"").decode()

    private = ("zebra", "flash", "ines@", "5550143")
    assert [word for word in private if word in file] == []


def test_the_calendar_says_its_name_its_zones_and_when_to_ask_again() -> None:
    booking = factories.confirmed_booking()

    calendar: Any = Calendar.from_ical(answer(feed_path(booking.photographer)).content)

    assert str(calendar["NAME"]) == str(calendar["X-WR-CALNAME"])
    assert calendar["NAME"] == "Mara Lindqvist, Studio Halden"
    assert calendar["REFRESH-INTERVAL"].dt == timedelta(minutes=30)
    assert [str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")] == ["Europe/Berlin"]
    assert calendar["METHOD"] == "PUBLISH"


def test_a_feed_has_the_uid_and_sequence_of_the_letters() -> None:
    bookable = factories.bookable_studio()
    later = NOW + timedelta(minutes=5)
    booking = moments.move(
        session(bookable, 0), moments.NewTime(bookable.place, START + DAY), later
    )

    calendar: Any = Calendar.from_ical(answer(feed_path(bookable.room), later).content)
    [event] = calendar.events

    assert (event["UID"], event.sequence) == (str(booking.uid), 1)
    assert event["DTSTAMP"].dt == later


def test_who_has_it_already_is_told_so_without_the_file() -> None:
    booking = factories.confirmed_booking()
    path = feed_path(booking.photographer)
    first = answer(path)

    again = answer(path, NOW + timedelta(hours=1), if_none_match=first["ETag"])

    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]
    assert again["Last-Modified"] == first["Last-Modified"] == "Mon, 23 Nov 2026 09:00:00 GMT"
    assert answer(path, if_none_match='"another"').status_code == 200


CHANGES: dict[str, Callable[[Booking], object]] = {
    "client": lambda _it: Sitter.objects.update(name="Ines Okafor-Brandt"),
    "address": lambda _it: Place.objects.update(address="Other street 1"),
    "zone": lambda _it: Place.objects.update(time_zone="Europe/Lisbon"),
    "place": lambda _it: Place.objects.update(name="New town"),
    "room": lambda _it: Room.objects.update(name="Blue room"),
    "photographer": lambda _it: Photographer.objects.update(name="Mara L."),
    "studio": lambda _it: factories.studio(name="Studio Halden & Daughter"),
    "mail": lambda _it: factories.studio(email="desk@studio-halden.example"),
    "people": lambda _it: Booking.objects.update(people=2),
    "moved": lambda it: moments.move(it, moments.NewTime(it.place, START + DAY), NOW),
    "cancelled": lambda it: moments.cancel(it, NOW, by="staff"),
    "completed": lambda it: moments.complete(it, it.end),
    "missed": lambda it: moments.miss(it, it.end),
}


@pytest.mark.parametrize("what", CHANGES)
def test_whatever_changes_the_file_changes_its_mark(what: str) -> None:
    booking = factories.confirmed_booking()
    path = feed_path(booking.photographer)
    before = answer(path)

    CHANGES[what](booking)
    after = answer(path, if_none_match=before["ETag"])

    assert after.status_code == 200
    assert after.content != before.content


def test_a_change_that_the_file_does_not_show_leaves_its_mark() -> None:
    booking = factories.confirmed_booking()
    path = feed_path(booking.photographer)
    before = answer(path)

    Place.objects.update(directions="Now round the back")
    Booking.objects.update(note="I will bring my dog")

    assert answer(path, if_none_match=before["ETag"]).status_code == 304


@pytest.mark.parametrize("count", [1, 3])
def test_a_feed_takes_three_queries_however_full(
    count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    bookable = factories.bookable_studio()
    for number in range(count):
        session(bookable, number * 7)
    path = feed_path(bookable.photographer)

    with django_assert_num_queries(3):
        full = answer(path)
    assert len(Calendar.from_ical(full.content).walk("VEVENT")) == count
    with django_assert_num_queries(3):
        assert answer(path, if_none_match=full["ETag"]).status_code == 304


def test_a_feed_is_for_its_reader_alone() -> None:
    factories.studio()

    response = answer(feed_path(factories.photographer()))

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Cache-Control"] == "private, no-cache"
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Referrer-Policy"] == "no-referrer"
    assert "Last-Modified" not in response
    assert "Set-Cookie" not in response


def test_renewing_kills_the_address_given_out_before() -> None:
    factories.studio()
    person = factories.photographer()
    room = factories.room(factories.place())
    old = [feed_path(person), feed_path(room)]

    moments.renew_feed(person)

    assert [answer(path).status_code for path in old] == [404, 200]
    assert answer(feed_path(person)).status_code == 200
    moments.renew_feed(room)
    assert answer(old[1]).status_code == 404
    assert answer(feed_path(room)).status_code == 200


def test_whoever_left_reads_no_longer() -> None:
    factories.studio()
    person = factories.photographer()
    path = feed_path(person)

    person.user.is_active = False
    person.user.save()

    assert answer(path).status_code == 404


def test_unknown_tampered_revoked_and_others_tokens_are_answered_alike() -> None:
    booking = factories.confirmed_booking()
    person, room = booking.photographer, booking.room
    assert room is not None
    token = feed_path(person).removeprefix("/calendar/").removesuffix(".ics")
    numbers, signature = token.split("~")
    good_for_a_room = feed_path(room).split("~")[1]
    moments.renew_feed(room)
    paths = [
        "/calendar/nothing.ics",
        f"/calendar/{numbers}~{signature[:-1]}.ics",
        f"/calendar/99-0~{signature}.ics",
        f"/calendar/{numbers}~{good_for_a_room}",
        f"/calendar/{numbers}~{good_for_a_room}".replace(".ics", "x.ics"),
        f"/b/{token}/",
        f"/calendar/{token}%00.ics",
    ]

    answers = [answer(path) for path in paths]

    assert [response.status_code for response in answers] == [404] * len(paths)
    assert len({response.content for response in answers}) == 1
    assert answer(f"/calendar/{token}.ics").status_code == 200


def test_a_feed_is_read_not_written() -> None:
    factories.studio()

    response = Client().post(feed_path(factories.photographer()))

    assert response.status_code == 405


def test_writing_it_out_changes_nothing_about_what_was_read() -> None:
    booking = factories.confirmed_booking()
    token = feed_path(booking.photographer).removeprefix("/calendar/").removesuffix(".ics")

    feed = feeds.feed_behind(token, NOW)

    assert feeds.rendered(feed) == feeds.rendered(feeds.feed_behind(token, NOW))
    assert feeds.etag(feed) == feeds.etag(feeds.feed_behind(token, NOW + timedelta(hours=1)))
