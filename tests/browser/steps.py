"""The steps of a client in the browser, found as a person finds them: by role, label and words."""

import re
from datetime import datetime

from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from bookings.booking.links import enquiry_path
from bookings.booking.models import Enquiry
from bookings.catalogue.models import Package
from tests import factories

NAME = "Nuala Keane"
EMAIL = "nuala@example.com"
NOTE = "I blink a lot."


def heading(page: Page) -> Locator:
    """The page's own heading."""
    return page.get_by_role("heading", level=1)


def settle(page: Page) -> None:
    """Wait until what was swapped in answers to keys and clicks."""
    expect(page.locator(".htmx-request, .htmx-settling")).to_have_count(0)


def start(page: Page) -> None:
    """From the home page to the first question."""
    page.goto("/")
    page.get_by_role("main").get_by_role("button", name="Find your session").first.click()
    expect(heading(page)).to_have_text("What are the pictures for?")


def go_on(page: Page, button: str = "Save and go on") -> None:
    """Send the question; the next page or question stands there."""
    question = heading(page).inner_text()
    page.get_by_role("button", name=button, exact=True).click()
    expect(heading(page)).not_to_have_text(question)


def skip_the_rest(page: Page) -> None:
    """Leave every further question open, until the recommendation."""
    while "/q/" in page.url:
        go_on(page, "Skip")
    expect(page).to_have_url(re.compile("/result/$"))


def take_what_is_recommended(page: Page) -> None:
    """From the recommendation to the times, with nothing added."""
    page.get_by_role("link", name="Take this, then choose a time").click()
    page.get_by_role("button", name="Go on to the times").click()
    expect(heading(page)).to_have_text("Choose a time")


def first_times(page: Page) -> Locator:
    """The times that the page puts first."""
    return page.get_by_role("region", name=re.compile("(Next|Nearest) free times")).get_by_role(
        "button"
    )


def pick(page: Page, slot: Locator) -> datetime:
    """Take `slot`; gives when the session starts."""
    start = instant_of(slot)
    slot.click()
    expect(heading(page)).to_have_text("Who is coming?")
    return start


def last_time_of_the_month(page: Page) -> Locator:
    """Go to the last day that has free times; gives the last of them."""
    page.get_by_role("link", name=re.compile("free times?$")).last.click()
    expect(page).to_have_url(re.compile("day="))
    settle(page)
    return page.get_by_role("main").get_by_role("button").last


def instant_of(slot: Locator) -> datetime:
    """When the session of `slot` would start."""
    return datetime.fromisoformat(slot.get_attribute("value") or "")


def say_who_is_coming(page: Page) -> None:
    """Fill in the details and go on to the review."""
    type_details(page)
    page.get_by_role("button", name="Go on to the review").click()
    expect(heading(page)).to_have_text("Is everything right?")


def type_details(page: Page) -> None:
    """Fill in the details."""
    page.get_by_label("Your name").fill(NAME)
    page.get_by_label("Your e-mail").fill(EMAIL)
    page.get_by_label("Anything we should know?").fill(NOTE)


def assert_details_are_there(page: Page) -> None:
    """What :func:`type_details` typed stands in the form."""
    expect(page.get_by_label("Your name")).to_have_value(NAME)
    expect(page.get_by_label("Your e-mail")).to_have_value(EMAIL)
    expect(page.get_by_label("Anything we should know?")).to_have_value(NOTE)


def confirm(page: Page) -> None:
    """Book what the review shows."""
    page.get_by_role("button", name="Book this session").click()
    expect(heading(page)).to_have_text("You are booked")


def enquiry_for_times(package: str = "corporate-headshot") -> Enquiry:
    """Somebody of the demo studio who answered, chose `package`, and now wants a time."""
    chosen = Package.objects.get(slug=package)
    return factories.enquiry(package=chosen, now=timezone.now())


def path_of(enquiry: Enquiry, step: str) -> str:
    """The path of a step of the journey: `times`, `details`, `review`, ..."""
    return f"{enquiry_path(enquiry)}{step}/"
