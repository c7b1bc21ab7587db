"""Requests timed in turn with a bare view, so that what drifts on the machine drifts for both."""

import http.client
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.benchmarks.server import Site

WARM_UP = 10
AT_LEAST = 15
LONGEST_SECONDS = 4
"""No page is asked for longer than this once it was asked `AT_LEAST` times."""

AS_A_BROWSER = {"Accept": "text/html", "Accept-Encoding": "gzip, deflate, br"}


@dataclass(frozen=True, slots=True)
class Timing:
    """Medians in milliseconds of what was measured and of the bare view beside it."""

    page_ms: float
    bare_ms: float

    @classmethod
    def of(cls, pages_ms: list[float], bares_ms: list[float]) -> "Timing":
        """The medians of two series."""
        return cls(statistics.median(pages_ms), statistics.median(bares_ms))

    @property
    def ratio(self) -> float:
        """How many bare views it costs."""
        return self.page_ms / self.bare_ms


def beside_bare(site: Site, path: str, rounds: int, status: int = http.client.OK) -> Timing:
    """Time `path` and the bare view, one after the other, `rounds` times.

    Raises RuntimeError where `path` does not answer `status`.
    """
    connection = site.connection()
    pages: list[float] = []
    bares: list[float] = []
    for _ in range(WARM_UP):
        timed_get(connection, path, status)
    deadline = time.monotonic() + LONGEST_SECONDS
    while len(pages) < AT_LEAST or (len(pages) < rounds and time.monotonic() < deadline):
        bares.append(timed_get(connection, "/bare/"))
        pages.append(timed_get(connection, path, status))
    connection.close()
    return Timing.of(pages, bares)


def timed_get(
    connection: http.client.HTTPConnection, path: str, status: int = http.client.OK
) -> float:
    """Milliseconds until the whole answer to GET `path` was read."""
    return timed(lambda: request(connection, "GET", path, status=status))


def request(
    connection: http.client.HTTPConnection,
    method: str,
    path: str,
    *,
    body: str | None = None,
    headers: Mapping[str, str] | None = None,
    status: int = http.client.OK,
) -> http.client.HTTPResponse:
    """The answer, read to its end. Raises RuntimeError for another status than `status`."""
    connection.request(method, path, body, {**AS_A_BROWSER, **(headers or {})})
    answer = connection.getresponse()
    answer.read()
    if answer.status != status:
        raise RuntimeError(f"{method} {path} answered {answer.status}, not {status}")
    return answer


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that `work` takes."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000
