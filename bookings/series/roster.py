"""A company day slot by slot: who comes when, and for the photographer what to know of each.

The organiser's pages read `seats` alone: names and slots are theirs to see, answers are not.
"""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from bookings.booking.models import Booking
from bookings.series.models import Attendee
from bookings.series.slots import Slot, slots
from bookings.wording import shown
from guidance.answers import parse
from guidance.questionnaire import in_words

CLOTHES_NOTE = "clothes_note"


@dataclass(frozen=True, slots=True)
class Seat:
    """A slot, the person who has it, or both; a person without a slot has no `slot`."""

    slot: Slot | None
    attendee: Attendee | None


@dataclass(frozen=True, slots=True)
class RosterLine:
    """One person as the photographer meets them; without a slot `start` is None.

    `told` is what they said about glasses and clothes, `care` about access, faith and age.
    """

    start: datetime | None
    name: str
    is_missed: bool
    told: tuple[str, ...]
    care: tuple[str, ...]


def seats(booking: Booking) -> list[Seat]:
    """Every slot of `booking` in order, then by name who has none. One query."""
    people = booking.attendees.defer("answers", "care").order_by("name", "pk")
    return _seats(booking, list(people))


def roster(booking: Booking, *, with_care: bool) -> list[RosterLine]:
    """Who comes to `booking` in slot order, then by name who has no slot. One query.

    `with_care` is for who runs the session alone: without it those answers are not even read.
    """
    people = booking.attendees.order_by("name", "pk")
    taken = _seats(booking, list(people if with_care else people.defer("care")))
    return [
        RosterLine(
            start=one.slot,
            name=one.name,
            is_missed=one.is_missed,
            told=_in_words(one.answers),
            care=_in_words(one.care) if with_care else (),
        )
        for seat in taken
        if (one := seat.attendee)
    ]


def _seats(booking: Booking, people: list[Attendee]) -> list[Seat]:
    by_slot = {one.slot: one for one in people if one.slot}
    placed = [Seat(slot, by_slot.pop(slot.start, None)) for slot in slots(booking)]
    # A time that is no slot of the session any more is none: that person chooses anew.
    waiting = [one for one in people if one.slot is None or one.slot in by_slot]
    return [*placed, *(Seat(None, one) for one in waiting)]


def _in_words(given: dict[str, object]) -> tuple[str, ...]:
    """The answers without their questions; a note on clothes says what it is about."""
    ticked = {key: value for key, value in given.items() if key != CLOTHES_NOTE}
    answered = [shown(words) for _title, answers in in_words(parse(ticked)) for words in answers]
    note = given.get(CLOTHES_NOTE)
    return (*answered, _("Clothes: %(note)s") % {"note": note}) if note else tuple(answered)
