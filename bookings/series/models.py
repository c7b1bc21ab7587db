"""The noun of the company day."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bookings.booking.models import Booking


class InvitedManager(models.Manager["Attendee"]):
    """Who is on a company's list; who was taken off it is nobody's business but their letter's."""

    def get_queryset(self) -> "models.QuerySet[Attendee]":
        return super().get_queryset().filter(uninvited_at__isnull=True)


class Attendee(models.Model):
    """One person of a series: invited by the organiser, with a private link of their own.

    They pick one of the consecutive slots of the booking and answer what is theirs to answer:
    `answers` and, apart from them, `care`. Who is taken off the list keeps their row until the
    letter about it is long sent: it takes the slot out of their calendar.
    """

    booking = models.ForeignKey(
        Booking, on_delete=models.CASCADE, related_name="attendees", verbose_name=_("booking")
    )
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail"), blank=True)
    slot = models.DateTimeField(_("slot"), null=True, blank=True)
    answers = models.JSONField(_("answers"), default=dict, blank=True)
    care = models.JSONField(_("care answers"), default=dict, blank=True)
    is_missed = models.BooleanField(_("did not come"), default=False)
    link_counter = models.PositiveIntegerField(_("links revoked"), default=0)
    invited_at = models.DateTimeField(_("invited"))
    uninvited_at = models.DateTimeField(_("taken off the list"), null=True, blank=True)

    objects = InvitedManager()
    everyone = models.Manager["Attendee"]()

    class Meta:
        verbose_name = _("attendee")
        verbose_name_plural = _("attendees")
        ordering = ["slot", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["booking", "slot"],
                condition=Q(slot__isnull=False, uninvited_at__isnull=True),
                name="attendee_slot_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name
