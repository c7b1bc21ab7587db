"""Where and by whom: places with their rooms, photographers with their hours, closures."""

from collections.abc import Iterable
from datetime import time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.contrib import admin, messages
from django.db.models import Count, Q, QuerySet, TimeField
from django.forms.models import ModelChoiceIterator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from unfold.admin import TabularInline
from unfold.decorators import display
from unfold.forms import PaginationInlineFormSet
from unfold.widgets import (
    UnfoldAdminCheckboxSelectMultipleWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminSingleTimeWidget,
    UnfoldAdminSplitDateTimeWidget,
)

from bookings import moments
from bookings.admin import permissions
from bookings.admin.calendars import (
    CalendarPages,
    OutsideCalendarInline,
    calendars_link,
    own_calendars,
)
from bookings.admin.clock import span
from bookings.admin.closed_over import closed_over
from bookings.admin.fields import FocalLengthsField, at_least
from bookings.admin.pages import DeskAdmin, KeptAdmin, page_of, signed_in
from bookings.schedule.models import Closure, OpeningHours, Photographer, Place, Room


class RoomForm(forms.ModelForm):
    """A room that takes somebody."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        at_least(self, max_people=1)


class RoomInline(TabularInline):
    """A place's rooms; one that is no longer used is taken out of use, not deleted."""

    model = Room
    form = RoomForm
    fields = ("name", "length_m", "width_m", "height_m", "max_people", "is_active")
    extra = 0
    can_delete = False


@admin.register(Place)
class PlaceAdmin(CalendarPages, KeptAdmin):
    """Places and their rooms."""

    list_display = ("name", "time_zone", "rooms_in_use", "is_step_free", "is_active")
    search_fields = ("name", "address")
    prepopulated_fields = {"slug": ("name",)}
    inlines = (RoomInline,)
    annotations = {"rooms_in_use": Count("rooms", filter=Q(rooms__is_active=True))}
    fieldsets = (
        (None, {"fields": ("name", "slug", "is_active", "position")}),
        (_("How to get there"), {"fields": ("address", "directions", "is_step_free")}),
        (_("The clock"), {"fields": ("time_zone", "raster_minutes")}),
        (_("The rooms’ calendars"), {"fields": ("calendars",)}),
    )
    readonly_fields = ("calendars",)
    reading_fieldsets = fieldsets[:-1]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """The rooms’ calendars have addresses that only who sets up the place may see."""
        if obj is None or not self.has_change_permission(request, obj):
            return self.reading_fieldsets
        return super().get_fieldsets(request, obj)

    @display(description=_("calendars"))
    def calendars(self, place: Place) -> str:
        return calendars_link(place)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: Any) -> None:
        """The rooms are saved too: briefs that were composed for them follow."""
        super().save_related(request, form, formsets, change)
        place, now = form.instance, timezone.now()
        moments.refresh_briefs(now, place=place, actor=signed_in(request))

    @display(description=_("rooms in use"), ordering="rooms_in_use")
    def rooms_in_use(self, place: Any) -> int:
        count: int = place.rooms_in_use
        return count


class PhotographerForm(forms.ModelForm):
    """A photographer with lenses to type and packages to tick."""

    focal_lengths_mm = FocalLengthsField(
        label=_("Focal lengths, mm"), help_text=_("The lenses in the bag: 35, 50, 85, 105.")
    )

    class Meta:
        widgets = {"packages": UnfoldAdminCheckboxSelectMultipleWidget}


class OpeningHoursForm(forms.ModelForm):
    """One span of working hours; an end before its start is refused beside the field."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        opens, closes = cleaned.get("opens"), cleaned.get("closes")
        if opens and closes is not None and closes <= opens and (closes.hour or closes.minute):
            self.add_error("closes", _("The end must be after the start; 00:00 is midnight."))
        return cleaned


class OpeningHoursFormSet(PaginationInlineFormSet):
    """A week of hours; two spans of one day that are typed together must not overlap either."""

    places: list[Any] | None = None

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        """Each row's own field would ask the database for the places anew."""
        super().add_fields(form, index)
        place = form.fields.get("place")
        if isinstance(place, forms.ModelChoiceField):
            self.places = self.places or list(ModelChoiceIterator(place))
            place.choices = self.places

    def clean(self) -> None:
        super().clean()
        spans: dict[int, list[tuple[time, time]]] = {}
        for form in self.forms:
            typed = getattr(form, "cleaned_data", {})
            if typed.get("DELETE") or not {"weekday", "opens", "closes"} <= typed.keys():
                continue
            opens, closes = typed["opens"], typed["closes"]
            if closes == time(0):
                closes = time.max
            day = spans.setdefault(typed["weekday"], [])
            if any(opens < other_closes and other < closes for other, other_closes in day):
                form.add_error("opens", _("These hours overlap others of the same day."))
            day.append((opens, closes))


