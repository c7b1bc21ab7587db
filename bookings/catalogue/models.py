"""The nouns of the catalogue: the studio, its packages and their add-ons."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from guidance.vocabulary import STYLES, Format, Kind

LONGEST_SESSION_MINUTES = 12 * 60
KIND_CHOICES = [
    (Kind.HEADSHOT.value, _("Headshot")),
    (Kind.PORTRAIT.value, _("Portrait")),
    (Kind.DOCUMENT.value, _("Document photo")),
]
FORMAT_CHOICES = [
    (Format.SINGLE.value, _("One person")),
    (Format.SERIES.value, _("Several people, one by one")),
    (Format.GROUP.value, _("Several people together")),
]


def default_reminder_days() -> list[int]:
    """A week before the session, and two days."""
    return [7, 2]


class Picture(models.Model):
    """A picture that the studio uploaded, as it was checked and encoded anew in several sizes.

    `digest` names its files; `widths` are those it is kept in, in pixels, `width` and `height`
    the largest. The upload itself is not kept, so neither are its metadata.
    """

    digest = models.CharField(_("digest"), max_length=64, unique=True)
    width = models.PositiveIntegerField(_("width, pixels"))
    height = models.PositiveIntegerField(_("height, pixels"))
    widths = models.JSONField(_("sizes"), default=list)
    uploaded_at = models.DateTimeField(_("uploaded"))

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        constraints = [
            models.CheckConstraint(
                name="picture_has_a_size", condition=Q(width__gt=0, height__gt=0)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.width} × {self.height}"


class Studio(models.Model):
    """The studio itself: its name, how to reach it, and the rules a booking is made under.

    There is one. The rules are copied onto each booking when it is made, so that changing
    them here changes no past sale.
    """

    name = models.CharField(_("name"), max_length=80)
    tagline = models.CharField(_("one line about the studio"), max_length=160)
    email = models.EmailField(_("e-mail"))
    phone = models.CharField(_("telephone"), max_length=40)
    logo = models.ForeignKey(
        Picture,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logo"),
    )
    accent = models.CharField(
        _("accent colour"),
        max_length=7,
        blank=True,
        validators=[
            RegexValidator(r"^#[0-9a-fA-F]{6}$", _("A colour such as #eaa640, or nothing."))
        ],
        help_text=_("Of buttons, marks and links. Empty for the amber of Catchlight."),
    )
    currency = models.CharField(
        _("currency"),
        max_length=3,
        default="EUR",
        validators=[RegexValidator(r"^[A-Z]{3}$", _("Three capital letters, such as EUR."))],
    )
    hold_minutes = models.PositiveSmallIntegerField(
        _("minutes a time is held"), default=15, validators=[MinValueValidator(5)]
    )
    notice_hours = models.PositiveSmallIntegerField(_("notice before a booking, hours"), default=24)
    horizon_days = models.PositiveSmallIntegerField(
        _("how far ahead clients can book, days"), default=120, validators=[MaxValueValidator(730)]
    )
    deposit_percent = models.PositiveSmallIntegerField(
        _("deposit, per cent"), default=50, validators=[MaxValueValidator(100)]
    )
    free_change_hours = models.PositiveSmallIntegerField(
        _("hours before the session up to which moving and cancelling are free"), default=48
    )
    most_moves = models.PositiveSmallIntegerField(
        _("how often a client may move a session"), default=2
    )
    late_arrival_minutes = models.PositiveSmallIntegerField(
        _("minutes after which a late session is cancelled"), default=30
    )
    offer_hours = models.PositiveSmallIntegerField(
        _("hours a freed time is held for whoever waits for it"),
        default=12,
        validators=[MinValueValidator(1), MaxValueValidator(72)],
    )
    care_retention_days = models.PositiveSmallIntegerField(
        _("days after the session on which answers about access, faith and age are deleted"),
        default=30,
    )
    reminder_days = models.JSONField(
        _("reminders, days before the session"),
        default=default_reminder_days,
        blank=True,
        help_text=_("One letter for each number: 7, 2. None leaves them out."),
    )

    class Meta:
        verbose_name = _("studio")
        verbose_name_plural = _("studio")
        constraints = [
            models.CheckConstraint(name="studio_is_one", condition=Q(pk=1)),
            models.CheckConstraint(
                name="studio_deposit_within_price", condition=Q(deposit_percent__lte=100)
            ),
            models.CheckConstraint(name="studio_hold_is_positive", condition=Q(hold_minutes__gt=0)),
            models.CheckConstraint(
                name="studio_horizon_is_positive", condition=Q(horizon_days__gt=0)
            ),
        ]

    def __str__(self) -> str:
        return self.name


class FeeTier(models.Model):
    """What a late cancellation costs from so many hours before the session on.

    Before the first tier the deposit is due; whatever is higher counts.
    """

    studio = models.ForeignKey(
        Studio, on_delete=models.CASCADE, related_name="fee_tiers", verbose_name=_("studio")
    )
    hours_before = models.PositiveSmallIntegerField(
        _("in the last hours before the session"),
        validators=[MinValueValidator(1), MaxValueValidator(720)],
    )
    percent = models.PositiveSmallIntegerField(
        _("of the price, per cent"), validators=[MinValueValidator(1), MaxValueValidator(100)]
    )

    class Meta:
        verbose_name = _("fee of a late cancellation")
        verbose_name_plural = _("fees of late cancellations")
        ordering = ["-hours_before"]
        constraints = [
            models.UniqueConstraint(fields=["studio", "hours_before"], name="fee_tier_once"),
            models.CheckConstraint(
                name="fee_tier_within_price",
                condition=Q(percent__gte=1, percent__lte=100, hours_before__gte=1),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.hours_before} h: {self.percent} %"

    def clean(self) -> None:
        """Refuse a tier that would never count: the deposit is due before it."""
        if self.percent is not None and self.percent <= self.studio.deposit_percent:
            raise ValidationError(
                {"percent": _("More than the deposit, which is due before: else it never counts.")}
            )


class PackageQuerySet(models.QuerySet["Package"]):
    """Packages by the moments of the trade."""

    def on_offer(self) -> "PackageQuerySet":
        """What clients may see and book today, in the owner's order.

        A package that nobody photographs would be recommended and then have no times.
        """
        offered = self.filter(is_active=True, photographers__is_active=True)
        return offered.distinct().order_by("position", "pk")


class Package(models.Model):
    """Something a client can book: a session of a kind, with its minutes, looks and price.

    Duration and price are those of `min_people` people; every further person adds
    `minutes_per_extra_person` and `price_per_extra_person_minor`.
    """

    slug = models.SlugField(_("address on the site"), unique=True)
    name = models.CharField(_("name"), max_length=80)
    summary = models.CharField(_("one sentence"), max_length=200)
    description = models.TextField(_("description"), max_length=2000)
    kind = models.CharField(_("kind"), max_length=16, choices=KIND_CHOICES)
    styles = models.JSONField(
        _("styles"), default=list, help_text=_("Which recommendations this package answers.")
    )
    format = models.CharField(_("people"), max_length=16, choices=FORMAT_CHOICES)
    also_kind = models.CharField(
        _("also serves"),
        max_length=16,
        choices=KIND_CHOICES,
        blank=True,
        help_text=_("Set on a combined session: the second kind of picture that it gives."),
    )
    min_people = models.PositiveSmallIntegerField(_("people, at least"), default=1)
    max_people = models.PositiveSmallIntegerField(_("people, at most"), default=1)
    duration_minutes = models.PositiveSmallIntegerField(_("minutes"))
    minutes_per_extra_person = models.PositiveSmallIntegerField(
        _("minutes for each further person"), default=0
    )
    price_minor = models.PositiveIntegerField(
        _("price, in the currency's smallest unit"), help_text=_("9500 is 95.00.")
    )
    price_per_extra_person_minor = models.PositiveIntegerField(
        _("price for each further person, in the smallest unit"), default=0
    )
    looks = models.PositiveSmallIntegerField(_("looks"), default=1)
    finals = models.PositiveSmallIntegerField(_("retouched pictures"), default=0)
    finals_are_per_person = models.BooleanField(
        _("retouched pictures for each person"), default=False
    )
    buffer_before_minutes = models.PositiveSmallIntegerField(_("setting up, minutes"), default=10)
    buffer_after_minutes = models.PositiveSmallIntegerField(_("clearing up, minutes"), default=10)
    on_location = models.BooleanField(
        _("on location"), default=False, help_text=_("Takes a photographer but no room.")
    )
    min_room_length_m = models.DecimalField(
        _("room length needed, metres"),
        max_digits=4,
        decimal_places=2,
        default=Decimal(0),
        validators=[MinValueValidator(Decimal(0))],
    )
    cover = models.ForeignKey(
        Picture,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("cover picture"),
    )
    cover_words = models.CharField(
        _("what the cover picture shows"),
        max_length=200,
        blank=True,
        help_text=_("One sentence for those who don’t see it."),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    is_active = models.BooleanField(_("on offer"), default=True)

    objects = PackageQuerySet.as_manager()

    class Meta:
        verbose_name = _("package")
        verbose_name_plural = _("packages")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="package_duration_within_half_a_day",
                condition=Q(duration_minutes__gt=0, duration_minutes__lte=LONGEST_SESSION_MINUTES),
            ),
            models.CheckConstraint(
                name="package_price_is_positive", condition=Q(price_minor__gt=0)
            ),
            models.CheckConstraint(name="package_looks_are_positive", condition=Q(looks__gt=0)),
            models.CheckConstraint(
                name="package_people_in_order",
                condition=Q(min_people__gte=1, max_people__gte=F("min_people")),
            ),
            models.CheckConstraint(
                name="package_people_fit_format",
                condition=Q(format=Format.SINGLE.value, max_people=1)
                | (~Q(format=Format.SINGLE.value) & Q(max_people__gte=2)),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The package's own page."""
        return reverse("front:package", args=[self.slug])

    def clean(self) -> None:
        """Refuse styles that are not styles of the package's kind."""
        fitting = {style.value for style in STYLES[Kind(self.kind)]} if self.kind else set()
        styles = self.styles if isinstance(self.styles, list) else []
        if not styles or not set(styles) <= fitting:
            raise ValidationError(
                {"styles": _("Choose at least one style, each of the package's kind.")}
            )

    @property
    def is_combined(self) -> bool:
        """Whether one session gives both kinds of picture."""
        return bool(self.also_kind)


