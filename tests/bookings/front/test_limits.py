"""Limits: far above what people do, firm with programs, and nothing typed is lost by them."""

import os
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from typing import Any
from uuid import uuid4

import pytest
import redis
from django.contrib.auth.models import User
from django.core.cache import cache
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from bookings.booking.links import enquiry_path, enquiry_token
from bookings.booking.models import Booking, Enquiry
from bookings.front.limits import client_network
from bookings.notices.models import Notice
from bookings.schedule.models import OpeningHours
from tests import factories
from tests.factories import NOW, START, Bookable

pytestmark = pytest.mark.django_db

HOUR = 3600
LIMITS = {
    "start": (3, HOUR),
    "hold": (3, HOUR),
    "hold_of_enquiry": (2, HOUR),
    "message": (3, HOUR),
    "message_of_enquiry": (2, HOUR),
    "wait_of_enquiry": (2, HOUR),
    "unknown_link": (3, 600),
}
UNKNOWN = "nothing"
LETTER = {"message": "Eighty of us?", "name": "Søren Ångström", "email": "soren@example.com"}
REDIS = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/15")


@pytest.fixture(autouse=True)
def _limited(settings: Settings, time_machine: Any) -> None:
    settings.RATE_LIMITS = LIMITS
    time_machine.move_to(NOW, tick=False)


@pytest.fixture(params=["local memory", "redis"])
def store(request: pytest.FixtureRequest, settings: Settings) -> Iterator[str]:
    """The cache that counts; Redis where one can be reached."""
    if request.param == "redis":
        try:
            redis.Redis.from_url(REDIS, socket_connect_timeout=0.5).ping()
        except redis.RedisError:
            pytest.skip("no Redis can be reached (TEST_REDIS_URL)")
        settings.CACHES = {
            "default": {
                "BACKEND": "django.core.cache.backends.redis.RedisCache",
                "LOCATION": REDIS,
                "KEY_PREFIX": uuid4().hex,
            }
        }
    yield request.param
    if request.param == "redis":
        cache.close()


def start(client: Client, **asked: Any) -> Any:
    return client.post(reverse("front:start"), **asked)


def look_up(client: Client, token: str = UNKNOWN) -> Any:
    return client.get(reverse("front:resume", args=[token]))


def message_page() -> str:
    return reverse("front:message", args=[enquiry_token(factories.enquiry())])


def statuses(count: int, ask: Callable[[], Any]) -> list[int]:
    return [ask().status_code for _ in range(count)]


def test_a_program_that_starts_and_starts_is_told_when_to_come_back(
    client: Client, store: str, time_machine: Any
) -> None:
    factories.studio()
    assert statuses(3, lambda: start(client)) == [302] * 3

    time_machine.shift(timedelta(minutes=39))
    refused = start(client)
    assert (refused.status_code, refused["Retry-After"]) == (429, str(21 * 60))
    assert "Wait 21 minutes, then try again" in refused.content.decode()
    assert Enquiry.objects.count() == 3

    time_machine.shift(timedelta(minutes=21))
    assert start(client).status_code == 302


def test_in_the_last_minute_the_page_says_a_minute(client: Client, time_machine: Any) -> None:
    factories.studio()
    statuses(3, lambda: start(client))
    time_machine.shift(timedelta(minutes=59, seconds=20))

    refused = start(client)
    assert refused["Retry-After"] == "40"
    assert "Wait a minute, then try again" in refused.content.decode()


def test_who_looks_for_links_that_are_not_there_is_slowed_down(
    client: Client, store: str, bookable: Bookable, time_machine: Any
) -> None:
    assert statuses(5, lambda: look_up(client)) == [404, 404, 404, 429, 429]
    assert look_up(client)["Retry-After"] == "600"
    time_machine.shift(timedelta(minutes=10))
    assert look_up(client).status_code == 404


def test_tampered_revoked_and_unknown_links_count_alike(client: Client, bookable: Bookable) -> None:
    enquiry = factories.enquiry()
    token = enquiry_token(enquiry)
    Enquiry.objects.update(link_counter=7)
    tried = [token, token[:-1] + "_", UNKNOWN, token]
    assert [look_up(client, one).status_code for one in tried] == [404, 404, 404, 429]


def test_a_good_link_opens_for_everyone_behind_that_connection(
    client: Client, bookable: Bookable
) -> None:
    path = enquiry_path(factories.enquiry())
    statuses(5, lambda: look_up(client))
    assert client.get(path, follow=True).status_code == 200


def test_another_connection_is_not_concerned(client: Client) -> None:
    factories.studio()
    statuses(4, lambda: start(client))
    assert start(client, REMOTE_ADDR="203.0.113.9").status_code == 302


def test_staff_are_never_refused(client: Client) -> None:
    factories.studio()
    client.force_login(User.objects.create_user("owner", is_staff=True))
    assert statuses(9, lambda: start(client)) == [302] * 9


