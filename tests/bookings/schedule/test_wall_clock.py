"""The wall clock where clocks change: no start lost, doubled or shifted."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bookings.schedule.intervals import Interval
from bookings.schedule.wall_clock import day_of, day_span, days_between, hours_span, instant, raster

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")
SANTIAGO = ZoneInfo("America/Santiago")
HAVANA = ZoneInfo("America/Havana")
KATHMANDU = ZoneInfo("Asia/Kathmandu")
MIDNIGHT = time(0)

# Zone, day, hours of the day, and the wall times that the clock skips or repeats: from, until.
CHANGES = [
    (BERLIN, date(2026, 3, 29), 23, "skips", time(2), time(3)),
    (BERLIN, date(2026, 10, 25), 25, "repeats", time(2), time(3)),
    (NEW_YORK, date(2026, 3, 8), 23, "skips", time(2), time(3)),
    (NEW_YORK, date(2026, 11, 1), 25, "repeats", time(1), time(2)),
    (LORD_HOWE, date(2026, 10, 4), 23.5, "skips", time(2), time(2, 30)),
    (LORD_HOWE, date(2026, 4, 5), 24.5, "repeats", time(1, 30), time(2)),
    (SANTIAGO, date(2026, 9, 6), 23, "skips", time(0), time(1)),
    (SANTIAGO, date(2026, 4, 4), 25, "repeats", time(23), MIDNIGHT),
    (HAVANA, date(2026, 3, 8), 23, "skips", time(0), time(1)),
    (HAVANA, date(2026, 11, 1), 25, "repeats", time(0), time(1)),
]
PLAIN = [
    (BERLIN, date(2026, 6, 1)),
    (BERLIN, date(2028, 2, 29)),
    (NEW_YORK, date(2026, 12, 31)),
    (NEW_YORK, date(2027, 1, 1)),
    (LORD_HOWE, date(2026, 7, 1)),
    (SANTIAGO, date(2026, 4, 5)),
    (KATHMANDU, date(2026, 11, 21)),
]
STEPS = (5, 10, 15, 20, 30, 60)


def walls(day: date, minutes: int, zone: ZoneInfo) -> list[time]:
    return [moment.astimezone(zone).time() for moment in raster(day, minutes, zone)]


def in_span(wall: time, first: time, last: time) -> bool:
    return first <= wall and (last == MIDNIGHT or wall < last)


def steps_of_a_day(minutes: int) -> list[time]:
    return [time(m // 60, m % 60) for m in range(0, 24 * 60, minutes)]


@pytest.mark.parametrize(("zone", "day", "hours", "what", "first", "last"), CHANGES)
def test_a_day_on_which_the_clock_changes_has_its_own_length(
    zone: ZoneInfo, day: date, hours: float, what: str, first: time, last: time
) -> None:
    span = day_span(day, zone)
    assert span.end - span.start == timedelta(hours=hours)


@pytest.mark.parametrize("minutes", STEPS)
@pytest.mark.parametrize(("zone", "day", "hours", "what", "first", "last"), CHANGES)
def test_skipped_starts_are_left_out_and_repeated_ones_come_twice(
    zone: ZoneInfo, day: date, hours: float, what: str, first: time, last: time, minutes: int
) -> None:
    times = {"skips": 0, "repeats": 2}[what]
    expected = sorted(
        wall
        for wall in steps_of_a_day(minutes)
        for _ in range(times if in_span(wall, first, last) else 1)
    )
    assert sorted(walls(day, minutes, zone)) == expected


@pytest.mark.parametrize("minutes", STEPS)
@pytest.mark.parametrize(("zone", "day"), PLAIN)
def test_a_plain_day_has_every_start_once_in_order(zone: ZoneInfo, day: date, minutes: int) -> None:
    assert walls(day, minutes, zone) == steps_of_a_day(minutes)


@pytest.mark.parametrize("minutes", STEPS)
@pytest.mark.parametrize(
    ("zone", "first"),
    [
        (BERLIN, date(2026, 3, 27)),
        (BERLIN, date(2026, 10, 23)),
        (LORD_HOWE, date(2026, 4, 3)),
        (SANTIAGO, date(2026, 4, 2)),
        (SANTIAGO, date(2026, 9, 4)),
        (HAVANA, date(2026, 10, 30)),
        (KATHMANDU, date(2026, 12, 30)),
        (BERLIN, date(2028, 2, 27)),
    ],
)
def test_days_join_without_a_gap_and_no_start_is_shifted(
    zone: ZoneInfo, first: date, minutes: int
) -> None:
    days = list(days_between(first, first + timedelta(days=4)))
    starts = [moment for day in days for moment in raster(day, minutes, zone)]
    span = Interval(day_span(days[0], zone).start, day_span(days[-1], zone).end)
    every_minute = (
        span.start + timedelta(minutes=m)
        for m in range(int((span.end - span.start).total_seconds()) // 60)
    )

    def is_on_the_raster(moment: datetime) -> bool:
        wall = moment.astimezone(zone)
        return (wall.hour * 60 + wall.minute) % minutes == 0

    assert starts == list(filter(is_on_the_raster, every_minute))


def test_raster_gives_utc() -> None:
    first = next(raster(date(2026, 11, 21), 15, KATHMANDU))
    assert (first, first.tzinfo) == (datetime(2026, 11, 20, 18, 15, tzinfo=UTC), UTC)


@pytest.mark.parametrize(
    ("zone", "day", "wall", "expected"),
    [
        # Repeated: the first of the two.
        (BERLIN, date(2026, 10, 25), time(2, 30), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (HAVANA, date(2026, 11, 1), time(0), datetime(2026, 11, 1, 4, 0, tzinfo=UTC)),
        # Skipped: the instant of the change.
        (BERLIN, date(2026, 3, 29), time(2), datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
        (BERLIN, date(2026, 3, 29), time(2, 59), datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
        (LORD_HOWE, date(2026, 10, 4), time(2, 10), datetime(2026, 10, 3, 15, 30, tzinfo=UTC)),
        (SANTIAGO, date(2026, 9, 6), time(0), datetime(2026, 9, 6, 4, 0, tzinfo=UTC)),
        (HAVANA, date(2026, 3, 8), time(0, 45), datetime(2026, 3, 8, 5, 0, tzinfo=UTC)),
        # Plain.
        (KATHMANDU, date(2026, 11, 21), time(10), datetime(2026, 11, 21, 4, 15, tzinfo=UTC)),
    ],
)
def test_a_wall_time_as_an_instant(
    zone: ZoneInfo, day: date, wall: time, expected: datetime
) -> None:
    assert instant(day, wall, zone) == expected


@pytest.mark.parametrize(
    ("zone", "day", "opens", "closes", "hours"),
    [
        (BERLIN, date(2026, 3, 29), time(1), time(4), 2),
        (BERLIN, date(2026, 10, 25), time(1), time(4), 4),
        (BERLIN, date(2026, 10, 25), time(9), time(17), 8),
        # Closing at a time that the clock repeats: the second time round.
        (BERLIN, date(2026, 10, 25), time(1), time(2, 30), 2.5),
        # Opening and closing inside the hour that the clock skips: no hours at all.
        (BERLIN, date(2026, 3, 29), time(2, 10), time(2, 50), 0),
        (BERLIN, date(2026, 3, 29), time(1, 30), time(2, 30), 0.5),
        (BERLIN, date(2026, 6, 1), time(20), MIDNIGHT, 4),
        (BERLIN, date(2026, 10, 25), MIDNIGHT, MIDNIGHT, 25),
        (SANTIAGO, date(2026, 4, 4), time(22), MIDNIGHT, 3),
        (SANTIAGO, date(2026, 9, 6), MIDNIGHT, time(2), 1),
        (LORD_HOWE, date(2026, 4, 5), time(1), time(3), 2.5),
    ],
)
def test_hours_of_a_day(zone: ZoneInfo, day: date, opens: time, closes: time, hours: float) -> None:
    span = hours_span(day, opens, closes, zone)
    assert span.end - span.start == timedelta(hours=hours)


@given(
    st.sampled_from([BERLIN, NEW_YORK, LORD_HOWE, SANTIAGO, HAVANA, KATHMANDU]),
    st.dates(date(2024, 1, 1), date(2030, 12, 31)),
)
def test_each_day_begins_where_the_one_before_ends(zone: ZoneInfo, day: date) -> None:
    span, following = day_span(day, zone), day_span(day + timedelta(days=1), zone)
    assert span.end == following.start
    assert day_of(span.start, zone) == day
    assert day_of(span.end - timedelta.resolution, zone) == day


def test_the_same_instant_is_another_day_elsewhere() -> None:
    moment = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)
    days = [day_of(moment, zone) for zone in (NEW_YORK, BERLIN, KATHMANDU)]
    assert days == [date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 1)]


def test_days_between_counts_both_ends() -> None:
    leap = list(days_between(date(2028, 2, 28), date(2028, 3, 1)))
    assert leap == [date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1)]
    assert list(days_between(date(2026, 1, 2), date(2026, 1, 1))) == []


def test_a_skipped_time_with_fractions_of_a_second_ends_where_the_gap_does() -> None:
    skipped = time(2, 30, 0, 500_000)
    gap_ends = datetime(2026, 3, 29, 1, 0, tzinfo=UTC)
    assert instant(date(2026, 3, 29), skipped, ZoneInfo("Europe/Berlin")) == gap_ends
