"""How the client prepares: the plan of the weeks before, and what to wear, with their reasons.

Worked out for what was sold, without the care answers, since page and letters may be read by
others.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain, groupby

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bookings.booking.models import Booking
from bookings.booking.sold import has_make_up, looks_as_sold, recommendation_as_sold
from bookings.schedule.wall_clock import day_of
from bookings.wording import shown
from guidance.answers import Answers
from guidance.grounds import ground_for
from guidance.palettes import Palette, palettes_for
from guidance.preparation import COMPANY_DAY, Step, timeline
from guidance.questionnaire import parse
from guidance.routing import Recommendation
from guidance.vocabulary import Format
from guidance.wardrobe import LEFT_AT_HOME, AdviceGroup, advise


@dataclass(frozen=True, slots=True)
class Advised:
    """One line of advice, and why; `slug` is what it is ticked by."""

    slug: str
    line: str
    why: str
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class AdvisedGroup:
    """Lines of advice under one heading: a subject, or the days on which they are due.

    There is nothing to tick where the advice is what to leave at home. `is_over` marks what was
    done on days that are past, `is_next` what comes first of the rest.
    """

    slug: str
    title: str
    lines: tuple[Advised, ...]
    can_be_ticked: bool = True
    is_over: bool = False
    is_next: bool = False


@dataclass(frozen=True, slots=True)
class Brought:
    """A line of the wardrobe list under its heading, and whether the client ticked it."""

    heading: str
    line: str
    is_ticked: bool


def ticked(booking: Booking) -> frozenset[str]:
    """The slugs of the lines that the client ticked; one query."""
    return frozenset(booking.ticks.order_by().values_list("item", flat=True))


def plan(
    booking: Booking, today: date, done: Collection[str] = frozenset()
) -> tuple[AdvisedGroup, ...]:
    """What to do when, the earliest first, seen from `today`; `done` are slugs.

    A step whose days are over leads the plan where something of it still helps or where it is
    done, and is left out otherwise.
    """
    session_day = day_of(booking.start, booking.place.zone)
    steps = (_due(step, session_day, today, done) for step in _steps(booking))
    due = sorted((step for step in steps if step), key=lambda step: step.part)
    by_day = groupby(due, key=lambda step: (step.part, step.heading))
    groups = [
        AdvisedGroup(
            str(part), heading, tuple(step.advised for step in group), is_over=part == _OVER
        )
        for (part, heading), group in by_day
    ]
    first = next((group for group in groups if not group.is_over), None)
    return tuple(replace(group, is_next=group is first) for group in groups)


def wardrobe(booking: Booking, done: Collection[str] = frozenset()) -> tuple[AdvisedGroup, ...]:
    """What to wear, to bring and to leave at home; `done` are the slugs that are ticked."""
    return tuple(
        AdvisedGroup(
            group.slug,
            shown(group.title),
            tuple(
                Advised(line.slug, shown(line.line), shown(line.why), line.slug in done)
                for line in group.advice
            ),
            can_be_ticked=group.slug != LEFT_AT_HOME,
        )
        for group in _advice(booking)
    )


def palettes(booking: Booking) -> tuple[Palette, ...]:
    """Colours that a group could wear before its background; none for others."""
    answers, recommendation = _as_sold(booking)
    if recommendation.format != "group" or recommendation.kind == "document":
        return ()
    return palettes_for(ground_for(answers, recommendation))


def brought(booking: Booking) -> tuple[Brought, ...]:
    """What the client means to wear and bring, and what of it they have ticked so far.

    One query. How they get ready at home is not among it: that is nobody's business.
    """
    done = ticked(booking)
    return tuple(
        Brought(group.title, line.line, line.is_done)
        for group in wardrobe(booking, done)
        if group.can_be_ticked
        for line in group.lines
    )


def items(booking: Booking) -> frozenset[str]:
    """The slugs of all lines of the client's plan: what there is to tick."""
    advice = (group.advice for group in _advice(booking) if group.slug != LEFT_AT_HOME)
    slugs = (line.slug for line in chain.from_iterable(advice))
    return frozenset((*slugs, *(step.slug for step in _steps(booking))))


def when(step: Step, session_day: date, today: date) -> str:
    """The days of `step` as in `Wed 4 Nov to Wed 11 Nov`, seen from `today`."""
    first = session_day - timedelta(days=step.days_before_from)
    last = _last_day(step.days_before_to, session_day)
    if first == session_day:
        return _("On the day")
    if last == today:
        return _("Today")
    if first == last:
        return _short(first)
    if first <= today:
        return _("Today to %(last)s") % {"last": _short(last)}
    return _("%(first)s to %(last)s") % {"first": _short(first), "last": _short(last)}


_OVER, _LATE, _AHEAD = range(3)
"""The parts of a plan in their order: done on days past, late, and still to come."""


@dataclass(frozen=True, slots=True)
class _Due:
    """A step as it stands today."""

    part: int
    heading: str
    advised: Advised


def _due(step: Step, session_day: date, today: date, done: Collection[str]) -> _Due | None:
    """None where its days are over and nothing of it would help any more."""
    is_done = step.slug in done
    part, heading, line, why = _AHEAD, when(step, session_day, today), step.text, step.why
    if _last_day(step.days_before_to, session_day) < today:
        if is_done:
            part, heading = _OVER, _("Done already")
        elif step.late and _last_day(step.late.days_before_to, session_day) >= today:
            part, heading, line = _LATE, _("As soon as you can"), step.late.text
            why = step.late.why or why
        else:
            return None
    return _Due(part, heading, Advised(step.slug, shown(line), shown(why), is_done))


def _steps(booking: Booking) -> tuple[Step, ...]:
    sold = booking.package_as_sold
    if sold["format"] == Format.SERIES and sold.get("minutes_per_person"):
        return COMPANY_DAY
    answers, recommendation = _as_sold(booking)
    return timeline(
        answers,
        recommendation,
        looks=looks_as_sold(booking),
        has_make_up=has_make_up(booking),
    )


def _advice(booking: Booking) -> tuple[AdviceGroup, ...]:
    answers, recommendation = _as_sold(booking)
    return advise(
        answers,
        recommendation,
        looks=looks_as_sold(booking),
        has_make_up=has_make_up(booking),
    )


def _as_sold(booking: Booking) -> tuple[Answers, Recommendation]:
    """The answers, care left out, and the recommendation as it was sold."""
    return parse(booking.enquiry.answers), recommendation_as_sold(booking)


def _last_day(days_before: int, session_day: date) -> date:
    return session_day - timedelta(days=days_before)


def _short(day: date) -> str:
    # Translators: a day without its year, in Django's date format.
    return date_format(day, _("D j M"))
