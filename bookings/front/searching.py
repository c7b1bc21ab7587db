"""What the client looks for: where, with whom, and which month, day or start."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bookings.booking.errors import PackageUnavailable
from bookings.booking.holding import people_for, picture_of, wanted_for
from bookings.booking.links import booking_token, enquiry_token
from bookings.booking.models import Booking, Enquiry
from bookings.booking.moving import wanted_again
from bookings.schedule.availability import Wanted
from bookings.schedule.models import Photographer, Place
from bookings.schedule.rosters import Roster, rosters

MONTH = "%Y-%m"
DAY = "%Y-%m-%d"
# No studio's calendar leaves these years, and arithmetic near the ends of datetime overflows.
YEARS = range(2000, 2101)
LONGEST_INSTANT = 40
ANYONE = "*"
"""Asks for whoever is free where the page would else ask for one; no slug is like it."""


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
    """Where; without a word the usual place is meant."""

    def __init__(self, asked: Mapping[str, Any], places: Sequence[Place], usual: Place) -> None:
        super().__init__(asked)
        unknown = _("We don't know that place. Choose one below.")
        self.fields["place"] = one_of(places, usual, unknown)


class SearchForm(forms.Form):
    """With whom, and which month, day or start; without a word the usual photographer or anyone."""

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

    def __init__(
        self,
        asked: Mapping[str, Any],
        photographers: Sequence[Photographer],
        usual: Photographer | None,
    ) -> None:
        super().__init__(asked)
        unknown = _("That photographer doesn't work here. Choose one below.")
        self.fields["with"] = one_of(photographers, usual, unknown)


@dataclass(frozen=True, slots=True)
class Alternative:
    """A place or a photographer that can be asked for, and the page that does so."""

    name: str
    address: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Ways:
    """Where a page of times leads: to itself, asked anew, and to what takes a pick.

    At `wait_path`, where there is one, a full day is waited for. `kept` is what of the query goes
    along on every way.
    """

    path: str
    pick_path: str
    pick_method: str = "post"
    wait_path: str = ""
    kept: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Search:
    """What the client looks for, and where and with whom else they could look.

    `faults` say what of the request could not be read; its place was taken by the default.
    `usual` is the photographer who is meant without a word, `own_start` when the session is now:
    both where a session is to be moved.
    """

    token: str
    ways: Ways
    places: tuple[Place, ...]
    roster: Roster
    wanted: Wanted
    month: date | None
    day: date | None
    start: datetime | None
    faults: tuple[str, ...]
    usual: Photographer | None = None
    own_start: datetime | None = None

    def address(self, **changes: str) -> str:
        """The page of times for this place and photographer, with `changes` to its query.

        A month or a day is named only where `changes` names one.
        """
        return f"{self.ways.path}?{self._query(changes)}"

    def wait_address(self, day: date) -> str:
        """The page on which `day` is waited for, here and with this photographer."""
        return f"{self.ways.wait_path}?{self._query({'day': day.strftime(DAY)})}"

    @property
    def kept(self) -> dict[str, str]:
        """What goes along with a pick: place, photographer, and what the ways keep."""
        asked_for = self.wanted.photographer
        with_whom = asked_for.slug if asked_for else self._anyone
        return {"place": self.wanted.place.slug, "with": with_whom, **self.ways.kept}

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
        """Anyone, or one of those who work at the place; the usual one, if there is, first."""
        asked_for = self.wanted.photographer
        named = [
            Alternative(one.name, self.address(**{"with": one.slug}), one == asked_for)
            for one in sorted(self.roster.photographers, key=lambda one: one != self.usual)
        ]
        anyone = Alternative(gettext("Anyone"), self.anyone_address, asked_for is None)
        return [*named[:1], anyone, *named[1:]] if self.usual else [anyone, *named]

    @property
    def anyone_address(self) -> str:
        """The times of everybody at the place."""
        return self.address(**{"with": self._anyone})

    @property
    def _anyone(self) -> str:
        return ANYONE if self.usual else ""

    def _query(self, changes: Mapping[str, str]) -> str:
        return urlencode({name: value for name, value in {**self.kept, **changes}.items() if value})


def search(
    enquiry: Enquiry, asked: Mapping[str, Any], own_hold: Booking | None, now: datetime
) -> Search | None:
    """Read what was `asked`; None where the package is offered nowhere at present.

    What `own_hold` has taken counts as free. Raises PackageUnavailable, NothingRecommended.
    """
    known = rosters_for(enquiry, now)
    if not known:
        return None
    token = enquiry_token(enquiry)
    ways = Ways(
        path=reverse("front:times", args=[token]),
        pick_path=reverse("front:hold", args=[token]),
        wait_path=reverse("front:waiting", args=[token]),
    )
    return read(
        asked, known, lambda place: wanted_for(enquiry, place, own_hold=own_hold), token, ways
    )


def search_to_move(
    booking: Booking, asked: Mapping[str, Any], now: datetime, kept: Mapping[str, str]
) -> Search | None:
    """Read where a session is to be moved; None where it is offered nowhere at present.

    Its own time counts as free; its place and its photographer are meant without a word.
    """
    open_places = Place.objects.filter(is_active=True)
    picture = picture_of(booking.enquiry)
    known = rosters(booking.package, booking.people, open_places, now, picture)
    if not known:
        return None
    token = booking_token(booking)
    path = reverse("front:move", args=[token])
    ways = Ways(path=path, pick_path=path, pick_method="get", kept=kept)
    return read(asked, known, lambda place: wanted_again(booking, place), token, ways, booking)


def read(
    asked: Mapping[str, Any],
    known: Mapping[Place, Roster],
    wanted_at: Callable[[Place], Wanted],
    token: str,
    ways: Ways,
    booking: Booking | None = None,
) -> Search:
    """What was `asked` of the places that are `known`; `booking` is the one to be moved."""
    places = tuple(known)
    usual_place = booking.place if booking and booking.place in known else places[0]
    where = PlaceForm(asked, places, usual_place)
    place = where.cleaned_data["place"] if where.is_valid() else usual_place
    roster = known[place]
    usual = booking.photographer if booking else None
    usual = usual if usual in roster.photographers else None
    what = SearchForm(asked, roster.photographers, usual)
    what.is_valid()
    return Search(
        token=token,
        ways=ways,
        places=places,
        roster=roster,
        wanted=wanted_at(place).with_photographer(what.cleaned_data.get("with", usual)),
        month=what.cleaned_data.get("month"),
        day=what.cleaned_data.get("day"),
        start=what.cleaned_data.get("start"),
        faults=tuple(fault for form in (where, what) for fault in faults_of(form)),
        usual=usual,
        own_start=booking.start if booking and place == booking.place else None,
    )


def rosters_for(enquiry: Enquiry, now: datetime) -> dict[Place, Roster]:
    """The places where the chosen package can be had, each with its roster.

    Raises PackageUnavailable, NothingRecommended.
    """
    if enquiry.package is None:
        raise PackageUnavailable
    people = people_for(enquiry, enquiry.package)
    open_places = Place.objects.filter(is_active=True)
    return rosters(enquiry.package, people, open_places, now, picture_of(enquiry))


def faults_of(form: forms.Form) -> list[str]:
    """Everything that `form` could not read, in the order of its fields."""
    return [str(fault) for faults in form.errors.values() for fault in faults]


def one_of(
    offered: Sequence[Place] | Sequence[Photographer],
    usual: Place | Photographer | None,
    unknown: Any,
) -> forms.TypedChoiceField:
    """A field that takes the slug of one of `offered` and gives that one; without a word `usual`.

    ANYONE gives None where a photographer is usual.
    """
    by_slug: dict[str, Place | Photographer | None] = {one.slug: one for one in offered}
    if isinstance(usual, Photographer):
        by_slug[ANYONE] = None
    choices: Any = {
        "choices": [(slug, slug) for slug in by_slug],
        "coerce": by_slug.__getitem__,
        "empty_value": usual,
    }
    return forms.TypedChoiceField(
        **choices, required=False, error_messages={"invalid_choice": unknown}
    )
