"""Interval algebra against an oracle that ticks off every minute."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bookings.schedule.intervals import Interval, Intervals

MIDNIGHT = datetime(2026, 3, 29, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
MINUTES = 60

minutes = st.integers(0, MINUTES)
lengths = st.integers(1, MINUTES)
spans = st.lists(st.tuples(minutes, minutes), max_size=8)


def at(minute: float) -> datetime:
    return MIDNIGHT + minute * MINUTE


def intervals(pairs: list[tuple[int, int]]) -> Intervals:
    return Intervals(Interval(at(first), at(last)) for first, last in pairs)


def ticked(pairs: list[tuple[int, int]]) -> set[int]:
    """The minutes that the oracle ticks off: each span from its first up to, not with, its last."""
    return {minute for first, last in pairs for minute in range(first, last)}


def minutes_in(found: Intervals) -> set[int]:
    return {minute for minute in range(MINUTES) if at(minute) in found}


def is_canonical(found: Intervals) -> bool:
    """Sorted, none empty, and a gap between each two."""
    return all(found) and all(a.end < b.start for a, b in pairwise(found))


@given(spans)
def test_contains_what_its_spans_contain(pairs: list[tuple[int, int]]) -> None:
    assert minutes_in(intervals(pairs)) == ticked(pairs)


@given(spans, st.lists(minutes))
def test_among_keeps_the_instants_that_it_contains(
    pairs: list[tuple[int, int]], asked: list[int]
) -> None:
    in_order = sorted(asked)
    kept = [at(minute) for minute in in_order if minute in ticked(pairs)]
    assert list(intervals(pairs).among(at(minute) for minute in in_order)) == kept


@given(spans)
def test_is_kept_sorted_and_apart(pairs: list[tuple[int, int]]) -> None:
    assert is_canonical(intervals(pairs))


@given(spans, spans)
def test_union(left: list[tuple[int, int]], right: list[tuple[int, int]]) -> None:
    found = intervals(left) | intervals(right)
    assert (minutes_in(found), is_canonical(found)) == (ticked(left) | ticked(right), True)


@given(spans, spans)
def test_intersection(left: list[tuple[int, int]], right: list[tuple[int, int]]) -> None:
    found = intervals(left) & intervals(right)
    assert (minutes_in(found), is_canonical(found)) == (ticked(left) & ticked(right), True)


@given(spans, spans)
def test_subtraction(left: list[tuple[int, int]], right: list[tuple[int, int]]) -> None:
    found = intervals(left) - intervals(right)
    assert (minutes_in(found), is_canonical(found)) == (ticked(left) - ticked(right), True)


@given(spans, lengths)
def test_starts_have_room_for_the_whole_length(pairs: list[tuple[int, int]], length: int) -> None:
    free = ticked(pairs)
    possible = {minute for minute in range(MINUTES) if {*range(minute, minute + length)} <= free}
    assert minutes_in(intervals(pairs).starts(length * MINUTE)) == possible


@given(spans, lengths)
def test_a_start_between_minutes_needs_the_minute_it_runs_into(
    pairs: list[tuple[int, int]], length: int
) -> None:
    free = ticked(pairs)
    starts = intervals(pairs).starts(length * MINUTE)
    possible = {
        minute for minute in range(MINUTES) if {*range(minute, minute + length + 1)} <= free
    }
    assert {minute for minute in range(MINUTES) if at(minute + 0.5) in starts} == possible


@given(spans, st.integers(-MINUTES, MINUTES))
def test_shifting_moves_every_minute(pairs: list[tuple[int, int]], by: int) -> None:
    moved = [(first + by, last + by) for first, last in pairs]
    assert intervals(pairs).shifted(by * MINUTE) == intervals(moved)


@given(spans, spans)
def test_equal_sets_are_equal_values(
    left: list[tuple[int, int]], right: list[tuple[int, int]]
) -> None:
    a, b = intervals(left), intervals(right)
    assert (a == b) is (ticked(left) == ticked(right))
    assert (hash(a) == hash(b)) or a != b


def test_neighbours_touch_and_do_not_overlap() -> None:
    ten_to_eleven, eleven_to_twelve = intervals([(10, 11)]), intervals([(11, 12)])
    assert not ten_to_eleven & eleven_to_twelve
    assert ten_to_eleven | eleven_to_twelve == intervals([(10, 12)])


def test_the_last_start_ends_exactly_with_the_span() -> None:
    starts = intervals([(10, 40)]).starts(30 * MINUTE)
    assert at(10) in starts
    assert at(10) + timedelta.resolution not in starts


def test_an_interval_that_ends_before_it_starts_is_empty() -> None:
    assert not Interval(at(2), at(1))
    assert not Intervals([Interval(at(1), at(1)), Interval(at(2), at(1))])


def test_is_no_equal_of_another_kind_of_thing() -> None:
    assert Intervals() != ()
