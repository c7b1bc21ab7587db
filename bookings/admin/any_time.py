"""The time that the desk asks for: one of the free ones, or another, with warning and reason."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bookings.admin.clock import moment
from bookings.admin.free_times import DayForm, FreeTimes, PickedField, dressed
from bookings.schedule import availability
from bookings.schedule.availability import Wanted
from bookings.schedule.models import Allocation, Photographer, Place, Room
from bookings.schedule.wall_clock import instant

OTHER = "other"


class TimeForm(forms.Form):
    """One of the free times, or another one of the same day, with a reason where it needs one."""

    pick = PickedField(required=False)
    other_time = forms.TimeField(
        label=gettext_lazy("Its time"),
        required=False,
        widget=forms.TimeInput({"type": "time"}, format="%H:%M"),
        help_text=gettext_lazy("On the clock of the place. Choose the photographer above."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Why outside hours or notice?"),
        required=False,
        max_length=500,
        help_text=gettext_lazy("Kept with the booking, for staff."),
    )
    warned_of = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)

    def __init__(self, typed: Mapping[str, Any] | None, asked: Mapping[str, Any]) -> None:
        super().__init__(typed)
        self.is_other = asked.get("pick") == OTHER
        # The radio of another time is read here; the field reads the instants of the others.
        self.fields["pick"] = PickedField(
            list(Photographer.objects.filter(is_active=True)),
            required=not self.is_other,
            disabled=self.is_other,
        )
        self.fields["other_time"].required = self.is_other
        self.fields["other_time"].error_messages["required"] = _("Type the time.")
        dressed(self)


@dataclass(slots=True, kw_only=True)
class TimeSheet:
    """The forms about where and when, and what there is to say beside them.

    `say_why` asks for the reason of a time that is not on offer.
    """

    day: DayForm
    time: TimeForm
    say_why: str
    times: list[FreeTimes] | None = None
    warning: str = ""
    warned_of: str = ""

    def is_right(self, names: tuple[str, ...]) -> bool:
        """Whether the named forms can be read; all of them are looked through."""
        found = [getattr(self, name).is_valid() for name in names]
        return all(found)


@dataclass(frozen=True, slots=True)
class TimeAsked:
    """Where, when and with whom it shall be; a reason where the time is not on offer."""

    place: Place
    start: datetime
    photographer: Photographer | None
    room: Room | None
    reason: str = ""


def time_asked(
    sheet: TimeSheet, wanted_at: Callable[[Place, Photographer | None], Wanted], now: datetime
) -> TimeAsked | None:
    """What the forms of `sheet`, read without a fault, ask for; None where it needs a word first.

    What stands in the way is said beside its field. The moment looks again, under its locks.
    """
    where, when = sheet.day.cleaned_data, sheet.time.cleaned_data
    place, photographer, room = where["place"], where["photographer"], where["room"]
    wanted = wanted_at(place, photographer)
    if room and wanted.package.on_location:
        sheet.day.add_error("room", _("This session is on location: it takes no room."))
        return None
    if not sheet.time.is_other:
        picked = when["pick"]
        return TimeAsked(place, picked.start, picked.photographer or photographer, room)
    start = instant(where["day"], when["other_time"], place.zone)
    opening = availability.opening_at(wanted, start, now)
    if opening and (room is None or room in opening.rooms):
        return TimeAsked(place, start, photographer, room)
    if not _may_be_forced(sheet, wanted, start, room, now, is_offered=opening is not None):
        return None
    return TimeAsked(place, start, photographer, room, when["reason"])


def _may_be_forced(
    sheet: TimeSheet,
    wanted: Wanted,
    start: datetime,
    room: Room | None,
    now: datetime,
    *,
    is_offered: bool,
) -> bool:
    """Whether `start` in `room`, not on offer, was asked for with warning seen and reason given.

    `is_offered` where the time is on offer, only not in that room.
    """
    given = sheet.time.cleaned_data
    mark = f"{start.isoformat()}~{room.pk}" if room else start.isoformat()
    if wanted.photographer is None:
        sheet.day.add_error("photographer", _not_named(is_offered=is_offered))
    elif start <= now:
        sheet.time.add_error("other_time", _("This time is over."))
    elif availability.forced_opening(wanted, start, room, now) is None:
        _say_why_not(sheet, wanted, wanted.photographer, start, room, now)
    elif given["warned_of"] == mark and given["reason"]:
        return True
    else:
        sheet.warned_of = mark
        why = _warning(start, wanted.place, room if is_offered else None)
        sheet.warning = f"{why} {_on_what_terms(given['reason'])}"
        if not given["reason"]:
            sheet.time.add_error("reason", sheet.say_why)
    return False


def _warning(start: datetime, place: Place, unsuitable: Room | None) -> str:
    """Why the time is not on offer: it is the room, or the hour."""
    if unsuitable is not None:
        return _(
            "%(room)s doesn’t suit this session: it is too small for the people or the picture."
        ) % {"room": unsuitable}
    return _(
        "%(when)s is not on offer: it lies outside the hours, the notice or the days that can be "
        "booked, or off the raster."
    ) % {"when": moment(start, place.zone)}


def _not_named(*, is_offered: bool) -> str:
    if is_offered:
        return _("Name who takes it in this room.")
    return _("Name who takes it: nobody is on duty then.")


def _on_what_terms(reason: str) -> str:
    """What is still missing before the time is booked all the same."""
    if reason:
        return _("Press the button once more, and it is booked with the reason given.")
    return _("It is booked only with a reason.")


def _say_why_not(
    sheet: TimeSheet,
    wanted: Wanted,
    photographer: Photographer,
    start: datetime,
    room: Room | None,
    now: datetime,
) -> None:
    """Beside its field, what no reason books over: who can't take it, or what is taken."""
    first, last = start - wanted.before, start + wanted.length + wanted.after
    standing = Allocation.objects.overlapping(first, last).standing(now)
    standing = standing.exclude(booking=wanted.own_booking)
    if not wanted.able_photographers().exists():
        sheet.day.add_error("photographer", doesnt_take(photographer))
    elif standing.filter(photographer=photographer).exists():
        sheet.time.add_error("other_time", _taken_by_another(photographer))
    elif room is not None:
        sheet.time.add_error("other_time", _taken_by_another(room))
    elif not wanted.suitable_rooms().exists():
        sheet.day.add_error("room", _("No room here suits this session. Name the one to take."))
    else:
        sheet.time.add_error("other_time", _("Every room that suits is taken then. Name another."))


def doesnt_take(photographer: Photographer) -> str:
    """Why `photographer` gets no session of a package that is none of theirs."""
    return _("%(name)s doesn’t take this package. Choose somebody who does.") % {
        "name": photographer
    }


def _taken_by_another(who: Photographer | Room) -> str:
    return _(
        "%(name)s is taken then, setting up and clearing up included. No reason books over that."
    ) % {"name": who}
