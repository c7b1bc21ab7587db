"""The outbox: a letter is a row first, sent after commit, tried again, sent once.

The row is the truth. The worker's task is only a nudge: when it is lost, the periodic sweep
finds the row. A letter is claimed by a conditional update whose row count decides, so two
workers never send the same one.
"""

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from bookings.booking.models import Booking, Enquiry
from bookings.notices.models import Notice
from bookings.notices.tasks import send_due_letters
from bookings.schedule.models import Photographer
from bookings.series.models import Attendee
from bookings.waiting.models import WaitingEntry

TO_CLIENTS = (
    Notice.Kind.CONFIRMATION,
    Notice.Kind.PREPARATION,
    Notice.Kind.REMINDER,
    Notice.Kind.MOVED,
    Notice.Kind.WAITING,
    Notice.Kind.WAITING_OFFER,
    Notice.Kind.THANK_YOU,
    Notice.Kind.CANCELLED,
    Notice.Kind.ENQUIRY_RECEIPT,
)


@dataclass(frozen=True, slots=True)
class Reader:
    """Who a letter goes to, and the language it is written in."""

    name: str
    email: str
    language: str


def write_to_client(
    booking: Booking, kind: Notice.Kind, now: datetime, *, due_at: datetime | None = None
) -> Notice:
    """Write the letter `kind` to the client of `booking`, due now or `due_at`.

    Raises ValueError without a client.
    """
    client = booking.client
    if client is None:
        raise ValueError("A booking without a client has nobody to write to.")
    reader = Reader(client.name, client.email, booking.language)
    key = _key(kind, booking)
    if due_at is not None:
        key = f"{key}:{due_at:%Y%m%d%H%M}"
    return _write(kind, key, reader, now, due_at=due_at or now, booking=booking)


def write_to_photographer(booking: Booking, kind: Notice.Kind, now: datetime) -> Notice:
    """Write the letter `kind` about `booking` to the photographer who takes it."""
    photographer = booking.photographer
    reader = Reader(photographer.name, photographer.user.email, settings.LANGUAGE_CODE)
    return _write(kind, _key(kind, booking), reader, now, booking=booking)


def write_to_former_photographer(booking: Booking, was: Photographer, now: datetime) -> Notice:
    """Tell the photographer who `was` to take `booking` that a colleague does."""
    kind = Notice.Kind.HANDED_OVER
    reader = Reader(was.name, was.user.email, settings.LANGUAGE_CODE)
    return _write(kind, _key(kind, booking), reader, now, booking=booking)


def write_to_attendee(
    attendee: Attendee, kind: Notice.Kind, now: datetime, *, due_at: datetime | None = None
) -> Notice:
    """Write the letter `kind` to one person of a company day, due now or `due_at`.

    Each choice of a slot is news, also of one that they had before, and so is each invitation:
    another one carries another link. Of the other kinds there is one letter for each version of
    the booking.
    """
    booking = attendee.booking
    reader = Reader(attendee.name, attendee.email, booking.language)
    key = f"{_key(kind, booking)}:{attendee.pk}"
    if kind in (Notice.Kind.SLOT_CHOSEN, Notice.Kind.INVITATION):
        key = f"{key}:{attendee.notices.filter(kind=kind).count() + 1}"
    if due_at is not None:
        key = f"{key}:{due_at:%Y%m%d%H%M}"
    due_at = due_at or now
    return _write(kind, key, reader, now, due_at=due_at, booking=booking, attendee=attendee)


def write_about_enquiry(
    enquiry: Enquiry, kind: Notice.Kind, now: datetime, *, name: str, email: str
) -> Notice:
    """Write the letter `kind` about the message that came with `enquiry`.

    The same message from the same client sent twice is one letter; another message, or a
    corrected address, is another.
    """
    message = hashlib.sha256(enquiry.message.encode()).hexdigest()[:16]
    key = f"{kind}:{enquiry.pk}:{enquiry.client_id}:{message}"
    is_to_studio = kind == Notice.Kind.ENQUIRY_MESSAGE
    language = settings.LANGUAGE_CODE if is_to_studio else enquiry.language
    reader = Reader(name, email, language)
    return _write(kind, key, reader, now, enquiry=enquiry, message=enquiry.message)


