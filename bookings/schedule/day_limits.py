"""Days on which a photographer has as many sessions as they take in a day."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bookings.schedule.intervals import Interval, Intervals
from bookings.schedule.models import Allocation, Photographer
from bookings.schedule.wall_clock import day_of, day_span


def full_days(
    photographers: Iterable[Photographer],
    zone: ZoneInfo,
    span: Interval,
    now: datetime,
    *,
    except_for: int | None = None,
) -> Mapping[int, Intervals]:
    """The full days within `span`, by the photographer's number, as days of `zone`.

    A session counts on the day on which it starts; the booking `except_for` counts on none. No
    query where nobody has a limit.
    """
    limits = {p.pk: p.most_sessions_a_day for p in photographers if p.most_sessions_a_day}
    if not limits:
        return {}
    counts = _sessions(limits, zone, span, now, except_for)
    full: defaultdict[int, list[Interval]] = defaultdict(list)
    for (photographer, day), number in counts.items():
        if number >= limits[photographer]:
            full[photographer].append(day_span(day, zone))
    return {photographer: Intervals(days) for photographer, days in full.items()}


def _sessions(
    photographers: Iterable[int],
    zone: ZoneInfo,
    span: Interval,
    now: datetime,
    except_for: int | None,
) -> Counter[tuple[int, date]]:
    rows = (
        Allocation.objects.filter(photographer__in=list(photographers))
        .overlapping(span.start, span.end)
        .standing(now)
        .exclude(booking=except_for)
        .values_list("photographer_id", "booking__start")
    )
    return Counter((photographer, day_of(start, zone)) for photographer, start in rows)
