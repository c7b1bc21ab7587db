"""The nouns of a booking: client, enquiry, booking, and the events of its life."""

import uuid
from datetime import datetime
from operator import attrgetter
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from bookings.booking.policy import Policy
from bookings.booking.references import new_reference
from bookings.booking.states import CONFIRMED_ONCE, LIVE, BookingState
from bookings.catalogue.models import KIND_CHOICES, AddOn, Package
from bookings.catalogue.pricing import Quote
from bookings.schedule.models import Photographer, Place, Room


class Client(models.Model):
    """A person who books; has no password and signs in nowhere."""

    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail"))
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    language = models.CharField(_("language"), max_length=12, default="en")
    created_at = models.DateTimeField(_("known since"))
    erased_at = models.DateTimeField(_("erased"), null=True, blank=True)

    class Meta:
        verbose_name = _("client")
        verbose_name_plural = _("clients")
        ordering = ["name", "pk"]
        indexes = [models.Index(Upper("email"), name="client_email")]

    def __str__(self) -> str:
        return self.name


class Enquiry(models.Model):
    """One client's answers, the recommendation as it was shown, and what they chose of it.

    `answers` are the client's words in the vocabulary of :mod:`guidance.questionnaire`;
    `care` holds the answers on access, faith and minors, apart from the rest, because only
    those who run the session may see them and they are deleted first.
    """

    answers = models.JSONField(_("answers"), default=dict, blank=True)
    care = models.JSONField(_("care answers"), default=dict, blank=True)
    answered = models.JSONField(_("questions seen"), default=list, blank=True)
    knowledge_version = models.CharField(_("knowledge version"), max_length=20, blank=True)
    recommendation = models.JSONField(_("recommendation as shown"), null=True, blank=True)
    kind = models.CharField(_("kind"), max_length=16, choices=KIND_CHOICES, blank=True)
    style = models.CharField(_("style"), max_length=24, blank=True)
    package = models.ForeignKey(
        Package,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="enquiries",
        verbose_name=_("chosen package"),
    )
    add_ons = models.ManyToManyField(
        AddOn, blank=True, related_name="enquiries", verbose_name=_("add-ons")
    )
    override_reason = models.CharField(_("why another package"), max_length=500, blank=True)
    client = models.ForeignKey(
        Client,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="enquiries",
        verbose_name=_("client"),
    )
    note = models.TextField(_("note for the session"), max_length=1000, blank=True)
    message = models.TextField(_("message to the studio"), max_length=2000, blank=True)
    message_sent_at = models.DateTimeField(_("message sent"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=12, default="en")
    link_counter = models.PositiveIntegerField(_("links revoked"), default=0)
    created_at = models.DateTimeField(_("started"))
    updated_at = models.DateTimeField(_("last answer"))

    class Meta:
        verbose_name = _("enquiry")
        verbose_name_plural = _("enquiries")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["created_at"], name="enquiry_created")]

    def __str__(self) -> str:
        return str(_("Enquiry %(number)s") % {"number": self.pk})

    @property
    def all_answers(self) -> dict[str, Any]:
        """Every answer, care answers included: for the brief and for routing, not for pages."""
        return {**self.answers, **self.care}

    @cached_property
    def latest_booking(self) -> "Booking | None":
        """The last time that was taken for this enquiry; if any booking is live, it is this one.

        Read once for each enquiry read: a page asks it for several reasons.
        """
        # They are few; sorting them here spares each page the cost of a longer query.
        return max(self.bookings.order_by(), key=attrgetter("created_at", "pk"), default=None)


class BookingQuerySet(models.QuerySet["Booking"]):
    """Bookings by the moments of the trade; every moment in time is a parameter."""

    def live(self) -> "BookingQuerySet":
        """Those that were not given up."""
        return self.filter(state__in=LIVE)

    def holds(self, at: datetime) -> "BookingQuerySet":
        """Times that are still held at `at`."""
        return self.filter(state=BookingState.HELD, hold_expires_at__gt=at)

    def lapsed_holds(self, at: datetime) -> "BookingQuerySet":
        """Holds that had run out at `at` and still await being let go."""
        return self.filter(state=BookingState.HELD, hold_expires_at__lte=at)


