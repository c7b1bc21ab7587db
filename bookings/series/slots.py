"""The consecutive slots of a company day: one for each person, and what is left to catch up."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bookings.booking.models import Booking
from bookings.series.models import Attendee
from guidance.vocabulary import Format


@dataclass(frozen=True, slots=True)
class Slot:
    """From `start` to `end`; `is_spare` for those beyond the number of people."""

    start: datetime
    end: datetime
    is_spare: bool


def slots(booking: Booking) -> list[Slot]:
    """The slots of `booking` in order; none where it is no company day.

    What the session has beyond one slot each is for setting up, and at the end to catch up.
    """
    if not is_company_day(booking):
        return []
    length = timedelta(minutes=minutes_per_person(booking))
    number = int((booking.end - booking.start) / length)
    return [
        Slot(booking.start + n * length, booking.start + (n + 1) * length, n >= booking.people)
        for n in range(number)
    ]


def is_company_day(booking: Booking) -> bool:
    """Whether people come to `booking` one after the other, each for some minutes."""
    is_series = booking.package_as_sold["format"] == Format.SERIES
    return is_series and minutes_per_person(booking) > 0


def minutes_per_person(booking: Booking) -> int:
    """The minutes of one slot as they were sold."""
    sold = booking.package_as_sold
    if "minutes_per_person" not in sold:  # sold before it was frozen
        return booking.package.minutes_per_extra_person
    minutes: int = sold["minutes_per_person"]
    return minutes


def offered(attendee: Attendee, now: datetime) -> list[Slot]:
    """The slots that `attendee` can take at `now`; the one they have is not among them. One query.

    Those to catch up are for who missed theirs, for who has none once the day runs, and for who
    finds no other free. Whose slot has begun has had their turn, unless staff noted otherwise.
    """
    booking, own = attendee.booking, attendee.slot
    if own and own <= now and not attendee.is_missed:
        return []
    free = [slot for slot in free_slots(booking) if slot.start > now]
    if attendee.is_missed or (own is None and now >= booking.start):
        return free
    ordinary = [slot for slot in free if not slot.is_spare]
    return free if own is None and not ordinary else ordinary


def free_slots(booking: Booking) -> list[Slot]:
    """The slots that nobody has chosen yet; one query."""
    chosen = set(booking.attendees.values_list("slot", flat=True))
    return [slot for slot in slots(booking) if slot.start not in chosen]
