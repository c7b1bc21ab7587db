"""A studio with something in every state, and visitors who open everything that can be opened.

What is opened comes from the site's own list of addresses and from the links on its pages, so a
new page is visited without being named here.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from html import unescape
from itertools import product
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.contrib import admin
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import URLPattern, reverse

from bookings import moments
from bookings.booking.links import booking_token, enquiry_token
from bookings.booking.models import Booking, Enquiry
from bookings.front import urls
from bookings.moments import Contact
from bookings.notices.feeds import feed_path
from bookings.schedule.models import OpeningHours, Photographer, Room
from bookings.series.links import attendee_token
from bookings.series.listing import Person
from bookings.series.models import Attendee
from guidance.questionnaire import QUESTIONS
from tests import factories
from tests.factories import NOW, START, Bookable

DAY, HOUR = timedelta(days=1), timedelta(hours=1)

CRAWLED_AT = NOW + HOUR
"""By then one of the holds of `lived_in` has run out, and nobody has swept it."""

PRIVATE = ("/e/", "/b/", "/a/")
"""Where the addresses of private pages begin."""

TEAM = {"uses": ["online_profile"], "occasion": "work", "people_in_frame": 1, "people_total": 3}
ALIKE = 2
"""So many are opened of the pages that links lead to and that differ in a number or a query."""

PageTest = Callable[[str], bool]
Answer = Any  # what Django's test client gives


@dataclass(frozen=True, slots=True)
class Lived:
    """What there is in the studio: a booking in each state, by name, and one person of a day."""

    bookable: Bookable
    bookings: Mapping[str, Booking]
    enquiries: Mapping[str, Enquiry]
    attendee: Attendee


def lived_in(*, contact: Contact = factories.CONTACT, **confirmed: Any) -> Lived:
    """The studio at `NOW`; `contact` and `confirmed` go to the session that took place."""
    bookable = factories.bookable_studio()
    OpeningHours.objects.filter(weekday=START.weekday()).update(opens="11:00", closes="11:30")
    day = factories.series_package(offered_by=[bookable.photographer])
    team = factories.Bookable(
        bookable.studio, bookable.place, bookable.room, bookable.photographer, day
    )
    thursday, before = START + DAY, NOW - 14 * DAY
    bookings = {
        "completed": factories.completed_booking(
            bookable, contact=contact, now=before, start=START - 6 * DAY, **confirmed
        ),
        "confirmed": factories.confirmed_booking(bookable, contact=_person("Confirmed")),
        "cancelled": factories.cancelled_booking(
            bookable, contact=_person("Cancelled"), start=thursday
        ),
        "lapsed": factories.held_booking(bookable, start=thursday + HOUR),
        "held": factories.held_booking(bookable, start=thursday + 2 * HOUR, now=CRAWLED_AT),
        "day": factories.confirmed_booking(
            team, answers=TEAM, contact=_person("Organiser"), start=thursday + 4 * HOUR
        ),
    }
    moments.give_details(bookings["held"], _person("Holder"), "", CRAWLED_AT)
    writes = factories.enquiry()
    moments.write_to_studio(writes, _person("Writer"), "Eighty of us?", NOW)
    waits = factories.enquiry(package=bookable.package)
    moments.wait(waits, bookable.place, START.date(), None, _person("Waiter"), NOW)
    [attendee] = moments.invite(bookings["day"], [Person("Ada", "ada@example.com")], NOW)
    return Lived(bookable, bookings, {"writes": writes, "waits": waits}, attendee)


def _person(name: str) -> Contact:
    return Contact(name, f"{name.lower()}@example.com")


def client_addresses(lived: Lived) -> list[str]:
    """Every address of the client’s pages, with what there is; each fourth question."""
    return [path for pattern in urls.urlpatterns for path in _paths(pattern, lived)]


def admin_addresses() -> list[str]:
    """Every address of the admin that names at most one row: the first, the last, each booking."""
    paths = [reverse("admin:index"), reverse("admin:jsi18n"), reverse("admin:password_change")]
    for model, model_admin in admin.site._registry.items():
        rows = list(model._default_manager.order_by("pk").values_list("pk", flat=True))
        rows = rows if model is Booking else [*{*rows[:1], *rows[-1:]}]
        for pattern in model_admin.get_urls():
            if isinstance(pattern, URLPattern) and pattern.name:
                paths += _admin_paths(pattern, rows)
    return paths


def crawl(
    browser: Client, starts: Iterable[str], *, inside: PageTest = lambda _path: True
) -> dict[str, Answer]:
    """Open `starts`, and what is linked from them at paths that are `inside`; by address."""
    waiting = list(starts)
    opened, alike = dict[str, Answer](), Counter(shape(address) for address in waiting)
    while waiting:
        address = waiting.pop()
        if address in opened:
            continue
        opened[address] = browser.get(address)
        for link in links_of(opened[address]):
            if inside(urlsplit(link).path) and alike[shape(link)] < ALIKE:
                alike[shape(link)] += 1
                waiting.append(link)
    return opened


def shape(address: str) -> str:
    """What pages of one kind have in common: the address less its numbers and its query."""
    return re.sub(r"\d+", "0", urlsplit(address).path)


def links_of(answer: Answer) -> list[str]:
    """The addresses of this site that a page, or a redirect, leads to; files of the theme not."""
    found = [answer.headers["Location"]] if "Location" in answer.headers else []
    if not answer.streaming and answer.headers.get("Content-Type", "").startswith("text/html"):
        found += [unescape(part.partition('"')[0]) for part in text_of(answer).split('href="')[1:]]
    addresses = [urlsplit(one)._replace(fragment="").geturl() for one in found]
    return [one for one in addresses if one.startswith("/") and not one.startswith("/static/")]


def text_of(answer: Answer) -> str:
    """What was answered, as text; a file of bytes as far as it can be read."""
    body = b"".join(answer) if answer.streaming else answer.content
    return body.decode(errors="replace")


def whole_database() -> dict[str, list[Any]]:
    """Every row of every table, less the sessions of browsers and who last signed in when."""
    tables = {}
    for model in apps.get_models(include_auto_created=True):
        if model is not Session:
            rows = model._base_manager.order_by("pk").values()
            tables[model._meta.label] = [{**row, "last_login": None} for row in rows]
    return tables


def _paths(pattern: URLPattern, lived: Lived) -> Iterator[str]:
    room = str(pattern.pattern).partition("/")[0]
    known: dict[str, list[Any]] = {
        "token": _tokens(lived).get(room, []),
        "slug": [*(one.slug for one in QUESTIONS[::4]), lived.bookable.package.slug],
        "number": [0, lived.attendee.pk],
        **{name: ["0" * 64] for name in ("digest", "mark")},
        "width": [480],
        "form": ["avif"],
        "accent": ["1a237e"],
    }
    for values in product(*(known[name] for name in pattern.pattern.converters)):
        yield reverse(f"front:{pattern.name}", args=values)


def _tokens(lived: Lived) -> dict[str, list[str]]:
    enquiries = [*lived.enquiries.values(), *(one.enquiry for one in lived.bookings.values())]
    return {
        "e": [enquiry_token(one) for one in enquiries],
        "b": [booking_token(one) for one in lived.bookings.values()],
        "a": [attendee_token(lived.attendee)],
        "calendar": [_feed_token(lived.bookable.photographer), _feed_token(lived.bookable.room)],
    }


def _feed_token(subject: Photographer | Room) -> str:
    return feed_path(subject).rpartition("/")[2].removesuffix(".ics")


def _admin_paths(pattern: URLPattern, rows: list[Any]) -> Iterator[str]:
    names = tuple(pattern.pattern.converters)
    if not names:
        yield reverse(f"admin:{pattern.name}")
    elif len(names) == 1:
        yield from (reverse(f"admin:{pattern.name}", kwargs={names[0]: row}) for row in rows)
