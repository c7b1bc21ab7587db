"""The organiser's page: a list with every fault told, a preview, a roster, and nobody's answers."""

import csv
import io
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from bookings import moments
from bookings.booking.links import booking_token
from bookings.booking.models import Booking
from bookings.moments import NewTime
from bookings.notices.models import Notice
from bookings.series.links import attendee_path, attendee_token
from bookings.series.listing import Person
from bookings.series.models import Attendee
from bookings.series.slots import slots
from tests import factories
from tests.bookings.races.threads import at_once
from tests.bookings.series.days import TEN_MINUTES, company_day, invited, named, turn
from tests.factories import NOW, START

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_now")]

TWELVE = [
    "Ada Lovelace, ada@example.com",
    "Ben Okafor <ben@example.com>",
    "Cem Demir; cem@example",
    "Dev Rao; dev@example.com",
    "eve@example.com",
    "Finn Maher, finn@example.com",
    "Gus Adeyemi, gus@example.com",
    "Hal Quinn, hal@example.com",
    "Ada Lovelace, ada@example.com",
    "Ivy Novak, ivy@example.com",
    "Jon Price, jon@example.com",
    "Kim Sato",
]
MENDED = {2: "Cem Demir; cem@example.com", 4: "Eve Byrne, eve@example.com", 8: "Lea Wolf"}


def address(name: str, booking: Booking, *more: object) -> str:
    return reverse(f"front:{name}", args=[booking_token(booking), *more])


def words(response: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def check(client: Client, booking: Booking, listed: str, **more: Any) -> Any:
    return client.post(address("people", booking), {"people": listed, "check": "yes", **more})


def upload(client: Client, booking: Booking, name: str, content: bytes) -> Any:
    return check(client, booking, "", file=SimpleUploadedFile(name, content))


def choose(person: Attendee, number: int) -> Any:
    slot = turn(number).isoformat()
    return Client().post(attendee_path(person), {"slot": slot})


@pytest.mark.django_db(transaction=True)
def test_the_whole_journey_of_a_company(client: Client) -> None:
    booking = company_day(12)
    page = address("people", booking)

    refused = check(client, booking, "\n".join(TWELVE))
    said = words(refused)
    assert refused.status_code == 400
    for fault in (
        "Line 3 Cem Demir; cem@example “cem@example” is no e-mail address.",
        "Line 5 eve@example.com Write the name first, then the e-mail.",
        "Line 9 Ada Lovelace, ada@example.com The same person stands in line 1.",
    ):
        assert fault in said
    for line in ("Finn Maher, finn@example.com", "Kim Sato"):
        assert line in refused.content.decode()

    mended = "\n".join(MENDED.get(number, line) for number, line in enumerate(TWELVE))
    asked = words(check(client, booking, mended))
    assert "Invite 12 people? 10 get a letter. 2 have no e-mail" in asked
    assert not Attendee.objects.exists()

    sent = client.post(page, {"people": mended, "invite": "yes"})
    again = client.post(page, {"people": mended, "invite": "yes"})
    assert (sent.status_code, again.status_code) == (302, 302)
    assert Notice.objects.filter(kind="invitation").count() == 10
    by_name = {one.name.split()[0]: one for one in booking.attendees.all()}
    assert len(by_name) == 12

    rivals = [by_name[name] for name in ("Ada", "Ben", "Cem")]
    answers = at_once([lambda one=one: choose(one, 0).status_code for one in rivals])  # type: ignore[misc]
    assert sorted(answers) == [302, 409, 409]
    winner = rivals[answers.index(302)]
    assert booking.attendees.get(slot=START) == winner

    kim = by_name["Kim"]
    given = client.post(
        address("person", booking, kim.pk), {"slot": turn(1).isoformat()}, follow=True
    )
    assert "Kim Sato comes at 11:10." in words(given)
    assert choose(winner, 2).status_code == 302

    roster = words(client.get(page))
    assert f"11:00 Free 11:10 Kim Sato Slot chosen 11:20 {winner.name} Slot chosen" in roster
    assert "12 on the list, 2 with a slot, 14 slots in all." in roster
    assert roster.count("Free, to catch up") == 2


def test_who_was_written_to_and_who_has_no_address_is_said(client: Client) -> None:
    booking = company_day()
    told = client.post(
        address("people", booking),
        {"people": "Ada, ada@example.com\nBen, ben@example.com\nKim Sato", "invite": "yes"},
        follow=True,
    )
    assert (
        "2 people are invited by letter. Kim Sato has no e-mail: give them a slot below, or hand "
        "over their link." in words(told)
    )
    assert "Nobody is written to yet" not in words(told)


class TestFiles:
    """A list that comes as a file."""

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "latin-1"])
    def test_a_list_is_read_however_it_was_saved(self, client: Client, encoding: str) -> None:
        content = "Name;E-Mail\r\nZoë Müller;zoe@example.com\r\n".encode(encoding)
        said = words(upload(client, company_day(), "list.csv", content))

        assert "Invite 1 person?" in said
        assert "Zoë Müller zoe@example.com" in said

    @pytest.mark.parametrize(
        ("name", "content", "fault"),
        [
            ("team.xlsx", b"PK\x03\x04", "This is no CSV or text file."),
            ("team.csv", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "can&#x27;t be read as text"),
            ("team.csv", b"a" * 200_001, "This file is larger than 200 kB."),
            ("team.csv", b"", "Name at least one person, or choose a file."),
        ],
        ids=["kind", "binary", "size", "empty"],
    )
    def test_what_is_no_list_is_refused_plainly(
        self, client: Client, name: str, content: bytes, fault: str
    ) -> None:
        response = upload(client, company_day(), name, content)

        assert response.status_code == 400
        assert fault in response.content.decode()

    def test_a_file_with_faults_is_mended_in_the_box(self, client: Client) -> None:
        response = upload(client, company_day(), "list.csv", b"Ada, ada@example\nBen\n")

        assert response.status_code == 400
        assert ">\nAda, ada@example\nBen\n</textarea>" in response.content.decode()

    def test_a_line_without_end_is_a_fault(self, client: Client) -> None:
        response = upload(client, company_day(), "list.csv", b'"' + b"a" * 190_000)

        assert "This line is too long." in words(response)


