"""What the style page shows: real forms and the values that the client's templates are given.

Nothing is read from the studio's own rows but its name and currency, nothing is written; the
components are the templates of the site itself, so the page can't say other than they do.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

from django import forms
from django.contrib.messages import DEFAULT_TAGS
from django.contrib.messages.storage.base import Message
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from bookings.catalogue.models import Package, Studio
from bookings.front.details import DetailsForm
from bookings.front.keeping import Kept
from bookings.front.question_form import QuestionForm
from bookings.front.timetable import Cell, MonthLink, PartOfDay, Slot
from bookings.wording import money
from guidance.questionnaire import QUESTIONS
from guidance.vocabulary import Format, Kind, Style

ADDRESS = "/styleguide/"

# Each role of the tokens with what it is for; their pairs are tested in test_contrast.py.
COLOURS = (
    ("paper", gettext_lazy("the page")),
    ("surface", gettext_lazy("what lies on it")),
    ("sunk", gettext_lazy("what is off or under the pointer")),
    ("mat", gettext_lazy("the ground of a figure")),
    ("ink", gettext_lazy("words")),
    ("ink-soft", gettext_lazy("words beside others")),
    ("edge", gettext_lazy("the line of what can be used")),
    ("rule", gettext_lazy("a line that only parts")),
    ("accent", gettext_lazy("the light in the eye")),
    ("accent-mark", gettext_lazy("focus, and what is chosen")),
    ("accent-text", gettext_lazy("links")),
    ("accent-wash", gettext_lazy("the ground of what is chosen")),
    ("error", gettext_lazy("a fault")),
    ("success", gettext_lazy("it is done")),
    ("info", gettext_lazy("good to know")),
)

MONTH = date(2027, 3, 1)
"""Begins on a Monday and has 31 days, so that each row of a calendar is seen."""


LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrik"
"""No language's words are longer than this; it is no message."""


class ReserveForm(forms.Form):
    """Widgets that the pack draws and no page of the journey has at present."""

    from_whom = forms.ChoiceField(
        label=gettext_lazy("How did you hear of us?"),
        choices=[("", gettext_lazy("Leave it open")), ("friend", gettext_lazy("From a friend"))],
        required=False,
    )
    needed_by = forms.DateField(
        label=gettext_lazy("When do you need the pictures?"),
        help_text=gettext_lazy("The day on which they must be there."),
        widget=forms.DateInput(attrs={"type": "date"}),
    )
    release = forms.FileField(
        label=gettext_lazy("A file"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".csv"}),
    )


@dataclass(frozen=True, slots=True)
class Advice:
    """A line of a plan, as templates/front/partials/advice.html shows it."""

    slug: str
    line: str
    why: str
    is_done: bool = False


def page(now: datetime) -> dict[str, Any]:
    """Everything that templates/styleguide/page.html includes."""
    studio = Studio.objects.first() or Studio(name="Catchlight")
    return {
        "colours": COLOURS,
        "steps_of_space": range(1, 9),
        "forms": form_states(),
        "messages_of_each_level": [Message(level, _said(level)) for level in sorted(DEFAULT_TAGS)],
        "packages": packages(),
        "studio": studio,
        "prices": prices(studio.currency),
        "costs": costs(studio.currency),
        "running": kept(now + timedelta(minutes=14)),
        "at_its_end": kept(now + timedelta(seconds=50)),
        "over": kept(now, is_over=True),
        "checklist": checklist(),
        "long": LONG,
    } | calendar_of_times()


def form_states() -> dict[str, Any]:
    """The same forms at rest, filled in, refused and disabled."""
    return {
        "details": DetailsForm(prefix="rest"),
        "refused": _refused(DetailsForm({"refused-email": "nowhere"}, prefix="refused")),
        "disabled": _disabled(DetailsForm(prefix="off", initial={"name": "Nuala Keane"})),
        "reserve": ReserveForm(),
        "figures": question("framing", "figures", {"framing": "head_shoulders"}),
        "refused_choice": question("casting-market", "refused-choice", posted={}),
        "ranked": question("purpose", "ranked", {"uses": ["casting"]}),
        "numbers": question("people", "numbers", {"people_in_frame": 2, "people_total": 2}),
        "ticks": question("comfort", "ticks", {}),
    }


def question(
    slug: str, prefix: str, answers: dict[str, Any] | None = None, posted: Any = None
) -> QuestionForm:
    """A question of the questionnaire, under a prefix so that several can stand on one page."""
    asked = next(question for question in QUESTIONS if question.slug == slug)
    form = QuestionForm(asked, posted, answers=answers or {}, is_seen=True)
    form.prefix = prefix
    return form


def packages() -> list[Package]:
    """Sessions that nobody can book: short words, long ones, none."""
    headshot = {"kind": Kind.HEADSHOT, "styles": [Style.CORPORATE], "format": Format.SINGLE}
    return [
        Package(
            slug="specimen",
            name=_("Corporate headshot"),
            summary=_("A clear, confident headshot for profiles, about pages and business cards."),
            duration_minutes=30,
            price_minor=14500,
            finals=2,
            **headshot,
        ),
        Package(
            slug="specimen-long",
            name="Geschäftsführungsporträts und Gesellschafterversammlungsbilder",
            summary="",
            duration_minutes=480,
            price_minor=99_999_999_999_999,
            finals=0,
            **headshot | {"styles": [Style.THEATRICAL]},
        ),
    ]


