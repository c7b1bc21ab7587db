"""The language that a client is written to in.

A step of a moment, not a moment: it expects the caller's transaction.
"""

from bookings.booking.models import Booking, Enquiry
from bookings.booking.states import LIVE


def speak(enquiry: Enquiry, language: str) -> bool:
    """Keep `language` with `enquiry` and with what it has booked; False where it had it.

    What is over or called off keeps the language it was written in, and so does the client:
    each enquiry has its own.
    """
    found = Enquiry.objects.filter(pk=enquiry.pk).exclude(language=language)
    if not found.update(language=language):
        return False
    enquiry.language = language
    Booking.objects.filter(enquiry=enquiry, state__in=LIVE).update(language=language)
    return True
