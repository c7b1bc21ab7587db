"""Every client page in its main states: nothing for axe to find, and no scrolling sideways.

Axe reads the page in the light scheme at 1280 pixels with everything unfolded; contrast is
measured again in the dark scheme at 390 pixels; then the page has to fit 390 and 320 pixels.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Page, expect

from bookings import moments
from bookings.booking.links import booking_path
from bookings.booking.models import Booking
from bookings.catalogue.models import Package
from bookings.schedule.models import Closure, OpeningHours
from guidance.questionnaire import QUESTIONS
from tests import factories
from tests.browser import steps
from tests.browser.test_changes import booked
from tests.guidance.people import PEOPLE

HEIGHT = 800
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}

# What reaches farther right than the screen is wide, the innermost of it.
OUTSIDE = """() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const isOutside = (one) => one.getBoundingClientRect().right > clientWidth + 1;
  const outside = [...document.body.querySelectorAll("*")].filter(isOutside);
  const innermost = outside.filter((one) => ![...one.children].some(isOutside));
  return innermost.map((one) => one.outerHTML.slice(0, 120));
}"""
# A change of scheme passes through colours in between, however briefly.
AT_REST = "Promise.allSettled(document.getAnimations().map((one) => one.finished)).then(() => true)"
UNFOLD = "document.querySelectorAll('details').forEach((one) => { one.open = true; })"


def test_the_public_pages(page: Page) -> None:
    addresses = (
        "/",
        "/packages/",
        "/packages/corporate-headshot/",
        "/packages/team-headshots/",
        "/guide/",
        "/start/",
        "/nowhere/",
    )
    assert_none(at_each(page, addresses))


def test_the_questions(page: Page) -> None:
    enquiry = factories.enquiry({"uses": ["casting", "gift"]}, now=timezone.now())
    addresses = [steps.path_of(enquiry, f"q/{question.slug}") for question in QUESTIONS]
    assert_none(at_each(page, addresses))


def test_a_question_that_was_refused(page: Page) -> None:
    enquiry = factories.enquiry({"uses": ["casting"]}, now=timezone.now())
    page.goto(steps.path_of(enquiry, "q/casting-market"))
    page.get_by_role("button", name="Save and go on").click()
    expect(page.get_by_role("alert")).to_be_visible()
    steps.settle(page)
    assert_none(faults(page))


def test_the_advice(page: Page) -> None:
    sets: tuple[dict[str, Any], ...] = (
        PEOPLE["P24"],  # against the answers of the client
        PEOPLE["P7"],  # with other uses
        {},  # one more answer is needed
        {"uses": ["wall_art"], "people_in_frame": 400, "people_total": 400},  # no package
    )
    enquiries = [factories.enquiry(answers, now=timezone.now()) for answers in sets]
    assert_none(at_each(page, [steps.path_of(one, "result") for one in enquiries]))


def test_the_choice_of_another_session(page: Page) -> None:
    enquiry = factories.enquiry(now=timezone.now())
    page.goto(steps.path_of(enquiry, "choose/brand-portrait"))
    found = faults(page)
    page.get_by_role("button", name="Go on to the times").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert_none(found + faults(page))


def test_a_message_to_the_studio(page: Page) -> None:
    page.goto(steps.path_of(factories.enquiry(now=timezone.now()), "message"))
    found = faults(page)
    page.get_by_role("button", name="Send it to the studio").click()
    expect(page.get_by_role("alert")).to_be_visible()
    found += faults(page)
    page.get_by_label("Your message").fill("Do you photograph dogs too?")
    page.get_by_label("Your name").fill(steps.NAME)
    page.get_by_label("Your e-mail").fill(steps.EMAIL)
    page.get_by_role("button", name="Send it to the studio").click()
    expect(steps.heading(page)).to_have_text("Your message is on its way")
    assert_none(found + faults(page))


def test_the_times(page: Page) -> None:
    page.goto(steps.path_of(steps.enquiry_for_times(), "times"))
    found = faults(page)
    steps.last_time_of_the_month(page)
    assert_none(found + faults(page))


def test_from_the_details_to_the_booking(page: Page) -> None:
    assert_none(on_the_way(page))


def test_the_plan_of_a_group_and_what_can_change(page: Page) -> None:
    family = {**PEOPLE["P5"], "clothes": "patterned", "clothes_note": "Grandmother’s kimono"}
    package = Package.objects.get(slug="family-portrait")
    enquiry = factories.enquiry(family, package=package, now=timezone.now())
    page.goto(steps.path_of(enquiry, "times"))
    steps.pick(page, steps.last_time_of_the_month(page))
    steps.say_who_is_coming(page)
    steps.confirm(page)
    home = booking_path(Booking.objects.get())
    page.goto(home)
    page.get_by_label("Eat as you normally do").check()
    expect(page.get_by_role("status").get_by_text("Saved")).to_be_visible()
    expect(page.get_by_role("img", name="Colours that go together")).to_have_count(2)
    found = faults(page)
    found += at_each(page, [f"{home}changes/{slug}/" for slug in moments.AMENDABLE])
    page.goto(f"{home}changes/comfort/")
    page.get_by_role("spinbutton", name="People under 18").fill("9")
    page.get_by_role("button", name="Save the change").click()
    expect(page.get_by_role("alert")).to_be_visible()
    assert_none(found + faults(page))


def test_a_cancelled_booking(page: Page) -> None:
    page.goto(steps.path_of(steps.enquiry_for_times(), "times"))
    steps.pick(page, steps.first_times(page).first)
    steps.say_who_is_coming(page)
    steps.confirm(page)
    booking = moments.cancel(Booking.objects.get(), timezone.now(), by="client")
    page.goto(booking_path(booking))
    expect(page.get_by_text("This booking was cancelled")).to_be_visible()
    assert_none(faults(page))


def test_the_ways_to_change_a_booking(page: Page) -> None:
    booking, late = booked(), booked(days=1.1)
    own, other = booking_path(booking), booking_path(late)
    found = at_each(page, [f"{own}move/", f"{own}cancel/", f"{other}move/", f"{other}cancel/"])
    page.goto(f"{own}move/")
    steps.first_times(page).first.click()
    expect(steps.heading(page)).to_have_text("Move it to this time?")
    found += faults(page)
    moments.cancel(late, timezone.now(), by="client")
    assert_none(found + at_each(page, [f"{other}cancel/"]))


def test_the_waiting_list(page: Page) -> None:
    booking = booked()
    day = booking.start.astimezone(booking.place.zone).date()
    Closure.objects.create(
        kind=Closure.Kind.CLOSED,
        place=booking.place,
        start=timezone.now(),
        end=booking.start,
    )
    OpeningHours.objects.exclude(photographer=booking.photographer).delete()
    OpeningHours.objects.update(
        opens=booking.start.astimezone(booking.place.zone).time(),
        closes=booking.end.astimezone(booking.place.zone).time(),
    )
    enquiry = steps.enquiry_for_times()
    asked = f"?place={booking.place.slug}&day={day}"
    waiting = f"{steps.path_of(enquiry, 'waiting')}{asked}"
    found = at_each(page, [f"{steps.path_of(enquiry, 'times')}{asked}", waiting])
    page.get_by_label("Your name").fill(steps.NAME)
    page.get_by_label("Your e-mail").fill(steps.EMAIL)
    page.get_by_role("button", name="Put me on the list").click()
    expect(steps.heading(page)).to_have_text("You are on the list")
    found += faults(page)
    moments.cancel(booking, timezone.now(), by="client")
    assert_none(found + at_each(page, [page.url, steps.path_of(enquiry, "review")]))


def on_the_way(page: Page) -> Iterator[str]:
    """What is wrong with each page from the details to the booking's own."""
    times = steps.path_of(steps.enquiry_for_times(), "times")
    page.goto(times)
    steps.pick(page, steps.first_times(page).first)
    page.get_by_label("Your e-mail").fill("nowhere")
    page.get_by_role("button", name="Go on to the review").click()
    expect(page.get_by_role("alert")).to_be_visible()
    yield from faults(page)
    steps.say_who_is_coming(page)
    yield from at_each(page, [times, page.url])
    steps.confirm(page)
    yield from faults(page)
    page.get_by_role("link", name="Your booking's page").click()
    expect(page.get_by_role("heading", name="How to prepare")).to_be_visible()
    yield from faults(page)


