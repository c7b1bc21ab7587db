"""The nouns of the business, in the order in which one needs another. Nothing else."""

from bookings.booking.models import Booking, BookingEvent, Client, Enquiry
from bookings.briefs.models import ShootBrief
from bookings.catalogue.models import AddOn, Package, Studio
from bookings.notices.models import Notice
from bookings.records.models import Consent, Look, SessionRecord
from bookings.schedule.models import (
    Allocation,
    Closure,
    OpeningHours,
    Photographer,
    Place,
    Room,
)

__all__ = [
    "AddOn",
    "Allocation",
    "Booking",
    "BookingEvent",
    "Client",
    "Closure",
    "Consent",
    "Enquiry",
    "Look",
    "Notice",
    "OpeningHours",
    "Package",
    "Photographer",
    "Place",
    "Room",
    "SessionRecord",
    "ShootBrief",
    "Studio",
]
