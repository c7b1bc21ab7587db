"""The nouns of the business, in the order in which one needs another. Nothing else."""

from bookings.booking.models import Booking, BookingEvent, Client, Enquiry, Tick
from bookings.briefs.models import BriefEdit, ShootBrief
from bookings.catalogue.models import AddOn, FeeTier, Package, Picture, Studio
from bookings.notices.models import Notice
from bookings.records.models import Consent, Look, SessionRecord
from bookings.schedule.models import (
    Allocation,
    Closure,
    OpeningHours,
    OutsideCalendar,
    Photographer,
    Place,
    Room,
)
from bookings.series.models import Attendee
from bookings.waiting.models import WaitingEntry

__all__ = [
    "AddOn",
    "Allocation",
    "Attendee",
    "Booking",
    "BookingEvent",
    "BriefEdit",
    "Client",
    "Closure",
    "Consent",
    "Enquiry",
    "FeeTier",
    "Look",
    "Notice",
    "OpeningHours",
    "OutsideCalendar",
    "Package",
    "Photographer",
    "Picture",
    "Place",
    "Room",
    "SessionRecord",
    "ShootBrief",
    "Studio",
    "Tick",
    "WaitingEntry",
]
