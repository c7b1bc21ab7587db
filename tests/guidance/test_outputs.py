"""Deliverables: a row for every use, service and document, and the numbers of section C."""

from __future__ import annotations

import pytest

from guidance.outputs import CASTING_SERVICES, OUTPUTS, Output, largest_print_mm, outputs_due
from guidance.outputs.output import in_circle
from guidance.outputs.prints import PRINT_SIZES, PrintSize, largest_print
from guidance.outputs.screens import PLATFORMS, Platform
from guidance.vocabulary import CastingService, Use

ROWS = [row for rows in (*OUTPUTS.values(), *CASTING_SERVICES.values()) for row in rows]


def named(start: str) -> Output:
    return next(row for row in ROWS if row.name.startswith(start))


def test_every_use_and_every_service_has_its_rows() -> None:
    assert set(OUTPUTS) == {use.value for use in Use}
    assert set(CASTING_SERVICES) == {service.value for service in CastingService}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name[:30])
def test_a_row_is_dated_sourced_and_possible(row: Output) -> None:
    due = row.due()
    assert (due.width_px, due.height_px) > (0, 0)
    assert due.source.startswith("C")
    assert due.checked_on >= "2026-11-21"
    assert due.colour_space == "sRGB"
    assert due.ratio == pytest.approx(row.width_px / row.height_px)
    for least, most in (row.head_share or (0, 1), row.eye_line or (0, 1)):
        assert 0 <= least <= most <= 1
    assert (row.least_kb or 0) < (row.most_kb or 1_000_000)
    assert not row.circle or row.ratio == 1


@pytest.mark.parametrize(
    ("use", "sizes"),
    [
        ("online_profile", [(800, 800, 0.6)]),
        ("social_profile", [(800, 800, 0.55)]),
        ("id_badge", [(300, 375, 0.65)]),
        ("business_card", [(600, 825, None), (300, 300, 0.6)]),
        ("about_page", [(1200, 1500, 0.45), (1600, 900, None)]),
        ("social_post", [(1080, 1350, None), (1080, 1080, None)]),
        ("book_jacket", [(2000, 3000, None)]),
        ("editorial", [(2000, 3000, None), (3000, 2000, None)]),
        ("casting", [(2400, 3000, 0.45), (1000, 1400, 0.45), (800, 800, 0.6)]),
    ],
)
def test_sizes(use: str, sizes: list[tuple[int, int, float | None]]) -> None:
    due = [row.due() for row in OUTPUTS[use]]
    assert [(it.width_px, it.height_px, it.head_share) for it in due] == sizes


@pytest.mark.parametrize(
    ("start", "least_kb", "most_kb"),
    [
        ("Work profile", None, 8_000),
        ("Profile picture for X", None, 2_000),
        ("Picture beside an e-mail", None, 50),
        ("Casting Workbook", None, 6_000),
        ("UK passport, online", 50, 10_000),
        ("US passport", None, 240),
        ("Spotlight", None, None),
    ],
)
def test_file_sizes(start: str, least_kb: int | None, most_kb: int | None) -> None:
    due = named(start).due()
    assert (due.least_kb, due.most_kb) == (least_kb, most_kb)


def test_no_side_is_more_than_casting_workbook_takes() -> None:
    row = named("Casting Workbook")
    assert max(row.width_px, row.height_px) <= 4000


@pytest.mark.parametrize("platform", PLATFORMS, ids=lambda platform: platform.name)
def test_one_square_serves_every_platform_of_its_use(platform: Platform) -> None:
    (row,) = OUTPUTS[platform.use]
    assert row.width_px >= max(platform.least_px, platform.shown_px)
    assert platform.most_px is None or row.width_px <= min(platform.most_px)
    assert platform.most_kb is None or (row.most_kb or 0) <= platform.most_kb
    assert row.head_share is not None
    least, most = platform.head_share
    assert least <= row.head_share[0] <= row.head_share[1] <= most


# Section C3: pixels of the head at the row's size, least and most.
@pytest.mark.parametrize(
    ("start", "least_px", "most_px"),
    [
        ("Passport or visa after ICAO", 744, 850),
        ("Schengen", 756, 850),
        ("UK passport, printed", 685, 803),
        ("US", 600, 828),
    ],
)
def test_heads_on_documents(start: str, least_px: float, most_px: float) -> None:
    row = named(start)
    assert row.head_share is not None
    head_px = [share * row.height_px for share in row.head_share]
    assert head_px == [pytest.approx(least_px, rel=0.005), pytest.approx(most_px, rel=0.005)]