class Booking(models.Model):
    """An enquiry's package at a time, with everything the sale was made on frozen beside it.

    Only :mod:`bookings.booking.lifecycle` assigns `state`; only :mod:`bookings.moments`
    calls it.
    """

    reference = models.CharField(_("reference"), max_length=12, unique=True, default=new_reference)
    uid = models.UUIDField(_("calendar identity"), unique=True, default=uuid.uuid4, editable=False)
    enquiry = models.ForeignKey(
        Enquiry, on_delete=models.PROTECT, related_name="bookings", verbose_name=_("enquiry")
    )
    client = models.ForeignKey(
        Client,
        on_delete=models.PROTECT,
        null=True,
        related_name="bookings",
        verbose_name=_("client"),
    )
    package = models.ForeignKey(
        Package, on_delete=models.PROTECT, related_name="bookings", verbose_name=_("package")
    )
    add_ons = models.ManyToManyField(
        AddOn, blank=True, related_name="bookings", verbose_name=_("add-ons")
    )
    place = models.ForeignKey(
        Place, on_delete=models.PROTECT, related_name="bookings", verbose_name=_("place")
    )
    room = models.ForeignKey(
        Room, on_delete=models.PROTECT, null=True, related_name="bookings", verbose_name=_("room")
    )
    photographer = models.ForeignKey(
        Photographer,
        on_delete=models.PROTECT,
        related_name="bookings",
        verbose_name=_("photographer"),
    )
    start = models.DateTimeField(_("start"))
    end = models.DateTimeField(_("end"))
    people = models.PositiveSmallIntegerField(_("people"), default=1)
    state = models.CharField(
        _("state"), max_length=12, choices=BookingState.choices, default=BookingState.HELD
    )
    hold_expires_at = models.DateTimeField(_("held until"), null=True)
    quote = models.JSONField(_("quote"))
    total_minor = models.PositiveIntegerField(_("total, in the smallest unit"))
    deposit_minor = models.PositiveIntegerField(_("deposit, in the smallest unit"))
    currency = models.CharField(_("currency"), max_length=3)
    policy = models.JSONField(_("policy"))
    package_as_sold = models.JSONField(_("package as sold"))
    answers_as_given = models.JSONField(_("questions and answers as given"), default=list)
    note = models.TextField(_("note from the client"), max_length=1000, blank=True)
    sequence = models.PositiveIntegerField(_("calendar sequence"), default=0)
    link_counter = models.PositiveIntegerField(_("links revoked"), default=0)
    source = models.CharField(
        _("came by"),
        max_length=12,
        choices=[("site", _("The site")), ("telephone", _("Telephone")), ("waiting", _("Waiting"))],
        default="site",
    )
    override_reason = models.CharField(_("why outside hours or notice"), max_length=500, blank=True)
    is_extended = models.BooleanField(_("hold extended"), default=False)
    moves = models.PositiveSmallIntegerField(_("times moved by the client"), default=0)
    is_care_move_used = models.BooleanField(
        _("free move for illness or access used"), default=False
    )
    fee_minor = models.PositiveIntegerField(
        _("due for cancelling or not coming, in the smallest unit"), default=0
    )
    language = models.CharField(_("language"), max_length=12, default="en")
    created_at = models.DateTimeField(_("held at"))
    confirmed_at = models.DateTimeField(_("confirmed at"), null=True)

    objects = BookingQuerySet.as_manager()

    class Meta:
        verbose_name = _("booking")
        verbose_name_plural = _("bookings")
        ordering = ["-start", "-pk"]
        constraints = [
            models.CheckConstraint(name="booking_end_after_start", condition=Q(end__gt=F("start"))),
            models.CheckConstraint(name="booking_has_people", condition=Q(people__gte=1)),
            models.CheckConstraint(
                name="booking_state_exists", condition=Q(state__in=BookingState.values)
            ),
            models.CheckConstraint(
                name="booking_deposit_within_total",
                condition=Q(deposit_minor__lte=F("total_minor")),
            ),
            models.CheckConstraint(
                name="booking_fee_within_total", condition=Q(fee_minor__lte=F("total_minor"))
            ),
            models.CheckConstraint(
                name="booking_hold_has_an_end",
                condition=~Q(state=BookingState.HELD) | Q(hold_expires_at__isnull=False),
            ),
            models.CheckConstraint(
                name="booking_confirmed_for_someone",
                condition=~Q(state__in=CONFIRMED_ONCE)
                | Q(confirmed_at__isnull=False, client__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["enquiry"], condition=Q(state__in=LIVE), name="booking_one_live_per_enquiry"
            ),
        ]
        indexes = [
            models.Index(fields=["start"], name="booking_start"),
            models.Index(fields=["state", "hold_expires_at"], name="booking_holds"),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def quote_as_sold(self) -> Quote:
        """The frozen quote."""
        return Quote.from_json(self.quote)

    @property
    def terms(self) -> Policy:
        """The frozen policy."""
        return Policy.from_json(self.policy)

    def is_held_at(self, at: datetime) -> bool:
        """Whether the time is still held at `at`: neither decided nor run out."""
        until = self.hold_expires_at
        return self.state == BookingState.HELD and until is not None and until > at


class BookingEvent(models.Model):
    """Who did what to a booking and when. Rows are only ever added."""

    class Kind(models.TextChoices):
        """What can happen to a booking."""

        HELD = "held", _("Time held")
        DETAILS = "details", _("Details given")
        CONFIRMED = "confirmed", _("Confirmed")
        RELEASED = "released", _("Hold let go")
        EXPIRED = "expired", _("Hold ran out")
        EXTENDED = "extended", _("Hold extended")
        MOVED = "moved", _("Moved")
        CANCELLED = "cancelled", _("Cancelled")
        COMPLETED = "completed", _("Completed")
        NO_SHOW = "no_show", _("Client did not come")
        DELIVERED = "delivered", _("Pictures delivered")
        OFFERED = "offered", _("Offered to somebody who waited")
        LINK = "link", _("Private link renewed")
        INVITED = "invited", _("People invited")
        SLOT = "slot", _("Slot chosen")
        UNINVITED = "uninvited", _("Person taken off the list")
        ATTENDANCE = "attendance", _("Attendance noted")
        ERASED = "erased", _("Client erased")
        UNDONE = "undone", _("Taken back")
        BRIEF = "brief", _("Brief composed")
        BRIEF_EDITED = "brief_edited", _("Brief edited")
        BRIEF_APPROVED = "brief_approved", _("Brief approved")
        ANSWERS = "answers", _("Answers changed")

    booking = models.ForeignKey(
        Booking, on_delete=models.CASCADE, related_name="events", verbose_name=_("booking")
    )
    at = models.DateTimeField(_("at"))
    kind = models.CharField(_("what"), max_length=16, choices=Kind.choices)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("staff"),
        help_text=_("Empty where the client or the clock did it."),
    )
    by = models.CharField(
        _("by"),
        max_length=8,
        choices=[("client", _("Client")), ("staff", _("Staff")), ("clock", _("The clock"))],
    )
    from_state = models.CharField(_("from"), max_length=12, blank=True)
    to_state = models.CharField(_("to"), max_length=12, blank=True)
    note = models.CharField(_("note"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["booking", "at"], name="event_booking_at")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.at:%Y-%m-%d %H:%M}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the event; an event that stands is never rewritten."""
        if self.pk is not None:
            raise TypeError("A BookingEvent is never changed")
        super().save(*args, **kwargs)


class Tick(models.Model):
    """A line of the client's plan that they ticked off; `item` is its slug."""

    booking = models.ForeignKey(
        Booking, on_delete=models.CASCADE, related_name="ticks", verbose_name=_("booking")
    )
    item = models.SlugField(_("line of the plan"), max_length=60)
    ticked_at = models.DateTimeField(_("ticked"))

    class Meta:
        verbose_name = _("tick")
        verbose_name_plural = _("ticks")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["booking", "item"], name="tick_once_an_item"),
        ]

    def __str__(self) -> str:
        return self.item
