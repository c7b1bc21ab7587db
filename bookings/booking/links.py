"""Private links: signed, revocable, and not to be made from a copy of the database.

A token is the row's number and its link counter, signed with the installation's key;
raising the counter revokes every link given out before. An unknown, tampered or revoked
token is answered alike: there is no such page.
"""

from django.core import signing
from django.db.models import Q
from django.urls import reverse

from bookings.booking.models import Booking, Enquiry


class NoSuchLink(LookupError):
    """The token leads nowhere."""


def signer(subject: str) -> signing.Signer:
    """The signer of the links to a `subject`; a token of one subject is none of another."""
    return signing.Signer(salt=f"bookings.{subject}", sep="~")


def numbers(signer: signing.Signer, token: str) -> tuple[int, int]:
    """The row's number and the counter in `token`. Raises NoSuchLink."""
    try:
        pk, counter = signer.unsign(token).split("-")
        return int(pk), int(counter)
    except (signing.BadSignature, ValueError) as tampered:
        raise NoSuchLink from tampered


_ENQUIRY = signer("enquiry")
_BOOKING = signer("booking")
# Of a client who asked to be forgotten there is nothing left to show, on a new link either.
_FORGOTTEN = Q(client__erased_at__isnull=False)


def enquiry_token(enquiry: Enquiry) -> str:
    """The token under which the client goes on with `enquiry`."""
    return _ENQUIRY.sign(f"{enquiry.pk}-{enquiry.link_counter}")


def booking_token(booking: Booking) -> str:
    """The token of the booking's private page."""
    return _BOOKING.sign(f"{booking.pk}-{booking.link_counter}")


def enquiry_behind(token: str) -> Enquiry:
    """The enquiry that `token` belongs to. Raises NoSuchLink."""
    pk, counter = numbers(_ENQUIRY, token)
    try:
        found = Enquiry.objects.select_related("package").exclude(_FORGOTTEN)
        return found.get(pk=pk, link_counter=counter)
    except Enquiry.DoesNotExist as unknown:
        raise NoSuchLink from unknown


def booking_behind(token: str) -> Booking:
    """The booking that `token` belongs to, with what its pages show. Raises NoSuchLink."""
    pk, counter = numbers(_BOOKING, token)
    try:
        found = Booking.objects.select_related(
            "package", "place", "room", "photographer", "client", "enquiry"
        )
        return found.exclude(_FORGOTTEN).get(pk=pk, link_counter=counter)
    except Booking.DoesNotExist as unknown:
        raise NoSuchLink from unknown


def booking_path(booking: Booking) -> str:
    """The path of the booking's private page."""
    return reverse("front:booking", args=[booking_token(booking)])


def enquiry_path(enquiry: Enquiry) -> str:
    """The path that continues `enquiry` on any device."""
    return reverse("front:resume", args=[enquiry_token(enquiry)])
