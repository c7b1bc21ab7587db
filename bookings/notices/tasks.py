"""The worker's share of the outbox."""

from django.utils import timezone
from huey.contrib.djhuey import db_task

from bookings.notices.delivery import deliver_due


@db_task()
def send_due_letters() -> int:
    """Send every letter that is due; gives the number sent.

    Queued after each commit that wrote a letter, and by the periodic sweep.
    """
    return deliver_due(timezone.now())
