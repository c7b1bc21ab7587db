"""What pages may load and run: the site's own for clients, a little more in the admin."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from bookings.booking.links import booking_token, enquiry_token
from tests import factories

pytestmark = pytest.mark.django_db


def directives(client: Client, path: str) -> dict[str, set[str]]:
    policy = client.get(path).headers["Content-Security-Policy"]
    words = [directive.split() for directive in policy.split(";")]
    return {name: set(sources) for name, *sources in words}


def test_client_pages_run_nothing_but_the_scripts_of_the_site(client: Client) -> None:
    booking = factories.confirmed_booking()
    asked = enquiry_token(factories.enquiry())
    paths = [
        *(reverse(f"front:{name}") for name in ("home", "packages", "start")),
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
