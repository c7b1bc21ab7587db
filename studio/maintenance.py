"""The site closed for a while: clients read why and when to come back, staff go on working.

`MAINTENANCE=1` in the environment of the web server switches it on.
"""

from collections.abc import Callable

from django.conf import settings
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from bookings.catalogue.models import Studio

RETRY_AFTER_SECONDS = 600
OPEN_TO_ALL = ("admin:index", "health")
"""Staff have to sign in, and whoever watches the machine has to see that it stands."""

PARTS_OF_THE_PAGE = ("/pictures/", "/theme.")
"""Where the logo and the accent of the closed page come from (`bookings.front.urls`)."""


class MaintenanceMiddleware:
    """503 with Retry-After for everybody but staff while `settings.MAINTENANCE` is on.

    It stands behind the middleware that knows who is signed in.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not settings.MAINTENANCE or is_open(request):
            return self.get_response(request)
        page = {"studio": studio_if_readable()}
        response = render(request, "503_maintenance.html", page, status=503)
        response["Retry-After"] = str(RETRY_AFTER_SECONDS)
        return response


def is_open(request: HttpRequest) -> bool:
    """Whether this request is answered all the same."""
    open_paths = (*map(reverse, OPEN_TO_ALL), *PARTS_OF_THE_PAGE)
    is_for_all = request.path_info.startswith(open_paths)
    return is_for_all or request.user.is_staff


def studio_if_readable() -> Studio | None:
    """Whom to call; nobody where the tables are just being changed."""
    try:
        return Studio.objects.select_related("logo").first()
    except DatabaseError:
        return None
