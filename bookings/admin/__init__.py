"""The staff's pages, one module for each subject."""

from bookings.admin import (
    accounts,
    bookings,
    briefs,
    catalogue,
    clients,
    enquiries,
    notices,
    records,
    schedule,
    studio,
    waiting,
)

__all__ = [
    "accounts",
    "bookings",
    "briefs",
    "catalogue",
    "clients",
    "enquiries",
    "notices",
    "records",
    "schedule",
    "studio",
    "waiting",
]
