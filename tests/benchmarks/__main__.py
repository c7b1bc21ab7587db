"""`python -m tests.benchmarks [--quick] [--postgresql]`: every measure, beside a bare view.

The exit status is 1 where an aim was missed, 0 where all were met. Ratios are of medians on
one machine in one run, so that a slow machine is no slower here; a busy one is still uneven.
"""

import argparse
import sys

from tests.benchmarks import confirming, knowledge, month, pages
from tests.benchmarks.report import Report
from tests.benchmarks.server import Site, served, served_on_postgresql


def main() -> int:
    """Measure and print; returns the exit status."""
    options = _options()
    report = Report()
    print("Each page is asked for in turn with a view that answers two letters, on one server.")
    with served() as site:
        measure_site(site, report, is_quick=options.quick)
    knowledge.measure(report, seconds=0.5 if options.quick else 2)
    if options.postgresql:
        print("\nOn PostgreSQL:")
        with served_on_postgresql() as site:
            measure_schedule(site, report, is_quick=options.quick)
    print()
    print(f"Missed: {'; '.join(report.missed)}." if report.missed else "All aims are met.")
    return 1 if report.missed else 0


def measure_site(site: Site, report: Report, *, is_quick: bool) -> None:
    """The pages, then the schedule."""
    pages.measure(site, report, rounds=20 if is_quick else 60)
    measure_schedule(site, report, is_quick=is_quick)


def measure_schedule(site: Site, report: Report, *, is_quick: bool) -> None:
    """Confirming and the month of times, with few bookings and with many."""
    count = 10 if is_quick else 30
    series = [0, 1_000] if is_quick else [0, 1_000, 10_000, 100_000]
    month.measure(site, report, series, rounds=20 if is_quick else 100)
    report.heading("Confirming", "median", "bare view", "ratio")
    confirming.measure(site, report, f"With {series[-1]:,} bookings", count)


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
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
