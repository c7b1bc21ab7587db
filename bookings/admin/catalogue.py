"""What is sold: packages and add-ons."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.db.models import Subquery, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget

from bookings.admin.advice import style_in_words
from bookings.admin.fields import MoneyField, TickedField, at_least
from bookings.admin.pages import KeptAdmin
from bookings.admin.pictures import PicturedAdmin, PictureField
from bookings.catalogue.models import LONGEST_SESSION_MINUTES, AddOn, Package, Studio
from bookings.catalogue.pictures import COVER
from bookings.schedule.models import Photographer
from bookings.schedule.rosters import photographers_offering, rooms_for
from bookings.wording import money, shown
from guidance.vocabulary import STYLES, Format

# The studio's currency, in which every price is typed and shown.
CURRENCY = Coalesce(Subquery(Studio.objects.values("currency")[:1]), Value("EUR"))


class PricedForm(forms.ModelForm):
    """A form with amounts in the studio's currency."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        amounts = [field for field in self.fields.values() if isinstance(field, MoneyField)]
        studio = Studio.objects.only("currency").first() if amounts else None
        for field in amounts:
            field.in_currency(studio.currency if studio else "EUR")

    def clean_price_minor(self) -> int:
        price: int = self.cleaned_data["price_minor"]
        if price == 0:
            raise ValidationError(_("The price must be more than nothing."), code="free")
        return price


def within_half_a_day(form: forms.BaseForm, name: str) -> None:
    """No session is longer, so no field may ask for more minutes."""
    if name in form.fields:
        form.fields[name].validators.append(MaxValueValidator(LONGEST_SESSION_MINUTES))


class PackageForm(PricedForm):
    """A package; what the database would refuse is said in words beside the field."""

    price_minor = MoneyField(label=_("Price"))
    price_per_extra_person_minor = MoneyField(label=_("Price for each further person"), initial=0)
    styles = TickedField(
        label=_("Styles"),
        choices=lambda: [
            (shown(kind.label), [(style.value, shown(style.label)) for style in styles])
            for kind, styles in STYLES.items()
        ],
        help_text=_("Which recommendations this package answers."),
    )
    photographers = forms.ModelMultipleChoiceField(
        Photographer.objects.all(),
        label=_("Photographers"),
        required=False,
        widget=UnfoldAdminCheckboxSelectMultipleWidget,
        help_text=_("Who offers this package."),
    )
    cover = PictureField(
        label=_("Cover picture"),
        help_text=_(
            "JPEG, PNG, WebP or AVIF, at most 25 MB and 40 megapixels; cards show its middle as a "
            "square. Where and with what it was taken is not published. Empty for the drawn figure."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "photographers" in self.fields:
            self.initial["photographers"] = self.instance.photographers.all()
        at_least(self, duration_minutes=1, looks=1, min_people=1, max_people=1)
        within_half_a_day(self, "duration_minutes")

    def clean(self) -> dict[str, Any]:
        """Refuse a cover without words, and numbers of people that contradict each other or the
        format.
        """
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("cover") and not cleaned.get("cover_words") and "cover_words" in cleaned:
            self.add_error("cover_words", _("Say in a sentence what the picture shows."))
        least, most = cleaned.get("min_people"), cleaned.get("max_people")
        if least is None or most is None:
            return cleaned
        if most < least:
            self.add_error("max_people", _("This is fewer than “people, at least”."))
        elif cleaned.get("format") == Format.SINGLE and most > 1:
            self.add_error("max_people", _("A package for one person takes one person."))
        elif cleaned.get("format") in (Format.SERIES, Format.GROUP) and most < 2:
            self.add_error("max_people", _("A package for several people takes at least two."))
        return cleaned


def why_unbookable(package: Package) -> Iterator[str]:
    """What keeps clients from booking `package`, a sentence for each reason."""
    if not photographers_offering(package).exists():
        yield gettext("Clients don't see this package yet: no active photographer offers it.")
    if not (package.on_location or rooms_for(package, package.min_people).exists()):
        yield gettext(
            "Clients find no times for this package yet: no room in use is long and large enough."
        )


@admin.register(Package)
class PackageAdmin(PicturedAdmin):
    """Packages: taken off offer, never deleted."""

    form = PackageForm
    pictures = {"cover": COVER}
    list_display = ("name", "kind", "styles_in_words", "format", "minutes", "price", "is_active")
    list_filter = ("is_active", "kind", "format")
    search_fields = ("name", "summary")
    prepopulated_fields = {"slug": ("name",)}
    annotations = {"currency": CURRENCY}
    fieldsets = (
        (None, {"fields": ("name", "slug", "summary", "description", "is_active", "position")}),
        (_("Its picture"), {"fields": ("cover", "cover_words")}),
        (_("What it answers"), {"fields": ("kind", "styles", "also_kind", "on_location")}),
        (_("Who offers it"), {"fields": ("photographers",)}),
        (
            _("People and price"),
            {
                "fields": (
                    "format",
                    "min_people",
                    "max_people",
                    "price_minor",
                    "price_per_extra_person_minor",
                )
            },
        ),
        (
            _("The session"),
            {
                "fields": (
                    "duration_minutes",
                    "minutes_per_extra_person",
                    "looks",
                    "finals",
                    "finals_are_per_person",
                    "buffer_before_minutes",
                    "buffer_after_minutes",
                    "min_room_length_m",
                )
            },
        ),
    )

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """The photographers too; of a package on offer that nobody can book yet, say why."""
        super().save_related(request, form, formsets, change)
        package = form.instance
        package.photographers.set(form.cleaned_data["photographers"])
        for reason in why_unbookable(package) if package.is_active else ():
            messages.warning(request, reason)

    @display(description=_("styles"))
    def styles_in_words(self, package: Package) -> str:
        return ", ".join(style_in_words(value) for value in package.styles)

    @display(description=_("minutes"), ordering="duration_minutes")
    def minutes(self, package: Package) -> str:
        return str(package.duration_minutes)

    @display(description=_("price"), ordering="price_minor")
    def price(self, package: Any) -> str:
        return money(package.price_minor, package.currency)


class AddOnForm(PricedForm):
    """An add-on with its packages to tick."""

    price_minor = MoneyField(label=_("Price"))

    class Meta:
        widgets = {"packages": UnfoldAdminCheckboxSelectMultipleWidget}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        within_half_a_day(self, "extra_minutes")


@admin.register(AddOn)
class AddOnAdmin(KeptAdmin):
    """Add-ons: taken off offer, never deleted."""

    form = AddOnForm
    list_display = ("name", "price", "extra_minutes", "is_active")
    list_filter = ("is_active",)
    search_fields = ("name", "summary")
    prepopulated_fields = {"slug": ("name",)}
    annotations = {"currency": CURRENCY}
    fieldsets = (
        (None, {"fields": ("name", "slug", "summary", "is_active", "position")}),
        (
            _("What it adds"),
            {
                "fields": (
                    "price_minor",
                    "is_per_person",
                    "extra_minutes",
                    "extra_looks",
                    "includes_make_up",
                )
            },
        ),
        (_("Offered with"), {"fields": ("packages",)}),
    )

    @display(description=_("price"), ordering="price_minor")
    def price(self, add_on: Any) -> str:
        amount = money(add_on.price_minor, add_on.currency)
        return gettext("%(amount)s each") % {"amount": amount} if add_on.is_per_person else amount
