"""Requests timed in turn with a bare view, so that what drifts on the machine drifts for both."""

import http.client
import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.benchmarks.server import Site

WARM_UP = 20


@dataclass(frozen=True, slots=True)
class Timing:
    """Medians in milliseconds of a page and of the bare view beside it."""

    page_ms: float
    bare_ms: float

    @property
    def ratio(self) -> float:
        """How many bare views the page costs."""
        return self.page_ms / self.bare_ms

    def __str__(self) -> str:
        return f"{self.page_ms:7.2f} ms {self.ratio:6.1f} x bare ({self.bare_ms:.2f} ms)"


def beside_bare(site: Site, path: str, rounds: int) -> Timing:
    """Time `path` and the bare view, one after the other, `rounds` times."""
    connection = site.connection()
    pages: list[float] = []
    bares: list[float] = []
    for turn in range(WARM_UP + rounds):
        bare, page = timed_get(connection, "/bare/"), timed_get(connection, path)
        if turn >= WARM_UP:
            bares.append(bare)
            pages.append(page)
    connection.close()
    return Timing(statistics.median(pages), statistics.median(bares))


def timed_get(
    connection: http.client.HTTPConnection, path: str, headers: Mapping[str, str] | None = None
) -> float:
    """Milliseconds until the whole answer to GET `path` was read. Raises on any other than 200."""

    def get() -> None:
        connection.request("GET", path, headers=dict(headers or {}))
        answer = connection.getresponse()
        answer.read()
        if answer.status != http.client.OK:
            raise RuntimeError(f"{path} answered {answer.status}")

    return timed(get)


def timed(work: Callable[[], object]) -> float:
    """Milliseconds that `work` takes."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000
