"""The brief of a company day says who comes when; care is read by who runs the day alone."""

import re
from typing import Any

import pytest
from django.contrib.auth.models import User

from bookings import moments
from bookings.admin.permissions import OWNER
from bookings.booking.models import Booking
from tests import factories
from tests.bookings.admin.people import member, photographer_account, signed_in
from tests.bookings.series.days import company_day, invited, named, turn
from tests.factories import NOW

pytestmark = pytest.mark.django_db


def told_day() -> Booking:
    """Ben first, then Ada, who wears glasses and is photographed seated; Cem has no slot."""
    booking = company_day()
    ada, ben, _cem = invited(booking, *named("Ada", "Ben", "Cem"))
    moments.choose_slot(ada, turn(1), NOW)
    moments.choose_slot(ben, turn(0), NOW)
    moments.answer_as_attendee(ada, "comfort", {"glasses": "always", "access": ["seated"]}, NOW)
    return booking


def sheet(booking: Booking, reader: User) -> str:
    brief = booking.briefs.get(is_current=True)
    with signed_in(reader) as browser:
        page: Any = browser.get(f"/admin/bookings/shootbrief/{brief.pk}/change/")
    return " ".join(re.sub(r"<[^>]+>", " ", page.content.decode()).split())


def test_who_runs_the_day_reads_everybody_in_their_turn_with_their_care() -> None:
    booking = told_day()
    said = sheet(booking, photographer_account(booking.photographer))

    assert (
        "Who comes when 11:00 Ben 11:10 Ada : Glasses: Always Care: Being photographed seated "
        "No slot yet Cem"
    ) in said


def test_the_owner_reads_the_same_without_care() -> None:
    said = sheet(told_day(), member(OWNER))

    assert "Who comes when 11:00 Ben 11:10 Ada : Glasses: Always No slot yet Cem" in said
    assert "photographed seated" not in said


def test_the_glasses_section_points_to_what_each_person_said() -> None:
    said = sheet(told_day(), member(OWNER))

    assert "People answer for themselves: glasses stand beside each name." in said
    assert "Nobody told us about glasses" not in said


def test_a_note_on_clothes_says_what_it_is_about() -> None:
    booking = told_day()
    ada = booking.attendees.get(name="Ada")
    moments.answer_as_attendee(ada, "clothes", {"clothes_note": "blue jacket"}, NOW)

    assert "Ada : Glasses: Always, Clothes: blue jacket" in sheet(booking, member(OWNER))


def test_a_brief_of_one_has_no_such_list() -> None:
    booking = factories.confirmed_booking()

    assert "Who comes when" not in sheet(booking, photographer_account(booking.photographer))
