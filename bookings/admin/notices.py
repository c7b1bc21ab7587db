"""Letters: what waits, what went out, what was given up; and each letter to read."""

import logging
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.utils import unquote
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

from bookings.admin.clock import moment
from bookings.admin.pages import ReadingAdmin, cell, page_of
from bookings.admin.papers import standing_of
from bookings.admin.previews import links_to_previews
from bookings.booking.states import BookingState
from bookings.notices import outbox
from bookings.notices.letters import Letter, letter_for
from bookings.notices.models import Notice

logger = logging.getLogger(__name__)


class StandingFilter(admin.SimpleListFilter):
    """How a letter stands."""

    title = pgettext_lazy("column", "standing")
    parameter_name = "standing"
    standings = {
        "waiting": Q(sent_at=None, given_up_at=None, withdrawn_at=None),
        "sent": Q(sent_at__isnull=False),
        "given_up": Q(given_up_at__isnull=False),
        "withdrawn": Q(withdrawn_at__isnull=False),
    }

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            ("waiting", gettext("Waiting")),
            ("sent", gettext("Sent")),
            ("given_up", gettext("Given up")),
            ("withdrawn", gettext("Withdrawn")),
        ]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return queryset.filter(self.standings.get(self.value() or "", Q()))


@admin.register(Notice)
class NoticeAdmin(ReadingAdmin):
    """The outbox, every letter in it readable."""

    page_template = "admin/desk/letter.html"
    list_display = ("letter", "recipient_name", "recipient_email", "due", "standing", "attempts")
    list_filter = (StandingFilter, "kind")
    search_fields = ("recipient_name", "recipient_email", "booking__reference")
    show_full_result_count = False

    def get_urls(self) -> list[URLPattern]:
        again = self.admin_site.admin_view(self.try_again_view)
        name = "bookings_notice_try_again"
        return [path("<path:object_id>/try-again/", again, name=name), *super().get_urls()]

    def page(self, request: HttpRequest, row: Notice) -> dict[str, Any]:
        is_kept = row.sent_at is not None
        letter = None if is_kept else _as_it_would_be_sent(row)
        about = row.booking or row.enquiry
        return {
            "notice": row,
            "standing": standing_of(row),
            "is_kept": is_kept,
            "is_written": is_kept or letter is not None,
            "subject": letter.subject if letter else row.subject,
            "text": letter.text if letter else row.body_text,
            "html": letter.html if letter else row.body_html,
            "written": moment(row.created_at),
            "due": moment(row.due_at),
            "sent": moment(row.sent_at),
            "about": about,
            "about_page": page_of(about) if about else "",
            "previews_page": links_to_previews(request, row.booking) if row.booking else "",
            "may_try_again": row.given_up_at is not None and self._may_send(request),
        }

    def try_again_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """A letter that was given up is put back among the waiting (POST)."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not self._may_send(request):
            raise PermissionDenied
        notice = self.get_object(request, unquote(object_id))
        if notice is None:
            raise Http404
        if outbox.try_again(notice, timezone.now()):
            messages.success(request, gettext("The letter goes out within a minute."))
        else:
            messages.warning(request, gettext("This letter is not given up, so nothing was done."))
        return redirect(page_of(notice))

    def _may_send(self, request: HttpRequest) -> bool:
        return request.user.has_perm("bookings.change_notice")

    @display(description=_("letter"), ordering="kind")
    def letter(self, notice: Notice) -> str:
        return notice.get_kind_display()

    @display(description=_("due"), ordering="due_at")
    def due(self, notice: Notice) -> str:
        return moment(notice.due_at)

    @display(description=pgettext_lazy("column", "standing"))
    def standing(self, notice: Notice) -> SafeString:
        return cell("state", state=_colour(notice), label=standing_of(notice))


def _as_it_would_be_sent(notice: Notice) -> Letter | None:
    """The letter; None where it can't be written: its page must show why it was not sent."""
    try:
        return letter_for(notice, private_link=False)
    except Exception:  # the worker meets the same error, keeps it on the row and tries again
        logger.exception("Letter %s could not be written", notice.key)
        return None


def _colour(notice: Notice) -> str:
    """The state of a booking whose colour says how the letter stands."""
    if notice.sent_at:
        return BookingState.CONFIRMED
    if notice.withdrawn_at:
        return BookingState.RELEASED
    return BookingState.CANCELLED if notice.given_up_at else BookingState.HELD
