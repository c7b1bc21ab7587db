"""Confirming: the whole moment, with its brief and its letters, as a form that is sent."""

import http.client
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from tests.benchmarks.report import Report
from tests.benchmarks.server import Site
from tests.benchmarks.timing import Timing, request, timed, timed_get


def measure(site: Site, report: Report, engine: str, bookings: int, clients: int) -> None:
    """One line: `clients` confirm the times that they hold, with `bookings` in the database."""
    report.heading(f"Confirming, {engine}", "median", "bare view", "ratio")
    connection = site.connection()
    confirmed: list[float] = []
    bare: list[float] = []
    for token, reference in site.inside("visitors", "ready_to_confirm", clients):
        review = f"/e/{token}/review/"
        key = _key_of_form(connection, review)
        bare.append(timed_get(connection, "/bare/"))
        confirmed.append(timed_confirm(connection, review, reference, key))
    connection.close()
    timing = Timing.of(confirmed, bare)
    report.line(f"With {bookings:,} bookings", *report.times(timing), f"{timing.ratio:.1f}")


def timed_confirm(
    connection: http.client.HTTPConnection, review: str, reference: str, key: str
) -> float:
    """Milliseconds until the site answers that the booking is made."""
    body = urlencode({"reference": reference, "csrfmiddlewaretoken": key})
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": f"csrftoken={key}",
    }
    return timed(
        lambda: request(
            connection, "POST", review, body=body, headers=headers, status=http.client.FOUND
        )
    )


def _key_of_form(connection: http.client.HTTPConnection, review: str) -> str:
    """The secret that protects the form; the site takes it masked, as in the page, or bare."""
    answer = request(connection, "GET", review)
    return SimpleCookie(answer.headers["Set-Cookie"])["csrftoken"].value
