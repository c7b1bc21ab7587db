"""One person's slot of a company day as a calendar file of their own (RFC 5545)."""

from copy import copy
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid5

from icalendar import STATUS, Calendar

from bookings.booking.models import Booking
from bookings.catalogue.models import Studio
from bookings.notices.calendars import PRODUCT, event_of, method
from bookings.series.models import Attendee
from bookings.series.slots import minutes_per_person


def slot_calendar(attendee: Attendee, at: datetime, *, is_off: bool | None = None) -> bytes:
    """The slot of `attendee` as it stands at `at`, in the active language.

    One UID for each person. SEQUENCE is the seconds since they were invited: a file that is made
    later replaces an earlier one, whether they, the organiser or the session changed the slot.
    Where the session is off, or `is_off` says that it is for them, the file takes the slot out
    of their calendar. Raises ValueError without a slot.
    """
    booking = attendee.booking
    asked = method(booking, is_off=is_off)
    event = event_of(
        _as_event(attendee, at), Studio.objects.get(), at.astimezone(UTC), for_staff=False
    )
    if asked == "CANCEL":
        event.status = STATUS.CANCELLED
    calendar = Calendar.new(method=asked, prodid=PRODUCT, uid=str(uid_of(attendee)))
    calendar.add_component(event)
    year = booking.start.year
    calendar.add_missing_timezones(date(year - 1, 1, 1), date(year + 1, 12, 31))
    return bytes(calendar.to_ical())


def uid_of(attendee: Attendee) -> UUID:
    """The calendar identity of this person's slot, the same for whichever slot it is."""
    return uuid5(attendee.booking.uid, str(attendee.pk))


def _as_event(attendee: Attendee, at: datetime) -> Booking:
    """The booking narrowed to one person's slot; a copy that is never saved."""
    if attendee.slot is None:
        raise ValueError("There is no event without a slot.")
    own = copy(attendee.booking)
    own.uid = uid_of(attendee)
    own.sequence = int((at - attendee.invited_at).total_seconds())
    own.start = attendee.slot
    own.end = attendee.slot + timedelta(minutes=minutes_per_person(own))
    return own
