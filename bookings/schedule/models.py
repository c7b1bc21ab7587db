"""The nouns of the schedule: places, rooms, photographers, their hours, and what is taken."""

from datetime import datetime, time, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from bookings.catalogue.models import Package
from guidance.brief.kit import LONG_SIDE_PX, LONG_SIDES_PX
from guidance.optics import SENSOR_FORMATS

METRES: dict[str, Any] = {
    "max_digits": 4,
    "decimal_places": 2,
    "validators": [MinValueValidator(Decimal(1))],
}
SENSOR_FORMAT_CHOICES = [(key, _(made.name.message)) for key, made in SENSOR_FORMATS.items()]
RASTER_CHOICES = [
    (minutes, format_lazy(_("{n} minutes"), n=minutes)) for minutes in (5, 10, 15, 20, 30, 60)
]
WEEKDAY_CHOICES = [
    (0, _("Monday")),
    (1, _("Tuesday")),
    (2, _("Wednesday")),
    (3, _("Thursday")),
    (4, _("Friday")),
    (5, _("Saturday")),
    (6, _("Sunday")),
]


def validate_time_zone(name: str) -> None:
    """Refuse a name that the time-zone database does not know."""
    if name not in available_timezones():
        raise ValidationError(_("Write the zone as in Europe/Berlin."), code="time_zone")


class Place(models.Model):
    """Where sessions are held: an address with its own wall clock."""

    slug = models.SlugField(_("address on the site"), unique=True)
    name = models.CharField(_("name"), max_length=80)
    address = models.TextField(_("address"), max_length=400)
    directions = models.TextField(_("how to find it"), max_length=1000, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=64, validators=[validate_time_zone])
    raster_minutes = models.PositiveSmallIntegerField(
        _("sessions start every"), choices=RASTER_CHOICES, default=30
    )
    is_step_free = models.BooleanField(_("step-free"), default=False)
    is_active = models.BooleanField(_("open to clients"), default=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="place_raster_divides_an_hour",
                condition=Q(raster_minutes__in=[5, 10, 15, 20, 30, 60]),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def zone(self) -> ZoneInfo:
        """The place's wall clock."""
        return ZoneInfo(self.time_zone)


class Room(models.Model):
    """A room to photograph in; its length decides which lens fits."""

    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, related_name="rooms", verbose_name=_("place")
    )
    name = models.CharField(_("name"), max_length=80)
    length_m = models.DecimalField(_("length, metres"), **METRES)
    width_m = models.DecimalField(_("width, metres"), **METRES)
    height_m = models.DecimalField(_("height, metres"), **METRES)
    max_people = models.PositiveSmallIntegerField(_("people, at most"), default=4)
    feed_counter = models.PositiveIntegerField(_("calendar addresses revoked"), default=0)
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("room")
        verbose_name_plural = _("rooms")
        ordering = ["place", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["place", "name"], name="room_name_unique_in_place"),
            models.CheckConstraint(
                name="room_has_size", condition=Q(length_m__gt=0, width_m__gt=0, height_m__gt=0)
            ),
            models.CheckConstraint(name="room_holds_people", condition=Q(max_people__gt=0)),
        ]

    def __str__(self) -> str:
        return f"{self.place.name}, {self.name}"


class Photographer(models.Model):
    """A member of staff who photographs: a kit, skills, and hours."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="photographer",
        verbose_name=_("staff account"),
    )
    slug = models.SlugField(_("address on the site"), unique=True)
    name = models.CharField(_("name as clients see it"), max_length=80)
    about = models.TextField(_("about"), max_length=600, blank=True)
    sensor_format = models.CharField(
        _("sensor format"),
        max_length=24,
        choices=SENSOR_FORMAT_CHOICES,
        default="full_frame",
    )
    focal_lengths_mm = models.JSONField(
        _("focal lengths, mm"), default=list, help_text=_("The lenses in the bag: 35, 50, 85, 105.")
    )
    long_side_px = models.PositiveIntegerField(
        _("pixels on the long side"),
        default=LONG_SIDE_PX,
        validators=[MinValueValidator(LONG_SIDES_PX[0]), MaxValueValidator(LONG_SIDES_PX[1])],
        help_text=_("What crops are checked against; 6000 for 24 megapixels."),
    )
    packages = models.ManyToManyField(
        Package, verbose_name=_("packages"), related_name="photographers", blank=True
    )
    most_sessions_a_day = models.PositiveSmallIntegerField(
        _("sessions a day, at most"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1)],
        help_text=_("Empty for as many as fit."),
    )
    feed_counter = models.PositiveIntegerField(_("calendar addresses revoked"), default=0)
    is_active = models.BooleanField(_("takes bookings"), default=True)
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("photographer")
        verbose_name_plural = _("photographers")
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Refuse a kit that is not a list of plausible focal lengths."""
        lengths = self.focal_lengths_mm
        plausible = isinstance(lengths, list) and all(
            isinstance(mm, int) and not isinstance(mm, bool) and 8 <= mm <= 800 for mm in lengths
        )
        if not plausible or not lengths:
            raise ValidationError(
                {"focal_lengths_mm": _("List whole millimetres from 8 to 800, such as 35, 50, 85.")}
            )


