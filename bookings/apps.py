"""The one Django app of the business."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BookingsConfig(AppConfig):
    """Bookings."""

    name = "bookings"
    verbose_name = _("Studio")
