"""What the worker does by the clock: the sweeps that make a lost task not matter."""

from django.utils import timezone
from huey import crontab
from huey.contrib.djhuey import db_periodic_task

from bookings import moments
from bookings.catalogue import picture_files
from bookings.notices.tasks import send_due_letters

__all__ = [
    "forget_care",
    "read_outside_calendars",
    "refresh_briefs",
    "send_due_letters",
    "sweep_holds",
    "sweep_letters",
    "sweep_pictures",
    "sweep_waiting",
]


@db_periodic_task(crontab(minute="*"))
def sweep_letters() -> None:
    """Send what is due and was not sent: first tries whose nudge was lost, and later tries."""
    send_due_letters.call_local()


@db_periodic_task(crontab(minute="*"))
def sweep_holds() -> int:
    """Let go the holds that have run out."""
    return moments.expire_holds(timezone.now())


@db_periodic_task(crontab(minute="*/5"))
def sweep_waiting() -> int:
    """Offer to whoever waits what was freed unseen, and close what is over."""
    return moments.sweep_waiting(timezone.now())


@db_periodic_task(crontab(minute="*/15"))
def read_outside_calendars() -> int:
    """Close what photographers' own calendars say is taken, and open what they freed."""
    return moments.read_outside_calendars(timezone.now())


@db_periodic_task(crontab(hour="3", minute="23"))
def forget_care() -> int:
    """Delete the answers about access, faith and age whose time is over."""
    return moments.forget_care(timezone.now())


@db_periodic_task(crontab(minute="7"))
def refresh_briefs() -> int:
    """Compose anew the briefs that stand on an earlier state of the knowledge, kit or room."""
    return moments.refresh_briefs(timezone.now())


@db_periodic_task(crontab(hour="4", minute="41"))
def sweep_pictures() -> int:
    """Remove the pictures that nothing shows any more, with their files."""
    return picture_files.sweep(timezone.now())
