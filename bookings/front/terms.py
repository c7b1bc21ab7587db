"""The terms of one booking in plain words, with the real date up to which a change is free."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from bookings.booking.models import Booking
from bookings.booking.policy import Policy
from bookings.notices.particulars import clock, day
from bookings.wording import shown


@dataclass(frozen=True, slots=True)
class Terms:
    """What moving and cancelling cost by the calendar, and the studio's rules in words."""

    free_until: datetime
    is_free: bool
    until_when: str
    rules: tuple[str, ...]


def terms(booking: Booking, now: datetime) -> Terms:
    """The terms that were frozen on `booking`, as they stand at `now`."""
    policy = Policy.from_json(booking.policy)
    return Terms(
        free_until=policy.free_until(booking.start),
        is_free=policy.is_free_at(booking.start, now),
        until_when=_until_when(booking, policy, now),
        rules=tuple(shown(rule) for rule in policy.sentences()),
    )


def _until_when(booking: Booking, policy: Policy, now: datetime) -> str:
    zone = booking.place.zone
    until = policy.free_until(booking.start)
    when = {"day": day(until, zone), "time": clock(until, zone)}
    if policy.is_free_at(booking.start, now):
        return _("You can move or cancel free of charge until %(day)s, %(time)s.") % when
    return _("Moving or cancelling was free until %(day)s, %(time)s. It no longer is.") % when
