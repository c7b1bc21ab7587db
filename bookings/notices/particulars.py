"""The particulars of a booking in words: what, when, where, with whom, for how much.

In the active language and on the place's wall clock. Nothing here knows a care answer.
"""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bookings.booking.models import Booking
from bookings.booking.sold import looks_as_sold
from bookings.catalogue.pricing import QuoteLine
from bookings.catalogue.wording import Price, duration, price_in_words
from bookings.wording import money


@dataclass(frozen=True, slots=True)
class Particulars:
    """All that a letter says about a booking itself."""

    reference: str
    package: str
    extent: tuple[str, ...]
    add_ons: tuple[str, ...]
    day: str
    hours: str
    zone: str
    address: tuple[str, ...]
    directions: str
    photographer: str
    price: Price


def particulars(booking: Booking) -> Particulars:
    """The particulars of `booking`."""
    zone = booking.place.zone
    on_location = booking.package_as_sold["on_location"]
    return Particulars(
        reference=booking.reference,
        package=booking.package_as_sold["name"],
        extent=extent(booking),
        add_ons=add_ons(booking),
        day=day(booking.start, zone),
        hours=hours(booking.start, booking.end, zone),
        zone=zone_name(booking.start, zone),
        address=address(booking),
        directions="" if on_location else booking.place.directions,
        photographer=booking.photographer.name,
        price=price_in_words(booking.quote_as_sold),
    )


def day(moment: datetime, zone: ZoneInfo) -> str:
    """The day of `moment` as in `Wednesday 25 November 2026`."""
    # Translators: a day with its weekday, in Django's date format.
    return date_format(moment.astimezone(zone), _("l j F Y"))


def hours(start: datetime, end: datetime, zone: ZoneInfo) -> str:
    """From `start` to `end` as in `11:00 to 11:30`."""
    return _("%(start)s to %(end)s") % {"start": clock(start, zone), "end": clock(end, zone)}


def clock(moment: datetime, zone: ZoneInfo) -> str:
    """The time of `moment` as in `11:00`."""
    # Translators: a time of day in Django's date format.
    return date_format(moment.astimezone(zone), _("H:i"))


def in_full(moment: datetime, zone: ZoneInfo) -> str:
    """`moment` as in `Wednesday 25 November 2026, 11:00 (CET, Europe/Berlin)`."""
    return f"{day(moment, zone)}, {clock(moment, zone)} ({zone_name(moment, zone)})"


def zone_name(moment: datetime, zone: ZoneInfo) -> str:
    """The zone as people and calendars name it, as in `CET, Europe/Berlin`."""
    short = moment.astimezone(zone).tzname() or ""
    # Many zones have no short name but their offset, such as -03.
    short = f"UTC{short}" if short[:1] in {"+", "-"} else short
    return f"{short}, {zone.key.replace('_', ' ')}"


def extent(booking: Booking) -> tuple[str, ...]:
    """How much the session is: minutes, people where more than one, looks, pictures."""
    sold = booking.package_as_sold
    several = (people(booking),) if booking.people > 1 else ()
    return (
        duration(sold["minutes"]),
        *several,
        _looks(looks_as_sold(booking)),
        *_pictures(booking),
    )


def add_ons(booking: Booking) -> tuple[str, ...]:
    """The add-ons as sold, as in `Make-up artist` or `4 × Make-up artist`."""
    lines = booking.quote_as_sold.lines
    return tuple(_add_on(line) for line in lines if line.slug == "add_on")


def deposit(booking: Booking) -> str:
    """The deposit where it is all that can be due for cancelling late or not coming; else empty."""
    if not booking.deposit_minor or not booking.terms.asks_deposit_alone:
        return ""
    return money(booking.deposit_minor, booking.currency)


def people(booking: Booking) -> str:
    """How many are photographed."""
    return ngettext("%(count)d person", "%(count)d people", booking.people) % {
        "count": booking.people
    }


def address(booking: Booking) -> tuple[str, ...]:
    """Where the session is held, line by line; a session on location has no address of ours."""
    if booking.package_as_sold["on_location"]:
        return (_("On location, where we agreed or will agree with you"),)
    place, room = booking.place, booking.room
    lines = [place.name, *place.address.splitlines(), room.name if room else ""]
    return tuple(line.strip() for line in lines if line.strip())


def one_line(words: str) -> str:
    """`words` without the line ends that neither a header nor a title can carry."""
    return " ".join(words.split())


def _add_on(line: QuoteLine) -> str:
    if line.count == 1:
        return line.label
    return _("%(count)d × %(what)s") % {"count": line.count, "what": line.label}


def _looks(looks: int) -> str:
    return ngettext("%(count)d look", "%(count)d looks", looks) % {"count": looks}


def _pictures(booking: Booking) -> tuple[str, ...]:
    finals = booking.package_as_sold["finals"]
    if not finals:
        return ()
    words = ngettext("%(count)d retouched picture", "%(count)d retouched pictures", finals)
    if booking.package_as_sold["finals_are_per_person"]:
        words = ngettext(
            "%(count)d retouched picture for each person",
            "%(count)d retouched pictures for each person",
            finals,
        )
    return (words % {"count": finals},)
