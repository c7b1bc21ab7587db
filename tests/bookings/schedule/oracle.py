"""Which starts a plan offers, by looking at every five minutes; plain, slow, and on its own.

Nothing of the site's algebra, wall clock or queries is used here.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache

from guidance.vocabulary import Format
from tests.bookings.schedule.plans import DAY, FIVE, StudioPlan


def offered_starts(plan: StudioPlan) -> list[datetime]:
    """The starts of the plan's day that can be booked, in order."""
    return [start for start in steps_of(plan, plan.day) if is_offered(plan, start)]


def steps_of(plan: StudioPlan, day: date) -> list[datetime]:
    """Every five-minute instant of the local `day`, however many the day has."""
    around = datetime.combine(day, time(0), UTC)
    instants = (around + step * FIVE for step in range(-24 * 12, 2 * 24 * 12 + 1))
    return [instant for instant in instants if wall(plan, instant).date() == day]


def wall(plan: StudioPlan, instant: datetime) -> datetime:
    """What the place's clock shows."""
    return instant.astimezone(plan.zone)


def is_offered(plan: StudioPlan, start: datetime) -> bool:
    """Whether a session can start then."""
    shown = wall(plan, start)
    if (shown.hour * 60 + shown.minute) % plan.raster_minutes:
        return False
    today = wall(plan, plan.now).date()
    if (
        start < plan.now + plan.notice
        or not today <= shown.date() <= today + plan.horizon_days * DAY
    ):
        return False
    has_somebody = any(can_take(plan, number, start) for number in range(len(plan.persons)))
    has_room = any(has_space(plan, number, start) for number in range(len(plan.rooms)))
    return has_somebody and (has_room or plan.on_location)


def length(plan: StudioPlan) -> timedelta:
    """The session without its buffers."""
    further = 0 if plan.format == Format.SINGLE else plan.people - 2
    minutes = plan.minutes + further * plan.minutes_per_extra_person + sum(plan.add_on_minutes)
    return timedelta(minutes=minutes)


def can_take(plan: StudioPlan, number: int, start: datetime) -> bool:
    """Whether the photographer offers it, works through it, and is free with all buffers."""
    person = plan.persons[number]
    if not person.offers or not person.is_active or plan.person_asked_for not in (None, number):
        return False
    if not all(works(plan, number, step) for step in each_five(start, start + length(plan))):
        return False
    sessions = {
        one.session
        for one in plan.taken
        if one.person == number
        and stands(plan, one.expires_at)
        and wall(plan, one.session).date() == wall(plan, start).date()
    }
    if person.most_a_day is not None and len(sessions) >= person.most_a_day:
        return False
    return is_clear(plan, start, person=number)


def has_space(plan: StudioPlan, number: int, start: datetime) -> bool:
    """Whether the room is in use, large enough, open, and free with all buffers."""
    room = plan.rooms[number]
    people = plan.people if plan.format == Format.GROUP else 1
    if not room.is_active or room.length_cm < plan.min_room_length_cm or room.max_people < people:
        return False
    closed = any(
        span.subject == "room" and span.number == number and span.start <= step < span.end
        for step in each_five(start, start + length(plan))
        for span in plan.spans
    )
    return not closed and is_clear(plan, start, room=number)


def works(plan: StudioPlan, number: int, instant: datetime) -> bool:
    """Whether the photographer works at that instant: by the week or extra, and is not away."""
    for span in plan.spans:
        closes = span.subject == "place" or (span.subject, span.number) == ("photographer", number)
        if closes and not span.is_extra and span.start <= instant < span.end:
            return False
    extra = any(
        span.is_extra and span.number == number and span.start <= instant < span.end
        for span in plan.spans
    )
    return extra or in_weekly_hours(plan, number, instant)


def in_weekly_hours(plan: StudioPlan, number: int, instant: datetime) -> bool:
    """Whether the wall clock is in the hours of the day; a repeated hour is worked both times."""
    return instant in weekly_steps(plan, number, wall(plan, instant).date())


@lru_cache(maxsize=64)
def weekly_steps(plan: StudioPlan, number: int, day: date) -> frozenset[datetime]:
    """The five minutes of `day` from the first at or after opening to the last before closing."""
    working: set[datetime] = set()
    steps = steps_of(plan, day)
    for weekday, opens, closes in plan.persons[number].hours:
        if weekday == day.weekday():
            after_opening = [step for step in steps if wall(plan, step).time() >= opens]
            before_closing = [
                step for step in steps if closes == time(0) or wall(plan, step).time() < closes
            ]
            if after_opening and before_closing:
                working.update(each_five(after_opening[0], before_closing[-1] + FIVE))
    return frozenset(working)


def is_clear(
    plan: StudioPlan, start: datetime, *, person: int | None = None, room: int | None = None
) -> bool:
    """Whether nothing that stands has the photographer or the room from setting up to clearing."""
    mine = list(each_five(start - plan.before, start + length(plan) + plan.after))
    for one in plan.taken:
        is_theirs = one.person == person if person is not None else one.room == room
        is_in_the_way = is_theirs and stands(plan, one.expires_at)
        if is_in_the_way and any(one.start <= step < one.end for step in mine):
            return False
    return True


def stands(plan: StudioPlan, expires_at: datetime | None) -> bool:
    """Whether what was taken still counts."""
    return expires_at is None or expires_at > plan.now


def each_five(first: datetime, last: datetime) -> Iterator[datetime]:
    """Every five minutes from `first`, before `last`."""
    while first < last:
        yield first
        first += FIVE
