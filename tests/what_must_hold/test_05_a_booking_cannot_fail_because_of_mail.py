"""Mail can fail; a booking can't because of it, and the failure shows on Today.

Tries, pauses and claims are in `tests/bookings/notices/test_delivery.py`; a worker that is
killed is in `test_killed_at_any_instant.py`.
"""

import socket
from datetime import timedelta

from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from bookings.admin.permissions import OWNER
from bookings.booking.links import enquiry_token
from bookings.booking.models import Booking
from bookings.notices.delivery import PAUSES, deliver_due
from bookings.notices.models import Notice
from tests import factories
from tests.bookings.admin.people import member, signed_in
from tests.factories import CONTACT, NOW, START, Bookable


def test_without_a_mail_server_everything_is_booked_and_staff_are_told(
    studio: Bookable, client: Client, settings: Settings
) -> None:
    with socket.socket() as nobody_listens:
        nobody_listens.bind(("127.0.0.1", 0))
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = nobody_listens.getsockname()
        token = enquiry_token(factories.enquiry(package=studio.package))
        client.post(reverse("front:hold", args=[token]), {"start": START.isoformat()})
        contact = {"name": CONTACT.name, "email": CONTACT.email}
        client.post(reverse("front:details", args=[token]), contact)
        reference = {"reference": Booking.objects.get().reference}
        booked = client.post(reverse("front:review", args=[token]), reference, follow=True)
        at = NOW
        for pause in (*PAUSES, timedelta(0)):
            deliver_due(at)
            at += pause
    assert booked.status_code == 200
    assert reference["reference"] in booked.content.decode()
    letters = Notice.objects.filter(kind=Notice.Kind.CONFIRMATION)
    assert [letter.given_up_at is not None for letter in letters] == [True]
    with signed_in(member(OWNER), at) as browser:
        assert "can&#x27;t be reached" in browser.get("/admin/").content.decode()
