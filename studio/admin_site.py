"""The staff's admin: the studio's name on it, and the content policy that its theme needs."""

from collections.abc import Callable

from csp.decorators import csp_update
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext_lazy as _
from unfold.sites import UnfoldAdminSite

from bookings.catalogue.models import Studio


def studio_name(request: HttpRequest) -> str:
    """The studio's own name, for the admin's title."""
    studio = Studio.objects.only("name").first()
    return studio.name if studio else "Catchlight"


class CatchlightAdminSite(UnfoldAdminSite):
    """The admin under the studio's name."""

    index_title = _("Desk")

    def admin_view(
        self, view: Callable[..., HttpResponseBase], cacheable: bool = False
    ) -> Callable[..., HttpResponseBase]:
        """Every admin page, under the admin's own content policy."""
        return csp_update(settings.ADMIN_CONTENT_SECURITY_POLICY)(
            super().admin_view(view, cacheable)
        )
