"""What holds for client pages whatever view answers, or none: a studio that is not there yet."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bookings.catalogue.models import Studio


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
