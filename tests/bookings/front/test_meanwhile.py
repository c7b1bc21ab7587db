"""Whatever changed in the last millisecond, a client reads why, and nothing answers 500."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from bookings import moments
from bookings.booking.links import booking_token, enquiry_token
from bookings.booking.models import Booking, Enquiry
from bookings.booking.models import Client as Person
from bookings.catalogue.models import Package
from bookings.schedule.models import OpeningHours
from bookings.series.links import attendee_token
from bookings.series.models import Attendee
from bookings.waiting.models import WaitingEntry
from tests import factories
from tests.bookings.front.meanwhile import meanwhile
from tests.bookings.series.days import company_day, invited, named, turn
from tests.factories import CONTACT, NOW, START, Bookable

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_now")]

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
MOVED_ON = "This booking has moved on since you opened the page. Look at it again."
NOT_OFFERED = "This package can't be booked for these answers. Choose another one."
ADA = {"name": "Ada Byrne", "email": "ada@example.com"}


def words(response: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split()).replace(
        "&#x27;", "'"
    )


def of_enquiry(name: str, enquiry: Enquiry, *more: object) -> str:
    return reverse(f"front:{name}", args=[enquiry_token(enquiry), *more])


def of_booking(name: str, booking: Booking, *more: object) -> str:
    return reverse(f"front:{name}", args=[booking_token(booking), *more])


def send(
    client: Client, address: str, typed: dict[str, Any], change: Callable[[], object]
) -> tuple[int, str]:
    """The answer to what is sent while `change` happens, and what the client reads then."""
    with meanwhile(change):
        response = client.post(address, typed)
    if response.status_code != 302:
        return response.status_code, words(response)
    return 302, words(client.get(response["Location"], follow=True))


def withdraw() -> None:
    """The studio takes its packages off the site."""
    Package.objects.update(is_active=False)


class TestBeforeBooking:
    """Questions, package, times, details and review."""

    @pytest.fixture
    def asked(self, bookable: Bookable) -> Enquiry:
        return factories.enquiry(package=bookable.package)

    @pytest.fixture
    def held(self, bookable: Bookable) -> Booking:
        return factories.held_booking(bookable)

    @pytest.fixture
    def ready(self, held: Booking) -> Booking:
        return moments.give_details(held, CONTACT, "", NOW)

    def test_an_answer_comes_after_booking(self, client: Client, ready: Booking) -> None:
        address = of_enquiry("question", ready.enquiry, "purpose")
        typed = {"uses": "gift"}
        status, said = send(client, address, typed, lambda: moments.confirm(ready, NOW))
        assert (status, MOVED_ON in said, ready.reference in said) == (302, True, True)

    def test_the_package_is_withdrawn_as_it_is_chosen(
        self, client: Client, bookable: Bookable, asked: Enquiry
    ) -> None:
        address = of_enquiry("choose", asked, bookable.package.slug)
        status, said = send(client, address, {}, withdraw)
        assert (status, NOT_OFFERED in said) == (302, True)

    def test_the_package_is_withdrawn_as_its_time_is_picked(
        self, client: Client, asked: Enquiry
    ) -> None:
        typed = {"place": "old-town", "with": "", "start": START.isoformat()}
        status, said = send(client, of_enquiry("hold", asked), typed, withdraw)
        assert (status, NOT_OFFERED in said) == (302, True)

    def test_the_time_is_taken_as_it_is_picked(
        self, client: Client, bookable: Bookable, asked: Enquiry
    ) -> None:
        typed = {"place": "old-town", "with": "", "start": START.isoformat()}
        status, said = send(
            client,
            of_enquiry("hold", asked),
            typed,
            lambda: factories.confirmed_booking(bookable),
        )
        assert (status, "Someone has just taken that time." in said) == (409, True)

    def test_a_hold_is_confirmed_elsewhere_as_it_is_made_longer_or_given_back(
        self, client: Client, ready: Booking
    ) -> None:
        address = of_enquiry("release", ready.enquiry)
        typed = {"reference": ready.reference}
        status, said = send(client, address, typed, lambda: moments.confirm(ready, NOW))
        assert (status, MOVED_ON in said, ready.reference in said) == (302, True, True)

    def test_a_hold_is_given_back_as_it_is_made_longer(
        self, client: Client, ready: Booking
    ) -> None:
        address = of_enquiry("extend", ready.enquiry)
        typed = {"name": "Ines", "note": "I blink a lot."}
        status, said = send(client, address, typed, lambda: moments.release(ready, NOW))
        assert (status, "I blink a lot." in said) == (410, True)

    def test_a_hold_is_given_back_as_the_details_are_sent(
        self, client: Client, held: Booking
    ) -> None:
        typed = {**ADA, "note": "I blink a lot."}
        address = of_enquiry("details", held.enquiry)
        status, said = send(client, address, typed, lambda: moments.release(held, NOW))
        held.enquiry.refresh_from_db()
        assert (status, "Your answers and details are kept" in said) == (410, True)
        assert held.enquiry.note == "I blink a lot."

    def test_the_session_is_booked_as_the_details_are_sent(
        self, client: Client, ready: Booking
    ) -> None:
        address = of_enquiry("details", ready.enquiry)
        status, said = send(client, address, ADA, lambda: moments.confirm(ready, NOW))
        assert (status, MOVED_ON in said, ready.reference in said) == (302, True, True)

    def test_a_hold_is_given_back_as_it_is_confirmed(self, client: Client, ready: Booking) -> None:
        address = of_enquiry("review", ready.enquiry)
        typed = {"reference": ready.reference}
        status, said = send(client, address, typed, lambda: moments.release(ready, NOW))
        assert (status, "choose a time again" in said) == (410, True)

    def test_the_session_is_changed_as_it_is_confirmed(
        self, client: Client, bookable: Bookable, ready: Booking
    ) -> None:
        extra = factories.add_on([bookable.package])
        status, said = send(
            client,
            of_enquiry("review", ready.enquiry),
            {"reference": ready.reference},
            lambda: moments.choose(ready.enquiry, bookable.package, [extra], "", NOW),
        )
        assert (status, "You have changed the session" in said) == (409, True)

    def test_the_session_is_booked_as_a_message_is_sent(
        self, client: Client, ready: Booking
    ) -> None:
        address = of_enquiry("message", ready.enquiry)
        typed = {**ADA, "message": "Eighty of us on one staircase?"}
        status, said = send(client, address, typed, lambda: moments.confirm(ready, NOW))
        assert (status, f"with the reference {ready.reference}" in said) == (409, True)
        assert typed["message"] in said

    def test_a_message_sent_after_booking_is_kept_on_the_page(
        self, client: Client, ready: Booking
    ) -> None:
        moments.confirm(ready, NOW)
        typed = {**ADA, "message": "Eighty of us on one staircase?"}
        response = client.post(of_enquiry("message", ready.enquiry), typed)
        assert (response.status_code, typed["message"] in words(response)) == (409, True)
        assert client.get(of_enquiry("message", ready.enquiry)).status_code == 302


class TestWaiting:
    """A full day, asked for and given up."""

    FIELDS = ADA | {"place": "old-town", "with": "", "day": "2026-11-25"}

    @pytest.fixture
    def taken(self, bookable: Bookable) -> Booking:
        """The one session of the Wednesday is somebody else's."""
        OpeningHours.objects.filter(weekday=2).update(opens="11:00", closes="11:30")
        return factories.confirmed_booking(bookable)

    @pytest.fixture
    def asked(self, taken: Booking) -> Enquiry:
        return factories.enquiry(package=taken.package)

    def test_what_is_waited_for_is_withdrawn(self, client: Client, asked: Enquiry) -> None:
        status, said = send(client, of_enquiry("waiting", asked), self.FIELDS, withdraw)
        assert (status, NOT_OFFERED in said) == (302, True)
        assert not WaitingEntry.objects.exists()

    def test_the_day_has_a_time_again(self, client: Client, asked: Enquiry, taken: Booking) -> None:
        status, said = send(
            client,
            of_enquiry("waiting", asked),
            self.FIELDS,
            lambda: moments.cancel(taken, NOW, by="client"),
        )
        assert (status, "There are still times on that day" in said) == (409, True)

    def test_who_waited_is_erased_as_they_stop(self, client: Client, asked: Enquiry) -> None:
        client.post(of_enquiry("waiting", asked), self.FIELDS)
        entry, known = WaitingEntry.objects.get(), Person.objects.get(email=ADA["email"])
        typed = {"wait": str(entry.pk)}
        status, _said = send(
            client,
            of_enquiry("stop_waiting", asked),
            typed,
            lambda: moments.erase_client(known, NOW),
        )
        assert status == 404


