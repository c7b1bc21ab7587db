"""The month of times, while ever more bookings stand in the database."""

from datetime import UTC, date, datetime, timedelta

from tests.benchmarks.report import Aimed, Report
from tests.benchmarks.server import Site
from tests.benchmarks.timing import Timing, beside_bare

RATIO = 25
GROWTH = 1.2
"""How much slower the month may be, measured in bare views, with all bookings than with none."""

PHOTOGRAPHERS = 5
QUERIES = 6
"""What the openings of a month may cost, the rest of the page not counted."""

AT_A_TIME = 50_000


def measure(site: Site, report: Report, engine: str, series: list[int], rounds: int) -> None:
    """One line for each number of bookings and each way to ask; adds the bookings."""
    site.inside("rows", "add_photographers_up_to", PHOTOGRAPHERS)
    token = site.inside("visitors", "cast")["choosing"]
    months = addresses(f"/e/{token}/times/", datetime.now(UTC).date())
    report.heading(
        f"The month of times, {engine}",
        "median",
        "bare view",
        f"ratio ≤ {RATIO}",
        f"against none ≤ {GROWTH}",
        f"queries ≤ {QUERIES}",
    )
    first: dict[str, Timing] = {}
    for count in series:
        add_bookings_up_to(site, count)
        queries = site.inside("queries", "of_a_month")
        for name, path in months.items():
            timing = beside_bare(site, path, rounds)
            growth = timing.ratio / first.setdefault(name, timing).ratio
            report.line(
                f"{name}, {count:,} bookings",
                *report.times(timing),
                Aimed(timing.ratio, RATIO),
                Aimed(growth, GROWTH, digits=2),
                Aimed(queries, QUERIES, digits=0),
            )


def add_bookings_up_to(site: Site, total: int) -> None:
    """Add bookings in steps, each of which takes far less than a process may."""
    for step in range(AT_A_TIME, total, AT_A_TIME):
        site.inside("rows", "add_bookings_up_to", step)
    site.inside("rows", "add_bookings_up_to", total)


def addresses(times: str, today: date) -> dict[str, str]:
    """The soonest times, and the whole of the next month."""
    next_month = today.replace(day=1) + timedelta(days=31)
    return {"Soonest": times, "Next month": f"{times}?month={next_month:%Y-%m}"}
