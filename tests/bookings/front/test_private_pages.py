"""Private links: strangers meet a 404, and every answer asks not to be kept, found or passed on."""

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.urls import reverse

from bookings.booking.links import booking_path, enquiry_path, enquiry_token
from tests import factories

pytestmark = pytest.mark.django_db

PRIVATE_HEADERS = {
    "X-Robots-Tag": "noindex, nofollow",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "private, no-store",
}


def pages_of(token: str) -> list[str]:
    steps = ["resume", "result", "message", "times", "details", "review"]
    return [
        *(reverse(f"front:{step}", args=[token]) for step in steps),
        reverse("front:question", args=[token, "purpose"]),
        reverse("front:choose", args=[token, "professional-headshot"]),
    ]


@pytest.mark.parametrize("token", ["1", "1-0", "1-0~forged", "ü-0~x", "0" * 3000])
def test_a_token_that_is_not_ours_is_answered_like_no_page_at_all(
    client: Client, bookable: factories.Bookable, token: str
) -> None:
    factories.enquiry()
    answers = [client.get(page) for page in pages_of(token)]
    assert [answer.status_code for answer in answers] == [404] * len(answers)
    assert {answer["Referrer-Policy"] for answer in answers} == {"no-referrer"}


def test_a_tampered_link_and_an_unknown_one_look_the_same(
    client: Client, bookable: factories.Bookable
) -> None:
    token = enquiry_token(factories.enquiry())
    tampered = client.get(reverse("front:resume", args=[token[:-1] + "_"]))
    unknown = client.get(reverse("front:resume", args=["nothing"]))
    assert (tampered.status_code, tampered.content) == (unknown.status_code, unknown.content)


def test_a_revoked_link_leads_nowhere(client: Client, bookable: factories.Bookable) -> None:
    enquiry = factories.enquiry()
    path = enquiry_path(enquiry)
    enquiry.link_counter += 1
    enquiry.save()
    assert client.get(path).status_code == 404


def test_every_page_of_an_enquiry_is_unlisted_unstored_and_without_referrer(
    client: Client, bookable: factories.Bookable
) -> None:
    token = enquiry_token(factories.enquiry())
    for page in pages_of(token):
        answer = client.get(page)
        assert {name: answer[name] for name in PRIVATE_HEADERS} == PRIVATE_HEADERS, page


def test_a_page_with_forms_lets_the_browser_name_the_site_to_itself(
    client: Client, bookable: factories.Bookable
) -> None:
    page = reverse("front:question", args=[enquiry_token(factories.enquiry()), "purpose"])
    assert b'<meta name="referrer" content="same-origin">' in client.get(page).content


def test_a_booked_enquiry_leads_to_its_booking(
    client: Client, bookable: factories.Bookable
) -> None:
    booking = factories.confirmed_booking(bookable)
    token = enquiry_token(booking.enquiry)
    for page in pages_of(token):
        assert client.get(page).headers["Location"] == booking_path(booking), page


def test_a_form_sent_by_script_leaves_for_the_booking_as_a_whole_page(
    client: Client, bookable: factories.Bookable
) -> None:
    booking = factories.confirmed_booking(bookable)
    page = reverse("front:question", args=[enquiry_token(booking.enquiry), "purpose"])
    answer = client.post(page, {"uses": "casting"}, headers={"HX-Request": "true"})
    assert answer["HX-Redirect"] == booking_path(booking)


def test_an_answer_from_an_old_tab_of_a_booked_enquiry_changes_nothing(
    client: Client, bookable: factories.Bookable
) -> None:
    booking = factories.confirmed_booking(bookable)
    before = booking.enquiry.answers
    page = reverse("front:question", args=[enquiry_token(booking.enquiry), "purpose"])
    client.post(page, {"uses": "wall_art"})
    booking.enquiry.refresh_from_db()
    assert booking.enquiry.answers == before


def test_a_refused_form_is_as_private_as_the_page_it_was_sent_from(
    bookable: factories.Bookable,
) -> None:
    for page in pages_of(enquiry_token(factories.enquiry())):
        answer = Client(enforce_csrf_checks=True).post(page)
        headers = {name: answer.headers.get(name) for name in PRIVATE_HEADERS}
        assert (answer.status_code, headers) == (403, PRIVATE_HEADERS), page


@pytest.mark.parametrize(
    ("path", "host", "status"),
    [
        ("/e/1-0~forged/", "elsewhere.example", 400),
        ("/b/1-0~forged/", "elsewhere.example", 400),
        ("/e/1-0~forged/nowhere/", "localhost", 404),
        ("/b/1-0~forged", "localhost", 301),
    ],
)
def test_what_no_page_answers_is_private_too(
    client: Client, path: str, host: str, status: int
) -> None:
    answer = client.get(path, headers={"host": host})
    headers = {name: answer.headers.get(name) for name in PRIVATE_HEADERS}
    assert (answer.status_code, headers) == (status, PRIVATE_HEADERS)


def test_our_own_fault_at_a_private_link_is_private_too(
    client: Client, bookable: factories.Bookable
) -> None:
    def broken(*call: object) -> None:
        raise OperationalError("gone")

    client.raise_request_exception = False
    path = enquiry_path(factories.enquiry())
    with connection.execute_wrapper(broken):
        answer = client.get(path)
    headers = {name: answer.headers.get(name) for name in PRIVATE_HEADERS}
    assert (answer.status_code, headers) == (500, PRIVATE_HEADERS)


def test_public_pages_may_be_found(client: Client, bookable: factories.Bookable) -> None:
    answer = client.get("/")
    headers = [answer.headers.get(name) for name in PRIVATE_HEADERS]
    assert headers == [None, "same-origin", None]
