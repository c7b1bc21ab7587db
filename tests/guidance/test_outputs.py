"""Deliverables: a row for every use, service and document, and the numbers of section C."""

from __future__ import annotations

import pytest

from guidance.outputs import CASTING_SERVICES, OUTPUTS, Output, largest_print_mm, outputs_due
from guidance.vocabulary import CastingService, Use

ROWS = [row for rows in (*OUTPUTS.values(), *CASTING_SERVICES.values()) for row in rows]


def test_every_use_and_every_service_has_its_rows() -> None:
    assert set(OUTPUTS) == {use.value for use in Use}
    assert set(CASTING_SERVICES) == {service.value for service in CastingService}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name[:30])
def test_a_row_is_dated_sourced_and_possible(row: Output) -> None:
    assert row.width_px > 0
    assert row.height_px > 0
    assert row.source.startswith("C")
    assert row.checked_on.isoformat() >= "2026-11-21"
    least, most = row.head_share or (0, 1)
    assert 0 <= least <= most <= 1


@pytest.mark.parametrize(
    ("use", "sizes"),
    [
        ("online_profile", [(800, 800, 0.6)]),
        ("id_badge", [(300, 375, 0.65)]),
        ("business_card", [(600, 825, None)]),
        ("book_jacket", [(2000, 3000, None)]),
        ("editorial", [(2000, 3000, None), (3000, 2000, None)]),
        ("casting", [(2400, 3000, 0.45), (1000, 1400, 0.45), (800, 800, 0.6)]),
    ],
)
def test_sizes(use: str, sizes: list[tuple[int, int, float | None]]) -> None:
    due = [row.due() for row in OUTPUTS[use]]
    assert [(it.width_px, it.height_px, it.head_share) for it in due] == sizes


# Section C3: pixels of the head at the row's size, least and most.
@pytest.mark.parametrize(
    ("start", "least_px", "most_px"),
    [("Schengen", 756, 850), ("UK passport, printed", 685, 803), ("US", 600, 828)],
)
def test_heads_on_documents(start: str, least_px: float, most_px: float) -> None:
    row = next(row for row in OUTPUTS["identity_document"] if row.name.startswith(start))
    assert row.head_share is not None
    head_px = [share * row.height_px for share in row.head_share]
    # The authorities' millimetres were rounded to whole percents.
    assert head_px == [pytest.approx(least_px, rel=0.01), pytest.approx(most_px, rel=0.01)]


def test_background_work_adds_an_unretouched_full_length() -> None:
    rows = outputs_due(["casting"], ["central_casting"])
    assert [row.source for row in rows][-2:] == ["C2 S32", "C2 S32"]


def test_each_row_is_due_once_and_nothing_named_still_gives_files() -> None:
    assert outputs_due(["gift", "gift"]) == OUTPUTS["gift"]
    assert [row.use for row in outputs_due([])] == ["print", "web"]


def test_the_largest_print() -> None:
    assert largest_print_mm(outputs_due(["gift", "wall_art"])) == pytest.approx(914.4)
    assert largest_print_mm(outputs_due(["online_profile"])) == 0
