"""Every letter about a booking can be read before it is sent, and nothing is sent by reading."""

from datetime import date
from html import unescape

import pytest

from bookings import moments
from bookings.admin.permissions import FRONT_DESK, OWNER
from bookings.admin.previews import Preview, previews_for, unsent
from bookings.booking.links import booking_path, enquiry_path
from bookings.booking.models import Booking
from bookings.notices.models import Notice
from bookings.series.links import attendee_path
from bookings.series.listing import Person
from bookings.waiting.models import WaitingEntry
from tests import factories
from tests.bookings.admin.people import (
    ACCESS_NOTE,
    CARE_ANSWERS,
    member,
    photographer_account,
    signed_in,
)
from tests.factories import CONTACT, NOW

pytestmark = pytest.mark.django_db

TEAM = {"uses": ["online_profile"], "occasion": "work", "people_in_frame": 1, "people_total": 4}


def company_day() -> Booking:
    """A day about which every letter there is could be written."""
    bookable = factories.bookable_studio(package=factories.series_package())
    enquiry = factories.enquiry(TEAM, package=bookable.package)
    moments.write_to_studio(enquiry, CONTACT, "Is there parking?", NOW)
    WaitingEntry.objects.create(
        enquiry=enquiry, place=bookable.place, day=date(2026, 11, 27), created_at=NOW
    )
    booking = moments.hold(enquiry, bookable.place, factories.START, None, NOW)
    moments.give_details(booking, CONTACT, "", NOW)
    booking = moments.confirm(booking, NOW)
    (ada,) = moments.invite(booking, [Person("Ada", "ada@example.com")], NOW)
    moments.choose_slot(ada, booking.start, NOW)
    return booking


def page_of(booking: Booking, kind: str = "") -> str:
    return f"/admin/bookings/booking/{booking.pk}/letters/" + (f"{kind}/" if kind else "")


def preview_of(booking: Booking, slug: str) -> Preview:
    return next(one for one in previews_for(booking) if one.slug == slug)


def test_every_kind_of_letter_is_read_as_text_and_as_a_page() -> None:
    booking = company_day()
    written, sent = Notice.objects.count(), Notice.objects.filter(sent_at__isnull=False).count()

    with signed_in(member(FRONT_DESK)) as browser:
        first = browser.get(page_of(booking))
        listed = [one.slug for one in first.context["previews"]]
        pages = {slug: browser.get(page_of(booking, slug)) for slug in listed}

    assert listed == [
        *Notice.Kind,
        "attendee-moved",
        "attendee-cancelled",
        "attendee-reminder",
    ]
    unread = [kind for kind, page in pages.items() if page.context["letter"] is None]
    assert unread == []
    for page in pages.values():
        shown, letter = unescape(unescape(page.content.decode())), page.context["letter"]
        assert letter.subject in shown
        assert letter.text in shown
    assert Notice.objects.count() == written
    assert Notice.objects.filter(sent_at__isnull=False).count() == sent


def test_only_letters_that_could_come_are_listed() -> None:
    held, booking = factories.held_booking(), factories.confirmed_booking()
    others = {
        *("invitation", "slot_chosen", "uninvited"),
        *("enquiry_message", "enquiry_receipt", "waiting"),
    }

    assert previews_for(held) == []
    assert set(Notice.Kind) - {one.slug for one in previews_for(booking)} == others
    with signed_in(member(OWNER)) as browser:
        assert browser.get(page_of(held)).status_code == 404
        assert browser.get(page_of(booking, "invitation")).status_code == 404
        assert browser.get(page_of(booking, "nonsense")).status_code == 404


@pytest.mark.parametrize(
    ("kind", "reader", "language"),
    [
        ("confirmation", "ines@example.com", "de"),
        ("assignment", "mara-lindqvist@studio-halden.example", "en"),
        ("handed_over", "mara-lindqvist@studio-halden.example", "en"),
    ],
)
def test_each_letter_goes_to_its_reader_in_their_language(
    kind: str, reader: str, language: str
) -> None:
    booking = factories.confirmed_booking(language="de")

    notice = unsent(booking, preview_of(booking, kind))

    assert (notice.recipient_email, notice.language, notice.pk) == (reader, language, None)


def test_a_person_of_a_company_day_reads_other_words_than_the_client() -> None:
    booking = company_day()

    with signed_in(member(FRONT_DESK)) as browser:
        own, theirs = (
            browser.get(page_of(booking, slug)).context["letter"].text
            for slug in ("moved", "attendee-moved")
        )

    assert unsent(booking, preview_of(booking, "attendee-moved")).recipient_name == "Ada"
    assert own != theirs


def test_a_private_link_is_in_the_preview_for_those_who_may_hand_it_out() -> None:
    plain = factories.confirmed_booking()

    with signed_in(member(FRONT_DESK)) as browser:
        page = browser.get(page_of(plain, "confirmation")).content.decode()

    assert booking_path(plain) in page


@pytest.mark.parametrize("group", [OWNER, FRONT_DESK])
def test_no_preview_takes_the_desk_to_the_care_answers(group: str) -> None:
    booking = factories.confirmed_booking(answers=CARE_ANSWERS)
    links = (booking_path(booking), enquiry_path(booking.enquiry))

    with signed_in(member(group)) as browser:
        pages = [
            browser.get(page_of(booking, one.slug)).content.decode()
            for one in previews_for(booking)
        ]

    assert [page for page in pages for hidden in (*links, ACCESS_NOTE) if hidden in page] == []


def test_nobody_reads_the_link_of_an_attendee() -> None:
    booking = company_day()
    link = attendee_path(booking.attendees.get())

    with signed_in(member(OWNER)) as browser:
        pages = [
            browser.get(page_of(booking, one.slug)).content.decode()
            for one in previews_for(booking)
        ]

    assert [page for page in pages if link in page] == []


def test_previews_are_for_those_who_read_letters() -> None:
    booking = factories.confirmed_booking()

    with signed_in(photographer_account(booking.photographer)) as browser:
        assert browser.get(page_of(booking)).status_code == 403
        page = browser.get(f"/admin/bookings/booking/{booking.pk}/change/").content.decode()
        assert page_of(booking) not in page
    for group in (OWNER, FRONT_DESK):
        with signed_in(member(group)) as browser:
            assert browser.get(page_of(booking)).status_code == 200
