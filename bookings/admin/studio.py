"""The studio itself: its name and looks, and the rules that bookings are made under."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.text import get_text_list
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from unfold.admin import TabularInline
from unfold.decorators import display

from bookings.admin import accents
from bookings.admin.fields import DaysField, at_least
from bookings.admin.pages import page_of
from bookings.admin.pictures import PicturedAdmin, PictureField
from bookings.booking.snapshots import policy_of
from bookings.catalogue.models import FeeTier, Studio
from bookings.catalogue.pictures import LOGO
from bookings.wording import shown
from guidance.questionnaire import BY_SLUG


class StudioForm(forms.ModelForm):
    """The studio's rules, within what the database takes."""

    reminder_days = DaysField(
        label=_("Reminders, days before the session"),
        required=False,
        help_text=_("One letter for each number: 7, 2. None leaves them out."),
    )
    logo = PictureField(
        label=_("Logo"),
        help_text=_(
            "In place of the name at the head of the site, at most 240 pixels high: a PNG or WebP "
            "file, dark, without a ground of its own. Empty for the name beside Catchlight’s mark."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        at_least(self, horizon_days=1)

    def clean_accent(self) -> str:
        """The colour in small letters, as every page writes it."""
        accent: str = self.cleaned_data["accent"]
        return accent.lower()


class FeeTierFormSet(BaseInlineFormSet):
    """The fees beside the studio as it is typed: a deposit raised above one of them is refused."""

    def _construct_form(self, i: int, **kwargs: Any) -> forms.ModelForm:
        form: forms.ModelForm = super()._construct_form(i, **kwargs)  # type: ignore[misc]
        form.instance.studio = self.instance
        return form


class FeeTierInline(TabularInline):
    """What late cancellations cost beyond the deposit, from so many hours on."""

    model = FeeTier
    formset = FeeTierFormSet
    fields = ("hours_before", "percent")
    extra = 0
    verbose_name_plural = _("Fees of late cancellations, where they are more than the deposit")


@admin.register(Studio)
class StudioAdmin(PicturedAdmin):
    """The one studio: its name and its rules, each with the sentence that clients read."""

    form = StudioForm
    inlines = (FeeTierInline,)
    pictures = {"logo": LOGO}
    readonly_fields = (
        "accent_in_colours",
        "policy_in_words",
        "reminders_in_words",
        "offers_in_words",
        "retention_in_words",
    )
    fieldsets = (
        (None, {"fields": ("name", "tagline", "email", "phone", "currency")}),
        (_("How the site looks"), {"fields": ("logo", "accent", "accent_in_colours")}),
        (_("When clients can book"), {"fields": ("hold_minutes", "notice_hours", "horizon_days")}),
        (
            _("The terms of a booking"),
            {
                "fields": (
                    "deposit_percent",
                    "free_change_hours",
                    "most_moves",
                    "late_arrival_minutes",
                    "policy_in_words",
                ),
                "description": _(
                    "A change counts for new bookings. Bookings that were made keep their terms."
                ),
            },
        ),
        (
            _("Letters and the waiting list"),
            {
                "fields": (
                    "reminder_days",
                    "reminders_in_words",
                    "offer_hours",
                    "offers_in_words",
                )
            },
        ),
        (
            _("What is forgotten"),
            {"fields": ("care_retention_days", "retention_in_words")},
        ),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not Studio.objects.exists()

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """There is one studio, so its list is its page."""
        studio = Studio.objects.first()
        if studio is not None and self.has_view_permission(request, studio):
            return redirect(page_of(studio))
        page: HttpResponse = super().changelist_view(request, extra_context)
        return page

    def save_model(self, request: HttpRequest, obj: Studio, form: Any, change: Any) -> None:
        obj.pk = 1
        super().save_model(request, obj, form, change)
        if obj.accent and "accent" in form.changed_data:
            messages.info(request, " ".join(accents.corrections(obj.accent)))

    @display(description=_("As clients see it"))
    def accent_in_colours(self, studio: Studio) -> SafeString:
        return accents.preview(studio.accent)

    @display(description=_("As clients read it"))
    def policy_in_words(self, studio: Studio) -> SafeString:
        sentences = policy_of(studio).sentences()
        return format_html_join(
            "", '<p class="desk-sentence">{}</p>', ((shown(s),) for s in sentences)
        )

    @display(description=_("As clients meet it"))
    def reminders_in_words(self, studio: Studio) -> str:
        days = studio.reminder_days
        if not days:
            return gettext("No reminder is sent; the confirmation says when and where.")
        words = [ngettext("%(n)d day", "%(n)d days", n) % {"n": n} for n in days]
        return gettext(
            "A reminder comes %(days)s before the session, never for a time that was moved."
        ) % {"days": get_text_list(words, gettext("and"))}

    @display(description=_("As clients meet it"))
    def offers_in_words(self, studio: Studio) -> str:
        hours = studio.offer_hours
        return ngettext(
            "“We hold it for you until …”: %(n)d hour after it was offered, until nine where that "
            "is at night, and an hour before the session at the latest. After that it goes to "
            "whoever waits next.",
            "“We hold it for you until …”: %(n)d hours after it was offered, until nine where that "
            "is at night, and an hour before the session at the latest. After that it goes to "
            "whoever waits next.",
            hours,
        ) % {"n": hours}

    @display(description=_("As clients meet it"))
    def retention_in_words(self, studio: Studio) -> str:
        days = studio.care_retention_days
        promise = BY_SLUG["comfort"].help
        kept = ngettext(
            "That is %(n)d day after it, or after the last answer where no session came.",
            "That is %(n)d days after it, or after the last answer where no session came.",
            days,
        ) % {"n": days}
        return f"“{shown(promise)}” {kept}" if promise else kept
