"""Calendars that photographers keep elsewhere: when they say busy, nothing is offered here.

What is read becomes closures that carry the calendar's name and none of its words. Steps of the
moments, not moments: `keep` expects the caller's transaction, `read` none at all, since a server
somewhere may take its time.
"""

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.conf import settings
from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from bookings.catalogue.models import Studio
from bookings.schedule.fetching import Reason
from bookings.schedule.intervals import Interval, Intervals
from bookings.schedule.models import Closure, OutsideCalendar, Photographer, Place
from bookings.schedule.wall_clock import DAY

READING_SECONDS = 40
"""How long one reading may take: the answer of the server, and making sense of it."""

SENTENCES: Mapping[Reason, object] = {
    Reason.ADDRESS: _("The address must begin with https://, http:// or webcal://."),
    Reason.UNKNOWN_HOST: _("No server of that name is known."),
    Reason.PRIVATE: _("The address leads into a private network, which is not read from here."),
    Reason.UNREACHABLE: _("The server can’t be reached, or did not answer in time."),
    Reason.UNTRUSTED: _("The server could not prove who it is: its certificate is no good."),
    Reason.ANSWER: _("The server gave no calendar but the answer %(detail)s."),
    Reason.LED_ON: _("The address leads on to others, more than three times."),
    Reason.TOO_LARGE: _("The calendar is larger than 2 MB."),
    Reason.NO_CALENDAR: _("What stands there is no calendar."),
    Reason.UNREADABLE_EVENT: _("An event of the calendar has times that can’t be read."),
    Reason.TOO_MANY: _("The calendar is busy more often than anybody can be."),
    Reason.TOO_LONG: _("Reading the calendar takes too long; it may repeat something endlessly."),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a calendar said: when it is busy, None where that has not changed, or why not."""

    busy: Intervals | None = None
    etag: str = ""
    error: str = ""


def due(now: datetime) -> QuerySet[OutsideCalendar]:
    """The calendars that the worker reads at `now`: addresses each time, files once a day.

    A file says nothing new, but another day has come within reach.
    """
    today = _midnight(now)
    unread = Q(read_at__isnull=True) | Q(read_at__lt=today)
    return OutsideCalendar.objects.filter(is_active=True).filter(~Q(address="") | unread)


def failing() -> QuerySet[OutsideCalendar]:
    """The calendars in use whose last reading failed; their last good busy times still stand."""
    return OutsideCalendar.objects.filter(is_active=True).exclude(last_error="")


def read(calendar: OutsideCalendar, now: datetime, ours: Iterable[str] = ()) -> Reading:
    """Read `calendar` for the days that can be booked; takes up to `READING_SECONDS`.

    `ours` are the UIDs of sessions that it may have from here. Never raises for what stands in
    the calendar or at its address.
    """
    # With each day another comes within reach, so the first reading of a day is a whole one.
    is_whole = calendar.read_at is None or calendar.read_at < _midnight(now)
    span = reach(now)
    asked = {
        "address": calendar.address,
        "content": calendar.content,
        "etag": "" if is_whole else calendar.etag,
        "allowed": [str(network) for network in settings.OUTSIDE_CALENDAR_NETWORKS],
        "zone": zone_of(calendar.photographer),
        "span": [span.start.isoformat(), span.end.isoformat()],
        "ours": list(ours),
    }
    try:
        done = subprocess.run(
            [sys.executable, "-m", "bookings.schedule.reader"],
            input=json.dumps(asked),
            capture_output=True,
            check=True,
            cwd=settings.BASE_DIR,
            encoding="utf-8",
            timeout=READING_SECONDS,
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return Reading(error=str(SENTENCES[Reason.TOO_LONG]))
    return _reading(json.loads(done.stdout))


def keep(calendar: OutsideCalendar, reading: Reading, now: datetime) -> int:
    """Make the closures of `calendar` those of `reading`; gives how many rows were written.

    A reading that failed, or found nothing new, leaves them as they are. One of a calendar
    that was changed or put out of use meanwhile counts for nothing.
    """
    stands = OutsideCalendar.objects.select_for_update(of=("self",), no_key=True)
    current = stands.filter(pk=calendar.pk, is_active=True).first()
    if current is None or _source(current) != _source(calendar):
        return 0
    current.last_error = reading.error
    if not reading.error:
        current.read_at, current.etag = now, reading.etag
    current.save(update_fields=["last_error", "read_at", "etag"])
    return 0 if reading.busy is None else _replace(current, reading.busy)


def let_go(photographer: Photographer) -> None:
    """Open again what calendars of `photographer` closed that are no longer in use."""
    Closure.objects.filter(outside__photographer=photographer, outside__is_active=False).delete()


def reach(now: datetime) -> Interval:
    """The days for which calendars are read: from yesterday to past the last bookable day."""
    horizon_days = Studio.objects.values_list("horizon_days", flat=True).first() or 0
    today = _midnight(now)
    return Interval(today - DAY, today + timedelta(days=horizon_days + 2))


def zone_of(photographer: Photographer) -> str:
    """The wall clock that whole days are meant on: that of the place with most of their hours."""
    places = Place.objects.annotate(
        theirs=Count("hours", filter=Q(hours__photographer=photographer))
    ).order_by("-theirs", "position", "pk")
    return places.values_list("time_zone", flat=True).first() or settings.TIME_ZONE


def _midnight(now: datetime) -> datetime:
    return now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


def _reading(answer: Mapping[str, object]) -> Reading:
    if "reason" in answer:
        sentence = str(SENTENCES[Reason(str(answer["reason"]))])
        return Reading(error=sentence % {"detail": answer["detail"]})
    spans = answer.get("spans")
    if not isinstance(spans, list):
        return Reading(etag=str(answer["etag"]))
    busy = Intervals(Interval(*map(datetime.fromisoformat, span)) for span in spans)
    return Reading(busy, str(answer["etag"]))


def _source(calendar: OutsideCalendar) -> tuple[str, str]:
    return calendar.address, calendar.content


def _replace(calendar: OutsideCalendar, busy: Intervals) -> int:
    """Write what is new and delete what is gone; what stayed is not touched."""
    wanted = {(one.start, one.end) for one in busy}
    there = {(one.start, one.end): one.pk for one in calendar.closures.filter(reason=calendar.name)}
    gone = calendar.closures.exclude(pk__in=[there[span] for span in wanted & there.keys()])
    deleted, _each = gone.delete()
    new = Closure.objects.bulk_create(
        Closure(
            kind=Closure.Kind.CLOSED,
            photographer_id=calendar.photographer_id,
            outside=calendar,
            reason=calendar.name,
            start=start,
            end=end,
        )
        for start, end in sorted(wanted - there.keys())
    )
    return deleted + len(new)
