"""What every client page shows of the studio."""

from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from bookings.catalogue.models import Studio


def studio(request: HttpRequest) -> dict[str, Any]:
    """The studio, read only where a template asks for it, and where the language switch leads."""
    return {
        "studio": SimpleLazyObject(Studio.objects.select_related("logo").first),
        "this_page": _this_page(request),
    }


def _this_page(request: HttpRequest) -> str:
    """The address that shows this page again: of an answer to a form, the page it stood on."""
    if request.method in ("GET", "HEAD"):
        return request.get_full_path()
    came_from = urlsplit(request.headers.get("Referer", ""))
    return came_from._replace(scheme="", netloc="", fragment="").geturl() or request.path
