"""Confirming: the whole moment, with its brief and its letters, as a form that is sent."""

import http.client
from concurrent.futures import ThreadPoolExecutor
from http.cookies import SimpleCookie
from urllib.parse import urlencode

from tests.benchmarks.report import Aimed, Report
from tests.benchmarks.server import Site
from tests.benchmarks.timing import Timing, request, timed, timed_get

CLIENTS = (1, 8, 32)
"""How many confirm at the same time."""


def measure(site: Site, report: Report, engine: str, bookings: int, times: int) -> None:
    """A line for each number of clients, who confirm about `times` holds between them."""
    report.heading(
        f"Confirming, {engine}, {bookings:,} bookings", "median", "bare view", "ratio", "errors ≤ 0"
    )
    for clients in CLIENTS:
        each = max(1, times // clients)
        ready = site.inside("visitors", "ready_to_confirm", clients * each)
        shares = [ready[number::clients] for number in range(clients)]
        with ThreadPoolExecutor(clients) as pool:
            done = list(pool.map(lambda share: _confirm_all(site, share), shares))
        timing = Timing.of(
            [ms for confirmed, _, _ in done for ms in confirmed],
            [ms for _, bare, _ in done for ms in bare],
        )
        errors = sum(failed for _, _, failed in done)
        cells = (*report.times(timing), f"{timing.ratio:.1f}", Aimed(errors, 0, digits=0))
        report.line(f"{clients} at a time", *cells)


def _confirm_all(site: Site, share: list[tuple[str, str]]) -> tuple[list[float], list[float], int]:
    """Milliseconds of each confirmation and of the bare view before it, and how many failed."""
    connection = site.connection()
    confirmed: list[float] = []
    bare: list[float] = []
    errors = 0
    for token, reference in share:
        review = f"/e/{token}/review/"
        try:
            key = _key_of_form(connection, review)
            bare.append(timed_get(connection, "/bare/"))
            confirmed.append(timed_confirm(connection, review, reference, key))
        except (OSError, http.client.HTTPException, RuntimeError):
            errors += 1
            connection.close()
    connection.close()
    return confirmed, bare, errors


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
