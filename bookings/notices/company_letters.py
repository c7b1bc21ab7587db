"""The letters to one person of a company day: their slot and their link, not the company's booking.

Each function is listed in :mod:`bookings.notices.letters`, which writes it out.
"""

from dataclasses import replace
from datetime import timedelta

from bookings.booking.states import BookingState
from bookings.catalogue.wording import duration
from bookings.notices.calendars import method
from bookings.notices.contents import Attachment, Contents, name_to_print
from bookings.notices.models import Notice
from bookings.notices.particulars import clock, in_full, particulars
from bookings.notices.slot_calendars import slot_calendar
from bookings.notices.told import slot_told
from bookings.series.links import attendee_path
from bookings.series.slots import minutes_per_person

COME_EARLY = timedelta(minutes=5)
"""How long before their slot somebody is asked to be there."""


def invitation(notice: Notice) -> Contents:
    """Who arranged the day, when and where it is, the way to a slot."""
    return _contents(notice, "invitation")


def slot_chosen(notice: Notice) -> Contents:
    """The slot they have now, and the way to change it."""
    return _contents(notice, "slot_chosen")


def uninvited(notice: Notice) -> Contents:
    """They are no longer expected; the file takes their slot out of their calendar."""
    return _contents(notice, "uninvited", is_off=True)


def moved(notice: Notice) -> Contents:
    """The day has moved, and their slot with it."""
    contents = _contents(notice, "attendee_moved")
    told = slot_told(notice)
    zone = contents.words["zone"]
    return replace(contents, words={**contents.words, "was": in_full(told, zone) if told else ""})


def cancelled(notice: Notice) -> Contents:
    """The day is off, nothing is to be done."""
    return _contents(notice, "attendee_cancelled")


def reminder(notice: Notice) -> Contents:
    """Their slot again, or that they have none yet."""
    return _contents(notice, "attendee_reminder")


def _contents(notice: Notice, template: str, *, is_off: bool | None = None) -> Contents:
    booking, attendee = notice.booking, notice.attendee
    if booking is None or attendee is None:
        raise ValueError(f"{notice.kind} is to an attendee")
    attendee.booking = booking
    zone, slot = booking.place.zone, attendee.slot
    words = {
        "session": particulars(booking),
        "organiser": name_to_print(booking.client.name) if booking.client else "",
        "zone": zone,
        "is_expected": not is_off and booking.state == BookingState.CONFIRMED,
        "length": duration(minutes_per_person(booking)),
        "slot": clock(slot, zone) if slot else "",
        "come_at": clock(slot - COME_EARLY, zone) if slot else "",
    }
    files: tuple[Attachment, ...] = ()
    if slot:
        name = f"{booking.reference}-{attendee.pk}.ics"
        mimetype = f"text/calendar; method={method(booking, is_off=is_off)}"
        file = slot_calendar(attendee, notice.created_at, is_off=is_off)
        files = (Attachment(name, file, mimetype),)
    return Contents(words, attendee_path(attendee), files, template=template)
