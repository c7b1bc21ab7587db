"""A time that is gone when it is wanted: the page says so, shows others, keeps what was typed."""

from contextlib import suppress
from datetime import datetime, timedelta

from django.utils import timezone
from playwright.sync_api import Page, expect

from bookings import moments
from bookings.booking.errors import SlotTaken
from bookings.booking.models import Booking
from bookings.booking.states import BookingState
from bookings.schedule.models import Allocation, Place
from tests.browser import steps


def test_others_took_the_time_while_the_page_stood_open(page: Page) -> None:
    page.goto(steps.path_of(steps.enquiry_for_times(), "times"))
    steps.pick(page, steps.first_times(page).first)
    steps.say_who_is_coming(page)
    page.get_by_role("link", name="Change the time").click()
    slot = steps.last_time_of_the_month(page)
    wanted = steps.instant_of(slot)
    take_everywhere(wanted)
    slot.click()

    notice = page.get_by_role("alert")
    expect(notice).to_have_text(str(SlotTaken.message))
    expect(notice).to_be_focused()
    nearest = steps.first_times(page)
    expect(nearest).to_have_count(3)
    assert wanted not in [steps.instant_of(slot) for slot in nearest.all()]
    start = steps.pick(page, nearest.first)
    steps.assert_details_are_there(page)
    page.get_by_role("button", name="Go on to the review").click()
    steps.confirm(page)
    assert Booking.objects.get(state=BookingState.CONFIRMED).start == start


def test_the_hold_ran_out_while_the_details_were_typed(page: Page) -> None:
    page.goto(steps.path_of(steps.enquiry_for_times(), "times"))
    start = steps.pick(page, steps.first_times(page).first)
    steps.type_details(page)
    run_out(Booking.objects.get())
    page.get_by_role("button", name="Go on to the review").click()

    expect(page.get_by_role("alert")).to_contain_text("The time we held for you has run out.")
    assert steps.pick(page, steps.first_times(page).first) == start
    steps.assert_details_are_there(page)
    page.get_by_role("button", name="Go on to the review").click()
    steps.confirm(page)
    assert Booking.objects.get(state=BookingState.CONFIRMED).start == start


def test_the_countdown_says_aloud_when_little_time_is_left(page: Page) -> None:
    page.clock.install(time=timezone.now())
    page.goto(steps.path_of(steps.enquiry_for_times(), "times"))
    steps.pick(page, steps.first_times(page).first)
    said = page.get_by_role("status")
    expect(said).to_have_text("")
    # The module must have begun to count before the clock is put forward.
    expect(page.locator("[data-countdown-clock]")).to_be_visible()
    page.clock.fast_forward("11:00")
    expect(said).to_have_text("Five minutes left. We keep this time for you until then.")
    page.clock.fast_forward("04:00")
    expect(said).to_contain_text("We have let go of this time.")


def take_everywhere(start: datetime) -> None:
    """Others hold `start` with everybody and in every room that could serve."""
    place = Place.objects.get(slug="marlow-street")
    with suppress(SlotTaken):
        while True:
            moments.hold(steps.enquiry_for_times(), place, start, None, timezone.now())


def run_out(hold: Booking) -> None:
    """The hold ended a minute ago."""
    ended = timezone.now() - timedelta(minutes=1)
    Booking.objects.filter(pk=hold.pk).update(hold_expires_at=ended)
    Allocation.objects.filter(booking=hold).update(expires_at=ended)
