"""The admin's sidebar: the day's work first, then people, what is sold, and the house."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Heading, then each entry: its words, its subject, its icon.
GROUPS: tuple[tuple[Promise, tuple[tuple[Promise, str, str], ...]], ...] = (
    (
        _("Work"),
        (
            (_("Bookings"), "bookings.booking", "calendar_month"),
            (_("Shoot briefs"), "bookings.shootbrief", "assignment"),
            (_("Session records"), "bookings.sessionrecord", "photo_camera"),
        ),
    ),
    (
        _("Clients"),
        (
            (_("Enquiries"), "bookings.enquiry", "forum"),
            (_("Clients"), "bookings.client", "person"),
            (_("Letters"), "bookings.notice", "mail"),
        ),
    ),
    (
        _("What we sell"),
        (
            (_("Packages"), "bookings.package", "sell"),
            (_("Add-ons"), "bookings.addon", "add_circle"),
        ),
    ),
    (
        _("The house"),
        (
            (_("Studio and rules"), "bookings.studio", "storefront"),
            (_("Places and rooms"), "bookings.place", "meeting_room"),
            (_("Photographers"), "bookings.photographer", "badge"),
            (_("Closures"), "bookings.closure", "event_busy"),
            (_("Staff accounts"), "auth.user", "key"),
            (_("Groups"), "auth.group", "group"),
        ),
    ),
)


def navigation(request: HttpRequest) -> list[dict[str, Any]]:
    """The entries that whoever asks may open, in their groups."""
    index = reverse("admin:index")
    today = {"title": _("Today"), "icon": "today", "link": index, "active": request.path == index}
    groups: list[dict[str, Any]] = [{"items": [today]}]
    for heading, entries in GROUPS:
        items = [_entry(*entry) for entry in entries if _may_view(request, entry[1])]
        if items:
            groups.append({"title": heading, "items": items})
    return groups


def _entry(words: Promise, subject: str, icon: str) -> dict[str, Any]:
    address = subject.replace(".", "_")
    return {"title": words, "icon": icon, "link": reverse(f"admin:{address}_changelist")}


def _may_view(request: HttpRequest, subject: str) -> bool:
    app, model = subject.split(".")
    return request.user.has_perm(f"{app}.view_{model}")