def test_a_message_too_many_stays_in_its_form(client: Client, bookable: Bookable) -> None:
    page = message_page()
    for words in ("One", "Two"):
        client.post(page, LETTER | {"message": words})

    refused = client.post(page, LETTER)
    assert (refused.status_code, refused["Retry-After"]) == (429, str(HOUR))
    assert {name: refused.context["form"][name].value() for name in LETTER} == LETTER
    assert "nothing you told us is lost" in refused.content.decode()
    assert set(Enquiry.objects.values_list("message", flat=True)) == {"Two"}
    assert Notice.objects.count() == 4


def test_a_form_with_a_fault_is_not_counted(client: Client, bookable: Bookable) -> None:
    page = message_page()
    statuses(5, lambda: client.post(page, LETTER | {"email": "soren@"}))
    assert client.post(page, LETTER).status_code == 302


def test_addresses_that_are_known_and_unknown_are_counted_alike(
    client: Client, bookable: Bookable
) -> None:
    factories.client(email=LETTER["email"], name=LETTER["name"], phone="")
    answers = []
    for email in (LETTER["email"], "nobody@example.com"):
        cache.clear()
        page, sent = message_page(), LETTER | {"email": email}
        answers.append(statuses(4, partial(client.post, page, sent)))
    assert answers == [[302, 302, 429, 429]] * 2


def test_who_picks_time_after_time_sees_the_times_and_keeps_the_last(
    client: Client, bookable: Bookable
) -> None:
    token = enquiry_token(factories.enquiry(package=bookable.package))
    hold = reverse("front:hold", args=[token])
    picks = [{"start": (START + n * timedelta(hours=1)).isoformat()} for n in range(3)]
    assert [client.post(hold, pick).status_code for pick in picks] == [302, 302, 429]

    refused = client.post(hold, picks[2])
    assert "Choose a time" in refused.content.decode()
    assert "Wait 60 minutes" in refused.content.decode()
    assert [one.start for one in Booking.objects.filter(state="held")] == [
        START + timedelta(hours=1)
    ]


def test_who_asks_to_wait_again_and_again_keeps_what_was_typed(
    client: Client, bookable: Bookable
) -> None:
    OpeningHours.objects.filter(weekday=START.weekday()).update(opens="11:00", closes="11:30")
    factories.confirmed_booking(bookable)
    token = enquiry_token(factories.enquiry(package=bookable.package))
    page = reverse("front:waiting", args=[token])
    typed = {"day": f"{START:%Y-%m-%d}", "name": LETTER["name"], "email": LETTER["email"]}
    assert statuses(3, partial(client.post, page, typed)) == [302, 302, 429]

    refused = client.post(page, typed)
    assert refused.context["form"]["email"].value() == LETTER["email"]
    assert refused["Retry-After"] == str(HOUR)


def test_counting_costs_no_query(
    client: Client, bookable: Bookable, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    look_up(client)
    with django_assert_num_queries(1):  # the studio's name in the page's foot
        look_up(client)


def test_a_cache_that_is_gone_keeps_nobody_from_booking(
    client: Client, settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    factories.studio()
    settings.CACHES = {
        "default": {
            "BACKEND": "django.core.cache.backends.redis.RedisCache",
            "LOCATION": "redis://127.0.0.1:1/0",
        }
    }
    assert statuses(5, lambda: start(client)) == [302] * 5
    assert "Limits are not counted" in caplog.text


def test_an_office_of_forty_that_comes_at_once_meets_no_limit(
    client: Client, settings: Settings
) -> None:
    factories.studio()
    settings.RATE_LIMITS = settings.RATES
    assert statuses(40, lambda: start(client)) == [302] * 40
    of_connection = {name for name in settings.RATES if not name.endswith("_of_enquiry")}
    assert {name for name in of_connection if settings.RATES[name][0] < 40} == set()


@pytest.mark.parametrize(
    ("asked", "proxies", "network"),
    [
        ({"REMOTE_ADDR": "203.0.113.9"}, 0, "203.0.113.9"),
        ({"REMOTE_ADDR": "2001:db8:1:2:3:4:5:6"}, 0, "2001:db8:1:2::/64"),
        ({"REMOTE_ADDR": "2001:db8:1:2::1"}, 0, "2001:db8:1:2::/64"),
        ({"REMOTE_ADDR": "::ffff:203.0.113.9"}, 0, "203.0.113.9"),
        ({"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": "192.0.2.5"}, 0, "10.0.0.1"),
        ({"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": "192.0.2.5"}, 1, "192.0.2.5"),
        # What a visitor claims stands before what the proxy adds.
        ({"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": "1.1.1.1, 192.0.2.5"}, 1, "192.0.2.5"),
        ({"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": "1.1.1.1, 192.0.2.5"}, 2, "1.1.1.1"),
        # Asked past the proxy, or by one that adds nothing.
        ({"REMOTE_ADDR": "10.0.0.1"}, 2, "10.0.0.1"),
        ({"REMOTE_ADDR": "10.0.0.1", "HTTP_X_FORWARDED_FOR": "elsewhere"}, 1, "elsewhere"),
    ],
)
def test_where_a_request_comes_from(
    rf: RequestFactory, settings: Settings, asked: dict[str, Any], proxies: int, network: str
) -> None:
    settings.TRUSTED_PROXIES = proxies
    request: HttpRequest = rf.get("/", **asked)
    assert client_network(request) == network
