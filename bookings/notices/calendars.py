"""A booking as a calendar file (RFC 5545): published while it stands, cancelled when it is off.

The file is copied to calendars that others may read, so it holds neither the private link nor
anything of the client's answers. No attendee is named: the event is published, nobody is
asked to accept it (RFC 5546, 3.2.1).
"""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from icalendar import CLASS, STATUS, Calendar, Event, vCalAddress

from bookings.booking.models import Booking
from bookings.booking.states import LIVE, BookingState
from bookings.catalogue.models import Studio
from bookings.notices import particulars

PRODUCT = "-//Catchlight//Bookings//EN"


def booking_calendar(
    booking: Booking, *, for_staff: bool = False, is_off: bool | None = None
) -> bytes:
    """The calendar file of `booking`, in the active language.

    One UID for each booking and a SEQUENCE that rises: a later file replaces an earlier one.
    `for_staff` names the client in the title instead of the studio. `is_off` takes it out of
    this one reader's calendar though it stands: a colleague runs the session now.
    """
    asked = method(booking, is_off=is_off)
    stamp = _last_change(booking)
    event = event_of(booking, Studio.objects.get(), stamp, for_staff=for_staff)
    if asked == "CANCEL":
        event.status = STATUS.CANCELLED
    calendar = Calendar.new(method=asked, prodid=PRODUCT, uid=str(booking.uid))
    calendar.add_component(event)
    # A file from 1970 to 2038 would be ten times the size and say no more of this session.
    year = booking.start.year
    calendar.add_missing_timezones(date(year - 1, 1, 1), date(year + 1, 12, 31))
    return bytes(calendar.to_ical())


def method(booking: Booking, *, is_off: bool | None = None) -> str:
    """What the file asks the calendar to do with the event: `PUBLISH` or `CANCEL`."""
    if is_off is None:
        is_off = booking.state not in LIVE
    return "CANCEL" if is_off else "PUBLISH"


def event_of(booking: Booking, studio: Studio, stamp: datetime, *, for_staff: bool) -> Event:
    """The session as an event that last changed at `stamp`, UTC; no answer of the client's in it.

    For staff the title names the client, but only of a session that was confirmed.
    """
    zone = booking.place.zone
    return Event.new(
        uid=str(booking.uid),
        sequence=booking.sequence,
        stamp=stamp,
        start=_exact(booking.start, zone),
        end=_exact(booking.end, zone),
        summary=particulars.one_line(_summary(booking, studio, for_staff=for_staff)),
        location=", ".join(particulars.address(booking)),
        description=_description(booking, studio, for_staff=for_staff),
        status=_status(booking),
        classification=CLASS.PRIVATE,
        organizer=vCalAddress.new(studio.email, cn=studio.name),
    )


def _last_change(booking: Booking) -> datetime:
    """When the booking last changed, UTC: files made of one state of things are alike."""
    latest = booking.events.order_by("-at").values_list("at", flat=True).first()
    return (latest or booking.created_at).astimezone(UTC)


def _exact(moment: datetime, zone: ZoneInfo) -> datetime:
    """`moment` on the wall clock of `zone`; in UTC where that clock shows it a second time.

    A repeated wall time means its first occurrence in a calendar file (RFC 5545, 3.3.5).
    """
    local = moment.astimezone(zone)
    return moment.astimezone(UTC) if local.fold else local


def _status(booking: Booking) -> STATUS:
    return STATUS.TENTATIVE if booking.state == BookingState.HELD else STATUS.CONFIRMED


def _summary(booking: Booking, studio: Studio, *, for_staff: bool) -> str:
    package = booking.package_as_sold["name"]
    if for_staff and booking.state == BookingState.HELD:
        return _("%(package)s, held") % {"package": package}
    if for_staff:
        return _("%(package)s, %(client)s") % {"package": package, "client": booking.client}
    return _("%(package)s at %(studio)s") % {"package": package, "studio": studio.name}


def _description(booking: Booking, studio: Studio, *, for_staff: bool) -> str:
    lines = [
        _("Booking %(reference)s") % {"reference": booking.reference},
        _("With %(photographer)s") % {"photographer": booking.photographer.name},
    ]
    if for_staff:
        lines.append(particulars.people(booking))
    else:
        lines += [booking.place.directions, f"{studio.name}, {studio.phone}, {studio.email}"]
    return "\n".join(line for line in lines if line)
