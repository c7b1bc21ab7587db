"""Lengths of time, pictures, prices and quotes as clients read them."""

import pytest

from bookings.catalogue.models import AddOn, Package
from bookings.catalogue.pricing import Quote, QuoteLine
from bookings.catalogue.wording import (
    Price,
    PriceLine,
    duration,
    extra_cost,
    pictures,
    price_from,
    price_in_words,
    several_lines,
)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0 minutes"),
        (1, "1 minute"),
        (45, "45 minutes"),
        (60, "1 hour"),
        (90, "1 hour 30 minutes"),
        (121, "2 hours 1 minute"),
    ],
)
def test_a_length_of_time_is_said_in_hours_and_minutes(minutes: int, words: str) -> None:
    assert duration(minutes) == words


@pytest.mark.parametrize(
    ("finals", "each", "words"),
    [
        (0, False, ""),
        (1, False, "1 retouched picture"),
        (3, False, "3 retouched pictures"),
        (1, True, "1 retouched picture each"),
    ],
)
def test_the_pictures_of_a_package_are_counted(finals: int, each: bool, words: str) -> None:
    assert pictures(Package(finals=finals, finals_are_per_person=each)) == words


def test_a_price_that_grows_with_the_people_begins_with_from() -> None:
    assert price_from(Package(price_minor=9500), "EUR") == "€95"
    assert price_from(Package(price_minor=9500, max_people=3), "EUR") == "from €95"


def test_an_extra_says_its_price_and_its_time_and_whether_they_are_for_each() -> None:
    assert extra_cost(AddOn(price_minor=2500), "EUR") == "€25 for the session"
    each = AddOn(price_minor=2500, is_per_person=True)
    assert extra_cost(each, "EUR") == "€25 for each person"
    look = AddOn(price_minor=4500, extra_minutes=75)
    words = "€45 for the session, 1 hour 15 minutes longer"
    assert extra_cost(look, "EUR") == words
    make_up = AddOn(price_minor=6050, is_per_person=True, extra_minutes=30)
    assert extra_cost(make_up, "GBP") == "£60.50 and 30 minutes longer for each person"


def test_each_line_of_a_quote_says_what_it_is_for() -> None:
    lines = (
        QuoteLine("package", "Team headshots", 1, 16000),
        QuoteLine("further_people", "", 3, 4000),
        QuoteLine("add_on", "Make-up artist", 5, 6000),
    )
    quote = Quote("EUR", lines, 50)
    assert price_in_words(quote) == Price(
        lines=(
            PriceLine("Team headshots", "€160"),
            PriceLine("Each further person, 3 × €40", "€120"),
            PriceLine("Make-up artist, 5 × €60", "€300"),
        ),
        total="€580",
        deposit="€290",
    )
    assert several_lines(quote) == price_in_words(quote).lines


def test_a_single_line_says_no_more_than_the_total() -> None:
    assert several_lines(Quote("EUR", (QuoteLine("package", "Headshot", 1, 100),), 0)) == ()
