"""Links are safe: looking changes nothing, a private link opens its own page or none, and nobody
finds out here who is known.

From outside, with something in every state of a booking.
"""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import signing
from django.db import connection
from django.db.models import F
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bookings.booking.links import booking_token, enquiry_token
from bookings.booking.models import Booking, Enquiry
from bookings.notices.feeds import feed_path
from bookings.series.links import attendee_token
from bookings.series.models import Attendee
from tests import crawling, factories
from tests.crawling import CRAWLED_AT, Answer, Lived
from tests.factories import CONTACT, NOW

pytestmark = pytest.mark.django_db

PRIVATE = {
    "X-Robots-Tag": "noindex, nofollow",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "private, no-store",
}
FEED = {**PRIVATE, "Cache-Control": "private, no-cache"}


@pytest.fixture
def lived(time_machine: Any) -> Lived:
    """The studio an hour after its last client came by."""
    studio = crawling.lived_in()
    time_machine.move_to(CRAWLED_AT, tick=False)
    return studio


def owner() -> Client:
    browser = Client()
    browser.force_login(User.objects.create_superuser("owner", password="secret of a test"))
    return browser


def differences(before: dict[str, list[Any]], after: dict[str, list[Any]]) -> list[str]:
    return [table for table in before if before[table] != after[table]]


def is_admins(path: str) -> bool:
    return path.startswith("/admin/")


def is_clients(path: str) -> bool:
    return not is_admins(path)


def test_whoever_looks_at_all_pages_of_clients_changes_nothing(
    client: Client, lived: Lived
) -> None:
    before = crawling.whole_database()
    opened = crawling.crawl(client, crawling.client_addresses(lived), inside=is_clients)
    heads = {address: client.head(address).status_code for address in opened}

    assert differences(before, crawling.whole_database()) == []
    assert heads == {address: answer.status_code for address, answer in opened.items()}
    assert set(heads.values()) <= {200, 302, 404, 405, 410}
    assert len(opened) > 100


def test_whoever_looks_at_all_pages_of_the_admin_changes_nothing(lived: Lived) -> None:
    browser = owner()
    before = crawling.whole_database()
    opened = crawling.crawl(browser, crawling.admin_addresses(), inside=is_admins)
    for address in {crawling.shape(address): address for address in opened}.values():
        browser.head(address)

    assert differences(before, crawling.whole_database()) == []
    assert [address for address, answer in opened.items() if answer.status_code >= 500] == []
    assert len(opened) > 100


def test_every_private_page_file_and_refusal_is_unlisted_unstored_and_without_referrer(
    client: Client, lived: Lived
) -> None:
    private = [path for path in crawling.client_addresses(lived) if path[:3] in crawling.PRIVATE]
    asked: dict[str, Answer] = {path: client.get(path) for path in private}
    asked |= {f"PUT {path}": client.put(path) for path in private}

    unlike = {path for path, answer in asked.items() if headers(answer, PRIVATE) != PRIVATE}
    assert unlike == set()
    assert {200, 302, 404, 405, 410} >= {answer.status_code for answer in asked.values()} >= {405}


def test_a_calendar_that_is_subscribed_to_is_private_and_asked_for_again(
    client: Client, lived: Lived
) -> None:
    path = feed_path(lived.bookable.photographer)
    for asked, status in ((path, 200), (path.replace("~", "~x"), 404)):
        answer = client.get(asked)
        assert (answer.status_code, headers(answer, FEED)) == (status, FEED)


def headers(answer: Answer, wanted: dict[str, str]) -> dict[str, str | None]:
    return {name: answer.headers.get(name) for name in wanted}


