"""Staff's ways to change a booking: a word taken back, what is due, a new private link."""

from datetime import timedelta
from typing import Any

import pytest

from bookings import moments
from bookings.admin.permissions import FRONT_DESK, OWNER
from bookings.booking.links import booking_path, enquiry_path
from bookings.booking.models import Booking
from tests import factories
from tests.bookings.admin.people import (
    CARE_ANSWERS,
    member,
    photographer_account,
    signed_in,
)
from tests.factories import NOW, START

pytestmark = pytest.mark.django_db

LATER = START + timedelta(hours=2)
AFTER = START + timedelta(hours=1)


def page_of(booking: Booking, deed: str = "change") -> str:
    return f"/admin/bookings/booking/{booking.pk}/{deed}/"


def now_of(booking: Booking) -> Booking:
    return Booking.objects.get(pk=booking.pk)


@pytest.mark.parametrize("moment", [moments.complete, moments.miss])
def test_what_was_noted_by_mistake_is_taken_back_within_a_day(moment: Any) -> None:
    booking = factories.confirmed_booking()
    moment(booking, AFTER)
    account = photographer_account(booking.photographer)

    with signed_in(account, AFTER + timedelta(hours=23)) as browser:
        page = browser.get(page_of(booking, "move/undo")).content.decode()
        browser.post(page_of(booking, "move/undo"))

    assert "Was this noted by mistake?" in page
    event = booking.events.latest("pk")
    assert (now_of(booking).state, event.kind, event.actor) == ("confirmed", "undone", account)


def test_after_a_day_what_was_noted_stands() -> None:
    booking = factories.completed_booking()

    with signed_in(member(OWNER), booking.end + timedelta(days=1, minutes=1)) as browser:
        page = browser.get(page_of(booking, "move/undo")).content.decode()
        answer = browser.post(page_of(booking, "move/undo"), follow=True)

    assert "can’t be done with the booking as it stands now" in page
    said = [str(message) for message in answer.context["messages"]]
    assert said == ["This was noted more than a day ago and stands."]
    assert now_of(booking).state == "completed"


@pytest.mark.parametrize(
    ("rules", "cost", "due"),
    [
        ({}, "By the terms of this booking €47.50 is due, 50% of the price.", [("Due", "€47.50")]),
        ({"deposit_percent": 0}, "By the terms of this booking nothing is due.", []),
    ],
)
def test_what_is_due_of_who_did_not_come_is_said_before_and_kept(
    rules: dict[str, int], cost: str, due: list[tuple[str, str]]
) -> None:
    factories.studio(**rules)
    booking = factories.confirmed_booking(factories.bookable_studio(studio=factories.studio()))

    with signed_in(member(FRONT_DESK), AFTER) as browser:
        asking = browser.get(page_of(booking, "move/miss"))
        browser.post(page_of(booking, "move/miss"))
        page = browser.get(page_of(booking))

    assert asking.context["cost"] == [cost]
    assert "It can be taken back within a day." in asking.content.decode()
    assert [remark for remark in page.context["remarks"] if remark[0] == "Due"] == due


def test_the_page_says_how_the_booking_came_and_what_was_used() -> None:
    booking = factories.held_booking()
    moments.extend(booking, NOW)
    moments.give_details(booking, factories.CONTACT, "", NOW)
    moments.confirm(booking, NOW)
    to = moments.NewTime(booking.place, LATER)
    moments.move(booking, to, NOW, for_care=True)
    moments.move(booking, moments.NewTime(booking.place, START + timedelta(days=1)), NOW)

    with signed_in(member(FRONT_DESK)) as browser:
        page = browser.get(page_of(booking))

    assert page.context["remarks"] == [
        ("Came by", "The site"),
        ("Hold", "extended once"),
        ("Moved by the client", "1 of 2 times"),
        ("Free move for illness or access", "used"),
    ]


@pytest.mark.parametrize("group", [OWNER, FRONT_DESK])
def test_the_private_link_of_a_booking_is_renewed(group: str) -> None:
    booking = factories.confirmed_booking()
    before = booking_path(booking)

    with signed_in(member(group)) as browser:
        assert browser.get(page_of(booking, "move/renew-link")).status_code == 200
        assert browser.get(before).status_code == 200
        browser.post(page_of(booking, "move/renew-link"))
        page = browser.get(page_of(booking)).content.decode()
        assert browser.get(before).status_code == 404

    assert before not in page
    assert booking_path(now_of(booking)) in page


def test_the_private_link_of_an_enquiry_is_renewed() -> None:
    enquiry = factories.enquiry()
    before, page = enquiry_path(enquiry), f"/admin/bookings/enquiry/{enquiry.pk}/renew-link/"

    with signed_in(member(FRONT_DESK)) as browser:
        assert browser.get(page).status_code == 200
        assert browser.get(before).status_code != 404
        browser.post(page)
        assert browser.get(before).status_code == 404


def test_a_link_that_may_not_be_read_can_still_be_renewed() -> None:
    booking = factories.confirmed_booking(answers=CARE_ANSWERS)

    with signed_in(member(FRONT_DESK)) as browser:
        for _time in range(2):
            page = browser.get(page_of(booking)).content.decode()
            assert booking_path(now_of(booking)) not in page
            assert page_of(booking, "move/renew-link") in page
            browser.post(page_of(booking, "move/renew-link"))

    assert now_of(booking).link_counter == 2


def test_a_photographer_renews_no_links() -> None:
    booking = factories.confirmed_booking()
    enquiry = f"/admin/bookings/enquiry/{booking.enquiry_id}/renew-link/"

    with signed_in(photographer_account(booking.photographer)) as browser:
        assert browser.post(page_of(booking, "move/renew-link")).status_code == 403
        assert browser.post(enquiry).status_code == 403

    assert (now_of(booking).link_counter, booking.enquiry.link_counter) == (0, 0)
