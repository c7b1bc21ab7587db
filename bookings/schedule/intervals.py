"""Spans of time as values: half-open, sorted, disjoint; every operation is total.

Plain Python over aware UTC datetimes; knows nothing of places, people or hours.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Interval:
    """The instants from `start` up to, not including, `end`. Empty where `end <= start`."""

    start: datetime
    end: datetime

    def __bool__(self) -> bool:
        return self.start < self.end


class Intervals:
    """A set of instants, kept as sorted intervals that neither touch nor overlap."""

    __slots__ = ("spans",)

    spans: tuple[Interval, ...]

    def __init__(self, spans: Iterable[Interval] = ()) -> None:
        self.spans = tuple(_merged(sorted(span for span in spans if span)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Intervals) and self.spans == other.spans

    def __hash__(self) -> int:
        return hash(self.spans)

    def __iter__(self) -> Iterator[Interval]:
        return iter(self.spans)

    def __bool__(self) -> bool:
        return bool(self.spans)

    def __repr__(self) -> str:
        return f"Intervals({list(self.spans)!r})"

    def __contains__(self, instant: datetime) -> bool:
        index = bisect_right(self.spans, instant, key=lambda span: span.start) - 1
        return index >= 0 and instant < self.spans[index].end

    def __or__(self, other: Intervals) -> Intervals:
        """Instants in either."""
        return Intervals((*self.spans, *other.spans))

    def __and__(self, other: Intervals) -> Intervals:
        """Instants in both."""
        return Intervals(_common(self.spans, other.spans))

    def __sub__(self, other: Intervals) -> Intervals:
        """Instants in this one and not in the other."""
        return Intervals(_remaining(self.spans, other.spans))

    def among(self, instants: Iterable[datetime]) -> Iterator[datetime]:
        """Those of `instants`, which come in their order, that belong to this set."""
        spans = iter(self.spans)
        span = next(spans, None)
        for instant in instants:
            while span is not None and span.end <= instant:
                span = next(spans, None)
            if span is None:
                return
            if span.start <= instant:
                yield instant

    def shifted(self, by: timedelta) -> Intervals:
        """The same spans, moved in time by `by`."""
        return Intervals(Interval(span.start + by, span.end + by) for span in self.spans)

    def starts(self, length: timedelta) -> Intervals:
        """Every instant at which something of `length` can start and end without a break.

        The last such instant belongs to the answer, hence one tick of the clock more.
        """
        return Intervals(
            Interval(span.start, span.end - length + datetime.resolution)
            for span in self.spans
            if span.end - span.start >= length
        )


def _merged(spans: Iterable[Interval]) -> Iterator[Interval]:
    current: Interval | None = None
    for span in spans:
        if current is None:
            current = span
        elif span.start <= current.end:
            current = Interval(current.start, max(current.end, span.end))
        else:
            yield current
            current = span
    if current is not None:
        yield current


def _common(left: tuple[Interval, ...], right: tuple[Interval, ...]) -> Iterator[Interval]:
    i = j = 0
    while i < len(left) and j < len(right):
        a, b = left[i], right[j]
        yield Interval(max(a.start, b.start), min(a.end, b.end))
        if a.end <= b.end:
            i += 1
        else:
            j += 1


def _remaining(left: tuple[Interval, ...], right: tuple[Interval, ...]) -> Iterator[Interval]:
    j = 0
    for span in left:
        start = span.start
        while j < len(right) and right[j].end <= start:
            j += 1
        k = j
        while k < len(right) and right[k].start < span.end:
            yield Interval(start, right[k].start)
            start = max(start, right[k].end)
            k += 1
        yield Interval(start, span.end)