class OpeningHours(models.Model):
    """When a photographer works at a place, each week, on the place's wall clock.

    `closes` at 00:00 means the end of the day.
    """

    photographer = models.ForeignKey(
        Photographer, on_delete=models.CASCADE, related_name="hours", verbose_name=_("photographer")
    )
    place = models.ForeignKey(
        Place, on_delete=models.CASCADE, related_name="hours", verbose_name=_("place")
    )
    weekday = models.PositiveSmallIntegerField(_("day"), choices=WEEKDAY_CHOICES)
    opens = models.TimeField(_("from"))
    closes = models.TimeField(_("until"))

    class Meta:
        verbose_name = _("working hours")
        verbose_name_plural = _("working hours")
        ordering = ["photographer", "weekday", "opens"]
        constraints = [
            models.CheckConstraint(
                name="hours_end_after_start", condition=Q(closes__gt=F("opens")) | Q(closes=time(0))
            ),
            models.CheckConstraint(name="hours_weekday_exists", condition=Q(weekday__lte=6)),
        ]

    def __str__(self) -> str:
        return f"{self.get_weekday_display()} {self.opens:%H:%M}-{self.closes:%H:%M}"

    def clean(self) -> None:
        """Refuse hours that overlap other hours of the same photographer and day."""
        if self.opens is None or self.closes is None or not self.photographer_id:
            return
        same_day = OpeningHours.objects.filter(
            photographer_id=self.photographer_id, weekday=self.weekday
        ).exclude(pk=self.pk)
        for other in same_day:
            if _overlap(self.opens, self.closes, other.opens, other.closes):
                raise ValidationError(
                    _("These hours overlap %(other)s."), params={"other": str(other)}
                )


def _overlap(opens: time, closes: time, other_opens: time, other_closes: time) -> bool:
    """Whether two spans of one day overlap; a close at midnight is the day's end."""
    return (other_closes == time(0) or opens < other_closes) and (
        closes == time(0) or other_opens < closes
    )