class TestAfterBooking:
    """Moving, cancelling, ticking and amending."""

    @pytest.fixture
    def booked(self, bookable: Bookable) -> Booking:
        return factories.confirmed_booking(bookable, start=START + 7 * DAY)

    @staticmethod
    def new_time(booking: Booking) -> dict[str, str]:
        return {
            "place": "old-town",
            "with": "mara-lindqvist",
            "start": (booking.start + HOUR).isoformat(),
            "was": booking.start.isoformat(),
        }

    def test_the_new_time_is_taken_as_the_session_moves(
        self, client: Client, bookable: Bookable, booked: Booking
    ) -> None:
        status, said = send(
            client,
            of_booking("move", booked),
            self.new_time(booked),
            lambda: factories.confirmed_booking(bookable, start=booked.start + HOUR),
        )
        assert (status, "Your session stays where it is" in said) == (409, True)

    def test_another_window_makes_the_last_move(
        self, client: Client, bookable: Bookable, booked: Booking
    ) -> None:
        Booking.objects.filter(pk=booked.pk).update(moves=1)
        elsewhere = moments.NewTime(bookable.place, booked.start + 2 * HOUR)
        status, said = send(
            client,
            of_booking("move", booked),
            self.new_time(booked),
            lambda: moments.move(booked, elsewhere, NOW),
        )
        assert (status, "You have moved this session 2 times" in said) == (409, True)

    @pytest.mark.parametrize(
        ("name", "more", "typed", "is_told"),
        [
            ("move", (), None, False),
            ("cancel", (), {"fee": "0", "seen": "0"}, False),
            ("amend", ("clothes",), {"clothes": "plain"}, True),
            ("tick", (), {"shown": ["pack"], "done": ["pack"]}, True),
        ],
        ids=["move", "cancel", "amend", "tick"],
    )
    def test_the_session_is_called_off_elsewhere(
        self,
        client: Client,
        booked: Booking,
        name: str,
        more: tuple[str, ...],
        typed: dict[str, Any] | None,
        *,
        is_told: bool,
    ) -> None:
        status, said = send(
            client,
            of_booking(name, booked, *more),
            typed or self.new_time(booked),
            lambda: moments.cancel(booked, NOW, by="client"),
        )
        assert (status, "This booking was cancelled" in said) == (302, True)
        assert (MOVED_ON in said) is is_told


