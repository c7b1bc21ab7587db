"""A calendar file makes its owner busy at exactly the minutes that it says, whatever the clock."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bookings.schedule.busy_times import MOST_OCCURRENCES, busy_times, without_words
from bookings.schedule.fetching import CannotRead, Reason
from bookings.schedule.intervals import Interval, Intervals
from tests.bookings.schedule.calendar_server import calendar_file

BERLIN = ZoneInfo("Europe/Berlin")
SPAN = Interval(datetime(2026, 10, 1, tzinfo=UTC), datetime(2026, 12, 1, tzinfo=UTC))
MINUTE = timedelta(minutes=1)


def busy(*events: str, zone: ZoneInfo = BERLIN, ours: tuple[str, ...] = ()) -> list[str]:
    """The busy times of `events`, as `from/until` in UTC."""
    found = busy_times(calendar_file(*events).decode(), zone, SPAN, ours)
    return [f"{one.start:%m-%dT%H:%M}/{one.end:%m-%dT%H:%M}" for one in found]


def refusal(content: str) -> Reason:
    with pytest.raises(CannotRead) as refused:
        busy_times(content, BERLIN, SPAN)
    return refused.value.reason


AT_TEN = "DTSTART:20261110T100000Z\r\nDTEND:20261110T110000Z"


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (AT_TEN, ["11-10T10:00/11-10T11:00"]),
        (f"{AT_TEN}\r\nSTATUS:CONFIRMED\r\nTRANSP:OPAQUE", ["11-10T10:00/11-10T11:00"]),
        (f"{AT_TEN}\r\nSTATUS:TENTATIVE", ["11-10T10:00/11-10T11:00"]),
        (f"{AT_TEN}\r\nSTATUS:CANCELLED", []),
        (f"{AT_TEN}\r\nTRANSP:TRANSPARENT", []),
        (f"{AT_TEN}\r\ntransp:transparent", []),
        ("DTSTART:20261110T100000Z", []),
        ("DTSTART:20261110T100000Z\r\nDTEND:20261110T090000Z", []),
        ("DTSTART:20261110T100000Z\r\nDURATION:PT90M", ["11-10T10:00/11-10T11:30"]),
        # A time without a zone, and one with: the place's clock, and that of the zone.
        ("DTSTART:20261110T100000\r\nDURATION:PT1H", ["11-10T09:00/11-10T10:00"]),
        (
            "DTSTART;TZID=America/New_York:20261110T100000\r\nDURATION:PT1H",
            ["11-10T15:00/11-10T16:00"],
        ),
        (
            "DTSTART;TZID=W. Europe Standard Time:20261110T100000\r\nDURATION:PT1H",
            ["11-10T09:00/11-10T10:00"],
        ),
        ("DTSTART;TZID=Nowhere:20261110T100000\r\nDURATION:PT1H", ["11-10T09:00/11-10T10:00"]),
        # Whole days, with and without an end; one of them has 25 hours.
        ("DTSTART;VALUE=DATE:20261110", ["11-09T23:00/11-10T23:00"]),
        ("DTSTART;VALUE=DATE:20261110\r\nDTEND;VALUE=DATE:20261112", ["11-09T23:00/11-11T23:00"]),
        ("DTSTART;VALUE=DATE:20261025", ["10-24T22:00/10-25T23:00"]),
        ("DTSTART;VALUE=DATE:20261024\r\nDURATION:P2D", ["10-23T22:00/10-25T23:00"]),
        # Over the change of the clock: exact with an end, by the clock with days.
        (
            "DTSTART;TZID=Europe/Berlin:20261024T120000\r\nDTEND;TZID=Europe/Berlin:20261025T120000",
            ["10-24T10:00/10-25T11:00"],
        ),
        (
            "DTSTART;TZID=Europe/Berlin:20261024T120000\r\nDURATION:P1DT1H",
            ["10-24T10:00/10-25T12:00"],
        ),
        # A time that comes twice is the first one.
        (
            "DTSTART;TZID=Europe/Berlin:20261025T023000\r\nDURATION:PT15M",
            ["10-25T00:30/10-25T00:45"],
        ),
        # Partly or wholly outside the days that are asked for.
        ("DTSTART:20260901T000000Z\r\nDTEND:20261002T000000Z", ["10-01T00:00/10-02T00:00"]),
        ("DTSTART:20261130T230000Z\r\nDTEND:20261201T010000Z", ["11-30T23:00/12-01T00:00"]),
        ("DTSTART:20260101T100000Z\r\nDURATION:PT1H", []),
    ],
)
def test_one_event(event: str, expected: list[str]) -> None:
    assert busy(event) == expected


WEEKLY = "UID:a\r\nDTSTART;TZID=Europe/Berlin:20261012T100000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY"
WITHOUT = "EXDATE;TZID=Europe/Berlin:20261012T100000\r\nEXDATE:20261019T080000Z,20261102T090000Z"
ADDED = (
    "RDATE;TZID=Europe/Berlin:20261014T100000\r\n"
    "RDATE;VALUE=PERIOD:20261015T080000Z/PT3H,20261016T080000Z/20261016T083000Z"
)


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (
            f"{WEEKLY};COUNT=3",
            ["10-12T08:00/10-12T09:00", "10-19T08:00/10-19T09:00", "10-26T09:00/10-26T10:00"],
        ),
        # UNTIL counts, in UTC, by the clock, or to the end of its day.
        (
            f"{WEEKLY};UNTIL=20261019T080000Z",
            ["10-12T08:00/10-12T09:00", "10-19T08:00/10-19T09:00"],
        ),
        (f"{WEEKLY};UNTIL=20261019T075959Z", ["10-12T08:00/10-12T09:00"]),
        (f"{WEEKLY};UNTIL=20261019T100000", ["10-12T08:00/10-12T09:00", "10-19T08:00/10-19T09:00"]),
        (f"{WEEKLY};UNTIL=20261019", ["10-12T08:00/10-12T09:00", "10-19T08:00/10-19T09:00"]),
        (f"{WEEKLY};UNTIL=20261018", ["10-12T08:00/10-12T09:00"]),
        # Left out: on the clock, in UTC, in another zone.
        (
            f"{WEEKLY};COUNT=4\r\n{WITHOUT}",
            ["10-26T09:00/10-26T10:00"],
        ),
        # Added: a time, and a period with a length or an end of its own.
        (
            f"{WEEKLY};COUNT=1\r\n{ADDED}",
            [
                "10-12T08:00/10-12T09:00",
                "10-14T08:00/10-14T09:00",
                "10-15T08:00/10-15T11:00",
                "10-16T08:00/10-16T08:30",
            ],
        ),
        # A series that began long before, the days of it that can be booked.
        (
            "DTSTART;VALUE=DATE:19990101\r\nRRULE:FREQ=MONTHLY;BYDAY=-1FR",
            ["10-29T23:00/10-30T23:00", "11-26T23:00/11-27T23:00"],
        ),
        # The first time counts even where the rule does not give it.
        (
            "DTSTART:20261013T080000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=1",
            ["10-13T08:00/10-13T09:00", "10-19T08:00/10-19T09:00"],
        ),
    ],
)
def test_a_series(event: str, expected: list[str]) -> None:
    assert busy(event) == expected


def changed(lines: str) -> str:
    return f"UID:a\r\nRECURRENCE-ID;TZID=Europe/Berlin:20261019T100000\r\n{lines}"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            "DTSTART;TZID=Europe/Berlin:20261020T150000\r\nDURATION:PT2H",
            ["10-12T08:00/10-12T09:00", "10-20T13:00/10-20T15:00"],
        ),
        (
            "DTSTART;TZID=Europe/Berlin:20261019T100000\r\nDURATION:PT1H\r\nSTATUS:CANCELLED",
            ["10-12T08:00/10-12T09:00"],
        ),
        (
            "DTSTART;TZID=Europe/Berlin:20261019T100000\r\nDURATION:PT1H\r\nTRANSP:TRANSPARENT",
            ["10-12T08:00/10-12T09:00"],
        ),
    ],
)
def test_one_time_of_a_series_is_changed(change: str, expected: list[str]) -> None:
    series = f"{WEEKLY};COUNT=2"

    assert busy(series, changed(change)) == expected
    assert busy(changed(change), series) == expected


def test_a_change_of_another_series_changes_nothing() -> None:
    other = changed("DTSTART:20261020T130000Z\r\nDURATION:PT2H").replace("UID:a", "UID:b")

    assert busy(f"{WEEKLY};COUNT=2", other) == [
        "10-12T08:00/10-12T09:00",
        "10-19T08:00/10-19T09:00",
        "10-20T13:00/10-20T15:00",
    ]


def test_a_change_of_all_later_times_is_not_guessed_at() -> None:
    later = changed("DTSTART:20261020T130000Z").replace("-ID;", "-ID;RANGE=THISANDFUTURE;")

    assert refusal(calendar_file(WEEKLY, later).decode()) == Reason.UNREADABLE_EVENT


def test_a_zone_of_the_file_itself_is_understood() -> None:
    zone = (
        "BEGIN:VTIMEZONE\r\nTZID:Ship\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        "TZOFFSETFROM:+0330\r\nTZOFFSETTO:+0330\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
    )
    file = calendar_file("DTSTART;TZID=Ship:20261110T100000\r\nDURATION:PT1H").decode()
    file = file.replace("BEGIN:VEVENT", f"{zone}BEGIN:VEVENT")

    [one] = busy_times(file, BERLIN, SPAN)

    assert one.start == datetime(2026, 11, 10, 6, 30, tzinfo=UTC)


def test_our_own_sessions_come_back_as_nothing() -> None:
    assert busy(f"UID:ours\r\n{AT_TEN}", ours=("ours",)) == []
    assert busy(f"UID:theirs\r\n{AT_TEN}", ours=("ours",)) == ["11-10T10:00/11-10T11:00"]


def test_a_day_begins_when_the_place_says_so() -> None:
    """In Beirut the clock went from midnight to one on 29 March 2026."""
    beirut = ZoneInfo("Asia/Beirut")
    span = Interval(datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 5, 1, tzinfo=UTC))
    file = calendar_file("DTSTART;VALUE=DATE:20260328", "DTSTART;VALUE=DATE:20260330").decode()

    assert [
        (one.start.isoformat(), one.end.isoformat()) for one in busy_times(file, beirut, span)
    ] == [
        ("2026-03-27T22:00:00+00:00", "2026-03-28T22:00:00+00:00"),
        ("2026-03-29T21:00:00+00:00", "2026-03-30T21:00:00+00:00"),
    ]


def test_only_times_are_kept_of_a_file() -> None:
    secret = "SUMMARY:Zebra\r\nDESCRIPTION:Zebra and\r\n  zebra\r\nATTENDEE;CN=Zebra:mailto:z@z"
    file = calendar_file(f"UID:a\r\n{AT_TEN}\r\n{secret}\r\nLOCATION:DTSTART:20200101").decode()

    kept = without_words(file)

    assert kept.split() == [
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
        "UID:a",
        "DTSTART:20261110T100000Z",
        "DTEND:20261110T110000Z",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    assert without_words(kept) == kept


def test_folded_lines_bare_line_ends_and_a_byte_order_mark_are_read() -> None:
    file = calendar_file("DTSTART:20261110T1\r\n 00000Z\r\nDURATION:PT1H").decode()
    expected = busy(AT_TEN)

    for content in (file, file.replace("\r\n", "\n"), f"\ufeff{file}\r\n\r\n"):
        [one] = busy_times(content, BERLIN, SPAN)
        assert f"{one.start:%m-%dT%H:%M}/{one.end:%m-%dT%H:%M}" == expected[0]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "hello",
        "<!doctype html><title>Sign in</title>",
        "BEGIN:VCARD\r\nEND:VCARD\r\n",
        "BEGIN:VCALENDAR\r\n",
        f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{AT_TEN}",
        "\x1f\x8b\x08",
    ],
)
def test_what_is_no_calendar_or_breaks_off_is_refused(content: str) -> None:
    assert refusal(content) == Reason.NO_CALENDAR


@pytest.mark.parametrize(
    "event",
    [
        "SUMMARY:no time",
        "DTSTART:yesterday",
        "DTSTART:20261332T000000Z",
        f"{AT_TEN}\r\nRRULE:FREQ=SOMETIMES",
        f"{AT_TEN}\r\nRRULE:BYDAY=MO",
        f"{AT_TEN}\r\nRRULE:FREQ=DAILY;BYDAY=XX",
        f"{AT_TEN}\r\nEXDATE:never",
        "DTSTART:20261110T100000Z\r\nDTEND:later",
        "DTSTART:20261110T100000Z\r\nDURATION:long",
        "DTSTART;VALUE=DATE:99991231\r\nDURATION:P9D",
        f"{AT_TEN}\r\nEND:VEVENT\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nDTSTART:x",
    ],
)
def test_an_event_whose_times_cannot_be_read_is_not_guessed_at(event: str) -> None:
    """Taken for free it would be booked over."""
    assert refusal(calendar_file(event).decode()) == Reason.UNREADABLE_EVENT


def test_more_times_than_anybody_has_are_refused() -> None:
    most = calendar_file(*[AT_TEN] * MOST_OCCURRENCES).decode()
    more = calendar_file(*[AT_TEN] * (MOST_OCCURRENCES + 1)).decode()

    assert len(busy_times(most, BERLIN, SPAN).spans) == 1
    assert refusal(more) == Reason.TOO_MANY
    assert refusal(calendar_file(f"{AT_TEN}\r\nRRULE:FREQ=SECONDLY").decode()) == Reason.TOO_MANY


# The oracle: minute by minute, by nothing but what the wall clock shows.
ZONES = {
    name: ZoneInfo(name)
    for name in ("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC")
}
CHANGES = {
    "Europe/Berlin": (datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)),
    "America/New_York": (datetime(2026, 3, 8, 7, tzinfo=UTC), datetime(2026, 11, 1, 6, tzinfo=UTC)),
    "Australia/Lord_Howe": (
        datetime(2026, 4, 4, 15, tzinfo=UTC),
        datetime(2026, 10, 3, 15, 30, tzinfo=UTC),
    ),
    "UTC": (datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 12, 31, 23, tzinfo=UTC)),
}


def instant_by_walking(wall: datetime, zone: ZoneInfo) -> datetime:
    """The first minute at which the clock shows `wall`; where it never does, so long after the
    last minute before it as the clock would have needed."""
    first = wall.replace(tzinfo=UTC) - timedelta(hours=16)
    minutes = [first + number * MINUTE for number in range(32 * 60)]
    shows = [(minute.astimezone(zone).replace(tzinfo=None), minute) for minute in minutes]
    found = [minute for shown, minute in shows if shown == wall]
    if found:
        return found[0]
    shown, minute = next(pair for pair, (later, _m) in pairwise(shows) if later > wall)
    return minute + (wall - shown)


@st.composite
def repeated_events(draw: st.DrawFn) -> tuple[str, datetime, int, int, int, frozenset[int]]:
    """Zone, first wall time, minutes, days between, times, and which of them are left out."""
    name = draw(st.sampled_from(sorted(ZONES)))
    change = draw(st.sampled_from(CHANGES[name])).astimezone(ZONES[name])
    days, minutes = draw(st.integers(-3, 1)), draw(st.integers(-150, 150))
    first = change.replace(tzinfo=None, second=0) + timedelta(days=days, minutes=minutes)
    count = draw(st.integers(1, 4))
    left_out = draw(st.frozensets(st.integers(0, count - 1), max_size=2))
    return name, first, draw(st.integers(1, 200)), draw(st.integers(1, 2)), count, left_out


@settings(max_examples=60)
@given(repeated_events(), st.booleans())
def test_events_make_busy_exactly_the_minutes_that_the_clock_shows(
    event: tuple[str, datetime, int, int, int, frozenset[int]],
    is_floating: bool,
) -> None:
    name, first, minutes, interval, count, left_out = event
    zone = ZONES[name]
    walls = [first + timedelta(days=number * interval) for number in range(count)]
    tzid = "" if is_floating else f";TZID={name}"
    lines = [
        f"DTSTART{tzid}:{first:%Y%m%dT%H%M%S}",
        f"DURATION:PT{minutes}M",
        f"RRULE:FREQ=DAILY;INTERVAL={interval};COUNT={count}",
        *(f"EXDATE{tzid}:{walls[number]:%Y%m%dT%H%M%S}" for number in left_out),
    ]
    span = Interval(
        first.replace(tzinfo=UTC) - timedelta(days=2),
        walls[-1].replace(tzinfo=UTC) + timedelta(days=3),
    )

    found = busy_times(calendar_file("\r\n".join(lines)).decode(), zone, span)

    starts = [
        instant_by_walking(wall, zone)
        for number, wall in enumerate(walls)
        if number not in left_out
    ]
    expected = {start + number * MINUTE for start in starts for number in range(minutes)}
    assert _minutes(found) == expected


@given(
    st.sampled_from(sorted(ZONES)),
    st.dates(date(2026, 3, 1), date(2026, 11, 20)),
    st.integers(1, 5),
)
def test_whole_days_are_busy_exactly_while_the_clock_shows_them(
    name: str, first: date, days: int
) -> None:
    zone = ZONES[name]
    end = first + timedelta(days=days)
    file = calendar_file(f"DTSTART;VALUE=DATE:{first:%Y%m%d}\r\nDTEND;VALUE=DATE:{end:%Y%m%d}")
    start = datetime(first.year, first.month, first.day, tzinfo=UTC) - timedelta(days=2)
    span = Interval(start, start + timedelta(days=days + 4))

    found = busy_times(file.decode(), zone, span)

    every = (span.start + n * MINUTE for n in range((days + 4) * 24 * 60))
    assert _minutes(found) == {at for at in every if first <= at.astimezone(zone).date() < end}


def _minutes(busy: Intervals) -> set[datetime]:
    return {
        one.start + number * MINUTE
        for one in busy
        for number in range((one.end - one.start) // MINUTE)
    }
