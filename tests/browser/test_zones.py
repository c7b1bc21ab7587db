"""The visitor's own time stands beside the place's where the two differ, and only there."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from playwright.sync_api import expect

from tests.browser import steps
from tests.browser.conftest import Browse

TOKYO = ZoneInfo("Asia/Tokyo")
DUBLIN = ZoneInfo("Europe/Dublin")


def test_a_visitor_in_tokyo_also_sees_their_own_time(browse: Browse) -> None:
    page = browse(timezone_id="Asia/Tokyo")
    page.goto(steps.path_of(steps.enquiry_for_times(), "times"))
    slot = steps.first_times(page).first
    start = steps.instant_of(slot)
    expect(slot).to_contain_text(f"{start.astimezone(DUBLIN):%H:%M} {own_time(start)} your time")
    steps.last_time_of_the_month(page)
    for swapped_in in page.get_by_role("region").last.get_by_role("button").all():
        start = steps.instant_of(swapped_in)
        expect(swapped_in).to_contain_text(f"{own_time(start)} your time")
    start = steps.pick(page, swapped_in)
    expect(page.get_by_role("main")).to_contain_text(f"({own_time(start)} where you are)")
    steps.say_who_is_coming(page)
    expect(page.get_by_role("main")).to_contain_text(f"({own_time(start)} where you are)")


def test_a_visitor_on_the_same_clock_sees_one_time(browse: Browse) -> None:
    page = browse(timezone_id="Europe/London")
    page.goto(steps.path_of(steps.enquiry_for_times(), "times"))
    expect(steps.first_times(page).first).to_have_text(re.compile(r"\d\d:\d\d\s*$"))
    expect(page.get_by_text("your time")).to_have_count(0)


def own_time(start: datetime) -> str:
    """`start` on the visitor's clock, with the weekday where it is another than the place's."""
    there, here = start.astimezone(TOKYO), start.astimezone(DUBLIN)
    return f"{there:%H:%M}" if there.date() == here.date() else f"{there:%a} {there:%H:%M}"
