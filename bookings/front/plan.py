"""The client's plan on their page: what to do, to wear and to bring, ticked and remembered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from bookings import moments
from bookings.booking import preparing
from bookings.booking.errors import IllegalMove
from bookings.booking.links import booking_path
from bookings.booking.models import Booking
from bookings.booking.preparing import AdvisedGroup
from bookings.booking.states import BookingState
from bookings.front.private import with_booking
from bookings.schedule.wall_clock import day_of
from bookings.wording import shown
from guidance import diagrams
from guidance.palettes import Palette

PREPARATION, WARDROBE = "preparation", "wardrobe"
TITLES = {PREPARATION: _("How to prepare"), WARDROBE: _("What to wear and bring")}
READ_IN = (BookingState.CONFIRMED, BookingState.CANCELLED)
CONFLICT = 409


@dataclass(frozen=True, slots=True)
class Checklist:
    """Groups of lines that are ticked off, and how many of the lines are; `slug` is its place."""

    slug: str
    title: str
    groups: tuple[AdvisedGroup, ...]

    @property
    def lines(self) -> int:
        """How many lines there are to tick."""
        return sum(len(group.lines) for group in self.groups if group.can_be_ticked)

    @property
    def done(self) -> int:
        """How many of them are ticked."""
        return sum(line.is_done for group in self.groups for line in group.lines)


@dataclass(frozen=True, slots=True)
class Swatches:
    """A palette drawn, with its name and before what it suits."""

    name: str
    suits: str
    figure: SafeString


@with_booking
@require_http_methods(["GET", "HEAD", "POST"])
def tick(request: HttpRequest, booking: Booking) -> HttpResponse:
    """Remember the ticks of the lines that were shown, and of no others.

    A script that sends one tick is answered without a page: 204, or 409 and a sentence.
    """
    if request.method != "POST":
        return redirect(booking_path(booking))
    is_script = "X-Requested-With" in request.headers
    try:
        moments.tick(booking, ticks_in(request, booking), timezone.now())
    except IllegalMove as refusal:
        if is_script:
            return HttpResponse(str(refusal), content_type="text/plain", status=CONFLICT)
        messages.warning(request, str(refusal))
        return redirect(booking_path(booking))
    if is_script:
        return HttpResponse(status=204)
    return redirect(f"{booking_path(booking)}#{place_of_note(request)}")


def ticks_in(request: HttpRequest, booking: Booking) -> dict[str, bool]:
    """Which of the shown lines are ticked; lines that the plan does not have are left out."""
    known = preparing.items(booking)
    done = set(request.POST.getlist("done"))
    return {slug: slug in done for slug in request.POST.getlist("shown") if slug in known}


def place_of_note(request: HttpRequest) -> str:
    """The place on the page that says “Saved”, beside the button that was pressed."""
    checklist = request.POST.get("save")
    return f"saved-{checklist if checklist in TITLES else PREPARATION}"


def plan_of(booking: Booking, now: datetime) -> dict[str, Any]:
    """What the page shows of the plan.

    Once the session has begun or was called off the list can be read, and nothing is ticked;
    where nothing was booked, or all is done, there is none.
    """
    can_tick = is_open(booking, now)
    if booking.state not in READ_IN:
        return {"can_tick": False, "checklists": []}
    done = preparing.ticked(booking)
    days = preparing.plan(booking, day_of(now, booking.place.zone), done) if can_tick else ()
    parts = {PREPARATION: days, WARDROBE: preparing.wardrobe(booking, done)}
    checklists = (Checklist(slug, str(TITLES[slug]), parts[slug]) for slug in TITLES)
    return {
        "can_tick": can_tick,
        "checklists": [checklist for checklist in checklists if checklist.groups],
        "palettes": drawn(preparing.palettes(booking)),
    }


def is_open(booking: Booking, now: datetime) -> bool:
    """Whether the session is ahead: until then ticks and answers can change."""
    return booking.state == BookingState.CONFIRMED and now < booking.start


def drawn(palettes: Iterable[Palette]) -> list[Swatches]:
    """The palettes as swatches with their names; a figure holds no user input, so it is safe."""
    return [
        Swatches(shown(palette.name), shown(palette.suits), mark_safe(figure_of(palette)))  # noqa: S308
        for palette in palettes
    ]


def figure_of(palette: Palette) -> str:
    """The swatches of `palette` as SVG."""
    colours = [(colour.srgb, colour.name) for colour in palette.colours]
    return diagrams.palette_figure(colours, say=shown, id_prefix=f"palette-{palette.slug}")