def prices(currency: str) -> list[dict[str, Any]]:
    """What price_block.html is given: one amount, several with a long one, with a deposit."""
    headshot = {"label": _("Corporate headshot"), "amount": money(14500, currency)}
    artist = {"label": _("Make-up artist, before and during"), "amount": money(6000, currency)}
    return [
        {"lines": [], "total": money(14500, currency)},
        {
            "lines": [headshot, artist],
            "total": money(20500, currency),
            "deposit": money(10250, currency),
        },
        {"lines": [headshot], "total": money(99_999_999_999_999, currency)},
    ]


def costs(currency: str) -> list[dict[str, Any]]:
    """What cancelling costs, by date, as costs.html is given it."""
    return [
        {"when": _("Until Tuesday 23 March 2027, 10:00"), "amount": _("Free of charge")},
        {"when": _("After that, or if you don’t come"), "amount": money(7250, currency)},
    ]


def kept(end: datetime, *, is_over: bool = False) -> Kept:
    """A time that is held until `end`."""
    return Kept(end.isoformat(), f"{end:%H:%M %Z}", is_over, is_offer=False, is_extended=True)


def calendar_of_times() -> dict[str, Any]:
    """A month with days of every sort, and the times of its 24th."""
    days = [_cell(number) for number in range(1, 32)]
    rows = [days[start : start + 7] for start in range(0, 31, 7)]
    morning = [_slot(9, 0), _slot(9, 30, is_own=True), _slot(10, 0)]
    timetable = SimpleNamespace(
        month=MONTH,
        day=MONTH.replace(day=24),
        weeks=rows,
        full=True,
        zone="Europe/Dublin",
        previous_month=None,
        next_month=MonthLink(MONTH.replace(month=4), ADDRESS),
        parts_of_day=[PartOfDay(_("Morning"), morning)],
        first=[_slot(9, 0), _slot(10, 0)],
    )
    return {
        "timetable": timetable,
        "weekdays": [(WEEKDAYS_ABBR[number], WEEKDAYS[number]) for number in range(7)],
        "place": SimpleNamespace(name="Marlow Street", time_zone="UTC", is_step_free=True),
        "search": SimpleNamespace(
            ways=SimpleNamespace(pick_method="get", pick_path=ADDRESS), kept={}
        ),
        "session": SimpleNamespace(
            day="Wednesday 24 March 2027", hours="09:00 – 09:30", zone="UTC"
        ),
        "booking": SimpleNamespace(start=_slot(9, 0).start, place=SimpleNamespace(time_zone="UTC")),
    }


def checklist() -> SimpleNamespace:
    """A plan with a step that is over, one that is next and one to come."""
    over, upcoming, later = (
        SimpleNamespace(
            title=title, slug=slug, can_be_ticked=True, is_over=is_over, is_next=is_next
        )
        for title, slug, is_over, is_next in (
            (_("Last week"), "over", True, False),
            (_("The day before"), "next", False, True),
            (_("On the day"), "later", False, False),
        )
    )
    over.lines = [Advice("hair", _("Have your hair cut"), _("A week lets it settle"), is_done=True)]
    upcoming.lines = [
        Advice("press", _("Press your clothes"), _("Folded clothes arrive creased"), is_done=True),
        Advice("sleep", _("Sleep well"), _("Eyes show a short night first")),
    ]
    later.lines = [
        Advice("eat", _("Eat as you normally do"), _("Nobody looks at ease when hungry"))
    ]
    return SimpleNamespace(
        slug="preparation",
        title=_("How to prepare"),
        lines=4,
        done=2,
        groups=[over, upcoming, later],
    )


def _said(level: int) -> str:
    return {
        10: _("For who looks behind the curtain."),
        20: _("Good to know: nothing has moved yet."),
        25: _("Your change is saved."),
        30: _("Somebody has just taken that time. Choose another one."),
        40: _("That did not work. Nothing was booked."),
    }[level]


def _cell(number: int) -> Cell:
    """The 1st to 9th are over, the 10th is today, the 24th is chosen, the 25th is full."""
    is_open = number > 10 and number % 7 not in (0, 6)
    is_full = number == 25
    return Cell(
        number,
        str(number),
        ADDRESS if is_open and not is_full else "",
        is_today=number == 10,
        is_chosen=number == 24,
        full_address=ADDRESS if is_full else "",
    )


def _slot(hour: int, minute: int, *, is_own: bool = False) -> Slot:
    start = datetime.fromisoformat(f"2027-03-24T{hour:02}:{minute:02}:00+00:00")
    return Slot(start, start, f"{start:%H:%M}", is_own)


def _refused(form: forms.Form) -> forms.Form:
    form.full_clean()
    return form


def _disabled(form: forms.Form) -> forms.Form:
    fields: Iterable[forms.Field] = form.fields.values()
    for field in fields:
        field.disabled = True
    return form
