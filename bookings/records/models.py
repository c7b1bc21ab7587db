"""The nouns of the record: session, looks, consents."""

from decimal import Decimal

from django.conf import settings
from django.core.validators import MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from bookings.booking.models import Booking
from bookings.schedule.models import Photographer


class SessionRecord(models.Model):
    """What was really done in one session; started from the brief when the session is completed."""

    booking = models.OneToOneField(
        Booking, on_delete=models.CASCADE, related_name="record", verbose_name=_("booking")
    )
    photographer = models.ForeignKey(
        Photographer,
        on_delete=models.PROTECT,
        related_name="records",
        verbose_name=_("photographer"),
    )
    camera = models.CharField(_("camera"), max_length=80, blank=True)
    sensor_format = models.CharField(_("sensor format"), max_length=24, blank=True)
    lens = models.CharField(_("lens"), max_length=80, blank=True)
    focal_length_mm = models.PositiveSmallIntegerField(_("focal length, mm"), null=True, blank=True)
    aperture = models.DecimalField(
        _("aperture, f-number"),
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
        validators=[MinValueValidator(Decimal("0.7"))],
    )
    shutter = models.CharField(
        _("shutter, seconds"),
        max_length=12,
        blank=True,
        validators=[
            RegexValidator(r"^(1/\d{1,5}|\d{1,3}(\.\d)?)$", _("Write it as 1/125 or 0.5."))
        ],
    )
    iso = models.PositiveIntegerField(_("ISO"), null=True, blank=True)
    distance_mm = models.PositiveIntegerField(_("camera to subject, mm"), null=True, blank=True)
    light_pattern = models.CharField(_("light pattern"), max_length=40, blank=True)
    key_over_fill_stops = models.DecimalField(
        _("key over fill, stops"), max_digits=3, decimal_places=1, null=True, blank=True
    )
    light_notes = models.TextField(_("light as set up"), max_length=2000, blank=True)
    frames_shot = models.PositiveIntegerField(_("frames shot"), null=True, blank=True)
    selects = models.PositiveIntegerField(_("selects"), null=True, blank=True)
    notes = models.TextField(_("notes"), max_length=4000, blank=True)
    planned = models.JSONField(_("as planned"), default=dict, blank=True)
    created_at = models.DateTimeField(_("started"))

    class Meta:
        verbose_name = _("session record")
        verbose_name_plural = _("session records")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="record_selects_within_frames",
                condition=Q(selects__isnull=True)
                | Q(frames_shot__isnull=True)
                | Q(selects__lte=F("frames_shot")),
            ),
            models.CheckConstraint(
                name="record_aperture_is_positive",
                condition=Q(aperture__isnull=True) | Q(aperture__gt=0),
            ),
            models.CheckConstraint(
                name="record_iso_is_positive", condition=Q(iso__isnull=True) | Q(iso__gt=0)
            ),
        ]

    def __str__(self) -> str:
        return str(_("Record of %(reference)s") % {"reference": self.booking.reference})


class Look(models.Model):
    """One combination of outfit, background, hair and make-up within a session."""

    record = models.ForeignKey(
        SessionRecord, on_delete=models.CASCADE, related_name="looks", verbose_name=_("record")
    )
    number = models.PositiveSmallIntegerField(_("look"))
    purpose = models.CharField(_("what it is for"), max_length=200, blank=True)
    outfit = models.CharField(_("outfit"), max_length=200, blank=True)
    frames = models.PositiveIntegerField(_("frames"), null=True, blank=True)
    is_done = models.BooleanField(_("done"), default=False)

    class Meta:
        verbose_name = _("look")
        verbose_name_plural = _("looks")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["record", "number"], name="look_number_once"),
            models.CheckConstraint(name="look_number_from_one", condition=Q(number__gte=1)),
        ]

    def __str__(self) -> str:
        return str(_("Look %(number)s") % {"number": self.number})


class Consent(models.Model):
    """A permission a person gave about their pictures, apart from the booking itself."""

    class Scope(models.TextChoices):
        """What the permission covers."""

        PORTFOLIO = "portfolio", _("The studio's own portfolio")
        SOCIAL = "social", _("The studio's social-media posts")
        ADVERTISING = "advertising", _("The studio's advertising")

    record = models.ForeignKey(
        SessionRecord, on_delete=models.CASCADE, related_name="consents", verbose_name=_("record")
    )
    scope = models.CharField(_("covers"), max_length=16, choices=Scope.choices)
    given_by = models.CharField(_("given by"), max_length=120)
    guardian_of = models.CharField(
        _("as guardian of"), max_length=120, blank=True, help_text=_("For someone under 18.")
    )
    given_at = models.DateField(_("given on"))
    withdrawn_at = models.DateField(_("withdrawn on"), null=True, blank=True)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("noted by"),
    )

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["given_at", "pk"]
        constraints = [
            models.CheckConstraint(
                name="consent_withdrawn_after_given",
                condition=Q(withdrawn_at__isnull=True) | Q(withdrawn_at__gte=F("given_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_scope_display()}: {self.given_by}"
