"""The first page of the admin: what today and tomorrow ask of whoever signed in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from bookings.admin import brief_versions, permissions
from bookings.admin.calendars import calendars_page
from bookings.admin.clock import moment, span
from bookings.admin.pages import page_of
from bookings.booking.models import Booking, Enquiry
from bookings.booking.states import BookingState
from bookings.briefs.models import ShootBrief
from bookings.notices.models import Notice
from bookings.schedule import outside
from bookings.schedule.wall_clock import DAY, day_of

SHOWN = 12
"""Rows of one card; the list has the rest."""

RECENT = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to look at: when or what, who or why, and its page."""

    head: str
    words: str
    page: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A heading with its rows; `empty` is what stands there when there are none."""

    title: str
    rows: list[Row]
    empty: str
    more: str
    page: str


def today(request: HttpRequest, context: dict[str, Any]) -> dict[str, Any]:
    """The index's context with the day's cards for whoever signed in."""
    now = timezone.now()
    work = [*_sessions(request, now), *_to_close(request, now), *_briefs(request, now)]
    desk = list(_desk(request, now))
    return {**context, "title": _("Today"), "columns": [cards for cards in (work, desk) if cards]}


def _sessions(request: HttpRequest, now: datetime) -> Iterator[Card]:
    """Today and tomorrow, each on the wall clock of its place."""
    if not request.user.has_perm("bookings.view_booking"):
        return
    rows = permissions.within_reach(request.user, Booking.objects.all()).filter(
        start__gt=now - 2 * DAY, start__lt=now + 3 * DAY, state__in=_ON
    )
    rows = rows.select_related("place", "room__place", "photographer", "client").order_by("start")
    for title, days in ((_("Today"), 0), (_("Tomorrow"), 1)):
        on_the_day = [booking for booking in rows if _days_ahead(booking, now) == days]
        yield Card(
            title,
            [_session(booking) for booking in on_the_day],
            _("No sessions."),
            _("The diary"),
            reverse("admin:bookings_booking_changelist"),
        )


def _to_close(request: HttpRequest, now: datetime) -> Iterator[Card]:
    """Sessions that are over, of which nobody said yet whether they took place; oldest first."""
    if not request.user.has_perm("bookings.view_booking"):
        return
    over = permissions.within_reach(request.user, Booking.objects.all()).filter(
        state=BookingState.CONFIRMED, end__lte=now
    )
    rows = over.select_related("place", "room__place", "photographer", "client").order_by("end")
    yield Card(
        _("Sessions to close"),
        [_session(booking) for booking in rows[:SHOWN]],
        _("Every past session is closed."),
        _("All confirmed bookings"),
        reverse("admin:bookings_booking_changelist") + "?state__exact=confirmed",
    )


def _briefs(request: HttpRequest, now: datetime) -> Iterator[Card]:
    """Briefs of coming sessions that their photographer has not approved, or not as they are."""
    if not request.user.has_perm("bookings.view_shootbrief"):
        return
    waiting = permissions.within_reach(request.user, ShootBrief.objects.all(), "booking__").filter(
        is_current=True,
        approved_at__isnull=True,
        booking__state=BookingState.CONFIRMED,
        booking__start__gt=now,
    )
    rows = (
        waiting.annotate(once_approved_at=brief_versions.LAST_APPROVAL)
        .select_related("booking__place", "booking__photographer", "booking__client")
        .defer("content", "basis")
        .order_by("booking__start")
    )
    late = [brief for brief in rows if brief.once_approved_at]
    fresh = [brief for brief in rows if not brief.once_approved_at]
    page = reverse("admin:bookings_shootbrief_changelist")
    if late:
        yield Card(
            _("Changed since approval"),
            [_brief(brief, _late(brief)) for brief in late[:SHOWN]],
            "",
            _("All that changed late"),
            f"{page}?standing=late",
        )
    yield Card(
        _("Briefs to approve"),
        [_brief(brief, brief.booking.reference) for brief in fresh[:SHOWN]],
        _("Every coming brief is approved."),
        _("All that wait for approval"),
        f"{page}?standing=open",
    )


def _desk(request: HttpRequest, now: datetime) -> Iterator[Card]:
    """What the front desk looks after: holds, messages, letters that did not go out."""
    if permissions.works_for_all(request.user):
        yield _holds(now)
    if request.user.has_perm("bookings.view_enquiry"):
        yield _messages(now)
    if request.user.has_perm("bookings.view_notice"):
        yield _failed_letters()
    if request.user.has_perm("bookings.view_outsidecalendar"):
        yield from _silent_calendars()


def _holds(now: datetime) -> Card:
    rows = Booking.objects.holds(now).select_related("place", "client").order_by("hold_expires_at")
    return Card(
        _("Held now"),
        [
            Row(
                span(booking.start, booking.end, booking.place.zone),
                str(booking.client or _("No details yet")),
                page_of(booking),
                _("until %s") % moment(booking.hold_expires_at, booking.place.zone),
            )
            for booking in rows[:SHOWN]
        ],
        _("Nothing is held."),
        _("All holds"),
        reverse("admin:bookings_booking_changelist") + "?state__exact=held",
    )


def _messages(now: datetime) -> Card:
    rows = Enquiry.objects.filter(message_sent_at__gt=now - RECENT).select_related("client")
    return Card(
        _("Messages of the last two weeks"),
        [
            Row(moment(row.message_sent_at), str(row.client or row), page_of(row), row.message)
            for row in rows.order_by("-message_sent_at")[:SHOWN]
        ],
        _("No messages."),
        _("All messages"),
        reverse("admin:bookings_enquiry_changelist") + "?came_of_it=message",
    )


def _failed_letters() -> Card:
    rows: QuerySet[Notice] = Notice.objects.filter(given_up_at__isnull=False)
    return Card(
        _("Letters that did not go out"),
        [
            Row(row.get_kind_display(), row.recipient_name, page_of(row), row.last_error)
            for row in rows.order_by("-given_up_at")[:SHOWN]
        ],
        _("Every letter went out."),
        _("All that were given up"),
        reverse("admin:bookings_notice_changelist") + "?standing=given_up",
    )


def _silent_calendars() -> Iterator[Card]:
    """Outside calendars that can't be read at present; no card where all can."""
    rows = outside.failing().select_related("photographer").order_by("photographer", "name")
    found = [
        Row(row.name, str(row.photographer), calendars_page(row.photographer), row.last_error)
        for row in rows[:SHOWN]
    ]
    if found:
        yield Card(
            _("Outside calendars that can't be read"),
            found,
            "",
            _("The photographers"),
            reverse("admin:bookings_photographer_changelist"),
        )


# What stands in the diary of a day: not what was given up, nor a hold that is undecided.
_ON = (
    BookingState.CONFIRMED,
    BookingState.COMPLETED,
    BookingState.DELIVERED,
    BookingState.NO_SHOW,
)


def _days_ahead(booking: Booking, now: datetime) -> int:
    zone = booking.place.zone
    return (day_of(booking.start, zone) - day_of(now, zone)).days


def _session(booking: Booking) -> Row:
    return Row(
        span(booking.start, booking.end, booking.place.zone),
        f"{booking.client}, {booking.package_as_sold['name']}",
        page_of(booking),
        f"{booking.photographer} · {booking.room or booking.place} · {booking.get_state_display()}",
    )


def _brief(brief: ShootBrief, remark: str) -> Row:
    booking = brief.booking
    return Row(
        moment(booking.start, booking.place.zone),
        f"{booking.client}, {booking.photographer}",
        page_of(brief),
        remark,
    )


def _late(brief: Any) -> str:
    """What came after the approval: a version, and why; else only an edit takes one away."""
    if brief.composed_at > brief.once_approved_at:
        return "; ".join(brief.causes)
    return _("a line was edited")
