"""Free times for the desk to pick from: on a day, by photographer and room."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bookings.admin.clock import moment
from bookings.schedule import availability
from bookings.schedule.availability import Opening, Wanted
from bookings.schedule.models import Photographer, Place, Room
from bookings.schedule.wall_clock import day_of

LOOK_AHEAD = timedelta(days=28)
"""How far after a day without times the next ones are looked for."""

NEXT_SHOWN = 6
YEARS = range(2000, 2101)


@dataclass(frozen=True, slots=True)
class FreeTime:
    """One time to tick: what the form sends, what it says, and the room it would be in."""

    value: str
    words: str
    room: str


@dataclass(frozen=True, slots=True)
class FreeTimes:
    """The times of one photographer, or of whoever is free."""

    heading: str
    times: list[FreeTime]


@dataclass(frozen=True, slots=True)
class Picked:
    """A time that was ticked, and whom it was ticked for; None is whoever is free."""

    start: datetime
    photographer: Photographer | None


class PickedField(forms.CharField):
    """A ticked time as :func:`value_of` writes it: the instant and the photographer's number."""

    default_error_messages = {
        "required": gettext_lazy("Pick one of the times."),
        "invalid": gettext_lazy("We couldn’t read that time. Pick one below."),
    }

    def __init__(self, photographers: Sequence[Photographer] = (), **options: Any) -> None:
        super().__init__(max_length=60, **options)
        self.photographers = {str(one.pk): one for one in photographers}

    def clean(self, value: Any) -> Picked | None:
        """What was picked. Raises ValidationError."""
        written = super().clean(value)
        if not written:
            return None
        instant, _separator, number = written.partition("~")
        try:
            start = datetime.fromisoformat(instant)
            photographer = self.photographers[number] if number else None
        except (ValueError, KeyError) as unreadable:
            raise forms.ValidationError(self.error_messages["invalid"], "invalid") from unreadable
        if start.tzinfo is None or start.year not in YEARS:
            raise forms.ValidationError(self.error_messages["invalid"], "invalid")
        return Picked(start.astimezone(UTC), photographer)


class DayForm(forms.Form):
    """Where, in which room, with whom and on which day; any room and anyone without a word."""

    place = forms.ModelChoiceField(
        Place.objects.none(), label=gettext_lazy("Where"), empty_label=None
    )
    photographer = forms.ModelChoiceField(
        Photographer.objects.none(),
        label=gettext_lazy("With whom"),
        required=False,
        empty_label=gettext_lazy("Whoever is free"),
    )
    room = forms.ModelChoiceField(
        Room.objects.none(),
        label=gettext_lazy("Room"),
        required=False,
        empty_label=gettext_lazy("The first that suits"),
    )
    day = forms.DateField(
        label=gettext_lazy("Day"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].queryset = Place.objects.filter(is_active=True)  # type: ignore[attr-defined]
        self.fields["photographer"].queryset = (  # type: ignore[attr-defined]
            Photographer.objects.filter(is_active=True)
        )
        self.fields["room"].queryset = (  # type: ignore[attr-defined]
            Room.objects.filter(is_active=True, place__is_active=True)
            .select_related("place")
            .order_by("place__position", "place", "pk")
        )
        dressed(self)

    def clean_day(self) -> date:
        """A day of years that calendars here show."""
        day: date = self.cleaned_data["day"]
        if day.year not in YEARS:
            raise forms.ValidationError(_("That is too far away."), code="too_far")
        return day

    def clean(self) -> dict[str, Any]:
        """Refuse a room of another place."""
        cleaned = super().clean() or self.cleaned_data
        place, room = cleaned.get("place"), cleaned.get("room")
        if place and room and room.place_id != place.pk:
            self.add_error("room", _("This room is at another place."))
        return cleaned


def free_times(
    wanted: Wanted,
    day: date,
    now: datetime,
    room: Room | None = None,
    own_room: Room | None = None,
) -> list[FreeTimes]:
    """The times of `day` by photographer; where there are none, the next that are free.

    Of `room` alone where one is asked for; a session that moves stays in `own_room` where it can.
    """
    found = availability.openings(wanted, day, day + LOOK_AHEAD, now)
    found = in_room(found, room, own_room)
    that_day = [one for one in found if day_of(one.start, wanted.place.zone) == day]
    if not that_day:
        coming = nearest(found[:NEXT_SHOWN], wanted, _("Nothing is free that day. Next:"))
        return [coming] if found else []
    people = {person for one in that_day for person in one.photographers}
    in_order = sorted(people, key=lambda person: (person.position, person.pk))
    of_each = [_of(person, that_day, wanted) for person in in_order]
    if len(of_each) == 1:
        return of_each
    anyone = [_time(one, None, wanted) for one in that_day]
    return [FreeTimes(_("Whoever is free"), anyone), *of_each]


def in_room(
    found: Sequence[Opening], room: Room | None, own_room: Room | None = None
) -> list[Opening]:
    """Of `found` those with `room` free, in it; without one all, `own_room` before others."""
    if room is not None:
        return [replace(one, rooms=(room,)) for one in found if room in one.rooms]
    return [
        replace(one, rooms=(own_room,)) if own_room in one.rooms and own_room else one
        for one in found
    ]


def nearest(found: Sequence[Opening], wanted: Wanted, heading: str) -> FreeTimes:
    """Openings of several days, each named with its day."""
    with_whom = wanted.photographer
    times = [
        FreeTime(value_of(one.start, with_whom), moment(one.start, wanted.place.zone), _room(one))
        for one in found
    ]
    return FreeTimes(heading, times)


def with_picked(
    times: list[FreeTimes] | None, picked: str, zone: tzinfo | None
) -> list[FreeTimes] | None:
    """`times` and, where it is not among them, the one that was picked before: it stays ticked."""
    shown = {time.value for group in times or () for time in group.times}
    instant, _separator, number = picked.partition("~")
    try:
        start = datetime.fromisoformat(instant).astimezone(UTC)
    except (ValueError, OverflowError):
        return times
    if picked in shown or start.year not in YEARS:
        return times
    taker = Photographer.objects.filter(pk=number).first() if number.isdecimal() else None
    kept = FreeTime(picked, moment(start, zone), str(taker or ""))
    return [FreeTimes(_("Picked before"), [kept]), *(times or ())]


def value_of(start: datetime, photographer: Photographer | None) -> str:
    """A time as the form sends it."""
    return f"{start.isoformat()}~{photographer.pk if photographer else ''}"


def dressed(form: forms.Form) -> None:
    """Give the controls of `form` the desk's dress; ticks and radios keep their own."""
    for field in form.fields.values():
        if not isinstance(field.widget, forms.CheckboxInput | forms.RadioSelect):
            field.widget.attrs.setdefault("class", "desk-input")


def _of(person: Photographer, found: Sequence[Opening], wanted: Wanted) -> FreeTimes:
    theirs = [_time(one, person, wanted) for one in found if person in one.photographers]
    return FreeTimes(person.name, theirs)


def _time(opening: Opening, person: Photographer | None, wanted: Wanted) -> FreeTime:
    wall = opening.start.astimezone(wanted.place.zone)
    words = f"{wall:%H:%M %Z}" if _comes_twice(wall) else f"{wall:%H:%M}"
    return FreeTime(value_of(opening.start, person), words, _room(opening))


def _comes_twice(wall: datetime) -> bool:
    """Whether the clock is set back over this time, so that it is read twice that day."""
    return wall.replace(fold=0).utcoffset() != wall.replace(fold=1).utcoffset()


def _room(opening: Opening) -> str:
    return opening.rooms[0].name if opening.rooms else ""
