"""The terms of one booking in plain words: what a change costs, by real dates."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from bookings.booking.models import Booking
from bookings.booking.policy import IN_ILLNESS, PAYING
from bookings.notices.particulars import clock, day, deposit
from bookings.wording import money, shown


@dataclass(frozen=True, slots=True)
class Cost:
    """What cancelling costs in one stretch of time."""

    when: str
    amount: str


@dataclass(frozen=True, slots=True)
class Terms:
    """What moving and cancelling cost by the calendar, and the studio's rules in words.

    `costs` begins with what cancelling costs now; it is empty where it never costs anything.
    `deposit` is empty where there is none, and where more may be charged than the deposit.
    """

    until_when: str
    costs: tuple[Cost, ...]
    deposit: str
    paying: str
    rules: tuple[str, ...]


def terms(booking: Booking, now: datetime) -> Terms:
    """The terms that were frozen on `booking`, as they stand at `now`."""
    policy = booking.terms
    moved = (_moved(booking),) if booking.moves else ()
    return Terms(
        until_when=_until_when(booking, now),
        costs=costs(booking, booking.start, now),
        deposit=deposit(booking),
        paying=shown(PAYING),
        rules=(
            shown(policy.moving()),
            *moved,
            _in_illness(booking),
            shown(policy.lateness(booking.package_as_sold["minutes"])),
        ),
    )


def costs(booking: Booking, start: datetime, now: datetime) -> tuple[Cost, ...]:
    """What cancelling would cost from `now` on if the session were at `start`; maybe nothing."""
    policy = booking.terms
    rises = [instant for instant, _percent in policy.steps(start, now)]
    if not rises and not fee_minor(booking, start, now):
        return ()
    amounts = [fee_minor(booking, start, at) for at in (now, *_just_after(rises))]
    stretches = _stretches(booking, rises)
    return tuple(
        Cost(when, _amount(amount, booking))
        for when, amount in zip(stretches, amounts, strict=True)
    )


def fee_minor(booking: Booking, start: datetime, at: datetime) -> int:
    """What cancelling `booking`, were it at `start`, costs at the instant `at`, in minor units."""
    return booking.terms.cancellation_fee_minor(booking.total_minor, start, at)


def when(moment: datetime, booking: Booking) -> str:
    """`moment` on the place's wall clock, as in `Monday 23 November 2026, 11:00`."""
    zone = booking.place.zone
    return f"{day(moment, zone)}, {clock(moment, zone)}"


def times(count: int) -> str:
    """How often, as in `once` or `3 times`."""
    return ngettext("once", "%(count)d times", count) % {"count": count}


def was_free(booking: Booking) -> bool:
    """Whether its client ever had a day on which changing `booking` as it stands was free."""
    since = booking.confirmed_at or booking.created_at
    return not booking.sequence and booking.terms.is_free_at(booking.start, since)


def _until_when(booking: Booking, now: datetime) -> str:
    policy = booking.terms
    is_free_of_cost = not costs(booking, booking.start, now)
    until = {"until": when(policy.free_until(booking.start), booking)}
    if not policy.is_free_at(booking.start, now):
        if was_free(booking) and not is_free_of_cost:
            return _("Moving or cancelling was free until %(until)s. It no longer is.") % until
        cancelling = _("Cancelling costs nothing.") if is_free_of_cost else ""
        return f"{shown(policy.too_late())} {cancelling}".strip()
    if is_free_of_cost:
        return _("Cancelling costs nothing. You can move until %(until)s.") % until
    if booking.moves >= policy.most_moves:
        return _("You can cancel free of charge until %(until)s.") % until
    return _("You can move or cancel free of charge until %(until)s.") % until


def _just_after(instants: list[datetime]) -> Iterator[datetime]:
    """A rise counts from the first tick of the clock after its instant."""
    return (instant + datetime.resolution for instant in instants)


def _stretches(booking: Booking, rises: list[datetime]) -> Iterator[str]:
    """The stretches of time between the rises, in words."""
    if not rises:
        yield _("From now on, or if you don’t come")
        return
    yield _("Until %(until)s") % {"until": when(rises[0], booking)}
    for rise in rises[1:]:
        yield _("Then until %(until)s") % {"until": when(rise, booking)}
    yield _("After that, or if you don’t come")


def _amount(minor: int, booking: Booking) -> str:
    return money(minor, booking.currency) if minor else _("Free of charge")


def _moved(booking: Booking) -> str:
    if booking.moves >= booking.terms.most_moves:
        return _("You have moved it %(times)s, as often as you may.") % {
            "times": times(booking.moves)
        }
    return _("You have moved it %(times)s so far.") % {"times": times(booking.moves)}


def _in_illness(booking: Booking) -> str:
    if booking.is_care_move_used:
        return _("You have used the one free move for illness or access.")
    return shown(IN_ILLNESS)
