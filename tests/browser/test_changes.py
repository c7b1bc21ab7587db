"""A booking is changed in the browser: by touch, by keyboard alone, without scripts, from afar."""

import re
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from bookings import moments
from bookings.booking.holding import wanted_for
from bookings.booking.links import booking_path
from bookings.booking.models import Booking
from bookings.booking.states import BookingState
from bookings.moments import Contact
from bookings.schedule import availability
from bookings.schedule.models import Place
from tests.browser import steps
from tests.browser.conftest import Browse
from tests.browser.test_keyboard import press, tab_to

PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 844},
    "has_touch": True,
    "is_mobile": True,
}
WITHOUT_SCRIPT: dict[str, Any] = {"java_script_enabled": False}
TOKYO = ZoneInfo("Asia/Tokyo")


def booked(days: float = 5) -> Booking:
    """A session of the demo studio, the first that is free so many `days` from now."""
    now = timezone.now()
    enquiry, place = steps.enquiry_for_times(), Place.objects.get(slug="marlow-street")
    first = (now + timedelta(days=days)).date()
    found = availability.openings(wanted_for(enquiry, place), first, first + timedelta(days=9), now)
    opening = next(one for one in found if one.start > now + timedelta(days=days))
    held = moments.hold(enquiry, place, opening.start, None, now)
    moments.give_details(held, Contact(steps.NAME, steps.EMAIL), "", now)
    return moments.confirm(held, now)


def start_of(booking: Booking) -> datetime:
    booking.refresh_from_db()
    return booking.start


@pytest.mark.parametrize(
    "circumstances", [{}, PHONE, WITHOUT_SCRIPT], ids=["wide", "phone", "bare"]
)
def test_a_session_is_moved(browse: Browse, circumstances: dict[str, Any]) -> None:
    page, booking = browse(**circumstances), booked()
    before = booking.start
    page.goto(booking_path(booking))
    touch(page, circumstances, "link", "Move")
    expect(steps.heading(page)).to_have_text("Move your session")
    slot = steps.first_times(page).last
    to = steps.instant_of(slot)
    reach(slot, circumstances)
    expect(steps.heading(page)).to_have_text("Move it to this time?")
    assert start_of(booking) == before
    touch(page, circumstances, "button", "Move my session")
    expect(page.get_by_text("Your session has moved to")).to_be_visible()
    assert start_of(booking) == to
    page.reload()
    assert (start_of(booking), booking.moves) == (to, 1)


@pytest.mark.parametrize("circumstances", [{}, WITHOUT_SCRIPT], ids=["wide", "bare"])
def test_a_double_click_moves_once(browse: Browse, circumstances: dict[str, Any]) -> None:
    page, booking = browse(**circumstances), booked()
    page.goto(f"{booking_path(booking)}move/")
    steps.first_times(page).first.click()
    page.get_by_role("button", name="Move my session").dblclick()
    expect(page).to_have_url(re.compile("/b/[^/]+/$"))
    booking.refresh_from_db()
    assert booking.moves == 1
    assert booking.events.filter(kind="moved").count() == 1


def test_another_month_s_time_is_found_without_leaving_the_page(page: Page) -> None:
    booking = booked()
    page.goto(f"{booking_path(booking)}move/")
    page.get_by_role("link", name=re.compile("^On to")).click()
    expect(page).to_have_url(re.compile("month="))
    slot = steps.last_time_of_the_month(page)
    to = steps.instant_of(slot)
    slot.click()
    page.get_by_role("link", name="Another time").click()
    expect(page).to_have_url(re.compile("day="))
    page.go_back()
    page.get_by_role("button", name="Move my session").click()
    expect(page.get_by_text("Your session has moved to")).to_be_visible()
    assert start_of(booking) == to


def test_a_session_is_moved_by_keyboard(page: Page) -> None:
    booking = booked()
    page.goto(booking_path(booking))
    press(page, "^Move$")
    expect(steps.heading(page)).to_have_text("Move your session")
    press(page, r"\d\d:\d\d$")
    expect(steps.heading(page)).to_have_text("Move it to this time?")
    press(page, "Move my session")
    expect(page.get_by_text("Your session has moved to")).to_be_visible()
    assert booking.start != start_of(booking)


def test_the_free_move_is_a_tick_away_by_keyboard(page: Page) -> None:
    booking = booked(days=1.1)
    page.goto(f"{booking_path(booking)}move/")
    press(page, "I am ill, or something about access changed", "Space")
    press(page, "See other times")
    expect(page.get_by_text("This is your one free move")).to_be_visible()
    press(page, r"\d\d:\d\d$")
    expect(steps.heading(page)).to_have_text("Move it to this time?")
    press(page, "Move my session")
    expect(page.get_by_text("You have used the one free move")).to_be_visible()
    booking.refresh_from_db()
    assert (booking.moves, booking.is_care_move_used) == (0, True)


