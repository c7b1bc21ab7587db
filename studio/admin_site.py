"""The staff's admin: the studio's name on it, and the content policy that its theme needs."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from csp.decorators import csp_update
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.template.response import SimpleTemplateResponse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from unfold.sites import UnfoldAdminSite

from bookings.catalogue.models import Studio
from bookings.schedule.models import Place


class CatchlightAdminSite(UnfoldAdminSite):
    """The admin under the studio's name."""

    index_title = _("Desk")

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        """What every admin page shows, the studio's own name over it."""
        name = Studio.objects.values_list("name", flat=True).first() or "Catchlight"
        return {**super().each_context(request), "site_title": name, "site_header": name}

    def admin_view(
        self, view: Callable[..., HttpResponseBase], cacheable: bool = False
    ) -> Callable[..., HttpResponseBase]:
        """Every admin page, on the studio's clock and under the admin's own content policy."""
        on_the_clock = _on_the_studios_clock(super().admin_view(view, cacheable))
        return csp_update(settings.ADMIN_CONTENT_SECURITY_POLICY)(on_the_clock)

    # The sign-in page does not pass admin_view.
    @method_decorator(csp_update(settings.ADMIN_CONTENT_SECURITY_POLICY))
    def login(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponseBase:
        """The sign-in page, under the admin's own content policy too."""
        page: HttpResponseBase = super().login(request, extra_context)
        return page


def _on_the_studios_clock(
    view: Callable[..., HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """`view`, with times that belong to no place shown on the wall clock of the first one."""

    @wraps(view)
    def clocked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        first = Place.objects.only("time_zone").first()
        with timezone.override(first.zone if first else None):
            response = view(request, *args, **kwargs)
            if isinstance(response, SimpleTemplateResponse):
                response.render()
        return response

    return clocked
