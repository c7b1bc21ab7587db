"""Calendars that follow: the addresses to subscribe to, and what is busy elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from unfold.admin import StackedInline
from unfold.decorators import display
from unfold.widgets import UnfoldAdminFileFieldWidget, UnfoldAdminTextInputWidget

from bookings import moments
from bookings.admin.clock import moment, span
from bookings.admin.pages import page_of, signed_in
from bookings.booking.models import Booking
from bookings.booking.states import BookingState
from bookings.notices.feeds import feed_path
from bookings.schedule import outside
from bookings.schedule.busy_times import without_words
from bookings.schedule.fetching import LARGEST_BYTES, SCHEMES, CannotRead
from bookings.schedule.models import Closure, OutsideCalendar, Photographer, Place, Room

STANDING = (BookingState.HELD, BookingState.CONFIRMED)


class CalendarAddressField(forms.URLField):
    """The address of a calendar; `webcal://`, which calendar programs write, is `https://`."""

    widget = UnfoldAdminTextInputWidget

    def to_python(self, value: Any) -> str:
        """The address with a scheme that can be asked. Raises ValidationError."""
        typed = str(value or "").strip()
        scheme, separator, rest = typed.partition("://")
        if separator and scheme.lower() in SCHEMES:
            typed = f"{SCHEMES[scheme.lower()]}://{rest}"
        elif separator:
            raise ValidationError(_("Begin with https://, http:// or webcal://."), code="scheme")
        return super().to_python(typed) or ""


class OutsideCalendarForm(forms.ModelForm):
    """A calendar kept elsewhere: the address it can be read from, or a file of it."""

    address = CalendarAddressField(
        label=gettext_lazy("Address"),
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text=gettext_lazy(
            "The private address in iCal format, from the settings of that calendar. "
            "It is read every quarter of an hour."
        ),
    )
    file = forms.FileField(
        label=gettext_lazy("Or a file"),
        required=False,
        widget=UnfoldAdminFileFieldWidget,
        help_text=gettext_lazy("An .ics file. Of its events only the times are kept."),
    )

    def clean_file(self) -> str:
        """The times of the uploaded file, nothing else of it. Raises ValidationError."""
        given: UploadedFile[Any] | None = self.cleaned_data["file"]
        if given is None:
            return ""
        if given.size is None or given.size > LARGEST_BYTES:
            raise ValidationError(_("The file is larger than 2 MB."), code="too_large")
        try:
            return without_words(given.read().decode(errors="replace"))
        except CannotRead as none:
            raise ValidationError(_("This file is no calendar."), code="no_calendar") from none

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        address, file = cleaned.get("address"), cleaned.get("file")
        if address and file:
            self.add_error("file", _("Give an address or a file, not both."))
        elif not (address or file or self.instance.content or self.errors):
            self.add_error("address", _("Give the calendar’s address, or a file of it."))
        return cleaned

    def save(self, commit: bool = True) -> OutsideCalendar:
        """Keep the calendar; another address or file is read anew."""
        calendar: OutsideCalendar = self.instance
        if {"address", "file"} & set(self.changed_data):
            calendar.content = self.cleaned_data["file"]
            calendar.etag, calendar.last_error, calendar.read_at = "", "", None
        super().save(commit)
        return calendar


class OutsideCalendarInline(StackedInline):
    """The photographer's calendars kept elsewhere. Who may only look sees no address."""

    model = OutsideCalendar
    form = OutsideCalendarForm
    fields = ("name", "address", "file", "is_active", "standing")
    readonly_fields = ("standing",)
    extra = 0

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Sequence[str]:
        if self.has_change_permission(request, obj):
            return self.fields
        return ("name", "is_active", "standing")

    @display(description=gettext_lazy("How it stands"))
    def standing(self, calendar: OutsideCalendar) -> str:
        zone = ZoneInfo(outside.zone_of(calendar.photographer)) if calendar.pk else None
        return standing(calendar, zone)


@dataclass(frozen=True, slots=True)
class FeedShown:
    """A calendar to subscribe to."""

    pk: int
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class OutsideShown:
    """A calendar kept elsewhere, and the sessions that stand where it says busy."""

    pk: int
    title: str
    standing: str
    is_failing: bool
    is_active: bool
    busy: str
    collisions: list[tuple[str, str]]


def standing(calendar: OutsideCalendar, zone: ZoneInfo | None) -> str:
    """In a sentence or two: when it was read, and what went wrong since."""
    if not calendar.is_active:
        return _("Not in use.")
    if calendar.read_at is None:
        return calendar.last_error or _("Not read yet; it will be within a quarter of an hour.")
    read = _("Last read %(when)s.") % {"when": moment(calendar.read_at, zone)}
    if not calendar.last_error:
        return read
    still = _("What was known then still counts.")
    return f"{calendar.last_error} {read} {still}"


def collisions(calendar: OutsideCalendar, now: datetime) -> QuerySet[Booking]:
    """Sessions still to come that stand at times when `calendar` says busy."""
    busy = Closure.objects.filter(
        outside=calendar, start__lt=OuterRef("end"), end__gt=OuterRef("start")
    )
    theirs = Booking.objects.filter(photographer=calendar.photographer_id, end__gt=now)
    standing_there = theirs.filter(Exists(busy), state__in=STANDING)
    return standing_there.select_related("place").order_by("start", "pk")


class DeedForm(forms.Form):
    """Which of the page's calendars gets another address, or is read now."""

    renew = forms.IntegerField(required=False)
    read = forms.IntegerField(required=False)


