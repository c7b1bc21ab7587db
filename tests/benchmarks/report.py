"""The tables that the benchmark prints, line by line, and the aims that were missed."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.benchmarks.timing import Timing

NAME_WIDTH = 34
CELL_WIDTH = 12


@dataclass(frozen=True, slots=True)
class Aimed:
    """A measured number and the most that it should be."""

    measured: float
    most: float
    digits: int = 1

    @property
    def is_met(self) -> bool:
        """Whether the number is no more than it should be."""
        return self.measured <= self.most

    def __str__(self) -> str:
        return f"{self.measured:.{self.digits}f} {'met   ' if self.is_met else 'MISSED'}"


@dataclass(frozen=True, slots=True)
class AimedAbove:
    """A measured number and the least that it should be."""

    measured: float
    least: float
    digits: int = 1

    @property
    def is_met(self) -> bool:
        """Whether the number is no less than it should be."""
        return self.measured >= self.least

    def __str__(self) -> str:
        return f"{self.measured:,.{self.digits}f} {'met   ' if self.is_met else 'MISSED'}"


class Report:
    """What was measured, printed as it comes."""

    def __init__(self) -> None:
        self.missed: list[str] = []
        self._title = ""
        self._widths: list[int] = []

    def heading(self, title: str, *columns: str) -> None:
        """Begin a table."""
        self._title = title
        self._widths = [max(CELL_WIDTH, len(column) + 2) for column in columns]
        print()
        self._print(title, columns)

    def line(self, name: str, *cells: str | Aimed | AimedAbove) -> None:
        """One line of the table."""
        if any(isinstance(cell, Aimed | AimedAbove) and not cell.is_met for cell in cells):
            self.missed.append(f"{self._title}: {name}")
        self._print(name, [str(cell) for cell in cells])

    @staticmethod
    def times(timing: Timing) -> tuple[str, str]:
        """The cells for the two medians of a timing."""
        return f"{timing.page_ms:.2f} ms", f"{timing.bare_ms:.2f} ms"

    def _print(self, name: str, cells: Sequence[str]) -> None:
        aligned = (f"{cell:>{width}}" for cell, width in zip(cells, self._widths, strict=True))
        print(f"{name:<{NAME_WIDTH}}{''.join(aligned)}".rstrip(), flush=True)
