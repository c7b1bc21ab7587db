"""The confirmed sessions that a closure lies over: it stops new ones, these still stand."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from bookings.admin import permissions
from bookings.admin.clock import span
from bookings.admin.pages import page_of
from bookings.booking.models import Booking
from bookings.booking.states import BookingState
from bookings.schedule.models import Closure

SHOWN = 20
"""Sessions that are named; the sentence counts all of them."""


@dataclass(frozen=True, slots=True)
class Session:
    """One session under a closure; who may not open it reads neither client nor page."""

    reference: str
    when: str
    client: str
    page: str


@dataclass(frozen=True, slots=True)
class ClosedOver:
    """How many sessions lie under a closure with what to do about them, and the first of them."""

    sentence: str
    sessions: list[Session]

    @property
    def as_message(self) -> SafeString:
        """The same for the line that a page shows once."""
        rows = ((_linked(one), one.when, one.client) for one in self.sessions)
        named = format_html_join("", "<li>{} {} {}</li>", rows)
        return format_html('{}<ul class="desk desk-list">{}</ul>', self.sentence, named)


def closed_over(closure: Closure, user: User, now: datetime) -> ClosedOver | None:
    """What `user` is told of the sessions that `closure` lies over; None where there are none.

    Two queries. Sessions that are over by `now` don't count; setting up and clearing up may lie
    in a closure, as they may outside hours.
    """
    rows = _sessions_under(closure, now)
    named = list(rows.select_related("client", "place", "photographer").order_by("start")[:SHOWN])
    if not named:
        return None
    number = len(named) if len(named) < SHOWN else rows.count()
    sentence = ngettext(
        "%(number)d confirmed session lies in this time and stands. Move or cancel it.",
        "%(number)d confirmed sessions lie in this time and stand. Move or cancel each of them.",
        number,
    )
    return ClosedOver(sentence % {"number": number}, [_session(row, user) for row in named])


def _sessions_under(closure: Closure, now: datetime) -> QuerySet[Booking]:
    if closure.kind != Closure.Kind.CLOSED:
        return Booking.objects.none()
    subject = (
        Q(photographer=closure.photographer_id)
        if closure.photographer_id
        else Q(room=closure.room_id)
        if closure.room_id
        else Q(place=closure.place_id)
    )
    return Booking.objects.filter(
        subject,
        state=BookingState.CONFIRMED,
        start__lt=closure.end,
        end__gt=max(closure.start, now),
    )


def _session(booking: Booking, user: User) -> Session:
    may_open = permissions.sees_answers(user, booking)
    return Session(
        reference=booking.reference,
        when=span(booking.start, booking.end, booking.place.zone),
        client=str(booking.client or "") if may_open else "",
        page=page_of(booking) if may_open else "",
    )


def _linked(session: Session) -> str:
    if not session.page:
        return session.reference
    return format_html('<a href="{}">{}</a>', session.page, session.reference)
