"""What the client looks for: where, with whom, and which month, day or start."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bookings.booking.errors import PackageUnavailable
from bookings.booking.holding import people_for, wanted_for
from bookings.booking.links import enquiry_token
from bookings.booking.models import Booking, Enquiry
from bookings.schedule.availability import Wanted
from bookings.schedule.models import Photographer, Place
from bookings.schedule.rosters import Roster, rosters

MONTH = "%Y-%m"
DAY = "%Y-%m-%d"
# No studio's calendar leaves these years, and arithmetic near the ends of datetime overflows.
YEARS = range(2000, 2101)
LONGEST_INSTANT = 40


class InstantField(forms.CharField):
    """An instant as the page of times writes it: ISO 8601 with its offset. Its value is in UTC."""

    UNREADABLE = _("We couldn't read that time. Choose one below.")
    default_error_messages = {"invalid": UNREADABLE, "max_length": UNREADABLE}

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=LONGEST_INSTANT, **options)

    def clean(self, value: Any) -> datetime | None:
        written = super().clean(value)
        if not written:
            return None
        try:
            moment = datetime.fromisoformat(written)
        except ValueError as unreadable:
            raise forms.ValidationError(self.UNREADABLE, "invalid") from unreadable
        if moment.tzinfo is None or moment.year not in YEARS:
            raise forms.ValidationError(self.UNREADABLE, "invalid")
        return moment.astimezone(UTC)


def within_years(day: date) -> None:
    """Refuse years that no calendar here will ever show."""
    if day.year not in YEARS:
        raise forms.ValidationError(_("That is too far away. Choose a day below."), "too_far")


class PlaceForm(forms.Form):
    """Where; without a word the first place is meant."""

    def __init__(self, asked: Mapping[str, Any], places: Sequence[Place]) -> None:
        super().__init__(asked)
        unknown = _("We don't know that place. Choose one below.")
        self.fields["place"] = one_of(places, places[0], unknown)


class SearchForm(forms.Form):
    """With whom, and which month, day or start; without a word anyone, as soon as possible."""

    month = forms.DateField(
        required=False,
        input_formats=[MONTH],
        validators=[within_years],
        error_messages={"invalid": _("That month doesn't exist. Choose one below.")},
    )
    day = forms.DateField(
        required=False,
        input_formats=[DAY],
        validators=[within_years],
        error_messages={"invalid": _("That day doesn't exist. Choose one below.")},
    )
    start = InstantField(required=False)

    def __init__(self, asked: Mapping[str, Any], photographers: Sequence[Photographer]) -> None:
        super().__init__(asked)
        unknown = _("That photographer doesn't work here. Choose one below.")
        self.fields["with"] = one_of(photographers, None, unknown)


@dataclass(frozen=True, slots=True)
class Alternative:
    """A place or a photographer that can be asked for, and the page that does so."""

    name: str
    address: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Search:
    """What the client looks for, and where and with whom else they could look.

    `faults` say what of the request could not be read; its place was taken by the default.
    """

    token: str
    path: str
    places: tuple[Place, ...]
    roster: Roster
    wanted: Wanted
    month: date | None
    day: date | None
    start: datetime | None
    faults: tuple[str, ...]

    def address(self, **changes: str) -> str:
        """The page of times for this place and photographer, with `changes` to its query.

        A month or a day is named only where `changes` names one.
        """
        with_whom = self.wanted.photographer
        kept = {"place": self.wanted.place.slug, "with": with_whom.slug if with_whom else ""}
        query = urlencode({name: value for name, value in (kept | changes).items() if value})
        return f"{self.path}?{query}"

    @property
    def where(self) -> list[Alternative]:
        """The places to choose from; another place may have other photographers."""
        here = self.wanted.place
        return [
            Alternative(one.name, self.address(**{"place": one.slug, "with": ""}), one == here)
            for one in self.places
        ]

    @property
    def with_whom(self) -> list[Alternative]:
        """Anyone, or one of the photographers who work at the place."""
        asked_for = self.wanted.photographer
        anyone = Alternative(gettext("Anyone"), self.address(**{"with": ""}), asked_for is None)
        return [
            anyone,
            *(
                Alternative(one.name, self.address(**{"with": one.slug}), one == asked_for)
                for one in self.roster.photographers
            ),
        ]


def search(
    enquiry: Enquiry, asked: Mapping[str, Any], own_hold: Booking | None, now: datetime
) -> Search | None:
    """Read what was `asked`; None where the package is offered nowhere at present.

    What `own_hold` has taken counts as free. Raises PackageUnavailable, NothingRecommended.
    """
    known = rosters_for(enquiry, now)
    if not known:
        return None
    places = tuple(known)
    where = PlaceForm(asked, places)
    place = where.cleaned_data["place"] if where.is_valid() else places[0]
    anyone, roster = wanted_for(enquiry, place, own_hold=own_hold), known[place]
    what = SearchForm(asked, roster.photographers)
    what.is_valid()
    token = enquiry_token(enquiry)
    return Search(
        token=token,
        path=reverse("front:times", args=[token]),
        places=places,
        roster=roster,
        wanted=anyone.with_photographer(what.cleaned_data.get("with")),
        month=what.cleaned_data.get("month"),
        day=what.cleaned_data.get("day"),
        start=what.cleaned_data.get("start"),
        faults=tuple(fault for form in (where, what) for fault in faults_of(form)),
    )


def rosters_for(enquiry: Enquiry, now: datetime) -> dict[Place, Roster]:
    """The places where the chosen package can be had, each with its roster.

    Raises PackageUnavailable, NothingRecommended.
    """
    if enquiry.package is None:
        raise PackageUnavailable
    people = people_for(enquiry, enquiry.package)
    return rosters(enquiry.package, people, Place.objects.filter(is_active=True), now)


def faults_of(form: forms.Form) -> list[str]:
    """Everything that `form` could not read, in the order of its fields."""
    return [str(fault) for faults in form.errors.values() for fault in faults]


def one_of(
    offered: Sequence[Place] | Sequence[Photographer], default: Place | None, unknown: Any
) -> forms.TypedChoiceField:
    """A field that takes the slug of one of `offered` and gives that one, or `default`."""
    by_slug: dict[str, Place | Photographer] = {one.slug: one for one in offered}
    choices: Any = {
        "choices": [(slug, slug) for slug in by_slug],
        "coerce": by_slug.__getitem__,
        "empty_value": default,
    }
    return forms.TypedChoiceField(
        **choices, required=False, error_messages={"invalid_choice": unknown}
    )
