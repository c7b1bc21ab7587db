"""A real browser before the real site: the system's Chromium, a visitor of its own each time.

Whatever a test is about, at its end no page may have complained in the console, asked another
host, loaded a part that is missing, or met an error of the server.

It is the same morning for the site and for the browser, on whatever day the tests run: what is
free first, how far off it is and which reminders it gets depend on the weekday.
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Page, Response, expect, sync_playwright
from time_machine import escape_hatch

from bookings.management.demo.loading import load_studio

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# A busy machine is slow, not wrong.
PATIENCE_MS = 30_000

MONDAY_MORNING = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)
# Puts the clock of a page so many milliseconds on.
PUT_ON = """(() => {
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...given) { given.length ? super(...given) : super(Real.now() + (%d)); }
    static now() { return Real.now() + (%d); }
  };
})()"""

# What the console says of each answer from 400 on; `_missing` judges the answers themselves.
ANSWER_IN_CONSOLE = "Failed to load resource"

Browse = Callable[..., Page]


@dataclass(frozen=True, slots=True)
class Studio:
    """The demo studio as it is served, and the passwords of its staff by user name."""

    url: str
    passwords: dict[str, str]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium for a file of tests: a longer one would leave its event loop to other files."""
    program = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if program is None:
        pytest.skip("The browser tests need Chromium, and there is none on this machine.")
    expect.set_options(timeout=PATIENCE_MS)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=program, args=ARGUMENTS, timeout=PATIENCE_MS
        )
        yield started
        started.close()


@pytest.fixture
def studio(live_server: object, time_machine: Any) -> Studio:
    """The demo studio, open and not yet booked, served to the browser; its clock goes on."""
    time_machine.move_to(MONDAY_MORNING)
    accounts = load_studio(timezone.now())
    return Studio(str(live_server), {user: password for _role, user, password in accounts})


@pytest.fixture
def browse(browser: Browser, studio: Studio) -> Iterator[Browse]:
    """Opens an empty page; each call is another visitor, with the circumstances it names.

    The names are those of Playwright's contexts. Without a word the visitor is in Ireland, as
    the studio is, at a screen 1280 pixels wide.
    """
    faults: list[str] = []
    visitors: list[BrowserContext] = []

    def visit(**circumstances: Any) -> Page:
        usual: dict[str, Any] = {
            "base_url": studio.url,
            "viewport": {"width": 1280, "height": 900},
            "locale": "en-IE",
            "timezone_id": "Europe/Dublin",
            "reduced_motion": "reduce",
        }
        context = browser.new_context(**usual | circumstances)
        context.set_default_timeout(PATIENCE_MS)
        context.add_init_script(clock_of_the_site())
        visitors.append(context)
        listen(context, studio.url, faults)
        return context.new_page()

    yield visit
    for context in visitors:
        context.close()
    assert faults == []


@pytest.fixture
def page(browse: Browse) -> Page:
    """The page of a visitor in the usual circumstances."""
    return browse()


def clock_of_the_site() -> str:
    """A script by which a page has the site's time."""
    ahead = (timezone.now().timestamp() - escape_hatch.time.time()) * 1000
    return PUT_ON % (ahead, ahead)


def listen(context: BrowserContext, home: str, faults: list[str]) -> None:
    """Add to `faults` whatever goes wrong on the pages of `context`."""

    def note(fault: str) -> None:
        if fault:
            faults.append(fault)

    context.on("weberror", lambda error: note(f"script: {error.error}"))
    context.on("console", lambda line: note(_complaint(line.type, line.text)))
    context.on("request", lambda asked: note(_abroad(asked.url, home)))
    context.on("response", lambda response: note(_missing(response)))


def _complaint(kind: str, text: str) -> str:
    """Errors and warnings of the console; a breach of the content policy is one of them."""
    is_fault = kind in ("error", "warning") and not text.startswith(ANSWER_IN_CONSOLE)
    return f"console: {text}" if is_fault else ""


def _abroad(url: str, home: str) -> str:
    return "" if url.startswith((home, "data:", "blob:")) else f"request to {url}"


def _missing(response: Response) -> str:
    """Pages may be refused (400 to 499), parts of pages may not; nothing may break."""
    is_page = response.request.resource_type == "document"
    is_fault = response.status >= (500 if is_page else 400)
    return f"{response.status} {response.url}" if is_fault else ""
