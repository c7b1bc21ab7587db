"""What the desk asks on the telephone: who calls, what they want, when it may be."""

import re
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any, TypeVar

from django import forms
from django.conf import settings
from django.db.models import Q, Value
from django.db.models.functions import Replace
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bookings.admin.free_times import dressed
from bookings.booking.answering import Contact
from bookings.booking.models import Client
from bookings.catalogue import pricing
from bookings.catalogue.models import AddOn, Package, Studio
from bookings.catalogue.wording import extra_cost, price_from
from bookings.schedule.availability import Wanted
from bookings.schedule.models import Photographer, Place
from bookings.schedule.pictures import Picture
from bookings.wording import shown
from guidance.questionnaire import parse
from guidance.routing import recommend
from guidance.vocabulary import Format, Glasses, Use

NEW = "new"
FOUND_SHOWN = 8
FEWEST_DIGITS = 4

AnyForm = TypeVar("AnyForm", bound=forms.Form)


def typed_again(form: type[AnyForm], typed: Mapping[str, Any], *given: Any) -> AnyForm:
    """`form` with what was typed in it, not checked yet."""
    empty = form(None, *given)
    values = {
        name: field.widget.value_from_datadict(typed, {}, name)
        for name, field in empty.fields.items()
    }
    empty.initial = {name: value for name, value in values.items() if value is not None}
    return empty


