"""Times as staff read them name their zone, also on the nights when the clock changes."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bookings.admin.clock import length, moment, span

BERLIN = ZoneInfo("Europe/Berlin")


def test_a_moment_names_its_zone() -> None:
    assert moment(datetime(2026, 11, 25, 10, 0, tzinfo=UTC), BERLIN) == (
        "Wed 25 November 2026, 11:00 CET"
    )


def test_no_moment_is_a_dash() -> None:
    assert moment(None) == "–"


def test_a_span_within_a_day_says_the_day_once() -> None:
    start = datetime(2026, 7, 1, 8, 0, tzinfo=UTC)
    assert span(start, start + timedelta(minutes=90), BERLIN) == (
        "Wed 1 July 2026, 10:00–11:30 CEST"
    )


def test_a_span_over_midnight_says_both_days() -> None:
    start = datetime(2026, 7, 1, 21, 0, tzinfo=UTC)
    assert span(start, start + timedelta(hours=2), BERLIN) == (
        "Wed 1 July 2026, 23:00 CEST – Thu 2 July 2026, 01:00 CEST"
    )


def test_a_span_over_a_clock_change_says_both_offsets() -> None:
    start = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert span(start, start + timedelta(hours=1), BERLIN) == (
        "Sun 25 October 2026, 02:30 CEST – Sun 25 October 2026, 02:30 CET"
    )


def test_a_length_is_in_minutes() -> None:
    assert length(timedelta(hours=1, minutes=15)) == "75 min"


def test_whole_days_are_read_as_days() -> None:
    midnight = datetime(2026, 12, 23, 23, 0, tzinfo=UTC)
    assert span(midnight, midnight + timedelta(days=1), BERLIN) == "Thu 24 December 2026, all day"
    assert span(midnight, midnight + timedelta(days=4), BERLIN) == (
        "Thu 24 December 2026 – Sun 27 December 2026, all day"
    )


def test_a_day_on_which_the_clock_changes_is_a_whole_day() -> None:
    midnight = datetime(2026, 10, 24, 22, 0, tzinfo=UTC)
    assert span(midnight, midnight + timedelta(hours=25), BERLIN) == "Sun 25 October 2026, all day"
