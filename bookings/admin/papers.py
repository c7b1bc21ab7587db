"""The papers around one booking, worded for its page: terms, events, brief, letters."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.contrib.auth.models import User
from django.utils.translation import gettext as _

from bookings.admin.clock import moment
from bookings.admin.pages import page_of
from bookings.booking.models import Booking, BookingEvent
from bookings.booking.policy import Policy
from bookings.notices.models import Notice
from bookings.wording import money, shown


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of the booking's life."""

    at: str
    what: str
    who: str
    note: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A page about the same booking, and in a word how it stands."""

    name: str
    standing: str
    page: str


def terms_of(booking: Booking) -> list[str]:
    """The frozen policy of `booking` in the sentences that the client read."""
    return [
        shown(sentence)
        for sentence in Policy.from_json(booking.policy).sentences(
            booking.package_as_sold["minutes"]
        )
    ]


def remarks_on(booking: Booking) -> list[tuple[str, str]]:
    """What staff should know about how `booking` came and what became of it: a word, and more."""
    terms, is_firm = booking.terms, booking.confirmed_at is not None
    remarks: list[tuple[str, str]] = [(_("Came by"), booking.get_source_display())]
    if booking.override_reason:
        remarks.append((_("Outside hours or notice, because"), booking.override_reason))
    if booking.is_extended:
        remarks.append((_("Hold"), _("extended once")))
    if is_firm:
        moves = {"moves": booking.moves, "most": terms.most_moves}
        remarks.append((_("Moved by the client"), _("%(moves)d of %(most)d times") % moves))
        remarks.append(
            (
                _("Free move for illness or access"),
                _("used") if booking.is_care_move_used else _("not used"),
            )
        )
    if booking.fee_minor:
        remarks.append((_("Due"), money(booking.fee_minor, booking.currency)))
    return remarks


def events_of(booking: Booking) -> list[Happening]:
    """The life of `booking` so far, the first event first."""
    return [
        Happening(
            moment(event.at, booking.place.zone),
            event.get_kind_display(),
            _who(event),
            _note(event, booking),
        )
        for event in booking.events.select_related("actor")
    ]


def papers_of(booking: Booking, user: User) -> list[Paper]:
    """The brief, record and letters of `booking` that `user` may open."""
    return [*_briefs(booking, user), *_record(booking, user), *_letters(booking, user)]


def name_of(person: User) -> str:
    """A member of staff as colleagues call them."""
    return person.get_full_name() or person.get_username()


def standing_of(letter: Notice) -> str:
    """In a word, how a letter stands."""
    if letter.sent_at:
        return _("sent")
    if letter.withdrawn_at:
        return _("withdrawn")
    return _("given up") if letter.given_up_at else _("waiting")


def _who(event: BookingEvent) -> str:
    """Who did it; where staff did it at the client's wish, both."""
    if event.actor is None:
        return event.get_by_display()
    if event.by == "client":
        return _("Client, noted by %(name)s") % {"name": name_of(event.actor)}
    return name_of(event.actor)


def _note(event: BookingEvent, booking: Booking) -> str:
    """The event's note; times of a move or a slot on the wall clock of the place."""
    if event.kind == BookingEvent.Kind.SLOT:
        return _slot(event.note, booking)
    if event.kind != BookingEvent.Kind.MOVED:
        return event.note
    was, _arrow, then = event.note.partition(" > ")
    try:
        times = [datetime.fromisoformat(at) for at in (was, then)]
    except ValueError:
        return event.note
    zone = booking.place.zone
    return _("From %(was)s to %(then)s") % {
        "was": moment(times[0], zone),
        "then": moment(times[1], zone),
    }


def _slot(note: str, booking: Booking) -> str:
    """The time of a slot, noted as `15:50Z`, as the clock of the place has it that day."""
    try:
        noted = datetime.strptime(note, "%H:%MZ").replace(tzinfo=UTC)
    except ValueError:
        return note
    at = datetime.combine(booking.start.astimezone(UTC), noted.timetz())
    if at < booking.start:  # a day that runs past midnight in UTC
        at += timedelta(days=1)
    return f"{at.astimezone(booking.place.zone):%H:%M %Z}"


def _briefs(booking: Booking, user: User) -> Iterator[Paper]:
    if not user.has_perm("bookings.view_shootbrief"):
        return
    for brief in booking.briefs.filter(is_current=True):
        standing = _("approved") if brief.approved_at else _("to be approved")
        yield Paper(_("Shoot brief, version %d") % brief.version, standing, page_of(brief))


def _record(booking: Booking, user: User) -> Iterator[Paper]:
    record = getattr(booking, "record", None)
    if record is not None and user.has_perm("bookings.view_sessionrecord"):
        yield Paper(_("Session record"), _("as shot"), page_of(record))


def _letters(booking: Booking, user: User) -> Iterator[Paper]:
    if user.has_perm("bookings.view_notice"):
        for letter in booking.notices.order_by("created_at", "pk"):
            yield Paper(letter.get_kind_display(), standing_of(letter), page_of(letter))
