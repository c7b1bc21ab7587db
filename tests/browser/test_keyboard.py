"""The main job by keyboard alone: where the focus is can be seen, and it follows what changes."""

import re

from playwright.sync_api import Page, expect

from bookings.booking.models import Booking
from bookings.booking.states import BookingState
from tests.browser import steps

STOPS_AT_MOST = 90

# What has the focus, in its own words; whether an outline of two pixels or more says so; and
# whether something else lies over it. Of a choice that is drawn as a card the card counts; of a
# link that goes on in the next line, its first line.
FOCUS = """() => {
  const element = document.activeElement;
  const drawn = element.closest("label") ?? element;
  const words = [element.ariaLabel, (element.labels?.[0] ?? drawn).textContent].join(" ");
  const isOutlined = [element, drawn].some((one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  });
  const [{ left, top, width, height }] = drawn.getClientRects();
  const above = document.elementFromPoint(left + width / 2, top + height / 2);
  return { words: words.replace(/\\s+/g, " ").trim(), isOutlined, isBare: drawn.contains(above) };
}"""


def test_the_whole_journey_by_keyboard(page: Page) -> None:
    page.goto("/")
    press(page, "Skip to the content")
    press(page, "Find your session")
    expect(steps.heading(page)).to_have_text("What are the pictures for?")
    press(page, "Business cards", "Space")
    press(page, "LinkedIn", "Space")
    send_question(page, "Save and go on")
    press(page, "For work", "Space")
    send_question(page, "Save and go on")
    while "/q/" in page.url:
        send_question(page, "Skip")
    press(page, "Take this, then choose a time")
    expect(page).to_have_url(re.compile("/choose/"))
    press(page, "Go on to the times")
    expect(steps.heading(page)).to_have_text("Choose a time")
    pick_a_time(page)
    for label, words in (("Your name", steps.NAME), ("Your e-mail", steps.EMAIL)):
        tab_to(page, label)
        page.keyboard.type(words)
    press(page, "Go on to the review")
    expect(steps.heading(page)).to_have_text("Is everything right?")
    press(page, "Book this session")
    expect(steps.heading(page)).to_have_text("You are booked")

    booking = Booking.objects.select_related("client", "enquiry").get()
    assert booking.state == BookingState.CONFIRMED
    assert booking.client is not None
    assert (booking.client.name, booking.client.email) == (steps.NAME, steps.EMAIL)
    assert booking.enquiry.answers["uses"] == ["business_card", "online_profile"]
    assert booking.enquiry.answers["occasion"] == "work"


def test_a_refused_answer_puts_the_focus_on_what_is_wrong(page: Page) -> None:
    steps.start(page)
    press(page, "Auditions and casting", "Space")
    send_question(page, "Save and go on")
    send_question(page, "Save and go on")
    expect(steps.heading(page)).to_contain_text("Which parts are you auditioning for?")
    press(page, "Save and go on")
    summary = page.get_by_role("alert")
    expect(summary).to_contain_text("One thing needs another look.")
    steps.settle(page)
    expect(summary).to_be_focused()
    press(page, "Which parts are you auditioning for?")
    expect(page.get_by_role("group", name="Which parts are you auditioning for?")).to_be_focused()


def send_question(page: Page, button: str) -> None:
    """Press `button`; the heading of what follows has the focus, unless it is a whole new page."""
    question = steps.heading(page).inner_text()
    press(page, button)
    expect(steps.heading(page)).not_to_have_text(question)
    if "/q/" in page.url:
        steps.settle(page)
        expect(steps.heading(page)).to_be_focused()


def pick_a_time(page: Page) -> None:
    """A month on, to its first day with free times, to the first of these."""
    press(page, "On to")
    expect(page).to_have_url(re.compile("month="))
    steps.settle(page)
    focused = page.locator(":focus")
    expect(focused).to_have_text(re.compile("On to|Later months"))
    press(page, "free time")
    expect(page).to_have_url(re.compile("day="))
    steps.settle(page)
    expect(page.get_by_role("heading", level=2).last).to_be_focused()
    press(page, r"^\d\d:\d\d ")
    expect(steps.heading(page)).to_have_text("Who is coming?")


def press(page: Page, words: str, key: str = "Enter") -> None:
    """Tab to what says `words`, and press `key` there."""
    tab_to(page, words)
    page.keyboard.press(key)


def tab_to(page: Page, words: str) -> None:
    """Tab on until what has the focus says `words`; each stop on the way can be seen."""
    # Nobody tabs through a page that is not drawn yet.
    page.wait_for_load_state()
    passed: list[str] = []
    for _ in range(STOPS_AT_MOST):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        passed.append(focus["words"])
        assert focus["isOutlined"], f"Nothing shows that {passed[-1]!r} has the focus"
        assert focus["isBare"], f"{passed[-1]!r} has the focus and is covered"
        if re.search(words, passed[-1]):
            return
    raise AssertionError(f"{words!r} is not among {passed}")
