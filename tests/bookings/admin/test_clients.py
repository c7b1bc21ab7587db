"""A client is erased at the owner's word, after reading what goes and what stays."""

from typing import Any

import pytest

from bookings.admin.permissions import FRONT_DESK, OWNER, PHOTOGRAPHER
from bookings.booking.models import Booking, Client
from tests import factories
from tests.bookings.admin.people import another_session, member, signed_in
from tests.factories import NOW, START

pytestmark = pytest.mark.django_db


def page_of(client: Client | None, deed: str = "change") -> str:
    assert client is not None
    return f"/admin/bookings/client/{client.pk}/{deed}/"


def said(answer: Any) -> list[str]:
    return [str(message) for message in answer.context["messages"]]


def test_the_page_says_what_goes_and_what_stays_and_changes_nothing() -> None:
    booking = factories.cancelled_booking()

    with signed_in(member(OWNER)) as browser:
        page = browser.get(page_of(booking.client, "erase"))

    html = page.content.decode()
    assert "Erase Ines Okafor?" in html
    assert "The answers, notes and messages of 1 enquiry," in html
    assert "1 booking with its time, package, price and state" in html
    assert Client.objects.get().erased_at is None


def test_a_client_is_erased_and_the_sale_stays() -> None:
    booking = factories.cancelled_booking()
    booking.notices.filter(kind="cancelled").update(sent_at=NOW)
    account = member(OWNER)

    with signed_in(account, START) as browser:
        answer = browser.post(page_of(booking.client, "erase"), follow=True)

    client, event = Client.objects.get(), booking.events.latest("pk")
    assert said(answer) == ["The client is erased."]
    assert (client.name, client.email, client.erased_at) == ("–", "", START)
    assert (event.kind, event.actor) == ("erased", account)
    assert Booking.objects.get().total_minor == booking.total_minor


def test_a_session_to_come_is_said_and_nothing_is_erased() -> None:
    booking = factories.confirmed_booking()

    with signed_in(member(OWNER)) as browser:
        before = browser.get(page_of(booking.client, "erase")).content.decode()
        page = browser.post(page_of(booking.client, "erase"))

    assert (
        f'<a href="/admin/bookings/booking/{booking.pk}/change/">{booking.reference}</a>' in before
    )
    assert "Wed 25 November 2026, 11:00–11:30 CET" in before
    assert "Erase for good" not in before
    assert page.context["refusal"] == (
        "This client has a session ahead. Cancel it first, then erase the client."
    )
    assert Client.objects.get().name == "Ines Okafor"


def test_who_was_erased_is_read_and_no_more() -> None:
    booking = factories.cancelled_booking()
    booking.notices.filter(kind="cancelled").update(sent_at=NOW)
    typed = {"name": "Ines", "email": "ines@example.com", "phone": "", "language": "en"}

    with signed_in(member(OWNER)) as browser:
        browser.post(page_of(booking.client, "erase"))
        assert browser.post(page_of(booking.client), typed).status_code == 403
        page = browser.get(page_of(booking.client)).content.decode()
        again = browser.get(page_of(booking.client, "erase")).content.decode()

    assert page_of(booking.client, "erase") not in page
    assert "This client is erased already." in again


@pytest.mark.parametrize("group", [FRONT_DESK, PHOTOGRAPHER])
def test_the_owner_alone_erases(group: str) -> None:
    client = factories.cancelled_booking().client

    with signed_in(member(group)) as browser:
        for answer in (
            browser.get(page_of(client, "erase")),
            browser.post(page_of(client, "erase")),
        ):
            assert answer.status_code == 403
        if group == FRONT_DESK:
            page = browser.get(page_of(client)).content.decode()
            assert page_of(client, "erase") not in page

    assert Client.objects.get().erased_at is None


def test_the_last_session_is_the_last_that_took_place() -> None:
    bookable = factories.bookable_studio()
    took_place = factories.completed_booking(bookable)
    later = another_session(bookable, 48)
    Booking.objects.filter(pk=later.pk).update(client=took_place.client)

    with signed_in(member(OWNER)) as browser:
        row = (
            browser.get("/admin/bookings/client/")
            .context["cl"]
            .result_list.get(pk=took_place.client_id)
        )

    assert (row.last_session, row.sessions) == (took_place.start, 2)
