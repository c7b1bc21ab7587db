"""A private link is renewed: the one before leads nowhere, the new one to the same page."""

import pytest

from bookings import moments
from bookings.booking.links import (
    NoSuchLink,
    booking_behind,
    booking_token,
    enquiry_behind,
    enquiry_token,
)
from bookings.notices.letters import letter_for
from bookings.notices.models import Notice
from bookings.series.links import attendee_behind, attendee_token
from bookings.series.listing import Person
from tests.factories import (
    NOW,
    bookable_studio,
    confirmed_booking,
    enquiry,
    series_package,
    staff,
)

pytestmark = pytest.mark.django_db

TEAM = {"uses": ["online_profile"], "occasion": "work", "people_in_frame": 1, "people_total": 4}


def test_a_booking_s_link_is_renewed_with_an_event() -> None:
    booking = confirmed_booking()
    before, desk = booking_token(booking), staff("desk")

    renewed = moments.renew_link(booking, NOW, actor=desk)

    with pytest.raises(NoSuchLink):
        booking_behind(before)
    assert booking_behind(booking_token(renewed)) == booking
    event = booking.events.latest("pk")
    assert (event.kind, event.by, event.actor, event.at) == ("link", "staff", desk, NOW)


def test_an_enquiry_s_link_is_renewed() -> None:
    asked = enquiry()
    before = enquiry_token(asked)

    renewed = moments.renew_enquiry_link(asked)

    with pytest.raises(NoSuchLink):
        enquiry_behind(before)
    assert enquiry_behind(enquiry_token(renewed)) == asked


def test_a_renewed_link_of_one_of_a_company_goes_to_them_by_letter() -> None:
    booking = confirmed_booking(bookable_studio(package=series_package()), answers=TEAM)
    ada, ben = moments.invite(booking, [Person("Ada", "ada@example.com"), Person("Ben")], NOW)
    desk = staff("desk")

    moments.renew_attendee_link(ada, NOW, actor=desk)  # the first letter waits, and carries it
    assert ada.notices.filter(kind="invitation").count() == 1
    ada.notices.update(sent_at=NOW)
    ada.refresh_from_db()
    before = attendee_token(ada)
    ada = moments.renew_attendee_link(ada, NOW, actor=desk)
    moments.renew_attendee_link(ben, NOW, actor=desk)

    [letter] = Notice.objects.waiting().filter(kind="invitation")
    assert letter.attendee == ada
    assert attendee_token(ada) in letter_for(letter).text
    with pytest.raises(NoSuchLink):
        attendee_behind(before)
    assert booking.events.filter(kind="link", actor=desk).count() == 3
