"""What is forgotten is shown nowhere: no page, letter, feed, file or JSON has a trace of it.

Every answer of a crawl is searched, as the owner, as the photographer of the session, and with
the client's own links; the same crawl finds every trace beforehand.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from bookings import moments
from bookings.booking.links import booking_path, enquiry_path
from bookings.booking.models import Booking
from bookings.moments import Contact
from bookings.notices.delivery import deliver_due
from bookings.notices.feeds import feed_path
from bookings.records.models import Consent, SessionRecord
from tests import crawling, factories
from tests.bookings.admin.people import photographer_account
from tests.crawling import DAY
from tests.factories import ANSWERS, NOW, START

pytestmark = pytest.mark.django_db

WHO = Contact("Zenobia Quillfeather", "zenobia@quillfeather.example", "+49 761 5558899")
WORDS = {
    "name": "Quillfeather",
    "address": "zenobia@",
    "telephone": "5558899",
    "note": "trembling knees",
    "message": "a lighthouse keeper",
    "reason": "a twisted ankle",
}
CARE = {"care": "zebra crossing"}
ANSWERED = {**ANSWERS, "access": ["seated"], "access_note": f"The {CARE['care']} is steep"}
SUBJECTS = ("booking", "client", "enquiry", "notice", "sessionrecord", "shootbrief", "calendar")


@pytest.fixture
def booking(settings: Any, time_machine: Any) -> Booking:
    """A session that took place, with all its letters sent and its consent given."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    time_machine.move_to(NOW, tick=False)
    bookable = factories.bookable_studio()
    asked = factories.held_booking(bookable, answers=ANSWERED)
    moments.write_to_studio(asked.enquiry, WHO, f"For {WORDS['message']}", NOW)
    moments.give_details(asked, WHO, f"My {WORDS['note']}", NOW)
    made = moments.confirm(asked, NOW)
    for due in (NOW, START - 2 * DAY, START - DAY):
        deliver_due(due)
    moments.complete(made, made.end)
    deliver_due(made.end + 3 * DAY)
    factories.cancelled_booking(
        bookable, contact=WHO, start=START + DAY, reason=f"With {WORDS['reason']}"
    )
    deliver_due(made.end + 3 * DAY)
    record = SessionRecord.objects.get(booking=made)
    Consent.objects.create(record=record, given_by=WHO.name, given_at=START.date())
    return Booking.objects.get(pk=made.pk)


def everything_shown(booking: Booking, now: datetime, time_machine: Any) -> dict[str, str]:
    """All that the owner, the photographer and the client are answered; by person and address."""
    time_machine.move_to(now, tick=False)
    feeds = [feed_path(booking.photographer)]
    links = [booking_path(booking), enquiry_path(booking.enquiry), *feeds]
    crawls = {
        "owner": (signed_in(User.objects.get(username="owner")), staff_pages()),
        "photographer": (signed_in(photographer_account(booking.photographer)), staff_pages()),
        "client": (Client(), [*links, reverse("front:calendar", args=[links[0].split("/")[2]])]),
    }
    return {
        f"{who} {address}": crawling.text_of(answer)
        for who, (browser, starts) in crawls.items()
        for address, answer in crawling.crawl(browser, starts, inside=is_about_people).items()
    }


def staff_pages() -> list[str]:
    return [path for path in crawling.admin_addresses() if is_about_people(path)]


def is_about_people(path: str) -> bool:
    if "/pdf" in path:  # the same sheet as the page to print, in a form that can't be searched
        return False
    return not path.startswith("/admin/") or path == "/admin/" or any(s in path for s in SUBJECTS)


def signed_in(user: User) -> Client:
    browser = Client()
    browser.force_login(user)
    return browser


def traces(shown: Iterable[str], words: dict[str, str]) -> set[str]:
    """The names of the `words` that stand somewhere in what was `shown`."""
    together = "\n".join(shown)
    return {name for name, written in words.items() if written in together}


def test_an_erased_client_is_shown_nowhere(booking: Booking, time_machine: Any) -> None:
    owner = User.objects.create_superuser("owner", password="secret of a test")
    edit(booking, owner, time_machine)
    after = booking.end + DAY
    assert traces(everything_shown(booking, after, time_machine).values(), WORDS) == set(WORDS)
    old = [booking_path(booking), enquiry_path(booking.enquiry)]

    assert booking.client
    moments.erase_client(booking.client, after, actor=owner)

    booking.refresh_from_db()
    shown = everything_shown(booking, after, time_machine)
    assert {
        at: found for at, text in shown.items() if (found := traces([text], WORDS | CARE))
    } == {}
    assert traces([str(crawling.whole_database())], WORDS | CARE) == set()
    assert [Client().get(path).status_code for path in old] == [404, 404]


def edit(booking: Booking, owner: User, time_machine: Any) -> None:
    """The owner corrects the client's card, which the admin's own log remembers."""
    assert booking.client
    page = reverse("admin:bookings_client_change", args=[booking.client.pk])
    browser = signed_in(owner)
    fields = browser.get(page).context["adminform"].form.initial
    typed = {name: value or "" for name, value in fields.items()} | {"name": f"Z. {WHO.name}"}
    answer = browser.post(page, typed)
    assert answer.status_code == 302
    booking.client.refresh_from_db()
    assert booking.client.name == f"Z. {WHO.name}"


def test_care_answers_are_shown_nowhere_once_their_time_is_over(
    booking: Booking, time_machine: Any
) -> None:
    User.objects.create_superuser("owner", password="secret of a test")
    shown = everything_shown(booking, booking.end + DAY, time_machine)
    assert {at.split()[0] for at, text in shown.items() if traces([text], CARE)} == {"photographer"}

    over = booking.end + 31 * DAY
    time_machine.move_to(over, tick=False)
    moments.forget_care(over)

    shown = everything_shown(booking, over, time_machine)
    assert [at for at, text in shown.items() if traces([text], CARE)] == []
    assert traces([str(crawling.whole_database())], CARE) == set()
    assert traces(shown.values(), WORDS) >= {"name", "note"}