def test_more_people_than_were_booked_are_told_how_many_can_come(client: Client) -> None:
    booking = company_day()
    invited(booking, *named("Ada", "Ben"))
    response = check(client, booking, "\n".join(f"Person {n}" for n in range(3)))
    said = words(response)

    assert response.status_code == 400
    assert (
        "This session was booked for 4 people; 2 people are on the list, and this one names 3 more."
        in said
    )
    assert "Person 2" in response.content.decode()


def test_a_list_that_grew_meanwhile_is_refused_with_the_list_kept(client: Client) -> None:
    booking = company_day()
    invited(booking, *named("Ada", "Ben", "Cem"))
    listed = "\n".join(f"Person {n}" for n in range(2))
    response = client.post(address("people", booking), {"people": listed, "invite": "yes"})

    assert response.status_code == 409
    assert "This session was booked for 4 people" in words(response)
    assert "Person 1" in response.content.decode()
    assert booking.attendees.count() == 3


def test_who_is_on_the_list_already_is_not_asked_twice(client: Client) -> None:
    booking = company_day()
    invited(booking, *named("Ada"))
    said = words(check(client, booking, "ADA, Ada@Example.com\nBen"))

    assert "Invite 1 person?" in said
    assert "1 is on the list already and stays as it is." in said


class TestOnePerson:
    """What the organiser does for one person."""

    def test_a_link_is_shown_only_where_it_goes_through_the_organiser(self, client: Client) -> None:
        booking = company_day()
        ada, kim = invited(booking, *named("Ada"), Person("Kim"))

        assert (
            attendee_token(kim) in client.get(address("person", booking, kim.pk)).content.decode()
        )
        assert (
            attendee_token(ada)
            not in client.get(address("person", booking, ada.pk)).content.decode()
        )

    def test_who_has_an_address_chooses_for_themselves(self, client: Client) -> None:
        booking = company_day()
        (ada,) = invited(booking, *named("Ada"))
        response = client.post(address("person", booking, ada.pk), {"slot": turn(0).isoformat()})

        ada.refresh_from_db()
        assert (response.status_code, ada.slot) == (400, None)

    def test_a_slot_that_is_taken_shows_those_that_are_free(self, client: Client) -> None:
        booking = company_day()
        ada, kim = invited(booking, *named("Ada"), Person("Kim"))
        moments.choose_slot(ada, turn(0), NOW)
        response = client.post(address("person", booking, kim.pk), {"slot": turn(0).isoformat()})

        assert response.status_code == 409
        assert [slot["clock"] for slot in response.context["slots"]] == [
            "11:10",
            "11:20",
            "11:30",
            "11:40",
            "11:50",
        ]

    def test_who_is_taken_off_leaves_the_slot_and_a_dead_link(self, client: Client) -> None:
        booking = company_day()
        (ada,) = invited(booking, *named("Ada"))
        moments.choose_slot(ada, turn(0), NOW)
        link = attendee_path(ada)
        response = client.post(address("person", booking, ada.pk), {"remove": "yes"}, follow=True)

        assert "Ada is off the list." in words(response)
        assert client.get(link).status_code == 404

    def test_nobody_of_another_company_is_found(self, client: Client) -> None:
        (ada,) = invited(company_day(), *named("Ada"))
        other = factories.confirmed_booking(
            factories.bookable_studio(package=factories.series_package()),
            answers={"uses": ["online_profile"], "people_in_frame": 1, "people_total": 3},
        )

        for response in (
            client.get(address("person", other, ada.pk)),
            client.post(address("person", other, ada.pk), {"remove": "yes"}),
        ):
            assert response.status_code == 404
        assert Attendee.objects.filter(pk=ada.pk).exists()


