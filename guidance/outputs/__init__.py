"""What is delivered for each use, casting service and identity document (section C).

Sizes and rules of platforms, services and authorities change: each row says when it was last
checked and against what. The rows stand in modules by table: screens, prints, casting, documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from types import MappingProxyType

from guidance.outputs.casting import CASTING_ROWS, CASTING_SERVICES
from guidance.outputs.documents import DOCUMENT_ROWS
from guidance.outputs.output import Deliverable, Output
from guidance.outputs.prints import PRINT_ROWS
from guidance.outputs.screens import SCREEN_ROWS, WITHOUT_USE

__all__ = [
    "CASTING_SERVICES",
    "OUTPUTS",
    "Deliverable",
    "Output",
    "largest_print_mm",
    "outputs_due",
]


def _by_use(rows: Iterable[Output]) -> Mapping[str, tuple[Output, ...]]:
    found: dict[str, list[Output]] = {}
    for row in rows:
        found.setdefault(row.use, []).append(row)
    return MappingProxyType({use: tuple(due) for use, due in found.items()})


OUTPUTS = _by_use(chain(PRINT_ROWS, SCREEN_ROWS, CASTING_ROWS, DOCUMENT_ROWS))
"""Rows by the questionnaire's word for the use (C1 to C4)."""


def outputs_due(uses: Sequence[str], casting_services: Iterable[str] = ()) -> tuple[Output, ...]:
    """The rows for these uses in their order, each once; two general sizes where there are none.

    KeyError for a use or a service without rows.
    """
    rows = [row for use in uses for row in OUTPUTS[use]]
    rows += [row for service in casting_services for row in CASTING_SERVICES[service]]
    return tuple(dict.fromkeys(rows)) or WITHOUT_USE


def largest_print_mm(rows: Iterable[Output]) -> float:
    """Long side of the largest print among the rows, 0 where all are for screens."""
    return max((row.print_long_side_mm or 0.0 for row in rows), default=0.0)
