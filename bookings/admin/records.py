"""Session records: what was really done, beside what was planned."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.forms import BaseInlineFormSet
from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from unfold.admin import TabularInline
from unfold.decorators import display
from unfold.widgets import UnfoldAdminIntegerFieldWidget, UnfoldAdminSelectWidget

from bookings.admin import permissions
from bookings.admin.clock import span
from bookings.admin.pages import KeptAdmin, cell, signed_in
from bookings.admin.papers import name_of
from bookings.records.models import Consent, Look, SessionRecord
from bookings.schedule.models import SENSOR_FORMAT_CHOICES
from bookings.wording import shown
from guidance.lighting import PATTERNS
from guidance.texts import Quantity, Unit, text

# Each field of the record, where the plan has its like, and the unit of that.
PLANNED = {
    "focal_length_mm": ("framing", "focal_mm", Unit.MILLIMETRE),
    "distance_mm": ("framing", "distance_mm", Unit.MILLIMETRE),
    "aperture": ("aperture", "f_number", Unit.F_NUMBER),
    "light_pattern": ("light", "pattern", None),
    "key_over_fill_stops": ("light", "key_over_fill_stops", Unit.STOP),
}


class SessionRecordForm(forms.ModelForm):
    """The record, each field with what was planned beside it."""

    sensor_format = forms.ChoiceField(
        label=_("Sensor format"),
        choices=[("", "–"), *SENSOR_FORMAT_CHOICES],
        required=False,
        widget=UnfoldAdminSelectWidget,
    )
    light_pattern = forms.ChoiceField(
        label=_("Light pattern"),
        choices=lambda: [("", "–"), *((key, shown(p.name)) for key, p in PATTERNS.items())],
        required=False,
        widget=UnfoldAdminSelectWidget,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (part, key, unit) in PLANNED.items():
            planned = self.instance.planned.get(part, {}).get(key)
            if name in self.fields and planned is not None:
                self.fields[name].help_text = _("Planned: %s") % _worded(planned, unit)

    def clean(self) -> dict[str, Any]:
        """Refuse more selects than frames, and an ISO of nothing."""
        cleaned = super().clean() or self.cleaned_data
        frames, selects = cleaned.get("frames_shot"), cleaned.get("selects")
        if frames is not None and selects is not None and selects > frames:
            self.add_error("selects", _("There can't be more selects than frames shot."))
        if cleaned.get("iso") == 0:
            self.add_error("iso", _("ISO starts at 1; leave it empty where it isn't known."))
        return cleaned


class OfTheRecord(TabularInline):
    """Lines of a record: whoever may edit the record may edit them."""

    extra = 0

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return _may_write(request, obj) and super().has_add_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return _may_write(request, obj) and super().has_change_permission(request, obj)


class LookForm(forms.ModelForm):
    """One look; they are counted from one."""

    number = forms.IntegerField(
        label=_("look"),
        min_value=1,
        max_value=99,
        widget=UnfoldAdminIntegerFieldWidget(attrs={"class": "desk-narrow"}),
    )


class LookInline(OfTheRecord):
    """The looks, in their order."""

    model = Look
    form = LookForm
    fields = ("number", "purpose", "outfit", "frames", "is_done")


class ConsentForm(forms.ModelForm):
    """One permission; a withdrawal can't come before it was given."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        given, withdrawn = cleaned.get("given_at"), cleaned.get("withdrawn_at")
        if given and withdrawn and withdrawn < given:
            self.add_error("withdrawn_at", _("It can't be withdrawn before it was given."))
        return cleaned


class ConsentInline(OfTheRecord):
    """Permissions about pictures; a withdrawn one stays, with its date."""

    model = Consent
    form = ConsentForm
    fields = ("scope", "given_by", "guardian_of", "given_at", "withdrawn_at", "signed")
    readonly_fields = ("signed",)

    @display(description=_("noted by"))
    def signed(self, consent: Consent) -> str:
        return name_of(consent.noted_by) if consent.noted_by else "–"


@admin.register(SessionRecord)
class SessionRecordAdmin(KeptAdmin):
    """Records, each photographer's own; started when a session is completed."""

    form = SessionRecordForm
    list_display = ("session", "sitter", "photographer", "frames_shot", "selects")
    list_filter = ("photographer",)
    search_fields = ("booking__reference", "booking__client__name")
    ordering = ("-booking__start",)
    readonly_fields = ("session", "sitter", "run_by")
    inlines = (LookInline, ConsentInline)
    show_full_result_count = False
    fieldsets = (
        (None, {"fields": ("session", "sitter", "run_by")}),
        (
            _("Camera"),
            {
                "fields": (
                    "camera",
                    "sensor_format",
                    "lens",
                    "focal_length_mm",
                    "distance_mm",
                    "aperture",
                    "shutter",
                    "iso",
                )
            },
        ),
        (_("Light"), {"fields": ("light_pattern", "key_over_fill_stops", "light_notes")}),
        (_("Frames"), {"fields": ("frames_shot", "selects", "notes")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[SessionRecord]:
        rows = (
            super()
            .get_queryset(request)
            .select_related(
                "booking__client", "booking__place", "booking__photographer", "photographer"
            )
        )
        return permissions.within_reach(request.user, rows, "booking__")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and _may_write(request, obj)

    def save_formset(
        self, request: HttpRequest, form: Any, formset: BaseInlineFormSet, change: Any
    ) -> None:
        """Save looks and consents; who notes a consent signs it."""
        for row in formset.save(commit=False):
            if isinstance(row, Consent) and row.noted_by_id is None:
                row.noted_by = signed_in(request)
            row.save()
        for row in formset.deleted_objects:
            row.delete()
        formset.save_m2m()

    @display(description=_("session"), ordering="booking__start")
    def session(self, record: SessionRecord) -> SafeString:
        booking = record.booking
        when = span(booking.start, booking.end, booking.place.zone)
        return cell("booking", reference=booking.reference, when=when)

    @display(description=_("photographer"))
    def run_by(self, record: SessionRecord) -> str:
        return str(record.photographer)

    @display(description=_("sitter"), ordering="booking__client__name")
    def sitter(self, record: SessionRecord) -> str:
        return str(record.booking.client or "")


def _may_write(request: HttpRequest, record: Any) -> bool:
    """Whether this person may write in this record: its own photographer, or the owner."""
    if record is None:
        return True
    return permissions.sees_answers(request.user, record.booking)


def _worded(planned: Any, unit: Unit | None) -> str:
    """What was planned: a light pattern by its name, a number with its unit and no idle zeros."""
    if unit is None:
        # A pattern that the knowledge has dropped since keeps the key it was planned by.
        return shown(PATTERNS[planned].name) if planned in PATTERNS else str(planned)
    return shown(text("{value}", value=Quantity(planned, unit, _decimals(planned))))


def _decimals(number: float) -> int:
    _whole, _point, fraction = f"{number:g}".partition(".")
    return len(fraction)
