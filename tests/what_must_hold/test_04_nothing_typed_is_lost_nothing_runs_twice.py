"""Nothing typed is lost, nothing runs twice: back, double clicks, two tabs, an expired hold."""

from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse

from bookings.booking.links import enquiry_token
from bookings.booking.models import Booking, Enquiry
from bookings.booking.states import BookingState
from bookings.notices.models import Notice
from tests import factories
from tests.factories import NOW, START, Bookable

TYPED = {"name": "Nuala Keane", "email": "nuala@example.com", "note": "I blink a lot."}


def address(step: str, enquiry: Enquiry) -> str:
    return reverse(f"front:{step}", args=[enquiry_token(enquiry)])


def brought_to_review(studio: Bookable, browser: Client) -> Enquiry:
    """Somebody who picked a time and said who is coming."""
    enquiry = factories.enquiry(package=studio.package)
    browser.post(address("hold", enquiry), {"start": START.isoformat()})
    browser.post(address("details", enquiry), TYPED)
    return enquiry


def test_every_form_sent_twice_makes_one_booking(studio: Bookable, client: Client) -> None:
    enquiry = brought_to_review(studio, client)
    brought = client.post(address("hold", enquiry), {"start": START.isoformat()})
    client.post(address("details", enquiry), TYPED)
    reference = {"reference": Booking.objects.get().reference}
    answers = [client.post(address("review", enquiry), reference) for _ in range(3)]
    assert brought["Location"] == address("details", enquiry)
    assert {answer["Location"].split("/")[1] for answer in answers} == {"b"}
    assert Booking.objects.get().state == BookingState.CONFIRMED
    assert Notice.objects.filter(kind=Notice.Kind.CONFIRMATION).count() == 1


def test_back_and_forward_finds_what_was_typed(studio: Bookable, client: Client) -> None:
    enquiry = brought_to_review(studio, client)
    form = client.get(address("details", enquiry)).context["form"]
    assert {name: form.initial[name] for name in TYPED} == TYPED


def test_an_expired_hold_keeps_what_is_typed_even_into_it(
    studio: Bookable, client: Client, time_machine: Any
) -> None:
    enquiry = factories.enquiry(package=studio.package)
    client.post(address("hold", enquiry), {"start": START.isoformat()})
    time_machine.move_to(NOW + timedelta(hours=1), tick=False)
    lapsed = client.post(address("details", enquiry), TYPED)
    assert lapsed.status_code == 410
    client.post(address("hold", enquiry), {"start": START.isoformat()})
    form = client.get(address("details", enquiry)).context["form"]
    assert {name: form.initial[name] for name in TYPED} == TYPED


def test_a_review_of_another_tab_s_time_is_shown_anew(studio: Bookable, client: Client) -> None:
    enquiry = brought_to_review(studio, client)
    seen = Booking.objects.get().reference
    client.post(address("hold", enquiry), {"start": (START + timedelta(hours=2)).isoformat()})
    answer = client.post(address("review", enquiry), {"reference": seen})
    assert (answer.status_code, Booking.objects.filter(state="confirmed").count()) == (409, 0)
