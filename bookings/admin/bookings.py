"""Bookings: the diary as a list, one booking as a page, and its moves."""

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import BooleanField, Case, ExpressionWrapper, Q, QuerySet, Value, When
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from bookings.admin import answers, attendees, permissions, previews
from bookings.admin.clock import moment, span
from bookings.admin.moves import SLUGS, Move, is_open, move_called, open_moves
from bookings.admin.moving import another_time, may_be_moved
from bookings.admin.pages import ReadingAdmin, cell, page_of, signed_in
from bookings.admin.papers import events_of, papers_of, remarks_on, terms_of
from bookings.admin.telephone import by_telephone
from bookings.booking.errors import BookingError
from bookings.booking.links import booking_path
from bookings.booking.models import Booking
from bookings.catalogue.wording import price_in_words
from bookings.notices.particulars import add_ons


@admin.register(Booking)
class BookingAdmin(ReadingAdmin):
    """The diary. A photographer sees when, where and on what others work, and no client of theirs.

    Today and what comes next stand first, then what was, the latest first.
    """

    page_template = "admin/desk/booking.html"
    list_display = ("when", "who", "what", "photographer", "where", "state_label")
    list_display_links = None
    list_filter = ("state", "photographer", "place")
    list_select_related = ("client", "photographer", "place", "room__place")
    date_hierarchy = "start"
    show_full_result_count = False
    list_before_template = "admin/desk/partials/by_telephone.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Booking]:
        own = ExpressionWrapper(Q(photographer__user=signed_in(request).pk), BooleanField())
        is_open = Value(True) if permissions.works_for_all(signed_in(request)) else own
        rows: QuerySet[Booking] = super().get_queryset(request).annotate(is_open=is_open)
        return rows

    def get_ordering(self, request: HttpRequest) -> tuple[Any, ...]:
        midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
        from_today = Q(end__gt=midnight)
        return (
            Case(When(from_today, then=Value(0)), default=Value(1)),
            Case(When(from_today, then="start")).asc(),
            Case(When(~from_today, then="start")).desc(),
            "pk",
        )

    def get_search_fields(self, request: HttpRequest) -> tuple[str, ...]:
        if permissions.works_for_all(signed_in(request)):
            return ("reference", "client__name", "client__email")
        return ("reference",)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        may = super().has_view_permission(request, obj)
        return may and (obj is None or permissions.sees_answers(signed_in(request), obj))

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Booking | None:
        """The booking of that number, or of that reference."""
        rows = self.get_queryset(request).select_related(*self.list_select_related)
        if re.fullmatch(r"[0-9]{1,18}", object_id):
            rows = rows.filter(pk=object_id)
        elif re.fullmatch(r"CL-[A-Z0-9]{6}", object_id.upper()):
            rows = rows.filter(reference=object_id.upper())
        else:
            return None
        return rows.select_related("enquiry").first()

    def get_urls(self) -> list[URLPattern]:
        """The pages about one booking, and the one that makes a booking."""
        telephone = self.admin_site.admin_view(partial(by_telephone, self))
        pages: tuple[tuple[str, Callable[..., HttpResponse], str], ...] = (
            ("move/<slug:slug>/", move_view, "move"),
            ("another-time/", another_time, "another_time"),
            ("letters/", previews.previews, "letters"),
            ("letters/<slug:slug>/", previews.previews, "letter"),
            ("people/", attendees.invite, "people"),
            ("people/<int:number>/slot/", attendees.give_slot, "person_slot"),
            ("people/<int:number>/link/", attendees.link, "person_link"),
            ("people/<int:number>/<slug:deed>/", attendees.mark, "person"),
        )
        return [
            path("telephone/", telephone, name="bookings_booking_telephone"),
            *(
                path(
                    f"<path:object_id>/{address}",
                    self._about(view),
                    name=f"bookings_booking_{name}",
                )
                for address, view, name in pages
            ),
            *super().get_urls(),
        ]

    def _about(self, view: Callable[..., HttpResponse]) -> Callable[..., Any]:
        """`view` of one booking, for whoever may open that booking."""

        def of_one(request: HttpRequest, object_id: str, **named: Any) -> HttpResponse:
            booking = self.get_object(request, unquote(object_id))
            if booking is None:
                raise Http404
            if not self.has_view_permission(request, booking):
                raise PermissionDenied
            return view(self, request, booking, **named)

        guarded: Callable[..., Any] = self.admin_site.admin_view(of_one)
        return guarded

    def page(self, request: HttpRequest, row: Booking) -> dict[str, Any]:
        user, enquiry, now = signed_in(request), row.enquiry, timezone.now()
        all_sessions, runs = permissions.works_for_all(user), permissions.runs(user, row)
        may_give_link = permissions.gives_link(user, enquiry, runs_it=runs)
        return {
            "booking": row,
            "when": span(row.start, row.end, row.place.zone),
            "held_until": moment(row.hold_expires_at, row.place.zone),
            "add_ons": add_ons(row),
            "moves": open_moves(user, row, now),
            "may_move": all_sessions and may_be_moved(row),
            "remarks": remarks_on(row),
            "roster": attendees.roster_of(row, request, now),
            "previews_page": previews.links_to_previews(request, row),
            "price": price_in_words(row.quote_as_sold),
            "terms": terms_of(row),
            "answers": answers.of_booking(row),
            "care": answers.on_care(enquiry) if runs else [],
            "events": events_of(row),
            "papers": papers_of(row, user),
            "private_link": settings.SITE_URL + booking_path(row) if may_give_link else "",
            "may_renew_link": all_sessions and row.confirmed_at is not None,
            "client_page": row.client and all_sessions and page_of(row.client),
            "enquiry_page": page_of(enquiry) if all_sessions else "",
        }

    @display(description=_("when"), ordering="start")
    def when(self, booking: Any) -> SafeString:
        return cell(
            "booking",
            reference=booking.reference,
            when=span(booking.start, booking.end, booking.place.zone),
            page=page_of(booking) if booking.is_open else "",
        )

    @display(description=_("client"), ordering="client__name")
    def who(self, booking: Any) -> str:
        if not booking.is_open:
            return gettext("a colleague’s")
        return str(booking.client or gettext("Nobody named yet"))

    @display(description=_("package"))
    def what(self, booking: Any) -> str:
        return str(booking.package_as_sold["name"])

    @display(description=_("where"), ordering="place")
    def where(self, booking: Booking) -> str:
        return str(booking.room or booking.place)

    @display(description=_("state"), ordering="state")
    def state_label(self, booking: Booking) -> SafeString:
        return cell("state", state=booking.state, label=booking.get_state_display())


def move_view(
    admin: ReadingAdmin, request: HttpRequest, booking: Booking, slug: str
) -> HttpResponse:
    """Asks before the move (GET), makes it (POST)."""
    if slug not in SLUGS:
        raise Http404
    move = move_called(slug, signed_in(request), booking)
    if move is None:
        raise PermissionDenied
    form = move.form(request.POST if request.method == "POST" else None)
    if form.is_valid():
        return _make(request, move, booking, form.cleaned_data)
    now = timezone.now()
    page = {
        "booking": booking,
        "when": span(booking.start, booking.end, booking.place.zone),
        "move": move,
        "is_open": is_open(move, booking, now),
        "cost": move.cost(booking, now) if move.cost else [],
        "form": form,
        "title": move.label,
    }
    return admin.shown(request, "admin/desk/move.html", booking, page)


def _make(
    request: HttpRequest, move: Move, booking: Booking, asked: dict[str, Any]
) -> HttpResponseRedirect:
    """Run the move's moment; what it refuses is said in its own words."""
    try:
        move.moment(booking, timezone.now(), actor=signed_in(request), **asked)
    except BookingError as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, str(move.done))
    return HttpResponseRedirect(reverse("admin:bookings_booking_change", args=[booking.pk]))
