"""The main job in a real browser, from the first page to the booking's own page."""

import re
from datetime import datetime

from playwright.sync_api import Locator, Page, expect

from bookings.booking.models import Booking
from bookings.booking.states import BookingState
from tests.browser import steps
from tests.browser.conftest import Browse

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def test_a_headshot_on_a_phone(browse: Browse) -> None:
    page = browse(**PHONE)
    steps.start(page)
    page.evaluate("window.isStillTheSame = true")
    # Against the order of the page: the order of the taps is what counts.
    for words in ("About page", "LinkedIn", "Business cards"):
        card(page, words).tap()
    expect(page.get_by_role("status")).to_have_text("Business cards: number 3")
    swap(page, "Is it for work, or for yourself?")
    card(page, "For work").tap()
    swap(page, "How many people are we photographing?")
    swap(page, "How much of you should be in the picture?")
    card(page, "Head and shoulders").tap()
    swap(page, "Should the picture tell something about your life?")
    assert page.evaluate("window.isStillTheSame") is True
    steps.skip_the_rest(page)
    expect(steps.heading(page)).to_have_text("Corporate headshot")
    steps.take_what_is_recommended(page)
    slot = steps.last_time_of_the_month(page)
    expect(page.get_by_role("table")).to_be_hidden()
    start = steps.pick(page, slot)
    steps.say_who_is_coming(page)
    expect(page.get_by_role("main")).to_contain_text(steps.NOTE)
    steps.confirm(page)

    booking = the_booking(start)
    assert booking.enquiry.answers["uses"] == ["about_page", "online_profile", "business_card"]
    assert booking.enquiry.answers["framing"] == "head_shoulders"
    assert booking.package.slug == "corporate-headshot"
    assert_own_page_opens(page, booking)


def test_a_family_portrait_without_script(browse: Browse) -> None:
    page = browse(java_script_enabled=False)
    steps.start(page)
    card(page, "Framed picture for the wall").click()
    steps.go_on(page)
    card(page, "For myself or my family").click()
    steps.go_on(page)
    page.get_by_role("spinbutton", name="People altogether").fill("4")
    page.get_by_role("spinbutton", name="People together in one picture").fill("4")
    steps.go_on(page)
    steps.skip_the_rest(page)
    expect(steps.heading(page)).to_have_text("Classic portrait")
    steps.take_what_is_recommended(page)
    start = steps.pick(page, steps.last_time_of_the_month(page))
    steps.say_who_is_coming(page)
    steps.confirm(page)

    booking = the_booking(start)
    assert (booking.package.slug, booking.people) == ("family-portrait", 4)
    assert_own_page_opens(page, booking)


def card(page: Page, words: str) -> Locator:
    """The card of an answer, to tap."""
    return page.get_by_role("main").locator("label").filter(has_text=words)


def swap(page: Page, following: str) -> None:
    """Send the question; the next one takes its place and has the focus."""
    page.get_by_role("button", name="Save and go on").tap()
    expect(steps.heading(page)).to_have_text(following)
    steps.settle(page)
    expect(steps.heading(page)).to_be_focused()


def the_booking(start: datetime) -> Booking:
    """The one booking there is, confirmed for `start`."""
    booking = Booking.objects.select_related("client", "enquiry", "package").get()
    assert (booking.state, booking.start) == (BookingState.CONFIRMED, start)
    assert booking.client is not None
    assert (booking.client.name, booking.client.email) == (steps.NAME, steps.EMAIL)
    assert booking.note == steps.NOTE
    return booking


def assert_own_page_opens(page: Page, booking: Booking) -> None:
    """From the confirmed page to the booking's page, which shows what was booked and its plan."""
    expect(page.get_by_role("main")).to_contain_text(booking.reference)
    page.get_by_role("link", name="Your booking's page").click()
    expect(page).to_have_url(re.compile("/b/[^/]+/$"))
    expect(steps.heading(page)).to_have_text(booking.package.name)
    expect(page.get_by_role("heading", name="How to prepare")).to_be_visible()
