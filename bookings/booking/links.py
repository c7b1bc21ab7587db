"""Private links: signed, revocable, and not to be made from a copy of the database.

A token is the row's number and its link counter, signed with the installation's key;
raising the counter revokes every link given out before. An unknown, tampered or revoked
token is answered alike: there is no such page.
"""

from django.core import signing
from django.urls import reverse

from bookings.booking.models import Booking, Enquiry

_ENQUIRY = signing.Signer(salt="bookings.enquiry", sep="~")
_BOOKING = signing.Signer(salt="bookings.booking", sep="~")


class NoSuchLink(LookupError):
    """The token leads nowhere."""


def enquiry_token(enquiry: Enquiry) -> str:
    """The token under which the client goes on with `enquiry`."""
    return _ENQUIRY.sign(f"{enquiry.pk}-{enquiry.link_counter}")


def booking_token(booking: Booking) -> str:
    """The token of the booking's private page."""
    return _BOOKING.sign(f"{booking.pk}-{booking.link_counter}")


def enquiry_behind(token: str) -> Enquiry:
    """The enquiry that `token` belongs to. Raises NoSuchLink."""
    pk, counter = _numbers(_ENQUIRY, token)
    try:
        return Enquiry.objects.select_related("package").get(pk=pk, link_counter=counter)
    except Enquiry.DoesNotExist as unknown:
        raise NoSuchLink from unknown


def booking_behind(token: str) -> Booking:
    """The booking that `token` belongs to, with what its pages show. Raises NoSuchLink."""
    pk, counter = _numbers(_BOOKING, token)
    try:
        return Booking.objects.select_related(
            "package", "place", "room", "photographer", "client", "enquiry"
        ).get(pk=pk, link_counter=counter)
    except Booking.DoesNotExist as unknown:
        raise NoSuchLink from unknown


def booking_path(booking: Booking) -> str:
    """The path of the booking's private page."""
    return reverse("front:booking", args=[booking_token(booking)])


def enquiry_path(enquiry: Enquiry) -> str:
    """The path that continues `enquiry` on any device."""
    return reverse("front:resume", args=[enquiry_token(enquiry)])


def _numbers(signer: signing.Signer, token: str) -> tuple[int, int]:
    try:
        pk, counter = signer.unsign(token).split("-")
        return int(pk), int(counter)
    except (signing.BadSignature, ValueError) as tampered:
        raise NoSuchLink from tampered
