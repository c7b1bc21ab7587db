"""Many clients who want the same: one walks through the real moments, the others are like them."""

from bookings.booking.models import Enquiry
from bookings.catalogue.models import Package
from tests import factories


def clients_who_want(package: Package, count: int) -> list[Enquiry]:
    """`count` enquiries with the same answers and the same choice."""
    first = factories.enquiry(package=package)
    return [first, *(_like(first) for _ in range(count - 1))]


def _like(enquiry: Enquiry) -> Enquiry:
    other = Enquiry.objects.get(pk=enquiry.pk)
    other.pk = None
    other.save(force_insert=True)
    return other
