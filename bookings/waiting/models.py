"""The noun of the waiting list."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bookings.booking.models import Booking, Enquiry
from bookings.schedule.models import Photographer, Place


class WaitingEntry(models.Model):
    """Somebody who would come on a day that is full.

    `offer` is the time that is held for them at the moment; `outcome` is empty while they wait.
    """

    class Outcome(models.TextChoices):
        """How the waiting ended."""

        BOOKED = "booked", _("Booked")
        LAPSED = "lapsed", _("Offer ran out")
        WITHDRAWN = "withdrawn", _("No longer waits")
        OVER = "over", _("The day is over")

    enquiry = models.ForeignKey(
        Enquiry, on_delete=models.CASCADE, related_name="waiting", verbose_name=_("enquiry")
    )
    place = models.ForeignKey(
        Place, on_delete=models.CASCADE, related_name="+", verbose_name=_("place")
    )
    day = models.DateField(_("day"))
    photographer = models.ForeignKey(
        Photographer,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("photographer"),
    )
    created_at = models.DateTimeField(_("waits since"))
    offer = models.OneToOneField(
        Booking,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="offered_to",
        verbose_name=_("time offered"),
    )
    outcome = models.CharField(_("outcome"), max_length=12, choices=Outcome.choices, blank=True)

    class Meta:
        verbose_name = _("waiting list entry")
        verbose_name_plural = _("waiting list")
        ordering = ["day", "created_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["enquiry", "place", "day"],
                condition=Q(outcome=""),
                name="waiting_once_a_day",
            ),
        ]
        indexes = [
            models.Index(fields=["place", "day"], condition=Q(outcome=""), name="waiting_for_day"),
        ]

    def __str__(self) -> str:
        return f"{self.enquiry.client or self.enquiry}, {self.day}"
