"""Random studios as plain values, and how they are put into the database.

A plan knows nothing of the site: the oracle reads it, and the site reads what `build` wrote.
Instants lie on whole five minutes, so that five-minute steps tell everything.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from bookings.booking.models import Booking, Enquiry
from bookings.booking.states import BookingState
from bookings.catalogue.models import AddOn, Package
from bookings.schedule.models import Allocation, Closure, Photographer, Place, Room
from guidance.vocabulary import Format, Kind
from tests import factories

FIVE = timedelta(minutes=5)
DAY = timedelta(days=1)

DAYS = (
    # Both changes of the clock in Europe, America and on Lord Howe, where it is half an hour;
    # Havana and Beirut change at midnight, Santiago in the last hour of the day.
    *(("Europe/Berlin", date(2026, 3, 29)), ("Europe/Berlin", date(2026, 10, 25))),
    *(("America/New_York", date(2026, 3, 8)), ("America/New_York", date(2026, 11, 1))),
    *(("Australia/Lord_Howe", date(2026, 10, 4)), ("Australia/Lord_Howe", date(2026, 4, 5))),
    *(("America/Havana", date(2026, 3, 8)), ("America/Havana", date(2026, 11, 1))),
    *(("Asia/Beirut", date(2026, 3, 29)), ("Asia/Beirut", date(2026, 10, 25))),
    *(("America/Santiago", date(2026, 9, 6)), ("America/Santiago", date(2026, 4, 4))),
    *(("Asia/Kathmandu", date(2026, 6, 17)), ("Asia/Kathmandu", date(2027, 1, 1))),
    *(("Europe/Berlin", date(2028, 2, 29)), ("America/New_York", date(2026, 12, 31))),
)


@dataclass(frozen=True, slots=True)
class PersonPlan:
    """A photographer; hours are (weekday, opens, closes), and 0:00 closes at the day's end."""

    offers: bool
    is_active: bool
    most_a_day: int | None
    hours: tuple[tuple[int, time, time], ...]


@dataclass(frozen=True, slots=True)
class RoomPlan:
    """A room of the place."""

    length_cm: int
    max_people: int
    is_active: bool


@dataclass(frozen=True, slots=True)
class SpanPlan:
    """A closure or extra opening; `number` counts photographers or rooms, and the place is one."""

    subject: str
    number: int
    is_extra: bool
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class TakenPlan:
    """A session that stands, buffers included from `start` to `end`; elsewhere it has no room."""

    person: int
    room: int | None
    session: datetime
    start: datetime
    end: datetime
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class StudioPlan:
    """Everything that decides which starts of `day` are on offer at `now`."""

    zone_name: str
    day: date
    now: datetime
    notice: timedelta
    horizon_days: int
    raster_minutes: int
    minutes: int
    minutes_per_extra_person: int
    add_on_minutes: tuple[int, ...]
    format: Format
    people: int
    before: timedelta
    after: timedelta
    on_location: bool
    min_room_length_cm: int
    person_asked_for: int | None
    persons: tuple[PersonPlan, ...]
    rooms: tuple[RoomPlan, ...]
    spans: tuple[SpanPlan, ...]
    taken: tuple[TakenPlan, ...]

    @property
    def zone(self) -> ZoneInfo:
        """The place's wall clock."""
        return ZoneInfo(self.zone_name)


@dataclass(frozen=True, slots=True)
class Built:
    """The rows of a plan."""

    place: Place
    package: Package
    add_ons: list[AddOn]
    persons: list[Photographer]
    rooms: list[Room]


