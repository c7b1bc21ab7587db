"""Calendars that follow: addresses of our feeds, and what is busy elsewhere."""

from contextlib import suppress
from datetime import datetime

from django.db import transaction
from django.db.models import F

from bookings.booking.models import Booking
from bookings.schedule import outside
from bookings.schedule.models import OutsideCalendar, Photographer, Room


@transaction.atomic
def renew_feed(subject: Photographer | Room) -> None:
    """The calendar of `subject` gets another address; the ones given out before lead nowhere."""
    type(subject).objects.filter(pk=subject.pk).update(feed_counter=F("feed_counter") + 1)
    subject.refresh_from_db(fields=["feed_counter"])


def read_outside_calendar(calendar: OutsideCalendar, now: datetime) -> OutsideCalendar:
    """Take over when an outside calendar says busy; gives it as it stands then.

    Nothing is locked while a server somewhere is asked. Where that fails, what was known stays
    and `last_error` says why. Bookings that stand are not touched. Raises
    OutsideCalendar.DoesNotExist where it was deleted meanwhile.
    """
    reading = outside.read(calendar, now, _sessions_from_here(now))
    with transaction.atomic():
        outside.keep(calendar, reading, now)
    calendar.refresh_from_db()
    return calendar


def read_outside_calendars(now: datetime) -> int:
    """Read each outside calendar that is due; gives how many. Safe to run at any time."""
    calendars = list(outside.due(now).select_related("photographer"))
    read = 0
    for calendar in calendars:
        with suppress(OutsideCalendar.DoesNotExist):  # deleted while its server was asked
            read_outside_calendar(calendar, now)
            read += 1
    return read


@transaction.atomic
def let_go_unused_calendars(photographer: Photographer) -> None:
    """What calendars closed that are no longer in use is open again."""
    outside.let_go(photographer)


def _sessions_from_here(now: datetime) -> list[str]:
    """The UIDs of our own sessions: a photographer's calendar may have them from our letters.

    Taken over as closures they would stand in the way of moving the session, and outlive it.
    """
    since = outside.reach(now).start
    return [str(uid) for uid in Booking.objects.filter(end__gt=since).values_list("uid", flat=True)]
