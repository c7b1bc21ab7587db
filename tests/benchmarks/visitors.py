"""Clients of the demo studio, each brought through the real moments as far as a page needs."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils import timezone

from bookings import moments
from bookings.booking.links import booking_token, enquiry_token
from bookings.booking.models import Booking, Enquiry
from bookings.catalogue.models import Studio
from bookings.front.advice import advice_for
from bookings.schedule import availability
from bookings.schedule.availability import Opening
from bookings.schedule.models import Place
from tests import factories

# Everyone is asked all questions: the pictures are for an audition too.
ANSWERS = {
    "uses": ["online_profile", "casting"],
    "occasion": "work",
    "casting_market": "stage_screen",
    "framing": "head_shoulders",
    "background": "plain",
    "place": "studio",
}
APART = timedelta(hours=2)


def cast() -> dict[str, str]:
    """The tokens of three enquiries, one choosing, one held, one booked, and of its booking."""
    now = timezone.now()
    choosing, holding, booking_now = (_choose(now) for _ in range(3))
    held, booked = _hold([holding, booking_now], now)
    moments.confirm(booked, now)
    return {
        "package": choosing.package.slug if choosing.package else "",
        "choosing": enquiry_token(choosing),
        "held": enquiry_token(held.enquiry),
        "booked": booking_token(booked),
    }


def ready_to_confirm(count: int) -> list[tuple[str, str]]:
    """Enquiry token and booking reference of `count` holds, with details, at distinct times."""
    now = timezone.now()
    held = _hold([_choose(now) for _ in range(count)], now)
    return [(enquiry_token(booking.enquiry), booking.reference) for booking in held]


def choosing(count: int) -> list[str]:
    """The tokens of `count` enquiries that have chosen a package and no time yet."""
    now = timezone.now()
    return [enquiry_token(_choose(now)) for _ in range(count)]


def _choose(now: datetime) -> Enquiry:
    """Someone who answered, was advised, and took the advice."""
    enquiry = factories.enquiry(ANSWERS, now=now)
    best = advice_for(enquiry, Studio.objects.get()).best
    if best is None:
        raise LookupError("The demo studio has no package for these answers.")
    return moments.choose(enquiry, best.package, (), "", now)


def _hold(enquiries: list[Enquiry], now: datetime) -> list[Booking]:
    """A time for each, and who is coming."""
    place = Place.objects.filter(is_active=True)[0]
    wanted = moments.wanted_for(enquiries[0], place)
    first, last = wanted.days(now)
    starts = _spread(availability.openings(wanted, first, last, now))
    held = [moments.hold(one, place, next(starts), None, now) for one in enquiries]
    for number, booking in enumerate(held):
        contact = moments.Contact(f"Visitor {number}", f"visitor{number}@example.com", "")
        moments.give_details(booking, contact, "", now)
    return held


def _spread(openings: list[Opening]) -> Iterator[datetime]:
    """Starts so far apart that one session leaves the next alone, the last ones first."""
    latest = openings[-1].end + APART
    for opening in reversed(openings):
        if latest - opening.start >= APART:
            latest = opening.start
            yield latest
