"""The benchmark's own arithmetic; what it measures is never asserted."""

import pytest

from tests.benchmarks.lighthouse import CATEGORIES, faults, layout_shift, scores
from tests.benchmarks.report import Aimed, AimedAbove, Report
from tests.benchmarks.timing import Timing
from tests.benchmarks.weight import File, Visit, blocking_in, pulled_by


def test_an_aim_is_met_up_to_its_limit() -> None:
    assert [str(Aimed(value, 12)) for value in (11.96, 12.0, 12.04)] == [
        "12.0 met   ",
        "12.0 met   ",
        "12.0 MISSED",
    ]


def test_an_aim_from_below_is_met_from_its_limit_on() -> None:
    assert [str(AimedAbove(value, 5_000, digits=0)) for value in (4_999, 5_000, 28_364)] == [
        "4,999 MISSED",
        "5,000 met   ",
        "28,364 met   ",
    ]


def test_a_ratio_is_of_medians() -> None:
    timing = Timing.of([3.0, 100.0, 6.0], [1.0, 2.0, 50.0])
    assert (timing.page_ms, timing.bare_ms, timing.ratio) == (6.0, 2.0, 3.0)


def test_what_was_missed_is_named_with_its_table(capsys: pytest.CaptureFixture[str]) -> None:
    report = Report()
    report.heading("Pages", "ratio", "queries")
    report.line("Home", Aimed(3, 12), Aimed(4, 14, digits=0))
    report.line("Times", Aimed(13, 12), Aimed(4, 14, digits=0))
    assert report.missed == ["Pages: Times"]
    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        [],
        ["Pages", "ratio", "queries"],
        ["Home", "3.0", "met", "4", "met"],
        ["Times", "13.0", "MISSED", "4", "met"],
    ]


def test_a_page_pulls_its_styles_scripts_and_pictures() -> None:
    page = """
        <link rel="icon" href="/mark.svg"><link rel="stylesheet" href="/base.css">
        <link rel="canonical" href="/elsewhere/"><script src="/once.js"></script>
        <img src="/face.jpg"><img src="data:image/png;base64,AA"><a href="/start/">Start</a>
    """
    assert pulled_by("text/html", page) == ["/mark.svg", "/base.css", "/once.js", "/face.jpg"]


def test_style_sheets_and_scripts_pull_too() -> None:
    css = """@import "more.css"; a { background: url('a.svg') } b { mask: url(data:x) }"""
    js = """import { once } from "./once.js"; import "./swap.js"; const from = "./no.js";"""
    assert pulled_by("text/css", css) == ["more.css", "a.svg"]
    assert pulled_by("text/javascript", js) == ["./once.js", "./swap.js"]


def test_a_page_waits_for_scripts_that_are_neither_modules_nor_put_off() -> None:
    page = (
        '<script src="/a.js" defer></script><script type="module" src="/b.js"></script>'
        '<script type="application/ld+json">{}</script>'
        '<script src="/c.js"></script><script>1</script>'
    )
    assert blocking_in(page) == ["/c.js", "inline"]


def test_a_visit_weighs_what_its_files_weigh() -> None:
    files = {
        "/": File(100, 90, "text/html", ["/a.js"], ["/a.js"]),
        "/a.js": File(20, 15, "text/javascript", [], []),
    }
    visit = Visit(files, frozenset())
    assert (visit.weight, visit.script_weight, visit.blocking) == (120, 15, ["/a.js"])


def test_lighthouse_is_read_in_hundreds_and_names_what_costs_points() -> None:
    part = {"auditRefs": [{"id": "slow", "weight": 10}, {"id": "hint", "weight": 0}]}
    audits = {
        "categories": {name: {"score": 0.994, **part} for name in CATEGORIES},
        "audits": {
            "slow": {"title": "Drawn late", "score": 0.9, "displayValue": "2.0 s"},
            "hint": {"title": "A hint", "score": 0},
            "cumulative-layout-shift": {"numericValue": 0.012},
        },
    }
    assert scores(audits) == [99] * len(CATEGORIES)
    assert next(faults(audits)) == "performance: Drawn late 2.0 s"
    assert len([*faults(audits)]) == len(CATEGORIES)
    assert layout_shift(audits) == 0.012
