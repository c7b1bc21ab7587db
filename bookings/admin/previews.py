"""Every kind of letter about one booking, as it would read today with the booking's own data."""

import logging
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from bookings.admin import permissions
from bookings.admin.clock import span
from bookings.admin.pages import ReadingAdmin, signed_in
from bookings.booking.models import Booking
from bookings.notices.letters import Letter, letter_for
from bookings.notices.models import Notice

logger = logging.getLogger(__name__)

Kind = Notice.Kind

TO_THE_PHOTOGRAPHER = (Kind.ASSIGNMENT, Kind.RESCHEDULED, Kind.HANDED_OVER, Kind.UNASSIGNED)
TO_AN_ATTENDEE = (Kind.INVITATION, Kind.SLOT_CHOSEN, Kind.UNINVITED)
WITH_A_MESSAGE = (Kind.ENQUIRY_MESSAGE, Kind.ENQUIRY_RECEIPT)
ABOUT_THE_ENQUIRY = (*WITH_A_MESSAGE, Kind.WAITING)
ALSO_TO_AN_ATTENDEE = {
    Kind.MOVED: _("New time, to the attendee"),
    Kind.CANCELLED: _("Cancellation to the attendee"),
    Kind.REMINDER: _("Reminder to the attendee"),
}
"""Letters that the client gets too; a person of a company day reads other words."""

ATTENDEE = "attendee-"


@dataclass(frozen=True, slots=True)
class Preview:
    """One letter that can be read: its address, what it is, and whether an attendee gets it."""

    slug: str
    label: str
    kind: Notice.Kind
    is_to_attendee: bool


def previews_for(booking: Booking) -> list[Preview]:
    """The letters that `booking` could ever cause, in the order of the trade."""
    if booking.client is None:
        return []
    left_out: set[str] = set() if booking.enquiry.message else set(WITH_A_MESSAGE)
    if not booking.enquiry.waiting.exists():
        left_out.add(Kind.WAITING)
    has_people = booking.attendees.exists()
    if not has_people:
        left_out |= set(TO_AN_ATTENDEE)
    kinds = [kind for kind in Notice.Kind if kind not in left_out]
    found = [Preview(kind, str(kind.label), kind, kind in TO_AN_ATTENDEE) for kind in kinds]
    if has_people:
        found += [
            Preview(f"{ATTENDEE}{kind}", str(label), kind, is_to_attendee=True)
            for kind, label in ALSO_TO_AN_ATTENDEE.items()
        ]
    return found


def links_to_previews(request: HttpRequest, booking: Booking) -> str:
    """The path of the previews where whoever asks may read letters, else nothing."""
    may_read = request.user.has_perm("bookings.view_notice") and booking.client is not None
    return reverse("admin:bookings_booking_letters", args=[booking.pk]) if may_read else ""


def previews(
    admin: ReadingAdmin, request: HttpRequest, booking: Booking, slug: str = ""
) -> HttpResponse:
    """One letter as text and as a page, and the way to the others."""
    if not request.user.has_perm("bookings.view_notice"):
        raise PermissionDenied
    known = previews_for(booking)
    chosen = next((one for one in known if slug in ("", one.slug)), None)
    if chosen is None:
        raise Http404
    notice = unsent(booking, chosen)
    page: dict[str, Any] = {
        "booking": booking,
        "when": span(booking.start, booking.end, booking.place.zone),
        "previews": known,
        "chosen": chosen,
        "notice": notice,
        "letter": _written(request, notice),
        "title": gettext("How letters read"),
    }
    return admin.shown(request, "admin/desk/previews.html", booking, page)


def unsent(booking: Booking, preview: Preview) -> Notice:
    """The letter as a row that is never saved, to its reader and in their language."""
    now = timezone.now()
    notice = Notice(kind=preview.kind, created_at=now, due_at=now, language=booking.language)
    if preview.kind in ABOUT_THE_ENQUIRY:
        notice.enquiry = booking.enquiry
        notice.message = booking.enquiry.message
        notice.entry = booking.enquiry.waiting.order_by("created_at", "pk").last()
    else:
        notice.booking = booking
    if preview.kind in TO_THE_PHOTOGRAPHER:
        notice.language = settings.LANGUAGE_CODE
        notice.recipient_name = booking.photographer.name
        notice.recipient_email = booking.photographer.user.email
        return notice
    reader: Any = booking.client
    if preview.is_to_attendee:
        reader = notice.attendee = booking.attendees.order_by("slot", "pk").first()
    notice.recipient_name, notice.recipient_email = reader.name, reader.email
    return notice


def _written(request: HttpRequest, notice: Notice) -> Letter | None:
    """The letter; None where its words can't be put together, which the log explains."""
    try:
        return letter_for(notice, private_link=_may_hand_out(request, notice))
    except Exception:  # a broken template must not take the page down that shows it
        logger.exception("Letter %s could not be previewed", notice.kind)
        return None


def _may_hand_out(request: HttpRequest, notice: Notice) -> bool:
    """Whether the reader may see the private link that the letter carries."""
    if notice.attendee is not None:  # theirs alone, and it opens what they said about care
        return False
    enquiry = notice.booking.enquiry if notice.booking else notice.enquiry
    booking = enquiry.latest_booking if enquiry else None
    if enquiry is None or booking is None:
        return False
    user = signed_in(request)
    return permissions.gives_link(user, enquiry, runs_it=permissions.runs(user, booking))
