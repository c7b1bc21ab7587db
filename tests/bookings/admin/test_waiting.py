"""The waiting list at the desk: who waits for which day, what they were offered, how it ended."""

from datetime import date, timedelta

import pytest

from bookings import moments
from bookings.admin.permissions import FRONT_DESK, OWNER
from bookings.moments import Contact
from bookings.waiting.models import WaitingEntry
from tests import factories
from tests.bookings.admin.people import member, photographer_account, signed_in
from tests.factories import NOW, START, Bookable

pytestmark = pytest.mark.django_db

LIST = "/admin/bookings/waitingentry/"
DAY = date(2026, 11, 25)


def waiting(bookable: Bookable, number: int = 0, day: date = DAY) -> WaitingEntry:
    """Somebody waits for a day on which the place is closed."""
    start = START + (day - DAY)
    if not bookable.place.closures.filter(start__date__lte=day, end__date__gte=day).exists():
        factories.closure(
            place=bookable.place, start=start - timedelta(hours=10), end=start + timedelta(hours=12)
        )
    enquiry = factories.enquiry(package=bookable.package)
    contact = Contact(f"Client {number}", f"client{number}@example.com")
    return moments.wait(enquiry, bookable.place, day, None, contact, NOW)


def offered(bookable: Bookable) -> WaitingEntry:
    entry = waiting(bookable)
    bookable.place.closures.all().delete()
    moments.sweep_waiting(NOW)
    entry.refresh_from_db()
    return entry


def page_of(entry: WaitingEntry, deed: str = "change") -> str:
    return f"{LIST}{entry.pk}/{deed}/"


def rows(browser: object, asked: str) -> list[int]:
    page = browser.get(LIST + asked)  # type: ignore[attr-defined]
    return [row.pk for row in page.context["cl"].result_list]


def test_the_list_is_read_by_day_and_by_standing() -> None:
    bookable = factories.bookable_studio()
    first, second = waiting(bookable, 1), waiting(bookable, 2, DAY + timedelta(days=1))
    over = waiting(bookable, 3)
    moments.stop_waiting(over, NOW)

    with signed_in(member(FRONT_DESK)) as browser:
        assert rows(browser, "?day=2026-11-25") == [first.pk, over.pk]
        assert rows(browser, "?day=nonsense") == [first.pk, over.pk, second.pk]
        assert rows(browser, "?standing=waiting") == [first.pk, second.pk]
        assert rows(browser, "?standing=over") == [over.pk]
        assert rows(browser, "?standing=offered") == []
        assert rows(browser, "?q=Client+2") == [second.pk]


def test_an_offer_is_shown_with_its_time_and_how_long_it_is_held() -> None:
    entry = offered(factories.bookable_studio())

    with signed_in(member(FRONT_DESK)) as browser:
        assert rows(browser, "?standing=offered") == [entry.pk]
        said = browser.get(LIST).content.decode()
        page = browser.get(page_of(entry))

    assert entry.offer is not None
    assert entry.offer.reference in said
    assert "Wed 25 November 2026, 09:00–09:30 CET" in said
    assert page.context["offered_until"] == "Tue 24 November 2026, 09:00 CET"
    assert page.context["standing"] == "Has an offer"


def test_somebody_is_taken_off_the_list_once() -> None:
    entry = waiting(factories.bookable_studio())

    with signed_in(member(FRONT_DESK)) as browser:
        assert browser.get(page_of(entry, "stop")).status_code == 405
        assert page_of(entry, "stop") in browser.get(page_of(entry)).content.decode()
        browser.post(page_of(entry, "stop"))
        assert page_of(entry, "stop") not in browser.get(page_of(entry)).content.decode()

    entry.refresh_from_db()
    assert entry.outcome == "withdrawn"


def test_the_list_is_for_owner_and_desk() -> None:
    bookable = factories.bookable_studio()
    entry = waiting(bookable)

    with signed_in(photographer_account(bookable.photographer)) as browser:
        assert browser.get(LIST).status_code == 403
        assert browser.get(page_of(entry)).status_code == 403
        assert browser.post(page_of(entry, "stop")).status_code == 403
    for group in (OWNER, FRONT_DESK):
        with signed_in(member(group)) as browser:
            assert browser.get(page_of(entry)).status_code == 200
            assert browser.get(f"{LIST}add/").status_code == 403