class OpeningHoursInline(TabularInline):
    """When the photographer works each week, on each place's wall clock."""

    model = OpeningHours
    form = OpeningHoursForm
    formset = OpeningHoursFormSet
    fields = ("place", "weekday", "opens", "closes")
    extra = 0
    formfield_overrides = {TimeField: {"widget": UnfoldAdminSingleTimeWidget(format="%H:%M")}}


@admin.register(Photographer)
class PhotographerAdmin(CalendarPages, KeptAdmin):
    """Photographers: their kit, packages and hours."""

    form = PhotographerForm
    list_display = ("name", "sensor_format", "lenses", "packages_offered", "is_active")
    search_fields = ("name", "user__username")
    prepopulated_fields = {"slug": ("name",)}
    inlines = (OpeningHoursInline, OutsideCalendarInline)
    annotations = {"packages_offered": Count("packages")}
    fieldsets = (
        (None, {"fields": ("name", "slug", "user", "about", "is_active", "position")}),
        (
            _("The kit"),
            {
                "fields": ("sensor_format", "long_side_px", "focal_lengths_mm"),
                "description": _("Briefs of coming sessions follow the kit."),
            },
        ),
        (_("Takes"), {"fields": ("packages", "most_sessions_a_day")}),
        (_("Calendars"), {"fields": ("calendars",)}),
    )
    readonly_fields = ("lenses", "calendars")
    reading_fieldsets = (
        (None, {"fields": ("name", "about", "is_active")}),
        (_("The kit"), {"fields": ("sensor_format", "long_side_px", "lenses")}),
        (_("Takes"), {"fields": ("packages",)}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Photographer]:
        """Who photographs finds their own kit here, and nobody else's."""
        rows, user = super().get_queryset(request), signed_in(request)
        return rows if permissions.works_for_all(user) else rows.filter(user=user)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        may = super().has_view_permission(request, obj)
        return may and (obj is None or permissions.sees_kit(request.user, obj))

    def get_urls(self) -> list[URLPattern]:
        calendars = self.admin_site.admin_view(own_calendars)
        kit = self.admin_site.admin_view(own_kit)
        return [
            path("calendars/", calendars, name="bookings_photographer_own"),
            path("kit/", kit, name="bookings_photographer_kit"),
            *super().get_urls(),
        ]

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Who may only read sees no account, and the lenses in words."""
        if obj is not None and not self.has_change_permission(request, obj):
            return self.reading_fieldsets
        return super().get_fieldsets(request, obj)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: Any) -> None:
        """Briefs that were composed for the kit follow it; so does what is busy elsewhere."""
        super().save_related(request, form, formsets, change)
        person, now = form.instance, timezone.now()
        moments.let_go_unused_calendars(person)
        moments.refresh_briefs(now, photographer=person, actor=signed_in(request))

    @display(description=_("calendars"))
    def calendars(self, photographer: Photographer) -> str:
        return calendars_link(photographer)

    @display(description=_("lenses"))
    def lenses(self, photographer: Photographer) -> str:
        return ", ".join(f"{mm} mm" for mm in photographer.focal_lengths_mm)

    @display(description=_("packages"), ordering="packages_offered")
    def packages_offered(self, photographer: Any) -> int:
        count: int = photographer.packages_offered
        return count


def own_kit(request: HttpRequest) -> HttpResponse:
    """To the kit of whoever asks; to the first page where they photograph nobody."""
    person = Photographer.objects.filter(user=signed_in(request).pk).first()
    return redirect(page_of(person) if person else "admin:index")


class ClosureForm(forms.ModelForm):
    """A closure, its times typed on the wall clock of one of the places."""

    clock = forms.ChoiceField(label=_("Times are those of"), widget=UnfoldAdminSelectWidget)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        zones = Place.objects.order_by("position", "pk").values_list("time_zone", flat=True)
        self.zones = list(dict.fromkeys(zones)) or [timezone.get_current_timezone_name()]
        if not {"clock", "start", "end"} <= self.fields.keys():  # it is only looked at
            return
        _choose(self.fields["clock"], self.zones)
        self.initial["clock"] = _zone_of(self.instance) or self.zones[0]
        for name in ("start", "end"):
            _without_seconds(self.fields[name])
            if at := getattr(self.instance, name):
                # Without a zone the widget shows the wall-clock time as it is.
                wall = at.astimezone(ZoneInfo(self.initial["clock"])).replace(tzinfo=None)
                self.initial[name] = wall

    def full_clean(self) -> None:
        """Read the times on the clock that was chosen; an unknown clock is refused by its field."""
        chosen = self.data.get(self.add_prefix("clock"))
        with timezone.override(ZoneInfo(chosen if chosen in self.zones else self.zones[0])):
            super().full_clean()


@admin.register(Closure)
class ClosureAdmin(DeskAdmin):
    """When someone or something is away, or open all the same.

    What an outside calendar closed is changed there: here it would be back at the next reading.
    """

    form = ClosureForm
    list_display = ("subject", "kind", "when", "reason", "origin")
    list_filter = ("kind", "photographer", "place")
    list_select_related = ("place", "room__place", "photographer", "outside")
    fieldsets = (
        (None, {"fields": ("kind", "place", "room", "photographer", "reason")}),
        (_("From and until"), {"fields": ("clock", "start", "end")}),
    )

    change_form_outer_before_template = "admin/desk/partials/closed_over.html"

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and not _is_from_outside(obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_delete_permission(request, obj) and not _is_from_outside(obj)

    def render_change_form(self, request: HttpRequest, context: Any, **kwargs: Any) -> Any:
        """The closure's page, with the sessions that it lies over."""
        closure = kwargs.get("obj")
        if closure is not None:
            context["closed_over"] = closed_over(closure, signed_in(request), timezone.now())
        return super().render_change_form(request, context, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        """It is saved all the same; what it lies over is said, since nothing else moves it."""
        super().save_model(request, obj, form, change)
        if over := closed_over(obj, signed_in(request), timezone.now()):
            messages.warning(request, over.as_message)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """A closure from outside has no clock to type its times on, but an origin."""
        if _is_from_outside(obj):
            return ((None, {"fields": ("photographer", "when", "origin")}),)
        return super().get_fieldsets(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ("when", "origin") if _is_from_outside(obj) else ()

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "room":
            kwargs["queryset"] = Room.objects.select_related("place")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    @display(description=_("who or what"))
    def subject(self, closure: Closure) -> str:
        named = (closure.photographer, closure.room, closure.place)
        return ", ".join(str(part) for part in named if part is not None)

    @display(description=_("written by"), ordering="outside")
    def origin(self, closure: Closure) -> str:
        if closure.outside is None:
            return str(_("Staff"))
        return str(_("Outside calendar “%(name)s”") % {"name": closure.outside})

    @display(description=_("when"), ordering="start")
    def when(self, closure: Closure) -> str:
        zone = _zone_of(closure)
        return span(closure.start, closure.end, ZoneInfo(zone) if zone else None)


def _is_from_outside(closure: Any) -> bool:
    return closure is not None and closure.outside_id is not None


def _choose(field: forms.Field, zones: Iterable[str]) -> None:
    if isinstance(field, forms.ChoiceField):
        field.choices = [(zone, zone.replace("_", " ")) for zone in zones]


def _without_seconds(field: forms.Field) -> None:
    if isinstance(field.widget, UnfoldAdminSplitDateTimeWidget):
        _date, time_of_day = field.widget.widgets
        time_of_day.format = "%H:%M"


def _zone_of(closure: Closure) -> str | None:
    """The wall clock that a closure goes by; none for a photographer's, who works at several."""
    place = closure.place or (closure.room and closure.room.place)
    return place.time_zone if place else None
