"""The visitor's own time stands beside the place's where the two differ, and only there."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from bookings import moments
from bookings.booking.holding import wanted_for
from bookings.booking.links import booking_path
from bookings.booking.models import Booking, Enquiry
from bookings.moments import Contact
from bookings.schedule import availability
from bookings.schedule.models import Photographer, Place
from bookings.series.links import attendee_path
from bookings.series.listing import Person
from tests.browser import steps
from tests.browser.conftest import Browse
from tests.browser.test_changes import booked
from tests.browser.test_company import company_day, organiser

DUBLIN = ZoneInfo("Europe/Dublin")
ELSEWHERE = ["Asia/Tokyo", "America/Los_Angeles"]

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("zone", ELSEWHERE)
def test_a_visitor_elsewhere_also_sees_their_own_time(browse: Browse, zone: str) -> None:
    page = browse(timezone_id=zone)
    page.goto(steps.path_of(steps.enquiry_for_times(), "times"))
    slot = steps.first_times(page).first
    start = steps.instant_of(slot)
    expect(slot).to_contain_text(f"{start.astimezone(DUBLIN):%H:%M} {own(start, zone)} your time")
    steps.last_time_of_the_month(page)
    for swapped_in in page.get_by_role("region").last.get_by_role("button").all():
        start = steps.instant_of(swapped_in)
        expect(swapped_in).to_contain_text(f"{own(start, zone)} your time")
    start = steps.pick(page, swapped_in)
    expect(page.get_by_role("main")).to_contain_text(f"({own(start, zone)} where you are)")
    steps.say_who_is_coming(page)
    assert_one_instant(page, start, zone)
    steps.confirm(page)
    assert_one_instant(page, start, zone)


def test_a_visitor_on_the_same_clock_sees_one_time(browse: Browse) -> None:
    page = browse(timezone_id="Europe/London")
    page.goto(steps.path_of(steps.enquiry_for_times(), "times"))
    expect(steps.first_times(page).first).to_have_text(re.compile(r"\d\d:\d\d\s*$"))
    expect(page.get_by_text("your time")).to_have_count(0)


def test_a_booking_s_pages_show_one_instant_on_every_clock(browse: Browse) -> None:
    booking = booked()
    for zone in ELSEWHERE:
        page = browse(timezone_id=zone)
        page.goto(booking_path(booking))
        assert_one_instant(page, booking.start, zone)
        for step in ("cancel", "move"):
            page.goto(f"{booking_path(booking)}{step}/")
            now = page.get_by_text("Your time now:")
            expect(now).to_contain_text(f"{booking.start.astimezone(DUBLIN):%H:%M}")
            expect(now).to_contain_text(f"({own(booking.start, zone)} where you are)")
        slot = steps.first_times(page).first
        to = steps.instant_of(slot)
        clocks = f"{to.astimezone(DUBLIN):%H:%M} {own(to, zone)} your time"
        expect(slot).to_contain_text(clocks)
        slot.click()
        expect(steps.heading(page)).to_have_text("Move it to this time?")
        for appointment, start in zip(appointments(page).all(), (booking.start, to), strict=True):
            assert_shows(appointment, start, zone)


def test_a_time_that_was_waited_for_is_one_instant_on_every_clock(browse: Browse) -> None:
    offer = offered()
    for zone in ELSEWHERE:
        page = browse(timezone_id=zone)
        page.goto(steps.path_of(offer.enquiry, "waiting"))
        page.get_by_role("link", name="Take it").click()
        expect(steps.heading(page)).to_have_text("Is everything right?")
        assert_one_instant(page, offer.start, zone)


def test_a_slot_of_a_company_day_is_one_instant_on_every_clock(browse: Browse) -> None:
    booking = company_day()
    invited = moments.invite(booking, [Person("Ada"), Person("Ben")], timezone.now())
    for person, zone in zip(invited, ELSEWHERE, strict=True):
        page = browse(timezone_id=zone)
        page.goto(attendee_path(person))
        slot = page.get_by_role("region", name="Free slots").get_by_role("button").last
        start = steps.instant_of(slot)
        clocks = f"{start.astimezone(DUBLIN):%H:%M} {own(start, zone)} your time"
        expect(slot).to_contain_text(clocks)
        slot.click()
        expect(page.get_by_role("status")).to_have_text("The slot is yours.")
        assert_one_instant(page, start, zone)
        page.goto(organiser(booking))
        expect(page.get_by_role("row").filter(has_text=person.name)).to_contain_text(clocks)


def own(start: datetime, zone: str) -> str:
    """`start` on the visitor's clock, with the weekday where it is another than the place's."""
    there, here = start.astimezone(ZoneInfo(zone)), start.astimezone(DUBLIN)
    return f"{there:%H:%M}" if there.date() == here.date() else f"{there:%a} {there:%H:%M}"


def appointments(page: Page) -> Locator:
    """When a session is, as its pages show it."""
    return page.locator(".appointment")


def assert_one_instant(page: Page, start: datetime, zone: str) -> None:
    """The page shows `start`, and no other time, as the appointment."""
    expect(appointments(page)).to_have_count(1)
    assert_shows(appointments(page), start, zone)


def assert_shows(appointment: Locator, start: datetime, zone: str) -> None:
    """The place's day and time, its zone, and the same instant on the clock in `zone`."""
    here = start.astimezone(DUBLIN)
    day = f"{here:%A} {here.day} {here:%B %Y}"
    expect(appointment).to_contain_text(re.compile(rf"{day}\s+{here:%H:%M} to "))
    expect(appointment).to_contain_text(f"({own(start, zone)} where you are)")


def offered() -> Booking:
    """A time that is held for somebody who waited for the next Monday but one with Aoife."""
    now = timezone.now()
    place = Place.objects.get(slug="marlow-street")
    aoife = Photographer.objects.get(slug="aoife-brennan")
    today = now.astimezone(DUBLIN).date()
    monday = today + timedelta(days=14 - today.weekday())

    def take(enquiry: Enquiry) -> Booking | None:
        found = availability.openings(wanted_for(enquiry, place, aoife), monday, monday, now)
        return moments.hold(enquiry, place, found[0].start, aoife, now) if found else None

    taken: list[Booking] = []
    while hold := take(steps.enquiry_for_times()):
        taken.append(hold)
    contact = Contact(steps.NAME, steps.EMAIL)
    entry = moments.wait(steps.enquiry_for_times(), place, monday, aoife, contact, now)
    moments.release(taken[0], now)
    entry.refresh_from_db()
    assert entry.offer is not None
    return entry.offer
