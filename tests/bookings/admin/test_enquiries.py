"""Enquiries and clients to read: the answers in words, the advice as it was shown."""

import pytest

from bookings import moments
from bookings.admin.permissions import FRONT_DESK, OWNER
from bookings.booking.links import enquiry_path
from bookings.wording import shown
from guidance.routing import Recommendation
from guidance.vocabulary import Use
from tests import factories
from tests.bookings.admin.people import another_session, member, signed_in
from tests.factories import CONTACT, NOW

pytestmark = pytest.mark.django_db


def test_the_page_reads_as_the_client_answered_and_was_advised() -> None:
    package = factories.package()
    asked = factories.enquiry(package=package, override_reason="My sister had this one.")
    assert asked.recommendation is not None
    stored = Recommendation.from_stored(asked.recommendation)

    with signed_in(member(FRONT_DESK)) as browser:
        page = browser.get(f"/admin/bookings/enquiry/{asked.pk}/change/")

    advice = page.context["advice"]
    assert (advice.what, advice.people) == ("Corporate headshot", "One person")
    assert advice.reasons == [shown(reason.text) for reason in stored.reasons]
    assert page.context["answers"][0] == (
        "What are the pictures for?",
        [shown(Use.ONLINE_PROFILE.label), shown(Use.BUSINESS_CARD.label)],
    )
    assert "My sister had this one." in page.content.decode()
    assert enquiry_path(asked) in page.content.decode()


def test_an_enquiry_that_has_only_begun_can_be_read_too() -> None:
    asked = moments.enquire("en", NOW)

    with signed_in(member(FRONT_DESK)) as browser:
        page = browser.get(f"/admin/bookings/enquiry/{asked.pk}/change/").content.decode()

    assert "The client has not come to the recommendation yet." in page
    assert "No answers yet." in page


def test_what_came_of_it_finds_messages_bookings_and_the_rest() -> None:
    bookable = factories.bookable_studio()
    booked = another_session(bookable).enquiry
    written = moments.write_to_studio(factories.enquiry(), CONTACT, "<b>Dogs?</b>", NOW)
    left = moments.enquire("en", NOW)

    with signed_in(member(OWNER)) as browser:
        found = {
            value: [
                *browser.get(f"/admin/bookings/enquiry/?came_of_it={value}").context["cl"].queryset
            ]
            for value in ("message", "booked", "open")
        }
        page = browser.get(f"/admin/bookings/enquiry/{written.pk}/change/").content.decode()

    assert found == {"message": [written], "booked": [booked], "open": [left]}
    assert "&lt;b&gt;Dogs?&lt;/b&gt;" in page


def test_a_client_is_found_corrected_and_never_deleted() -> None:
    booking = factories.confirmed_booking()
    assert booking.client is not None
    page = f"/admin/bookings/client/{booking.client.pk}/change/"
    typed = {"name": "Ines Okafor-Berg", "email": "ines@example.com", "language": "en"}

    with signed_in(member(FRONT_DESK)) as browser:
        found = browser.get("/admin/bookings/client/?q=ines").context["cl"].queryset
        wrong = browser.post(page, typed | {"email": "not an address"})
        browser.post(page, typed)
        deleting = browser.post(f"/admin/bookings/client/{booking.client.pk}/delete/")
        history = browser.get(page).content.decode()

    assert [*found] == [booking.client]
    assert wrong.context["adminform"].form.errors == {"email": ["Enter a valid email address."]}
    assert deleting.status_code == 403
    booking.client.refresh_from_db()
    assert booking.client.name == "Ines Okafor-Berg"
    assert f"/admin/bookings/booking/{booking.pk}/change/" in history


def test_an_enquiry_is_only_read() -> None:
    asked = factories.enquiry()

    with signed_in(member(OWNER)) as browser:
        answer = browser.post(f"/admin/bookings/enquiry/{asked.pk}/change/", {"answers": "{}"})

    assert answer.status_code == 405