Row = Enquiry | Booking | Attendee
KINDS: dict[str, tuple[str, Callable[[Any], str], Callable[[Lived], Row]]] = {
    "enquiry": ("front:message", enquiry_token, lambda lived: lived.enquiries["writes"]),
    "booking": ("front:booking", booking_token, lambda lived: lived.bookings["confirmed"]),
    "attendee": ("front:attendee", attendee_token, lambda lived: lived.attendee),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_link_opens_its_own_page_until_it_is_replaced(
    client: Client, lived: Lived, kind: str
) -> None:
    page, token_of, find = KINDS[kind]
    row = find(lived)
    old = reverse(page, args=[token_of(row)])
    assert client.get(old).status_code == 200

    type(row).objects.filter(pk=row.pk).update(link_counter=F("link_counter") + 1)
    row.refresh_from_db()
    assert client.get(old).status_code == 404
    assert client.get(reverse(page, args=[token_of(row)])).status_code == 200


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_is_not_the_link_itself_is_one_and_the_same_404(
    client: Client, lived: Lived, kind: str
) -> None:
    page, token_of, find = KINDS[kind]
    row = find(lived)
    answers = {
        what: client.get(reverse(page, args=[token]))
        for what, token in wrong_tokens(kind, row, token_of(row), lived).items()
    }

    [unlike, *others] = [told(answer) for answer in answers.values()]
    assert unlike[0] == 404
    assert [answer == unlike for answer in others] == [True] * len(others)


def told(answer: Answer) -> tuple[int, bytes, dict[str, str]]:
    """All that a visitor can see of an answer."""
    return answer.status_code, answer.content, dict(answer.headers)


def wrong_tokens(kind: str, row: Row, token: str, lived: Lived) -> dict[str, str]:
    """Everything that somebody with one good link, or a copy of the database, could try."""
    value, signature = token.split("~")
    others = (token_of(find(lived)) for name, (_, token_of, find) in KINDS.items() if name != kind)
    guessed = signing.Signer(key="another key", salt=f"bookings.{kind}", sep="~")
    gone = signing.Signer(salt=f"bookings.{kind}", sep="~")
    return {
        "nothing like it": "nothing",
        "another row's number": f"{row.pk + 1}-{row.link_counter}~{signature}",
        "another counter": f"{row.pk}-{row.link_counter + 1}~{signature}",
        "no signature": value,
        "another signature": f"{value}~{signature[::-1]}",
        "half a signature": token[:-4],
        "signed with another key": guessed.sign(value),
        "of a row that was never there": gone.sign(f"{row.pk + 10_000}-0"),
        "a number past every database": gone.sign(f"{10**30}-0"),
        "replaced": gone.sign(f"{row.pk}-{row.link_counter + 1}"),
        "of an erased one": gone.sign(f"{row.pk}-{row.link_counter - 1}"),
        **{f"of another kind {n}": other for n, other in enumerate(others)},
    }


def test_a_wrong_signature_asks_the_database_nothing_and_a_right_one_once(
    client: Client, lived: Lived
) -> None:
    token = enquiry_token(lived.enquiries["writes"])
    of_the_page = queries(client, "/nowhere/")

    assert queries(client, reverse("front:message", args=[token[:-1] + "_"])) == of_the_page
    Enquiry.objects.update(link_counter=9)
    assert queries(client, reverse("front:message", args=[token])) == of_the_page + 1


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(path).status_code == 404
    return len(asked)


KNOWN = {"name": CONTACT.name, "email": CONTACT.email}
UNKNOWN = {"name": CONTACT.name, "email": "nobody@example.com"}


STEPS = {
    "message": {"message": "Are you open?"},
    "details": {"note": ""},
    "waiting": {"day": f"{factories.START:%Y-%m-%d}"},
}
"""Where one says who one is, and what else one says there."""


@pytest.mark.parametrize("page", STEPS)
def test_who_types_a_known_address_sees_what_who_types_any_other_sees(
    lived: Lived, page: str
) -> None:
    factories.client(**KNOWN, phone="+49 761 5550143")
    seen = []
    for who in (KNOWN, UNKNOWN):
        visitor = Client()
        asked = an_enquiry(lived, page)
        path = reverse(f"front:{page}", args=[enquiry_token(asked)])
        answers = [visitor.post(path, STEPS[page] | who), visitor.get(path)]
        answers.append(visitor.get(answers[0].headers["Location"], follow=True))
        seen.append([as_seen(answer, asked, who["email"]) for answer in answers])

    assert seen[0] == seen[1]
    assert seen[0][0][0] == 302


def an_enquiry(lived: Lived, page: str) -> Enquiry:
    """One that has come as far as `page`; each its own, alike in all but its number."""
    if page == "details":
        start = factories.START + crawling.DAY
        Booking.objects.filter(state="held").delete()
        return factories.held_booking(lived.bookable, start=start, now=CRAWLED_AT).enquiry
    return factories.enquiry(package=lived.bookable.package, now=NOW)


def as_seen(answer: Answer, asked: Enquiry, email: str) -> tuple[int, str, str]:
    """Status, address and page, less what differs for everyone: link, protection, own address."""
    protection = re.compile(r'(name="(?:csrfmiddlewaretoken|shown_at|wait)" value=")[^"]*')
    page = protection.sub(r"\1", unescape(answer.content.decode()))
    address = answer.headers.get("Location", "")
    own = {enquiry_token(asked): "token", email: "e-mail"}
    if hold := asked.bookings.first():
        own[hold.reference] = "reference"
    for mine, name in own.items():
        page, address = page.replace(mine, name), address.replace(mine, name)
    return answer.status_code, address, page
