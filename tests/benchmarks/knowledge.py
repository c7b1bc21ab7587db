"""The knowledge alone, in one process: recommendations, briefs and figures, and how fast."""

import inspect
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from guidance import diagrams
from guidance.answers import parse
from guidance.brief import Brief, compose, parse_kit, parse_room
from guidance.routing import recommend
from tests.benchmarks.report import Aimed, AimedAbove, Report
from tests.benchmarks.server import Site
from tests.guidance.combinations import sampled_shoots

RECOMMENDATIONS = 5_000
BRIEFS = 500
"""At least so many a second, with reading the answers and writing JSON."""
FIGURE_MS = 15
PDF_SECONDS = 1.5

# Enough different sessions that what is remembered from one seldom serves another.
SHOOTS = 500
SEED = 1

Shoot = dict[str, Any]
Figure = Callable[[Brief], str]


def measure(report: Report, seconds: float) -> None:
    """One line for recommendations and for briefs, one for each figure of a brief."""
    shoots = list(sampled_shoots(SHOOTS, SEED))
    report.heading("The knowledge, one process", "each", "aim", "answered a second")
    for name, answer, least in (
        ("Recommendations", _recommend, RECOMMENDATIONS),
        ("Briefs without figures", _brief, BRIEFS),
    ):
        each = seconds_each(answer, shoots, seconds)
        rate = AimedAbove(1 / each, least, digits=0)
        report.line(name, f"{each * 1000:.2f} ms", f"≥ {least:,}", rate)
    report.heading("Figures of a brief, one process", f"ms ≤ {FIGURE_MS}")
    briefs = [_composed(shoot) for shoot in shoots[:50]]
    for name, figure in figures_of_briefs().items():
        each = seconds_each(figure, briefs, seconds / 4)
        report.line(name, Aimed(each * 1000, FIGURE_MS, digits=2))


def measure_paper(site: Site, report: Report, times: int) -> None:
    """One line for the call sheet as a file, once warm; says so where none can be made."""
    report.heading("The call sheet on paper, once warm", f"s ≤ {PDF_SECONDS}")
    taken_ms = site.inside("paper", "milliseconds", times)
    seconds = Aimed(statistics.median(taken_ms) / 1000, PDF_SECONDS, digits=2) if taken_ms else None
    report.line("PDF", seconds or "no Pango")


def seconds_each(answer: Callable[[Any], object], asked: Sequence[object], seconds: float) -> float:
    """Seconds that one answer takes, measured over about so many `seconds`."""
    answered = 0
    begun = time.perf_counter()
    while (spent := time.perf_counter() - begun) < seconds:
        for one in asked:
            answer(one)
        answered += len(asked)
    return spent / answered


def figures_of_briefs() -> Mapping[str, Figure]:
    """The figures that a brief alone is enough to draw, by name."""
    figures = {name: getattr(diagrams, name) for name in diagrams.__all__}
    return {name: figure for name, figure in figures.items() if _needed(figure) == ["brief"]}


def _needed(figure: Callable[..., str]) -> list[str]:
    parameters = inspect.signature(figure).parameters.values()
    return [one.name for one in parameters if one.default is inspect.Parameter.empty]


def _recommend(shoot: Shoot) -> object:
    return recommend(parse(shoot["answers"])).as_json()


def _brief(shoot: Shoot) -> object:
    return _composed(shoot).as_json()


def _composed(shoot: Shoot) -> Brief:
    answers = parse(shoot["answers"])
    room = None if shoot["room"] is None else parse_room(shoot["room"])
    return compose(answers, recommend(answers), parse_kit(shoot["kit"]), room)
