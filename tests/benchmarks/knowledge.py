"""The knowledge alone: recommendations and briefs for each second, in one process."""

import time
from collections.abc import Callable
from typing import Any

from guidance.answers import parse
from guidance.brief import compose, parse_kit, parse_room
from guidance.routing import recommend
from tests.benchmarks.report import Report
from tests.guidance.people import PEOPLE

KIT = {"format": "full_frame", "focal_lengths_mm": [35, 50, 85, 105]}
ROOM = {"length_m": 7.2, "width_m": 4.8, "height_m": 3.1}

Answers = dict[str, Any]


def measure(report: Report, seconds: float) -> None:
    """One line for each of the two; the examples' people ask in turn."""
    report.heading("The knowledge, one process", "a second", "each")
    for name, answer in (("Recommendations", _recommend), ("Briefs", _brief)):
        each = seconds_each(answer, seconds)
        report.line(name, f"{1 / each:,.0f}", f"{each * 1000:.2f} ms")


def seconds_each(answer: Callable[[Answers], object], seconds: float) -> float:
    """Seconds that one answer takes, measured over about so many `seconds`."""
    asked = 0
    begun = time.perf_counter()
    while (spent := time.perf_counter() - begun) < seconds:
        for answers in PEOPLE.values():
            answer(answers)
        asked += len(PEOPLE)
    return spent / asked


def _recommend(answers: Answers) -> object:
    return recommend(parse(answers)).as_json()


def _brief(answers: Answers) -> object:
    parsed = parse(answers)
    return compose(parsed, recommend(parsed), parse_kit(KIT), parse_room(ROOM)).as_json()
