"""What other calendars say is busy becomes closures, in a process that can be stopped."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from pytest_django import Settings

from bookings import moments
from bookings.schedule import availability, outside, reader
from bookings.schedule.models import Closure, OutsideCalendar, Photographer
from tests import factories
from tests.bookings.schedule.calendar_server import (
    LOOPBACK,
    Asked,
    Page,
    calendar_file,
    calendar_server,
)
from tests.factories import NOW, START

pytestmark = pytest.mark.django_db

BUSY = "DTSTART:20261125T100000Z\r\nDTEND:20261125T113000Z\r\nSUMMARY:Zebra dentist"
LATER = "DTSTART:20261126T100000Z\r\nDTEND:20261126T113000Z"
HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _loopback_may_be_read(settings: Settings) -> None:
    settings.OUTSIDE_CALENDAR_NETWORKS = LOOPBACK


@pytest.fixture
def person() -> Photographer:
    return factories.bookable_studio().photographer


def kept(person: Photographer, **changes: Any) -> OutsideCalendar:
    """A calendar of `person` that is kept elsewhere."""
    return OutsideCalendar.objects.create(**{"photographer": person, "name": "Family"} | changes)


def closures(calendar: OutsideCalendar) -> list[tuple[str, str]]:
    return [
        (f"{one.start:%m-%dT%H:%M}", f"{one.end:%m-%dT%H:%M}") for one in calendar.closures.all()
    ]


def read(calendar: OutsideCalendar, now: datetime = NOW) -> OutsideCalendar:
    return moments.read_outside_calendar(calendar, now)


def test_busy_times_of_an_address_become_closures_with_no_word_of_theirs(
    person: Photographer,
) -> None:
    with calendar_server({"/a.ics": calendar_file(BUSY)}) as server:
        calendar = read(kept(person, address=server.at("/a.ics")))

    [closure] = Closure.objects.all()
    assert (closure.photographer, closure.outside, closure.kind) == (person, calendar, "closed")
    assert (closure.start, closure.end) == (START, START + 1.5 * HOUR)
    assert (closure.reason, closure.place, closure.room) == ("Family", None, None)
    assert (calendar.read_at, calendar.last_error, calendar.content) == (NOW, "", "")


def test_nothing_is_offered_while_another_calendar_says_busy() -> None:
    bookable = factories.bookable_studio()
    enquiry = factories.enquiry(package=bookable.package)
    wanted = moments.wanted_for(enquiry, bookable.place)
    assert availability.opening_at(wanted, START, NOW) is not None

    read(kept(bookable.photographer, content=calendar_file(BUSY).decode()))

    assert availability.opening_at(wanted, START, NOW) is None
    assert availability.opening_at(wanted, START + 1.5 * HOUR, NOW) is not None


def test_whole_days_are_days_of_the_place_where_they_work_most() -> None:
    bookable = factories.bookable_studio(place=factories.place(time_zone="America/New_York"))
    factories.weekday_hours(bookable.photographer, factories.place(name="B"), weekdays=[5])

    calendar = read(
        kept(
            bookable.photographer,
            content=calendar_file("DTSTART;VALUE=DATE:20261125").decode(),
        )
    )

    assert closures(calendar) == [("11-25T05:00", "11-26T05:00")]


def test_a_second_reading_writes_only_what_changed(person: Photographer) -> None:
    pages: dict[str, Page] = {"/": calendar_file(BUSY, LATER)}
    with calendar_server(pages) as server:
        calendar = read(kept(person, address=server.at()))
        stays = calendar.closures.get(start=START + 24 * HOUR)
        moved = BUSY.replace("T1", "T2")
        pages["/"] = calendar_file(moved, LATER)
        read(calendar)

    assert closures(calendar) == [("11-25T20:00", "11-25T21:30"), ("11-26T10:00", "11-26T11:30")]
    assert calendar.closures.get(start=START + 24 * HOUR).pk == stays.pk


def test_what_did_not_change_writes_no_closure(person: Photographer) -> None:
    calendar = read(kept(person, content=calendar_file(BUSY, LATER).decode()))
    before = list(calendar.closures.values_list("pk", flat=True))

    assert outside.keep(calendar, outside.read(calendar, NOW), NOW) == 0

    assert list(calendar.closures.values_list("pk", flat=True)) == before


def test_the_mark_is_sent_back_on_the_same_day_and_not_on_the_next(person: Photographer) -> None:
    """With the next day another comes within reach, so the file is needed again."""

    def page(asked: Asked) -> None:
        if asked.headers["If-None-Match"] == '"one"':
            asked.answer(304)
        else:
            asked.answer(200, calendar_file(BUSY), ETag='"one"')

    with calendar_server({"/": page}) as server:
        calendar = read(kept(person, address=server.at()))
        read(calendar, NOW + HOUR)
        read(calendar, NOW + 24 * HOUR)

    marks = [asked.headers["If-None-Match"] for asked in server.asked]
    assert marks == [None, '"one"', None]
    assert (calendar.etag, calendar.read_at) == ('"one"', NOW + 24 * HOUR)
    assert closures(calendar) == [("11-25T10:00", "11-25T11:30")]


def answers() -> Iterator[tuple[Page, str]]:
    yield (lambda asked: asked.answer(403)), "The server gave no calendar but the answer 403."
    yield b"<html>Sign in</html>", "What stands there is no calendar."
    yield b"x" * 2_000_001, "The calendar is larger than 2 MB."
    yield (
        (lambda asked: asked.answer(302, Location="http://10.0.0.1/")),
        "The address leads into a private network, which is not read from here.",
    )
    yield (
        (lambda asked: asked.answer(302, Location="/")),
        "The address leads on to others, more than three times.",
    )
    yield calendar_file("DTSTART:soon"), "An event of the calendar has times that can’t be read."
    yield (
        calendar_file(f"{BUSY}\r\nRRULE:FREQ=SECONDLY"),
        "The calendar is busy more often than anybody can be.",
    )


@pytest.mark.parametrize(("page", "sentence"), list(answers()))
def test_a_reading_that_fails_says_why_and_keeps_what_was_known(
    page: Page, sentence: str, person: Photographer
) -> None:
    pages: dict[str, Page] = {"/": calendar_file(BUSY)}
    with calendar_server(pages) as server:
        calendar = read(kept(person, address=server.at()))
        pages["/"] = page
        read(calendar, NOW + HOUR)

    assert calendar.last_error == sentence
    assert calendar.read_at == NOW
    assert closures(calendar) == [("11-25T10:00", "11-25T11:30")]
    assert list(outside.failing()) == [calendar]


def test_a_reading_that_succeeds_takes_the_error_back(person: Photographer) -> None:
    with calendar_server({"/": calendar_file(BUSY)}) as server:
        calendar = read(kept(person, address=server.at(), last_error="Something"))

    assert calendar.last_error == ""
    assert list(outside.failing()) == []


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:{port}/",
        "http://localhost:{port}/",
        "http://[::ffff:127.0.0.1]:{port}/",
        "http://[::1]:{port}/",
        "http://10.0.0.1/",
        "http://169.254.169.254/",
    ],
)
def test_private_networks_are_not_read_unless_a_setting_says_so(
    address: str, person: Photographer, settings: Settings
) -> None:
    settings.OUTSIDE_CALENDAR_NETWORKS = []
    with calendar_server({"/": calendar_file(BUSY)}) as server:
        calendar = read(kept(person, address=address.format(port=server.server_address[1])))

    assert calendar.last_error == (
        "The address leads into a private network, which is not read from here."
    )
    assert server.asked == []


BOMBS = {
    "a second of every year": "RRULE:FREQ=SECONDLY",
    "never": "RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
    "no step": "RRULE:FREQ=MONTHLY;INTERVAL=0;BYDAY=MO;BYMONTHDAY=1",
    "all seconds of a year": (
        f"RRULE:FREQ=YEARLY;BYYEARDAY={','.join(map(str, range(1, 366)))}"
        f";BYHOUR={','.join(map(str, range(24)))};BYMINUTE={','.join(map(str, range(60)))}"
        f";BYSECOND={','.join(map(str, range(60)))}"
    ),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_rule_without_end_is_stopped(
    name: str, person: Photographer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outside, "READING_SECONDS", 4)
    event = f"DTSTART:19700101T000000Z\r\nDURATION:PT1S\r\n{BOMBS[name]}"

    calendar = read(kept(person, content=calendar_file(event).decode()))

    refused = (
        "Reading the calendar takes too long; it may repeat something endlessly.",
        "The calendar is busy more often than anybody can be.",
    )
    assert calendar.last_error in refused
    assert not calendar.closures.exists()


def test_two_megabytes_of_events_are_refused_in_time(person: Photographer) -> None:
    event = "DTSTART:20261125T100000Z\r\nDURATION:PT1H"
    file = calendar_file(*[event] * 28_000)
    assert 1_800_000 < len(file) < 2_000_000

    with calendar_server({"/": file}) as server:
        calendar = read(kept(person, address=server.at()))

    assert calendar.last_error == "The calendar is busy more often than anybody can be."


def test_our_own_sessions_are_not_taken_for_somebody_elses() -> None:
    """The photographer's calendar has them from our letters; they must not block their own move."""
    booking = factories.confirmed_booking()
    ours = f"UID:{booking.uid}\r\n{BUSY}"

    calendar = read(kept(booking.photographer, content=calendar_file(ours, LATER).decode()))

    assert closures(calendar) == [("11-26T10:00", "11-26T11:30")]


