"""The client is spoken to in another language."""

from django.db import transaction

from bookings.booking import speaking
from bookings.booking.models import Enquiry
from bookings.notices.outbox import reword_waiting


@transaction.atomic
def speak(enquiry: Enquiry, language: str) -> None:
    """What is still to be written to the client is written in `language`, letters that wait too."""
    if speaking.speak(enquiry, language):
        reword_waiting(enquiry)
