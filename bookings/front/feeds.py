"""The calendars that staff subscribe to; what they say is in `bookings.notices.feeds`."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from bookings.front.private import private_page
from bookings.notices.feeds import etag, feed_behind, last_change, rendered


@private_page
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar behind `token`; 304, without writing it out, to who has it already.

    Last-Modified is for people: a client who changes their name leaves no date behind, so only
    the ETag decides.
    """
    asked = feed_behind(token, timezone.now())
    mark, changed = etag(asked), last_change(asked)
    response = get_conditional_response(request, etag=mark)
    if response is None:
        response = HttpResponse(rendered(asked), content_type="text/calendar; charset=utf-8")
    response["ETag"] = mark
    if changed:
        response["Last-Modified"] = http_date(changed.timestamp())
    return response