def test_a_calendar_changed_meanwhile_keeps_nothing_of_the_old_reading(
    person: Photographer,
) -> None:
    calendar = kept(person, content=calendar_file(BUSY).decode())
    reading = outside.read(calendar, NOW)

    OutsideCalendar.objects.update(content=calendar_file(LATER).decode())

    assert outside.keep(calendar, reading, NOW) == 0
    calendar.refresh_from_db()
    assert (calendar.read_at, closures(calendar)) == (None, [])


def test_a_calendar_put_out_of_use_closes_nothing_any_more(person: Photographer) -> None:
    calendar = read(kept(person, content=calendar_file(BUSY).decode()))
    other = read(kept(person, name="Work", content=calendar_file(LATER).decode()))
    OutsideCalendar.objects.filter(pk=calendar.pk).update(is_active=False)

    moments.let_go_unused_calendars(person)

    assert (closures(calendar), len(closures(other))) == ([], 1)
    assert read(calendar).closures.count() == 0


def test_a_calendar_that_is_deleted_takes_its_closures_along(person: Photographer) -> None:
    factories.closure(photographer=person, reason="Holiday")
    calendar = read(kept(person, content=calendar_file(BUSY).decode()))

    calendar.delete()

    assert [closure.reason for closure in Closure.objects.all()] == ["Holiday"]


