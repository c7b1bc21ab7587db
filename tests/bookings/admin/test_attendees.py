"""The roster of a company day: who comes when, who did not, and whom the desk invites."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bookings import moments
from bookings.admin.permissions import FRONT_DESK, OWNER
from bookings.booking.models import Booking
from bookings.notices.models import Notice
from bookings.series.links import attendee_path
from bookings.series.listing import Person
from bookings.series.models import Attendee
from tests import factories
from tests.bookings.admin.people import member, photographer_account, signed_in
from tests.factories import NOW, START

pytestmark = pytest.mark.django_db

TEAM = {"uses": ["online_profile"], "occasion": "work", "people_in_frame": 1, "people_total": 4}
MINUTE = timedelta(minutes=1)
CARE = {"access": ["seated"], "access_note": "A chair without arms"}


def company_day() -> Booking:
    """Four people, ten minutes each, in an hour; three are invited, two took a slot."""
    bookable = factories.bookable_studio(package=factories.series_package())
    booking = factories.confirmed_booking(bookable, answers=TEAM)
    ada, ben, _cem = moments.invite(
        booking, [Person("Ada", "ada@example.com"), Person("Ben"), Person("Cem")], NOW
    )
    moments.choose_slot(ada, START, NOW)
    moments.choose_slot(ben, START + 20 * MINUTE, NOW)
    moments.answer_as_attendee(ada, "comfort", CARE, NOW)
    return booking


def page_of(booking: Booking) -> str:
    return f"/admin/bookings/booking/{booking.pk}/change/"


def people_of(booking: Booking) -> str:
    return f"/admin/bookings/booking/{booking.pk}/people/"


def deed_of(attendee: Attendee, deed: str) -> str:
    return f"{people_of(attendee.booking)}{attendee.pk}/{deed}/"


def named(name: str) -> Attendee:
    return Attendee.objects.get(name=name)


def said(answer: Any) -> list[str]:
    return [str(message) for message in answer.context["messages"]]


def test_the_day_is_read_slot_by_slot_and_then_who_has_none() -> None:
    booking = company_day()
    moments.miss_attendee(named("Ben"), START + 20 * MINUTE, is_missed=True)

    with signed_in(member(FRONT_DESK)) as browser:
        roster = browser.get(page_of(booking)).context["roster"]

    assert [(line.clock, line.name, line.standing) for line in roster.lines] == [
        ("11:00", "Ada", "booked"),
        ("11:10", "", "free"),
        ("11:20", "Ben", "did not come"),
        ("11:30", "", "free"),
        ("11:40", "", "free, to catch up"),
        ("11:50", "", "free, to catch up"),
        ("", "Cem", "invited, no slot yet"),
    ]
    assert roster.summary == "3 people, 2 with a slot, 4 slots free"


def test_a_session_of_one_has_no_roster() -> None:
    booking = factories.confirmed_booking()

    with signed_in(member(OWNER)) as browser:
        assert browser.get(page_of(booking)).context["roster"] is None
        assert browser.get(people_of(booking)).status_code == 404


def test_a_pasted_list_is_invited_together() -> None:
    booking = company_day()

    with signed_in(member(FRONT_DESK)) as browser:
        typed = "Name;E-mail\nDev;dev@example.com\nAda;ADA@example.com\nEva Holt"
        answer = browser.post(people_of(booking), {"people": typed}, follow=True)

    assert said(answer) == ["2 people are invited."]
    assert set(booking.attendees.values_list("name", flat=True)) == {
        "Ada",
        "Ben",
        "Cem",
        "Dev",
        "Eva Holt",
    }
    letters = Notice.objects.filter(kind="invitation").values_list("recipient_email", flat=True)
    assert set(letters) == {"ada@example.com", "dev@example.com"}


def test_every_fault_of_a_list_is_told_at_once_and_nobody_is_invited() -> None:
    booking = company_day()
    typed = "Dev, dev@example\nEva\n, eva@example.com\neva"

    with signed_in(member(FRONT_DESK)) as browser:
        page = browser.post(people_of(booking), {"people": typed})

    faults = [(fault.number, fault.message) for fault in page.context["form"].faults]
    assert faults == [
        (1, "“dev@example” is no e-mail address."),
        (3, "The name is missing."),
        (4, "The same person stands in line 2."),
    ]
    html = page.content.decode()
    assert [message for number, message in faults if f"Line {number}: {message}" not in html] == []
    assert page.context["form"]["people"].value() == typed
    assert booking.attendees.count() == 3


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("", "Paste or type at least one line."),
        (
            "\n".join(f"Person {n}" for n in range(4)),
            "There are more people than this session was booked for. Call us, and we make room.",
        ),
    ],
)
def test_a_list_that_can_not_be_taken_is_refused_beside_its_field(typed: str, fault: str) -> None:
    booking = company_day()

    with signed_in(member(FRONT_DESK)) as browser:
        page = browser.post(people_of(booking), {"people": typed})

    assert page.context["form"].errors == {"people": [fault]}
    assert booking.attendees.count() == 3


def test_who_did_not_come_is_noted_by_the_photographer_and_taken_back() -> None:
    booking = company_day()
    ada = named("Ada")

    with signed_in(photographer_account(booking.photographer), booking.start) as browser:
        assert deed_of(ada, "missed") in browser.get(page_of(booking)).content.decode()
        missed = browser.post(deed_of(ada, "missed"), follow=True)
        assert named("Ada").is_missed
        assert deed_of(ada, "came") in missed.content.decode()
        came = browser.post(deed_of(ada, "came"), follow=True)

    assert (said(missed), said(came)) == (
        ["Noted that Ada did not come."],
        ["Noted that Ada came."],
    )
    assert not named("Ada").is_missed


def test_only_whose_slot_has_begun_can_be_missed() -> None:
    booking = company_day()

    with signed_in(member(FRONT_DESK), START + 10 * MINUTE) as browser:
        lines = browser.get(page_of(booking)).context["roster"].lines

    assert [line.name for line in lines if line.may_miss and line.name] == ["Ada", "Cem"]


def test_who_missed_their_slot_is_given_one_to_catch_up() -> None:
    booking = company_day()
    ada = named("Ada")
    moments.miss_attendee(ada, START + 5 * MINUTE, is_missed=True)

    with signed_in(photographer_account(booking.photographer), START + 15 * MINUTE) as browser:
        lines = browser.get(page_of(booking)).context["roster"].lines
        slot = {"slot": lines[0].to_give[0][0]}
        answer = browser.post(deed_of(ada, "slot"), slot, follow=True)

    free = {line.name: [words for _at, words in line.to_give] for line in lines if line.name}
    assert free == {
        "Ada": ["11:40", "11:50", "11:30"],
        "Ben": [],
        "Cem": ["11:30", "11:40", "11:50"],
    }
    assert said(answer) == ["Ada comes at 11:40 instead, and gets a letter."]
    assert (named("Ada").slot, named("Ada").is_missed) == (START + 40 * MINUTE, False)
    assert deed_of(ada, "slot") not in answer.content.decode()


@pytest.mark.parametrize(
    ("slot", "fault"),
    [
        (START + 20 * MINUTE, "That slot is taken or over by now. Choose another one."),
        (START + 10 * MINUTE, "That slot is taken or over by now. Choose another one."),
        ("x", "That slot is taken or over by now. Choose another one."),
    ],
)
def test_a_slot_that_can_not_be_given_is_refused(slot: Any, fault: str) -> None:
    booking = company_day()
    ada = named("Ada")
    moments.miss_attendee(ada, START + 5 * MINUTE, is_missed=True)

    with signed_in(member(FRONT_DESK), START + 15 * MINUTE) as browser:
        typed = {"slot": slot if isinstance(slot, str) else slot.isoformat()}
        answer = browser.post(deed_of(ada, "slot"), typed, follow=True)
        assert browser.get(deed_of(ada, "slot")).status_code == 405

    assert said(answer) == [fault]
    assert (named("Ada").slot, named("Ada").is_missed) == (booking.start, True)


def test_who_missed_nothing_is_given_nothing() -> None:
    company_day()
    free = {"slot": (START + 40 * MINUTE).isoformat()}

    with signed_in(member(FRONT_DESK), START + 15 * MINUTE) as browser:
        answer = browser.post(deed_of(named("Ada"), "slot"), free, follow=True)

    assert said(answer) == ["Ada has a slot."]
    assert named("Ada").slot == START


def test_who_has_no_slot_is_given_one_before_the_day() -> None:
    booking = company_day()
    cem = named("Cem")
    account = member(FRONT_DESK)

    with signed_in(account) as browser:
        page = browser.get(page_of(booking))
        answer = browser.post(
            deed_of(cem, "slot"), {"slot": (START + 10 * MINUTE).isoformat()}, follow=True
        )

    free = {
        line.name: [words for _at, words in line.to_give] for line in page.context["roster"].lines
    }
    assert free["Cem"] == ["11:10", "11:30", "11:40", "11:50"]
    assert (free["Ada"], free["Ben"]) == ([], [])
    assert "Slot for Cem" in page.content.decode()
    assert said(answer) == ["Cem comes at 11:10. Tell them: there is no e-mail."]
    assert named("Cem").slot == START + 10 * MINUTE
    event = booking.events.latest("pk")
    assert (event.kind, event.by, event.actor) == ("slot", "staff", account)
    # The history has the clock of the place, not the UTC of the note.
    assert answer.context["events"][-1].note == "11:10 CET"


@pytest.mark.parametrize("group", [OWNER, FRONT_DESK])
def test_the_private_link_of_one_person_is_given_and_renewed(group: str) -> None:
    booking = company_day()
    ben = named("Ben")
    before, page = attendee_path(ben), deed_of(ben, "link")

    with signed_in(member(group)) as browser:
        assert page in browser.get(page_of(booking)).content.decode()
        assert before in browser.get(page).content.decode()
        assert browser.get(before).status_code == 200
        answer = browser.post(page, follow=True)
        assert browser.get(before).status_code == 404

    assert said(answer) == ["The private link is renewed; the ones before lead nowhere."]
    assert attendee_path(named("Ben")) in answer.content.decode()
    assert booking.events.latest("pk").kind == "link"


def test_a_person_s_link_that_opens_care_answers_is_renewed_unread() -> None:
    company_day()
    page = deed_of(named("Ada"), "link")

    with signed_in(member(FRONT_DESK)) as browser:
        assert attendee_path(named("Ada")) not in browser.get(page).content.decode()
        answer = browser.post(page, follow=True)

    assert named("Ada").link_counter == 1
    assert attendee_path(named("Ada")) not in answer.content.decode()


def test_the_desk_takes_somebody_off_the_list() -> None:
    company_day()

    with signed_in(member(FRONT_DESK)) as browser:
        answer = browser.post(deed_of(named("Ada"), "remove"), follow=True)

    assert said(answer) == ["Ada is off the list; the slot is free again."]
    assert answer.context["roster"].summary == "2 people, 1 with a slot, 5 slots free"


def test_a_day_that_is_off_is_read_and_no_more() -> None:
    booking = company_day()
    moments.cancel(booking, NOW, by="staff")

    with signed_in(member(FRONT_DESK)) as browser:
        roster = browser.get(page_of(booking)).context["roster"]
        answer = browser.post(deed_of(named("Ada"), "remove"), follow=True)

    assert (roster.may_invite, roster.may_mark) == (False, False)
    assert said(answer) == [
        "This booking has moved on since you opened the page. Look at it again."
    ]
    assert booking.attendees.count() == 3


def test_deeds_are_asked_of_known_people_by_post_alone() -> None:
    booking, other = company_day(), factories.confirmed_booking(start=START + timedelta(days=1))
    ada = named("Ada")

    with signed_in(member(OWNER)) as browser:
        assert browser.get(deed_of(ada, "remove")).status_code == 405
        assert browser.post(deed_of(ada, "delete")).status_code == 404
        for deed in ("remove", "slot", "link"):
            assert browser.post(f"{people_of(other)}{ada.pk}/{deed}/").status_code == 404

    assert booking.attendees.count() == 3


def test_care_answers_of_a_person_are_read_by_who_runs_the_session_alone() -> None:
    booking = company_day()

    with signed_in(photographer_account(booking.photographer)) as browser:
        assert "A chair without arms" in browser.get(page_of(booking)).content.decode()
    for group in (OWNER, FRONT_DESK):
        with signed_in(member(group)) as browser:
            for page in (page_of(booking), people_of(booking)):
                assert "A chair without arms" not in browser.get(page).content.decode()


def test_a_photographer_invites_and_removes_nobody_and_gives_no_links() -> None:
    booking = company_day()
    other = photographer_account(factories.photographer(name="Tove Berg"))

    with signed_in(photographer_account(booking.photographer)) as browser:
        assert browser.get(people_of(booking)).status_code == 403
        assert browser.post(deed_of(named("Ada"), "remove")).status_code == 403
        for ask in (browser.get, browser.post):
            assert ask(deed_of(named("Ada"), "link")).status_code == 403
    with signed_in(other) as browser:
        assert browser.post(deed_of(named("Ada"), "missed")).status_code == 403
        assert browser.post(deed_of(named("Ada"), "slot")).status_code == 403

    assert (booking.attendees.count(), named("Ada").is_missed) == (3, False)


def test_the_roster_costs_the_same_however_many_come() -> None:
    booking = company_day()

    with signed_in(member(OWNER)) as browser:
        browser.get(page_of(booking))
        costs = []
        for extra in ("Dev", "Dev"):
            with CaptureQueriesContext(connection) as queries:
                browser.get(page_of(booking))
            costs.append(len(queries))
            moments.invite(booking, [Person(extra)], NOW)

    assert costs[0] == costs[1]
