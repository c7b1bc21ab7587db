"""One booking's page: found, read, and showing what was sold."""

import re
from datetime import timedelta

import pytest

from bookings.admin.permissions import FRONT_DESK, OWNER
from bookings.booking.links import booking_path
from bookings.booking.models import Booking
from tests import factories
from tests.bookings.admin.people import another_session, member, photographer_account, signed_in
from tests.factories import START

pytestmark = pytest.mark.django_db


DAYS_FROM_TODAY = {
    "last week": -7,
    "in a week": 7,
    "yesterday": -1,
    "this morning": 0,
    "tomorrow": 1,
}


def page_of(booking: Booking) -> str:
    return f"/admin/bookings/booking/{booking.pk}/change/"


def state_of(booking: Booking) -> str:
    return Booking.objects.get(pk=booking.pk).state


@pytest.mark.parametrize("unknown", ["0", "9" * 30, "CL-000000", "٣", "%00", "'; --"])
def test_a_booking_that_is_not_there_is_said_plainly(unknown: str) -> None:
    factories.confirmed_booking()

    with signed_in(member(OWNER)) as browser:
        answer = browser.get(f"/admin/bookings/booking/{unknown}/change/", follow=True)
        move = browser.get(f"/admin/bookings/booking/{unknown}/move/cancel/")

    assert answer.redirect_chain == [("/admin/", 302)]
    assert len(answer.context["messages"]) == 1
    assert move.status_code == 404


def test_a_booking_is_found_by_its_reference_too() -> None:
    booking = factories.confirmed_booking()

    with signed_in(member(FRONT_DESK)) as browser:
        page = browser.get(f"/admin/bookings/booking/{booking.reference.lower()}/change/")
        by_search = browser.get(f"/admin/bookings/booking/?q={booking.reference}")

    assert page.context["booking"] == booking
    assert by_search.context["cl"].result_count == 1


def test_the_page_only_reads() -> None:
    booking = factories.confirmed_booking()

    with signed_in(member(OWNER)) as browser:
        assert browser.post(page_of(booking), {"state": "delivered"}).status_code == 405
        assert browser.get("/admin/bookings/booking/add/").status_code == 403
        assert browser.post(f"/admin/bookings/booking/{booking.pk}/delete/").status_code == 403

    assert state_of(booking) == "confirmed"


def test_the_page_shows_what_was_sold_even_after_prices_changed() -> None:
    bookable = factories.bookable_studio()
    extra = factories.add_on([bookable.package])
    booking = factories.confirmed_booking(bookable, add_ons=[extra])
    bookable.package.price_minor = 99900
    bookable.package.save()
    factories.studio(free_change_hours=1)

    with signed_in(member(FRONT_DESK)) as browser:
        context = browser.get(page_of(booking)).context

    assert [(line.label, line.amount) for line in context["price"].lines] == [
        ("Professional headshot", "€95"),
        ("Make-up artist", "€60"),
    ]
    assert (context["price"].total, context["price"].deposit) == ("€155", "€77.50")
    assert "up to 48 hours before your session" in " ".join(context["terms"])
    assert [event.what for event in context["events"]] == [
        "Time held",
        "Details given",
        "Confirmed",
    ]


@pytest.mark.parametrize(
    ("extras", "named"),
    [([], []), (["Make-up"], ["Make-up"]), (["Make-up", "Hair"], ["Make-up, Hair"])],
)
def test_the_session_names_its_add_ons(extras: list[str], named: list[str]) -> None:
    bookable = factories.bookable_studio()
    sold = [factories.add_on([bookable.package], name=name) for name in extras]
    booking = factories.confirmed_booking(bookable, add_ons=sold)

    with signed_in(member(FRONT_DESK)) as browser:
        page = browser.get(page_of(booking)).content.decode()

    assert re.findall(r"<dt>Add-ons</dt>\s*<dd>(.*?)</dd>", page) == named


def test_the_private_link_is_for_the_desk_alone() -> None:
    booking = factories.confirmed_booking()
    link = booking_path(booking)

    with signed_in(member(FRONT_DESK)) as browser:
        assert link in browser.get(page_of(booking)).content.decode()
    with signed_in(photographer_account(booking.photographer)) as browser:
        assert link not in browser.get(page_of(booking)).content.decode()


def test_times_are_those_of_the_place_whatever_the_studios_clock() -> None:
    factories.place(name="Head office", time_zone="America/New_York", position=0)
    lisbon = factories.place(name="By the river", time_zone="Europe/Lisbon", position=1)
    booking = factories.confirmed_booking(factories.bookable_studio(place=lisbon))

    with signed_in(member(OWNER)) as browser:
        page = browser.get(page_of(booking))

    assert page.context["when"] == "Wed 25 November 2026, 10:00–10:30 WET"


def test_the_diary_begins_with_today_and_goes_on_to_what_comes_then_to_what_was() -> None:
    bookable = factories.bookable_studio()
    starts = {name: START + timedelta(days=days) for name, days in DAYS_FROM_TODAY.items()}
    booked = {name: another_session(bookable, n) for n, name in enumerate(starts)}
    for name, booking in booked.items():
        end = starts[name] + timedelta(minutes=30)
        Booking.objects.filter(pk=booking.pk).update(start=starts[name], end=end)

    with signed_in(member(FRONT_DESK), START + timedelta(hours=2)) as browser:
        rows = browser.get("/admin/bookings/booking/").context["cl"].result_list

    names = {booking.pk: name for name, booking in booked.items()}
    assert [names[row.pk] for row in rows] == [
        "this morning",
        "tomorrow",
        "in a week",
        "yesterday",
        "last week",
    ]
