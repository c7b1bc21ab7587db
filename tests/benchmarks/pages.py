"""Every client page: how long it takes, its queries, and what a first visit there loads."""

import http.client

from guidance.questionnaire import QUESTIONS
from tests.benchmarks.report import Aimed, Report
from tests.benchmarks.server import Site
from tests.benchmarks.timing import beside_bare
from tests.benchmarks.weight import first_visit

RATIO = 12
QUERIES = 14
FIRST_VISIT_KB = 60

NOWHERE = "/there-is-no-such-page/"


def measure(site: Site, report: Report, rounds: int) -> None:
    """One line for each page, in the order of the journey."""
    pages = addresses(site.inside("visitors", "cast"))
    queries = site.inside("queries", "count", list(pages.values()))
    report.heading(
        "Client pages", "median", "bare view", f"ratio ≤ {RATIO}", f"queries ≤ {QUERIES}",
        f"first visit ≤ {FIRST_VISIT_KB} kB",
    )  # fmt: skip
    for name, path in pages.items():
        status = http.client.NOT_FOUND if path == NOWHERE else http.client.OK
        timing = beside_bare(site, path, rounds, status)
        report.line(
            name,
            *report.times(timing),
            Aimed(timing.ratio, RATIO),
            Aimed(queries[path], QUERIES, digits=0),
            Aimed(first_visit(site, path, status).weight / 1000, FIRST_VISIT_KB),
        )


def addresses(cast: dict[str, str]) -> dict[str, str]:
    """The path of each page by its name, for those who :func:`visitors.cast` brought there."""
    choosing, held, booked = (f"/{cast[who]}/" for who in ("choosing", "held", "booked"))
    return {
        "Home": "/",
        "Packages": "/packages/",
        "One package": f"/packages/{cast['package']}/",
        "Guide": "/guide/",
        "Start": "/start/",
        **{f"Question: {q.slug}": f"/e{choosing}q/{q.slug}/" for q in QUESTIONS},
        "Result": f"/e{choosing}result/",
        "Choose": f"/e{choosing}choose/{cast['package']}/",
        "Message to the studio": f"/e{choosing}message/",
        "Details": f"/e{held}details/",
        "Review": f"/e{held}review/",
        "Confirmed": f"/b{booked}confirmed/",
        "Booking": f"/b{booked}",
        "No such page": NOWHERE,
    }
