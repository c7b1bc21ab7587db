"""Two windows, Back, and a second click: what is shown is true, and one session is booked."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from bookings.booking.models import Booking
from bookings.booking.states import BookingState
from tests.browser import steps
from tests.browser.conftest import Browse


def test_another_time_was_chosen_in_another_window(page: Page) -> None:
    times = steps.path_of(steps.enquiry_for_times(), "times")
    page.goto(times)
    steps.pick(page, steps.first_times(page).first)
    steps.say_who_is_coming(page)
    other = page.context.new_page()
    other.goto(times)
    chosen = steps.pick(other, steps.last_time_of_the_month(other))
    steps.assert_details_are_there(other)
    other.get_by_role("button", name="Go on to the review").click()
    expect(steps.heading(other)).to_have_text("Is everything right?")

    page.get_by_role("button", name="Book this session").click()
    expect(page.get_by_role("alert")).to_contain_text("You chose another time in another window.")
    steps.confirm(page)
    other.get_by_role("button", name="Book this session").click()
    expect(other).to_have_url(re.compile("/b/"))
    booked = Booking.objects.get(state=BookingState.CONFIRMED)
    assert booked.start == chosen
    expect(other.get_by_role("main")).to_contain_text(booked.reference)


def test_back_after_confirming_shows_the_booking(page: Page) -> None:
    page.goto(steps.path_of(steps.enquiry_for_times(), "times"))
    steps.pick(page, steps.first_times(page).first)
    steps.say_who_is_coming(page)
    steps.confirm(page)
    page.go_back()
    expect(page).to_have_url(re.compile("/b/[^/]+/$"))
    expect(page.get_by_text("Confirmed", exact=True)).to_be_visible()
    expect(page.get_by_role("main").get_by_role("button")).to_have_count(0)
    page.reload()
    assert Booking.objects.get().state == BookingState.CONFIRMED


@pytest.mark.parametrize("circumstances", [{}, {"java_script_enabled": False}])
def test_a_double_click_books_once(browse: Browse, circumstances: dict[str, Any]) -> None:
    page = browse(**circumstances)
    page.goto(steps.path_of(steps.enquiry_for_times(), "times"))
    steps.pick(page, steps.first_times(page).first)
    steps.say_who_is_coming(page)
    page.get_by_role("button", name="Book this session").dblclick()
    expect(page).to_have_url(re.compile("/b/"))
    booked = Booking.objects.get()
    assert booked.state == BookingState.CONFIRMED
    assert booked.briefs.count() == 1
    assert sorted(booked.notices.values_list("kind", flat=True)) == ["assignment", "confirmation"]


def test_answers_stay_where_the_browser_goes_back(page: Page) -> None:
    steps.start(page)
    uses = page.get_by_role("checkbox", name=re.compile("Business cards|About page"))
    uses.last.check()
    uses.first.check()
    steps.go_on(page)
    page.go_back()
    expect(steps.heading(page)).to_have_text("What are the pictures for?")
    expect(uses.first).to_be_checked()
    expect(uses.last).to_be_checked()
    steps.go_on(page)
    steps.skip_the_rest(page)
    assert Booking.objects.count() == 0
