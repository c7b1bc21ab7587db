"""Home, all packages, one package: what is on offer, at its price, in a fixed number of queries."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from bookings.catalogue.models import Package
from bookings.front.catalogue import head_counts
from bookings.front.common_questions import COMMON_QUESTIONS
from bookings.front.shelves import HEADINGS, SENTENCES, shelves
from guidance.claims import CLAIMS
from guidance.vocabulary import Kind
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("packages", [1, 3])
@pytest.mark.parametrize(("page", "queries"), [("front:home", 4), ("front:packages", 2)])
def test_browsing_costs_the_same_however_much_is_on_offer(
    client: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
    packages: int,
    page: str,
    queries: int,
) -> None:
    factories.studio()
    factories.place()
    for _number in range(packages):
        factories.package()
    with django_assert_num_queries(queries):
        answer = client.get(reverse(page))
    assert answer.content.decode().count('<article class="card">') == packages


@pytest.mark.parametrize("add_ons", [1, 3])
def test_a_package_costs_four_queries_however_much_can_be_added(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, add_ons: int
) -> None:
    factories.studio()
    package = factories.package()
    for _number in range(add_ons):
        factories.add_on([package])
    with django_assert_num_queries(4):
        client.get(reverse("front:package", args=[package.slug]))


def test_packages_stand_by_kind_in_the_order_of_the_vocabulary() -> None:
    portrait = factories.group_package()
    headshot = factories.package()
    found = shelves([portrait, headshot])
    assert [(shelf.kind, shelf.packages) for shelf in found] == [
        (Kind.HEADSHOT, [headshot]),
        (Kind.PORTRAIT, [portrait]),
    ]


def test_a_short_shelf_says_how_many_it_leaves_out() -> None:
    packages = [factories.package() for _number in range(5)]
    (shelf,) = shelves(packages, at_most=3)
    assert (shelf.packages, shelf.more) == (packages[:3], 2)


def test_a_package_that_is_not_on_offer_has_no_page(client: Client) -> None:
    factories.studio()
    package = factories.package(is_active=False)
    assert client.get(reverse("front:package", args=[package.slug])).status_code == 404
    assert client.get(reverse("front:package", args=["no-such-package"])).status_code == 404


def test_a_package_page_says_price_deposit_and_what_can_be_added(client: Client) -> None:
    factories.studio(deposit_percent=50)
    package = factories.package(price_minor=9550)
    factories.add_on([package], name="Extra look", price_minor=4000, extra_minutes=15)
    factories.add_on([package], name="Old offer", is_active=False)
    shown = client.get(reverse("front:package", args=[package.slug])).content.decode()
    assert all(
        words in shown for words in ("€95.50", "€47.75", "Extra look", "€40 for the session")
    )
    assert "Old offer" not in shown


@pytest.mark.parametrize("sold", [factories.package, factories.series_package])
def test_the_price_says_what_is_due_when(client: Client, sold: Callable[..., Package]) -> None:
    studio = factories.studio(deposit_percent=50)
    studio.fee_tiers.create(hours_before=12, percent=100)
    package = sold()
    shown = client.get(reverse("front:package", args=[package.slug])).content.decode()
    assert (
        "You pay nothing in advance: you pay at the studio, on the day. "
        "Cancelling is free up to 48 hours before your session. "
        "If you cancel later than that, the deposit is due: 50 % of the price. "
        "In the last 12 hours before it, or if you don’t come, 100 % of the price is due."
    ) in shown


@pytest.mark.parametrize("sold", [factories.package, factories.series_package])
def test_without_a_deposit_no_page_of_prices_has_one(
    client: Client, sold: Callable[..., Package]
) -> None:
    factories.studio(deposit_percent=0)
    package = sold()
    shown = client.get(reverse("front:package", args=[package.slug])).content.decode()
    assert "eposit" not in shown
    assert "€0" not in shown


def test_a_package_for_several_says_what_each_number_of_people_costs(client: Client) -> None:
    factories.studio()
    package = factories.series_package(min_people=2, max_people=4)
    rows = client.get(reverse("front:package", args=[package.slug])).context["prices"]
    assert [(row.people, row.minutes, row.quote.total_minor) for row in rows] == [
        (2, 40, 16000),
        (3, 50, 20000),
        (4, 60, 24000),
    ]


@pytest.mark.parametrize(
    ("fewest", "most", "expected"),
    [
        (1, 1, [1]),
        (2, 5, [2, 3, 4, 5]),
        (2, 20, [2, 5, 8, 11, 14, 17, 20]),
        (3, 40, [3, 9, 15, 21, 27, 33, 39, 40]),
    ],
)
def test_a_long_list_of_prices_is_thinned_out(fewest: int, most: int, expected: list[int]) -> None:
    assert head_counts(fewest, most) == expected


def test_nothing_on_offer_is_said_in_words(client: Client) -> None:
    factories.studio()
    shown = client.get(reverse("front:packages")).content.decode()
    assert "Nothing is on offer just now" in shown


def test_what_the_pages_tell_stands_on_claims() -> None:
    told = [common.answer for common in COMMON_QUESTIONS]
    told += [*HEADINGS.values(), *SENTENCES.values()]
    assert all(words.claims and set(words.claims) <= set(CLAIMS) for words in told)


@pytest.mark.parametrize("page", ["front:home", "front:packages"])
def test_browsing_takes_no_other_method(client: Client, page: str) -> None:
    assert client.post(reverse(page)).status_code == 405


def test_hostile_names_are_shown_and_never_run(client: Client) -> None:
    factories.studio()
    factories.package(name="<script>alert(1)</script>", slug="odd")
    shown = client.get(reverse("front:package", args=["odd"])).content.decode()
    assert "<script>alert" not in shown
