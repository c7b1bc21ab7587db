"""How the client prepares: the plan of the weeks before, and what to wear, with their reasons.

Worked out without the care answers, since letters may be read by others.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bookings.booking.errors import NothingRecommended
from bookings.booking.models import Booking
from bookings.schedule.wall_clock import day_of
from bookings.wording import shown
from guidance.preparation import Step, timeline
from guidance.questionnaire import parse
from guidance.routing import Recommendation
from guidance.wardrobe import advise


@dataclass(frozen=True, slots=True)
class Advised:
    """One line of advice, and why."""

    line: str
    why: str


@dataclass(frozen=True, slots=True)
class AdvisedGroup:
    """Lines of advice under one heading: a subject, or the days on which they are due."""

    title: str
    lines: tuple[Advised, ...]


def plan(booking: Booking, today: date) -> tuple[AdvisedGroup, ...]:
    """What to do when, the earliest first; steps whose days are over on `today` are left out."""
    session_day = day_of(booking.start, booking.place.zone)
    steps = timeline(parse(booking.enquiry.answers), _recommendation(booking))
    coming = [step for step in steps if _last_day(step, session_day) >= today]
    by_day = groupby(coming, key=lambda step: when(step, session_day, today))
    return tuple(
        AdvisedGroup(days, tuple(Advised(shown(step.text), shown(step.why)) for step in due))
        for days, due in by_day
    )


def wardrobe(booking: Booking) -> tuple[AdvisedGroup, ...]:
    """What to wear, to leave at home and to bring."""
    groups = advise(parse(booking.enquiry.answers), _recommendation(booking))
    return tuple(
        AdvisedGroup(
            shown(group.title),
            tuple(Advised(shown(advice.line), shown(advice.why)) for advice in group.advice),
        )
        for group in groups
    )


def when(step: Step, session_day: date, today: date) -> str:
    """The days of `step` as in `Wed 4 Nov to Wed 11 Nov`, seen from `today`."""
    first = session_day - timedelta(days=step.days_before_from)
    last = _last_day(step, session_day)
    if first == session_day:
        return _("On the day")
    if last == today:
        return _("Today")
    if first == last:
        return _short(first)
    if first <= today:
        return _("Today to %(last)s") % {"last": _short(last)}
    return _("%(first)s to %(last)s") % {"first": _short(first), "last": _short(last)}


def _recommendation(booking: Booking) -> Recommendation:
    if booking.enquiry.recommendation is None:
        raise NothingRecommended
    return Recommendation.from_stored(booking.enquiry.recommendation)


def _last_day(step: Step, session_day: date) -> date:
    return session_day - timedelta(days=step.days_before_to)


def _short(day: date) -> str:
    # Translators: a day without its year, in Django's date format.
    return date_format(day, _("D j M"))
