"""Lighthouse on the mobile profile: what it holds against five pages of the journey.

It comes from npm, at one version, and looks with the system's Chromium. Where either is missing
it is left out, in a sentence.
"""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from typing import Any

from guidance.questionnaire import QUESTIONS
from tests.benchmarks.report import Aimed, AimedAbove, Report
from tests.benchmarks.server import Site

LIGHTHOUSE = "lighthouse@12.8.2"
"""The newest that runs on Node 20 (checked 2026-11-21)."""

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run "
    "--disable-background-networking --disable-component-update --disable-sync"
)
# Private pages ask not to be found, which is what they are for; Lighthouse counts it a fault.
PRIVATE_SKIPS = "is-crawlable"
PERFECT = 100
TRIES = 3
"""It judges by time, and another program may have had the processor: the best one counts."""

INSTALL_SECONDS = 300
PAGE_SECONDS = 120
SHOWN_FAULTS = 4

Audits = dict[str, Any]


def measure(site: Site, report: Report) -> None:
    """A line for each page, with what keeps it from a hundred under it."""
    if sentence := why_not():
        print(f"\nLighthouse is left out: {sentence}")
        return
    columns = (f"{name} ≥ {PERFECT}" for name in CATEGORIES)
    report.heading("Lighthouse, mobile", *columns, "layout shift ≤ 0")
    for name, path in pages(site).items():
        audits = best_of(site.address.url + path, is_private=path.startswith("/e/"))
        judged = [AimedAbove(score, PERFECT, digits=0) for score in scores(audits)]
        report.line(name, *judged, Aimed(layout_shift(audits), 0, digits=3))
        for fault in list(faults(audits))[:SHOWN_FAULTS]:
            print(f"  {fault}")


def why_not() -> str:
    """What is missing, in a sentence; empty where Lighthouse can run."""
    if shutil.which("npx") is None:
        return "there is no Node on this machine."
    if _chromium() is None:
        return "there is no Chromium on this machine."
    try:
        _npx(["--version"], INSTALL_SECONDS)
    except (subprocess.SubprocessError, OSError):
        return f"npx could not install {LIGHTHOUSE}."
    return ""


def pages(site: Site) -> dict[str, str]:
    """The paths of the pages that are judged, by name."""
    cast = site.inside("visitors", "cast")
    own = f"/e/{cast['choosing']}"
    return {
        "Home": "/",
        "One package": f"/packages/{cast['package']}/",
        "A question": f"{own}/q/{QUESTIONS[0].slug}/",
        "Result": f"{own}/result/",
        "Times": f"{own}/times/",
    }


def best_of(url: str, *, is_private: bool) -> Audits:
    """What Lighthouse found at `url`, at the best of a few tries."""
    tried: list[Audits] = []
    while len(tried) < TRIES and (not tried or min(scores(tried[-1])) < PERFECT):
        tried.append(_judged(url, is_private=is_private))
    return max(tried, key=lambda audits: sum(scores(audits)))


def scores(audits: Audits) -> list[float]:
    """Each category's score, of a hundred."""
    return [round(100 * (audits["categories"][one]["score"] or 0)) for one in CATEGORIES]


def layout_shift(audits: Audits) -> float:
    """How far what was drawn moved while the page loaded, in Lighthouse's measure."""
    return float(audits["audits"]["cumulative-layout-shift"]["numericValue"])


def faults(audits: Audits) -> Iterator[str]:
    """What took points off, in Lighthouse's words."""
    for category in CATEGORIES:
        for part in audits["categories"][category]["auditRefs"]:
            audit = audits["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{category}: {audit['title']} {audit.get('displayValue', '')}".rstrip()


def _judged(url: str, *, is_private: bool) -> Audits:
    asked = [
        url,
        "--quiet",
        "--output=json",
        "--output-path=stdout",
        f"--only-categories={','.join(CATEGORIES)}",
        f"--chrome-flags={CHROMIUM_FLAGS}",
    ]
    if is_private:
        asked.append(f"--skip-audits={PRIVATE_SKIPS}")
    found: Audits = json.loads(_npx(asked, PAGE_SECONDS))
    return found


def _npx(asked: list[str], seconds: int) -> str:
    """What Lighthouse prints. Raises SubprocessError where it fails or takes too long."""
    with tempfile.TemporaryDirectory(prefix="catchlight-lighthouse-") as folder:
        return subprocess.run(
            ["npx", "--yes", LIGHTHOUSE, *asked],
            env=os.environ | {"CHROME_PATH": _chromium() or "", "TMPDIR": folder},
            check=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            timeout=seconds,
        ).stdout


def _chromium() -> str | None:
    return next(filter(None, map(shutil.which, CHROMIUM)), None)
