"""A company day in the browser: the organiser's list and roster, one person's slot and cards."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from bookings import moments
from bookings.booking.links import booking_token
from bookings.booking.models import Booking
from bookings.catalogue.models import Package
from bookings.moments import Contact
from bookings.schedule import availability
from bookings.schedule.models import Place
from bookings.series.links import attendee_path
from bookings.series.listing import Person
from tests import factories
from tests.browser import steps
from tests.browser.conftest import Browse
from tests.browser.test_access import assert_none, faults

TEAM = {"uses": ["online_profile"], "occasion": "work", "people_in_frame": 1, "people_total": 6}
FAULTY = "Ada Lovelace, ada@example\nBen Okafor, ben@example.com\ncem@example.com"
MENDED = "Ada Lovelace, ada@example.com\nBen Okafor, ben@example.com\nCem Demir"


def company_day() -> Booking:
    """Six people of the demo studio's team package, at the first time there is."""
    now = timezone.now()
    package = Package.objects.get(slug="team-headshots")
    asked = factories.enquiry(TEAM, package=package, now=now)
    place = Place.objects.get(slug="marlow-street")
    wanted = moments.wanted_for(asked, place, None)
    first = now.date()
    opening = availability.openings(wanted, first, first + timedelta(days=21), now)[0]
    held = moments.hold(asked, place, opening.start, None, now)
    moments.give_details(held, Contact("Ines Okafor", "ines@example.com"), "", now)
    return moments.confirm(held, now)


def organiser(booking: Booking) -> str:
    """The path of the organiser's list."""
    return f"/b/{booking_token(booking)}/people/"


def test_from_a_faulty_list_to_a_slot(page: Page) -> None:
    assert_none(on_the_way(page, company_day()))


def on_the_way(page: Page, booking: Booking) -> Iterator[str]:
    """What is wrong with each page from the empty list to the roster."""
    page.goto(organiser(booking))
    yield from faults(page)
    page.get_by_label("One person on each line").fill(FAULTY)
    page.get_by_role("button", name="Check the list").click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_text("“ada@example” is no e-mail address.")).to_be_visible()
    expect(page.get_by_label("One person on each line")).to_have_value(FAULTY)
    yield from faults(page)
    page.get_by_label("One person on each line").fill(MENDED)
    page.get_by_role("button", name="Check the list").click()
    expect(steps.heading(page)).to_have_text("Invite 3 people?")
    yield from faults(page)
    page.get_by_role("button", name="Invite 3 people").click()
    expect(page.get_by_role("status")).to_contain_text(
        "2 people are invited by letter. Cem Demir has"
    )
    yield from faults(page)
    page.get_by_role("link", name="Cem Demir").click()
    yield from faults(page)
    page.get_by_role("main").get_by_role("listitem").get_by_role("button").first.click()
    expect(page.get_by_role("status")).to_contain_text("Cem Demir comes at")
    page.get_by_role("link", name="Print").click()
    expect(page.get_by_role("cell", name="Free").first).to_be_visible()
    yield from faults(page)
    yield from one_person(page, booking)


def one_person(page: Page, booking: Booking) -> Iterator[str]:
    """What is wrong with the pages of one person."""
    page.goto(attendee_path(booking.attendees.get(name="Ben Okafor")))
    yield from faults(page)
    page.get_by_role("link", name="What should we know to make you comfortable?").click()
    page.get_by_label("Always").check()
    page.get_by_label("I wear a head covering").check()
    yield from faults(page)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Your glasses")).to_be_visible()
    free_slots(page).last.click()
    expect(page.get_by_role("status")).to_have_text("The slot is yours.")
    yield from faults(page)


def test_a_colleague_was_quicker(page: Page) -> None:
    booking = company_day()
    now = timezone.now()
    ada, ben = moments.invite(booking, [Person("Ada"), Person("Ben")], now)
    page.goto(attendee_path(ada))
    slot = free_slots(page).first
    wanted = steps.instant_of(slot)
    moments.choose_slot(ben, wanted, now)
    slot.click()

    notice = page.get_by_role("alert")
    expect(notice).to_have_text("A colleague has just taken that slot. Choose another one.")
    expect(notice).to_be_focused()
    assert wanted not in [steps.instant_of(one) for one in free_slots(page).all()]
    assert_none(faults(page))


def test_a_visitor_in_tokyo_also_sees_their_own_time(browse: Browse) -> None:
    booking = company_day()
    (ada,) = moments.invite(booking, [Person("Ada")], timezone.now())
    page = browse(timezone_id="Asia/Tokyo")
    for address in (attendee_path(ada), organiser(booking)):
        page.goto(address)
        expect(page.get_by_text("your time").first).to_be_visible()


@pytest.mark.parametrize("circumstances", [{}, {"java_script_enabled": False}])
def test_a_slot_by_keyboard_and_without_scripts(
    browse: Browse, circumstances: dict[str, Any]
) -> None:
    booking = company_day()
    (ada,) = moments.invite(booking, [Person("Ada")], timezone.now())
    page = browse(**circumstances)
    page.goto(attendee_path(ada))
    slot = free_slots(page).nth(1)
    wanted = steps.instant_of(slot)
    slot.focus()
    page.keyboard.press("Enter")

    expect(page.get_by_role("status")).to_have_text("The slot is yours.")
    ada.refresh_from_db()
    assert ada.slot == wanted


def free_slots(page: Page) -> Locator:
    """The slots that one person can take."""
    return page.get_by_role("region", name="Free slots").get_by_role("button")
