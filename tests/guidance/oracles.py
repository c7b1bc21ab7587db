"""The worked cases that the arithmetic is held against, and how close it has to come."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

ORACLES: dict[str, list[dict[str, Any]]] = json.loads(
    (Path(__file__).parent / "oracles.json").read_text()
)
TOLERANCE = 0.005


def near(expected: float) -> Any:
    """Equal to half a percent, as the worked cases are rounded."""
    return pytest.approx(expected, rel=TOLERANCE)
