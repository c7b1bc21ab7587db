"""What holds for client pages whoever answers: private links stay private, refusals too."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bookings.catalogue.models import Studio

FEEDS = "/calendar/"
PRIVATE_PREFIXES = ("/e/", "/b/", "/a/", FEEDS)
"""Where the addresses with private links begin (`bookings.front.urls`)."""

# Pages with forms say `same-origin` in their head (templates/front/private.html): under
# `no-referrer` browsers send `Origin: null` with a form, which the CSRF check must refuse.
PRIVATE_HEADERS = {
    "X-Robots-Tag": "noindex, nofollow",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "private, no-store",
}
# A calendar program keeps what it subscribed to; it asks each time whether that is still so.
FEED_HEADERS = {**PRIVATE_HEADERS, "Cache-Control": "private, no-cache"}


class PrivateLinksMiddleware:
    """Whatever answers at a private link asks not to be found, stored or passed on.

    It stands first, so that refusals of the layers below and faults carry the headers as well.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        path = request.path_info
        if path.startswith(PRIVATE_PREFIXES):
            headers = FEED_HEADERS if path.startswith(FEEDS) else PRIVATE_HEADERS
            for name, value in headers.items():
                response[name] = value
        return response


class StudioIsSetUpMiddleware:
    """503 in plain words where a page asks for the studio and nobody has added it yet."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page for a missing studio; any other fault takes its own way."""
        if not isinstance(exception, Studio.DoesNotExist):
            return None
        return render(request, "503.html", status=503)
