"""The calendar file says what the booking says, exactly, and nothing that is private."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from icalendar import Calendar, vCalAddress

from bookings import moments
from bookings.booking.links import booking_token
from bookings.booking.models import Booking
from bookings.moments import NewTime
from bookings.notices.calendars import booking_calendar
from tests import factories
from tests.factories import NOW, START

pytestmark = pytest.mark.django_db


def read(booking: Booking, *, for_staff: bool = False) -> tuple[Any, Any]:
    """The file, and its only event."""
    calendar: Any = Calendar.from_ical(booking_calendar(booking, for_staff=for_staff))
    [event] = calendar.events
    return calendar, event


def test_a_booking_comes_back_as_it_is() -> None:
    booking = factories.confirmed_booking()

    calendar, event = read(booking)

    assert (calendar["METHOD"], calendar["VERSION"]) == ("PUBLISH", "2.0")
    assert event["UID"] == str(booking.uid)
    assert (event.sequence, event["STATUS"], event["CLASS"]) == (0, "CONFIRMED", "PRIVATE")
    assert event["DTSTAMP"].dt == NOW
    assert (event.start.isoformat(), event.end.isoformat()) == (
        "2026-11-25T11:00:00+01:00",
        "2026-11-25T11:30:00+01:00",
    )
    assert event["DTSTART"].params["TZID"] == event["DTEND"].params["TZID"] == "Europe/Berlin"
    assert event["SUMMARY"] == "Professional headshot at Studio Halden"
    assert event["LOCATION"] == "Old town, Gerberweg 8, 79098 Freiburg, North room"
    assert event["DESCRIPTION"] == (
        f"Booking {booking.reference}\n"
        "With Mara Lindqvist\n"
        "Through the arch, first floor, the bell says Halden.\n"
        "Studio Halden, +49 761 5550100, hello@studio-halden.example"
    )
    assert event["ORGANIZER"] == vCalAddress("mailto:hello@studio-halden.example")
    assert event["ORGANIZER"].params["CN"] == "Studio Halden"
    # Published, not sent round for acceptance (RFC 5546, 3.2.1).
    assert "ATTENDEE" not in event


def test_the_photographer_reads_who_comes() -> None:
    booking = factories.confirmed_booking()

    _calendar, event = read(booking, for_staff=True)

    assert event["UID"] == str(booking.uid)
    assert event["SUMMARY"] == "Professional headshot, Ines Okafor"
    assert event["DESCRIPTION"] == (f"Booking {booking.reference}\nWith Mara Lindqvist\n1 person")


def test_a_cancellation_takes_the_same_event_away() -> None:
    booking = factories.confirmed_booking()
    before = read(booking)[1]

    calendar, event = read(moments.cancel(booking, NOW + timedelta(hours=1), by="client"))

    assert (calendar["METHOD"], event["STATUS"]) == ("CANCEL", "CANCELLED")
    assert (event["UID"], event.sequence) == (before["UID"], before.sequence + 1)
    assert event["DTSTAMP"].dt == NOW + timedelta(hours=1)
    assert event.start == before.start


def test_a_hold_is_tentative_and_gone_when_it_is_given_back() -> None:
    booking = factories.held_booking()

    assert read(booking)[1]["STATUS"] == "TENTATIVE"
    moments.release(booking, NOW)
    booking.refresh_from_db()
    assert read(booking)[0]["METHOD"] == "CANCEL"


@pytest.mark.parametrize(
    ("zone", "start", "end"),
    [
        ("Europe/Berlin", "2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z"),
        ("Europe/Berlin", "2026-10-25T00:30:00Z", "2026-10-25T01:00:00Z"),
        ("Europe/Berlin", "2026-10-25T00:45:00Z", "2026-10-25T01:15:00Z"),
        ("Europe/Berlin", "2026-10-25T01:30:00Z", "2026-10-25T02:30:00Z"),
        ("Europe/Berlin", "2027-07-01T08:00:00Z", "2027-07-01T09:00:00Z"),
        ("America/New_York", "2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z"),
        ("America/New_York", "2026-03-08T06:30:00Z", "2026-03-08T07:30:00Z"),
        ("Australia/Lord_Howe", "2026-04-04T14:45:00Z", "2026-04-04T15:15:00Z"),
        ("America/Sao_Paulo", "2026-12-31T23:30:00Z", "2027-01-01T00:30:00Z"),
        # The clock changes at midnight: a day without its first hour, one with its last twice.
        ("Asia/Beirut", "2026-03-28T21:45:00Z", "2026-03-28T22:15:00Z"),
        ("Asia/Beirut", "2026-10-24T20:30:00Z", "2026-10-24T21:00:00Z"),
        ("Asia/Beirut", "2026-10-24T21:30:00Z", "2026-10-24T22:30:00Z"),
        ("UTC", "2026-12-31T23:30:00Z", "2027-01-01T00:30:00Z"),
    ],
)
def test_times_are_exact_also_where_the_clock_changes(zone: str, start: str, end: str) -> None:
    booking = factories.held_booking()
    booking.place.time_zone = zone
    booking.start, booking.end = datetime.fromisoformat(start), datetime.fromisoformat(end)

    calendar, event = read(booking)

    assert _instant(event, "DTSTART", calendar) == booking.start
    assert _instant(event, "DTEND", calendar) == booking.end


def _instant(event: Any, name: str, calendar: Any) -> Any:
    """The instant by the file's own VTIMEZONE, as a calendar that knows no zones reads it.

    A wall time that comes twice is the first one (RFC 5545, 3.3.5): the offset in force is
    that of the observance with the latest onset before it.
    """
    written = event[name]
    moment = written.dt
    if "TZID" not in written.params:
        return moment.astimezone(UTC)
    wall = moment.replace(tzinfo=None, fold=0)
    [zone] = calendar.walk("VTIMEZONE")
    offsets = [
        (onset, part["TZOFFSETTO"].td) for part in zone.subcomponents for onset in _onsets(part)
    ]
    _onset, offset = max((onset, offset) for onset, offset in offsets if onset <= wall)
    return (wall - offset).replace(tzinfo=UTC)


def _onsets(observance: Any) -> list[datetime]:
    repeated = observance.get("RDATE", [])
    repeated = repeated if isinstance(repeated, list) else [repeated]
    return [observance["DTSTART"].dt, *(date.dt for dates in repeated for date in dates.dts)]


def test_lines_are_folded_at_75_octets() -> None:
    booking = factories.confirmed_booking()
    booking.place.directions = "Über den Hof, dann die grüne Tür. " * 8

    lines = booking_calendar(booking).split(b"\r\n")

    assert max(map(len, lines)) == 75
    assert read(booking)[1]["DESCRIPTION"].split("\n")[2] == booking.place.directions


def test_words_that_look_like_properties_stay_words() -> None:
    booking = factories.confirmed_booking(
        contact=moments.Contact("Eve\nATTENDEE:mailto:all@example.com; x, y\\n", "e@example.com")
    )

    _calendar, event = read(booking, for_staff=True)

    assert "ATTENDEE" not in event
    name = "Eve ATTENDEE:mailto:all@example.com; x, y\\n"
    assert event["SUMMARY"] == f"Professional headshot, {name}"


HOSTILE = 'x";ATTENDEE=y:\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nATTACH:file\n\u2028\x0bZ\\n,;^n'


@pytest.mark.parametrize("for_staff", [True, False])
def test_hostile_words_add_no_line_of_their_own(for_staff: bool) -> None:
    booking = factories.confirmed_booking(contact=moments.Contact(HOSTILE, "e@example.com"))
    plain = _properties(booking_calendar(booking, for_staff=for_staff))
    factories.studio(name=HOSTILE, phone=HOSTILE[:40])
    booking.package_as_sold["name"] = HOSTILE
    booking.photographer.name = HOSTILE
    booking.place.name = booking.place.address = booking.place.directions = HOSTILE
    assert booking.room is not None
    booking.room.name = HOSTILE

    file = booking_calendar(booking, for_staff=for_staff)

    assert _properties(file) == plain
    assert [part.name for part in Calendar.from_ical(file).walk() if part.name == "VALARM"] == []


def _properties(file: bytes) -> list[str]:
    """The name that each unfolded line begins with."""
    lines = file.replace(b"\r\n ", b"").decode().split("\r\n")
    assert not [line for line in lines if "\r" in line or "\n" in line]
    return [re.split("[;:]", line, maxsplit=1)[0] for line in lines]


def test_one_booking_is_one_event_through_its_whole_life() -> None:
    mara = factories.photographer()
    bookable = factories.bookable_studio(photographer=mara)
    tove = factories.photographer([bookable.package], name="Tove Berg")
    factories.weekday_hours(tove, bookable.place)
    later = NewTime(bookable.place, START + timedelta(days=1), tove)

    booking = factories.held_booking(bookable, photographer=mara)
    told = [_told(booking)]
    moments.give_details(booking, factories.CONTACT, "", NOW)
    booking = moments.confirm(booking, NOW)
    told.append(_told(booking))
    factories.closure(photographer=mara, start=later.start, end=later.start + timedelta(hours=1))
    booking = moments.move(booking, later, NOW)
    told += [_told(booking), _told(booking, is_off=True)]
    told.append(_told(moments.cancel(booking, NOW, by="client")))

    assert told == [
        ("PUBLISH", "TENTATIVE", 0, "2026-11-25T11:00:00+01:00"),
        ("PUBLISH", "CONFIRMED", 0, "2026-11-25T11:00:00+01:00"),
        ("PUBLISH", "CONFIRMED", 1, "2026-11-26T11:00:00+01:00"),
        # For the photographer who no longer takes it.
        ("CANCEL", "CANCELLED", 1, "2026-11-26T11:00:00+01:00"),
        ("CANCEL", "CANCELLED", 2, "2026-11-26T11:00:00+01:00"),
    ]


def _told(booking: Booking, *, is_off: bool | None = None) -> tuple[str, str, int, str]:
    """Method, state, sequence and start that the file of `booking` gives its one event."""
    calendar: Any = Calendar.from_ical(booking_calendar(booking, is_off=is_off))
    [event] = calendar.events
    assert event["UID"] == calendar["UID"] == str(booking.uid)
    return (
        str(calendar["METHOD"]),
        str(event["STATUS"]),
        int(event.sequence),
        event.start.isoformat(),
    )


def test_neither_the_link_nor_what_the_client_told_is_in_a_calendar() -> None:
    told = {
        **factories.ANSWERS,
        "access": ["no_flash"],
        "access_note": "zebra-one",
        "creative_note": "zebra-two",
        "place_note": "zebra-three",
    }
    booking = factories.confirmed_booking(answers=told, note="zebra-four")

    for for_staff in (True, False):
        file = booking_calendar(booking, for_staff=for_staff).replace(b"\r\n ", b"").decode()
        assert [word for word in ("zebra", "flash", booking_token(booking)) if word in file] == []


def test_one_state_of_things_gives_one_file() -> None:
    booking = factories.confirmed_booking(start=START)

    assert booking_calendar(booking) == booking_calendar(Booking.objects.get(pk=booking.pk))
