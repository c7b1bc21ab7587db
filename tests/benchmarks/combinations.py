"""The brief of every combination of answers, with all else at random, searched for faults."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from random import Random
from typing import Any

from guidance.vocabulary import Use
from tests.benchmarks.report import Aimed, Report
from tests.guidance.combinations import MAIN_USES, combinations, sampled_shoots, shoot
from tests.guidance.contradictions import contradictions, work_out

PARTS = 10
"""Each main use is worked through in so many parts, so that all cores have work to the end."""
SAMPLE_OF_A_PART = 25
SHOWN_FAULTS = 5

Task = tuple[Use | None, int]


def measure(report: Report, *, is_quick: bool) -> None:
    """One line for the briefs of all combinations, or of a sample; names the first faults."""
    tasks = [(main_use, part) for main_use in MAIN_USES for part in range(PARTS)]
    begun = time.perf_counter()
    with ProcessPoolExecutor() as cores:
        searched = list(cores.map(_sampled if is_quick else _all, tasks))
    seconds = time.perf_counter() - begun
    faults = sum((found for _count, found in searched), Counter())
    report.heading("Combinations of answers", "briefs", "faults ≤ 0", "seconds")
    report.line(
        "A sample" if is_quick else "All of them",
        f"{sum(count for count, _found in searched):,}",
        Aimed(faults.total(), 0, digits=0),
        f"{seconds:.0f}",
    )
    for fault, times in faults.most_common(SHOWN_FAULTS):
        print(f"  {times:,} times: {fault}")


def _all(task: Task) -> tuple[int, Counter[str]]:
    main_use, part = task
    dice = Random(f"{main_use} {part}")
    return _searched(
        shoot(answers, dice) for answers in islice(combinations(main_use), part, None, PARTS)
    )


def _sampled(task: Task) -> tuple[int, Counter[str]]:
    main_use, part = task
    return _searched(sampled_shoots(SAMPLE_OF_A_PART, MAIN_USES.index(main_use) * PARTS + part))


def _searched(shoots: Iterable[dict[str, Any]]) -> tuple[int, Counter[str]]:
    """How many briefs were composed, and what was wrong with them."""
    count, found = 0, Counter[str]()
    for asked in shoots:
        count += 1
        found.update(_faults(asked))
    return count, found


def _faults(asked: dict[str, Any]) -> Iterator[str]:
    try:
        yield from contradictions(work_out(asked))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is counted and named
        yield repr(error)
