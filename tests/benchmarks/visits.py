"""First visits to the pages of the way to a time: what goes over the wire, and to whom."""

from guidance.questionnaire import QUESTIONS
from tests.benchmarks.report import Aimed, Report
from tests.benchmarks.server import Site
from tests.benchmarks.weight import first_visit

ALL_KB = 40
SCRIPTS_KB = 20


def measure(site: Site, report: Report) -> None:
    """One line for each page, everything counted: heads, styles, scripts, figures."""
    report.heading(
        "First visits",
        f"all ≤ {ALL_KB} kB",
        f"scripts ≤ {SCRIPTS_KB} kB",
        "other hosts ≤ 0",
        "blocking scripts ≤ 0",
    )
    for name, path in addresses(site.inside("visitors", "cast")).items():
        visit = first_visit(site, path)
        report.line(
            name,
            Aimed(visit.weight / 1000, ALL_KB),
            Aimed(visit.script_weight / 1000, SCRIPTS_KB),
            Aimed(len(visit.foreign), 0, digits=0),
            Aimed(len(visit.blocking), 0, digits=0),
        )


def addresses(cast: dict[str, str]) -> dict[str, str]:
    """The paths of the pages by name, for the client who is choosing."""
    own = f"/e/{cast['choosing']}"
    return {
        "Home": "/",
        "One package": f"/packages/{cast['package']}/",
        **{f"Question: {question.slug}": f"{own}/q/{question.slug}/" for question in QUESTIONS},
        "Result": f"{own}/result/",
        "Times": f"{own}/times/",
    }
