"""Enquiries: the client's answers in words, what we advised, what they chose."""

from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display

from bookings import moments
from bookings.admin import answers, permissions
from bookings.admin.advice import advice_of, style_in_words
from bookings.admin.clock import moment
from bookings.admin.pages import ReadingAdmin, cell, page_of
from bookings.booking.links import enquiry_path
from bookings.booking.models import Booking, Enquiry


class MessageFilter(admin.SimpleListFilter):
    """Enquiries that wait for an answer from a person, and those that became bookings."""

    title = _("what came of it")
    parameter_name = "came_of_it"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("message", gettext("Message to the studio")),
            ("booked", gettext("Booked")),
            ("open", gettext("Neither")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        if self.value() == "message":
            return queryset.filter(message_sent_at__isnull=False)
        if self.value() == "booked":
            return queryset.filter(is_booked=True)
        if self.value() == "open":
            return queryset.filter(is_booked=False, message_sent_at__isnull=True)
        return queryset


@admin.register(Enquiry)
class EnquiryAdmin(ReadingAdmin):
    """Enquiries to read; care answers are not on these pages but for who runs the session."""

    page_template = "admin/desk/enquiry.html"
    list_display = ("number", "started", "client", "advised", "package", "came_of_it")
    list_filter = (MessageFilter, "kind")
    search_fields = ("client__name", "client__email", "bookings__reference")
    list_select_related = ("client", "package")
    annotations = {"is_booked": Exists(Booking.objects.live().filter(enquiry=OuterRef("pk")))}
    date_hierarchy = "created_at"
    show_full_result_count = False

    def get_urls(self) -> list[URLPattern]:
        renew = self.admin_site.admin_view(self.renew_view)
        name = "bookings_enquiry_renew_link"
        return [path("<path:object_id>/renew-link/", renew, name=name), *super().get_urls()]

    def page(self, request: HttpRequest, row: Enquiry) -> dict[str, Any]:
        bookings = list(row.bookings.select_related("place", "photographer"))
        runs = any(permissions.runs(request.user, booking) for booking in bookings)
        may_give_link = permissions.gives_link(request.user, row, runs_it=runs)
        return {
            "enquiry": row,
            "started": moment(row.created_at),
            "last_answer": moment(row.updated_at),
            "message_sent": moment(row.message_sent_at),
            "client_page": page_of(row.client) if row.client else "",
            "answers": answers.of_enquiry(row),
            "care": answers.on_care(row) if runs else [],
            "advice": advice_of(row),
            "add_ons": [str(add_on) for add_on in row.add_ons.all()],
            "bookings": [
                (booking, moment(booking.start, booking.place.zone), page_of(booking))
                for booking in bookings
            ],
            "private_link": settings.SITE_URL + enquiry_path(row) if may_give_link else "",
            "may_renew_link": permissions.works_for_all(request.user),
        }

    def renew_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Asks first (GET), then gives the enquiry a new private link (POST)."""
        if not permissions.works_for_all(request.user):
            raise PermissionDenied
        enquiry = self.get_object(request, unquote(object_id))
        if enquiry is None:
            raise Http404
        if request.method == "POST":
            moments.renew_enquiry_link(enquiry)
            messages.success(
                request, gettext("The private link is renewed; the ones before lead nowhere.")
            )
            return redirect(page_of(enquiry))
        page = {"enquiry": enquiry, "back": page_of(enquiry), "title": gettext("Renew the link")}
        return self.shown(request, "admin/desk/renew_link.html", enquiry, page)

    @display(description=_("enquiry"), ordering="pk")
    def number(self, enquiry: Enquiry) -> str:
        return str(enquiry)

    @display(description=_("started"), ordering="created_at")
    def started(self, enquiry: Enquiry) -> str:
        return moment(enquiry.created_at)

    @display(description=_("we advised"), ordering="style")
    def advised(self, enquiry: Enquiry) -> str:
        return style_in_words(enquiry.style) or enquiry.get_kind_display()

    @display(description=_("came of it"))
    def came_of_it(self, enquiry: Any) -> SafeString | str:
        if enquiry.is_booked:
            return cell("state", state="confirmed", label=gettext("Booked"))
        if enquiry.message_sent_at:
            return cell("state", state="held", label=gettext("Message"))
        return ""
