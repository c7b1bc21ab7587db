"""The waiting list: a full day is waited for, and a freed time goes to the first whom it fits."""

from datetime import date, datetime

from django.db import transaction

from bookings.booking import lifecycle
from bookings.booking.answering import Contact, known_client
from bookings.booking.errors import DayNotFull, NotOffered, SlotTaken
from bookings.booking.holding import let_go, take, wanted_for
from bookings.booking.models import Booking, BookingEvent, Enquiry
from bookings.booking.states import BookingState
from bookings.moments.parts import locked_enquiry, refuse_when_booked
from bookings.notices import outbox
from bookings.notices.models import Notice
from bookings.schedule import availability
from bookings.schedule.models import Photographer, Place
from bookings.schedule.wall_clock import day_of
from bookings.waiting import fitting
from bookings.waiting.models import WaitingEntry


@transaction.atomic
def wait(
    enquiry: Enquiry,
    place: Place,
    day: date,
    photographer: Photographer | None,
    contact: Contact,
    now: datetime,
) -> WaitingEntry:
    """The client waits for a day that is full. Asking twice waits once, for whom was asked last.

    Raises NotOffered for a day that can't be booked, DayNotFull where it still has times,
    PackageUnavailable, IllegalMove where the enquiry is booked already.
    """
    enquiry = locked_enquiry(enquiry)
    refuse_when_booked(enquiry)
    wanted = wanted_for(enquiry, place, photographer)
    first, last = wanted.days(now)
    if not first <= day <= last:
        raise NotOffered
    if availability.openings(wanted, day, day, now):
        raise DayNotFull
    enquiry.client = known_client(contact, enquiry.language, now)
    enquiry.updated_at = now
    enquiry.save(update_fields=["client", "updated_at"])
    entry, _is_new = WaitingEntry.objects.get_or_create(
        enquiry=enquiry,
        place=place,
        day=day,
        outcome="",
        defaults={"photographer": photographer, "created_at": now},
    )
    if entry.photographer != photographer and entry.offer is None:
        entry.photographer = photographer
        entry.save(update_fields=["photographer"])
    entry.enquiry = enquiry
    outbox.write_about_waiting(entry, now)
    return entry


@transaction.atomic
def stop_waiting(entry: WaitingEntry, now: datetime) -> None:
    """The client waits no more; a time that is held for them goes to the next who waits.

    Enquiry, booking, entry: in the order in which whoever confirms or expires the offer goes.
    """
    locked_enquiry(entry.enquiry)
    entry.refresh_from_db(fields=["offer"])
    offer = lifecycle.locked(entry.offer.pk) if entry.offer else None
    fitting.close_entry(entry, WaitingEntry.Outcome.WITHDRAWN)
    outbox.withdraw_about_waiting(entry, now)
    if offer and offer.is_held_at(now):
        let_go(offer, BookingState.RELEASED, now, by="client")
        offer_freed_by(offer, offer.start, offer.place, now)


def sweep_waiting(now: datetime) -> int:
    """Close what is over and offer what is free; gives the number of offers. Safe at any time."""
    fitting.close_what_is_over(now)
    return sum(_offered_on(place, day, now) for place, day in list(fitting.waited_for()))


@transaction.atomic
def _offered_on(place: Place, day: date, now: datetime) -> int:
    return offer_freed(place, day, now)


def offer_freed_by(booking: Booking, start: datetime, place: Place, now: datetime) -> None:
    """The time from `start` that `booking` had is free: it goes to whoever waits for that day."""
    fitting.close(booking, WaitingEntry.Outcome.LAPSED)
    if start > now:
        offer_freed(place, day_of(start, place.zone), now)


def offer_freed(place: Place, day: date, now: datetime) -> int:
    """Hold what is free on `day` for those who wait, first come first; gives the number.

    A step of the moments that free a time: it expects their transaction.
    """
    offers = 0
    for entry in fitting.open_entries(place, day):
        if fit := fitting.fitting(entry, now):
            offers += _offered(entry, *fit, now)
    return offers


def _offered(
    entry: WaitingEntry,
    enquiry: Enquiry,
    wanted: availability.Wanted,
    opening: availability.Opening,
    now: datetime,
) -> bool:
    """Whether `entry` got its offer; never an error of the moment that freed the time."""
    until = fitting.offered_until(opening.start, now, wanted.place.zone)
    if until <= now:
        return False
    try:
        with transaction.atomic():
            _offer(entry, enquiry, wanted, opening, until, now)
    except SlotTaken:  # by a hold that has run out, and that somebody is deciding just now
        return False
    return True


def _offer(
    entry: WaitingEntry,
    enquiry: Enquiry,
    wanted: availability.Wanted,
    opening: availability.Opening,
    until: datetime,
    now: datetime,
) -> None:
    booking = take(
        enquiry, wanted, opening, now, by="clock", hold_expires_at=until, source="waiting"
    )
    lifecycle.record(booking, BookingEvent.Kind.OFFERED, now, by="clock")
    entry.offer = booking
    entry.save(update_fields=["offer"])
    outbox.write_to_client(booking, Notice.Kind.WAITING_OFFER, now)
