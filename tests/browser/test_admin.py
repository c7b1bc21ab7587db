"""The photographer's way through the staff's pages, from signing in to an approved brief."""

import re
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Page, expect

from bookings import moments
from bookings.booking.models import Booking
from bookings.briefs.models import ShootBrief
from bookings.moments import Contact
from bookings.schedule import availability
from bookings.schedule.models import Photographer, Place
from tests.browser import steps
from tests.browser.conftest import Browse, Studio


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


def test_a_line_s_reasons_open_by_keyboard(page: Page, studio: Studio) -> None:
    brief = brief_of(booked_with("jonas"))
    sign_in(page, studio)
    page.goto(path_of(brief))

    why = page.get_by_role("article").locator("summary").first
    reasons = page.get_by_role("article").get_by_text(re.compile("^Claim [0-9]+$"))
    expect(reasons.first).to_be_hidden()
    why.focus()
    page.keyboard.press("Enter")
    expect(reasons.first).to_be_visible()
    page.get_by_role("link", name="Show every reason").click()
    expect(reasons.last).to_be_visible()
    assert faults_of_access(page) == []
    page.get_by_role("link", name="Hide the reasons").click()
    expect(reasons.first).to_be_hidden()


def test_the_photographer_edits_lines_without_scripts(browse: Browse, studio: Studio) -> None:
    brief = brief_of(booked_with("jonas"))
    with_scripts = browse()
    sign_in(with_scripts, studio)
    page = browse(java_script_enabled=False, storage_state=with_scripts.context.storage_state())
    page.goto(path_of(brief))
    page.get_by_role("link", name="Edit lines").click()

    light = page.locator("#section-light")
    light.get_by_text("Reword").first.click()
    light.get_by_label("The line as you want it").first.fill("Key well to the left " * 30)
    light.get_by_role("button", name="Save this line").first.click()
    field = light.get_by_role("textbox")
    expect(field).to_have_accessible_description(re.compile("A line holds 500 characters"))
    field.fill("Key well to the left")
    light.get_by_role("button", name="Save this line").click()
    expect(light).to_contain_text("Key well to the left")
    expect(light).to_contain_text("Reworded by Jonas Weber")

    light.get_by_role("button", name=re.compile("^Strike")).last.click()
    expect(light).to_contain_text("Struck by Jonas Weber")
    light.get_by_text("Add a line").click()
    light.get_by_label("The new line").fill("Flag the window")
    light.get_by_role("button", name="Add this line").click()
    page.get_by_role("link", name="Done editing").click()
    expect(light.get_by_role("listitem").last).to_contain_text("Flag the window")


def test_a_change_after_approval_is_told_at_the_top(page: Page, studio: Studio) -> None:
    brief = changed_late(booked_with("jonas"))
    sign_in(page, studio)
    page.goto("/admin/")
    late = page.get_by_role("heading", name="Changed since approval").locator("..")
    late.get_by_role("link", name=re.compile(steps.NAME)).click()

    notice = page.get_by_role("heading", name=re.compile("^Changed since version 1 was approved"))
    expect(notice).to_contain_text("Jonas Weber")
    expect(page.get_by_text(re.compile("^50 mm on")).first).to_be_visible()
    assert faults_of_access(page) == []
    page.goto(path_of(brief) + "?edit=1")
    assert faults_of_access(page) == []


@pytest.mark.parametrize("width", [390, 820])
def test_the_sheet_fits_phone_and_tablet(browse: Browse, studio: Studio, width: int) -> None:
    brief = changed_late(booked_with("jonas"))
    page = browse(viewport={"width": width, "height": 900}, color_scheme="dark")
    sign_in(page, studio)

    for query in ("", "?edit=1", "?why=all"):
        page.goto(path_of(brief) + query)
        expect(page.get_by_role("article")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert faults_of_access(page) == []


def sign_in(page: Page, studio: Studio) -> None:
    page.goto("/admin/login/")
    page.get_by_label("Username").fill("jonas")
    page.get_by_label("Password").fill(studio.passwords["jonas"])
    page.get_by_role("button", name="Log in").click()
    expect(page).to_have_url(re.compile("/admin/$"))


def faults_of_access(page: Page) -> list[tuple[str, list[str]]]:
    """What axe has to say against the staff's own part of the page."""
    found = Axe().run(page, ".desk").response["violations"]
    return [(fault["id"], fault["nodes"][0]["target"]) for fault in found]


def brief_of(booking: Booking) -> ShootBrief:
    return booking.briefs.get(is_current=True)


def path_of(brief: ShootBrief) -> str:
    return f"/admin/bookings/shootbrief/{brief.pk}/change/"


def changed_late(booking: Booking) -> ShootBrief:
    """The version that followed when Jonas had only one lens left, after his approval."""
    now = timezone.now()
    moments.approve_brief(brief_of(booking), now, actor=booking.photographer.user)
    booking.photographer.focal_lengths_mm = [50]
    booking.photographer.save()
    return moments.recompose_brief(Booking.objects.get(pk=booking.pk), now + timedelta(seconds=1))


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
