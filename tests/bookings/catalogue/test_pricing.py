"""Prices and minutes: whole units, line by line."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bookings.catalogue.pricing import Quote, QuoteLine, duration_minutes, quote


@dataclass
class Sold:
    """A package as pricing sees it."""

    name: str = "Team headshots"
    min_people: int = 2
    duration_minutes: int = 40
    minutes_per_extra_person: int = 10
    price_minor: int = 16000
    price_per_extra_person_minor: int = 4000


@dataclass
class Extra:
    """An add-on as pricing sees it."""

    name: str = "One more picture"
    price_minor: int = 2500
    is_per_person: bool = False
    extra_minutes: int = 0


def priced(people: int, *extras: Extra) -> Quote:
    return quote(Sold(), people, extras, currency="EUR", deposit_percent=50)


@pytest.mark.parametrize(("people", "total"), [(2, 16000), (3, 20000), (12, 56000)])
def test_further_people_add_their_price(people: int, total: int) -> None:
    assert priced(people).total_minor == total


def test_an_add_on_for_each_person_counts_people() -> None:
    lines = priced(3, Extra(is_per_person=True), Extra(name="Rush")).lines
    assert lines == (
        QuoteLine("package", "Team headshots", 1, 16000),
        QuoteLine("further_people", "", 1, 4000),
        QuoteLine("add_on", "One more picture", 3, 2500),
        QuoteLine("add_on", "Rush", 1, 2500),
    )


@pytest.mark.parametrize(
    ("people", "extra", "minutes"),
    [(2, Extra(), 40), (5, Extra(), 70), (3, Extra(extra_minutes=20, is_per_person=True), 110)],
)
def test_minutes_grow_with_people_and_add_ons(people: int, extra: Extra, minutes: int) -> None:
    assert duration_minutes(Sold(), people, [extra]) == minutes


@given(st.integers(1, 10_000_000), st.integers(0, 100))
def test_the_deposit_is_a_whole_share_of_the_total(total: int, percent: int) -> None:
    priced = Quote("EUR", (QuoteLine("package", "", 1, total),), percent)
    assert 0 <= priced.deposit_minor <= total
    assert abs(priced.deposit_minor * 100 - total * percent) <= 50


@given(st.integers(1, 40), st.integers(0, 10**7), st.integers(0, 100))
def test_a_quote_reads_back_as_it_was_frozen(people: int, price: int, percent: int) -> None:
    frozen = quote(Sold(price_minor=price), people, [], currency="EUR", deposit_percent=percent)
    assert Quote.from_json(frozen.as_json()) == frozen