class CallerForm(forms.Form):
    """Who is calling: somebody we know, found by name, e-mail or telephone, or somebody new."""

    search = forms.CharField(
        label=gettext_lazy("Name, e-mail or telephone"), required=False, max_length=120
    )
    client = forms.ChoiceField(
        label=gettext_lazy("The caller is"), widget=forms.RadioSelect, initial=NEW
    )
    name = forms.CharField(label=gettext_lazy("Name"), required=False, max_length=120)
    email = forms.EmailField(label=gettext_lazy("E-mail"), required=False)
    phone = forms.CharField(
        label=gettext_lazy("Telephone (optional)"),
        required=False,
        max_length=40,
        widget=forms.TextInput({"type": "tel"}),
    )

    def __init__(self, typed: Mapping[str, Any] | None, asked: Mapping[str, Any]) -> None:
        super().__init__(typed)
        self.found = _found(asked.get("search", ""), asked.get("client", ""))
        known = [(str(one.pk), _named(one)) for one in self.found]
        self.fields["client"].choices = [*known, (NEW, _("Somebody new"))]  # type: ignore[attr-defined]
        dressed(self)

    def clean(self) -> dict[str, Any]:
        """Somebody new says who they are and where the confirmation goes."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("client") == NEW:
            for name, fault in (
                ("name", _("Ask for the name.")),
                ("email", _("Ask for the e-mail: the confirmation goes there.")),
            ):
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, fault)
        return cleaned

    @property
    def caller(self) -> Client | Contact:
        """The client who was ticked, or the contact that was typed."""
        given = self.cleaned_data
        if given["client"] == NEW:
            return Contact(" ".join(given["name"].split()), given["email"], given["phone"])
        return next(one for one in self.found if str(one.pk) == given["client"])

    @property
    def language(self) -> str:
        """The client's language where they are known, else the house's."""
        caller = self.caller
        return caller.language if isinstance(caller, Client) else settings.LANGUAGE_CODE


class PackageField(forms.ModelChoiceField):
    """Packages to choose from, each with its price."""

    currency = ""

    def label_from_instance(self, obj: Package) -> str:
        return f"{obj}, {price_from(obj, self.currency)}"


class AddOnsField(forms.ModelMultipleChoiceField):
    """Add-ons to tick, each with what it costs."""

    currency = ""

    def label_from_instance(self, obj: AddOn) -> str:
        return f"{obj}: {extra_cost(obj, self.currency)}"


class SessionForm(forms.Form):
    """What is booked, and the few answers that the brief can't do without."""

    package = PackageField(
        Package.objects.none(), label=gettext_lazy("Package"), empty_label=gettext_lazy("Choose")
    )
    people = forms.IntegerField(
        label=gettext_lazy("How many people"), min_value=1, max_value=500, initial=1
    )
    add_ons = AddOnsField(
        AddOn.objects.none(),
        label=gettext_lazy("Add-ons"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    use = forms.ChoiceField(label=gettext_lazy("Mainly for (optional)"), required=False)
    glasses = forms.ChoiceField(label=gettext_lazy("Wears glasses? (optional)"), required=False)
    note = forms.CharField(
        label=gettext_lazy("Note for the session (optional)"),
        required=False,
        max_length=1000,
        widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("The photographer reads it; the client sees it on their page."),
    )

    def __init__(self, typed: Mapping[str, Any] | None = None) -> None:
        super().__init__(typed)
        currency = Studio.objects.get().currency
        package, add_ons = self.fields["package"], self.fields["add_ons"]
        if isinstance(package, PackageField) and isinstance(add_ons, AddOnsField):
            package.queryset, package.currency = Package.objects.on_offer(), currency
            add_ons.queryset, add_ons.currency = AddOn.objects.filter(is_active=True), currency
        for name, terms in (("use", Use), ("glasses", Glasses)):
            worded = [(term.value, shown(term.label)) for term in terms]
            self.fields[name].choices = [("", _("Not asked")), *worded]  # type: ignore[attr-defined]
        dressed(self)

    def clean(self) -> dict[str, Any]:
        """Refuse people whom the package can't take, and add-ons that it is not offered with."""
        cleaned = super().clean() or self.cleaned_data
        package, people = cleaned.get("package"), cleaned.get("people")
        if package is None:
            return cleaned
        if people is not None and not package.min_people <= people <= package.max_people:
            self.add_error(
                "people",
                _("This package is for %(least)d to %(most)d people.")
                % {"least": package.min_people, "most": package.max_people}
                if package.max_people > 1
                else _("This package is for one person."),
            )
        offered = set(package.add_ons.all())
        if others := [str(one) for one in cleaned.get("add_ons", ()) if one not in offered]:
            names = {"names": ", ".join(others), "package": package}
            self.add_error("add_ons", _("Not offered with %(package)s: %(names)s.") % names)
        return cleaned

    @property
    def answers(self) -> dict[str, Any]:
        """What was asked, in the vocabulary of the questionnaire."""
        given = self.cleaned_data
        answers: dict[str, Any] = {}
        if given["use"]:
            answers["uses"] = [given["use"]]
        if given["glasses"]:
            answers["glasses"] = given["glasses"]
        if given["package"].format != Format.SINGLE:
            together = given["package"].format == Format.GROUP
            answers["people_total"] = given["people"]
            answers["people_in_frame"] = given["people"] if together else 1
        return answers

    def wanted(self, place: Place, photographer: Photographer | None) -> Wanted:
        """What is to be placed in time, as the moment will want it."""
        given, studio = self.cleaned_data, Studio.objects.get()
        answers = parse(self.answers)
        package, people = given["package"], given["people"]
        return Wanted(
            package=package,
            place=place,
            people=people,
            minutes=pricing.duration_minutes(package, people, given["add_ons"]),
            notice=timedelta(hours=studio.notice_hours),
            horizon_days=studio.horizon_days,
            photographer=photographer,
            picture=Picture(answers, recommend(answers)),
        )


def _found(typed: str, chosen: str) -> list[Client]:
    """Clients whom the search means, after the one who was ticked before."""
    known = Client.objects.filter(erased_at=None).annotate(digits=_DIGITS).order_by("name", "pk")
    ticked: list[Client] = (
        [*known.filter(pk=chosen)] if re.fullmatch(r"[0-9]{1,18}", chosen) else []
    )
    words, digits = typed.strip(), re.sub(r"\D", "", typed).lstrip("0")
    if not words or "\0" in words:
        return ticked
    meant = Q(name__icontains=words) | Q(email__icontains=words)
    if len(digits) >= FEWEST_DIGITS:
        meant |= Q(digits__contains=digits)
    found: Iterable[Client] = known.filter(meant)[:FOUND_SHOWN]
    return [*ticked, *(one for one in found if one not in ticked)]


def _named(client: Client) -> str:
    return ", ".join(part for part in (client.name, client.email, client.phone) if part)


_DIGITS: Any = "phone"
for _mark in " -()/.":
    _DIGITS = Replace(_DIGITS, Value(_mark), Value(""))
