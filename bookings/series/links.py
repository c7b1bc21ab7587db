"""The private link of one person of a company day: signed and revocable as the others are."""

from django.urls import reverse

from bookings.booking.links import NoSuchLink, numbers, signer
from bookings.series.models import Attendee

_ATTENDEE = signer("attendee")


def attendee_token(attendee: Attendee) -> str:
    """The token under which this person takes a slot."""
    return _ATTENDEE.sign(f"{attendee.pk}-{attendee.link_counter}")


def attendee_behind(token: str) -> Attendee:
    """The attendee that `token` belongs to. Raises NoSuchLink."""
    pk, counter = numbers(_ATTENDEE, token)
    try:
        return Attendee.objects.select_related(
            "booking__place", "booking__room", "booking__photographer", "booking__package"
        ).get(pk=pk, link_counter=counter)
    except Attendee.DoesNotExist as unknown:
        raise NoSuchLink from unknown


def attendee_path(attendee: Attendee) -> str:
    """The path of this person's private page."""
    return reverse("front:attendee", args=[attendee_token(attendee)])
