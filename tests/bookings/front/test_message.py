"""The message to the studio: the answers go with it, it goes once, and the next step is said."""

from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from bookings.booking.links import enquiry_token
from bookings.booking.models import Enquiry
from bookings.notices.models import Notice
from tests import factories

pytestmark = pytest.mark.django_db

LETTER = {
    "message": "Eighty of us on one staircase?",
    "name": "Søren Ångström-李",
    "email": "soren@example.com",
}


@pytest.fixture
def enquiry(db: None) -> Enquiry:
    factories.studio()
    return factories.enquiry()


def path(enquiry: Enquiry) -> str:
    return reverse("front:message", args=[enquiry_token(enquiry)])


def test_the_message_reaches_the_studio_and_a_receipt_the_client(
    client: Client, enquiry: Enquiry
) -> None:
    answer = client.post(path(enquiry), LETTER)
    enquiry.refresh_from_db()
    assert answer.headers["Location"] == path(enquiry)
    assert (enquiry.message, enquiry.client and enquiry.client.name) == (
        LETTER["message"],
        LETTER["name"],
    )
    assert set(Notice.objects.values_list("kind", "recipient_email")) == {
        ("enquiry_message", factories.studio().email),
        ("enquiry_receipt", LETTER["email"]),
    }


def test_a_second_click_sends_nothing_more(client: Client, enquiry: Enquiry) -> None:
    client.post(path(enquiry), LETTER)
    client.post(path(enquiry), LETTER)
    assert Notice.objects.count() == 2


def test_another_message_is_sent_too(client: Client, enquiry: Enquiry) -> None:
    client.post(path(enquiry), LETTER)
    client.post(path(enquiry), {**LETTER, "message": "And a dog."})
    assert Notice.objects.count() == 4


def test_a_corrected_address_is_kept_and_written_to(client: Client, enquiry: Enquiry) -> None:
    client.post(path(enquiry), {**LETTER, "email": "soren@exmaple.com"})
    client.post(path(enquiry), LETTER)

    enquiry.refresh_from_db()
    receipts = Notice.objects.filter(kind=Notice.Kind.ENQUIRY_RECEIPT).order_by("pk")
    assert enquiry.client
    assert enquiry.client.email == LETTER["email"]
    assert list(receipts.values_list("recipient_email", flat=True)) == [
        "soren@exmaple.com",
        LETTER["email"],
    ]


def test_afterwards_the_page_says_what_happens_next(client: Client, enquiry: Enquiry) -> None:
    client.post(path(enquiry), LETTER)
    page = unescape(client.get(path(enquiry)).content.decode())
    assert "Your message is on its way" in page
    assert LETTER["message"] in page


def test_the_answers_that_go_with_it_are_shown_without_those_on_health_or_faith(
    client: Client,
) -> None:
    factories.studio()
    private = {**factories.ANSWERS, "access_note": "I tire quickly"}
    page = unescape(client.get(path(factories.enquiry(private))).content.decode())
    assert "LinkedIn or another work profile" in page
    assert "I tire quickly" not in page


@pytest.mark.parametrize(
    ("changed", "errors"),
    [
        ({"message": ""}, {"message": ["Write a line or two, so that we know what to answer."]}),
        (
            {"email": "nobody"},
            {
                "email": [
                    "This doesn't look like an e-mail address. Write it as in name@example.com."
                ]
            },
        ),
        ({"email": ""}, {"email": ["Tell us your e-mail, so that we can answer."]}),
        ({"name": " "}, {"name": ["Tell us your name."]}),
        (
            {"message": "z" * 2001},
            {"message": ["Keep it to 2000 characters; this has 2001."]},
        ),
    ],
)
def test_a_fault_is_said_beside_its_field_and_nothing_is_sent(
    client: Client, enquiry: Enquiry, changed: dict[str, str], errors: dict[str, list[str]]
) -> None:
    page = client.post(path(enquiry), LETTER | changed)
    assert page.context["form"].errors == errors
    kept = {key: page.context["form"][key].value() for key in LETTER}
    assert kept == LETTER | changed
    assert Notice.objects.count() == 0


def test_markup_is_shown_and_never_run(client: Client, enquiry: Enquiry) -> None:
    client.post(path(enquiry), {**LETTER, "message": "<img src=x onerror=alert(1)>"})
    assert b"<img src=x" not in client.get(path(enquiry)).content


def test_the_page_costs_three_queries(
    client: Client, enquiry: Enquiry, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(3):
        client.get(path(enquiry))
