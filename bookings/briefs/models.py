"""The noun of the brief: one row for each version, one of them current."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bookings.booking.models import Booking


class ShootBrief(models.Model):
    """One version of a booking's brief; its lines know the claim or table they came from."""

    booking = models.ForeignKey(
        Booking, on_delete=models.CASCADE, related_name="briefs", verbose_name=_("booking")
    )
    version = models.PositiveIntegerField(_("version"), default=1)
    is_current = models.BooleanField(_("current"), default=True)
    content = models.JSONField(_("content"))
    knowledge_version = models.CharField(_("knowledge version"), max_length=20)
    composed_at = models.DateTimeField(_("composed"))
    approved_at = models.DateTimeField(_("approved"), null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("approved by"),
    )

    class Meta:
        verbose_name = _("shoot brief")
        verbose_name_plural = _("shoot briefs")
        ordering = ["-composed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["booking", "version"], name="brief_version_once"),
            models.UniqueConstraint(
                fields=["booking"], condition=Q(is_current=True), name="brief_one_current"
            ),
            models.CheckConstraint(
                name="brief_approved_by_someone",
                condition=Q(approved_at__isnull=True, approved_by__isnull=True)
                | Q(approved_at__isnull=False, approved_by__isnull=False),
            ),
            models.CheckConstraint(name="brief_version_from_one", condition=Q(version__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.booking.reference} v{self.version}"
