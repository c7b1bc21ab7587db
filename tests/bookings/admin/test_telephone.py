"""Booking by telephone: one page keeps what is typed, warns, refuses beside fields, and books."""

from datetime import time
from typing import Any

import pytest

from bookings.admin.free_times import value_of
from bookings.admin.permissions import FRONT_DESK, OWNER
from bookings.booking.models import Booking, Client
from tests import factories
from tests.bookings.admin.calls import PAGE, REASON, at_night, book, said, typed
from tests.bookings.admin.people import member, photographer_account, signed_in
from tests.factories import NOW, START

pytestmark = pytest.mark.django_db


def test_a_caller_is_booked_and_the_page_of_the_booking_says_how() -> None:
    bookable, account = factories.bookable_studio(), member(FRONT_DESK)

    with signed_in(account) as browser:
        answer = book(browser, typed(bookable))
        booking = Booking.objects.get()
        assert answer.headers["Location"] == f"/admin/bookings/booking/{booking.pk}/change/"
        page = browser.get(answer.headers["Location"])

    assert (booking.state, booking.source, booking.start) == ("confirmed", "telephone", START)
    assert booking.client is not None
    assert (booking.client.name, booking.note) == ("Ines Okafor", "Rang twice")
    assert booking.enquiry.answers == {"uses": ["online_profile"], "glasses": "always"}
    assert ("Came by", "Telephone") in page.context["remarks"]
    event = booking.events.get(kind="confirmed")
    assert (event.by, event.actor) == ("staff", account)


@pytest.mark.parametrize(
    "search", ["okaf", "INES@EXAMPLE", "0761 5550143", "+49 (761) 555-0143", "5550143"]
)
def test_a_client_is_found_by_name_mail_or_telephone(search: str) -> None:
    bookable, known = factories.bookable_studio(), factories.client()
    factories.client(name="Wes", email="wes@example.com", phone="+353 1 4440199")
    factories.client(name="–", email="", phone="", erased_at=NOW)

    with signed_in(member(FRONT_DESK)) as browser:
        found = browser.post(PAGE, typed(bookable, search=search, find="")).context["sheet"].caller
        book(browser, typed(bookable, search=search, client=known.pk, name="", email=""))

    assert found.found == [known]
    assert Booking.objects.get().client == known
    assert Client.objects.count() == 3


def test_a_client_who_was_erased_can_not_be_ticked() -> None:
    bookable, gone = factories.bookable_studio(), factories.client(erased_at=NOW)

    with signed_in(member(FRONT_DESK)) as browser:
        answer = book(browser, typed(bookable, client=gone.pk))

    assert list(said(answer)) == ["client"]


def test_looking_for_a_client_or_times_loses_nothing_and_finds_no_fault() -> None:
    bookable = factories.bookable_studio()
    extra = factories.add_on([bookable.package])
    call = typed(bookable, name="", add_ons=[extra.pk], other_time="06:30", reason=REASON)

    with signed_in(member(FRONT_DESK)) as browser:
        for deed in ("find", "times"):
            page = browser.post(PAGE, call | {deed: ""})
            sheet = page.context["sheet"]
            kept = {
                name: str(field.value())
                for form in (sheet.caller, sheet.session, sheet.day, sheet.time)
                for name in form.fields
                for field in [form[name]]
                if name in call and name != "add_ons"
            }
            assert said(page) == {}
            assert kept == {name: str(value) for name, value in call.items() if name in kept}
            assert [str(pk) for pk in sheet.session["add_ons"].value()] == [str(extra.pk)]
            assert page.context["picked"] == call["pick"]

    assert not Client.objects.exists()


def test_free_times_stand_by_photographer_with_their_rooms() -> None:
    bookable = factories.bookable_studio()
    other = factories.photographer([bookable.package], name="Tove Berg")
    factories.weekday_hours(other, bookable.place, opens=time(16))

    with signed_in(member(FRONT_DESK)) as browser:
        groups = browser.post(PAGE, typed(bookable, times="")).context["sheet"].times

    assert [(group.heading, len(group.times)) for group in groups] == [
        ("Whoever is free", 16),
        ("Mara Lindqvist", 16),
        ("Tove Berg", 2),
    ]
    assert [(one.words, one.room) for one in groups[2].times] == [
        ("16:00", "North room"),
        ("16:30", "North room"),
    ]


def test_a_full_day_leads_to_the_next_times() -> None:
    bookable = factories.bookable_studio()
    factories.closure(place=bookable.place)

    with signed_in(member(FRONT_DESK)) as browser:
        groups = browser.post(PAGE, typed(bookable, times="")).context["sheet"].times

    assert [group.heading for group in groups] == [
        "Picked before",
        "Nothing is free that day. Next:",
    ]
    assert groups[1].times[0].words == "Thu 26 November 2026, 09:00 CET"


def test_a_photographer_who_was_ticked_takes_it() -> None:
    bookable = factories.bookable_studio()
    other = factories.photographer([bookable.package], name="Tove Berg")
    factories.weekday_hours(other, bookable.place)

    with signed_in(member(FRONT_DESK)) as browser:
        book(browser, typed(bookable, pick=value_of(START, other)))

    assert Booking.objects.get().photographer == other