class AddOn(models.Model):
    """Something that can be added to a package: minutes, a service, a further picture."""

    slug = models.SlugField(_("short name"), unique=True)
    name = models.CharField(_("name"), max_length=80)
    summary = models.CharField(_("one sentence"), max_length=200)
    price_minor = models.PositiveIntegerField(_("price, in the currency's smallest unit"))
    is_per_person = models.BooleanField(_("priced for each person"), default=False)
    extra_minutes = models.PositiveSmallIntegerField(_("minutes added"), default=0)
    extra_looks = models.PositiveSmallIntegerField(_("looks added"), default=0)
    includes_make_up = models.BooleanField(
        _("somebody for hair and make-up"),
        default=False,
        help_text=_("The brief and the client's plan then say so."),
    )
    packages = models.ManyToManyField(
        Package, verbose_name=_("packages"), related_name="add_ons", blank=True
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    is_active = models.BooleanField(_("on offer"), default=True)

    class Meta:
        verbose_name = _("add-on")
        verbose_name_plural = _("add-ons")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(name="add_on_price_is_positive", condition=Q(price_minor__gt=0)),
            models.CheckConstraint(
                name="add_on_minutes_within_half_a_day",
                condition=Q(extra_minutes__lte=LONGEST_SESSION_MINUTES),
            ),
        ]

    def __str__(self) -> str:
        return self.name
