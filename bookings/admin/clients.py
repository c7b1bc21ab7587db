"""Clients: who books, how to reach them, and what they booked."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.db.models import Count, Max
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display
from unfold.widgets import UnfoldAdminSelectWidget

from bookings.admin.clock import moment, span
from bookings.admin.pages import KeptAdmin, page_of
from bookings.booking.models import Client


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
    annotations = {"sessions": Count("bookings"), "last_session": Max("bookings__start")}
    fieldsets = (
        (None, {"fields": ("name", "email", "phone", "language", "known_since")}),
        (_("Bookings and enquiries"), {"fields": ("history",)}),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

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
