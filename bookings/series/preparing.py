"""What one person of a company day wears and brings, worked out for them."""

from collections.abc import Mapping
from copy import copy
from typing import Any

from bookings.booking import preparing
from bookings.booking.models import Booking
from bookings.booking.preparing import AdvisedGroup
from bookings.series.asking import THEIRS
from bookings.series.models import Attendee

_THEIRS_TO_SAY = frozenset(field.key for one in THEIRS.values() for field in one.fields)


def wardrobe(attendee: Attendee) -> tuple[AdvisedGroup, ...]:
    """The list for `attendee`: the company's answers, with theirs in place of the organiser's own.

    What they told is left out where the organiser holds their link: that list says what it is for.
    """
    told = attendee.answers if attendee.email else {}
    return preparing.wardrobe(_booking_of_one(attendee.booking, told))


def _booking_of_one(booking: Booking, told: Mapping[str, Any]) -> Booking:
    """`booking` as if this person had answered for themselves; a copy that is never saved."""
    company = booking.enquiry.answers
    shared = {key: value for key, value in company.items() if key not in _THEIRS_TO_SAY}
    of_one = copy(booking)
    of_one.enquiry = copy(booking.enquiry)
    of_one.enquiry.answers = {**shared, **told}
    return of_one