def test_nobody_s_answers_are_on_any_page_of_the_organiser(client: Client) -> None:
    booking = company_day()
    ada, kim = invited(booking, *named("Ada"), Person("Kim"))
    for one in (ada, kim):
        moments.answer_as_attendee(
            one,
            "comfort",
            {"glasses": "always", "access": ["interpreter"], "access_note": "Zebra", "minors": 1},
            NOW,
        )
        moments.answer_as_attendee(one, "clothes", {"clothes_note": "Zebra stripes"}, NOW)
    pages = [
        client.get(address(name, booking)) for name in ("people", "people_print", "people_file")
    ]
    pages += [client.get(address("person", booking, one.pk)) for one in (ada, kim)]
    pages += [client.get(attendee_path(kim))]
    pages += [
        client.get(reverse("front:attendee_question", args=[attendee_token(kim), slug]))
        for slug in ("comfort", "clothes")
    ]

    for page in pages:
        assert page.status_code == 200
        said = page.content.decode()
        assert "Zebra" not in said
        assert " checked" not in said
        assert "interpreter" not in said.lower().replace('value="interpreter"', "").replace(
            "room for an interpreter", ""
        )


def test_the_file_runs_nothing_in_a_spreadsheet(client: Client) -> None:
    booking = company_day()
    people = invited(booking, Person("=cmd()"), Person("+1"), Person("-2"), Person(" @sum"))
    moments.choose_slot(people[0], turn(0), NOW)
    response = client.get(address("people_file", booking))
    rows = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert rows[0] == ["Day", "Time", "Name", "E-mail", "Standing"]
    assert rows[1] == ["2026-11-25", "11:00", "'=cmd()", "", "Slot chosen"]
    assert [row[2] for row in rows[7:]] == ["' @sum", "'+1", "'-2"]


def test_the_sheet_of_paper_has_every_slot(client: Client) -> None:
    booking = company_day()
    (ada,) = invited(booking, *named("Ada"))
    moments.choose_slot(ada, turn(1), NOW)
    said = words(client.get(address("people_print", booking)))

    assert "11:00 Free 11:10 Ada 11:20 Free" in said


@pytest.mark.parametrize("name", ["people", "people_print", "people_file"])
def test_other_sessions_have_no_list(client: Client, name: str) -> None:
    assert client.get(address(name, factories.confirmed_booking())).status_code == 404


def test_a_day_that_is_off_can_be_read_and_not_changed(client: Client) -> None:
    booking = company_day()
    invited(booking, *named("Ada"))
    moments.cancel(booking, NOW, by="client")
    said = words(client.get(address("people", booking)))
    client.post(address("people", booking), {"people": "Ben", "invite": "yes"})

    assert "This day was called off." in said
    assert "Check the list" not in said
    assert booking.attendees.count() == 1


def test_the_roster_follows_a_day_that_moves(client: Client) -> None:
    booking = company_day()
    (ada,) = invited(booking, *named("Ada"))
    moments.choose_slot(ada, turn(1), NOW)
    moments.move(booking, NewTime(booking.place, START + 3 * TEN_MINUTES), NOW, by="staff")

    assert "11:40 Ada Slot chosen" in words(client.get(address("people", booking)))


def test_the_booking_s_page_leads_to_the_list(client: Client) -> None:
    booking = company_day()
    page = client.get(reverse("front:booking", args=[booking_token(booking)])).content.decode()
    other = factories.confirmed_booking(start=START + 5 * TEN_MINUTES * 3)
    single = client.get(reverse("front:booking", args=[booking_token(other)])).content.decode()

    assert address("people", booking) in page
    assert "/people/" not in single


def queries(client: Client, people: int) -> int:
    """How many queries the list of so many people costs."""
    booking = company_day(people)
    rows = invited(booking, *named(*[f"P{n}" for n in range(people)]))
    for one, slot in zip(rows, slots(booking), strict=False):
        moments.choose_slot(one, slot.start, NOW)
    with CaptureQueriesContext(connection) as asked:
        client.get(address("people", booking))
    return len(asked)


def test_the_list_costs_the_same_for_few_and_many(client: Client) -> None:
    assert queries(client, 3) == queries(client, 30) <= 4


def test_the_list_only_reads_on_get(client: Client) -> None:
    booking = company_day()
    client.get(address("people", booking), {"people": "Ada", "invite": "yes"})

    assert not Attendee.objects.exists()


def test_letters_by_the_hundred_are_not_sent(client: Client, settings: Any) -> None:
    settings.RATE_LIMITS = {"invite_of_enquiry": (1, 3600)}
    booking = company_day()
    page = address("people", booking)
    first = client.post(page, {"people": "Ada", "invite": "yes"})
    second = client.post(page, {"people": "Ben", "invite": "yes"})

    assert (first.status_code, second.status_code) == (302, 429)
    assert [one.name for one in booking.attendees.all()] == ["Ada"]