@pytest.mark.parametrize("fault", [{"people": 3}, {"day": ""}, {"day": "2026-11-26"}])
def test_a_time_that_was_picked_stays_ticked_whatever_else_is_wrong(fault: dict[str, Any]) -> None:
    bookable = factories.bookable_studio()
    pick = value_of(START, bookable.photographer)

    with signed_in(member(FRONT_DESK)) as browser:
        page = browser.post(PAGE, typed(bookable, pick=pick, times="", **fault))

    groups = page.context["sheet"].times
    assert groups[0].heading == "Picked before"
    assert [(time.value, time.words, time.room) for time in groups[0].times] == [
        (pick, "Wed 25 November 2026, 11:00 CET", "Mara Lindqvist")
    ]
    assert page.content.decode().count(f'value="{pick}" checked') == 1


def test_a_time_that_was_taken_meanwhile_is_refused_with_the_nearest() -> None:
    bookable = factories.bookable_studio()
    factories.held_booking(bookable)

    with signed_in(member(FRONT_DESK)) as browser:
        answer = book(browser, typed(bookable))

    assert list(said(answer)) == ["pick"]
    nearest = answer.context["sheet"].times
    assert [group.heading for group in nearest] == ["The nearest free times"]
    assert len(nearest[0].times) == 3
    assert answer.context["sheet"].session["note"].value() == "Rang twice"
    assert not Client.objects.exists()


def test_a_room_of_another_place_is_refused() -> None:
    bookable = factories.bookable_studio()
    elsewhere = factories.room(factories.place(name="Elsewhere"))

    with signed_in(member(FRONT_DESK)) as browser:
        answer = book(browser, at_night(bookable, room=elsewhere.pk))

    assert said(answer) == {"room": ["This room is at another place."]}


@pytest.mark.parametrize("pick", ["other", value_of(START, None)])
def test_the_room_of_choice_is_booked(pick: str) -> None:
    bookable = factories.bookable_studio()
    south = factories.room(bookable.place, name="South room")

    with signed_in(member(FRONT_DESK)) as browser:
        call = typed(bookable, room=south.pk, pick=pick, other_time="12:30")
        groups = browser.post(PAGE, call | {"times": ""}).context["sheet"].times
        book(browser, call)

    assert {time.room for time in groups[-1].times} == {"South room"}
    assert Booking.objects.get().room == south


def test_what_does_not_go_together_is_said_beside_its_field() -> None:
    bookable = factories.bookable_studio()
    other = factories.add_on([], name="Second set")

    with signed_in(member(FRONT_DESK)) as browser:
        answer = book(
            browser,
            typed(bookable, people=3, add_ons=[other.pk], email="", pick="tampered~1"),
        )

    assert said(answer) == {
        "email": ["Ask for the e-mail: the confirmation goes there."],
        "people": ["This package is for one person."],
        "add_ons": ["Not offered with Professional headshot: Second set."],
        "pick": ["We couldn’t read that time. Pick one below."],
    }
    assert not Client.objects.exists()


@pytest.mark.parametrize(
    ("make", "together"), [(factories.series_package, 1), (factories.group_package, 4)]
)
def test_several_people_are_booked_as_the_package_takes_them(make: Any, together: int) -> None:
    bookable = factories.bookable_studio(package=make())

    with signed_in(member(FRONT_DESK)) as browser:
        answer = book(browser, typed(bookable, people=4, use="", glasses=""))
    assert answer.status_code == 302
    booking = Booking.objects.get()
    assert booking.people == 4
    assert booking.enquiry.answers == {"people_total": 4, "people_in_frame": together}


def test_a_second_click_books_no_second_time() -> None:
    bookable = factories.bookable_studio()

    with signed_in(member(FRONT_DESK)) as browser:
        answers = [book(browser, typed(bookable)).status_code for _click in range(2)]

    assert (answers, Booking.objects.count()) == ([302, 200], 1)


def test_the_page_is_for_those_who_book_for_everybody() -> None:
    bookable = factories.bookable_studio()

    with signed_in(photographer_account(bookable.photographer)) as browser:
        assert browser.get(PAGE).status_code == 403
        assert book(browser, typed(bookable)).status_code == 403
        assert PAGE not in browser.get("/admin/").content.decode()
    for group in (OWNER, FRONT_DESK):
        with signed_in(member(group)) as browser:
            assert browser.get(PAGE).status_code == 200
            assert PAGE in browser.get("/admin/").content.decode()
            assert PAGE in browser.get("/admin/bookings/booking/").content.decode()


def test_a_client_s_own_page_leads_to_a_call_of_theirs() -> None:
    factories.bookable_studio()
    known = factories.client()

    with signed_in(member(FRONT_DESK)) as browser:
        page = browser.get(f"/admin/bookings/client/{known.pk}/change/")
        caller = browser.get(page.context["telephone_page"]).context["sheet"].caller

    assert caller.found == [known]
    assert caller["client"].value() == str(known.pk)
