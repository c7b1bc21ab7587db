"""The style page in the browser: every component in every state, judged as it is computed.

Text stands out 7:1, what carries meaning 4.5:1, in both schemes; nothing for axe to find,
nothing that scrolls sideways, also at twice the size of text; the keyboard does what touch does.
"""

import re
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Browse, Studio
from tests.browser.test_access import AT_REST, OUTSIDE, UNFOLD, assert_none, axe

ADDRESS = "/styleguide/"
ENHANCED = {"runOnly": {"type": "rule", "values": ["color-contrast-enhanced"]}}

# Each border that says "this can be used" or "this is chosen" against what lies around it.
EDGES = """() => {
  const rgb = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = rgb(colour).map((c) => c / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (one) => {
    const colour = getComputedStyle(one).backgroundColor;
    return rgb(colour)[3] === 0 && one.parentElement ? ground(one.parentElement) : colour;
  };
  const contrast = (a, b) => {
    const [dark, bright] = [light(a), light(b)].sort((x, y) => x - y);
    return (bright + 0.05) / (dark + 0.05);
  };
  const usable = `.button:not(:disabled, [aria-disabled]), .control:not(:disabled), .choice,
    .choice input, .tick input, .stepper, .slot, a.day, .tag, .dialog[open]`;
  return [...document.querySelectorAll(usable)]
    .map((one) => [one, contrast(getComputedStyle(one).borderTopColor, ground(one.parentElement))])
    .filter(([one, found]) => found < 4.5 && getComputedStyle(one).opacity !== "0")
    .map(([one, found]) => `${one.outerHTML.slice(0, 80)} ${found.toFixed(2)}`);
}"""


@pytest.fixture
def style_page(page: Page, studio: Studio) -> Page:
    """The style page, opened by the front desk."""
    return opened(page, studio)


def opened(page: Page, studio: Studio) -> Page:
    page.goto(f"/admin/login/?next={ADDRESS}")
    page.get_by_label("Username").fill("desk")
    page.get_by_label("Password").fill(studio.passwords["desk"])
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The style page")
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_component_in_every_state(style_page: Page, scheme: Literal["light", "dark"]) -> None:
    style_page.emulate_media(color_scheme=scheme)
    style_page.evaluate(UNFOLD)
    style_page.evaluate(AT_REST)
    assert_none([*axe(style_page), *axe(style_page, ENHANCED), *style_page.evaluate(EDGES)])


@pytest.mark.parametrize("width", [1280, 820, 390, 320])
def test_nothing_scrolls_sideways(style_page: Page, width: int) -> None:
    style_page.set_viewport_size({"width": width, "height": 800})
    assert_none(style_page.evaluate(OUTSIDE))


def test_nothing_scrolls_sideways_at_twice_the_size_of_text(style_page: Page) -> None:
    style_page.set_viewport_size({"width": 820, "height": 800})
    style_page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert_none(style_page.evaluate(OUTSIDE))


def test_the_dialog_asks_once_and_gives_the_focus_back(style_page: Page) -> None:
    asks = style_page.get_by_role("button", name="Take Ada off the list")
    asks.press("Enter")
    dialog = style_page.get_by_role("dialog", name="Take Ada off the list?")
    expect(dialog.get_by_role("button", name="Keep on the list")).to_be_focused()
    assert_none([*axe(style_page), *style_page.evaluate(EDGES)])
    style_page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(asks).to_be_focused()
    asks.press("Enter")
    dialog.get_by_role("button", name="Take off the list").press("Enter")
    expect(style_page).to_have_url(re.compile(rf"{ADDRESS}\?$"))


def test_all_of_it_is_there_without_scripts(browse: Browse, studio: Studio) -> None:
    bare = opened(browse(java_script_enabled=False), studio)
    expect(bare.get_by_role("dialog")).to_be_hidden()
    expect(bare.get_by_role("spinbutton").first).to_be_editable()
    expect(bare.get_by_role("button", name="One more: People altogether")).to_be_hidden()