class OutsideCalendar(models.Model):
    """A photographer's calendar kept elsewhere: its busy times are taken over as closures.

    Read from `address` by the worker, or from a file that was uploaded once.
    """

    photographer = models.ForeignKey(
        Photographer,
        on_delete=models.CASCADE,
        related_name="outside_calendars",
        verbose_name=_("photographer"),
    )
    name = models.CharField(_("name"), max_length=80)
    address = models.URLField(_("address of the calendar"), max_length=500, blank=True)
    content = models.TextField(_("uploaded file"), blank=True)
    etag = models.CharField(_("state as last read"), max_length=200, blank=True)
    is_active = models.BooleanField(_("in use"), default=True)
    read_at = models.DateTimeField(_("last read"), null=True, blank=True)
    last_error = models.CharField(_("last error"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("outside calendar")
        verbose_name_plural = _("outside calendars")
        ordering = ["photographer", "name"]

    def __str__(self) -> str:
        return self.name


class Closure(models.Model):
    """From-until during which a place, a room or a photographer is away, or opens all the same."""

    class Kind(models.TextChoices):
        """What the span does to the weekly hours."""

        CLOSED = "closed", _("Closed")
        EXTRA = "extra", _("Extra opening")

    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices, default=Kind.CLOSED)
    place = models.ForeignKey(
        Place,
        on_delete=models.CASCADE,
        related_name="closures",
        null=True,
        blank=True,
        verbose_name=_("place"),
    )
    room = models.ForeignKey(
        Room,
        on_delete=models.CASCADE,
        related_name="closures",
        null=True,
        blank=True,
        verbose_name=_("room"),
    )
    photographer = models.ForeignKey(
        Photographer,
        on_delete=models.CASCADE,
        related_name="closures",
        null=True,
        blank=True,
        verbose_name=_("photographer"),
    )
    start = models.DateTimeField(_("from"))
    end = models.DateTimeField(_("until"), db_index=True)
    reason = models.CharField(_("reason, for staff"), max_length=120, blank=True)
    outside = models.ForeignKey(
        OutsideCalendar,
        on_delete=models.CASCADE,
        related_name="closures",
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("from the outside calendar"),
    )

    class Meta:
        verbose_name = _("closure or extra opening")
        verbose_name_plural = _("closures and extra openings")
        ordering = ["start"]
        constraints = [
            models.CheckConstraint(name="closure_end_after_start", condition=Q(end__gt=F("start"))),
            models.CheckConstraint(
                name="closure_names_its_subject",
                condition=Q(
                    kind="closed", place__isnull=False, room__isnull=True, photographer__isnull=True
                )
                | Q(
                    kind="closed", place__isnull=True, room__isnull=False, photographer__isnull=True
                )
                | Q(
                    kind="closed", place__isnull=True, room__isnull=True, photographer__isnull=False
                )
                | Q(
                    kind="extra", place__isnull=False, room__isnull=True, photographer__isnull=False
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.start:%Y-%m-%d %H:%M}"

    def clean(self) -> None:
        """Say in words what the database would refuse."""
        if self.start and self.end and self.end <= self.start:
            raise ValidationError({"end": _("The end must be after the start.")})
        subjects = [self.place_id, self.room_id, self.photographer_id]
        if self.kind == self.Kind.EXTRA:
            if not (self.place_id and self.photographer_id) or self.room_id:
                raise ValidationError(
                    {"kind": _("An extra opening needs a photographer and a place.")}
                )
        elif sum(subject is not None for subject in subjects) != 1:
            raise ValidationError(
                {"kind": _("Close one thing: a place, a room or a photographer.")}
            )


# No allocation lasts longer; a query for a span need look back no further than this.
LONGEST_ALLOCATION = timedelta(hours=24)


class AllocationQuerySet(models.QuerySet["Allocation"]):
    """Allocations by the moments of the trade; every moment in time is a parameter."""

    def overlapping(self, start: datetime, end: datetime) -> "AllocationQuerySet":
        """Those that share an instant with `[start, end)`."""
        return self.filter(start__gt=start - LONGEST_ALLOCATION, start__lt=end, end__gt=start)

    def standing(self, at: datetime) -> "AllocationQuerySet":
        """Those that still count at `at`: firm ones, and holds that have not run out."""
        return self.filter(Q(expires_at__isnull=True) | Q(expires_at__gt=at))

    def lapsed(self, at: datetime) -> "AllocationQuerySet":
        """Those of holds that had run out at `at`."""
        return self.filter(expires_at__lte=at)


class Allocation(models.Model):
    """A photographer or a room taken from one instant to another, buffers included.

    The database refuses two overlapping allocations of one resource
    (:mod:`bookings.schedule.no_overlap`). `expires_at` is set while a hold is undecided.
    """

    booking = models.ForeignKey(
        "bookings.Booking", on_delete=models.CASCADE, related_name="allocations"
    )
    photographer = models.ForeignKey(
        Photographer, on_delete=models.PROTECT, null=True, related_name="allocations"
    )
    room = models.ForeignKey(Room, on_delete=models.PROTECT, null=True, related_name="allocations")
    start = models.DateTimeField()
    end = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)

    objects = AllocationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="allocation_end_after_start", condition=Q(end__gt=F("start"))
            ),
            models.CheckConstraint(
                name="allocation_of_one_resource",
                condition=Q(photographer__isnull=False, room__isnull=True)
                | Q(photographer__isnull=True, room__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["booking", "photographer"], name="allocation_photographer_once"
            ),
            models.UniqueConstraint(fields=["booking", "room"], name="allocation_room_once"),
        ]
        indexes = [
            models.Index(fields=["photographer", "start"], name="allocation_photographer_start"),
            models.Index(fields=["room", "start"], name="allocation_room_start"),
        ]

    def __str__(self) -> str:
        return f"{self.photographer or self.room} {self.start:%Y-%m-%d %H:%M}-{self.end:%H:%M}"
