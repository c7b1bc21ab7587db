"""Nothing that a client reads is left out of gettext: pages and letters between brackets."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client

from bookings.admin.previews import previews_for, unsent
from bookings.booking.models import Booking, Enquiry
from bookings.notices.letters import letter_for
from tests import crawling, pseudo
from tests.crawling import CRAWLED_AT, Lived

pytestmark = pytest.mark.django_db


@pytest.fixture
def lived(time_machine: Any) -> Iterator[Lived]:
    with pseudo.spoken():
        studio = crawling.lived_in()
        Enquiry.objects.update(language=pseudo.LANGUAGE)
        Booking.objects.update(language=pseudo.LANGUAGE)
        time_machine.move_to(CRAWLED_AT, tick=False)
        yield studio


# Names that belong to no language: of a time zone, of an address, and the ids of sources.
NAMES = re.compile(r"https?://\S+|\b[A-Z]{2,5}, [A-Z][a-z]+/[A-Z]\w+|\bcalc\b")


def left_out(texts: list[str]) -> set[str]:
    """Of texts outside all brackets, those that no person of the studio wrote."""
    written = sorted(pseudo.data_of_the_studio(), key=len, reverse=True)
    found = set()
    for text in texts:
        rest = NAMES.sub("", text)
        for one in written:
            if len(one) > 1:
                rest = rest.replace(one, "")
        if pseudo.outside(rest)[0]:
            found.add(text)
    return found


def test_on_the_pages_of_clients(lived: Lived) -> None:
    opened = crawling.crawl(
        Client(),
        crawling.client_addresses(lived),
        inside=lambda path: not path.startswith("/admin/"),
    )
    pages = {
        address: crawling.text_of(answer)
        for address, answer in opened.items()
        if answer.headers.get("Content-Type", "").startswith("text/html")
    }
    assert len(pages) > 60
    said = {
        address: left
        for address, page in pages.items()
        if (left := left_out(pseudo.outside_of_page(page)))
    }
    assert said == {}


def test_in_letters(lived: Lived) -> None:
    said = {}
    for booking in Booking.objects.all():
        for preview in previews_for(booking):
            letter = letter_for(unsent(booking, preview))
            texts = [
                *pseudo.outside(letter.subject)[0],
                *pseudo.outside(letter.text)[0],
                *pseudo.outside_of_page(letter.html),
            ]
            if left := left_out(texts):
                said[preview.slug] = left
    assert said == {}
