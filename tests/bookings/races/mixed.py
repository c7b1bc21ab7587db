"""A random day at the studio: threads that hold, confirm, move, cancel, wait and sweep at once.

Seeded: each thread draws its own series of operations; only how they interleave is chance.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

from bookings import moments
from bookings.booking.errors import BookingError
from bookings.booking.models import Booking, Enquiry
from bookings.booking.states import BookingState
from bookings.moments import Contact, NewTime
from bookings.schedule.models import Photographer, Place
from bookings.waiting.models import WaitingEntry
from tests.bookings.races.crowds import clients_who_want
from tests.bookings.races.threads import at_once
from tests.factories import (
    CONTACT,
    NOW,
    bookable_studio,
    package,
    photographer,
    place,
    room,
    studio,
    weekday_hours,
)

THREADS = 8
CLIENTS = 60
DAYS = (date(2026, 11, 25), date(2026, 11, 26))
STARTS = tuple(
    NOW.replace(day=day.day, hour=hour, minute=minute)
    for day in DAYS
    for hour in (8, 9, 10)
    for minute in (0, 30)
)
"""Few enough that everybody is in everybody's way; 9:00 to 12:00 on the place's clock."""

A_STEP = timedelta(seconds=20)
"""How far the clock goes on with each operation: some forty of them outlast a hold."""


@dataclass
class Crowd:
    """The studio's place and people, the enquiries of its clients, and how operations ended."""

    place: Place
    photographers: list[Photographer]
    enquiries: list[Enquiry]
    outcomes: Counter[str] = field(default_factory=Counter)


def gather() -> Crowd:
    """A studio of three photographers and two rooms; two packages, of which one has one taker."""
    studio(most_moves=50, notice_hours=1)
    here = place()
    people = [photographer(name=f"Photographer {number}", position=number) for number in range(3)]
    short = package(name="Short", offered_by=people)
    long = package(name="Long", offered_by=people[1:], duration_minutes=60)
    for person in people[1:]:
        weekday_hours(person, here, opens=time(9), closes=time(12))
    weekday_hours(people[0], here, opens=time(9), closes=time(11))
    room(here, name="Second room")
    bookable_studio(place=here, photographer=people[0], package=short)
    enquiries = [
        *clients_who_want(short, CLIENTS * 2 // 3),
        *clients_who_want(long, CLIENTS // 3),
    ]
    return Crowd(here, people, enquiries)


def let_loose(crowd: Crowd, operations: int, seed: int) -> list[Exception]:
    """Run `operations` from all threads together; gives what went wrong, refusals left out."""
    series = [
        Series(crowd, Random(f"{seed}-{thread}"), operations // THREADS)
        for thread in range(THREADS)
    ]
    results = at_once([one.run for one in series])
    for one in series:
        crowd.outcomes.update(one.outcomes)
    return [
        fault for faults in results for fault in (faults if isinstance(faults, list) else [faults])
    ]


@dataclass
class Series:
    """What one thread does, one operation after the other."""

    crowd: Crowd
    random: Random
    length: int
    outcomes: Counter[str] = field(default_factory=Counter)

    def run(self) -> list[Exception]:
        """Run the operations; gives the errors that are no refusals."""
        faults: list[Exception] = []
        verbs = [verb for verb, weight in self._verbs().items() for _ in range(weight)]
        for step in range(self.length):
            verb = self.random.choice(verbs)
            try:
                verb(NOW + step * A_STEP)
            except BookingError as refusal:
                self.outcomes[f"{verb.__name__}: {type(refusal).__name__}"] += 1
            except Exception as fault:  # noqa: BLE001 - told with all others at the end
                faults.append(fault)
            else:
                self.outcomes[verb.__name__] += 1
        return faults

    def _verbs(self) -> dict[Callable[[datetime], object], int]:
        return {
            self.hold: 10,
            self.confirm: 6,
            self.release: 3,
            self.extend: 2,
            self.move: 6,
            self.cancel: 4,
            self.expire: 1,
            self.complete: 1,
            self.miss: 1,
            self.undo: 3,
            self.wait: 4,
            self.stop_waiting: 1,
            self.sweep_waiting: 1,
        }

    def hold(self, now: datetime) -> None:
        """Somebody picks a time."""
        start = self.random.choice(STARTS)
        moments.hold(self._enquiry(), self.crowd.place, start, self._photographer(), now)

    def confirm(self, now: datetime) -> None:
        """Somebody says who is coming, and confirms."""
        if booking := self._booking(BookingState.HELD):
            if booking.client is None:
                moments.give_details(booking, CONTACT, "", now)
            moments.confirm(booking, now)

    def release(self, now: datetime) -> None:
        """Somebody gives a hold back."""
        if booking := self._booking(BookingState.HELD):
            moments.release(booking, now)

    def extend(self, now: datetime) -> None:
        """Somebody needs longer."""
        if booking := self._booking(BookingState.HELD):
            moments.extend(booking, now)

    def move(self, now: datetime) -> None:
        """A client, or the desk, chooses another time."""
        if booking := self._booking(BookingState.CONFIRMED):
            to = NewTime(self.crowd.place, self.random.choice(STARTS), self._photographer())
            moments.move(booking, to, now, by=self.random.choice(["client", "staff"]))

    def cancel(self, now: datetime) -> None:
        """Somebody calls it off."""
        if booking := self._booking(BookingState.CONFIRMED):
            moments.cancel(booking, now, by=self.random.choice(["client", "staff"]))

    def expire(self, now: datetime) -> None:
        """The sweep of the holds comes by."""
        moments.expire_holds(now)

    def complete(self, now: datetime) -> None:  # noqa: ARG002 - one signature for all of them
        """Staff note that a session took place."""
        if booking := self._booking(BookingState.CONFIRMED):
            moments.complete(booking, booking.end)

    def miss(self, now: datetime) -> None:  # noqa: ARG002 - one signature for all of them
        """Staff note that nobody came."""
        if booking := self._booking(BookingState.CONFIRMED):
            moments.miss(booking, booking.end)

    def undo(self, now: datetime) -> None:  # noqa: ARG002 - one signature for all of them
        """Staff take back what they noted."""
        if booking := self._booking(BookingState.COMPLETED, BookingState.NO_SHOW):
            moments.undo(booking, booking.end + timedelta(hours=1))

    def wait(self, now: datetime) -> None:
        """Somebody waits for a full day."""
        enquiry = self._enquiry()
        contact = Contact(f"Waiting {enquiry.pk}", f"waiting{enquiry.pk}@example.com")
        day = self.random.choice(DAYS)
        moments.wait(enquiry, self.crowd.place, day, self._photographer(), contact, now)

    def stop_waiting(self, now: datetime) -> None:
        """Somebody waits no more."""
        if waiting := list(WaitingEntry.objects.filter(outcome="").order_by("pk")):
            moments.stop_waiting(self.random.choice(waiting), now)

    def sweep_waiting(self, now: datetime) -> None:
        """The sweep of the waiting list comes by."""
        moments.sweep_waiting(now)

    def _enquiry(self) -> Enquiry:
        return self.random.choice(self.crowd.enquiries)

    def _photographer(self) -> Photographer | None:
        return self.random.choice([None, None, *self.crowd.photographers])

    def _booking(self, *states: BookingState) -> Booking | None:
        """One of those that stand in `states` just now; somebody else may be at it too."""
        found = Booking.objects.filter(state__in=states).select_related("enquiry", "client")
        return self.random.choice(list(found.order_by("pk")) or [None])
