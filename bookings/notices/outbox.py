"""The outbox: a letter is a row first, sent after commit, tried again, sent once.

The row is the truth. The worker's task is only a nudge: when it is lost, the periodic sweep
finds the row. A letter is claimed by a conditional update whose row count decides, so two
workers never send the same one.
"""

from datetime import datetime

from django.db import transaction

from bookings.booking.models import Booking, Enquiry
from bookings.notices.models import Notice
from bookings.notices.tasks import send_due_letters


def write_to_client(booking: Booking, kind: Notice.Kind, now: datetime) -> Notice:
    """Write the letter `kind` to the client of `booking`. Raises ValueError without a client."""
    client = booking.client
    if client is None:
        raise ValueError("A booking without a client has nobody to write to.")
    return _write(
        kind,
        f"{kind}:{booking.reference}:{booking.sequence}",
        now,
        booking=booking,
        name=client.name,
        email=client.email,
        language=booking.language,
    )


def write_to_photographer(booking: Booking, kind: Notice.Kind, now: datetime) -> Notice:
    """Write the letter `kind` about `booking` to the photographer who takes it."""
    return _write(
        kind,
        f"{kind}:{booking.reference}:{booking.sequence}",
        now,
        booking=booking,
        name=booking.photographer.name,
        email=booking.photographer.user.email,
        language="en",
    )


def write_about_enquiry(
    enquiry: Enquiry, kind: Notice.Kind, now: datetime, *, name: str, email: str
) -> Notice:
    """Write the letter `kind` about a message that came with `enquiry`."""
    return _write(
        kind,
        f"{kind}:{enquiry.pk}",
        now,
        enquiry=enquiry,
        name=name,
        email=email,
        language=enquiry.language,
    )


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


def _write(
    kind: Notice.Kind,
    key: str,
    now: datetime,
    *,
    name: str,
    email: str,
    language: str,
    booking: Booking | None = None,
    enquiry: Enquiry | None = None,
) -> Notice:
    """The letter under `key`: the one that stands, or a new one, with the worker nudged after commit."""
    notice, is_new = Notice.objects.get_or_create(
        key=key,
        defaults={
            "kind": kind,
            "booking": booking,
            "enquiry": enquiry,
            "recipient_name": name,
            "recipient_email": email,
            "language": language,
            "created_at": now,
            "due_at": now,
        },
    )
    if is_new:
        transaction.on_commit(send_due_letters, robust=True)
    return notice
