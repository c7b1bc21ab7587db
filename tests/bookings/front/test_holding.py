"""Holding a time: the pick is held, refused with other times, or answered in plain words."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from bookings import moments
from bookings.booking.links import enquiry_token
from bookings.booking.models import Booking, Enquiry
from bookings.booking.states import BookingState
from tests import factories
from tests.factories import CONTACT, NOW, START, Bookable
from tests.walking import Walker

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_now")]

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


@pytest.fixture
def asked(bookable: Bookable) -> Enquiry:
    return factories.enquiry(package=bookable.package)


def address(name: str, enquiry: Enquiry) -> str:
    return reverse(f"front:{name}", args=[enquiry_token(enquiry)])


def pick(client: Client, enquiry: Enquiry, **changes: str) -> Any:
    fields = {"place": "old-town", "with": "", "start": START.isoformat()} | changes
    return client.post(address("hold", enquiry), fields)


def first_times(response: Any) -> list[str]:
    """The times put first on the page, on the place's clock."""
    return [f"{slot.wall:%a %H:%M}" for slot in response.context["timetable"].first]


def test_a_pick_is_held_and_leads_to_the_details(client: Client, asked: Enquiry) -> None:
    response = pick(client, asked)
    assert (response.status_code, response["Location"]) == (302, address("details", asked))
    held = asked.bookings.get()
    assert (held.start, held.state) == (START, BookingState.HELD)


def test_the_photographer_asked_for_is_held(
    client: Client, bookable: Bookable, asked: Enquiry
) -> None:
    second = factories.photographer([bookable.package], name="Ben Aster", position=1)
    factories.weekday_hours(second, bookable.place)
    pick(client, asked, **{"with": "ben-aster"})
    assert asked.bookings.get().photographer == second


def test_a_second_click_gives_the_same_hold(client: Client, asked: Enquiry) -> None:
    answers = [pick(client, asked)["Location"] for _ in range(2)]
    assert answers == [address("details", asked)] * 2
    assert asked.bookings.count() == 1


def test_another_pick_replaces_the_hold(client: Client, asked: Enquiry) -> None:
    pick(client, asked)
    pick(client, asked, start=(START + HOUR).isoformat())
    states = list(asked.bookings.order_by("start").values_list("start", "state"))
    assert states == [
        (START, BookingState.RELEASED),
        (START + HOUR, BookingState.HELD),
    ]


def test_the_same_pick_for_more_people_is_a_new_hold(client: Client) -> None:
    bookable = factories.bookable_studio(package=factories.series_package())
    asked = factories.enquiry({**factories.ANSWERS, **people(2)}, package=bookable.package)
    pick(client, asked)
    moments.answer(asked, "people", people(4), NOW)
    moments.recommend(asked, NOW)
    pick(client, asked)
    held = list(asked.bookings.order_by("pk").values_list("state", "people", "total_minor"))
    assert held == [(BookingState.RELEASED, 2, 16000), (BookingState.HELD, 4, 24000)]


def people(total: int) -> dict[str, int]:
    return {"people_in_frame": 1, "people_total": total}


def test_a_time_that_was_just_taken_shows_the_nearest_and_keeps_the_hold(
    client: Client, bookable: Bookable, asked: Enquiry
) -> None:
    held = moments.hold(asked, bookable.place, START + 3 * HOUR, None, NOW)
    factories.held_booking(bookable, start=START)
    response = pick(client, asked)
    assert response.status_code == 409
    assert "Someone has just taken that time." in response.content.decode()
    assert first_times(response) == ["Wed 09:30", "Wed 10:00", "Wed 12:00"]
    held.refresh_from_db()
    assert held.state == BookingState.HELD


def test_the_nearest_times_can_be_picked_at_once(bookable: Bookable, asked: Enquiry) -> None:
    walker = Walker()
    walker.go(f"{address('times', asked)}?day=2026-11-25")
    factories.held_booking(bookable, start=START)
    start = ("start", START.isoformat())
    walker.send(next(f for f in walker.forms if start in f.buttons), button=start)
    assert walker.response.status_code == 409
    walker.send(walker.forms[0])
    assert walker.path == address("details", asked)
    assert asked.bookings.get().start == START - 1.5 * HOUR


