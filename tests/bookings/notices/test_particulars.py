"""A booking in words, on the place's wall clock."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bookings.catalogue.wording import Price, PriceLine
from bookings.notices.particulars import extent, particulars, zone_name
from tests import factories


@pytest.mark.parametrize(
    ("moment", "zone", "name"),
    [
        (datetime(2026, 11, 25, 10, tzinfo=UTC), "Europe/Berlin", "CET, Europe/Berlin"),
        (datetime(2026, 7, 1, 10, tzinfo=UTC), "Europe/Berlin", "CEST, Europe/Berlin"),
        (datetime(2026, 11, 25, 10, tzinfo=UTC), "America/New_York", "EST, America/New York"),
        (datetime(2026, 11, 25, 10, tzinfo=UTC), "America/Sao_Paulo", "UTC-03, America/Sao Paulo"),
        (datetime(2026, 11, 25, 10, tzinfo=UTC), "Asia/Kathmandu", "UTC+0545, Asia/Kathmandu"),
    ],
)
def test_a_zone_is_named_as_it_is_called_that_day(moment: datetime, zone: str, name: str) -> None:
    assert zone_name(moment, ZoneInfo(zone)) == name


@pytest.mark.django_db
def test_times_are_those_of_the_place() -> None:
    place = factories.place(name="Harbour loft", time_zone="America/New_York")
    booking = factories.held_booking(
        factories.bookable_studio(place=place), start=datetime(2026, 11, 26, 15, 30, tzinfo=UTC)
    )

    about = particulars(booking)

    assert about.day == "Thursday 26 November 2026"
    assert about.hours == "10:30 to 11:00"
    assert about.zone == "EST, America/New York"


@pytest.mark.django_db
def test_price_and_extent_are_those_that_were_sold() -> None:
    package = factories.series_package()
    add_on = factories.add_on([package], is_per_person=True, extra_minutes=0)
    booking = factories.held_booking(
        factories.bookable_studio(package=package),
        answers={"uses": ["about_page"], "people_total": 4, "people_in_frame": 1},
        add_ons=[add_on],
    )
    package.name, package.finals = "Renamed later", 9
    package.save()

    about = particulars(booking)

    assert about.package == "Team headshots"
    assert about.extent == (
        "1 hour",
        "4 people",
        "1 look",
        "1 retouched picture for each person",
    )
    assert about.add_ons == ("4 × Make-up artist",)
    assert about.price == Price(
        lines=(
            PriceLine("Team headshots", "€160"),
            PriceLine("Each further person, 2 × €40", "€80"),
            PriceLine("Make-up artist, 4 × €60", "€240"),
        ),
        total="€480",
        deposit="€240",
    )


@pytest.mark.django_db
def test_a_package_without_retouching_promises_no_pictures() -> None:
    bookable = factories.bookable_studio(package=factories.package(finals=0, looks=3))

    assert extent(factories.held_booking(bookable)) == ("30 minutes", "3 looks")


@pytest.mark.django_db
def test_a_session_on_location_has_no_address_of_the_studio() -> None:
    bookable = factories.bookable_studio(package=factories.package(on_location=True))

    about = particulars(factories.held_booking(bookable))

    assert about.address == ("On location, where we agreed or will agree with you",)
    assert about.directions == ""
