"""What pages may load and run: the site's own for clients, a little more in the admin."""

from html.parser import HTMLParser
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from bookings.booking.links import booking_token, enquiry_token
from tests import crawling, factories
from tests.crawling import CRAWLED_AT

pytestmark = pytest.mark.django_db


def directives(client: Client, path: str) -> dict[str, set[str]]:
    policy = client.get(path).headers["Content-Security-Policy"]
    words = [directive.split() for directive in policy.split(";")]
    return {name: set(sources) for name, *sources in words}


def test_client_pages_run_nothing_but_the_scripts_of_the_site(client: Client) -> None:
    booking = factories.confirmed_booking()
    asked = enquiry_token(factories.enquiry())
    paths = [
        *(reverse(f"front:{name}") for name in ("home", "packages", "guide", "start")),
        reverse("front:question", args=[asked, "purpose"]),
        reverse("front:message", args=[asked]),
        reverse("front:booking", args=[booking_token(booking)]),
        "/nowhere/",
    ]
    for path in paths:
        policy = directives(client, path)
        assert {source for sources in policy.values() for source in sources} == {
            "'none'",
            "'self'",
            "data:",
        }, path
        assert (policy["default-src"], policy["script-src"]) == ({"'none'"}, {"'self'"}), path


def test_the_admin_alone_has_the_looser_policy_of_its_theme(client: Client) -> None:
    ours, admin = directives(client, "/"), directives(client, reverse("admin:login"))

    differing = {name for name in admin if admin[name] != ours.get(name)}
    assert differing == set(settings.ADMIN_CONTENT_SECURITY_POLICY)
    assert admin["script-src"] == {"'self'", "'unsafe-inline'", "'unsafe-eval'"}


class _Inline(HTMLParser):
    """Collects what the policy of a client page would not run or apply."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        is_data = names.get("type") == "application/ld+json"  # browsers run none of it
        if tag == "style" or (tag == "script" and "src" not in names and not is_data):
            self.found.append(tag)
        self.found += [name for name in names if name == "style" or name.startswith("on")]
        self.found += [
            f"{name}={value}"
            for name, value in attrs
            if (value or "").strip().lower().startswith("javascript:")
        ]


def inline(page: str) -> list[str]:
    reader = _Inline()
    reader.feed(page)
    return reader.found


def test_what_is_looked_for_would_be_found() -> None:
    page = (
        '<p style="color:red" onclick="x()"><style></style><script>x()</script>'
        '<a href="JavaScript:x()"><script src="/static/x.js"></script></a></p>'
        '<script type="application/ld+json">{}</script>'
    )
    assert inline(page) == ["style", "onclick", "style", "script", "href=JavaScript:x()"]


def test_no_page_of_clients_has_a_script_or_style_of_its_own(
    client: Client, time_machine: Any
) -> None:
    lived = crawling.lived_in()
    time_machine.move_to(CRAWLED_AT, tick=False)
    opened = crawling.crawl(
        client,
        [*crawling.client_addresses(lived), "/nowhere/"],
        inside=lambda path: not path.startswith("/admin/"),
    )

    pages = {
        address: answer
        for address, answer in opened.items()
        if answer.headers.get("Content-Type", "").startswith("text/html")
    }
    kinds = {answer.templates[0].name for answer in pages.values() if answer.templates}
    found = {address: inline(crawling.text_of(answer)) for address, answer in pages.items()}
    assert {address: words for address, words in found.items() if words} == {}
    assert {f"front/{name}.html" for name in ("attendee", "waiting", "move", "cancel")} <= kinds
    assert "/guide/" in pages
    for address, answer in pages.items():
        policy = answer.headers["Content-Security-Policy"]
        assert "unsafe" not in policy, address
        assert "frame-ancestors 'none'" in policy, address
        assert answer.headers["X-Content-Type-Options"] == "nosniff", address
        assert answer.headers["X-Frame-Options"] == "DENY", address
