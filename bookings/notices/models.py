"""The noun of the outbox: one letter to one person, due at, sent at."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bookings.booking.models import Booking, Enquiry
from bookings.series.models import Attendee
from bookings.waiting.models import WaitingEntry


class NoticeQuerySet(models.QuerySet["Notice"]):
    """Letters by the moments of the outbox; every moment in time is a parameter."""

    def waiting(self) -> "NoticeQuerySet":
        """Neither sent, nor given up, nor withdrawn."""
        return self.filter(
            sent_at__isnull=True, given_up_at__isnull=True, withdrawn_at__isnull=True
        )

    def due(self, at: Any) -> "NoticeQuerySet":
        """Waiting letters whose next try is due at `at`."""
        return self.waiting().filter(due_at__lte=at)


class Notice(models.Model):
    """One letter to one person.

    `key` is unique: the same moment run twice writes one letter. `due_at` moves forward with
    each failed try. `claimed_until` is a worker's promise; another worker leaves the letter
    alone until it has passed. The letter as it was sent is kept, its private link blanked.
    """

    class Kind(models.TextChoices):
        """Which letter it is."""

        CONFIRMATION = "confirmation", _("Confirmation to the client")
        ASSIGNMENT = "assignment", _("New booking, to the photographer")
        PREPARATION = "preparation", _("Preparation plan to the client")
        REMINDER = "reminder", _("Reminder to the client")
        MOVED = "moved", _("New time, to the client")
        RESCHEDULED = "rescheduled", _("New time, to the photographer")
        HANDED_OVER = "handed_over", _("Moved to a colleague, to the photographer")
        WAITING = "waiting", _("Place on the waiting list, to the client")
        WAITING_OFFER = "waiting_offer", _("A time for somebody who waits")
        INVITATION = "invitation", _("Invitation to a company day")
        SLOT_CHOSEN = "slot_chosen", _("Slot of a company day, to the attendee")
        UNINVITED = "uninvited", _("Taken off a company's list, to the attendee")
        THANK_YOU = "thank_you", _("Thank-you to the client")
        CANCELLED = "cancelled", _("Cancellation to the client")
        UNASSIGNED = "unassigned", _("Cancellation, to the photographer")
        ENQUIRY_MESSAGE = "enquiry_message", _("Message from a client, to the studio")
        ENQUIRY_RECEIPT = "enquiry_receipt", _("Receipt of a message, to the client")

    key = models.CharField(_("key"), max_length=120, unique=True)
    kind = models.CharField(_("letter"), max_length=24, choices=Kind.choices)
    booking = models.ForeignKey(
        Booking,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="notices",
        verbose_name=_("booking"),
    )
    enquiry = models.ForeignKey(
        Enquiry,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="notices",
        verbose_name=_("enquiry"),
    )
    attendee = models.ForeignKey(
        Attendee,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="notices",
        verbose_name=_("attendee"),
    )
    entry = models.ForeignKey(
        WaitingEntry,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="notices",
        verbose_name=_("waiting list entry"),
    )
    message = models.TextField(
        _("message"), blank=True, help_text=_("What the client wrote, as this letter passes it on.")
    )
    recipient_name = models.CharField(_("to"), max_length=120)
    recipient_email = models.EmailField(_("e-mail"))
    language = models.CharField(_("language"), max_length=12, default="en")
    created_at = models.DateTimeField(_("written"))
    due_at = models.DateTimeField(_("due"))
    claimed_until = models.DateTimeField(_("being sent until"), null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(_("tries"), default=0)
    last_error = models.CharField(_("last error"), max_length=300, blank=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    given_up_at = models.DateTimeField(_("given up"), null=True, blank=True)
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)
    subject = models.CharField(_("subject as sent"), max_length=200, blank=True)
    body_text = models.TextField(_("text as sent"), blank=True)
    body_html = models.TextField(_("page as sent"), blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="notice_about_one_thing",
                condition=Q(booking__isnull=False, enquiry__isnull=True)
                | Q(booking__isnull=True, enquiry__isnull=False),
            ),
            models.CheckConstraint(
                name="notice_sent_or_given_up",
                condition=Q(sent_at__isnull=True) | Q(given_up_at__isnull=True),
            ),
        ]
        indexes = [
            models.Index(
                fields=["due_at"],
                condition=Q(sent_at__isnull=True, given_up_at__isnull=True),
                name="notice_waiting",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.recipient_name}"
