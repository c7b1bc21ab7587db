"""Clients: who books, how to reach them, and what they booked."""

from datetime import datetime
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Max, Model, Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display
from unfold.widgets import UnfoldAdminSelectWidget

from bookings import moments
from bookings.admin.clock import moment, span
from bookings.admin.pages import KeptAdmin, page_of, signed_in
from bookings.admin.permissions import may_erase
from bookings.booking.errors import BookingError
from bookings.booking.models import Booking, Client
from bookings.booking.states import BookingState

TOOK_PLACE = Max(
    "bookings__start",
    filter=Q(bookings__state__in=(BookingState.COMPLETED, BookingState.DELIVERED)),
)
"""When the client was last photographed; what is ahead or was called off is no session yet."""


class ClientForm(forms.ModelForm):
    """How to reach a client, and in which of the site's languages."""

    language = forms.ChoiceField(
        label=_("Language"), choices=settings.LANGUAGES, widget=UnfoldAdminSelectWidget
    )


@admin.register(Client)
class ClientAdmin(KeptAdmin):
    """Clients; they come by booking or writing, so none is added here."""

    form = ClientForm
    list_display = ("name", "email", "phone", "sessions", "last_session")
    search_fields = ("name", "email", "phone")
    ordering = ("name", "pk")
    readonly_fields = ("known_since", "history")
    annotations = {"sessions": Count("bookings"), "last_session": TOOK_PLACE}
    fieldsets = (
        (None, {"fields": ("name", "email", "phone", "language", "known_since")}),
        (_("Bookings and enquiries"), {"fields": ("history",)}),
    )
    change_form_outer_before_template = "admin/desk/partials/client_deeds.html"

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        """Nothing is written over a client who was erased."""
        is_erased = isinstance(obj, Client) and obj.erased_at is not None
        return super().has_change_permission(request, obj) and not is_erased

    def get_urls(self) -> list[URLPattern]:
        erase = self.admin_site.admin_view(self.erase_view)
        name = "bookings_client_erase"
        return [path("<path:object_id>/erase/", erase, name=name), *super().get_urls()]

    def render_change_form(self, request: HttpRequest, context: Any, **kwargs: Any) -> Any:
        """The client's page, with what can be done beside writing on it."""
        client = kwargs.get("obj")
        if client is not None and client.erased_at is None:
            context |= {
                "telephone_page": f"{reverse('admin:bookings_booking_telephone')}"
                f"?client={client.pk}",
                "erase_page": reverse("admin:bookings_client_erase", args=[client.pk])
                if may_erase(request.user)
                else "",
            }
        return super().render_change_form(request, context, **kwargs)

    def erase_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Says what goes and what stays (GET), erases the client (POST)."""
        if not may_erase(request.user):
            raise PermissionDenied
        client = self.get_object(request, unquote(object_id))
        if client is None:
            raise Http404
        refusal, now = "", timezone.now()
        if request.method == "POST":
            try:
                moments.erase_client(client, now, actor=signed_in(request))
            except BookingError as still:
                refusal = str(still)
            else:
                messages.success(request, gettext("The client is erased."))
                return redirect("admin:bookings_client_changelist")
        page = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": client,
            "client": client,
            "bookings": client.bookings.count(),
            "enquiries": client.enquiries.count(),
            "ahead": _ahead_of(client, now),
            "refusal": refusal,
            "back": page_of(client),
            "title": gettext("Erase this client"),
        }
        return TemplateResponse(request, "admin/desk/erase.html", page)

    @display(description=_("bookings"), ordering="sessions")
    def sessions(self, client: Any) -> int:
        count: int = client.sessions
        return count

    @display(description=_("last session"), ordering="last_session")
    def last_session(self, client: Any) -> str:
        return moment(client.last_session)

    @display(description=_("known since"))
    def known_since(self, client: Client) -> str:
        return moment(client.created_at)

    @display(description=_("history"))
    def history(self, client: Client) -> SafeString:
        bookings = client.bookings.select_related("place").order_by("-start")
        enquiries = client.enquiries.order_by("-created_at")
        return render_to_string(
            "admin/desk/client_history.html",
            {
                "bookings": [
                    (row, span(row.start, row.end, row.place.zone), page_of(row))
                    for row in bookings
                ],
                "enquiries": [(row, moment(row.created_at), page_of(row)) for row in enquiries],
            },
        )


def _ahead_of(client: Client, now: datetime) -> list[tuple[Booking, str, str]]:
    """The sessions that stand in the way of erasing `client`, with when they are and their page."""
    rows = client.bookings.filter(state=BookingState.CONFIRMED, end__gt=now)
    return [
        (row, span(row.start, row.end, row.place.zone), page_of(row))
        for row in rows.select_related("place").order_by("start")
    ]
