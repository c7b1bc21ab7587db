"""The studio's accent as a small style sheet, since pages may carry no styles of their own."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bookings.catalogue.accents import style_sheet

FOR_EVER = "public, max-age=31536000, immutable"


@require_safe
def theme(request: HttpRequest, accent: str, mark: str) -> HttpResponse:
    """The style sheet of a colour (rrggbb), worked out from the address alone.

    Under a mark of another day it is today's, which nobody shall keep under that address.
    """
    if len(accent) != len("rrggbb"):
        raise Http404
    sheet, mark_of_today = style_sheet(f"#{accent}")
    response = HttpResponse(sheet, content_type="text/css; charset=utf-8")
    response["Cache-Control"] = FOR_EVER if mark == mark_of_today else "no-cache"
    return response
