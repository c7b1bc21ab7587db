"""Without a network a form stays where it is, with all that was chosen and a sentence beside it."""

from playwright.sync_api import Page, expect

from tests.browser import steps
from tests.browser.conftest import Browse


def test_a_form_sent_without_a_network_stays_and_says_so(browse: Browse) -> None:
    page = browse(viewport={"width": 390, "height": 640})
    steps.start(page)
    page.locator("input[value=gift]").check()
    question = page.url

    page.wait_for_load_state()  # by then the scripts have come
    page.context.set_offline(True)
    for _press in range(2):
        page.get_by_role("button", name="Save and go on").click()
    notice = page.get_by_role("alert")
    expect(notice).to_have_count(1)
    expect(notice).to_be_in_viewport()
    expect(notice).to_contain_text("There is no connection just now.")
    assert page.url == question
    expect(page.locator("input[value=gift]")).to_be_checked()

    page.context.set_offline(False)
    expect(notice).to_have_count(0)
    steps.go_on(page)
    page.go_back()
    expect(page.locator("input[value=gift]")).to_be_checked()


def test_a_form_that_goes_the_browsers_own_way_stays_too(page: Page) -> None:
    page.goto("/")
    page.wait_for_load_state()  # by then the scripts have come
    page.context.set_offline(True)
    page.get_by_role("main").get_by_role("button", name="Find your session").first.click()
    expect(page.get_by_role("alert")).to_contain_text("Nothing is lost")
    page.context.set_offline(False)
    page.get_by_role("main").get_by_role("button", name="Find your session").first.click()
    expect(steps.heading(page)).to_have_text("What are the pictures for?")
