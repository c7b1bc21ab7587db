"""The front desk's way through a telephone call: without scripts, by keyboard, on every screen."""

import re
from datetime import timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from bookings.booking.models import Booking
from tests.browser import steps
from tests.browser.conftest import Browse, Studio

PAGE = "/admin/bookings/booking/telephone/"


def test_the_desk_books_by_telephone_and_moves_without_scripts(
    browse: Browse, studio: Studio
) -> None:
    page = desk_page(browse, studio, java_script_enabled=False)
    page.goto(PAGE)
    take_down(page)
    page.get_by_role("button", name="Book and confirm").click()
    expect(page.get_by_text("Pick one of the times.")).to_be_visible()
    expect(page.get_by_label("Note for the session (optional)")).to_have_value(steps.NOTE)
    free_times(page).first.check()
    page.get_by_role("button", name="Book and confirm").click()

    expect(steps.heading(page).last).to_have_text(steps.NAME)
    booking = Booking.objects.get()
    assert (booking.state, booking.source) == ("confirmed", "telephone")
    page.get_by_role("link", name="Another time").click()
    free_times(page).last.check()
    page.get_by_role("button", name="Move the session").click()
    expect(page.get_by_text("Moved. The client and the photographer get a letter.")).to_be_visible()
    assert Booking.objects.get().start > booking.start


def test_a_time_is_picked_and_booked_by_keyboard(browse: Browse, studio: Studio) -> None:
    page = desk_page(browse, studio)
    page.goto(PAGE)
    take_down(page)
    times = free_times(page)
    page.get_by_role("button", name="Show free times").focus()
    page.keyboard.press("Tab")
    expect(times.first).to_be_focused()
    ring = times.first.locator("xpath=following-sibling::span")
    assert ring.evaluate("span => getComputedStyle(span).outlineStyle") == "solid"
    page.keyboard.press("ArrowRight")
    expect(times.nth(1)).to_be_checked()
    page.get_by_role("button", name="Book and confirm").focus()
    page.keyboard.press("Enter")

    expect(steps.heading(page).last).to_have_text(steps.NAME)


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (820, "light"), (1280, "dark")])
def test_the_call_s_page_fits_every_screen_and_reads_well(
    browse: Browse, studio: Studio, width: int, scheme: str
) -> None:
    page = desk_page(browse, studio, viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.goto(PAGE)
    take_down(page)
    page.get_by_label("Another time that day").check()
    page.get_by_label("Its time").fill("05:30")
    page.get_by_label("With whom").select_option(label="Jonas Weber")
    page.get_by_role("button", name="Book and confirm").click()

    expect(page.get_by_role("alert").first).to_contain_text("is not on offer")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page, ".desk").response["violations"]
    assert [(fault["id"], fault["nodes"][0]["target"]) for fault in found] == []


def take_down(page: Page) -> None:
    """What somebody new wants, a working day in the week after next, and its free times."""
    page.get_by_label("Name", exact=True).fill(steps.NAME)
    page.get_by_label("E-mail", exact=True).fill(steps.EMAIL)
    page.get_by_label("Package").select_option(label="Corporate headshot, €145")
    page.get_by_label("Note for the session (optional)").fill(steps.NOTE)
    today = timezone.now().date()
    page.get_by_label("Day", exact=True).fill(
        (today + timedelta(days=15 - today.weekday())).isoformat()
    )
    page.get_by_role("button", name="Show free times").click()


def free_times(page: Page) -> Locator:
    """The times of the first group: whoever is free, or the one photographer there is."""
    return page.locator(".desk-times").first.get_by_role("radio")


def desk_page(browse: Browse, studio: Studio, **circumstances: object) -> Page:
    """A page in which the front desk is signed in, in these circumstances."""
    signing_in = browse()
    signing_in.goto("/admin/login/")
    signing_in.get_by_label("Username").fill("desk")
    signing_in.get_by_label("Password").fill(studio.passwords["desk"])
    signing_in.get_by_role("button", name="Log in").click()
    expect(signing_in).to_have_url(re.compile("/admin/$"))
    return browse(storage_state=signing_in.context.storage_state(), **circumstances)
