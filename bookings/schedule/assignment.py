"""Who takes a session when the client said "any photographer": the one with the least to do."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.models import Count, Q

from bookings.schedule.models import Allocation, Photographer, Place
from bookings.schedule.wall_clock import day_of, day_span


def least_busy(
    photographers: Sequence[Photographer], place: Place, start: datetime, now: datetime
) -> Photographer:
    """The one with the fewest sessions that day, then the fewest that week, then the first."""
    if len(photographers) == 1:
        return photographers[0]
    day = day_of(start, place.zone)
    monday = day - timedelta(days=day.weekday())
    today = day_span(day, place.zone)
    week_start = day_span(monday, place.zone).start
    week_end = day_span(monday + timedelta(days=6), place.zone).end
    busy = {
        row["photographer"]: (row["that_day"], row["that_week"])
        for row in Allocation.objects.filter(photographer__in=photographers)
        .overlapping(week_start, week_end)
        .standing(now)
        .values("photographer")
        .annotate(
            that_week=Count("pk"),
            that_day=Count("pk", filter=Q(start__lt=today.end, end__gt=today.start)),
        )
    }
    return min(photographers, key=lambda p: (*busy.get(p.pk, (0, 0)), photographers.index(p)))