class CalendarPages:
    """The page about the calendars of one photographer, or of one place's rooms."""

    opts: Any
    admin_site: Any

    def get_urls(self) -> list[URLPattern]:
        """The page's address, before those of the subject."""
        view = self.admin_site.admin_view(self.calendars_view)
        name = f"bookings_{self.opts.model_name}_calendars"
        urls: list[URLPattern] = super().get_urls()  # type: ignore[misc]
        return [path("<int:pk>/calendars/", view, name=name), *urls]

    def calendars_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Shows the calendars (GET); renews an address or reads one now (POST)."""
        row = get_object_or_404(self.opts.model, pk=pk)
        if not self.may_see_calendars(request, row):
            raise PermissionDenied
        if request.method == "POST":
            return self._done(request, row)
        now = timezone.now()
        request.current_app = self.admin_site.name
        may_edit = request.user.has_perm(f"bookings.change_{self.opts.model_name}")
        # The trail above the page leads to lists and forms that not everybody may open.
        trail = {"opts": self.opts, "original": row} if may_edit else {}
        page = {
            **self.admin_site.each_context(request),
            **trail,
            "title": _("Calendars of %(name)s") % {"name": row},
            "feeds": [_feed_shown(subject) for subject in _subjects(row)],
            "outside": [_outside_shown(one, now) for one in _outside_of(row)],
            "is_person": isinstance(row, Photographer),
            "edit_page": page_of(row) if may_edit else "",
        }
        return TemplateResponse(request, "admin/desk/calendars.html", page)

    def may_see_calendars(self, request: HttpRequest, row: Photographer | Place) -> bool:
        """Whoever sets up the subject, and a photographer their own."""
        own = isinstance(row, Photographer) and row.user_id == signed_in(request).pk
        return own or signed_in(request).has_perm(f"bookings.change_{self.opts.model_name}")

    def _done(self, request: HttpRequest, row: Photographer | Place) -> HttpResponse:
        form = DeedForm(request.POST)
        asked = form.cleaned_data if form.is_valid() else {}
        subject = next((one for one in _subjects(row) if one.pk == asked.get("renew")), None)
        calendar = next((one for one in _outside_of(row) if one.pk == asked.get("read")), None)
        if subject is not None:
            moments.renew_feed(subject)
            messages.success(request, _("The old address leads nowhere now. Here is the new one."))
        elif calendar is not None:
            _say(request, moments.read_outside_calendar(calendar, timezone.now()))
        else:
            raise Http404
        return HttpResponseRedirect(calendars_page(row))


def calendars_page(row: Photographer | Place) -> str:
    """The path of the page about the calendars of `row`."""
    return reverse(f"admin:bookings_{row._meta.model_name}_calendars", args=[row.pk])


def calendars_link(row: Any) -> str:
    """The way from a form to the page about its calendars."""
    if row is None or row.pk is None:
        return _("Save first.")
    words = _("Addresses to subscribe to, and busy times from elsewhere")
    return format_html('<a class="underline" href="{}">{}</a>', calendars_page(row), words)


def own_calendars(request: HttpRequest) -> HttpResponse:
    """To the calendars of whoever asks; to the first page where they photograph nobody."""
    person = Photographer.objects.filter(user=signed_in(request).pk).first()
    return HttpResponseRedirect(calendars_page(person) if person else reverse("admin:index"))


def account_links(request: HttpRequest) -> list[dict[str, Any]]:
    """What the own menu of those who run sessions adds: their calendars.

    Whether there are any is asked when they go there: the menu is on every page.
    """
    if not request.user.has_perm("bookings.change_sessionrecord"):  # nobody, at the sign-in page
        return []
    return [{"title": _("My calendars"), "link": reverse("admin:bookings_photographer_own")}]


def _say(request: HttpRequest, calendar: OutsideCalendar) -> None:
    if calendar.last_error:
        messages.error(request, f"{calendar}: {calendar.last_error}")
    else:
        messages.success(request, _("%(name)s was read.") % {"name": calendar})


def _subjects(row: Photographer | Place) -> list[Photographer | Room]:
    if isinstance(row, Photographer):
        return [row]
    return list(row.rooms.select_related("place"))


def _outside_of(row: Photographer | Place) -> list[OutsideCalendar]:
    if isinstance(row, Place):
        return []
    return list(row.outside_calendars.select_related("photographer"))


def _feed_shown(subject: Photographer | Room) -> FeedShown:
    return FeedShown(subject.pk, subject.name, settings.SITE_URL + feed_path(subject))


def _outside_shown(calendar: OutsideCalendar, now: datetime) -> OutsideShown:
    zone = ZoneInfo(outside.zone_of(calendar.photographer))
    return OutsideShown(
        pk=calendar.pk,
        title=calendar.name,
        standing=standing(calendar, zone),
        is_failing=bool(calendar.last_error),
        is_active=calendar.is_active,
        busy=_busy(calendar, now),
        collisions=[
            (span(one.start, one.end, one.place.zone), page_of(one))
            for one in collisions(calendar, now)
        ],
    )


def _busy(calendar: OutsideCalendar, now: datetime) -> str:
    """How often the calendar is known to be busy; nothing where it was never read."""
    if calendar.read_at is None:
        return ""
    times = calendar.closures.filter(end__gt=now).count()
    if not times:
        return _("Never busy from now on.")
    words = ngettext("Busy once from now on.", "Busy %(count)d times from now on.", times)
    return words % {"count": times}
