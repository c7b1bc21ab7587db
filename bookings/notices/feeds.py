"""Calendars to subscribe to: the sessions of one photographer, or of one room (RFC 5545, 7986).

For staff: client and package by name, no answers, no care. Whoever has an address can read what
it gives, so it can be renewed: then the old one leads nowhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.translation import get_language
from icalendar import STATUS, Calendar

from bookings.booking.links import NoSuchLink, numbers, signer
from bookings.booking.models import Booking, BookingEvent
from bookings.booking.states import LIVE, BookingState
from bookings.catalogue.models import Studio
from bookings.notices.calendars import PRODUCT, event_of
from bookings.schedule.models import Photographer, Room

LOOKING_BACK = timedelta(weeks=4)
"""How long a session that is over, or one that was cancelled, is still shown."""

ASK_AGAIN = timedelta(minutes=30)
EDITION = 1
"""Part of each ETag; raise it with a change of what a feed says or how."""

_PHOTOGRAPHER = signer("feed.photographer")
_ROOM = signer("feed.room")


@dataclass(frozen=True, slots=True)
class Feed:
    """Everything that one calendar says, read but not yet written out."""

    subject: Photographer | Room
    studio: Studio
    sessions: Sequence[Booking]


def feed_path(subject: Photographer | Room) -> str:
    """The path of the calendar of `subject`, until it is renewed."""
    made_by = _PHOTOGRAPHER if isinstance(subject, Photographer) else _ROOM
    token = made_by.sign(f"{subject.pk}-{subject.feed_counter}")
    return reverse("front:feed", args=[token])


def feed_behind(token: str, now: datetime) -> Feed:
    """The calendar that `token` belongs to, as of `now`; three queries, however full it is.

    Raises NoSuchLink, also where the photographer's account was closed.
    """
    subject = _subject(token)
    return Feed(subject, Studio.objects.get(), _sessions(subject, now))


def etag(feed: Feed) -> str:
    """A mark of everything that `rendered` makes of `feed`, without rendering it."""
    studio = feed.studio
    heading = (EDITION, get_language(), str(feed.subject), studio.name, studio.email)
    told = repr((heading, [_told(session) for session in feed.sessions]))
    return f'"{sha256(told.encode()).hexdigest()[:32]}"'


def last_change(feed: Feed) -> datetime | None:
    """When anything last happened to a session of `feed`; None where there is none."""
    return max((_stamp(session) for session in feed.sessions), default=None)


def rendered(feed: Feed) -> bytes:
    """The calendar file: confirmed sessions, times that are held, and what was cancelled lately."""
    calendar = Calendar.new(
        method="PUBLISH",
        prodid=PRODUCT,
        uid=_identity(feed.subject),
        name=f"{feed.subject}, {feed.studio.name}",
        refresh_interval=ASK_AGAIN,
    )
    calendar.add("X-PUBLISHED-TTL", ASK_AGAIN)
    for session in feed.sessions:
        event = event_of(session, feed.studio, _stamp(session), for_staff=True)
        if session.state not in LIVE:
            event.status = STATUS.CANCELLED
        calendar.add_component(event)
    if feed.sessions:
        years = [session.start.year for session in feed.sessions]
        calendar.add_missing_timezones(date(min(years) - 1, 1, 1), date(max(years) + 1, 12, 31))
    return bytes(calendar.to_ical())


def _identity(subject: Photographer | Room) -> str:
    """The calendar's own UID: the same each time, and no way to its address."""
    return str(uuid5(NAMESPACE_URL, f"{settings.SITE_URL}/{subject._meta.label}/{subject.pk}"))


def _subject(token: str) -> Photographer | Room:
    try:
        pk, counter = numbers(_PHOTOGRAPHER, token)
    except NoSuchLink:
        pk, counter = numbers(_ROOM, token)
        found: Photographer | Room | None = (
            Room.objects.filter(pk=pk, feed_counter=counter).select_related("place").first()
        )
    else:
        theirs = Photographer.objects.filter(pk=pk, feed_counter=counter)
        found = theirs.filter(user__is_active=True).first()
    if found is None:
        raise NoSuchLink
    return found


def _sessions(subject: Photographer | Room, now: datetime) -> list[Booking]:
    """The sessions of `subject` from some weeks back on, in their order.

    There is no end: nothing is booked beyond the horizon but what staff wanted there.
    """
    since = now - LOOKING_BACK
    whose = Q(photographer=subject) if isinstance(subject, Photographer) else Q(room=subject)
    stands = Q(state__in=LIVE) & ~Q(state=BookingState.HELD)
    is_held = Q(state=BookingState.HELD, hold_expires_at__gt=now)
    was_cancelled = Q(state=BookingState.CANCELLED, changed_at__gt=since)
    events = BookingEvent.objects.filter(booking=OuterRef("pk")).order_by("-at").values("at")
    rows = Booking.objects.annotate(changed_at=Subquery(events[:1]))
    rows = rows.filter(whose, stands | is_held | was_cancelled, start__gt=since)
    known = rows.select_related("place", "room__place", "photographer", "client")
    return list(known.order_by("start", "pk"))


def _stamp(session: Booking) -> datetime:
    """When `session` last changed, UTC; the row knows it from the query."""
    changed: datetime = getattr(session, "changed_at", None) or session.created_at
    return changed.astimezone(UTC)


def _told(session: Booking) -> tuple[object, ...]:
    """Each field of `session` that its event is made of."""
    place, sold = session.place, session.package_as_sold
    return (
        session.uid,
        session.sequence,
        session.reference,
        session.state,
        session.start,
        session.end,
        session.people,
        _stamp(session),
        sold["name"],
        sold["on_location"],
        place.name,
        place.address,
        place.time_zone,
        session.room and session.room.name,
        session.photographer.name,
        session.client and session.client.name,
    )