def assert_none(found: Iterable[str]) -> None:
    """Nothing was found; what was stands in the report, each on a line."""
    assert "\n".join(found) == ""


def at_each(page: Page, addresses: Iterable[str]) -> list[str]:
    """What is wrong with the pages at `addresses`."""
    return [fault for address in addresses if page.goto(address) for fault in faults(page)]


def faults(page: Page) -> list[str]:
    """What is wrong with the page as it stands, which is then wide and light again."""
    page.evaluate(UNFOLD)
    found = axe(page)
    page.emulate_media(color_scheme="dark")
    page.set_viewport_size({"width": 390, "height": HEIGHT})
    found += [f"dark: {fault}" for fault in axe(page, CONTRAST)]
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": HEIGHT})
        found += [f"wider than {width} pixels: {part}" for part in page.evaluate(OUTSIDE)]
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": HEIGHT})
    return [f"{page.title()}: {fault}" for fault in found]


def axe(page: Page, options: dict[str, Any] | None = None) -> list[str]:
    """Each rule that is broken, with the parts that break it."""
    page.evaluate(AT_REST)
    broken = Axe().run(page, options={"resultTypes": ["violations"]} | (options or {}))
    return [
        f"{rule['id']}: {node['html'][:120]} {node['failureSummary']}"
        for rule in broken.response["violations"]
        for node in rule["nodes"]
    ]
