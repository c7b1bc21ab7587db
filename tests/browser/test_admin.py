"""The photographer's way through the staff's pages, from signing in to an approved brief."""

import re

from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Page, expect

from bookings import moments
from bookings.booking.models import Booking
from bookings.moments import Contact
from bookings.schedule import availability
from bookings.schedule.models import Photographer, Place
from tests.browser import steps
from tests.browser.conftest import Studio


def test_a_photographer_reads_and_approves_a_brief(page: Page, studio: Studio) -> None:
    booking = booked_with("jonas")
    page.goto("/admin/")
    page.get_by_label("Username").fill("jonas")
    page.get_by_label("Password").fill(studio.passwords["jonas"])
    page.get_by_role("button", name="Log in").click()
    page.goto("/admin/bookings/booking/")
    page.get_by_role("link", name=booking.reference).first.click()
    expect(steps.heading(page).last).to_have_text(steps.NAME)
    page.get_by_role("link", name=re.compile("Shoot brief")).last.click()

    sheet = page.get_by_role("article")
    expect(sheet.get_by_role("heading", level=1)).to_have_text(steps.NAME)
    expect(sheet).to_contain_text(booking.reference)
    expect(sheet).to_contain_text(steps.NOTE)
    found = Axe().run(page, "article").response["violations"]
    assert [(fault["id"], fault["nodes"][0]["target"]) for fault in found] == []
    page.get_by_role("button", name="Approve this brief").click()
    expect(page.get_by_text("The brief is approved.")).to_be_visible()
    expect(sheet).to_contain_text("Approved by Jonas Weber")


def booked_with(username: str) -> Booking:
    """A headshot that is confirmed with the photographer called `username`, soon."""
    now = timezone.now()
    enquiry = steps.enquiry_for_times()
    place = Place.objects.get(slug="marlow-street")
    photographer = Photographer.objects.get(user__username=username)
    wanted = moments.wanted_for(enquiry, place, photographer)
    start = availability.openings(wanted, *wanted.days(now), now)[0].start
    hold = moments.hold(enquiry, place, start, photographer, now)
    moments.give_details(
        hold, Contact(name=steps.NAME, email=steps.EMAIL, phone=""), steps.NOTE, now
    )
    return moments.confirm(hold, now)
