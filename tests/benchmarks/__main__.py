"""`python -m tests.benchmarks [--quick] [--postgresql]`: every measure, beside a bare view.

With `--kill` nothing is measured: web server and worker are killed while clients book.

The exit status is 1 where an aim was missed, 0 where all were met. Ratios are of medians on
one machine in one run, so that a slow machine is no slower here; a busy one is still uneven.
"""

import argparse
import sys

from tests.benchmarks import (
    combinations,
    confirming,
    killing,
    knowledge,
    lighthouse,
    month,
    pages,
    visits,
)
from tests.benchmarks.postgresql import served_on_postgresql
from tests.benchmarks.report import Report
from tests.benchmarks.server import Site, served


def main() -> int:
    """Measure and print; returns the exit status."""
    options = _options()
    report = Report()
    if options.kill:
        return kill_at_random_instants()
    print("Each page is asked for in turn with a view that answers two letters, on one server.")
    with served() as site:
        if not options.schedule_only:
            pages.measure(site, report, rounds=20 if options.quick else 60)
            visits.measure(site, report)
            lighthouse.measure(site, report)
            knowledge.measure_paper(site, report, times=5 if options.quick else 20)
        measure_schedule(site, report, "SQLite", is_quick=options.quick)
    if not options.schedule_only:
        knowledge.measure(report, seconds=0.5 if options.quick else 2)
        combinations.measure(report, is_quick=options.quick)
    if options.postgresql:
        with served_on_postgresql() as site:
            measure_schedule(site, report, "PostgreSQL", is_quick=options.quick)
    print("", *(f"Missed: {name}" for name in report.missed), sep="\n")
    print("All aims are met." if not report.missed else f"{len(report.missed)} aims are missed.")
    return 1 if report.missed else 0


def measure_schedule(site: Site, report: Report, engine: str, *, is_quick: bool) -> None:
    """The month of times with ever more bookings, then confirming with all of them."""
    series = [0, 1_000] if is_quick else [0, 1_000, 10_000, 100_000]
    if engine == "PostgreSQL" and not is_quick:
        series.append(1_000_000)
    month.measure(site, report, engine, series, rounds=20 if is_quick else 100)
    confirming.measure(site, report, engine, series[-1], times=10 if is_quick else 32)


def kill_at_random_instants() -> int:
    """Kill web server and worker fifty times while clients book; returns the exit status."""
    outcome = killing.run(kills=50, seed=1)
    print(f"Killed: {dict(outcome.kills)}. Bookings told to clients: {len(outcome.told)}.")
    print(f"Letters: {outcome.letters}, of them twice: {outcome.sent_twice_in_the_window}.")
    print(*outcome.faults or ["Nothing is lost, nothing is half, no letter came twice."], sep="\n")
    return 1 if outcome.faults else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument(
        "--quick", action="store_true", help="fewer rounds, and no more than 1,000 bookings"
    )
    parser.add_argument(
        "--postgresql",
        action="store_true",
        help="times and confirming on PostgreSQL too (TEST_DATABASE_URL, else the embedded one)",
    )
    parser.add_argument(
        "--schedule-only",
        action="store_true",
        help="nothing but the times and confirming",
    )
    parser.add_argument(
        "--kill",
        action="store_true",
        help="instead: kill -9 of web server and worker at fifty instants while clients book",
    )
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
