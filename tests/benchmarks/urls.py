"""The site's own addresses, and a bare view beside them to measure against."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from studio.urls import handler400, handler403, handler404, handler500, urlpatterns

__all__ = ["handler400", "handler403", "handler404", "handler500"]


def bare(request: HttpRequest) -> HttpResponse:
    """What the framework, its middleware and the server cost before any page is made."""
    return HttpResponse("ok")


urlpatterns = [path("bare/", bare), *urlpatterns]