@pytest.mark.parametrize(
    "start",
    [
        START + 5 * MINUTE,
        START - 7 * HOUR,
        NOW + HOUR,
        NOW - 400 * 24 * HOUR,
        NOW + 400 * 24 * HOUR,
        START.replace(year=2000),
        START.replace(year=2100),
    ],
    ids=["off the raster", "at night", "too soon", "long ago", "too far", "first", "last"],
)
def test_a_time_that_was_never_on_offer_is_refused(
    client: Client, asked: Enquiry, start: Any
) -> None:
    response = pick(client, asked, start=start.isoformat())
    assert response.status_code == 409
    assert "We can&#x27;t offer that time." in response.content.decode()
    assert len(first_times(response)) == 3
    assert Booking.objects.count() == 0


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"start": "tomorrow"}, "We couldn&#x27;t read that time."),
        ({"start": "2026-11-25T10:00:00"}, "We couldn&#x27;t read that time."),
        ({"start": "2026-11-25"}, "We couldn&#x27;t read that time."),
        ({"start": "9999-12-31T23:59:59+00:00"}, "We couldn&#x27;t read that time."),
        ({"start": "0001-01-01T00:00:00+14:00"}, "We couldn&#x27;t read that time."),
        ({"start": "2026-11-25T10:00:00+00:00\0"}, "Null characters are not allowed."),
        ({"start": "9" * 10_000}, "We couldn&#x27;t read that time."),
        ({"start": ""}, "Choose one of these times."),
        ({"place": "atlantis"}, "We don&#x27;t know that place."),
        ({"place": "1"}, "We don&#x27;t know that place."),
        ({"with": "nobody"}, "That photographer doesn&#x27;t work here."),
    ],
)
def test_a_tampered_pick_is_named_and_nothing_is_held(
    client: Client, asked: Enquiry, changes: dict[str, str], said: str
) -> None:
    response = pick(client, asked, **changes)
    assert response.status_code == 400
    assert said in response.content.decode()
    assert Booking.objects.count() == 0


def test_a_place_closed_to_clients_is_unknown(
    client: Client, bookable: Bookable, asked: Enquiry
) -> None:
    closed = factories.place(name="Attic", is_active=False)
    factories.room(closed)
    factories.weekday_hours(bookable.photographer, closed, weekdays=[5])
    assert pick(client, asked, place="attic").status_code == 400


def test_a_package_no_longer_on_offer_leads_back_to_the_recommendation(
    client: Client, bookable: Bookable, asked: Enquiry
) -> None:
    bookable.package.is_active = False
    bookable.package.save()
    response = client.post(address("hold", asked), {"start": START.isoformat()}, follow=True)
    assert response.redirect_chain[0] == (address("result", asked), 302)
    assert "This package can&#x27;t be booked for these answers." in response.content.decode()


def test_a_package_that_nobody_offers_any_more_leads_to_a_message(
    client: Client, bookable: Bookable, asked: Enquiry
) -> None:
    bookable.photographer.packages.clear()
    response = pick(client, asked)
    assert address("message", asked) in response.content.decode()
    assert Booking.objects.count() == 0


def test_looking_at_the_address_holds_nothing(client: Client, asked: Enquiry) -> None:
    response = client.get(address("hold", asked), {"start": START.isoformat()})
    assert (response.status_code, response["Location"]) == (302, address("times", asked))
    assert Booking.objects.count() == 0


def test_what_is_booked_is_not_held_again(client: Client, bookable: Bookable) -> None:
    booking = factories.confirmed_booking(bookable)
    response = pick(client, booking.enquiry, start=(START + HOUR).isoformat())
    assert (response.status_code, "/b/" in response["Location"]) == (302, True)
    assert Booking.objects.get() == booking


def test_a_stranger_s_link_holds_nothing(client: Client, asked: Enquiry) -> None:
    forged = reverse("front:hold", args=[enquiry_token(asked)[:-1] + "-"])
    assert client.post(forged, {"start": START.isoformat()}).status_code == 404
    assert Booking.objects.count() == 0


def test_a_form_from_elsewhere_holds_nothing(asked: Enquiry) -> None:
    outside = Client(enforce_csrf_checks=True)
    assert pick(outside, asked).status_code == 403
    assert Booking.objects.count() == 0


def test_the_client_who_was_here_before_need_not_type_again(
    client: Client, bookable: Bookable, asked: Enquiry
) -> None:
    held = moments.hold(asked, bookable.place, START, None, NOW)
    moments.give_details(held, CONTACT, "I blink.", NOW)
    pick(client, asked, start=(START + HOUR).isoformat())
    response = client.get(address("details", asked))
    assert response.context["form"].initial == {
        "name": CONTACT.name,
        "email": CONTACT.email,
        "phone": CONTACT.phone,
        "note": "I blink.",
    }
