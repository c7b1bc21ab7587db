"""One person of a company day: their slot, their two cards, their list, and nobody else's."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from icalendar import Calendar

from bookings import moments
from bookings.booking.models import Booking
from bookings.notices.models import Notice
from bookings.series.links import attendee_path, attendee_token
from bookings.series.listing import Person
from bookings.series.models import Attendee
from tests import factories
from tests.bookings.series.days import company_day, invited, named, turn
from tests.factories import NOW, START

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_now")]

MINUTE = timedelta(minutes=1)


@pytest.fixture
def booking() -> Booking:
    return company_day()


@pytest.fixture
def ada(booking: Booking) -> Attendee:
    return invited(booking, *named("Ada"))[0]


def question(person: Attendee, slug: str) -> str:
    return reverse("front:attendee_question", args=[attendee_token(person), slug])


def words(response: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def choose(client: Client, person: Attendee, number: int, **more: Any) -> Any:
    return client.post(attendee_path(person), {"slot": turn(number).isoformat()}, **more)


def clocks(response: Any) -> list[str]:
    return [slot["clock"] for slot in response.context["slots"]]


def test_a_slot_is_taken_and_changed(client: Client, ada: Attendee) -> None:
    taken = choose(client, ada, 0, follow=True)
    assert "The slot is yours." in words(taken)
    assert "Wednesday 25 November 2026 11:00 to 11:10 CET, Europe/Berlin" in words(taken)
    assert clocks(taken) == ["11:10", "11:20", "11:30"]

    changed = choose(client, ada, 2, follow=True)
    assert "11:20 to 11:30" in words(changed)


def test_a_double_click_takes_one_slot_and_writes_one_letter(client: Client, ada: Attendee) -> None:
    first, second = choose(client, ada, 0), choose(client, ada, 0)

    assert (first.status_code, second.status_code) == (302, 302)
    assert Notice.objects.filter(kind="slot_chosen").count() == 1


def test_a_slot_that_is_gone_shows_those_that_are_free_now(
    client: Client, booking: Booking, ada: Attendee
) -> None:
    (ben,) = invited(booking, *named("Ben"))
    moments.choose_slot(ben, turn(0), NOW)
    response = choose(client, ada, 0)

    assert response.status_code == 409
    assert "A colleague has just taken that slot." in words(response)
    assert clocks(response) == ["11:10", "11:20", "11:30"]
    assert "Ben" not in response.content.decode()


@pytest.mark.parametrize(
    ("slot", "status"),
    [
        ("", 400),
        ("soon", 400),
        ("2026-13-45T99:00Z", 400),
        ("2026-11-25T10:00", 400),
        ("2026-11-25T10:05:00+00:00", 409),
        ("2026-11-25T10:40:00+00:00", 409),
        ("2026-11-26T10:00:00+00:00", 409),
    ],
    ids=["nothing", "words", "no time", "no zone", "between", "kept to catch up", "another day"],
)
def test_what_is_not_offered_is_refused(
    client: Client, ada: Attendee, slot: str, status: int
) -> None:
    response = client.post(attendee_path(ada), {"slot": slot})

    ada.refresh_from_db()
    assert (response.status_code, ada.slot) == (status, None)


def test_every_slot_that_is_offered_can_be_taken(client: Client, ada: Attendee) -> None:
    for slot in client.get(attendee_path(ada)).context["slots"]:
        response = client.post(attendee_path(ada), {"slot": slot["start"].isoformat()})
        assert response.status_code == 302


class TestCatchingUp:
    """The slots at the end."""

    def test_who_missed_theirs_is_offered_what_is_left(
        self, client: Client, ada: Attendee, time_machine: Any
    ) -> None:
        choose(client, ada, 0)
        ada.refresh_from_db()
        time_machine.move_to(START + 15 * MINUTE, tick=False)
        before = client.get(attendee_path(ada))
        assert "tell the photographer" in words(before)
        assert clocks(before) == []

        moments.miss_attendee(ada, START + 15 * MINUTE, is_missed=True)
        after = client.get(attendee_path(ada))
        assert "You missed your slot." in words(after)
        assert clocks(after) == ["11:20", "11:30", "11:40", "11:50"]
        assert choose(client, ada, 5).status_code == 302

    def test_where_all_is_taken_the_page_says_whom_to_ask(self, client: Client) -> None:
        booking = company_day(2)
        people = moments.invite(
            booking, named("Ada", "Ben", "Cem", "Dev"), NOW, actor=factories.staff("desk")
        )
        for number, one in enumerate(people):
            moments.choose_slot(one, turn(number), NOW)
        assert "No other slot is free at the moment." in words(client.get(attendee_path(people[0])))


def test_the_two_cards_are_kept_apart_and_shown_again(client: Client, ada: Attendee) -> None:
    told = {"glasses": "always", "minors": "on", "access": ["seated"], "access_note": "Zebra"}
    assert client.post(question(ada, "comfort"), told).status_code == 302
    assert client.post(question(ada, "clothes"), {"clothes": "plain"}).status_code == 302

    ada.refresh_from_db()
    assert ada.answers == {"glasses": "always", "clothes": "plain"}
    assert ada.care == {"minors": 1, "access": ["seated"], "access_note": "Zebra"}
    shown = client.get(question(ada, "comfort"))
    assert shown.context["form"]["access_note"].value() == "Zebra"
    page = words(client.get(attendee_path(ada)))
    assert page.count("Answered") == 2
    assert "Zebra" not in page
    assert "read only by the photographer who runs the day" in words(shown)


def test_an_answer_is_taken_back(client: Client, ada: Attendee) -> None:
    client.post(question(ada, "comfort"), {"glasses": "always", "minors": "on"})
    client.post(question(ada, "comfort"), {"glasses": ""})

    ada.refresh_from_db()
    assert (ada.answers, ada.care) == ({}, {})


def test_an_answer_that_is_none_is_refused_beside_its_field(client: Client, ada: Attendee) -> None:
    response = client.post(question(ada, "comfort"), {"glasses": "monocle"})

    assert response.status_code == 400
    assert response.context["form"].errors == {"glasses": ["Choose from the answers shown."]}


@pytest.mark.parametrize("slug", ["purpose", "people", "nowhere"])
def test_only_the_two_questions_are_theirs(client: Client, ada: Attendee, slug: str) -> None:
    assert client.get(question(ada, slug)).status_code == 404


class TestTheirList:
    """What to wear and bring, worked out for one person."""

    def test_it_follows_what_they_said(self, client: Client, ada: Attendee) -> None:
        before = words(client.get(attendee_path(ada)))
        moments.answer_as_attendee(ada, "comfort", {"glasses": "always"}, NOW)
        after = words(client.get(attendee_path(ada)))

        assert "Plain colours, without prints" in before
        assert "Your glasses" not in before
        assert "Your glasses" in after

    def test_what_the_organiser_wears_is_not_on_it(self, client: Client, booking: Booking) -> None:
        enquiry = booking.enquiry
        enquiry.answers |= {"glasses": "always", "clothes_note": "My zebra suit"}
        enquiry.save(update_fields=["answers"])
        (ada,) = invited(booking, *named("Ada"))
        said = words(client.get(attendee_path(ada)))

        assert "zebra" not in said
        assert "Your glasses" not in said

    def test_it_tells_nothing_where_others_hold_the_link(
        self, client: Client, booking: Booking
    ) -> None:
        (kim,) = invited(booking, Person("Kim"))
        moments.answer_as_attendee(kim, "comfort", {"glasses": "always"}, NOW)

        assert "Your glasses" not in words(client.get(attendee_path(kim)))


def test_the_calendar_file_is_their_slot(client: Client, ada: Attendee) -> None:
    address = reverse("front:attendee_calendar", args=[attendee_token(ada)])
    assert client.get(address).status_code == 404
    choose(client, ada, 1)
    response = client.get(address)
    event: Any = Calendar.from_ical(response.content).walk("VEVENT")[0]

    assert response["Content-Type"] == "text/calendar; charset=utf-8; method=PUBLISH"
    assert (event.start, event.end) == (turn(1), turn(2))


def test_a_day_that_is_off_asks_for_nothing(
    client: Client, booking: Booking, ada: Attendee
) -> None:
    moments.cancel(booking, NOW, by="client")
    said = words(client.get(attendee_path(ada)))

    assert "This day was called off." in said
    assert choose(client, ada, 0).status_code == 302
    assert client.get(question(ada, "comfort")).status_code == 302
    ada.refresh_from_db()
    assert ada.slot is None


def test_a_day_that_is_over_asks_for_nothing(
    client: Client, booking: Booking, ada: Attendee, time_machine: Any
) -> None:
    time_machine.move_to(booking.end, tick=False)
    page = client.get(attendee_path(ada))

    assert "This day is over." in words(page)
    assert clocks(page) == []


def test_strangers_and_revoked_links_meet_no_page(client: Client, ada: Attendee) -> None:
    known = attendee_path(ada)
    token = attendee_token(ada)
    Attendee.objects.filter(pk=ada.pk).update(link_counter=1)
    forged = (token.replace("-", "9-", 1), f"{token[:-1]}!", "x" * 3000)
    others = [reverse("front:attendee", args=[other]) for other in forged]
    addresses = [known, question(ada, "comfort"), *others]
    answers = [client.get(one) for one in addresses]

    assert [answer.status_code for answer in answers] == [404] * len(answers)
    assert len({answer.content for answer in answers}) == 1


def test_their_pages_are_neither_found_nor_kept(client: Client, ada: Attendee) -> None:
    for address in (attendee_path(ada), question(ada, "comfort")):
        response = client.get(address)
        assert response["X-Robots-Tag"] == "noindex, nofollow"
        assert response["Cache-Control"] == "private, no-store"


def queries(client: Client, people: int) -> int:
    """How many queries the page of one of so many people costs."""
    first, *others = invited(company_day(people), *named(*[f"P{n}" for n in range(people)]))
    for number, one in enumerate(others):
        moments.choose_slot(one, turn(number), NOW)
    with CaptureQueriesContext(connection) as asked:
        client.get(attendee_path(first))
    return len(asked)


def test_the_page_costs_the_same_for_few_and_many(client: Client) -> None:
    assert queries(client, 3) == queries(client, 30) <= 6
