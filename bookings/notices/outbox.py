"""The outbox: a letter is a row first, sent after commit, tried again, sent once.

The row is the truth. The worker's task is only a nudge: when it is lost, the periodic sweep
finds the row. A letter is claimed by a conditional update whose row count decides, so two
workers never send the same one.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction

from bookings.booking.models import Booking, Enquiry
from bookings.notices.models import Notice
from bookings.notices.tasks import send_due_letters


@dataclass(frozen=True, slots=True)
class Reader:
    """Who a letter goes to, and the language it is written in."""

    name: str
    email: str
    language: str


def write_to_client(booking: Booking, kind: Notice.Kind, now: datetime) -> Notice:
    """Write the letter `kind` to the client of `booking`. Raises ValueError without a client."""
    client = booking.client
    if client is None:
        raise ValueError("A booking without a client has nobody to write to.")
    reader = Reader(client.name, client.email, booking.language)
    return _write(kind, _key(kind, booking), reader, now, booking=booking)


def write_to_photographer(booking: Booking, kind: Notice.Kind, now: datetime) -> Notice:
    """Write the letter `kind` about `booking` to the photographer who takes it."""
    photographer = booking.photographer
    reader = Reader(photographer.name, photographer.user.email, settings.LANGUAGE_CODE)
    return _write(kind, _key(kind, booking), reader, now, booking=booking)


def write_about_enquiry(
    enquiry: Enquiry, kind: Notice.Kind, now: datetime, *, name: str, email: str
) -> Notice:
    """Write the letter `kind` about the message that came with `enquiry`.

    The same message from the same client sent twice is one letter; another message, or a
    corrected address, is another.
    """
    message = hashlib.sha256(enquiry.message.encode()).hexdigest()[:16]
    key = f"{kind}:{enquiry.pk}:{enquiry.client_id}:{message}"
    reader = Reader(name, email, enquiry.language)
    return _write(kind, key, reader, now, enquiry=enquiry)


def withdraw_waiting(booking: Booking, now: datetime) -> int:
    """Withdraw the letters about `booking` that were overtaken before they were sent."""
    return booking.notices.waiting().update(withdrawn_at=now)


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
    kind: Notice.Kind, key: str, reader: Reader, now: datetime, **about: Booking | Enquiry
) -> Notice:
    """The letter under `key`: the one that stands, or a new one that wakes the worker."""
    notice, is_new = Notice.objects.get_or_create(
        key=key,
        defaults={
            "kind": kind,
            "recipient_name": reader.name,
            "recipient_email": reader.email,
            "language": reader.language,
            "created_at": now,
            "due_at": now,
            **about,
        },
    )
    if is_new:
        transaction.on_commit(send_due_letters, robust=True)
    return notice
