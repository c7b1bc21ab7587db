"""Care: answers on access, faith and age stay out of letters, feeds and lists, and decide nothing.

Who of the staff reads them is in `tests/bookings/admin/test_permissions.py`, their deletion in
`tests/bookings/moments/test_erasing.py`.
"""

from datetime import timedelta

from django.core import mail
from django.test import Client
from django.urls import reverse

from bookings import moments
from bookings.booking.links import booking_token, enquiry_token
from bookings.booking.models import Enquiry
from bookings.notices.delivery import deliver_due
from tests import factories
from tests.bookings.admin.people import ACCESS_NOTE, CARE_ANSWERS
from tests.factories import ANSWERS, NOW, Bookable

YEARS = timedelta(days=3 * 366)


def test_no_letter_calendar_or_page_of_the_booking_repeats_them(
    studio: Bookable, client: Client
) -> None:
    booking = factories.confirmed_booking(studio, answers=CARE_ANSWERS)
    deliver_due(NOW)
    pages = [
        client.get(reverse(f"front:{page}", args=[booking_token(booking)])).content.decode()
        for page in ("calendar", "move", "cancel")
    ]
    letters = [letter.message().as_string() for letter in mail.outbox]
    assert len(letters) == 2
    assert [one for one in (*pages, *letters) if ACCESS_NOTE in one] == []


def test_they_change_neither_advice_nor_price_nor_times(studio: Bookable, client: Client) -> None:
    seen = []
    for answers in (ANSWERS, CARE_ANSWERS):
        asked = factories.enquiry(answers, package=studio.package)
        page = client.get(reverse("front:times", args=[enquiry_token(asked)]))
        held = moments.hold(asked, studio.place, factories.START, None, NOW)
        recommended = asked.recommendation or {}
        slots = [slot.start for slot in page.context["timetable"].first]
        seen.append((recommended["kind"], recommended["style"], held.total_minor, slots))
        moments.release(held, NOW)
    assert seen[0] == seen[1]


def test_they_are_deleted_when_their_time_is_over(studio: Bookable) -> None:
    booking = factories.completed_booking(studio, answers=CARE_ANSWERS)
    moments.forget_care(booking.end + YEARS)
    assert Enquiry.objects.get(pk=booking.enquiry_id).care == {}
