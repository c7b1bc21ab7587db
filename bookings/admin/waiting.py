"""The waiting list: who waits for which day, what they were offered, how it ended."""

from datetime import date
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from bookings import moments
from bookings.admin.clock import moment, span
from bookings.admin.pages import ReadingAdmin, cell, page_of
from bookings.admin.permissions import works_for_all
from bookings.booking.states import BookingState
from bookings.waiting.models import WaitingEntry

DAYS_SHOWN = 60


class StandingFilter(admin.SimpleListFilter):
    """Who waits still, who has an offer, and whose waiting is over."""

    title = pgettext_lazy("column", "standing")
    parameter_name = "standing"
    standings = {
        "waiting": Q(outcome="", offer=None),
        "offered": Q(outcome="", offer__isnull=False),
        "over": ~Q(outcome=""),
    }

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("waiting", gettext("Waits")),
            ("offered", gettext("Has an offer")),
            ("over", gettext("Over")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(self.standings.get(self.value() or "", Q()))


class DayFilter(admin.SimpleListFilter):
    """The days that somebody waits or waited for.

    Django's own hierarchy of dates reads a day's bounds on the page's clock and looks for them
    on the server's: east of Greenwich it finds the day before.
    """

    title = _("day")
    parameter_name = "day"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        days = WaitingEntry.objects.order_by("-day").values_list("day", flat=True).distinct()
        return [(day.isoformat(), _in_full(day)) for day in days[:DAYS_SHOWN]]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        try:
            day = date.fromisoformat(self.value() or "")
        except ValueError:
            return queryset
        return queryset.filter(day=day)


@admin.register(WaitingEntry)
class WaitingEntryAdmin(ReadingAdmin):
    """The waiting list by day; the program offers, the desk reads and takes people off it."""

    page_template = "admin/desk/waiting.html"
    list_display = ("waits_for", "who", "what", "with_whom", "since", "offered", "standing")
    list_filter = (DayFilter, StandingFilter, "place")
    list_select_related = (
        "enquiry__client",
        "enquiry__package",
        "place",
        "photographer",
        "offer__place",
    )
    search_fields = ("enquiry__client__name", "enquiry__client__email")
    show_full_result_count = False

    def get_urls(self) -> list[URLPattern]:
        stop = self.admin_site.admin_view(self.stop_view)
        name = "bookings_waitingentry_stop"
        return [path("<path:object_id>/stop/", stop, name=name), *super().get_urls()]

    def page(self, request: HttpRequest, row: WaitingEntry) -> dict[str, Any]:
        offer = row.offer
        return {
            "entry": row,
            "day": _day(row),
            "since": moment(row.created_at),
            "standing": _standing(row),
            "offer": offer,
            "offer_page": page_of(offer) if offer else "",
            "offered": span(offer.start, offer.end, offer.place.zone) if offer else "",
            "offered_until": moment(offer.hold_expires_at, offer.place.zone) if offer else "",
            "enquiry_page": page_of(row.enquiry),
            "client": row.enquiry.client,
            "may_stop": row.outcome == "" and works_for_all(request.user),
        }

    def stop_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Somebody waits no more (POST)."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not works_for_all(request.user):
            raise PermissionDenied
        entry = self.get_object(request, unquote(object_id))
        if entry is None:
            raise Http404
        try:
            moments.stop_waiting(entry, timezone.now())
        except WaitingEntry.DoesNotExist:  # erased with its client meanwhile
            raise Http404 from None
        messages.success(request, gettext("Taken off the waiting list."))
        return redirect("admin:bookings_waitingentry_changelist")

    @display(description=_("day"), ordering="day")
    def waits_for(self, entry: WaitingEntry) -> str:
        return _day(entry)

    @display(description=_("client"), ordering="enquiry__client__name")
    def who(self, entry: WaitingEntry) -> str:
        return str(entry.enquiry.client or "")

    @display(description=_("package"))
    def what(self, entry: WaitingEntry) -> str:
        return str(entry.enquiry.package or "")

    @display(description=_("with whom"))
    def with_whom(self, entry: WaitingEntry) -> str:
        return str(entry.photographer or gettext("anyone"))

    @display(description=_("since"), ordering="created_at")
    def since(self, entry: WaitingEntry) -> str:
        return moment(entry.created_at)

    @display(description=_("offered"))
    def offered(self, entry: WaitingEntry) -> SafeString | str:
        offer = entry.offer
        if offer is None:
            return ""
        when = span(offer.start, offer.end, offer.place.zone)
        return cell("booking", reference=offer.reference, when=when, page=page_of(offer))

    @display(description=pgettext_lazy("column", "standing"))
    def standing(self, entry: WaitingEntry) -> SafeString:
        return cell("state", state=_colour(entry), label=_standing(entry))


def _day(entry: WaitingEntry) -> str:
    return f"{_in_full(entry.day)}, {entry.place}"


def _in_full(day: date) -> str:
    # Translators: a day with its weekday, in Django's date format.
    return date_format(day, gettext("D j F Y"))


def _standing(entry: WaitingEntry) -> str:
    if entry.outcome:
        return entry.get_outcome_display()
    return gettext("Has an offer") if entry.offer_id else gettext("Waits")


def _colour(entry: WaitingEntry) -> str:
    """The state of a booking whose colour says how the waiting stands."""
    if entry.outcome == WaitingEntry.Outcome.BOOKED:
        return BookingState.CONFIRMED
    if entry.outcome:
        return BookingState.RELEASED
    return BookingState.HELD
