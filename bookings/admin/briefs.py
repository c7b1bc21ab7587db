"""Shoot briefs: each version as a call sheet to read, print, approve and compose anew."""

from collections.abc import Iterator
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from bookings import moments
from bookings.admin import call_sheet, permissions
from bookings.admin.clock import length, moment, span
from bookings.admin.pages import ReadingAdmin, cell, page_of, signed_in
from bookings.admin.papers import name_of
from bookings.booking.errors import BookingError
from bookings.briefs.models import ShootBrief
from bookings.notices.particulars import add_ons


class StandingFilter(admin.SimpleListFilter):
    """Current briefs, unless earlier versions are asked for."""

    title = _("standing")
    parameter_name = "standing"
    standings = {
        "open": Q(is_current=True, approved_at__isnull=True),
        "approved": Q(is_current=True, approved_at__isnull=False),
        "earlier": Q(is_current=False),
    }

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("open", gettext("To be approved")),
            ("approved", gettext("Approved")),
            ("earlier", gettext("Earlier versions")),
        ]

    def choices(self, changelist: ChangeList) -> Iterator[Any]:
        first, *others = super().choices(changelist)
        yield {**first, "display": gettext("Current")}
        yield from others

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(self.standings.get(self.value() or "", Q(is_current=True)))


@admin.register(ShootBrief)
class ShootBriefAdmin(ReadingAdmin):
    """Briefs, each photographer's own; the owner's pages show all but what was said on care."""

    page_template = "admin/desk/brief.html"
    list_display = ("session", "sitter", "photographer", "version", "composed", "standing")
    list_filter = (StandingFilter, "booking__photographer")
    search_fields = ("booking__reference", "booking__client__name")
    ordering = ("-booking__start", "-version")
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[ShootBrief]:
        rows = (
            super()
            .get_queryset(request)
            .select_related(
                "booking__client",
                "booking__photographer",
                "booking__place",
                "booking__room__place",
                "approved_by",
            )
        )
        return permissions.within_reach(request.user, rows, "booking__")

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path(
                "<path:object_id>/approve/",
                wrap(self.approve_view),
                name="bookings_shootbrief_approve",
            ),
            path(
                "<path:object_id>/recompose/",
                wrap(self.recompose_view),
                name="bookings_shootbrief_recompose",
            ),
            *super().get_urls(),
        ]

    def page(self, request: HttpRequest, row: ShootBrief) -> dict[str, Any]:
        booking, brief = row.booking, call_sheet.read(row)
        runs = permissions.runs(request.user, booking)
        return {
            "title": gettext("Shoot brief %(reference)s") % {"reference": booking.reference},
            "brief": row,
            "booking": booking,
            "booking_page": page_of(booking),
            "when": span(booking.start, booking.end, booking.place.zone),
            "length": length(booking.end - booking.start),
            "add_ons": add_ons(booking),
            "figures": call_sheet.figures(brief),
            "sections": call_sheet.sections(brief, with_care=runs),
            "composed": moment(row.composed_at, booking.place.zone),
            "approved": moment(row.approved_at, booking.place.zone),
            "approved_by": name_of(row.approved_by) if row.approved_by else "",
            "versions": [(other, page_of(other)) for other in booking.briefs.order_by("-version")],
            "may_approve": runs and row.is_current and row.approved_at is None,
            "may_recompose": row.is_current and self._may_recompose(request, row),
        }

    def approve_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The photographer puts their name to the brief (POST)."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        brief = self._brief(request, object_id)
        if not permissions.runs(request.user, brief.booking):
            raise PermissionDenied
        try:
            moments.approve_brief(brief, timezone.now(), actor=signed_in(request))
        except BookingError as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, gettext("The brief is approved."))
        return redirect(page_of(brief))

    def recompose_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """A new version from the answers, kit and room as they are now (POST)."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        brief = self._brief(request, object_id)
        if not self._may_recompose(request, brief):
            raise PermissionDenied
        latest = moments.recompose_brief(brief.booking, timezone.now(), actor=signed_in(request))
        messages.success(
            request, gettext("Version %(version)d is composed.") % {"version": latest.version}
        )
        return redirect(page_of(latest))

    def _brief(self, request: HttpRequest, object_id: str) -> ShootBrief:
        brief: ShootBrief | None = self.get_object(request, unquote(object_id))
        if brief is None or not self.has_view_permission(request, brief):
            raise Http404
        return brief

    def _may_recompose(self, request: HttpRequest, brief: ShootBrief) -> bool:
        return permissions.runs(request.user, brief.booking) or request.user.has_perm(
            "bookings.change_shootbrief"
        )

    @display(description=_("session"), ordering="booking__start")
    def session(self, brief: ShootBrief) -> SafeString:
        booking = brief.booking
        when = span(booking.start, booking.end, booking.place.zone)
        return cell("booking", reference=booking.reference, when=when)

    @display(description=_("sitter"), ordering="booking__client__name")
    def sitter(self, brief: ShootBrief) -> str:
        return str(brief.booking.client or "")

    @display(description=_("photographer"), ordering="booking__photographer")
    def photographer(self, brief: ShootBrief) -> str:
        return str(brief.booking.photographer)

    @display(description=_("composed"), ordering="composed_at")
    def composed(self, brief: ShootBrief) -> str:
        return moment(brief.composed_at, brief.booking.place.zone)

    @display(description=_("standing"), ordering="approved_at")
    def standing(self, brief: ShootBrief) -> SafeString:
        if not brief.is_current:
            return cell("state", state="released", label=gettext("Earlier version"))
        if brief.approved_at is None:
            return cell("state", state="held", label=gettext("To be approved"))
        return cell("state", state="confirmed", label=gettext("Approved"))
