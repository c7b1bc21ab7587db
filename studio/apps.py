"""The site's apps: its own admin site in the place of Django's, and its system checks."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class CatchlightAdminConfig(AdminConfig):
    """Django's admin with the studio's own site as the default."""

    default_site = "studio.admin_site.CatchlightAdminSite"


class StudioConfig(AppConfig):
    """The site itself."""

    name = "studio"

    def ready(self) -> None:
        """Register the system checks."""
        from studio import checks  # noqa: F401, PLC0415 - registering is the import's effect
