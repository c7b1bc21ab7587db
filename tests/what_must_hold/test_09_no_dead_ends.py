"""No dead ends: random answers lead to a package, or to a message with the answers attached.

All combinations of answers are routed in `tests/guidance/test_combinations.py`.
"""

import pytest
from django.test import Client
from django.urls import reverse

from bookings.booking.links import enquiry_token
from bookings.management.demo.loading import load_studio
from bookings.notices.models import Notice
from tests import factories
from tests.factories import NOW, Bookable
from tests.guidance.people import PEOPLE


@pytest.mark.usefixtures("db", "_monday_morning")
@pytest.mark.parametrize("person", PEOPLE)
def test_everybody_is_advised_with_reasons_and_a_way_on(person: str, client: Client) -> None:
    load_studio(NOW)
    token = enquiry_token(factories.enquiry(PEOPLE[person]))
    page = client.get(reverse("front:result", args=[token])).content.decode()
    ways_on = (f"/e/{token}/choose/", f"/e/{token}/message/", f"/e/{token}/q/")
    assert any(way in page for way in ways_on)


def test_where_no_package_fits_the_answers_go_to_the_studio(
    studio: Bookable, client: Client
) -> None:
    studio.package.is_active = False
    studio.package.save()
    enquiry = factories.enquiry()
    token = enquiry_token(enquiry)
    page = client.get(reverse("front:result", args=[token])).content.decode()
    message = reverse("front:message", args=[token])
    sent = {"name": "Nuala", "email": "nuala@example.com", "message": "Can you do this?"}
    answer = client.post(message, sent)
    letter = Notice.objects.get(kind=Notice.Kind.ENQUIRY_MESSAGE)
    assert message in page
    assert answer.status_code == 302
    assert letter.enquiry == enquiry