def test_another_name_is_another_reason(person: Photographer) -> None:
    calendar = read(kept(person, content=calendar_file(BUSY).decode()))
    calendar.name = "Home"
    calendar.save()

    read(calendar)

    assert [closure.reason for closure in calendar.closures.all()] == ["Home"]


def test_addresses_are_read_each_time_and_files_once_a_day(person: Photographer) -> None:
    address = kept(person, name="Address", address="https://calendar.example/", read_at=NOW)
    new = kept(person, name="New", content="x")
    kept(person, name="Today's file", content="x", read_at=NOW)
    old = kept(person, name="Yesterday's file", content="x", read_at=NOW - 24 * HOUR)
    kept(person, name="Not in use", address="https://calendar.example/", is_active=False)

    assert set(outside.due(NOW)) == {address, new, old}


def test_the_worker_reads_all_that_is_due_whatever_one_of_them_says(person: Photographer) -> None:
    with calendar_server({"/": calendar_file(BUSY)}) as server:
        broken = kept(person, name="A", address=server.at("/gone"))
        good = kept(person, name="B", address=server.at())

        assert moments.read_outside_calendars(NOW) == 2

    broken.refresh_from_db()
    assert broken.last_error == "The server gave no calendar but the answer 404."
    assert len(closures(good)) == 1


def test_one_that_was_deleted_while_its_server_was_asked_is_no_fault(
    person: Photographer,
) -> None:
    calendar = kept(person, name="A", content=calendar_file(BUSY).decode())
    OutsideCalendar.objects.filter(pk=calendar.pk).delete()

    with pytest.raises(OutsideCalendar.DoesNotExist):
        moments.read_outside_calendar(calendar, NOW)
    assert not Closure.objects.exists()


def test_bookings_that_stand_are_not_touched() -> None:
    booking = factories.confirmed_booking()

    read(kept(booking.photographer, content=calendar_file(BUSY).decode()))

    booking.refresh_from_db()
    assert (booking.state, booking.start) == ("confirmed", START)
    assert booking.allocations.count() == 2


def test_days_that_can_be_booked_are_reached_and_no_others(person: Photographer) -> None:
    factories.studio(horizon_days=10)

    reach = outside.reach(NOW)

    assert (reach.start, reach.end) == (
        datetime(2026, 11, 22, tzinfo=UTC),
        datetime(2026, 12, 5, tzinfo=UTC),
    )


def test_what_the_process_is_asked_and_answers_is_plain_json() -> None:
    asked = {
        "address": "",
        "content": calendar_file(BUSY).decode(),
        "etag": "",
        "allowed": [],
        "zone": "Europe/Berlin",
        "span": ["2026-11-22T00:00:00+00:00", "2026-12-05T00:00:00+00:00"],
        "ours": [],
    }

    answer = reader.result(json.loads(json.dumps(asked)))

    assert json.loads(json.dumps(answer)) == {
        "etag": "",
        "spans": [["2026-11-25T10:00:00+00:00", "2026-11-25T11:30:00+00:00"]],
    }
    assert reader.result({**asked, "content": "none"}) == {"reason": "no_calendar", "detail": ""}
