"""What the worker does by the clock: the sweeps that make a lost task not matter."""

from django.utils import timezone
from huey import crontab
from huey.contrib.djhuey import db_periodic_task

from bookings import moments
from bookings.notices.tasks import send_due_letters

__all__ = ["send_due_letters", "sweep_holds", "sweep_letters"]


@db_periodic_task(crontab(minute="*"))
def sweep_letters() -> None:
    """Send what is due and was not sent: first tries whose nudge was lost, and later tries."""
    send_due_letters.call_local()


@db_periodic_task(crontab(minute="*"))
def sweep_holds() -> int:
    """Let go the holds that have run out."""
    return moments.expire_holds(timezone.now())
