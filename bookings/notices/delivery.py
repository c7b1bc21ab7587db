"""Sends what is due in the outbox: each letter claimed first, sent outside any transaction.

A letter is sent once, with one window that no mail system can close: the server has accepted
it and the process is killed before `sent_at` is written. Nothing but that one UPDATE stands
between the two. The next worker then sends it again when the claim has run out, under the
same Message-ID, by which servers and mailboxes know the repeat.
"""

import logging
from datetime import datetime, timedelta
from time import monotonic

from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from bookings.catalogue.models import Studio
from bookings.notices import mail
from bookings.notices.letters import Letter, letter_for
from bookings.notices.models import Notice
from bookings.notices.reminding import is_overtaken

logger = logging.getLogger(__name__)

PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 240, 720))
"""How long to wait after the first, second, ... failed try; after one try more it is given up.

Seven tries over some seventeen hours outlast a server's night of maintenance.
"""

TRIES = len(PAUSES) + 1

RUN = timedelta(minutes=1)
"""A run takes no further letter after this long: the periodic sweep goes on with the rest."""

SUBJECT_LENGTH = 200
ERROR_LENGTH = 300

ABOUT = (
    *("enquiry", "enquiry__client", "booking", "booking__client", "booking__enquiry"),
    *("booking__place", "booking__room", "booking__photographer"),
)
"""What letters read beside their own row."""

LEASE = timedelta(minutes=15)
"""How long a claim lasts: a run and the slowest mail server together take far less."""


def deliver_due(now: datetime, *, run: timedelta = RUN) -> int:
    """Send the letters that are due at `now`; gives the number sent.

    What is wrong with one letter delays that letter alone.
    """
    ends = monotonic() + run.total_seconds()
    sent = 0
    for pk in _free(now).order_by("due_at", "pk").values_list("pk", flat=True):
        if _claim(pk, now):
            sent += _deliver(pk, now)
        if monotonic() >= ends:
            break
    return sent


def _free(now: datetime) -> QuerySet[Notice]:
    """Due letters that no worker has claimed, or whose worker has not come back."""
    return Notice.objects.due(now).filter(Q(claimed_until__isnull=True) | Q(claimed_until__lte=now))


def _claim(pk: int, now: datetime) -> bool:
    """Whether this worker has the letter: the row count of one conditional UPDATE decides.

    The try is counted here, so that a letter that kills its worker is given up as well.
    """
    claimed = _free(now).filter(pk=pk)
    return claimed.update(claimed_until=now + LEASE, attempts=F("attempts") + 1) == 1


def _deliver(pk: int, now: datetime) -> bool:
    """Send a claimed letter and write down how it went; whether it was sent."""
    notice = Notice.objects.waiting().select_related(*ABOUT).filter(pk=pk).first()
    if notice is None:  # withdrawn or deleted since it was claimed
        return False
    if is_overtaken(notice, now):
        Notice.objects.waiting().filter(pk=pk).update(withdrawn_at=now, claimed_until=None)
        return False
    with mail.conversation() as connection:
        try:
            kept = _send(connection, notice)
        except mail.MailError as failure:
            logger.warning("Letter %s was not sent: %s", notice.key, failure)
            _put_off(notice, now, str(failure), for_good=failure.is_permanent)
            return False
        except Exception as failure:  # whatever is wrong with this letter, the others go out
            logger.exception("Letter %s could not be written", notice.key)
            _put_off(notice, now, _unwritten(failure))
            return False
        _mark_sent(notice, kept, now)
    return True


def _send(connection: BaseEmailBackend, notice: Notice) -> Letter:
    """Send the letter; gives the copy to keep, written first so that nothing delays the mark."""
    if notice.attempts > TRIES:
        raise mail.MailError(_("The worker stopped while sending."), is_permanent=True)
    kept = letter_for(notice, private_link=False)
    mail.send(connection, letter_for(notice), notice, Studio.objects.get())
    return kept


def file_as_sent(notice: Notice, at: datetime) -> None:
    """Keep `notice` as sent at `at` without sending it: for letters whose readers are invented."""
    _mark_sent(notice, letter_for(notice, private_link=False), at)


def _mark_sent(notice: Notice, kept: Letter, now: datetime) -> None:
    Notice.objects.filter(pk=notice.pk).update(
        sent_at=now,
        claimed_until=None,
        last_error="",
        subject=kept.subject[:SUBJECT_LENGTH],
        body_text=kept.text,
        body_html=kept.html,
    )


def _put_off(notice: Notice, now: datetime, error: str, *, for_good: bool = False) -> None:
    """Wait before the next try, or give up; only while the claim is still this worker's."""
    if for_good or notice.attempts >= TRIES:
        then = {"given_up_at": now}
    else:
        then = {"due_at": now + PAUSES[notice.attempts - 1]}
    Notice.objects.waiting().filter(pk=notice.pk, claimed_until=notice.claimed_until).update(
        claimed_until=None, last_error=error[:ERROR_LENGTH], **then
    )


def _unwritten(failure: Exception) -> str:
    return _("The letter can't be written (%(error)s).") % {"error": type(failure).__name__}
