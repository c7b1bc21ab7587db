"""The questionnaire with scripts: order by taps, focus on the next question, a broken network."""

import re

from playwright.sync_api import Browser, Page, Route, expect

from tests.browser import steps
from tests.browser.conftest import Studio


def test_the_next_question_is_read_from_its_heading(page: Page) -> None:
    steps.start(page)
    steps.go_on(page)
    expect(steps.heading(page)).to_be_focused()
    expect(page).to_have_title(re.compile("^Is it for work, or for yourself"))


def test_uses_are_kept_in_the_order_of_the_taps_also_after_back(page: Page) -> None:
    steps.start(page)
    tick(page, "gift", "casting")
    there_and_back(page)
    expect(page.locator("[data-ranked]")).to_have_attribute("data-ranked", "gift casting")
    page.locator("input[value=gift]").uncheck()
    tick(page, "gift")
    there_and_back(page)
    expect(page.locator("[data-ranked]")).to_have_attribute("data-ranked", "casting gift")


def test_where_the_script_gets_no_answer_the_form_goes_the_browsers_own_way(
    browser: Browser, studio: Studio
) -> None:
    page = browser.new_context(base_url=studio.url).new_page()
    lost: list[str] = []

    def lose_what_scripts_send(route: Route) -> None:
        if "hx-request" in route.request.headers:
            lost.append(route.request.url)
            route.abort()
        else:
            route.continue_()

    page.route("**/q/purpose/", lose_what_scripts_send)
    steps.start(page)
    tick(page, "gift")
    steps.go_on(page)
    page.go_back()
    expect(page.locator("input[value=gift]")).to_be_checked()
    assert len(lost) == 1
    page.context.close()


def test_a_refused_answer_takes_the_reader_to_what_is_wrong(page: Page) -> None:
    steps.start(page)
    page.goto(page.url.replace("purpose", "people"))
    page.locator("input[name=people_total]").fill("2")
    in_frame = page.locator("input[name=people_in_frame]")
    in_frame.fill("3")
    page.get_by_role("button", name="Save and go on").click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(in_frame).to_have_value("3")


def tick(page: Page, *uses: str) -> None:
    """Choose `uses`, one after the other."""
    for use in uses:
        page.locator(f"input[value={use}]").check()


def there_and_back(page: Page) -> None:
    """Save the first question, see the second, and return by its link."""
    steps.go_on(page)
    page.get_by_role("link", name="Back", exact=True).click()
    expect(steps.heading(page)).to_have_text("What are the pictures for?")