def test_a_visitor_in_tokyo_sees_both_times_on_their_own_clock(browse: Browse) -> None:
    page, booking = browse(timezone_id="Asia/Tokyo"), booked()
    page.goto(f"{booking_path(booking)}move/")
    slot = steps.first_times(page).first
    to = steps.instant_of(slot)
    slot.click()
    for start in (booking.start, to):
        there = start.astimezone(TOKYO)
        expect(page.get_by_role("main")).to_contain_text(f"{there:%H:%M} where you are)")


@pytest.mark.parametrize(
    "circumstances", [{}, PHONE, WITHOUT_SCRIPT], ids=["wide", "phone", "bare"]
)
def test_a_session_is_cancelled(browse: Browse, circumstances: dict[str, Any]) -> None:
    page, booking = browse(**circumstances), booked()
    page.goto(booking_path(booking))
    touch(page, circumstances, "link", "Cancel")
    expect(page.get_by_role("heading", name="Cancelling now is free of charge")).to_be_visible()
    page.get_by_label("Would you tell us why?").fill("Flu in the whole house")
    touch(page, circumstances, "button", "Cancel my session")
    expect(steps.heading(page)).to_have_text("Your session is cancelled")
    booking.refresh_from_db()
    assert booking.state == BookingState.CANCELLED
    touch(page, circumstances, "link", "Choose a time again")
    steps.pick(page, steps.first_times(page).first)


def test_a_session_is_cancelled_by_keyboard(page: Page) -> None:
    booking = booked()
    page.goto(booking_path(booking))
    press(page, "^Cancel$")
    expect(steps.heading(page)).to_have_text("Cancel your session?")
    press(page, "Cancel my session")
    expect(steps.heading(page)).to_have_text("Your session is cancelled")
    booking.refresh_from_db()
    assert booking.state == BookingState.CANCELLED


@pytest.mark.parametrize(
    "circumstances", [{}, PHONE, WITHOUT_SCRIPT], ids=["wide", "phone", "bare"]
)
def test_a_little_longer_and_every_word_stays(
    browse: Browse, circumstances: dict[str, Any]
) -> None:
    page = browse(**circumstances)
    page.goto(steps.path_of(steps.enquiry_for_times(), "times"))
    steps.pick(page, steps.first_times(page).first)
    steps.type_details(page)
    before = Booking.objects.get().hold_expires_at
    touch(page, circumstances, "button", "I need a little longer")
    expect(page.get_by_text("It can’t be held longer than this.")).to_be_visible()
    hold = Booking.objects.get()
    assert before is not None
    assert hold.hold_expires_at == before + timedelta(minutes=15)
    steps.assert_details_are_there(page)
    page.get_by_role("button", name="Go on to the review").last.click()
    steps.confirm(page)


def test_the_countdown_runs_to_the_new_end_and_has_the_focus(page: Page) -> None:
    page.goto(steps.path_of(steps.enquiry_for_times(), "times"))
    steps.pick(page, steps.first_times(page).first)
    press(page, "I need a little longer")
    held = page.locator("#held")
    expect(held).to_be_focused()
    expect(held.locator("[data-countdown-clock]")).to_have_text(re.compile(r"^(29|30):\d\d left$"))


def test_enter_in_a_field_goes_on_and_holds_nothing_longer(page: Page) -> None:
    page.goto(steps.path_of(steps.enquiry_for_times(), "times"))
    steps.pick(page, steps.first_times(page).first)
    tab_to(page, "Your name")
    page.keyboard.type(steps.NAME)
    tab_to(page, "Your e-mail")
    page.keyboard.type(steps.EMAIL)
    page.keyboard.press("Enter")
    expect(steps.heading(page)).to_have_text("Is everything right?")
    assert not Booking.objects.get().is_extended


def test_a_time_is_let_go_from_the_review(page: Page) -> None:
    page.goto(steps.path_of(steps.enquiry_for_times(), "times"))
    steps.pick(page, steps.first_times(page).first)
    steps.say_who_is_coming(page)
    page.get_by_role("button", name="Let this time go").click()
    expect(page.get_by_text("We have let this time go.")).to_be_visible()
    assert Booking.objects.get().state == BookingState.RELEASED


def touch(page: Page, circumstances: dict[str, Any], role: Any, name: str) -> None:
    """Tap or click what has this role and name."""
    reach(page.get_by_role(role, name=name, exact=True), circumstances)


def reach(target: Locator, circumstances: dict[str, Any]) -> None:
    """Tap or click `target`, as the visitor's device has it."""
    if "has_touch" in circumstances:
        target.tap()
    else:
        target.click()