class TestCompanyDay:
    """The organiser's page and each person's own."""

    @pytest.fixture
    def day(self) -> Booking:
        return company_day()

    @pytest.fixture
    def ada(self, day: Booking) -> Attendee:
        return invited(day, *named("Ada"))[0]

    @staticmethod
    def own(person: Attendee, name: str = "attendee", *more: str) -> str:
        return reverse(f"front:{name}", args=[attendee_token(person), *more])

    @pytest.mark.parametrize("is_question", [False, True], ids=["slot", "answers"])
    def test_the_day_is_called_off_as_somebody_answers(
        self, client: Client, day: Booking, ada: Attendee, *, is_question: bool
    ) -> None:
        address = self.own(ada, "attendee_question", "comfort") if is_question else self.own(ada)
        typed = {"glasses": "always"} if is_question else {"slot": turn(0).isoformat()}
        status, said = send(client, address, typed, lambda: moments.cancel(day, NOW, by="client"))
        assert (status, MOVED_ON in said) == (302, True)
        assert "This day was called off." in said

    @pytest.mark.parametrize("is_question", [False, True], ids=["slot", "answers"])
    def test_somebody_is_taken_off_the_list_as_they_answer(
        self, client: Client, ada: Attendee, *, is_question: bool
    ) -> None:
        address = self.own(ada, "attendee_question", "comfort") if is_question else self.own(ada)
        typed = {"glasses": "always"} if is_question else {"slot": turn(0).isoformat()}
        status, said = send(client, address, typed, lambda: moments.uninvite(ada, NOW))
        assert (status, "There is nothing here" in said) == (302, True)

    def test_answers_to_a_day_that_is_off_are_not_lost_without_a_word(
        self, client: Client, day: Booking, ada: Attendee
    ) -> None:
        moments.cancel(day, NOW, by="client")
        address = self.own(ada, "attendee_question", "comfort")
        sent = client.post(address, {"glasses": "always"}, follow=True)
        assert MOVED_ON in words(sent)
        assert MOVED_ON not in words(client.get(address, follow=True))

    def test_a_colleague_takes_the_slot(self, client: Client, day: Booking, ada: Attendee) -> None:
        (ben,) = invited(day, *named("Ben"))
        typed = {"slot": turn(0).isoformat()}
        status, said = send(
            client, self.own(ada), typed, lambda: moments.choose_slot(ben, turn(0), NOW)
        )
        assert (status, "A colleague has just taken that slot." in said) == (409, True)

    def test_the_list_is_filled_elsewhere_as_people_are_invited(
        self, client: Client, day: Booking
    ) -> None:
        typed = {"people": "Eve Byrne, eve@example.com", "invite": "yes"}
        others = named("Ada", "Ben", "Cem", "Dev")
        status, said = send(client, of_booking("people", day), typed, lambda: invited(day, *others))
        assert (status, "Eve Byrne, eve@example.com" in said) == (409, True)

    def test_the_day_is_called_off_as_people_are_invited(
        self, client: Client, day: Booking
    ) -> None:
        typed = {"people": "Eve Byrne, eve@example.com", "invite": "yes"}
        status, said = send(
            client,
            of_booking("people", day),
            typed,
            lambda: moments.cancel(day, NOW, by="client"),
        )
        assert (status, MOVED_ON in said) == (302, True)

    def test_somebody_is_taken_off_twice(self, client: Client, day: Booking, ada: Attendee) -> None:
        status, said = send(
            client,
            of_booking("person", day, ada.pk),
            {"remove": "yes"},
            lambda: moments.uninvite(ada, NOW),
        )
        assert (status, MOVED_ON in said) == (302, True)
