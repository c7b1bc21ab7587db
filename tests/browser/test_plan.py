"""The plan on the booking's page: each tick is kept, also off the line, by keyboard and by form."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from bookings.booking import preparing
from bookings.booking.links import booking_path
from bookings.booking.models import Booking
from tests.browser import steps
from tests.browser.conftest import Browse, Studio

pytestmark = pytest.mark.django_db(transaction=True)

PACK = "Press your clothes, hang them up, pack"
EAT = "Eat as you normally do"
LAYER = "A jacket or cardigan to put over"


@pytest.fixture
def booked(studio: Studio, page: Page) -> Booking:
    """A booking made in the browser, weeks from now."""
    page.goto(steps.path_of(steps.enquiry_for_times(), "times"))
    steps.pick(page, steps.last_time_of_the_month(page))
    steps.say_who_is_coming(page)
    steps.confirm(page)
    return Booking.objects.select_related("enquiry", "place").get()


def status(page: Page) -> Locator:
    return page.locator("[data-plan-status]")


def progress(page: Page) -> Locator:
    return page.get_by_role("region", name="How to prepare").get_by_text(re.compile("of .* done"))


def test_each_tick_is_saved_as_it_is_set(page: Page, booked: Booking) -> None:
    page.goto(booking_path(booked))
    expect(page.get_by_role("button", name="Save my ticks")).to_have_count(0)
    page.get_by_label(PACK).check()
    expect(status(page)).to_have_text("Saved")
    expect(progress(page)).to_have_text(re.compile("^1 of "))
    page.reload()
    expect(page.get_by_label(PACK)).to_be_checked()
    page.get_by_label(PACK).uncheck()
    expect(status(page)).to_have_text("Saved")
    assert preparing.ticked(booked) == set()


def test_a_tick_off_the_line_stays_and_goes_along_with_the_next(
    page: Page, booked: Booking
) -> None:
    page.goto(booking_path(booked))
    page.context.set_offline(True)
    page.get_by_label(PACK).check()
    expect(status(page)).to_contain_text("Not saved yet")
    expect(page.get_by_label(PACK)).to_be_checked()
    expect(page.get_by_role("button", name="Save my ticks")).to_have_count(2)
    page.context.set_offline(False)
    page.get_by_label(EAT).check()
    expect(status(page)).to_have_text("Saved")
    expect(page.get_by_role("button", name="Save my ticks")).to_have_count(0)
    assert preparing.ticked(booked) == {"pack", "eat"}


def test_by_keyboard(page: Page, booked: Booking) -> None:
    page.goto(booking_path(booked))
    box = page.get_by_label(LAYER)
    box.focus()
    page.keyboard.press("Space")
    expect(status(page)).to_have_text("Saved")
    expect(box).to_be_focused()
    expect(box).to_be_checked()


def test_the_whole_line_with_its_reason_can_be_tapped(page: Page, booked: Booking) -> None:
    page.goto(booking_path(booked))
    reason = page.get_by_text("Folded clothes arrive creased")
    reason.scroll_into_view_if_needed()
    spot = reason.bounding_box()
    assert spot is not None
    page.mouse.click(spot["x"] + 8, spot["y"] + spot["height"] / 2)
    expect(page.get_by_label(PACK)).to_be_checked()


def test_without_a_script_the_button_saves_and_says_so(browse: Browse, booked: Booking) -> None:
    page = browse(java_script_enabled=False)
    page.goto(booking_path(booked))
    page.get_by_label(LAYER).check()
    page.get_by_role("button", name="Save my ticks").last.click()
    expect(page).to_have_url(re.compile("#saved-wardrobe$"))
    expect(page.get_by_label(LAYER)).to_be_checked()
    notes = page.get_by_text("Saved. They are here whenever you come back.")
    assert [note.is_visible() for note in notes.all()] == [False, True]


def test_what_changed_is_told_on_the_page_of_the_booking(page: Page, booked: Booking) -> None:
    page.goto(booking_path(booked))
    page.get_by_role("link", name="What you would like to wear").click()
    page.get_by_label("Patterns or prints").check()
    page.get_by_label("Tell us more").fill("My kimono")
    page.get_by_role("button", name="Save the change").click()
    expect(page.get_by_text("Your change is saved")).to_be_visible()
    expect(page.get_by_text("You said: “My kimono”")).to_be_visible()