def write_about_waiting(entry: WaitingEntry, now: datetime) -> Notice:
    """Tell the client what they wait for. Raises ValueError without a client.

    Asking twice for a day is one letter; a corrected address, or another photographer, gets its
    own.
    """
    enquiry = entry.enquiry
    client = enquiry.client
    if client is None:
        raise ValueError("Nobody said yet who waits.")
    kind = Notice.Kind.WAITING
    reader = Reader(client.name, client.email, enquiry.language)
    key = f"{kind}:{entry.pk}:{client.pk}:{entry.photographer_id or 'anyone'}"
    return _write(kind, key, reader, now, enquiry=enquiry, entry=entry)


def reword_waiting(enquiry: Enquiry) -> int:
    """Put what still waits to be sent to the client of `enquiry` into the language it has now.

    Letters to staff keep theirs, and so do those to the people of a company day.
    """
    about = Notice.objects.waiting().filter(
        Q(enquiry=enquiry) | Q(booking__enquiry=enquiry), attendee__isnull=True
    )
    return about.filter(kind__in=TO_CLIENTS).update(language=enquiry.language)


def withdraw_waiting(
    booking: Booking, now: datetime, kinds: Collection[Notice.Kind] = tuple(Notice.Kind)
) -> int:
    """Withdraw the letters about `booking`, of `kinds`, that were overtaken before being sent."""
    return booking.notices.waiting().filter(kind__in=kinds).update(withdrawn_at=now)


def withdraw_from_client(booking: Booking, now: datetime, kinds: Collection[Notice.Kind]) -> int:
    """Withdraw what waits to go to the client of `booking`, not to the people of a company day."""
    waiting = booking.notices.waiting().filter(kind__in=kinds, attendee__isnull=True)
    return waiting.update(withdrawn_at=now)


def withdraw_about_waiting(entry: WaitingEntry, now: datetime) -> int:
    """Withdraw what still waits to say that `entry` waits."""
    waiting = entry.notices.waiting().filter(kind=Notice.Kind.WAITING)
    return waiting.update(withdrawn_at=now)


def withdraw_handing_over(booking: Booking, now: datetime) -> int:
    """Withdraw what waits to tell the photographer of `booking` that a colleague takes it."""
    theirs = booking.notices.waiting().filter(
        kind=Notice.Kind.HANDED_OVER, recipient_email=booking.photographer.user.email
    )
    return theirs.update(withdrawn_at=now)


@transaction.atomic
def try_again(notice: Notice, now: datetime) -> bool:
    """Put a letter that was given up back among the waiting; False where it was not given up.

    Its tries are counted from nothing, so that a mended mail server gets the full patience.
    """
    given_up = Notice.objects.filter(pk=notice.pk, given_up_at__isnull=False)
    is_back = given_up.update(given_up_at=None, claimed_until=None, due_at=now, attempts=0) == 1
    if is_back:
        transaction.on_commit(send_due_letters, robust=True)
    return is_back


def _key(kind: Notice.Kind, booking: Booking) -> str:
    """One letter of a kind for each version of the booking."""
    return f"{kind}:{booking.reference}:{booking.sequence}"


def _write(
    kind: Notice.Kind,
    key: str,
    reader: Reader,
    now: datetime,
    *,
    due_at: datetime | None = None,
    **about: Booking | Enquiry | Attendee | WaitingEntry | str,
) -> Notice:
    """The letter under `key`: the one that stands, or a new one that wakes the worker.

    One that was withdrawn before it was sent waits again.
    """
    due_at = due_at or now
    notice, is_new = Notice.objects.get_or_create(
        key=key,
        defaults={
            "kind": kind,
            "recipient_name": reader.name,
            "recipient_email": reader.email,
            "language": reader.language,
            "created_at": now,
            "due_at": due_at,
            **about,
        },
    )
    is_back = bool(not is_new and notice.withdrawn_at and not notice.sent_at)
    if is_back:
        notice.withdrawn_at, notice.due_at = None, due_at
        notice.save(update_fields=["withdrawn_at", "due_at"])
    if (is_new or is_back) and due_at <= now:
        transaction.on_commit(send_due_letters, robust=True)
    return notice
