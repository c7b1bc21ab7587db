"""Shoot briefs: each version as a call sheet to read, edit, compare, print, approve, renew."""

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
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from bookings import moments
from bookings.admin import (
    brief_drawings,
    brief_paper,
    brief_versions,
    call_sheet,
    permissions,
)
from bookings.admin.brief_edits import EditForm, carry_out
from bookings.admin.brief_people import sitters_of
from bookings.admin.clock import length, moment, span
from bookings.admin.pages import ReadingAdmin, cell, page_of, signed_in
from bookings.admin.papers import name_of
from bookings.booking.errors import BookingError, IllegalMove
from bookings.briefs import pdf
from bookings.briefs.models import BriefEdit, ShootBrief
from bookings.moments import NoSuchLine
from bookings.notices.particulars import add_ons


class StandingFilter(admin.SimpleListFilter):
    """Current briefs, unless earlier versions are asked for."""

    title = pgettext_lazy("column", "standing")
    parameter_name = "standing"
    standings = {
        "open": Q(is_current=True, approved_at__isnull=True),
        "late": Q(is_current=True, approved_at__isnull=True, once_approved_at__isnull=False),
        "approved": Q(is_current=True, approved_at__isnull=False),
        "earlier": Q(is_current=False),
    }

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("open", gettext("To be approved")),
            ("late", gettext("Changed since approval")),
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
            .annotate(once_approved_at=brief_versions.LAST_APPROVAL)
        )
        return permissions.within_reach(request.user, rows, "booking__")

    def get_urls(self) -> list[URLPattern]:
        views = {
            "approve": self.approve_view,
            "recompose": self.recompose_view,
            "lines": self.edit_view,
            "pdf": self.pdf_view,
        }
        own = [
            path(
                f"<path:object_id>/{deed}/",
                self.admin_site.admin_view(view),
                name=f"bookings_shootbrief_{deed}",
            )
            for deed, view in views.items()
        ]
        return [*own, *super().get_urls()]

    def page(self, request: HttpRequest, row: ShootBrief) -> dict[str, Any]:
        return self._page(request, row, is_edited="edit" in request.GET)

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
        if not self._may_change(request, brief):
            raise PermissionDenied
        latest = moments.recompose_brief(brief.booking, timezone.now(), actor=signed_in(request))
        messages.success(
            request, gettext("Version %(version)d is composed.") % {"version": latest.version}
        )
        return redirect(page_of(latest))

    def edit_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """One line reworded, struck, added or put back (POST); a slip stays beside its field."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        brief = self._brief(request, object_id)
        if not self._may_change(request, brief):
            raise PermissionDenied
        form = EditForm(request.POST)
        if form.has_error("words"):
            page = self._page(request, brief, is_edited=True)
            return self.shown(request, self.page_template, brief, {**page, "slip": form})
        section = self._edited(request, brief, form)
        return redirect(f"{page_of(brief)}?edit=1#section-{section}" if section else page_of(brief))

    def pdf_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """The sheet as a file, where this machine can make one."""
        brief = self._brief(request, object_id)
        if not pdf.is_available():
            raise Http404
        runs = permissions.runs(request.user, brief.booking)
        sheet = self._sheet(brief, call_sheet.edits_of(brief.booking), with_care=runs)
        name = f"brief-{brief.booking.reference}-v{brief.version}.pdf"
        return HttpResponse(
            brief_paper.written(sheet),
            content_type="application/pdf",
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )

    def _page(self, request: HttpRequest, row: ShootBrief, *, is_edited: bool) -> dict[str, Any]:
        """What the page shows: the sheet, and around it what can be done and what changed."""
        runs = permissions.runs(request.user, row.booking)
        may_edit = row.is_current and self._may_change(request, row)
        edits, versions = call_sheet.edits_of(row.booking), brief_versions.versions_of(row.booking)
        return {
            **self._sheet(row, edits, with_care=runs, is_edited=may_edit and is_edited),
            "booking_page": page_of(row.booking),
            "every_reason": "why" in request.GET,
            "versions": brief_versions.listed(versions, row),
            "late_change": brief_versions.late_change(row, versions, edits, with_care=runs),
            "comparison": brief_versions.comparison(
                row, request.GET.get("against", ""), with_care=runs
            ),
            "may_approve": runs and row.is_current and row.approved_at is None,
            "may_edit": may_edit,
            "has_pdf": pdf.is_available(),
        }

    def _sheet(
        self, row: ShootBrief, edits: list[BriefEdit], *, with_care: bool, is_edited: bool = False
    ) -> dict[str, Any]:
        """What stands on the sheet itself, on a page as on paper."""
        booking, brief = row.booking, call_sheet.read(row)
        worded = call_sheet.sections(brief, edits, with_care=with_care, with_empty=is_edited)
        return {
            "title": gettext("Shoot brief %(reference)s") % {"reference": booking.reference},
            "brief": row,
            "booking": booking,
            "when": span(booking.start, booking.end, booking.place.zone),
            "length": length(booking.end - booking.start),
            "add_ons": add_ons(booking),
            "figures": call_sheet.figures(brief),
            "board": brief_drawings.set_up(brief),
            "lead": [section for section in worded if section.leads],
            "sections": [section for section in worded if not section.leads],
            "composed": moment(row.composed_at, booking.place.zone),
            "approved": moment(row.approved_at, booking.place.zone),
            "approved_by": name_of(row.approved_by) if row.approved_by else "",
            "brought": call_sheet.bag_of(booking) if row.is_current else None,
            "sitters": sitters_of(booking, with_care=with_care) if row.is_current else (),
            "is_edited": is_edited,
        }

    def _edited(self, request: HttpRequest, brief: ShootBrief, form: EditForm) -> str:
        """Make the edit, or say why it can't be made; gives its section, "" where it can't."""
        user = signed_in(request)
        runs = permissions.runs(user, brief.booking)
        try:
            section = carry_out(brief, form, timezone.now(), actor=user, with_care=runs)
        except NoSuchLine:
            messages.error(request, gettext("That line is no longer there. Nothing was changed."))
            return ""
        except IllegalMove as refusal:
            messages.error(request, str(refusal))
            return ""
        if brief.approved_by is not None:
            words = gettext("The line is changed. The brief waits for approval again.")
            messages.warning(request, words)
        return section

    def _brief(self, request: HttpRequest, object_id: str) -> ShootBrief:
        brief: ShootBrief | None = self.get_object(request, unquote(object_id))
        if brief is None or not self.has_view_permission(request, brief):
            raise Http404
        return brief

    def _may_change(self, request: HttpRequest, brief: ShootBrief) -> bool:
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

    @display(description=pgettext_lazy("column", "standing"), ordering="approved_at")
    def standing(self, brief: Any) -> SafeString:
        if not brief.is_current:
            return cell("state", state="released", label=gettext("Earlier version"))
        if brief.approved_at is None and brief.once_approved_at is not None:
            return cell("state", state="cancelled", label=gettext("Changed since approval"))
        if brief.approved_at is None:
            return cell("state", state="held", label=gettext("To be approved"))
        return cell("state", state="confirmed", label=gettext("Approved"))