def test_the_us_file_of_600_pixels() -> None:
    row = named("US")
    assert row.head_share is not None
    assert row.eye_line is not None
    assert [round(600 * share) for share in row.head_share] == [300, 414]
    assert [round(600 * share) for share in row.eye_line] == [336, 414]


@pytest.mark.parametrize(("ppi", "size_px"), [(300, (413, 531)), (600, (827, 1063))])
def test_a_passport_print_in_pixels(ppi: int, size_px: tuple[int, int]) -> None:
    assert (round(35 / 25.4 * ppi), round(45 / 25.4 * ppi)) == size_px
    assert (ppi != 600) or (named("Schengen").width_px, named("Schengen").height_px) == size_px


def test_a_circle_keeps_what_is_near_its_middle() -> None:
    assert in_circle(0.5, 0.03)
    assert not in_circle(0.5, 0.02)
    assert not in_circle(0.1, 0.1)


# Section C4: inches; distance of 1.5 diagonals, needed ppi and pixels, quality pixels.
@pytest.mark.parametrize(
    ("size", "viewed_m", "ppi", "needed_px", "at_150_px", "at_300_px"),
    [
        ((5, 7), 0.33, 266, (1333, 1865), (750, 1050), (1500, 2100)),
        ((8, 10), 0.49, 179, (1432, 1790), (1200, 1500), (2400, 3000)),
        ((11, 14), 0.68, 129, (1416, 1803), (1650, 2100), (3300, 4200)),
        ((16, 20), 0.98, 89.5, (1432, 1790), (2400, 3000), (4800, 6000)),
        ((20, 30), 1.37, 63.6, (1272, 1907), (3000, 4500), (6000, 9000)),
        ((24, 36), 1.65, 53.0, (1272, 1907), (3600, 5400), (7200, 10800)),
        ((30, 40), 1.91, 45.8, (1376, 1834), (4500, 6000), (9000, 12000)),
    ],
)
def test_prints(
    size: tuple[int, int],
    viewed_m: float,
    ppi: float,
    needed_px: tuple[float, float],
    at_150_px: tuple[float, float],
    at_300_px: tuple[float, float],
) -> None:
    found = next(each for each in PRINT_SIZES if (each.short_in, each.long_in) == size)
    assert found.viewed_from_mm / 1000 == pytest.approx(viewed_m, abs=0.006)
    assert found.needed_ppi == pytest.approx(ppi, rel=0.005)
    assert found.pixels_at(found.needed_ppi) == pytest.approx(needed_px, rel=0.005)
    assert (found.pixels_at(150), found.pixels_at(300)) == (at_150_px, at_300_px)


@pytest.mark.parametrize(
    ("sides_px", "size"),
    [
        ((4000, 6000), (24, 36)),
        ((6000, 4000), (24, 36)),
        ((2400, 3000), (16, 20)),
        ((2399, 2999), (11, 14)),
        ((1500, 2100), (5, 7)),
        ((1000, 1500), None),
    ],
)
def test_the_largest_print_of_a_file(
    sides_px: tuple[int, int], size: tuple[int, int] | None
) -> None:
    found = largest_print(*sides_px)
    assert (found and (found.short_in, found.long_in)) == size


@pytest.mark.parametrize("size", PRINT_SIZES, ids=lambda size: f"{size.short_in}x{size.long_in}")
def test_what_is_promised_is_more_than_a_lab_or_an_eye_asks_for(size: PrintSize) -> None:
    promised_px = size.pixels_at(size.promised_ppi)
    assert promised_px >= size.lab_least_px
    assert size.promised_ppi > size.needed_ppi


def test_background_work_adds_an_unretouched_full_length() -> None:
    rows = outputs_due(["casting"], ["central_casting"])
    assert [(row.source, row.apart) for row in rows][-2:] == [("C2 S32", True)] * 2


def test_each_row_is_due_once_and_nothing_named_still_gives_files() -> None:
    assert outputs_due(["gift", "gift"]) == OUTPUTS["gift"]
    assert [row.use for row in outputs_due([])] == ["print", "web"]


def test_the_largest_print_due() -> None:
    assert largest_print_mm(outputs_due(["gift", "wall_art"])) == pytest.approx(914.4)
    assert largest_print_mm(outputs_due(["online_profile"])) == 0
