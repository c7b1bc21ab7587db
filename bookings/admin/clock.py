"""Instants as staff read them: on a place's wall clock, with the zone named."""

from datetime import datetime, time, timedelta, tzinfo

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _


def moment(at: datetime | None, zone: tzinfo | None = None) -> str:
    """Day and time of `at` as in `Sat 14 March 2026, 10:00 CET`; a dash where there is none.

    Without `zone` the clock is that of the page.
    """
    if at is None:
        return "–"
    local = timezone.localtime(at, zone)
    return f"{_day(local)}, {_time(local)} {local:%Z}"


def span(start: datetime, end: datetime, zone: tzinfo | None = None) -> str:
    """From `start` to `end` as in `Sat 14 March 2026, 10:00–11:30 CET`.

    Where the two differ in day or offset, each is given whole. Whole days are read as days.
    """
    first, last = timezone.localtime(start, zone), timezone.localtime(end, zone)
    if first.time() == last.time() == time(0) and first.date() < last.date():
        return _whole_days(first, last - timedelta(days=1))
    if (first.date(), first.utcoffset()) != (last.date(), last.utcoffset()):
        return f"{moment(start, zone)} – {moment(end, zone)}"
    return f"{_day(first)}, {_time(first)}–{_time(last)} {last:%Z}"


def length(duration: timedelta) -> str:
    """A duration in whole minutes, as in `90 min`."""
    return _("%(minutes)d min") % {"minutes": duration // timedelta(minutes=1)}


def _whole_days(first: datetime, last: datetime) -> str:
    if first.date() == last.date():
        return _("%(day)s, all day") % {"day": _day(first)}
    return _("%(first)s – %(last)s, all day") % {"first": _day(first), "last": _day(last)}


def _day(local: datetime) -> str:
    # Translators: a day with its weekday, in Django's date format.
    return date_format(local, _("D j F Y"))


def _time(local: datetime) -> str:
    # Translators: a time of day in Django's date format.
    return date_format(local, _("H:i"))
