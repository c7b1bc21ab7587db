"""The admin's sidebar: the day's work first, then people, what is sold, and the house."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bookings.admin.permissions import works_for_all

BY_TELEPHONE = "bookings.booking.telephone"
"""A page of its own among the subjects: the bookings that the desk makes."""

OWN_KIT = "bookings.photographer.kit"
"""The way to their own kit, for who may look at no other's."""

# Heading, then each entry: its words, its subject, its icon.
GROUPS: tuple[tuple[Promise, tuple[tuple[Promise, str, str], ...]], ...] = (
    (
        _("Work"),
        (
            (_("Bookings"), "bookings.booking", "calendar_month"),
            (_("Book by telephone"), BY_TELEPHONE, "call"),
            (_("Shoot briefs"), "bookings.shootbrief", "assignment"),
            (_("Session records"), "bookings.sessionrecord", "photo_camera"),
        ),
    ),
    (
        _("Clients"),
        (
            (_("Enquiries"), "bookings.enquiry", "forum"),
            (_("Clients"), "bookings.client", "person"),
            (_("Waiting list"), "bookings.waitingentry", "hourglass_top"),
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
            (_("My kit"), OWN_KIT, "camera"),
            (_("Closures"), "bookings.closure", "event_busy"),
            (_("Staff accounts"), "auth.user", "key"),
            (_("Groups"), "auth.group", "group"),
        ),
    ),
)


def navigation(request: HttpRequest) -> list[dict[str, Any]]:
    """The entries that whoever asks may open, in their groups."""
    index, telephone = reverse("admin:index"), reverse(f"admin:{BY_TELEPHONE.replace('.', '_')}")
    today = {"title": _("Today"), "icon": "today", "link": index, "active": request.path == index}
    groups: list[dict[str, Any]] = [{"items": [today]}]
    for heading, entries in GROUPS:
        items = [_entry(*entry) for entry in entries if _may_view(request, entry[1])]
        for item in items if request.path == telephone else ():
            item["active"] = item["link"] == telephone  # the diary's address is part of this one
        if items:
            groups.append({"title": heading, "items": items})
    return groups


def _entry(words: Promise, subject: str, icon: str) -> dict[str, Any]:
    address = subject.replace(".", "_")
    is_page = subject in (BY_TELEPHONE, OWN_KIT)
    name = f"admin:{address}" if is_page else f"admin:{address}_changelist"
    return {"title": words, "icon": icon, "link": reverse(name)}


def _may_view(request: HttpRequest, subject: str) -> bool:
    if subject == BY_TELEPHONE:
        return works_for_all(request.user)
    app, model = subject.removesuffix(".kit").split(".")
    if model == "photographer" and works_for_all(request.user) == (subject == OWN_KIT):
        return False
    return request.user.has_perm(f"{app}.view_{model}")
