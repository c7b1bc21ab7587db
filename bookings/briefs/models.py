"""The nouns of the brief: its versions, one of them current, and what the photographer edited."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bookings.booking.models import Booking


class Cause(models.TextChoices):
    """Why a version was composed."""

    FIRST = "first", _("the booking was confirmed")
    ANSWERS = "answers", _("the answers changed")
    BOOKING = "booking", _("the booking changed")
    KIT = "kit", _("the kit changed")
    ROOM = "room", _("the room changed")
    KNOWLEDGE = "knowledge", _("the knowledge was revised")
    ASKED = "asked", _("somebody asked for it")


class ShootBrief(models.Model):
    """One version of a booking's brief; its lines know the claim or table they came from.

    `basis` holds a fingerprint of each thing that it was composed from, so that a change of any
    of them is noticed; `because` names those that had changed since the version before.
    """

    booking = models.ForeignKey(
        Booking, on_delete=models.CASCADE, related_name="briefs", verbose_name=_("booking")
    )
    version = models.PositiveIntegerField(_("version"), default=1)
    is_current = models.BooleanField(_("current"), default=True)
    content = models.JSONField(_("content"))
    knowledge_version = models.CharField(_("knowledge version"), max_length=20)
    basis = models.JSONField(_("composed from"), default=dict, blank=True)
    because = models.JSONField(_("composed because"), default=list, blank=True)
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

    @property
    def causes(self) -> list[str]:
        """Why this version was composed, in words."""
        return [str(Cause(cause).label) for cause in self.because]


class BriefEdit(models.Model):
    """One line of a booking's brief as its photographer wants it.

    It stands beside every version: `line_key` says which line it rewords, or strikes where
    `words` is empty; without a key it is a line of the photographer's own. `original` is the
    sentence it was made for, so that the origin stays visible when a later version says more,
    less or something else.
    """

    booking = models.ForeignKey(
        Booking, on_delete=models.CASCADE, related_name="brief_edits", verbose_name=_("booking")
    )
    section = models.CharField(_("section"), max_length=24)
    line_key = models.CharField(_("line"), max_length=60, blank=True)
    words = models.TextField(_("words"), max_length=500, blank=True)
    original = models.JSONField(_("the line as composed"), null=True, blank=True)
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("edited by"),
    )
    edited_at = models.DateTimeField(_("edited"))

    class Meta:
        verbose_name = _("edit of a brief")
        verbose_name_plural = _("edits of briefs")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["booking", "line_key"],
                condition=~Q(line_key=""),
                name="brief_edit_once_a_line",
            ),
            models.CheckConstraint(
                name="brief_edit_says_something", condition=~Q(words="", line_key="")
            ),
        ]

    def __str__(self) -> str:
        return self.words or str(_("Struck"))