def fives(first: int, last: int) -> st.SearchStrategy[timedelta]:
    """Whole five minutes."""
    return st.integers(first // 5, last // 5).map(lambda number: number * FIVE)


@st.composite
def persons(draw: st.DrawFn, weekday: int) -> PersonPlan:
    """A photographer who works on some of the days around `weekday`."""
    hours = []
    for offset in (-1, 0, 0, 1):
        opens = draw(st.integers(0, 14 * 12)) * 5
        closes = opens + draw(st.integers(18, 14 * 12)) * 5
        hours.append(
            (
                (weekday + offset) % 7,
                time(opens // 60, opens % 60),
                time(closes // 60, closes % 60) if closes < 24 * 60 else time(0),
            )
        )
    return PersonPlan(
        offers=draw(st.sampled_from([*[True] * 5, False])),
        is_active=draw(st.sampled_from([*[True] * 5, False])),
        most_a_day=draw(st.sampled_from([None, None, 1, 2])),
        hours=tuple(draw(st.permutations(hours))[: draw(st.integers(2, 4))]),
    )


@st.composite
def studios(draw: st.DrawFn) -> StudioPlan:
    """A studio, a day worth looking at, and what is taken and closed around it."""
    zone_name, day = draw(st.sampled_from(DAYS))
    noon = datetime.combine(day, time(12), ZoneInfo(zone_name)).astimezone(UTC)
    people = draw(st.tuples(*[persons(day.weekday())] * 3))[: draw(st.integers(1, 3))]
    rooms = draw(st.lists(_rooms, min_size=1, max_size=2))
    format_ = draw(st.sampled_from([Format.SINGLE, Format.SERIES, Format.GROUP]))
    now = (
        noon
        - draw(st.sampled_from([timedelta(0), DAY, 3 * DAY]))
        + draw(st.integers(-600, 600).map(lambda minutes: timedelta(minutes=minutes)))
    )
    return StudioPlan(
        zone_name=zone_name,
        day=day,
        now=now,
        notice=draw(st.sampled_from([timedelta(0), timedelta(hours=2), timedelta(hours=24)])),
        horizon_days=draw(st.sampled_from([1, 2, 3, 120, 120])),
        raster_minutes=draw(st.sampled_from([5, 10, 15, 20, 30, 60])),
        minutes=draw(st.sampled_from([20, 30, 45, 60, 90])),
        minutes_per_extra_person=draw(st.sampled_from([0, 10, 15])),
        add_on_minutes=tuple(draw(st.lists(st.sampled_from([0, 15, 30]), max_size=2))),
        format=format_,
        people=1 if format_ == Format.SINGLE else draw(st.integers(2, 6)),
        before=draw(fives(0, 30)),
        after=draw(fives(0, 30)),
        on_location=draw(st.sampled_from([False, False, False, True])),
        min_room_length_cm=draw(st.sampled_from([300, 300, 450])),
        person_asked_for=draw(st.sampled_from([None, None, 0])),
        persons=people,
        rooms=tuple(rooms),
        spans=tuple(draw(st.lists(_spans(noon, len(people), len(rooms)), max_size=3))),
        taken=_without_overlaps(
            draw(st.lists(_takings(noon, now, len(people), len(rooms)), max_size=5))
        ),
    )


def build(plan: StudioPlan) -> Built:
    """Put `plan` into the database."""
    factories.studio(
        notice_hours=int(plan.notice / timedelta(hours=1)), horizon_days=plan.horizon_days
    )
    place = factories.place(time_zone=plan.zone_name, raster_minutes=plan.raster_minutes)
    people = [_person(plan, number, place) for number in range(len(plan.persons))]
    package = _package(
        plan, [p for p, said in zip(people, plan.persons, strict=True) if said.offers]
    )
    rooms = [
        factories.room(
            place,
            name=f"Room {number}",
            length_m=Decimal(said.length_cm) / 100,
            max_people=said.max_people,
            is_active=said.is_active,
        )
        for number, said in enumerate(plan.rooms)
    ]
    add_ons = [
        factories.add_on([package], name=f"Add-on {minutes}", extra_minutes=minutes)
        for minutes in plan.add_on_minutes
    ]
    built = Built(place, package, add_ons, people, rooms)
    for span in plan.spans:
        _close(span, built)
    for taken in plan.taken:
        _take(taken, built)
    return built


_rooms = st.builds(
    RoomPlan,
    length_cm=st.sampled_from([400, 450, 720]),
    max_people=st.sampled_from([1, 4, 6, 6]),
    is_active=st.sampled_from([*[True] * 5, False]),
)


@st.composite
def _spans(draw: st.DrawFn, noon: datetime, persons: int, rooms: int) -> SpanPlan:
    subject = draw(st.sampled_from(["place", "room", "photographer", "extra", "extra"]))
    start = noon + draw(fives(-20 * 60, 14 * 60))
    return SpanPlan(
        subject="photographer" if subject == "extra" else subject,
        number=draw(st.integers(0, (rooms if subject == "room" else persons) - 1)),
        is_extra=subject == "extra",
        start=start,
        end=start + draw(fives(5, 8 * 60)),
    )


@st.composite
def _takings(draw: st.DrawFn, noon: datetime, now: datetime, persons: int, rooms: int) -> TakenPlan:
    session = noon + draw(fives(-20 * 60, 20 * 60))
    lapses = draw(st.sampled_from([None, None, timedelta(minutes=-1), timedelta(minutes=9)]))
    return TakenPlan(
        person=draw(st.integers(0, persons - 1)),
        room=draw(st.sampled_from([None, *range(rooms)])),
        session=session,
        start=session - draw(fives(0, 30)),
        end=session + draw(fives(20, 120)),
        expires_at=None if lapses is None else now + lapses,
    )


def _without_overlaps(takings: list[TakenPlan]) -> tuple[TakenPlan, ...]:
    """Those that the database takes one after the other."""
    kept: list[TakenPlan] = []
    for taking in takings:
        in_the_way = (
            one
            for one in kept
            if one.start < taking.end
            and taking.start < one.end
            and (one.person == taking.person or (one.room is not None and one.room == taking.room))
        )
        if next(in_the_way, None) is None:
            kept.append(taking)
    return tuple(kept)


def _person(plan: StudioPlan, number: int, place: Place) -> Photographer:
    said = plan.persons[number]
    person = factories.photographer(
        name=f"Photographer {number}",
        position=number,
        is_active=said.is_active,
        most_sessions_a_day=said.most_a_day,
    )
    for weekday, opens, closes in said.hours:
        factories.weekday_hours(person, place, opens=opens, closes=closes, weekdays=[weekday])
    return person


def _package(plan: StudioPlan, offered_by: list[Photographer]) -> Package:
    is_single = plan.format == Format.SINGLE
    return factories.package(
        kind=Kind.HEADSHOT if plan.format != Format.GROUP else Kind.PORTRAIT,
        format=plan.format,
        offered_by=offered_by,
        min_people=1 if is_single else 2,
        max_people=1 if is_single else 6,
        duration_minutes=plan.minutes,
        minutes_per_extra_person=0 if is_single else plan.minutes_per_extra_person,
        price_per_extra_person_minor=0,
        buffer_before_minutes=int(plan.before / timedelta(minutes=1)),
        buffer_after_minutes=int(plan.after / timedelta(minutes=1)),
        on_location=plan.on_location,
        min_room_length_m=Decimal(plan.min_room_length_cm) / 100,
    )


def _close(span: SpanPlan, built: Built) -> None:
    subjects: dict[str, Any] = {
        "place": {"place": built.place},
        "room": {"room": built.rooms[span.number] if span.subject == "room" else None},
        "photographer": {"photographer": built.persons[min(span.number, len(built.persons) - 1)]},
    }
    subject = subjects[span.subject] | ({"place": built.place} if span.is_extra else {})
    kind = Closure.Kind.EXTRA if span.is_extra else Closure.Kind.CLOSED
    Closure.objects.create(kind=kind, start=span.start, end=span.end, **subject)


def _take(taken: TakenPlan, built: Built) -> None:
    """Somebody's session, written as the moments leave it; of its past nothing is asked here."""
    at = taken.session - 9 * DAY
    room = None if taken.room is None else built.rooms[taken.room]
    booking = Booking.objects.create(
        enquiry=Enquiry.objects.create(created_at=at, updated_at=at),
        client=factories.client(),
        package=built.package,
        place=built.place,
        room=room,
        photographer=built.persons[taken.person],
        start=taken.session,
        end=taken.session + timedelta(minutes=15),
        state=BookingState.HELD if taken.expires_at else BookingState.CONFIRMED,
        hold_expires_at=taken.expires_at,
        quote={},
        total_minor=0,
        deposit_minor=0,
        currency="EUR",
        policy={},
        package_as_sold={},
        created_at=at,
        confirmed_at=at,
    )
    span = {"booking": booking, "start": taken.start, "end": taken.end}
    span["expires_at"] = taken.expires_at
    Allocation.objects.create(photographer=booking.photographer, **span)
    if room is not None:
        Allocation.objects.create(room=room, **span)
